"""The few drawn marks of the look: discs, ticks, arcs, the ground with its horizon."""

from math import cos, pi, sin, tan

from imhtrainer.layout.compose.scene import PAGE_WIDTH, Scene
from imhtrainer.layout.compose.setting import put_line, single
from imhtrainer.layout.page import Command, EllipseBox, PathBox, RectBox, TextBox
from imhtrainer.layout.text import Frame

CARD_RADIUS = 12.0

HORIZON = 452.0
"""Where the ground begins on title, section and closing pages."""


def disc(
    cx: float,
    cy: float,
    r: float,
    fill: str = "",
    stroke: str = "",
    stroke_width: float = 0.0,
    name: str = "",
    step: int = 0,
) -> EllipseBox:
    """A circle by its centre and radius."""
    return EllipseBox(cx - r, cy - r, 2 * r, 2 * r, fill, stroke, stroke_width, name, step)


def card(
    frame: Frame, fill: str, stroke: str = "", stroke_width: float = 0.0, name: str = "card"
) -> RectBox:
    """A card with round corners whose edge stays inside the frame."""
    inset = stroke_width / 2
    return RectBox(
        frame.x + inset,
        frame.y + inset,
        frame.w - stroke_width,
        frame.h - stroke_width,
        fill,
        stroke,
        stroke_width,
        CARD_RADIUS,
        name,
    )


def sign_in_disc(
    scene: Scene, cx: float, cy: float, sign: str, size: float, color: str, name: str
) -> TextBox:
    """A letter or digit centred on a disc, bold."""
    room = 2 * size
    return put_line(
        scene, cx - room / 2, cy, room, sign, single(size, color, bold=True), name, align="center"
    )


def tick(
    cx: float, cy: float, width: float, color: str, scale: float = 1.0, name: str = "tick"
) -> PathBox:
    """A tick 16 points wide at scale 1, centred."""
    corners = ((-8.0, -0.5), (-2.2, 6.0), (8.0, -6.5))
    points = [(cx + scale * x, cy + scale * y) for x, y in corners]
    return PathBox(_lines(points), stroke=color, stroke_width=width, name=name)


def line(x: float, y: float, x2: float, y2: float, color: str, width: float, name: str) -> PathBox:
    """A straight line with flat ends."""
    return PathBox(
        _lines([(x, y), (x2, y2)]), stroke=color, stroke_width=width, round_ends=False, name=name
    )


def arc(cx: float, cy: float, r: float, start: float, sweep: float) -> tuple[Command, ...]:
    """A clockwise arc; ``start`` and ``sweep`` in degrees, 0 is to the right, -90 is up."""
    pieces = max(1, round(abs(sweep) / 45 + 0.49))
    part = sweep / pieces * pi / 180
    pull = 4 / 3 * tan(part / 4) * r
    angle = start * pi / 180
    commands: list[Command] = [("M", (cx + r * cos(angle), cy + r * sin(angle)))]
    for _ in range(pieces):
        to = angle + part
        commands.append(
            (
                "C",
                (
                    cx + r * cos(angle) - pull * sin(angle),
                    cy + r * sin(angle) + pull * cos(angle),
                    cx + r * cos(to) + pull * sin(to),
                    cy + r * sin(to) - pull * cos(to),
                    cx + r * cos(to),
                    cy + r * sin(to),
                ),
            )
        )
        angle = to
    return tuple(commands)


def rising_sun(cx: float, r: float) -> PathBox:
    """The half of a sun that stands above the horizon."""
    return PathBox((*arc(cx, HORIZON, r, 180, 180), ("Z", ())), fill="sun", name="sun")


def ground_area(fill: str) -> RectBox:
    """The ground below the horizon."""
    return RectBox(0, HORIZON, PAGE_WIDTH, 88, fill, name="ground")


def horizon_line(color: str, width: float) -> PathBox:
    """The horizon across the page."""
    return line(0, HORIZON, PAGE_WIDTH, HORIZON, color, width, "horizon")


def _lines(points: list[tuple[float, float]]) -> tuple[Command, ...]:
    return tuple(("L" if number else "M", point) for number, point in enumerate(points))
