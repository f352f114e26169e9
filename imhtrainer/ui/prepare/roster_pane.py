"""The roster: who is expected, added by hand, pasted or imported."""

from __future__ import annotations

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
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from imhtrainer.ui.panes import enter_pane, mark_pane
from imhtrainer.ui.prepare.import_panel import ImportPanel
from imhtrainer.ui.prepare.importing import ImportDesk
from imhtrainer.ui.prepare.person_form import PersonForm
from imhtrainer.ui.prepare.roster_desk import RosterDesk
from imhtrainer.ui.prepare.roster_model import RosterModel
from imhtrainer.ui.prepare.roster_table import RosterTable
from imhtrainer.ui.prepare.rows import count_import, preview_rows, roster_rows, to_add
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import EmptyState, InlineBar
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

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
        self._session = session
        self._look = look
        self.desk = RosterDesk(session, services.errors, self)
        self.imports = ImportDesk(services.runner, lambda: self.desk.roster, self)
        self.model = RosterModel(self)
        self.table = RosterTable(look, self.model)
        self.form = PersonForm(look, lambda: self.desk.roster)
        self.panel = ImportPanel(look)
        self.bar = InlineBar(look)
        self.finder = TextField(look, self.tr("Find a name"), self.tr("Find a name"), "search")
        self._said = label("", "soft")
        self._stack = QStackedWidget()
        self._tools = self._make_tools()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.show_roster()

    def show_roster(self) -> None:
        """Show the roster as the session has it, with what an open import would bring."""
        current, roster = self.imports.open_import, self.desk.roster
        if current is None:
            self.model.show_rows(roster_rows(roster), importing=False)
            self._said.setText(self._people_on(len(roster)))
        else:
            rows = preview_rows(roster, current.plan, current.answered)
            count = count_import(current.plan, current.answered)
            self.model.show_rows(rows, importing=True)
            said = self.tr("{0}, {1} to be added") if count.new else "{0}"
            self._said.setText(said.format(self._people_on(len(roster)), count.new))
        nobody = current is None and not roster
        self._stack.setCurrentIndex(1 if nobody else 0)
        self.finder.setVisible(not nobody)
        for button in self._tools:
            button.setVisible(not nobody)

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
        self._import_button.setChecked(shown)
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

    def _press_import(self) -> None:
        self._import_button.setChecked(not self.panel.isHidden())
        self.choose_file()

    def _make_tools(self) -> tuple[Button, Button, Button]:
        look = self._look
        tools = (
            Button(look, self.tr("Add a person"), icon="plus"),
            Button(look, self.tr("Paste a list"), icon="clipboard-paste"),
            Button(look, self.tr("Import a file"), icon="file-up"),
        )
        self._import_button = tools[2]
        self._import_button.setCheckable(True)
        for button, act in zip(tools, self._acts(), strict=True):
            button.clicked.connect(lambda _on=False, do=act: do())
        return tools

    def _acts(self) -> tuple[Callable[[], None], ...]:
        return (self.add_person, self.paste, self._press_import)

    def _lay_out(self) -> None:
        work = column()
        work.addLayout(self._head())
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

    def _head(self) -> QVBoxLayout:
        top = row(spacing=8)
        top.addWidget(label(self.tr("Roster"), "title"), 1)
        for button in self._tools:
            top.addWidget(button)
        second = row(spacing=8)
        second.addWidget(self._said, 1)
        self.finder.setMinimumWidth(160)
        self.finder.setMaximumWidth(283)
        self.finder.setClearButtonEnabled(True)
        second.addWidget(self.finder, 1)
        head = column(spacing=14)
        head.setContentsMargins(20, 24, 20, 16)
        head.addLayout(top)
        head.addLayout(second)
        return head

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            self.tr("Nobody yet"),
            self.tr("Paste a list, import a file, or let people sign in at the door."),
        )
        look = self._look
        buttons = (
            Button(look, self.tr("Add a person"), icon="plus"),
            Button(look, self.tr("Paste a list"), icon="clipboard-paste"),
            Button(look, self.tr("Import a file"), icon="file-up"),
        )
        for button, act in zip(
            buttons, (self.add_person, self.paste, self.choose_file), strict=True
        ):
            button.clicked.connect(lambda _on=False, do=act: do())
        empty.offer(*buttons)
        return empty

    def _connect(self) -> None:
        self.model.edited.connect(self.desk.change)
        self.table.answered.connect(self._answer)
        self.table.deleted.connect(self._delete)
        self.form.add.connect(lambda person: self.desk.add((person,)))
        self.form.closed.connect(self._take_keyboard)
        self.finder.textChanged.connect(self.model.find)
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

    def _people_on(self, count: int) -> str:
        if count == 0:
            return self.tr("Nobody on the roster yet")
        return self.tr("{0} on the roster").format(count)

    def _keys(self) -> tuple[tuple[QKeySequence, Callable[[], object]], ...]:
        return (
            (QKeySequence("Ctrl+N"), self.add_person),
            (QKeySequence("Ctrl+V"), self.paste),
            (QKeySequence("Ctrl+I"), self.choose_file),
            (QKeySequence("Ctrl+F"), self.finder.setFocus),
            (QKeySequence("Ctrl+Z"), self._undo),
        )


def _dropped(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls())
    return next((path for path in paths if path.suffix.lower() in ENDINGS), None)
