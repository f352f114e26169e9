"""Commands about drawing on slides; ``slide`` is an index, ``page`` 1 means a question's answer."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.ink import Stroke


@dataclass(frozen=True, slots=True)
class DrawStroke:
    """Draw a line."""

    at: datetime
    slide: int
    page: int
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class EraseStrokes:
    """Wipe lines away, counted from 0 as they were drawn; without any, all of the page."""

    at: datetime
    slide: int
    page: int
    strokes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoInk:
    """Take the last act on a page back."""

    at: datetime
    slide: int
    page: int


@dataclass(frozen=True, slots=True)
class RedoInk:
    """Do again what was taken back last."""

    at: datetime
    slide: int
    page: int


InkCommand = DrawStroke | EraseStrokes | UndoInk | RedoInk
