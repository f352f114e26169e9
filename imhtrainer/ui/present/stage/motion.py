"""Movement on the room's window, frame by frame at the screen's own rate."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEasingCurve, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from imhtrainer.store.settings import Settings

LENGTH = 0.16
"""Seconds a movement takes."""
FIRST = 0.1
"""Share of it that the first frame shows, so that a key is seen to do something at once."""
_MOST_RATE, _LEAST_RATE = 144.0, 30.0


class Motion(QObject):
    """One movement at a time, up to 1; another that begins ends the first where it is.

    The first frame comes at once. Time counts from the second one on: between them the console is
    painted, and that must not look like a jump.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._step: Callable[[float], None] | None = None
        self._began: float | None = None
        self._curve = QEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether something moves."""
        return self._step is not None

    def run(self, step: Callable[[float], None]) -> None:
        """Call ``step`` with the share done, for every frame until it is 1; the first one at once."""
        self._step = step
        self._began = None
        rate = min(max(self._window.screen().refreshRate(), _LEAST_RATE), _MOST_RATE)
        self._timer.start(int(1000 / rate))
        step(self._curve.valueForProgress(FIRST))

    def stop(self) -> None:
        """Leave everything where it is."""
        self._timer.stop()
        self._step = None

    def _tick(self) -> None:
        if self._began is None:
            self._began = perf_counter() - FIRST * LENGTH - self._timer.interval() / 1000
        step, share = self._step, min((perf_counter() - self._began) / LENGTH, 1.0)
        if share >= 1:
            self.stop()
        if step is not None:
            step(self._curve.valueForProgress(share))


def is_still(settings: Settings) -> bool:
    """Whether nothing should move: by the setting, or because the system asks programs to be calm."""
    if settings.motion == "system":
        return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return settings.motion == "still"
