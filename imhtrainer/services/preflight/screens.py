"""Whether there are two screens, and which of them is the projector."""

from collections.abc import Sequence

from imhtrainer.services.preflight.finding import Judged
from imhtrainer.services.screens.display import first_projector
from imhtrainer.services.screens.facts import ScreenFacts, is_mirrored

LOWEST = (1024, 720)
"""Width and height in device pixels under which text of the slides is no longer sharp in the back row."""


def find_projector(
    screens: Sequence[ScreenFacts], console: ScreenFacts | None, remembered: Sequence[str]
) -> ScreenFacts | None:
    """The screen that presenting would give the room; None where there is one only, or both show the same."""
    if len(screens) < 2 or is_mirrored(screens):
        return None
    return first_projector(screens, console, remembered)


def look_at_screens(
    screens: Sequence[ScreenFacts], console: ScreenFacts | None, remembered: Sequence[str]
) -> Judged:
    """What the room will see the slides on."""
    if is_mirrored(screens):
        return Judged("wrong", "mirrored", tuple(screen.title for screen in screens[:2]))
    projector = find_projector(screens, console, remembered)
    if projector is None:
        return Judged("note", "one screen", tuple(screen.title for screen in screens[:1]) or ("—",))
    others = [screen for screen in screens if screen != projector]
    own = console if console in others else others[0]
    few = projector.width < LOWEST[0] or projector.height < LOWEST[1]
    values = (projector.title, _percent(projector), own.title, _percent(own))
    return Judged(
        "note" if few else "good", "few pixels" if few else "projector", values, "picture"
    )


def _percent(screen: ScreenFacts) -> str:
    return str(round(screen.scale * 100))
