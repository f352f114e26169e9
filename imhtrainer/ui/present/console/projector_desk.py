"""Says in the console's bars where the room's window is, and does about it what is chosen there."""

from PySide6.QtCore import QObject, Signal

from imhtrainer.ui.present.console.bars import ConsoleBars
from imhtrainer.ui.present.console.views import ConsoleViews
from imhtrainer.ui.present.stage.projector import Projector


class ProjectorDesk(QObject):
    """With ``windowed`` the room's window stands where it was put, and nothing is offered.

    ``moved`` tells that the room's window may have another screen or size.
    """

    moved = Signal()

    def __init__(
        self, projector: Projector, bars: ConsoleBars, views: ConsoleViews, windowed: bool
    ) -> None:
        super().__init__(projector)
        self._projector, self._bars, self._views = projector, bars, views
        self._windowed = windowed
        projector.changed.connect(self._follow)
        bars.screen_chosen.connect(projector.choose)
        bars.window_wanted.connect(projector.float)

    def say_where(self) -> None:
        """Bring the window to the front; where its screen is gone say what to do."""
        if self._projector.display.mode != "lost":
            self._projector.bring_back()
            return
        offered = self._projector.offered
        self._bars.say_where((offered,) if offered is not None else ())

    def _follow(self) -> None:
        self._views.show_projector()
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        display, offered = self._projector.display, self._projector.offered
        if display.mirrored and not self._windowed:
            self._bars.say_mirrored()
        elif display.mode in ("windowed", "strip") and offered is not None and not self._windowed:
            self._bars.offer_screen(offered)
        elif display.mode != "lost":
            self._bars.projector.put_away()
