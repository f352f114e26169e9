"""How far words must shrink to stay in a template's placeholder, whatever typeface shows them.

PowerPoint shrinks by itself only once somebody edits a slide; so the share is worked out and written.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from unicodedata import east_asian_width

from imhtrainer.layout.page import TextParagraph
from imhtrainer.render.pptx.house.holders import Holder

SHARES = (1.0, 0.925, 0.85, 0.775, 0.7, 0.625, 0.55, 0.475, 0.4, 0.325, 0.25)
"""The steps in which PowerPoint shrinks text, largest first."""

_LETTER, _BOLD_LETTER, _IDEOGRAPH = 0.56, 0.62, 1.0
"""Mean widths in em of a wide fallback such as Noto Sans; Calibri and Arial are narrower."""

_LEAD = 1.36
_BETWEEN = 0.2
_SIDES, _ENDS = 14.4, 7.2
"""Office's own insets, left and right together, top and bottom together, in points."""


def share_that_fits(paragraphs: Sequence[TextParagraph], holder: Holder) -> float:
    """The largest of ``SHARES`` at which the words fit the holder's frame; the smallest if none does."""
    if not holder.size:
        return 1.0
    _, _, w, h = holder.frame
    room = w - _SIDES
    fitting = (
        share
        for share in SHARES
        if _height(paragraphs, holder, holder.size * share, room) <= h - _ENDS
    )
    return next(fitting, SHARES[-1])


def _height(paragraphs: Sequence[TextParagraph], holder: Holder, size: float, room: float) -> float:
    lines = sum(
        _count_lines(paragraph, (room - (holder.indent if paragraph.bullet else 0.0)) / size)
        for paragraph in paragraphs
    )
    return size * (_LEAD * lines + _BETWEEN * len(paragraphs))


def _count_lines(paragraph: TextParagraph, room: float) -> int:
    """Lines of a paragraph in ``room`` em."""
    count, used = 1, 0.0
    for width, breaks in _words(paragraph):
        if used and used + width > room:
            count, used = count + 1, 0.0
        if width > room:
            count += ceil(width / room) - 1
        used += width + _LETTER / 2
        if breaks:
            count, used = count + 1, 0.0
    return count


def _words(paragraph: TextParagraph) -> Iterator[tuple[float, bool]]:
    """Each word's width in em, and whether a hard break follows it."""
    width = 0.0
    for span in paragraph.spans:
        letter = _BOLD_LETTER if span.bold or span.semibold else _LETTER
        for sign in span.text:
            if sign in " \n":
                yield width, sign == "\n"
                width = 0.0
            else:
                width += _IDEOGRAPH if east_asian_width(sign) in "WF" else letter
    yield width, False
