"""Carries out on Qt's windows what the display decides, and tells it what happens to screens and windows."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from imhtrainer.services.screens.display import Display, react
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
    RoomWindowMoved,
    ScreenChanged,
    ScreenEvent,
    ScreenGone,
    Settled,
    StripWanted,
    Swapped,
    Taken,
    WindowWanted,
    Woke,
)
from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.present.stage.placing import known_screens, move_to

SETTLING = 150
"""Milliseconds until window system and screens agree after one was plugged in."""
BEAT = 2000
SLEPT = 8.0
"""Seconds between two beats from which on the laptop must have been asleep."""


class Projector(QObject):
    """Tells ``display`` what happens, and does with the two windows what it answers.

    ``changed`` comes after every event, at once, so that notes can be hidden before anything is painted.
    ``closed`` is true while somebody has closed the room's window by hand. ``pane`` is where slides stand
    when there is one screen only.
    """

    changed = Signal()
    chosen = Signal(str)
    """A screen became the projector by the facilitator's word; its key."""

    def __init__(
        self,
        audience: AudienceWindow,
        console: QWidget,
        pane: QWidget,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(console)
        self._audience = audience
        self._console = console
        self._pane = pane
        self._clock = clock
        self._beaten = clock()
        self._known: dict[QScreen, ScreenFacts] = {}
        self.display = Display()
        self.closed = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLING)
        self._soon.timeout.connect(self.settle_screens)
        self._beat = QTimer(self, interval=BEAT, timerType=Qt.TimerType.VeryCoarseTimer)
        self._beat.timeout.connect(self.beat)
        self._listen()

    def screens(self) -> tuple[ScreenFacts, ...]:
        """All screens there are, from left to right."""
        return tuple(self._look().values())

    def console_screen(self) -> ScreenFacts | None:
        """The screen the console stands on."""
        return self._look().get(self._console.window().screen())

    @property
    def offered(self) -> ScreenFacts | None:
        """A screen that could show the slides but does not yet."""
        return self.display.offered

    def begin(self, windowed: bool, remembered: tuple[str, ...] = ()) -> None:
        """Show the window for the first time; with ``windowed`` not on a whole screen."""
        handle = self._console.window().windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._console_moved)
        self._beat.start()
        self.tell(Began(self.screens(), self.console_screen(), windowed, remembered))

    def close(self) -> None:
        """Let go of the screens and take the window away."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._follow)
            app.screenRemoved.disconnect(self._lose)
            app.primaryScreenChanged.disconnect(self._follow)
        self._beat.stop()
        self._soon.stop()
        self._audience.hide()

    @property
    def kept(self) -> bool:
        """Whether the room still sees a page after the training, on a screen of its own."""
        return self.display.over and self.display.mode == "fullscreen"

    def tell(self, event: ScreenEvent) -> None:
        """Let the display react, do what it wants, and say that something may have changed."""
        self.display, intents = react(self.display, event)
        if not isinstance(event, RoomWindowMoved):
            self.changed.emit()
        for intent in intents:
            self._carry_out(intent)
        self.changed.emit()

    def take(self) -> None:
        """F5: fill the projector again, or bring the window back."""
        before = self.display.projector
        self.tell(Taken())
        if self.display.projector != before:
            self._keep()

    def bring_back(self) -> None:
        """Show a window again that was closed or lies behind others."""
        if self.display.mode == "windowed":
            self.float()
        else:
            self.tell(Taken())

    def swap(self) -> bool:
        """X: slides and notes change screens for today; False where there is only one."""
        if not self.display.can_swap:
            return False
        self.tell(Swapped())
        return True

    def choose(self, screen: ScreenFacts) -> None:
        """Fill a screen picked by hand."""
        self.tell(Chosen(screen))
        self._keep()

    def float(self) -> None:
        """Show the slides in a window on the console's screen, and the notes with it."""
        self.tell(WindowWanted())

    def use_strip(self) -> None:
        """Show the slides on the console's screen, with the strip below."""
        self.tell(StripWanted())

    def settle_screens(self) -> None:
        """Follow the screens that there are now."""
        self.tell(Settled(self.screens(), self.console_screen()))

    def beat(self) -> None:
        """Notice that the laptop was asleep."""
        now = self._clock()
        slept, self._beaten = now - self._beaten > SLEPT, now
        if slept:
            self.tell(Woke(self.screens(), self.console_screen()))

    def _listen(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._follow)
            app.screenRemoved.connect(self._lose)
            app.primaryScreenChanged.connect(self._follow)
        self._audience.strayed.connect(self._room_moved)
        self._audience.closed_by_hand.connect(self._note_closed)
        self._look()

    def _look(self) -> dict[QScreen, ScreenFacts]:
        """The screens as they are; each new one is watched."""
        now = known_screens()
        for screen in now:
            if screen not in self._known:
                screen.geometryChanged.connect(self._rearranged)
                screen.logicalDotsPerInchChanged.connect(self._rearranged)
        self._known = now
        return now

    def _carry_out(self, intent: Intent) -> None:
        match intent:
            case Fill(wanted):
                screen = self._screen(wanted)
                if screen is not None:
                    self.closed = False
                    self._audience.fill_screen(screen)
            case Float():
                self.closed = False
                self._float()
            case Dock():
                self.closed = False
                self._audience.dock(self._pane)
            case Hide():
                self._audience.hide()
            case MoveConsole(wanted):
                self._move_console(self._screen(wanted))

    def _move_console(self, screen: QScreen | None) -> None:
        if screen is not None:
            move_to(self._console.window(), screen)
            self._console_moved(screen)

    def _float(self) -> None:
        """A window that floats already keeps its place and size, and comes to the front."""
        if not self._audience.floating:
            console = QRect(self._console.mapToGlobal(QPoint(0, 0)), self._console.size())
            self._audience.float_on(self._console.window().screen(), console)
        else:
            self._audience.raise_()

    def _keep(self) -> None:
        if self.display.mode == "fullscreen" and self.display.projector is not None:
            self.chosen.emit(self.display.projector.key)

    def _note_closed(self) -> None:
        self.closed = True
        self.changed.emit()

    def _follow(self) -> None:
        """A screen came or was made the first; the system needs a moment to settle."""
        self._soon.start()

    def _rearranged(self) -> None:
        """Screens that stayed plugged in may have another size, scale or place now."""
        before = dict(self._known)
        for screen, after in self._look().items():
            if screen in before and before[screen] != after:
                self.tell(ScreenChanged(before[screen], after))
        self._soon.start()

    def _lose(self, gone: QScreen) -> None:
        """A screen went: act first, for the window system moves windows onto what is left."""
        facts = self._known.pop(gone, None)
        if facts is not None:
            self.tell(ScreenGone(facts))
        self._soon.start()

    def _console_moved(self, screen: QScreen | None) -> None:
        self.tell(ConsoleMoved(self._look().get(screen) if screen is not None else None))
        self._soon.start()

    def _room_moved(self, screen: QScreen) -> None:
        self.tell(RoomWindowMoved(self._look().get(screen)))
        self._soon.start()

    def _screen(self, wanted: ScreenFacts) -> QScreen | None:
        return next((s for s, facts in self._look().items() if facts == wanted), None)
