"""Whether there are two screens, and which of them is the projector."""

from collections.abc import Sequence

from imhtrainer.services.preflight.finding import Finding, note, wrong
from imhtrainer.services.screens.facts import ScreenFacts, is_mirrored

LOWEST = (1024, 720)
"""Width and height in device pixels under which text of the slides is no longer sharp in the back row."""


def find_projector(
    screens: Sequence[ScreenFacts], console: ScreenFacts | None, remembered: Sequence[str]
) -> ScreenFacts | None:
    """The screen that presenting would give the room: one chosen before, else the one without the console."""
    if len(screens) < 2 or is_mirrored(screens):
        return None
    known = {screen.key: screen for screen in screens}
    kept = next((known[key] for key in remembered if key in known), None)
    return kept or next((screen for screen in screens if screen != console), None)


def look_at_screens(
    screens: Sequence[ScreenFacts], console: ScreenFacts | None, remembered: Sequence[str]
) -> Finding:
    """What the room will see the slides on."""
    if is_mirrored(screens):
        return wrong(
            "Both screens show the same picture, so the room would see your notes. "
            "Choose “Extend” in the system's display settings (Windows key + P)."
        )
    projector = find_projector(screens, console, remembered)
    if projector is None:
        return note(
            "There is one screen only. Plug in the projector, or present with the strip: no notes then."
        )
    words = f"{_describe(projector)} is the projector."
    if projector.width < LOWEST[0] or projector.height < LOWEST[1]:
        return note(
            f"{words} It shows few pixels: look whether the back row can read.",
            "picture",
            "Test picture",
        )
    return Finding("good", words, "picture", "Test picture")


def _describe(screen: ScreenFacts) -> str:
    scale = f" at {round(screen.scale * 100)} %" if screen.scale != 1 else ""
    return f"{screen.title}{scale}"
