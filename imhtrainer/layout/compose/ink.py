"""What was drawn by hand as boxes over a page: smooth paths, the highlighter see-through."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from imhtrainer.domain.ink import Point, Stroke
from imhtrainer.layout.page import Command, GroupBox, Page, PathBox

SEEN_THROUGH = 0.4
"""How much of a highlighter's colour covers what is under it."""
NAME = "drawn-by-hand"
WORDS = "Drawn by hand during the session"


def with_ink(page: Page, strokes: Sequence[Stroke]) -> Page:
    """The page with strokes over it, those of one build step in a group that appears with the step."""
    if not strokes:
        return page
    return replace(page, boxes=(*page.boxes, *_groups(strokes, page.steps)))


def stroke_box(stroke: Stroke) -> PathBox:
    """A stroke as a path with round ends."""
    return PathBox(
        _smooth(stroke.points),
        stroke=stroke.color,
        stroke_width=stroke.width,
        name="stroke",
        opacity=SEEN_THROUGH if stroke.pen == "highlighter" else 1.0,
    )


def _groups(strokes: Sequence[Stroke], steps: int) -> Iterable[GroupBox]:
    ordered = sorted(strokes, key=lambda stroke: min(stroke.step, steps))
    for step, together in groupby(ordered, key=lambda stroke: min(stroke.step, steps)):
        boxes = tuple(stroke_box(stroke) for stroke in together)
        yield GroupBox(boxes, NAME, WORDS, step)


def _smooth(points: Sequence[Point]) -> tuple[Command, ...]:
    """Catmull and Rom's curve through the points as cubic pieces; a lone point is a dot."""
    (x, y), *rest = points
    if not rest:
        return (("M", (x, y)), ("L", (x + 0.1, y)))
    ends = [points[0], *points, points[-1]]
    commands: list[Command] = [("M", (x, y))]
    for at, (start, end) in enumerate(pairwise(points)):
        before, after = ends[at], ends[at + 3]
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        commands.append(("C", (*one, *two, *end)))
    return tuple(commands)
