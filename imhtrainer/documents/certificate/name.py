"""The attendee's name on a certificate: one line, else two smaller ones, down to a floor, else reported."""

from dataclasses import dataclass

from imhtrainer.documents.setting import Type, paragraph
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.page import TextBox, TextParagraph
from imhtrainer.layout.text import count_lines, fits, set_text

WIDTH = 525.0
"""Points a name may be wide."""

FULL = 36.0
FLOOR = 24.0
"""Sizes in points: a name begins at ``FULL`` and is never smaller than ``FLOOR``."""

_HAIR = 0.5
"""Points nobody sees."""

_ONE_LINE = (190.0, 46.0)
_TWO_LINES = (182.0, 62.0)
_TWO_LINE_STEPS = ((27.0, 31.0), (26.0, 30.0), (25.0, 29.0), (FLOOR, 28.0))


@dataclass(frozen=True, slots=True)
class NameReport:
    """How a name prints: lines, size in points, letters no font has, and whether it fits at all."""

    name: str
    lines: int
    size: float
    missing: tuple[str, ...]
    fits: bool

    @property
    def as_it_is(self) -> bool:
        """Whether nobody needs to look at it: one line, full size, every letter there."""
        return self.fits and self.lines == 1 and self.size == FULL and not self.missing

    @property
    def printable(self) -> bool:
        """Whether a certificate may be issued in this name."""
        return self.fits and not self.missing


def set_name(fonts: FontLibrary, name: str, x: float, dy: float = 0.0) -> TextBox | None:
    """The name in the largest allowed type, or None when not even the smallest holds it."""
    whole = _paragraph(name, FULL, 46.0)
    if fits(fonts, (whole,), WIDTH, 46.0) and count_lines(fonts, (whole,), WIDTH) == 1:
        return _put(fonts, Frame(x, _ONE_LINE[0] + dy, WIDTH, _ONE_LINE[1]), whole)
    for size, lead in _TWO_LINE_STEPS:
        smaller = _paragraph(name, size, lead)
        if fits(fonts, (smaller,), WIDTH, 2 * lead):
            on_one = count_lines(fonts, (smaller,), WIDTH) == 1
            top = sum(_ONE_LINE) - lead if on_one else _TWO_LINES[0]
            height = lead if on_one else _TWO_LINES[1]
            return _put(fonts, Frame(x, top + dy, WIDTH, height), smaller)
    return None


def report_name(fonts: FontLibrary, name: str) -> NameReport:
    """How a name will print, before anything is issued."""
    box = set_name(fonts, name, 0.0)
    if box is None:
        return NameReport(name, 0, FLOOR, (), fits=False)
    runs = [run for p in box.paragraphs for line in p.lines for run in line.runs]
    missing = tuple(dict.fromkeys(run.text for run in runs if run.missing))
    lines = sum(len(p.lines) for p in box.paragraphs)
    return NameReport(name, lines, box.paragraphs[0].spans[0].size, missing, fits=True)


def _put(fonts: FontLibrary, frame: Frame, name: TextParagraph) -> TextBox:
    """The name in its frame; one that is read from the right hugs its letters at the column's left edge.

    The paper is set flush left: a name at the far right would stand apart from what it belongs to.
    """
    box = set_text(fonts, frame, (name,), "name", "title")
    lines = box.paragraphs[0].lines
    if all(line.x <= frame.x + _HAIR for line in lines):
        return box
    hugging = Frame(frame.x, frame.y, max(line.width for line in lines) + _HAIR, frame.h)
    return set_text(fonts, hugging, (name,), "name", "title")


def _paragraph(name: str, size: float, lead: float) -> TextParagraph:
    return paragraph(name, Type(size, lead, bold=True, family="head"))
