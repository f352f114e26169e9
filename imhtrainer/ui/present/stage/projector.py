"""Keeps the room's window on the right screen while screens come and go."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.present.stage.screens import (
    Place,
    ScreenFacts,
    choose_screen,
    first_place,
    screens_changed,
    take_projector,
    waiting_screen,
)

SETTLING = 150
"""Milliseconds until window system and screens agree after one was plugged in."""


def facts(screen: QScreen) -> ScreenFacts:
    """What tells this screen from others."""
    ratio = screen.devicePixelRatio()
    size = screen.size()
    name = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
    return ScreenFacts(
        name, screen.serialNumber(), round(size.width() * ratio), round(size.height() * ratio)
    )


class Projector(QObject):
    """Puts the audience window where ``Place`` says and reports every change of it.

    ``closed`` is true while somebody has closed the window by hand.
    """

    changed = Signal()

    def __init__(self, audience: AudienceWindow, console: QWidget) -> None:
        super().__init__(console)
        self._audience = audience
        self._console = console
        self.place = Place("windowed")
        self.closed = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLING)
        self._soon.timeout.connect(self.settle_screens)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._follow)
            app.screenRemoved.connect(self._lose)
        audience.strayed.connect(self._guard)
        audience.closed_by_hand.connect(self._note_closed)

    def screens(self) -> tuple[ScreenFacts, ...]:
        """All screens there are."""
        return tuple(facts(screen) for screen in QGuiApplication.screens())

    def console_screen(self) -> ScreenFacts:
        """The screen the console stands on."""
        return facts(self._console.window().screen())

    @property
    def offered(self) -> ScreenFacts | None:
        """A screen that could show the slides but does not yet."""
        return waiting_screen(self.place, self.screens(), self.console_screen())

    def begin(self, windowed: bool) -> None:
        """Show the window for the first time; with ``windowed`` not on a whole screen."""
        self.place = first_place(self.screens(), self.console_screen(), windowed)
        handle = self._console.window().windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._follow)
        self.show()

    def close(self) -> None:
        """Let go of the screens and take the window away."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._follow)
            app.screenRemoved.disconnect(self._lose)
        self._audience.hide()

    def show(self) -> None:
        """Put the window where it belongs."""
        self.closed = False
        screen = self._screen(self.place.projector)
        if self.place.mode == "fullscreen" and screen is not None:
            self._audience.fill_screen(screen)
        elif self.place.mode == "windowed":
            self._float()
        else:
            self._audience.hide()
        self.changed.emit()

    def take(self) -> None:
        """F5: fill the projector again, or bring the window back."""
        self.place = take_projector(self.place, self.screens(), self.console_screen())
        self.show()

    def choose(self, screen: ScreenFacts) -> None:
        """Fill a screen picked by hand."""
        self.place = choose_screen(screen)
        self.show()

    def float(self) -> None:
        """Show the slides in a window on the console's screen."""
        self.place = Place("windowed", self.place.projector)
        self.show()

    def _note_closed(self) -> None:
        self.closed = True
        self.changed.emit()

    def _float(self) -> None:
        """A window that floats already keeps its place and size, and comes to the front."""
        if not self._audience.floating:
            self._audience.float_on(self._console.window().screen())
        else:
            self._audience.raise_()

    def _follow(self) -> None:
        """A screen came or the console moved; the system needs a moment to settle."""
        self._soon.start()

    def _lose(self, gone: QScreen) -> None:
        """A screen went: hide first, for the window system moves windows onto what is left."""
        left = tuple(facts(screen) for screen in QGuiApplication.screens() if screen is not gone)
        self._settle(screens_changed(self.place, left, None))

    def _guard(self) -> None:
        """The window was moved: on any other screen than its own it would cover the console."""
        screen = self._audience.screen()
        if self.place.mode == "fullscreen" and facts(screen) != self.place.projector:
            self._audience.hide()

    def settle_screens(self) -> None:
        """Follow the screens that there are now."""
        console = self.console_screen()
        self._settle(screens_changed(self.place, self.screens(), console))

    def _settle(self, place: Place) -> None:
        if place != self.place:
            self.place = place
            self.show()
        else:
            self.changed.emit()

    def _screen(self, wanted: ScreenFacts | None) -> QScreen | None:
        return next((s for s in QGuiApplication.screens() if facts(s) == wanted), None)
