"""One soft sound when an activity or a break is over, only where the facilitator asked for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication

from imhtrainer.resources import resource_path
from imhtrainer.ui.present.clock.moment import moment

if TYPE_CHECKING:
    from imhtrainer.domain.session.state import SessionState
    from imhtrainer.ui.present.presenting import Presenting
    from imhtrainer.ui.settings import CurrentSettings

LOOK_MILLISECONDS = 250
"""How often the end is looked for: nobody hears a quarter of a second."""

_RUNS_OUT = frozenset(("timer", "away", "break"))


class Chime(QObject):
    """Looks at the clock while something runs out; what was over when it first looked makes no sound."""

    def __init__(
        self,
        presenting: Presenting,
        settings: CurrentSettings,
        ring: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(presenting)
        self._presenting, self._settings = presenting, settings
        self._ring = ring or Bell(self).ring
        self._was_running_out = False
        self._look = QTimer(self, interval=LOOK_MILLISECONDS)
        self._look.timeout.connect(self.look)
        presenting.changed.connect(self._follow)
        settings.changed.connect(self._follow)
        self._follow()

    @property
    def listening(self) -> bool:
        """Whether the end is being looked for."""
        return self._look.isActive()

    def look(self) -> None:
        """Ring once when what ran out a moment ago is over now."""
        left = seconds_left(self._presenting.state, self._presenting.now)
        if left is not None and left <= 0 and self._was_running_out:
            self._ring()
        self._was_running_out = left is not None and left > 0

    def _follow(self) -> None:
        state = self._presenting.state
        runs = seconds_left(state, self._presenting.now) is not None
        if self._settings.now.chime and runs:
            self._look.start()
        else:
            self._look.stop()
            self._was_running_out = False


def seconds_left(state: SessionState, now: datetime) -> float | None:
    """Seconds until the activity or the break is over, less than 0 after it; None where nothing runs out."""
    what = moment(state, now)
    if what is None or what.kind not in _RUNS_OUT or not what.running:
        return None
    return what.left


class Bell(QObject):
    """Plays the sound; the system's own beep where this computer has no player for it or cannot play it."""

    def __init__(self, parent: QObject, sound: Path | None = None) -> None:
        super().__init__(parent)
        self._sound = sound or resource_path("sounds", "chime.wav")
        self._effect: Any = None
        self._broken = False

    def ring(self) -> None:
        """Let it be heard once."""
        if self._effect is None and not self._broken:
            self._load()
        if self._broken:
            QApplication.beep()
            return
        # Queued: the sound's own threads may wait for Python's lock, which a call from here would hold.
        QMetaObject.invokeMethod(self._effect, "play", Qt.ConnectionType.QueuedConnection)

    def _load(self) -> None:
        try:
            effect = resolve_name("PySide6.QtMultimedia:QSoundEffect")
        except ImportError:
            self._broken = True
            return
        self._effect = effect(self)
        self._effect.statusChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self._effect.setSource(QUrl.fromLocalFile(str(self._sound)))

    def _look(self) -> None:
        """What was to be heard cannot be played: the beep stands in for it, now and from now on."""
        if not self._broken and self._effect.status() == self._effect.Status.Error:
            self._broken = True
            QApplication.beep()
