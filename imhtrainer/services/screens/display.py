"""Where notes and slides stand, as a state that only screen events change.

Notes are shown on a screen only when the facilitator sat at it from the beginning or said so, and never where
the room looks. A projector that goes is remembered: its window returns to the same screen (name, serial number
and size) and to no other. Whatever happens, slide, clock and round are not touched: they live elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from imhtrainer.services.screens.events import (
    Began,
    Chosen,
    ConsoleMoved,
    Dock,
    Fill,
    Float,
    Hide,
    Intent,
    MoveConsole,
    RoomLeft,
    RoomWindowMoved,
    ScreenChanged,
    ScreenEvent,
    ScreenGone,
    Settled,
    StripWanted,
    Swapped,
    Taken,
    TrainingOver,
    WindowWanted,
    Woke,
)
from imhtrainer.services.screens.facts import ScreenFacts, is_mirrored

Mode = Literal["fullscreen", "windowed", "lost", "strip"]
Device = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Display:
    """The screens and what stands on them.

    ``mode`` says of the room's window: it fills ``projector``, stands in a window, is hidden because its
    projector went, or is not needed because the console itself shows the slides (one screen). ``trusted``
    are the screens the facilitator reads notes on. ``astray`` is true while the room's window was hidden
    because the system moved it. ``over`` is true after the training: the room's window then stands on a
    projector of its own or nowhere, for the laptop shows other work than notes. ``stands_in`` is true while
    the console shows the slides only because the projector came back as a mirror of it.
    """

    screens: tuple[ScreenFacts, ...] = ()
    console: ScreenFacts | None = None
    mode: Mode = "windowed"
    projector: ScreenFacts | None = None
    trusted: frozenset[Device] = frozenset()
    astray: bool = False
    over: bool = False
    stands_in: bool = False

    @property
    def mirrored(self) -> bool:
        """Whether the room sees whatever the laptop shows."""
        return is_mirrored(self.screens)

    @property
    def notes_hidden(self) -> bool:
        """Whether the console must show nothing that the room may not read."""
        if self.console is None or self.mode == "strip":
            return True
        if self.mirrored and self.mode != "windowed":
            return True
        if self.console.device not in self.trusted:
            return True
        return self.mode == "fullscreen" and self.console == self.projector

    @property
    def offered(self) -> ScreenFacts | None:
        """A screen that could show the slides but does not yet."""
        if self.mode == "fullscreen" or self.mirrored:
            return None
        return self._other()

    @property
    def can_swap(self) -> bool:
        """Whether there is another screen to change places with."""
        return self._other() is not None and not self.mirrored

    def _other(self) -> ScreenFacts | None:
        return _first_but(self.screens, self.console)


Reaction = tuple[Display, tuple[Intent, ...]]


def react(display: Display, event: ScreenEvent) -> Reaction:
    """What stands where after an event, and what is to be done with the windows, in order."""
    match event:
        case Began():
            return _begin(event)
        case Settled(screens, console):
            return _settle(replace(display, screens=screens, console=console))
        case Woke(screens, console):
            return _wake(replace(display, screens=screens, console=console))
        case ScreenGone(screen):
            return _lose(display, screen)
        case ScreenChanged(before, after):
            return _change(display, before, after)
        case ConsoleMoved(screen):
            return _move(display, screen), ()
        case RoomWindowMoved(screen):
            return _guard(display, screen)
        case TrainingOver():
            return _conclude(replace(display, over=True))
        case RoomLeft():
            return _put_away(display)
        case _:
            return _obey(display, event)


def _obey(asked: Display, event: ScreenEvent) -> Reaction:
    """What the facilitator asks for."""
    display = replace(asked, stands_in=False)
    match event:
        case Chosen(screen):
            return _fill(display, screen)
        case Taken():
            return _take(display)
        case Swapped():
            return _swap(display)
        case WindowWanted():
            return replace(_trusting(display), mode="windowed", astray=False), (Float(),)
        case StripWanted():
            return replace(display, mode="strip", astray=False), (Dock(),)
        case _:
            return asked, ()


def _begin(event: Began) -> Reaction:
    seat = frozenset({event.console.device}) if event.console is not None else frozenset()
    display = Display(event.screens, event.console, trusted=seat)
    if event.windowed:
        return display, (Float(),)
    if not display.can_swap:
        return replace(display, mode="strip"), (Dock(),)
    return _fill(display, first_projector(event.screens, event.console, event.remembered))


def _settle(display: Display) -> Reaction:
    if display.over:
        return _conclude(display)
    projector, there = display.projector, display.projector in display.screens
    if display.mode == "fullscreen":
        if projector is None or not there:
            return replace(display, mode="lost", astray=False), (Hide(),)
        again: tuple[Intent, ...] = (Fill(projector),) if display.astray else ()
        return replace(display, astray=False), (*again, *_send_home(display))
    if display.mode == "lost" and display.mirrored:
        return replace(display, mode="strip", astray=False, stands_in=True), (Dock(),)
    waits = display.mode == "lost" or display.stands_in
    if waits and projector is not None and there and not display.mirrored:
        back = replace(display, mode="fullscreen", astray=False, stands_in=False)
        return back, (Fill(projector), *_send_home(back))
    return display, ()


def _conclude(display: Display) -> Reaction:
    """After the training the projector keeps its page while the laptop has a screen beside it."""
    if display.mode not in ("fullscreen", "lost"):
        return _put_away(display)
    projector, home = display.projector, _send_home(display)
    beside = display.console is not None and display.console != projector
    if projector not in display.screens or display.mirrored or not (beside or home):
        return replace(display, mode="lost", astray=False), (Hide(),)
    kept = replace(display, mode="fullscreen", astray=False)
    again = display.astray or display.mode == "lost"
    return kept, (*((Fill(projector),) if again and projector is not None else ()), *home)


def _put_away(display: Display) -> Reaction:
    """Nothing is left for the room."""
    return replace(display, mode="windowed", projector=None, astray=False), (Hide(),)


def _wake(display: Display) -> Reaction:
    """After sleep a window may stand anywhere: the projector is filled again in any case."""
    return _settle(replace(display, astray=True))


def _lose(display: Display, gone: ScreenFacts) -> Reaction:
    """At once, for the window system moves windows onto what is left."""
    left = tuple(screen for screen in display.screens if screen != gone)
    console = None if display.console == gone else display.console
    after = replace(display, screens=left, console=console)
    if display.mode == "fullscreen" and display.projector == gone:
        return replace(after, mode="lost", astray=False), (Hide(),)
    return after, ()


def _change(display: Display, before: ScreenFacts, after: ScreenFacts) -> Reaction:
    """The screen is the same though its size is another: it was there all the time."""
    screens = tuple(after if screen == before else screen for screen in display.screens)
    console = after if display.console == before else display.console
    changed = replace(display, screens=screens, console=console)
    if display.projector != before:
        return changed, ()
    changed = replace(changed, projector=after)
    return changed, (Fill(after),) if display.mode == "fullscreen" else ()


def _move(display: Display, screen: ScreenFacts | None) -> Display:
    """Notes are hidden at once, but come back only when the windows have settled."""
    moved = replace(display, console=screen)
    early = display.notes_hidden and not moved.notes_hidden
    return replace(display, console=None) if early else moved


def _guard(display: Display, screen: ScreenFacts | None) -> Reaction:
    """On any other screen than its own the room's window would cover the console."""
    if display.mode == "fullscreen" and screen != display.projector:
        return replace(display, astray=True), (Hide(),)
    return display, ()


