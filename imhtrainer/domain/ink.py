"""What is drawn on slides by hand: strokes in whole tenths of a point, and what undo needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import hypot
from typing import Literal

Pen = Literal["pen", "highlighter"]
Point = tuple[float, float]
"""x and y on the page in points, y down."""

TENTHS = 10
TOLERANCE = 0.4
"""Points a kept line may lie beside the hand's: less than the thinnest pen is wide."""
UNDO_DEPTH = 60
"""How many acts on one page can be taken back."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of the hand. ``color`` names a token, ``width`` is in points.

    ``path`` holds the first point and then the way to each next one, x and y in turns, in tenths of a
    point. ``step`` is the build step it was drawn on; it is seen from there on.
    """

    pen: Pen
    color: str
    width: float
    path: tuple[int, ...]
    step: int = 0

    @property
    def points(self) -> tuple[Point, ...]:
        """The line's points."""
        xs, ys = accumulate(self.path[0::2]), accumulate(self.path[1::2])
        return tuple((x / TENTHS, y / TENTHS) for x, y in zip(xs, ys, strict=False))

    def touches(self, at: Point, reach: float) -> bool:
        """Whether the line passes within ``reach`` points of a place."""
        points = self.points
        far = reach + self.width / 2
        pieces = pairwise(points) if len(points) > 1 else ((points[0], points[0]),)
        return any(_distance(at, *piece) <= far for piece in pieces)


@dataclass(frozen=True, slots=True)
class PageInk:
    """The strokes on one page of a slide: 0 is the slide, 1 a question's answer.

    ``version`` counts every act, ``past`` and ``future`` are what undo and redo bring back.
    """

    slide: str
    page: int
    strokes: tuple[Stroke, ...] = ()
    past: tuple[tuple[Stroke, ...], ...] = ()
    future: tuple[tuple[Stroke, ...], ...] = ()
    version: int = 0

    def become(self, strokes: tuple[Stroke, ...]) -> "PageInk":
        """The page after an act that can be taken back."""
        past = (*self.past, self.strokes)[-UNDO_DEPTH:]
        return replace(self, strokes=strokes, past=past, future=(), version=self.version + 1)

    def undo(self) -> "PageInk":
        """The page before the last act; itself where there is none."""
        if not self.past:
            return self
        *past, strokes = self.past
        future = (*self.future, self.strokes)
        version = self.version + 1
        return replace(self, strokes=strokes, past=tuple(past), future=future, version=version)

    def redo(self) -> "PageInk":
        """The page with the act that was taken back; itself where there is none."""
        if not self.future:
            return self
        *future, strokes = self.future
        past = (*self.past, self.strokes)
        version = self.version + 1
        return replace(self, strokes=strokes, past=past, future=tuple(future), version=version)


def make_stroke(
    pen: Pen, color: str, width: float, points: Sequence[Point], step: int = 0
) -> Stroke:
    """A stroke of as few points as draw the same line; there must be at least one point."""
    whole = [(round(x * TENTHS), round(y * TENTHS)) for x, y in _thinned(points)]
    ways = [whole[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole))]
    return Stroke(pen, color, width, tuple(number for way in ways for number in way), step)


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Ramer, Douglas and Peucker: points that lie on the line between others go."""
    kept = {0, len(points) - 1}
    open_pieces = [(0, len(points) - 1)]
    while open_pieces:
        first, last = open_pieces.pop()
        inside = range(first + 1, last)
        if not inside:
            continue
        ends = points[first], points[last]
        farthest = max(inside, key=lambda at: _distance(points[at], *ends))
        if _distance(points[farthest], *ends) > TOLERANCE:
            kept.add(farthest)
            open_pieces += [(first, farthest), (farthest, last)]
    return [points[at] for at in sorted(kept)]


def _distance(at: Point, start: Point, end: Point) -> float:
    """From a point to the piece of a line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return hypot(at[0] - start[0] - share * dx, at[1] - start[1] - share * dy)
