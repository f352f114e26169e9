"""A page laid out from left to right, turned for readers who begin at the right.

Things change sides as wholes: text keeps its own direction, and what is drawn stays as it was drawn.
"""

from collections.abc import Iterable
from dataclasses import replace

from imhtrainer.layout.directions import base_level
from imhtrainer.layout.page import (
    Align,
    Box,
    GroupBox,
    Line,
    PathBox,
    QrBox,
    TableBox,
    TextBox,
    TextParagraph,
)
from imhtrainer.layout.scaling import Scaling, scale_boxes


def mirrored(boxes: Iterable[Box], width: float) -> tuple[Box, ...]:
    """The boxes of a page ``width`` points wide, each as far from the right as it was from the left."""
    return tuple(_mirrored(box, width) for box in boxes)


def _mirrored(box: Box, width: float) -> Box:
    left, right = _extent(box)
    (moved,) = scale_boxes((box,), Scaling(1.0, width - left - right, 0.0))
    return _turned(moved) if isinstance(moved, TextBox) else moved


def _extent(box: Box) -> tuple[float, float]:
    match box:
        case PathBox(commands=commands):
            across = [n for _, numbers in commands for n in numbers[::2]]
            return min(across), max(across)
        case GroupBox(boxes=inside):
            extents = [_extent(one) for one in inside]
            return min(left for left, _ in extents), max(right for _, right in extents)
        case TableBox(x=x, columns=columns):
            return x, x + sum(columns)
        case QrBox(x=x, w=w):
            return x, x + w
        case _:
            return box.x, box.x + box.w


def _turned(box: TextBox) -> TextBox:
    """The text with lines that began at the left of their box ending at its right."""
    paragraphs = tuple(_paragraph(paragraph, box) for paragraph in box.paragraphs)
    return replace(box, paragraphs=paragraphs)


def _paragraph(paragraph: TextParagraph, box: TextBox) -> TextParagraph:
    from_right = base_level("".join(span.text for span in paragraph.spans)) == 1
    if paragraph.align == "center" or (from_right and paragraph.align == "left"):
        return paragraph
    lines = tuple(_line(line, box) for line in paragraph.lines)
    align: Align = "right" if paragraph.align == "left" else "left"
    return replace(paragraph, align=align, lines=lines)


def _line(line: Line, box: TextBox) -> Line:
    by = 2 * box.x + box.w - 2 * line.x - line.width
    runs = tuple(replace(run, x=run.x + by) for run in line.runs)
    return replace(line, x=line.x + by, runs=runs)


def placed(x: float, w: float, width: float, from_right: bool) -> float:
    """Where something ``w`` wide at ``x`` stands on a page, or on its mirror."""
    return width - x - w if from_right else x
