"""Shapes that screen and paper draw alike: bars, table grounds and rules, outlines, arrow heads."""

import math
from collections.abc import Iterator, Sequence

from imhtrainer.layout.page import ChartBox, Command, EllipseBox, PathBox, RectBox, TableBox
from imhtrainer.layout.paths import ellipse_path, rect_path, rounded_rect_path

BAR_EDGE = 2.0
"""Width of a bar's edge in points."""

FIRST_VOTE_HEIGHT = 6.0
"""Height of the line under a bar that shows the vote before a discussion, in points."""

FIRST_VOTE_GAP = 4.0
"""Room between a bar and its first-vote line, in points."""

_HEAD_BASE = 8 / 9
_HEAD_TIP = 20 / 9
_HEAD_HALF_WIDTH = 17 / 9


def outline(box: RectBox | EllipseBox | PathBox) -> tuple[Command, ...]:
    """The box's edge as a path."""
    match box:
        case PathBox():
            return box.commands
        case EllipseBox():
            return ellipse_path(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2)
        case RectBox(radius=radius) if radius > 0:
            return rounded_rect_path(box.x, box.y, box.w, box.h, radius, radius)
        case RectBox():
            return rect_path(box.x, box.y, box.w, box.h)


def chart_bars(box: ChartBox) -> Iterator[RectBox]:
    """The chart's bars and first-vote lines as rectangles; a bar of nobody is left out."""
    row = box.h / max(len(box.bars), 1)
    for number, bar in enumerate(box.bars):
        top = box.y + row * number + (row - box.bar_height) / 2
        width = box.w * bar.value / max(box.maximum, 1)
        if bar.value:
            edge = BAR_EDGE if bar.stroke else 0.0
            yield RectBox(box.x, top, width, box.bar_height, bar.fill, bar.stroke, edge)
        if bar.first:
            first = box.w * bar.first / max(box.maximum, 1)
            under = top + box.bar_height + FIRST_VOTE_GAP
            yield RectBox(box.x, under, first, FIRST_VOTE_HEIGHT, "ink-soft")


def table_grounds(box: TableBox) -> Iterator[tuple[int, RectBox]]:
    """The cells' grounds, then the rules centred on the rows' lower edges, each with its row."""
    top = box.y
    for row, (height, cells) in enumerate(zip(box.rows, box.cells, strict=True)):
        x = box.x
        for column, cell in zip(box.columns, cells, strict=True):
            if cell.fill:
                yield row, RectBox(x, top, column, height, cell.fill)
            x += column
        top += height
    bottom = box.y
    for row, (height, (color, thick)) in enumerate(zip(box.rows, box.rules, strict=True)):
        bottom += height
        if color and thick:
            yield row, RectBox(box.x, bottom - thick / 2, sum(box.columns), thick, color)


def row_step(box: TableBox, row: int) -> int:
    """The build step at which a table's row appears."""
    return box.steps[row] if row < len(box.steps) else 0


def arrow_head(box: PathBox) -> tuple[Command, ...]:
    """The filled head at a path's end, 28 long and 34 wide at a stroke of 9; it grows with it."""
    (x0, y0), (x, y) = _last_direction(box.commands)
    length = math.hypot(x - x0, y - y0) or 1.0
    ux, uy = (x - x0) / length, (y - y0) / length
    back, ahead, half = (
        share * box.stroke_width for share in (_HEAD_BASE, _HEAD_TIP, _HEAD_HALF_WIDTH)
    )
    bx, by = x - ux * back, y - uy * back
    return (
        ("M", (x + ux * ahead, y + uy * ahead)),
        ("L", (bx - uy * half, by + ux * half)),
        ("L", (bx + uy * half, by - ux * half)),
        ("Z", ()),
    )


def _last_direction(
    commands: Sequence[Command],
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The path's end and the last point before it that differs."""
    numbers = [number for letter, points in commands if letter != "Z" for number in points]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    end = points[-1]
    before = next((point for point in reversed(points) if math.dist(point, end) > 1e-6), end)
    return before, end
