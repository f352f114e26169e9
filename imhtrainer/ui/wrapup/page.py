"""Wrap up: who completed at the left, certificates and files at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.pacing import section_times
from imhtrainer.domain.session.commands import ReportCredit
from imhtrainer.services.ce_broker import make_upload
from imhtrainer.services.session_files import BADGES_FOLDER, SessionFile
from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.phones.evaluation_box import EvaluationBox
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import Surface, column, line, row, scrolling
from imhtrainer.ui.widgets.times_box import TimesBox
from imhtrainer.ui.wording import short_place
from imhtrainer.ui.wrapup.attendance_desk import AttendanceDesk
from imhtrainer.ui.wrapup.attendance_pane import AttendancePane
from imhtrainer.ui.wrapup.certificates_box import CertificatesBox
from imhtrainer.ui.wrapup.file_desk import FileDesk, open_path
from imhtrainer.ui.wrapup.files_pane import FilesPane
from imhtrainer.ui.wrapup.issue.desk import IssueDesk
from imhtrainer.ui.wrapup.issue.entries import Entry, anyone_waits, summary_words
from imhtrainer.ui.wrapup.issue.overlay import IssueOverlay
from imhtrainer.ui.wrapup.kept_columns import KeptColumns
from imhtrainer.ui.wrapup.results_box import ResultsBox
from imhtrainer.ui.wrapup.strip import NarrowStrip

if TYPE_CHECKING:
    from imhtrainer.domain.errors import StoreError
    from imhtrainer.domain.session import SessionState
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services

NARROW_UNDER = 1180
COLUMN = 364


class WrapUpPage(QWidget):
    """The fourth place: sign-out, completion, certificates and files of one session."""

    take_away = Signal()
    """Handouts, the workbook or the guide are wanted."""
    evaluate = Signal()
    """Evaluations are to be typed in, or asked for on phones."""
    _news = Signal()
    _disk = Signal(object)

    def __init__(self, session: TrainingSession, look: Look, services: Services) -> None:
        super().__init__()
        self._session, self._services, self._look = session, services, look
        self.desk = AttendanceDesk(session)
        self.attendance = AttendancePane(look, self.desk, services.errors)
        KeptColumns(self.attendance.table, services.settings)
        self.issue_desk = IssueDesk(session, services)
        self.file_desk = FileDesk(session, services, self)
        self.certificates = CertificatesBox(look)
        self.files = FilesPane(look, self.file_desk)
        self.evaluation = EvaluationBox(look, session, services.runner, only_open=True)
        self.results = ResultsBox()
        self.times = TimesBox()
        self.strip = NarrowStrip(look)
        self.overlay: IssueOverlay | None = None
        self._shown: SessionState | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        # A command may be given on another thread; the signal brings the news to this one.
        self._unwatch = (
            session.watch(lambda _state, _events: self._news.emit()),
            session.on_write_error(self._disk.emit),
        )
        self.refresh()
        self._look_at_fonts()

    def refresh(self) -> None:
        """Show the session as it stands now."""
        state, now = self._session.state, self._session.now()
        self.attendance.show_state(state, now)
        self._show_certificates(state)
        self.evaluation.refresh()
        self.results.show_results(state)
        self.times.show_sections(section_times(state, now) if state.started else ())
        self.files.show_state(state, now)
        self.files.show_kept(self._services.settings.now.retention_years)
        self._ask_to_end(state)
        if self._shown is not None and _people(self._shown) != _people(state):
            self.file_desk.people_changed()
        if self._shown is not None and self._shown.forms != state.forms:
            self.file_desk.forms_changed()
        if state.purged:  # with a person's data, files that were saved are made again elsewhere
            self.file_desk.look_again()
        self._shown = state
        if self.overlay is not None:
            self.overlay.refresh()

    def _certificates_written(self, _none: None) -> None:
        self.refresh()

    def look_through(self, attendee: str = "") -> None:
        """Open the sheet on which certificates are looked through and issued, at a person's where one is named.

        Nothing opens for who is not in it: it would show somebody else's.
        """
        open_now = self.overlay is not None and self.overlay.isVisible()
        state = self._session.state
        ended = state.stage == "ended" and not state.rehearsal
        people = {entry.certificate.attendee for entry in self.issue_desk.entries()}
        if ended and not open_now and (attendee in people if attendee else people):
            self._sheet().open(attendee)

    def save_everything(self) -> None:
        """Write every file, and the certificates that were issued, into the session's folder."""
        self.file_desk.save_all()
        issued, desk = self.issue_desk.certificates.issued(), self.issue_desk.certificates
        if issued:
            out = self.file_desk.path(SessionFile.CERTIFICATES)
            self._services.runner.start(
                self.file_desk.noting(lambda progress: desk.write_one_pdf(issued, out, progress)),
                self._certificates_written,
                label="certificates",
            )

    def _look_at_fonts(self) -> None:
        """Certificates that were issued before an upgrade may have had other fonts."""
        desk = self.issue_desk.certificates
        if issued := desk.issued():
            self._services.runner.start(
                lambda _progress: desk.fonts_note(issued), self.certificates.show_fonts, idly=True
            )

    def _save_badges(self) -> None:
        """Write an Open Badges file for each certificate into a folder of the session's."""
        desk, folder = self.issue_desk.certificates, self.file_desk.folder / BADGES_FOLDER
        issued = desk.issued()
        self._services.runner.start(
            self.file_desk.noting(lambda progress: desk.write_badges(issued, folder, progress)),
            self._tell_badges,
            self._services.errors.show,
            label="badges",
        )

    def _tell_badges(self, count: int) -> None:
        one = self.tr("1 badge saved in {0}.")
        many = self.tr("{0} badges saved in {1}.").format(count, BADGES_FOLDER)
        self.certificates.show_badges(one.format(BADGES_FOLDER) if count == 1 else many)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop watching the session and take the sheet along."""
        self.attendance.table.columns.settle()
        for unwatch in self._unwatch:
            unwatch()
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
        self.strip.setVisible(narrow)
        self._side.setVisible(not narrow or self.strip.files_button.isChecked())

    def _show_certificates(self, state: SessionState) -> None:
        entries: tuple[Entry, ...] = self.issue_desk.entries()
        ended = state.stage == "ended"
        saved = self.file_desk.path(SessionFile.CERTIFICATES).is_file()
        self.certificates.show_entries(entries, state.revoked, ended, saved)
        self.certificates.setVisible(not state.rehearsal)
        self.strip.show_place(short_place(self.file_desk.base))
        waits = ended and not state.rehearsal and anyone_waits(entries)
        practice = self.tr("none, this was practice")
        said = practice if state.rehearsal else summary_words(entries, state.revoked)
        self.strip.show_certificates(said, waits)

    def _show_disk(self, trouble: StoreError | None) -> None:
        """Say that corrections are not on disk, until they are."""
        if trouble is not None:
            self._services.errors.show(trouble)
        else:
            self._services.errors.settle()

    def _sheet(self) -> IssueOverlay:
        if self.overlay is None:
            self.overlay = IssueOverlay(
                self._look, self.window(), self.issue_desk, self.file_desk, self._services
            )
            self.overlay.closed.connect(self._come_back)
        return self.overlay

    def _show_certificate(self, attendee: str) -> None:
        """A person's certificate, once the training has ended; before, completion itself is decided on."""
        if self._session.state.stage == "ended":
            self.look_through(attendee)
        else:
            self.attendance.editing.open_reason(attendee)

    def _ask_to_end(self, state: SessionState) -> None:
        bar = self.attendance.bar
        if state.stage == "ended":
            if state.rehearsal:
                bar.say(
                    self.tr("This was a practice run: it is kept apart, and nobody is certified.")
                )
            return
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

    def _mark_reported(self) -> None:
        session = self._session
        upload = make_upload(session.state, session.now())
        if upload is not None:
            command = ReportCredit(session.now(), upload.attendees)
            self._services.errors.attempt(lambda: session.do(command))

    def _come_back(self) -> None:
        self.refresh()
        self.attendance.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._later.timeout.connect(self.refresh)
        self._news.connect(self._later.start)
        self._disk.connect(self._show_disk)
        box, files, strip = self.certificates, self.file_desk, self.strip
        pdf = SessionFile.CERTIFICATES
        for asks in (box.look_through, strip.look_through):
            asks.connect(self.look_through)
        self.attendance.editing.certificate_asked.connect(self._show_certificate)
        box.print_again.connect(lambda: self._sheet().print_issued())
        box.save_again.connect(lambda: self._sheet().write_again())
        box.badges.connect(self._save_badges)
        box.open_file.connect(lambda: open_path(files.path(pdf)))
        box.show_folder.connect(lambda: open_path(files.folder))
        for button in (self.files.all_button, strip.all_button):
            button.clicked.connect(self.save_everything)
        self.files.more_button.clicked.connect(self.take_away)
        self.files.evaluate_button.clicked.connect(self.evaluate)
        self.files.reporting.reported.connect(self._mark_reported)
        strip.files_shown.connect(self._side.setVisible)
        files.moved.connect(self.refresh)
        for keys, act in (
            ("Ctrl+Return", self.look_through),
            ("Ctrl+Enter", self.look_through),
            ("Ctrl+E", self.save_everything),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        self.attendance.insert(self.strip)
        self._side = Surface("plain", "left")
        self._side.setFixedWidth(COLUMN)
        side = column(self._side)
        side.setContentsMargins(20, 20, 20, 0)
        side.addWidget(self.certificates)
        side.addSpacing(20)
        side.addWidget(line())
        below = QWidget()
        inside_below = column(below)
        inside_below.setContentsMargins(0, 10, 0, 0)
        inside_below.addWidget(self.evaluation)
        inside_below.addWidget(self.files)
        inside_below.addWidget(self.results)
        inside_below.addWidget(self.times)
        inside_below.addStretch(1)
        side.addWidget(scrolling(below), 1)
        side.addWidget(self.files.foot)
        inside = row(self)
        inside.addWidget(self.attendance, 1)
        inside.addWidget(self._side)
        mark_pane(self._side)


def _people(state: SessionState) -> tuple[object, ...]:
    did = tuple(seat.attendee for seat in state.seats if seat.handed_in)
    told = (state.reported, state.handed_in, state.certificates, state.withdrawn)
    return state.roster, state.presences, state.overrides, *told, did
