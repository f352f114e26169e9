"""Wrap up: who completed at the left, certificates and files at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.wrapup.attendance_desk import AttendanceDesk
from imhtrainer.ui.wrapup.attendance_pane import AttendancePane

if TYPE_CHECKING:
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services

NARROW_UNDER = 1180


class WrapUpPage(QWidget):
    """The fourth place: sign-out, completion, certificates and files of one session."""

    _news = Signal()

    def __init__(self, session: TrainingSession, look: Look, services: Services) -> None:
        super().__init__()
        self._session, self._services = session, services
        self.desk = AttendanceDesk(session)
        self.attendance = AttendancePane(look, self.desk, services.errors)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_state)
        self._news.connect(self._later.start, Qt.ConnectionType.AutoConnection)
        self._lay_out()
        self._unwatch = session.watch(lambda _state, _events: self._news.emit())
        self._show_state()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop watching the session."""
        self._unwatch()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the right column under the heading in a narrow window."""
        super().resizeEvent(event)

    def _show_state(self) -> None:
        state, now = self._session.state, self._session.now()
        self.attendance.show_state(state, now)

    def _lay_out(self) -> None:
        inside = row(self)
        inside.addWidget(self.attendance, 1)
