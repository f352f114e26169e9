"""Drawn shapes: rectangles, ellipses and paths."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RectBox:
    """A rectangle; ``radius`` rounds its corners, ``stroke_width`` is centred on the edge."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    name: str = ""
    step: int = 0


@dataclass(frozen=True, slots=True)
class EllipseBox:
    """An ellipse in its bounding rectangle."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    name: str = ""
    step: int = 0


Command = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``, page points."""


@dataclass(frozen=True, slots=True)
class PathBox:
    """A path of straight and cubic pieces; ``arrow`` puts a filled head at its end.

    ``opacity`` under 1 lets what is below be seen through its stroke.
    """

    commands: tuple[Command, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    round_ends: bool = True
    arrow: bool = False
    name: str = ""
    step: int = 0
    opacity: float = 1.0
