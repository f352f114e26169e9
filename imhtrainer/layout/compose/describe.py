"""A page in words, for whoever hears it instead of seeing it."""

from collections.abc import Iterable, Iterator

from imhtrainer.layout.page import (
    Box,
    ChartBox,
    GroupBox,
    PictureBox,
    TableBox,
    TextBox,
    TextParagraph,
)

_ENDS = ".?!:…"


def describe(boxes: Iterable[Box]) -> str:
    """The text of the boxes in reading order, and what their pictures show."""
    return " ".join(_ended(words) for words in _words(boxes))


def _words(boxes: Iterable[Box]) -> Iterator[str]:
    for box in boxes:
        match box:
            case TextBox(role=role, paragraphs=paragraphs) if role != "number":
                yield from _said(paragraphs)
            case TableBox():
                for row in box.cells:
                    said = (" ".join(_said(cell.text.paragraphs)) for cell in row)
                    yield ", ".join(filter(None, said))
            case PictureBox(alt=alt) | ChartBox(alt=alt) | GroupBox(alt=alt) if alt:
                yield alt
            case _:
                continue


def _said(paragraphs: Iterable[TextParagraph]) -> Iterator[str]:
    return (said for p in paragraphs if (said := p.text.replace("\n", " ").strip()))


def _ended(words: str) -> str:
    closed = words.rstrip("”’\"')")
    return words if closed.endswith(tuple(_ENDS)) else f"{words}."
