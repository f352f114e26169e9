"""What a person sets on the console and finds again next time."""

from dataclasses import replace

from imhtrainer.ui.settings import CurrentSettings

PROJECTORS = 8
"""How many screens are remembered as projectors, for as many rooms."""


class Kept:
    """Writes each choice into the settings."""

    def __init__(self, settings: CurrentSettings) -> None:
        self._settings = settings

    def projector(self, key: str) -> None:
        """The screen chosen for the room is it again next time."""
        others = (known for known in self._settings.now.projectors if known != key)
        kept = (key, *others)[:PROJECTORS]
        self._settings.change(replace(self._settings.now, projectors=kept))

    def volume(self, volume: float) -> None:
        """How loud films are."""
        self._settings.change(replace(self._settings.now, volume=volume))

    def notes_size(self, pixels: int) -> None:
        """How large the notes are."""
        self._settings.change(replace(self._settings.now, notes_size=pixels))

    def scheme(self, dark: bool) -> None:
        """Dark or light."""
        self._settings.change(replace(self._settings.now, scheme="dark" if dark else "light"))
