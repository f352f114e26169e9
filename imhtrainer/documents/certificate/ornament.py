"""The certificate's frame, its sand panel and the risen sun with five passed stations."""

from imhtrainer.layout.page import Box, Command, EllipseBox, PathBox, RectBox

_STATIONS = ((52.0, 520.0), (56.0, 434.0), (68.0, 352.0), (87.0, 276.0), (110.0, 208.0))
_SUN = (134.0, 128.0)
_STATION_RADIUS = 11.0
_SUN_RADIUS = 31.0


def ornaments(dx: float, dy: float) -> tuple[Box, ...]:
    """Frame, panel, path, stations and sun, moved by ``dx``, ``dy`` for another paper."""
    panel = RectBox(27.6 + dx, 27.6 + dy, 150, 556.8, fill="sand", name="panel")
    curve = PathBox(_curve(dx, dy), stroke="lagoon", stroke_width=1.5, name="path")
    frame = RectBox(27 + dx, 27 + dy, 738, 558, stroke="lagoon", stroke_width=1.25, name="frame")
    sun = _disc(_SUN[0] + dx, _SUN[1] + dy, _SUN_RADIUS, "sun", "sun")
    stations = [box for x, y in _STATIONS for box in _station(x + dx, y + dy)]
    return (panel, curve, *stations, sun, frame)


def _station(x: float, y: float) -> tuple[Box, ...]:
    tick: tuple[Command, ...] = (
        ("M", (x - 4.4, y + 0.2)),
        ("L", (x - 1.4, y + 3.4)),
        ("L", (x + 4.6, y - 3.4)),
    )
    disc = _disc(x, y, _STATION_RADIUS, "lagoon", "station")
    return (disc, PathBox(tick, stroke="paper", stroke_width=2, name="tick"))


def _disc(x: float, y: float, radius: float, fill: str, name: str) -> EllipseBox:
    return EllipseBox(x - radius, y - radius, 2 * radius, 2 * radius, fill=fill, name=name)


def _curve(dx: float, dy: float) -> tuple[Command, ...]:
    """A smooth curve through the stations to the sun (Catmull-Rom pieces as cubics)."""
    points = [(x + dx, y + dy) for x, y in (*_STATIONS, _SUN)]
    padded = [points[0], *points, points[-1]]
    commands: list[Command] = [("M", points[0])]
    for i in range(1, len(padded) - 2):
        before, start, end, after = padded[i - 1 : i + 3]
        commands.append(("C", (*_toward(start, before, end), *_toward(end, after, start), *end)))
    return tuple(commands)


def _toward(
    point: tuple[float, float], behind: tuple[float, float], ahead: tuple[float, float]
) -> tuple[float, float]:
    return (point[0] + (ahead[0] - behind[0]) / 6, point[1] + (ahead[1] - behind[1]) / 6)
