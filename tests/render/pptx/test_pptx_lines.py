"""LibreOffice breaks every line of the exported slides where the page broke it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any, Protocol

import pptx

from imhtrainer.layout.page import Box, Bullet, GroupBox, Line, Page, TableBox, TextBox


class Word(Protocol):
    """A printed word: its centre in points and its letters."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def text(self) -> str: ...


Printed = Callable[[bytes], Sequence[Sequence[Word]]]


def test_every_line_of_the_workshop_is_the_same_in_libreoffice(
    workshop: Sequence[Page], written: Callable[..., bytes], printed: Printed
) -> None:
    shown = printed(written(*workshop))
    assert len(shown) == len(workshop)
    assert [fault for pair in zip(workshop, shown, strict=True) for fault in _faults(*pair)] == []


def test_long_paragraphs_at_every_alignment_break_alike(
    page: Callable[..., Page], words: Any, written: Callable[..., bytes], printed: Printed
) -> None:
    text = (
        "An infant’s signals are small at first: a look, a turned head, a hand that opens. "
        "When a caring adult notices and answers, most of the time, trust grows."
    )
    faces: tuple[dict[str, Any], ...] = ({"family": "head"}, {"bold": True})
    boxes = [
        words(
            text,
            y=104 + 190 * row,
            x=56 + 300 * column,
            w=270,
            size=20,
            lead=26,
            align=align,
            **face,
        )
        for row, face in enumerate(faces)
        for column, align in enumerate(("left", "center", "right"))
    ]
    made = page(*boxes)
    assert list(_faults(made, printed(written(made))[0])) == []


def test_lists_and_hard_breaks_break_alike(
    page: Callable[..., Page], words: Any, written: Callable[..., bytes], printed: Printed
) -> None:
    items = "\n\n".join(
        [
            "Notice the cue: a look,\na sound, a turn away.",
            "Answer, then watch what your baby does next.",
        ]
    )
    listed = words(items, "body", indent=28, bullet=Bullet("•", "coral"))
    numbered = words(items, x=496, indent=50, bullet=Bullet("1.", "ink"))
    made = page(listed, numbered)
    assert list(_faults(made, printed(written(made))[0])) == []


def test_a_title_lengthened_in_powerpoint_keeps_off_the_text(
    page: Callable[..., Page], words: Any, written: Callable[..., bytes], printed: Printed
) -> None:
    made = written(page(words("The text below", "body", h=34)))
    deck = pptx.Presentation(BytesIO(made))
    run = deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0]
    run.text = "Two ties that grow together while a baby and a grown-up learn to read each other"
    edited = BytesIO()
    deck.save(edited)
    shown = printed(edited.getvalue())[0]
    below = next(word.y for word in shown if word.text == "below")
    lines = sorted({round(word.y) for word in shown if word.text in run.text.split()})
    assert len(lines) == 2
    assert max(lines) < below - 20


def _faults(page: Page, shown: Sequence[Word]) -> Iterator[str]:
    """Lines that are not printed, letter for letter, where the page has them."""
    for box in _text_boxes(page.boxes):
        for paragraph in box.paragraphs:
            size = max(span.size for span in paragraph.spans)
            for line in paragraph.lines:
                found = _letters(_words_at(line, size, paragraph.lead, shown))
                if found != _letters(line.text):
                    yield f"{page.number} {box.name}: {line.text!r} is printed as {found!r}"


def _words_at(line: Line, size: float, lead: float, shown: Sequence[Word]) -> str:
    middle = line.baseline - size / 4
    inside = [
        word
        for word in shown
        if abs(word.y - middle) < 0.45 * lead and line.x - 4 < word.x < line.x + line.width + 4
    ]
    return "".join(word.text for word in sorted(inside, key=lambda word: word.x))


def _letters(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _text_boxes(boxes: Iterable[Box]) -> Iterator[TextBox]:
    for box in boxes:
        match box:
            case TextBox():
                yield box
            case GroupBox():
                yield from _text_boxes(box.boxes)
            case TableBox():
                yield from (cell.text for cells in box.cells for cell in cells)
            case _:
                continue
