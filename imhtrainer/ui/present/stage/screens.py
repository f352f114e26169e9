"""Which screen the room's window stands on, decided without Qt so that unplugging can be tested.

A projector that goes is remembered; its window is never put over the console. When the same screen comes
back (name, serial number and size), the window returns to it; another screen waits until it is chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Mode = Literal["fullscreen", "windowed", "lost"]


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """What tells one screen from another; ``width`` and ``height`` are device pixels."""

    name: str
    serial: str
    width: int
    height: int

    @property
    def title(self) -> str:
        """Name and size as people read them."""
        return f"{self.name}, {self.width} × {self.height}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the room's window stands: filling ``projector``, in a window, or hidden because it went."""

    mode: Mode
    projector: ScreenFacts | None = None


def first_place(
    screens: Sequence[ScreenFacts], console: ScreenFacts | None, windowed: bool = False
) -> Place:
    """The place at the start: the first screen that is not the console's, else a window."""
    other = _other(screens, console)
    return Place("windowed") if windowed or other is None else Place("fullscreen", other)


def screens_changed(
    place: Place, screens: Sequence[ScreenFacts], console: ScreenFacts | None
) -> Place:
    """The place after a screen came or went, or the console moved.

    Where the console has come to stand on the projector's screen, the slides go to the other one.
    """
    there = place.projector is not None and place.projector in screens
    if place.mode == "fullscreen" and not there:
        return replace(place, mode="lost")
    if place.mode == "fullscreen" and place.projector == console:
        return first_place(screens, console)
    if place.mode == "lost" and there and place.projector != console:
        return replace(place, mode="fullscreen")
    return place


def take_projector(
    place: Place, screens: Sequence[ScreenFacts], console: ScreenFacts | None
) -> Place:
    """The place after F5: the projector again, or whichever other screen there is now."""
    if place.projector is not None and place.projector in screens and place.projector != console:
        return replace(place, mode="fullscreen")
    other = _other(screens, console)
    return Place("fullscreen", other) if other is not None else Place("windowed", place.projector)


def choose_screen(screen: ScreenFacts) -> Place:
    """The place after a screen was picked by hand."""
    return Place("fullscreen", screen)


def waiting_screen(
    place: Place, screens: Sequence[ScreenFacts], console: ScreenFacts | None
) -> ScreenFacts | None:
    """A screen that could show the slides but does not yet; None when there is nothing to offer."""
    return None if place.mode == "fullscreen" else _other(screens, console)


def _other(screens: Sequence[ScreenFacts], console: ScreenFacts | None) -> ScreenFacts | None:
    return next((screen for screen in screens if screen != console), None)
