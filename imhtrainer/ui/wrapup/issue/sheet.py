"""Issue certificates: a sheet over Wrap up with the list, the page and the facts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from imhtrainer.domain.errors import TrainerError
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, line, row, scrolling
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.issue.entries import Entry, list_rows, to_issue
from imhtrainer.ui.wrapup.issue.facts import FactsPane
from imhtrainer.ui.wrapup.issue.foot import Foot
from imhtrainer.ui.wrapup.issue.list_delegate import EntryDelegate
from imhtrainer.ui.wrapup.issue.list_model import EntryModel
from imhtrainer.ui.wrapup.issue.stage import Stage

if TYPE_CHECKING:
    from imhtrainer.domain.session.commands import CorrectCertificate
    from imhtrainer.ui.wrapup.issue.desk import IssueDesk

LIST, FACTS, HEAD = 272, 284, 63


class EntryList(QListView):
    """``walked`` carries 1 or -1, ``approved`` and ``edit_asked`` are what Enter and E ask for."""

    walked = Signal(int)
    approved = Signal()
    edit_asked = Signal()

    def __init__(self, look: Look, model: EntryModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(look, self))
        self.setAccessibleName(self.tr("Certificates to look through"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over headings; Enter never issues anything."""
        match event.key():
            case Qt.Key.Key_Down:
                self.walked.emit(1)
            case Qt.Key.Key_Up:
                self.walked.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.approved.emit()
            case Qt.Key.Key_E:
                self.edit_asked.emit()
            case _:
                event.ignore()


