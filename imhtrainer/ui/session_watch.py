"""Hearing a session in a window, whichever thread the news comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal

if TYPE_CHECKING:
    from imhtrainer.domain.events import Event
    from imhtrainer.domain.session.state import SessionState
    from imhtrainer.services.session import TrainingSession

PAUSE_MILLISECONDS = 150
"""What phones do is shown so often at most: a room that answers all at once must not slow the slides."""

Heard = Callable[["SessionState"], None]


class SessionWatch(QObject):
    """Calls ``heard`` on the window's thread: at once for what the window did, and ``answered`` soon for the rest.

    News from other threads come together: many changes of the phones are heard as one. Without ``answered``
    they are given to ``heard``, and so is what a co-facilitator did, with no pause: the room waits for it.
    """

    _news = Signal()
    _helped = Signal()

    def __init__(
        self,
        session: TrainingSession,
        heard: Heard,
        answered: Heard | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._heard, self._answered = heard, answered or heard
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._tell)
        self._news.connect(self._wait, Qt.ConnectionType.QueuedConnection)
        self._helped.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._co_facilitators = session.state.co_facilitators
        self._forget: Callable[[], None] | None = session.watch(self._observe)

    def close(self) -> None:
        """Hear nothing more."""
        if self._forget is not None:
            self._forget()
            self._forget = None
        self._pause.stop()

    def _observe(self, state: SessionState, _events: tuple[Event, ...]) -> None:
        helped = state.co_facilitators is not self._co_facilitators
        self._co_facilitators = state.co_facilitators
        if QThread.currentThread() is self.thread():
            self._heard(state)
        elif helped:
            self._helped.emit()
        else:
            self._news.emit()

    def _wait(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _hear(self) -> None:
        if self._forget is not None:
            self._heard(self._session.state)

    def _tell(self) -> None:
        if self._forget is not None:
            self._answered(self._session.state)
