"""What happens to screens and windows, and what is then to be done with the windows."""

from dataclasses import dataclass

from imhtrainer.services.screens.facts import ScreenFacts


@dataclass(frozen=True, slots=True)
class Began:
    """Presenting begins; ``remembered`` are keys of screens chosen as projectors before, newest first.

    With ``windowed`` no whole screen is taken.
    """

    screens: tuple[ScreenFacts, ...]
    console: ScreenFacts | None
    windowed: bool = False
    remembered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """The screens as they are, some moments after any of them came, went, or was arranged anew."""

    screens: tuple[ScreenFacts, ...]
    console: ScreenFacts | None


@dataclass(frozen=True, slots=True)
class Woke:
    """The laptop slept, or its lid was shut; windows may have been moved meanwhile."""

    screens: tuple[ScreenFacts, ...]
    console: ScreenFacts | None


@dataclass(frozen=True, slots=True)
class ScreenGone:
    """A screen was unplugged just now; the system is about to move, or has moved, its windows."""

    screen: ScreenFacts


@dataclass(frozen=True, slots=True)
class ScreenChanged:
    """A screen that stays plugged in has another resolution, scale or place."""

    before: ScreenFacts
    after: ScreenFacts


@dataclass(frozen=True, slots=True)
class ConsoleMoved:
    """The console's window came onto a screen, by whatever hand; None while it is between screens."""

    screen: ScreenFacts | None


@dataclass(frozen=True, slots=True)
class RoomWindowMoved:
    """The system put the room's window onto a screen."""

    screen: ScreenFacts | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The facilitator says that this screen is the projector."""

    screen: ScreenFacts


@dataclass(frozen=True, slots=True)
class Taken:
    """The facilitator wants the slides on the projector, or back (F5)."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """The facilitator wants slides and notes to change screens (X)."""


@dataclass(frozen=True, slots=True)
class WindowWanted:
    """The facilitator wants the slides in a window beside the notes, on the console's screen."""


@dataclass(frozen=True, slots=True)
class StripWanted:
    """The facilitator wants the slides to fill the console's screen, with the strip below them."""


@dataclass(frozen=True, slots=True)
class TrainingOver:
    """The training has ended: the projector keeps a page, and the laptop goes on to other work."""


@dataclass(frozen=True, slots=True)
class RoomLeft:
    """Nothing more is to be shown to the room."""


ScreenEvent = (
    Began
    | Settled
    | Woke
    | ScreenGone
    | ScreenChanged
    | ConsoleMoved
    | RoomWindowMoved
    | Chosen
    | Taken
    | Swapped
    | WindowWanted
    | StripWanted
    | TrainingOver
    | RoomLeft
)


@dataclass(frozen=True, slots=True)
class Fill:
    """Fill this screen with the room's window."""

    screen: ScreenFacts


@dataclass(frozen=True, slots=True)
class Float:
    """Show the room's window with a frame, on the console's screen."""


@dataclass(frozen=True, slots=True)
class Hide:
    """Take the room's window away."""


@dataclass(frozen=True, slots=True)
class Dock:
    """Show the slides in the console's own window, above the strip."""


@dataclass(frozen=True, slots=True)
class MoveConsole:
    """Put the console's window onto this screen."""

    screen: ScreenFacts


Intent = Fill | Float | Hide | Dock | MoveConsole
