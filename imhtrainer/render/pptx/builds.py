"""What of a slide appears later: which shape or paragraph, and at which click."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from imhtrainer.layout.page import (
    Box,
    ChartBox,
    GroupBox,
    PictureBox,
    TableBox,
    TableCell,
    TextBox,
    TextParagraph,
)

Form = Literal["paragraph", "text", "drawing", "frame"]
"""How PowerPoint lists a shape that is animated: its text by paragraph or whole, a drawn shape, or
a picture, group, chart or table, which it does not list at all."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Shape ``shape`` appears at click ``step``; of a text by paragraph its ``paragraph``, from 0."""

    step: int
    shape: int
    form: Form
    paragraph: int = 0


def effects_of(box: Box, shape: int) -> Iterator[Effect]:
    """The effects of a box whose shape has the id ``shape``; none for what is there from the start."""
    match box:
        case TextBox(paragraphs=paragraphs) if any(p.step > box.step for p in paragraphs):
            steps = (max(box.step, paragraph.step) for paragraph in paragraphs)
            for index, step in enumerate(steps):
                if step:
                    yield Effect(step, shape, "paragraph", index)
        case _ if box.step:
            yield Effect(box.step, shape, _form(box))


def _form(box: Box) -> Form:
    match box:
        case TextBox():
            return "text"
        case PictureBox() | GroupBox() | ChartBox() | TableBox():
            return "frame"
        case _:
            return "drawing"


def in_clicks(box: TableBox) -> Iterator[TableBox]:
    """A table in the pieces that appear together: PowerPoint cannot let one row of a table appear.

    Each piece after the first says in its alt text what its cells mean, since the heads stand in another.
    """
    starts = [
        index for index, step in enumerate(box.steps) if not index or step != box.steps[index - 1]
    ]
    if len(starts) < 2:
        yield box
        return
    tops = [box.y, *accumulate(box.rows, initial=box.y)][1:]
    for start, end in zip(starts, [*starts[1:], len(box.rows)], strict=True):
        yield replace(
            box,
            y=tops[start],
            rows=box.rows[start:end],
            cells=box.cells[start:end],
            rules=box.rules[start:end],
            steps=(),
            step=max(box.step, box.steps[start]),
            headed=box.headed and not start,
            alt=_in_words(box, start, end) if start else box.alt,
        )


def _in_words(box: TableBox, start: int, end: int) -> str:
    heads = [_said(cell) for cell in box.cells[0]]
    rows = (
        ", ".join(_with_head(head, _said(cell)) for head, cell in zip(heads, row, strict=True))
        for row in box.cells[start:end]
    )
    return "; ".join(rows)


def _with_head(head: str, said: str) -> str:
    return f"{head}: {said}" if head else said


def _said(cell: TableCell) -> str:
    return " ".join(map(_letters, cell.text.paragraphs))


def _letters(paragraph: TextParagraph) -> str:
    return paragraph.text.replace("\n", " ")
