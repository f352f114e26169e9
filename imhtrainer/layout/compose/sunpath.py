"""The sun path: five stations on a rising curve, the one motif of the look.

Done is a small filled disc, now is the sun, to come is a ring: size and fill tell the state
without colour.
"""

from collections.abc import Sequence

from imhtrainer.layout.compose.scene import Scene, Station
from imhtrainer.layout.compose.shapes import arc, disc, sign_in_disc, tick
from imhtrainer.layout.page import Box, Command, GroupBox, PathBox

SMALL = ((0.0, 20.0), (22.0, 12.0), (45.0, 6.0), (69.0, 2.0), (94.0, 0.0))
"""The small path's stations from its own corner."""

LARGE = ((580.0, 407.0), (614.0, 309.0), (680.0, 230.0), (767.0, 179.0), (866.0, 162.0))
"""The large path's stations on a section's page: at 171, 150.5, 130, 110 and 90 degrees."""

_HIDDEN_FOOT_LIFT = 4.5
"""The ground hides the foot of the first sun; its digit is centred on what is seen."""


def small_path(stations: Sequence[Station], x: float = 758.0, y: float = 493.0) -> tuple[Box, ...]:
    """The path at the foot of a page, decoration; nothing for a deck without points."""
    if not stations:
        return ()
    places = [(x + dx, y + dy) for dx, dy in SMALL]
    curve = PathBox(smooth(places), stroke="path", stroke_width=1.75, name="sun-path-curve")
    marks = (_small(cx, cy, state) for (cx, cy), state in zip(places, stations, strict=True))
    return (GroupBox((curve, *marks), "sun-path"),)


def large_path(scene: Scene) -> GroupBox:
    """The path of a section's page: the number of each point at its station."""
    quarter = PathBox(
        arc(866, 452, 290, 180, 90), stroke="horizon", stroke_width=2.5, name="sun-path-curve"
    )
    boxes: list[Box] = [quarter]
    for point, state in enumerate(scene.stations(), 1):
        boxes += _large(scene, point, state)
    return GroupBox(tuple(boxes), "sun-path")


def smooth(points: Sequence[tuple[float, float]]) -> tuple[Command, ...]:
    """A curve through all points (Catmull-Rom, as cubic pieces)."""
    padded = [points[0], *points, points[-1]]
    commands: list[Command] = [("M", points[0])]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        commands.append(
            (
                "C",
                (
                    start[0] + (end[0] - before[0]) / 6,
                    start[1] + (end[1] - before[1]) / 6,
                    end[0] - (after[0] - start[0]) / 6,
                    end[1] - (after[1] - start[1]) / 6,
                    *end,
                ),
            )
        )
    return tuple(commands)


def _small(cx: float, cy: float, state: Station) -> Box:
    match state:
        case "done":
            return disc(cx, cy, 5, "lagoon", name="done")
        case "now":
            return disc(cx, cy, 10, "sun", "ink", 2, name="now")
        case "to come":
            return disc(cx, cy, 4.5, "paper", "ink-soft", 1.75, name="to-come")


def _large(scene: Scene, point: int, state: Station) -> tuple[Box, ...]:
    cx, cy = LARGE[point - 1]
    digit = f"digit-{point}"
    match state:
        case "done":
            return (disc(cx, cy, 24, "horizon", name="done"), tick(cx, cy, 3.5, "ink"))
        case "now":
            sun = disc(cx, cy, 58, "sun", name="now")
            lift = _HIDDEN_FOOT_LIFT if point == 1 else 0.0
            return (sun, sign_in_disc(scene, cx, cy - lift, str(point), 60, "ink", digit))
        case "to come":
            ring = disc(cx, cy, 24, "lagoon", "horizon", 2.5, name="to-come")
            return (ring, sign_in_disc(scene, cx, cy, str(point), 26, "paper", digit))
