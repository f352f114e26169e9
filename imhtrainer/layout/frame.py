"""A rectangle to lay something out in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """Left, top, width and height in points, y down."""

    x: float
    y: float
    w: float
    h: float
