"""The five points on one page: each at its station of the sun path, for a look back."""

from dataclasses import replace
from math import asin, degrees, sqrt

from imhtrainer.domain.deck import Section
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.foot import finish
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import TITLE, Style, paragraph, put, put_middle
from imhtrainer.layout.compose.shapes import (
    HORIZON,
    arc,
    disc,
    ground_area,
    horizon_line,
    rising_sun,
    sign_in_disc,
)
from imhtrainer.layout.page import Box, Page, PathBox
from imhtrainer.layout.text import Frame

NAME = Style(30, 38, "ink", "head", bold=True)
LOWEST = 410.0
PITCH = 69.0
RADIUS = 340.0
CENTRE_X = 440.0
SUN = (770.0, 150.0)
_DISC = 26.0
_RIGHT = 904.0


def compose_points_page(scene: Scene) -> Page:
    """Number discs on the path with the points' titles; a deck without points is refused."""
    points = sorted(
        (section for section in scene.deck.sections if section.point),
        key=lambda section: section.point,
    )
    if not points:
        raise LayoutError("the deck has no points; give its sections “point=1” to “point=5”")
    title = put(
        scene,
        Frame(56, 36, 848, 52),
        (paragraph(scene.say("five_points"), TITLE),),
        "title",
        "title",
    )
    last = degrees(asin((HORIZON - _height(points[-1])) / RADIUS))
    curve = PathBox(
        arc(CENTRE_X, HORIZON, RADIUS, 180, last), stroke="path", stroke_width=2.5, name="curve"
    )
    boxes: list[Box] = [
        rising_sun(*SUN),
        curve,
        ground_area("sand"),
        horizon_line("ink", 3.6),
        title,
    ]
    for section in points:
        boxes += _point(scene, section)
    page = finish(scene, "paper", boxes, "points", title=scene.say("five_points"))
    return replace(page, slide_id="", number=0, notes=())


def _point(scene: Scene, section: Section) -> list[Box]:
    y = _height(section)
    x = CENTRE_X - sqrt(RADIUS**2 - (HORIZON - y) ** 2)
    start = x + _DISC + 18
    room = Frame(start, y - NAME.lead, _RIGHT - start, 2 * NAME.lead)
    digit = str(section.point)
    return [
        disc(x, y, _DISC, "sun", "ink", 2, f"point-{digit}-disc"),
        sign_in_disc(scene, x, y, digit, 28, "ink", f"point-{digit}-digit"),
        put_middle(scene, room, section.title, NAME, f"point-{digit}", "item", line=section.line),
    ]


def _height(section: Section) -> float:
    return LOWEST - (section.point - 1) * PITCH
