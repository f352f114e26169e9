"""Titles that tell slides apart: PowerPoint's accessibility check and its slide lists want no two alike."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from imhtrainer.layout.page import Page, TextBox

_SIZE = 14.0
_HAIR = 1.0
"""A number that would not fit behind the title is there for programs only, in points."""

_WIDTH_SHARE = 0.6
"""The widest of digits, signs and spaces, as a share of their size."""


def unique_titles(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages, a quiet ``(2 of 3)`` behind the title of each that an earlier one has, too."""
    together = Counter(_told(page) for page in pages)
    taken = set(together)
    seen = Counter[str]()
    for page in pages:
        told = _told(page)
        seen[told] += 1
        if not told or seen[told] == 1:
            yield page
            continue
        mark = f" ({seen[told]} of {together[told]})"
        while told + mark in taken:
            mark = f" ({seen[told]} of {together[told]}){mark}"
        taken.add(told + mark)
        yield _marked(page, mark)


def _title(page: Page) -> TextBox | None:
    """The text that fills the title's placeholder: an answer page's is its label."""
    role = "label" if page.layout == "answer" else "title"
    texts = (box for box in page.boxes if isinstance(box, TextBox) and box.role == role)
    return next((box for box in texts if any(words.text for words in box.paragraphs)), None)


def _told(page: Page) -> str:
    """The title as it is compared."""
    title = _title(page)
    words = " ".join(paragraph.text for paragraph in title.paragraphs) if title else ""
    return " ".join(words.split()).casefold()


def _marked(page: Page, mark: str) -> Page:
    title = _title(page)
    if title is None:
        return page
    *above, last = title.paragraphs
    room = last.lines[-1].slack if last.lines else 0.0
    size = _SIZE if room > _WIDTH_SHARE * _SIZE * len(mark) else _HAIR
    span = replace(last.spans[-1], text=mark, size=size, bold=False, link="")
    named = replace(title, paragraphs=(*above, replace(last, spans=(*last.spans, span))))
    return replace(page, boxes=tuple(named if box is title else box for box in page.boxes))
