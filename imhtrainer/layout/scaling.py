"""A page's boxes, smaller or larger, at another place: slides on handouts and in guides."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from imhtrainer.layout.page import (
    Box,
    ChartBox,
    EllipseBox,
    GlyphRun,
    GroupBox,
    Line,
    Page,
    PathBox,
    PictureBox,
    QrBox,
    RectBox,
    Span,
    TableBox,
    TextBox,
    TextParagraph,
)

Framed = TypeVar("Framed", TextBox, RectBox, EllipseBox, PictureBox, ChartBox)


@dataclass(frozen=True, slots=True)
class Scaling:
    """Every length times ``share``, then moved by ``dx`` and ``dy`` points."""

    share: float
    dx: float
    dy: float

    def x(self, value: float) -> float:
        """Where a point's x comes to stand."""
        return value * self.share + self.dx

    def y(self, value: float) -> float:
        """Where a point's y comes to stand."""
        return value * self.share + self.dy


def miniature(page: Page, x: float, y: float, w: float, frame: str = "edge") -> tuple[Box, ...]:
    """The page, ``w`` points wide with its top left corner at ``x``, ``y``: ground, boxes, a thin frame."""
    by = Scaling(w / page.width, x, y)
    h = page.height * by.share
    ground = RectBox(x, y, w, h, fill=page.ground, name="miniature-ground")
    edge = RectBox(x, y, w, h, stroke=frame, stroke_width=0.75, name="miniature-frame")
    return (ground, *scale_boxes(page.boxes, by), edge)


def scale_boxes(boxes: Iterable[Box], by: Scaling) -> tuple[Box, ...]:
    """The boxes with every place, size, type size and line weight scaled."""
    return tuple(_scaled(box, by) for box in boxes)


def _scaled(box: Box, by: Scaling) -> Box:
    match box:
        case TextBox():
            return _text(box, by)
        case RectBox():
            radius, width = box.radius * by.share, box.stroke_width * by.share
            return replace(_framed(box, by), radius=radius, stroke_width=width)
        case EllipseBox():
            return replace(_framed(box, by), stroke_width=box.stroke_width * by.share)
        case PathBox():
            return _path(box, by)
        case PictureBox():
            drawing = tuple(_path(path, by) for path in box.drawing)
            return replace(_framed(box, by), drawing=drawing)
        case TableBox():
            return _table(box, by)
        case ChartBox():
            return replace(_framed(box, by), bar_height=box.bar_height * by.share)
        case QrBox():
            return replace(box, x=by.x(box.x), y=by.y(box.y), w=box.w * by.share)
        case GroupBox():
            return replace(box, boxes=scale_boxes(box.boxes, by))


def _framed(box: Framed, by: Scaling) -> Framed:
    return replace(box, x=by.x(box.x), y=by.y(box.y), w=box.w * by.share, h=box.h * by.share)


def _text(box: TextBox, by: Scaling) -> TextBox:
    paragraphs = tuple(_paragraph(paragraph, by) for paragraph in box.paragraphs)
    return replace(_framed(box, by), paragraphs=paragraphs)


def _paragraph(paragraph: TextParagraph, by: Scaling) -> TextParagraph:
    return replace(
        paragraph,
        spans=tuple(_span(span, by) for span in paragraph.spans),
        lead=paragraph.lead * by.share,
        before=paragraph.before * by.share,
        indent=paragraph.indent * by.share,
        lines=tuple(_line(line, by) for line in paragraph.lines),
    )


def _span(span: Span, by: Scaling) -> Span:
    return replace(span, size=span.size * by.share)


def _line(line: Line, by: Scaling) -> Line:
    return replace(
        line,
        x=by.x(line.x),
        baseline=by.y(line.baseline),
        width=line.width * by.share,
        runs=tuple(_run(run, by) for run in line.runs),
        slack=line.slack * by.share,
        overhang=line.overhang * by.share,
    )


def _run(run: GlyphRun, by: Scaling) -> GlyphRun:
    share = by.share
    return replace(
        run,
        size=run.size * share,
        x=by.x(run.x),
        baseline=by.y(run.baseline),
        advances=tuple(advance * share for advance in run.advances),
        offsets=tuple((x * share, y * share) for x, y in run.offsets),
    )


def _path(path: PathBox, by: Scaling) -> PathBox:
    commands = tuple((letter, _points(numbers, by)) for letter, numbers in path.commands)
    return replace(path, commands=commands, stroke_width=path.stroke_width * by.share)


def _points(numbers: tuple[float, ...], by: Scaling) -> tuple[float, ...]:
    return tuple(
        by.y(number) if index % 2 else by.x(number) for index, number in enumerate(numbers)
    )


def _table(table: TableBox, by: Scaling) -> TableBox:
    return replace(
        table,
        x=by.x(table.x),
        y=by.y(table.y),
        columns=tuple(width * by.share for width in table.columns),
        rows=tuple(height * by.share for height in table.rows),
        cells=tuple(
            tuple(replace(cell, text=_text(cell.text, by)) for cell in row) for row in table.cells
        ),
        rules=tuple((color, width * by.share) for color, width in table.rules),
    )