class IssueSheet(QWidget):
    """Walk with Up and Down, E edits, Enter says that the name looks right.

    ``withdrawn`` carries what is done when a correction or a revocation is on disk.
    """

    close_asked = Signal()
    withdrawn = Signal(object)
    correction_asked = Signal(str, str, str)
    """Serial, name and reason of a correction, which is sealed elsewhere first."""

    def __init__(self, look: Look, desk: IssueDesk) -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName(self.tr("Issue certificates"))
        self._head = QWidget(self)  # a child from the start, so that Tab comes here first
        self.close_button = Button(
            look, kind="icon", icon="x", says=self.tr("Close"), parent=self._head
        )
        self.model = EntryModel(self)
        self.list = EntryList(look, self.model)
        self.stage = Stage(look, desk.changes)
        self.facts = FactsPane(look)
        self.foot = Foot(look)
        self._lay_out()
        self.tab_order = self.findChildren(QWidget)
        """All widgets as Tab meets them; panes that change places in a narrow window keep theirs here."""
        self._connect()

    @property
    def entry(self) -> Entry | None:
        """The certificate that is shown."""
        return self.model.entry(self.list.currentIndex().row())

    def begin(self, attendee: str = "") -> None:
        """Show the certificates as they stand, from a person's on, else from the first who wants a look."""
        self.list.setCurrentIndex(QModelIndex())
        self.refresh()
        if attendee:
            self._go(self.model.row_of(attendee))

    def refresh(self) -> None:
        """Show the certificates as they stand, with the same person in the middle."""
        here = self.entry
        entries = self._desk.entries()
        ensure_scripts("".join({c for e in entries for c in e.certificate.name}))
        self.model.show_rows(list_rows((*entries, *self._desk.withdrawn())))
        ready = to_issue(entries)
        every = tuple(e.certificate for e in entries if e.printable)
        self.facts.show_facts(ready, every)
        self._go(self.model.row_of(here.certificate.attendee if here else ""))
        self._show_entry()

    def ready(self) -> int:
        """How many pressing Issue would fix."""
        return len(to_issue(row for row in self.model.rows if isinstance(row, Entry)))

    def look_right(self) -> None:
        """The name is as the person wants it; on to the next."""
        entry = self.entry
        if entry is None:
            return
        row_now = self.list.currentIndex().row()
        after = self.model.entry(self.model.next_of(row_now))
        if entry.printable and entry.open:
            self._desk.look_right(entry)
            self.refresh()
        if after is not None:
            self._go(self.model.row_of(after.certificate.attendee))

    def focus_list(self) -> None:
        """Put the keyboard where no Enter issues anything."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, narrow: bool) -> None:
        """In a narrow window the facts stand under the list."""
        self._left.setDirection(QVBoxLayout.Direction.TopToBottom)
        holder = self._left if narrow else self._middle
        if (self._facts_area.parentWidget() is self._left_side) != narrow:
            holder.addWidget(self._facts_area, 2 if narrow else 0)
            self._facts_area.setMinimumWidth(LIST if narrow else FACTS)
            self._facts_area.setMaximumWidth(LIST if narrow else FACTS)
            self._facts_line.setVisible(not narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no key reaches what is under the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        event.accept()

    def _rename(self, name: str) -> None:
        entry = self.entry
        if entry is None:
            return
        try:
            self._desk.rename(entry.certificate.attendee, name)
        except TrainerError as error:
            self.stage.refuse(str(error))
        else:
            self.refresh()
            self.focus_list()

    def _correct(self, name: str, reason: str) -> None:
        if self.entry is not None:
            self.correction_asked.emit(self.entry.certificate.serial, name, reason)

    def correct(self, correction: CorrectCertificate) -> None:
        """Fix a correction that was sealed meanwhile."""
        self._withdraw(lambda _serial: self._desk.correct(correction))

    def _revoke(self, reason: str) -> None:
        self._withdraw(lambda serial: self._desk.revoke(serial, reason))

    def _withdraw(self, act: Callable[[str], Future[None]]) -> None:
        entry = self.entry
        if entry is None:
            return
        try:
            promise = act(entry.certificate.serial)
        except TrainerError as error:
            self.stage.withdrawing.refuse(str(error))
        else:
            self.refresh()
            self.focus_list()
            self.withdrawn.emit(promise)

    def _walk(self, by: int) -> None:
        self._go(self.model.next_of(self.list.currentIndex().row(), by))

    def _go(self, row_number: int) -> None:
        index = self.model.index(row_number, 0)
        if row_number >= 0 and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        if row_number == 1:
            self.list.scrollToTop()

    def _show_entry(self, _now: QModelIndex | None = None) -> None:
        entry = self.entry
        self.stage.show_entry(entry, self._desk.page(entry) if entry else None)
        self.foot.show_entry(entry is not None and entry.issued)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_entry)
        self.stage.approved.connect(self.look_right)
        self.list.approved.connect(self.look_right)
        self.list.edit_asked.connect(self.stage.edit)
        self.list.walked.connect(self._walk)
        self.stage.renamed.connect(self._rename)
        self.stage.left.connect(self.focus_list)
        self.stage.corrected.connect(self._correct)
        self.stage.revoked.connect(self._revoke)
        self.close_button.clicked.connect(self.close_asked)
        self.foot.close_asked.connect(self.close_asked)

    def _lay_out(self) -> None:
        head = row(self._head)
        head.setContentsMargins(24, 0, 12, 0)
        head.addWidget(label(self.tr("Issue certificates"), "title"), 1)
        head.addWidget(self.close_button)
        self._left_side = QWidget()
        self._left_side.setFixedWidth(LIST)
        self._left: QVBoxLayout = column(self._left_side)
        self._left.setContentsMargins(0, 8, 0, 0)
        self._left.addWidget(self.list, 3)
        self._facts_area = scrolling(self.facts)
        self._facts_area.setFixedWidth(FACTS)
        self._facts_line = line(vertical=True)
        self._middle: QHBoxLayout = row()
        self._middle.addWidget(self._left_side)
        self._middle.addWidget(line(vertical=True))
        self._middle.addWidget(self.stage, 1)
        self._middle.addWidget(self._facts_line)
        self._middle.addWidget(self._facts_area)
        inside = column(self)
        self._head.setFixedHeight(HEAD)
        inside.addWidget(self._head)
        inside.addWidget(line())
        inside.addLayout(self._middle, 1)
        inside.addWidget(line())
        inside.addWidget(self.foot)