def _take(display: Display) -> Reaction:
    projector, console = display.projector, display.console
    if projector in display.screens and projector != console and not display.mirrored:
        return _fill(display, projector)
    if display.can_swap:
        return _fill(display, _first_but(display.screens, console))
    if display.mode == "windowed":
        return display, (Float(),)
    return replace(display, mode="strip", astray=False), (Dock(),)


def _swap(display: Display) -> Reaction:
    if not display.can_swap or display.console is None:
        return display, ()
    if display.mode != "fullscreen":
        return _take(display)
    return _fill(display, display.console)


def _fill(display: Display, screen: ScreenFacts | None) -> Reaction:
    """Make ``screen`` the projector; a console that stands on it goes to another screen, where notes may be."""
    if screen is None:
        return display, ()
    filled = replace(display, mode="fullscreen", projector=screen, astray=False)
    if display.console != screen:
        return _without(_trusting(filled), screen), (Fill(screen),)
    old = display.projector if display.projector in display.screens else None
    home = old if old is not None and old != screen else _first_but(display.screens, screen)
    if home is None:
        return filled, (Fill(screen),)
    moved = _without(replace(filled, trusted=filled.trusted | {home.device}), screen)
    return moved, (Fill(screen), MoveConsole(home))


def _send_home(display: Display) -> tuple[Intent, ...]:
    """A console that came to stand where the room looks goes back to where its reader sits."""
    if display.console is not None and display.console != display.projector:
        return ()
    homes = (s for s in display.screens if s.device in display.trusted and s != display.projector)
    home = next(homes, None)
    return (MoveConsole(home),) if home is not None and not display.mirrored else ()


def _trusting(display: Display) -> Display:
    """The facilitator acted at the console: they sit where it stands."""
    if display.console is None:
        return display
    return replace(display, trusted=display.trusted | {display.console.device})


def _without(display: Display, screen: ScreenFacts) -> Display:
    return replace(display, trusted=display.trusted - {screen.device})


def first_projector(
    screens: Sequence[ScreenFacts], console: ScreenFacts | None, remembered: Sequence[str]
) -> ScreenFacts | None:
    """The screen that the room is given at first: one chosen before, else one without the console.

    A window system may open the program on the projector: from a screen that was chosen for the room before, the
    console goes away, so that nobody reads notes there.
    """
    known = {screen.key: screen for screen in screens}
    kept = next((known[key] for key in remembered if key in known), None)
    return kept or _first_but(screens, console)


def _first_but(screens: Sequence[ScreenFacts], but: ScreenFacts | None) -> ScreenFacts | None:
    return next((screen for screen in screens if screen != but), None)
