"""What is known of a screen, and how one is told from another."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen; ``width`` and ``height`` are device pixels, ``left`` and ``top`` where the system put it.

    Name, serial number and size tell one screen from another. Scale and place may change while it stays the
    same screen. ``twin`` numbers screens that nothing else tells apart.
    """

    name: str
    serial: str
    width: int
    height: int
    scale: float = field(default=1.0, compare=False)
    left: int = field(default=0, compare=False)
    top: int = field(default=0, compare=False)
    twin: int = 0

    @property
    def title(self) -> str:
        """Name and size as people read them."""
        return f"{self.name}, {self.width} × {self.height}"

    @property
    def key(self) -> str:
        """What tells this screen from others, in one line that can be kept."""
        return f"{self.name}|{self.serial}|{self.width}x{self.height}|{self.twin}"

    @property
    def device(self) -> tuple[str, str, int]:
        """The piece of hardware, whatever its resolution is."""
        return self.name, self.serial, self.twin


def distinct(screens: Sequence[ScreenFacts]) -> tuple[ScreenFacts, ...]:
    """The screens from left to right, with those that look the same numbered so that none is lost."""
    found: list[ScreenFacts] = []
    for screen in sorted(screens, key=lambda each: (each.left, each.top)):
        twins = sum(replace(known, twin=0) == screen for known in found)
        found.append(replace(screen, twin=twins))
    return tuple(found)


def is_mirrored(screens: Sequence[ScreenFacts]) -> bool:
    """Whether two screens show the same place of the desktop.

    Where the system makes one screen of the two, as Windows and macOS do, there is only one to be seen.
    """
    places = [(screen.left, screen.top) for screen in screens]
    return len(set(places)) < len(places)
