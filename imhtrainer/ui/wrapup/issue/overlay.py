"""The veil over the window, and what the sheet's buttons do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from imhtrainer.domain.errors import Cancelled, StoreError, TrainerError
from imhtrainer.layout.page import Page
from imhtrainer.store.settings import offset_of
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wording import say_count
from imhtrainer.ui.wrapup.file_desk import open_path
from imhtrainer.ui.wrapup.issue.entries import Entry, to_issue
from imhtrainer.ui.wrapup.issue.issuing import Issuing
from imhtrainer.ui.wrapup.issue.printing import Offset, print_pages
from imhtrainer.ui.wrapup.issue.sheet import IssueSheet

if TYPE_CHECKING:
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.wrapup.file_desk import FileDesk
    from imhtrainer.ui.wrapup.issue.desk import IssueDesk

MOST = (1214, 704)
ASIDE = 32
VEIL = 0.48
NARROW_UNDER = 1100

Print = Callable[[Sequence[Page], str, QWidget], bool]


class IssueOverlay(QWidget):
    """Covers its window while certificates are looked through; ``closed`` when it goes."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        window: QWidget,
        desk: IssueDesk,
        files: FileDesk,
        services: Services,
        send_to_printer: Print | None = None,
    ) -> None:
        super().__init__(window)
        self._look, self._desk, self._files, self._services = look, desk, files, services
        self._covered = window
        self._send_to_printer = send_to_printer or self._print_moved
        self._fresh: frozenset[str] = frozenset()
        self.sheet = IssueSheet(look, desk)
        self.sheet.setParent(self)
        self.issuing = Issuing(desk, services, lambda: files.folder, files.noting, self)
        self._connect()
        window.installEventFilter(self)
        look.changed.connect(self.update)

    def open(self, attendee: str = "") -> None:
        """Cover the window, with the keyboard in the list, at a person's certificate where one is named."""
        self.setGeometry(self._covered.rect())
        self.sheet.begin(attendee)
        self.sheet.foot.show_ready(self.sheet.ready())
        self.show()
        self.raise_()
        self.sheet.focus_list()

    def print_issued(self) -> None:
        """Print every certificate that was issued; the same pages as ever."""
        self._print([e for e in self._desk.entries() if e.issued])

    def write_again(self) -> None:
        """Write the PDF of what was issued, with the work to be seen."""
        self.open()
        self.sheet.facts.one.setChecked(True)
        self._write()

    def refresh(self) -> None:
        """Show the session as it stands now."""
        if self.isVisible() and not self.issuing.busy:
            self.sheet.refresh()

    def leave(self) -> None:
        """Put the sheet away, unless certificates are being fixed or written."""
        if not self.issuing.busy:
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._covered and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the sheet in the middle."""
        super().resizeEvent(event)
        wide = min(MOST[0], self.width() - 2 * ASIDE)
        high = min(MOST[1], self.height() - 2 * ASIDE)
        self.sheet.setGeometry((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)
        self.sheet.fold(self.width() < NARROW_UNDER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil and the sheet's ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._look.theme.light["ink"])
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("paper"))
        painter.drawRoundedRect(QRectF(self.sheet.geometry()), 12, 12)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab within the sheet."""
        stops = self._stops()
        here = QApplication.focusWidget()
        if stops and here in (stops[-1] if forward else stops[0], None):
            target = stops[0] if forward else stops[-1]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def _stops(self) -> list[QWidget]:
        """What Tab reaches within the sheet, in Tab's order."""
        return [
            each
            for each in self.sheet.tab_order
            if isValid(each)
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isEnabled()
            and each.isVisible()
        ]

    def _connect(self) -> None:
        foot, issuing = self.sheet.foot, self.issuing
        self.sheet.close_asked.connect(self.leave)
        self.sheet.withdrawn.connect(issuing.tell_withdrawal)
        self.sheet.correction_asked.connect(self._correct)
        foot.issue.connect(self._issue)
        foot.cancel.connect(issuing.cancel)
        foot.test_page.connect(self._print_test)
        foot.print_all.connect(self._print_all)
        foot.open_file.connect(lambda: open_path(issuing.path(each=False)))
        foot.show_folder.connect(self._show_folder)
        foot.try_again.connect(self._write)
        foot.other_place.connect(self._write_elsewhere)
        issuing.progressed.connect(foot.show_working)
        issuing.written.connect(self._written)
        issuing.failed.connect(self._failed)
        issuing.refused.connect(self._refused)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_focus)

    @property
    def _each(self) -> bool:
        return self.sheet.facts.each.isChecked()

    def _correct(self, serial: str, name: str, reason: str) -> None:
        sentence, refuse = self._services.errors.sentence, self.sheet.stage.withdrawing.refuse
        self.issuing.correct(
            (serial, name, reason), self.sheet.correct, lambda error: refuse(sentence(error))
        )

    def _issue(self) -> None:
        certificates = to_issue(self._desk.entries())
        self._fresh = frozenset(c.attendee for c in certificates)
        if certificates and not self.issuing.busy:
            self.issuing.issue(certificates, self._each)

    def _write(self) -> None:
        self.issuing.write(self._each)

    def _write_elsewhere(self) -> None:
        if self._files.choose_place():
            self._write()

    def _written(self, _out: object) -> None:
        self.sheet.refresh()
        self.sheet.foot.show_done(len(self._desk.certificates.issued()), not self._each)

    def _failed(self, error: BaseException) -> None:
        self.sheet.refresh()
        issued = len(self._desk.certificates.issued())
        if isinstance(error, Cancelled):
            one = self.tr("1 certificate is issued. No file was written.")
            many = self.tr("{0} certificates are issued. No file was written.")
            self.sheet.foot.show_stopped(say_count(issued, one, many))
        elif isinstance(error, StoreError):
            said = self.tr("Could not write to {0}. The old file is untouched.")
            self.sheet.foot.show_stopped(said.format(self._files.base), place=True)
            self.sheet.foot.why.setToolTip(str(error))
        else:
            self.sheet.foot.show_stopped(self._services.errors.sentence(error))

    def _refused(self, error: BaseException) -> None:
        self.sheet.refresh()
        self.sheet.foot.show_stopped(self._services.errors.sentence(error), again=False)

    def _keep_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What is under the veil does not take the keyboard."""
        if new is None or not self.isVisible() or new.window() is not self.window():
            return
        if new is not self and not self.isAncestorOf(new):
            self.sheet.focus_list()

    def _show_folder(self) -> None:
        open_path(self.issuing.path(each=True) if self._each else self._files.folder)

    def _print_test(self) -> None:
        entry = self.sheet.entry
        if entry is not None:
            self._print((entry,))

    def _print_all(self) -> None:
        entries = [e for e in self._desk.entries() if e.issued]
        fresh = [e for e in entries if e.certificate.attendee in self._fresh]
        self._print(fresh or entries)

    def _print(self, entries: Sequence[Entry]) -> None:
        preprinted = self._services.settings.now.preprinted
        compose = self._desk.overlays if preprinted else self._desk.pages
        pages = [page for e in entries for page in compose(e)]
        if not pages:
            return
        title = self.tr("Certificates") if len(pages) > 1 else pages[0].title
        if preprinted:
            title = self.tr("{0}, on pre-printed paper").format(title)
        try:
            self._send_to_printer(pages, title, self)
        except TrainerError as error:
            self._refused(error)

    def _print_moved(self, pages: Sequence[Page], title: str, parent: QWidget) -> bool:
        """Print as each printer was measured."""

        def offset(printer: str) -> Offset:
            found = offset_of(self._services.settings.now, printer)
            return found.right, found.down

        return print_pages(pages, title, parent, offset)
