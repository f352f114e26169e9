"""What was drawn on the slides; ``page`` is 0 for the slide and 1 for a question's answer."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.ink import Stroke


@dataclass(frozen=True, slots=True)
class StrokeDrawn:
    """A line was drawn."""

    at: datetime
    slide: str
    page: int
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class StrokesErased:
    """Lines were wiped away; ``strokes`` counts them from 0 as they were drawn."""

    at: datetime
    slide: str
    page: int
    strokes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InkUndone:
    """The last act on a page was taken back."""

    at: datetime
    slide: str
    page: int


@dataclass(frozen=True, slots=True)
class InkRedone:
    """What was taken back last was done again."""

    at: datetime
    slide: str
    page: int


InkEvent = StrokeDrawn | StrokesErased | InkUndone | InkRedone
