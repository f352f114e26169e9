"""The time that is left, as a ring that the whole room can read."""

from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import put_line, single
from imhtrainer.layout.compose.shapes import arc, disc
from imhtrainer.layout.page import Box, PathBox

CENTRE = (744.0, 270.0)
RADIUS = 150.0
RING = 20.0
DIGITS = single(116, bold=True)
SMALLER_DIGITS = single(92, bold=True)
LAST_SHARE = 0.2
"""From here on the rest of the time is shown as sun."""


def time_ring(scene: Scene, share: float, digits: str, caption: str, widest: str = "") -> list[Box]:
    """A ring of which ``share`` is still to come; ``widest`` are the most digits it will show.

    The digits keep one size while time runs, so that nothing jumps when they become fewer.
    """
    x = CENTRE[0] - RADIUS + RING
    w = 2 * (RADIUS - RING)
    style = DIGITS if len(widest or digits) <= len("0:00") else SMALLER_DIGITS
    return [
        disc(*CENTRE, RADIUS, "surface", "sand", RING, "timer"),
        *_rest(share),
        put_line(scene, x, 256, w, digits, style, "timer-digits", "caption", "center"),
        put_line(scene, x, 334, w, caption, single(26, "ink-soft"), "timer-words", "", "center"),
    ]


def _rest(share: float) -> tuple[Box, ...]:
    """The rest of the time, clockwise from 12."""
    color = "sun" if share <= LAST_SHARE else "lagoon"
    if share <= 0:
        return ()
    if share >= 1:
        return (disc(*CENTRE, RADIUS, "", color, RING, "timer-left"),)
    ring = arc(*CENTRE, RADIUS, -90, 360 * share)
    return (PathBox(ring, "", color, RING, round_ends=False, name="timer-left"),)
