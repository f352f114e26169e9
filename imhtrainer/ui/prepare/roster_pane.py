"""The roster: who is expected, added by hand, pasted or imported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from imhtrainer.ui.panes import enter_pane, mark_pane
from imhtrainer.ui.prepare.import_panel import ImportPanel
from imhtrainer.ui.prepare.importing import ImportDesk
from imhtrainer.ui.prepare.person_form import PersonForm
from imhtrainer.ui.prepare.roster_desk import RosterDesk
from imhtrainer.ui.prepare.roster_head import RosterHead, add_buttons
from imhtrainer.ui.prepare.roster_model import RosterModel
from imhtrainer.ui.prepare.roster_table import RosterTable
from imhtrainer.ui.prepare.rows import count_import, preview_rows, roster_rows, to_add
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import EmptyState, InlineBar
from imhtrainer.ui.widgets.frames import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services

FOLD_UNDER = 980
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")


class RosterPane(QWidget):
    """Table, tools and, while a list is imported, the panel; ``importing`` tells when it opens or closes."""

    importing = Signal(bool)

    def __init__(self, session: TrainingSession, look: Look, services: Services) -> None:
        super().__init__()
        self._session, self._services = session, services
        self._look = look
        self.desk = RosterDesk(session, services.errors, self)
        self.imports = ImportDesk(services.runner, lambda: self.desk.roster, self)
        self.model = RosterModel(self)
        self.table = RosterTable(look, self.model)
        self.table.share(services.settings.now.roster_columns)
        self.form = PersonForm(look, lambda: self.desk.roster)
        self.panel = ImportPanel(look)
        self.bar = InlineBar(look)
        self.head = RosterHead(look)
        self._new = 0
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.show_roster()

    def show_roster(self) -> None:
        """Show the roster as the session has it, with what an open import would bring."""
        current, roster = self.imports.open_import, self.desk.roster
        new = 0
        if current is None:
            self.model.show_rows(roster_rows(roster), importing=False)
        else:
            rows = preview_rows(roster, current.plan, current.answered)
            new = count_import(current.plan, current.answered).new
            self.model.show_rows(rows, importing=True)
        nobody = current is None and not roster
        self._stack.setCurrentIndex(1 if nobody else 0)
        self._new = new
        self.show_confirmed()

    def show_confirmed(self) -> None:
        """Say who has found the own name right by now; the rows stay."""
        roster, confirmed = self.desk.roster, self.desk.confirmed
        self.model.show_confirmed(confirmed)
        nobody = self.imports.open_import is None and not roster
        self.head.show_count(len(roster), self._new, len(confirmed), tools=not nobody)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a list."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the list that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.imports.read_file(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the e-mails away where the panel leaves too little room."""
        super().resizeEvent(event)
        self._fold()

    def add_person(self) -> None:
        """Open the form for one person."""
        self.form.open()

    def paste(self) -> None:
        """Import what was copied."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.imports.read_pasted(text)
        else:
            self.bar.say(
                self.tr("There is no text to paste. Copy the names first, one in a line."), "waits"
            )

    def choose_file(self) -> None:
        """Import a file that is chosen."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a list of people"),
            "",
            self.tr("Lists") + " (*.csv *.tsv *.txt *.xlsx)",
        )
        if chosen:
            self.imports.read_file(Path(chosen))

    def _add_import(self) -> None:
        current = self.imports.open_import
        if current is None:
            return
        people = to_add(current.plan, current.answered)
        if people and self.desk.add(people, current.table.name):
            asked = count_import(current.plan, current.answered).asked
            if asked == 0:
                self.imports.close()
            else:
                self._go_on_asking(True)

    def _keep_columns(self, shares: tuple[float, ...]) -> None:
        settings = self._services.settings
        settings.change(replace(settings.now, roster_columns=shares))

    def _answer(self, source: int, answer: str) -> None:
        self.imports.answer(source, "same" if answer == "same" else "two")
        current = self.imports.open_import
        if current is not None:
            count = count_import(current.plan, current.answered)
            if not count.asked and not count.new:
                self.imports.close()
            else:
                self._go_on_asking(bool(count.asked))

    def _go_on_asking(self, asked: bool) -> None:
        """The keyboard goes to the next question, then to what adds the people."""
        if asked:
            self.table.show_question()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.panel.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _import_changed(self) -> None:
        current = self.imports.open_import
        if current is not None:
            self.panel.show_import(current)
        self._show_panel(current is not None)
        self.show_roster()

    def _import_failed(self, path: Path | None, why: str) -> None:
        self.panel.show_fault(path, why)
        self._show_panel(True)
        self.show_roster()

    def _show_panel(self, shown: bool) -> None:
        self.head.show_importing(shown)
        if shown != (not self.panel.isHidden()):
            self.panel.setVisible(shown)
            self._fold()
            self.importing.emit(shown)
            (self.panel.add_button if shown else self.table).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _take_keyboard(self) -> None:
        enter_pane(self._stack)

    def _fold(self) -> None:
        self.table.fold_email(not self.panel.isHidden() and self.width() < FOLD_UNDER)

    def _reread(self, encoding: str | None, sheet: str | None) -> None:
        if self.imports.path is not None:
            self.imports.read_file(self.imports.path, encoding, sheet)

    def roster_changed(self) -> None:
        """Show the roster again after the session changed it."""
        self.show_roster()
        self.imports.plan_again()

    def _offer_undo(self, words: str) -> None:
        self.bar.say(words, "said", (self.tr("Take back"), self._undo))

    def _undo(self) -> None:
        if self.desk.undo():
            self.bar.put_away()

    def _delete(self, ids: tuple[str, ...]) -> None:
        self.desk.remove(ids)

    def _lay_out(self) -> None:
        work = column()
        work.addWidget(self.head)
        work.addWidget(self.form)
        work.addWidget(self.bar)
        work.addWidget(self._stack, 1)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty_state())
        inside = row(self)
        inside.addLayout(work, 1)
        inside.addWidget(self.panel)
        self.panel.hide()
        mark_pane(self.table)
        mark_pane(self.panel)

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            self.tr("Nobody yet"),
            self.tr("Paste a list, import a file, or let people sign in at the door."),
        )
        buttons = add_buttons(self._look)
        for button, act in zip(
            buttons, (self.add_person, self.paste, self.choose_file), strict=True
        ):
            button.clicked.connect(lambda _on=False, do=act: do())
        empty.offer(*buttons)
        return empty

    def _connect(self) -> None:
        self.model.edited.connect(self.desk.change)
        self.head.add_wanted.connect(self.add_person)
        self.head.paste_wanted.connect(self.paste)
        self.head.file_wanted.connect(self.choose_file)
        self.table.arranged.connect(self._keep_columns)
        self.table.answered.connect(self._answer)
        self.table.deleted.connect(self._delete)
        self.form.add.connect(lambda person: self.desk.add((person,)))
        self.form.closed.connect(self._take_keyboard)
        self.head.finder.textChanged.connect(self.model.find)
        self.desk.did.connect(self._offer_undo)
        self.imports.changed.connect(self._import_changed)
        self.imports.unreadable.connect(self._import_failed)
        self.panel.closed.connect(self.imports.close)
        self.panel.add.connect(self._add_import)
        self.panel.mapped.connect(self.imports.set_columns)
        self.panel.reread.connect(self._reread)
        self.bar.give_back_to(self.table)
        for keys, act in self._keys():  # they work wherever the keyboard is while this is shown
            QShortcut(keys, self).activated.connect(act)

    def _keys(self) -> tuple[tuple[QKeySequence, Callable[[], object]], ...]:
        return (
            (QKeySequence("Ctrl+N"), self.add_person),
            (QKeySequence("Ctrl+V"), self.paste),
            (QKeySequence("Ctrl+I"), self.choose_file),
            (QKeySequence("Ctrl+F"), self.head.finder.setFocus),
            (QKeySequence("Ctrl+Z"), self._undo),
        )


def _dropped(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls())
    return next((path for path in paths if path.suffix.lower() in ENDINGS), None)
