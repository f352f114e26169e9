"""Wrap up: who completed at the left, certificates and files at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import Surface, column, line, scrolling
from imhtrainer.ui.wrapup.attendance_desk import AttendanceDesk
from imhtrainer.ui.wrapup.attendance_pane import AttendancePane
from imhtrainer.ui.wrapup.certificates_box import CertificatesBox
from imhtrainer.ui.wrapup.file_desk import FileDesk
from imhtrainer.ui.wrapup.files_pane import FilesPane
from imhtrainer.ui.wrapup.issue.desk import IssueDesk
from imhtrainer.ui.wrapup.issue.entries import Entry
from imhtrainer.ui.wrapup.issue.overlay import IssueOverlay

if TYPE_CHECKING:
    from imhtrainer.domain.session import SessionState
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services

NARROW_UNDER = 1180
COLUMN = 364


class WrapUpPage(QWidget):
    """The fourth place: sign-out, completion, certificates and files of one session."""

    _news = Signal()

    def __init__(self, session: TrainingSession, look: Look, services: Services) -> None:
        super().__init__()
        self._session, self._services, self._look = session, services, look
        self.desk = AttendanceDesk(session)
        self.attendance = AttendancePane(look, self.desk, services.errors)
        self.issue_desk = IssueDesk(session, services)
        self.file_desk = FileDesk(session, services, self)
        self.certificates = CertificatesBox(look)
        self.files = FilesPane(look, self.file_desk)
        self.overlay: IssueOverlay | None = None
        self._shown: SessionState | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        # A command may be given on another thread; the signal brings the news to this one.
        self._unwatch = session.watch(lambda _state, _events: self._news.emit())
        self.refresh()

    def refresh(self) -> None:
        """Show the session as it stands now."""
        state, now = self._session.state, self._session.now()
        self.attendance.show_state(state, now)
        self._show_certificates(state)
        self._ask_to_end(state)
        if self._shown is not None and _people(self._shown) != _people(state):
            self.file_desk.people_changed()
        self._shown = state
        if self.overlay is not None:
            self.overlay.refresh()

    def look_through(self) -> None:
        """Open the sheet on which certificates are looked through and issued."""
        if self._session.state.stage != "ended":
            return
        if self.overlay is None:
            self.overlay = IssueOverlay(
                self._look, self.window(), self.issue_desk, self.file_desk, self._services
            )
            self.overlay.closed.connect(self._come_back)
        self.overlay.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop watching the session and take the sheet along."""
        self._unwatch()
        if self.overlay is not None:
            self.overlay.hide()
            self.overlay.deleteLater()
            self.overlay = None
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another place was gone to."""
        if self.overlay is not None:
            self.overlay.leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the right column under the heading in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_UNDER
        self._side.setVisible(not narrow)

    def _show_certificates(self, state: SessionState) -> None:
        entries: tuple[Entry, ...] = self.issue_desk.entries()
        ended = state.stage == "ended"
        pdf = self.overlay.issuing.path(each=False) if self.overlay is not None else None
        self.certificates.show_entries(entries, ended, pdf)

    def _ask_to_end(self, state: SessionState) -> None:
        if state.stage == "ended":
            return
        bar = self.attendance.bar
        said = {
            "running": self.tr("The training is still running, so these figures still change."),
            "interrupted": self.tr(
                "The training was interrupted. Resume it in Present, or end it here."
            ),
        }.get(state.stage, self.tr("The training has not begun."))
        if state.stage == "prepared":
            bar.say(said, "waits")
        else:
            bar.say(said, "waits", (self.tr("End the training"), self._end))

    def _end(self) -> None:
        self._services.errors.attempt(self.desk.end_training)

    def _come_back(self) -> None:
        self.refresh()
        self.certificates.issue_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.attendance.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._later.timeout.connect(self.refresh)
        self._news.connect(self._later.start)
        self.certificates.look_through.connect(self.look_through)
        for keys, act in (
            ("Ctrl+Return", self.look_through),
            ("Ctrl+Enter", self.look_through),
            ("Ctrl+E", self.file_desk.save_all),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        self._side = Surface("plain", "left")
        self._side.setFixedWidth(COLUMN)
        side = column(self._side)
        side.setContentsMargins(20, 20, 20, 0)
        side.addWidget(self.certificates)
        side.addSpacing(20)
        side.addWidget(line())
        side.addWidget(scrolling(self.files), 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.attendance, 1)
        self._box.addWidget(self._side)
        mark_pane(self._side)


def _people(state: SessionState) -> tuple[object, ...]:
    return state.roster, state.presences, state.overrides
