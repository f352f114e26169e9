"""Records: how long they are kept, what is due, and one person's data given out or removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from imhtrainer.domain.session.commands import ExportPerson
from imhtrainer.domain.wording import long_date
from imhtrainer.services.retention import (
    Found,
    Kept,
    due_records,
    find_person,
    kept_records,
    person_record,
    write_person,
)
from imhtrainer.store.files import safe_name
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import NumberField, TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.tasks import Progress

MOST_SHOWN = 8
"""Rows that are shown at once; a longer search wants more letters."""

Removal = tuple[str, tuple[str, ...]]
"""A session and the people in it whose data go."""


class RecordsBox(QWidget):
    """All reading and writing is done off the GUI thread; ``refresh`` looks anew."""

    def __init__(self, look: Look, services: Services) -> None:
        super().__init__()
        self._look, self._services = look, services
        self._removal: tuple[Removal, ...] = ()
        self.years = NumberField(self.tr("Keep records for"), 1, 99, self.tr(" years"))
        self.said = label("", "soft", wrap=True)
        self.finder = TextField(look, self.tr("Name or email of a person"), "", "search")
        self.find_button = Button(look, self.tr("Look it up"))
        self.result = label("", "small", wrap=True)
        self.asking = QWidget()
        self.whose = label("", "warn-name", wrap=True)
        self.reason = TextField(
            look, self.tr("Who asked for it, and when"), self.tr("such as: asked by letter today")
        )
        self.remove_button = Button(look, self.tr("Remove for good"), icon="trash-2")
        self.keep_button = Button(look, self.tr("Cancel"), "text")
        self._rows = column(spacing=4)
        self._due = column(spacing=4)
        self.ask_out: Callable[[str], str] = self._ask_out
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Look what is kept and what is due."""
        years = self._services.settings.now.retention_years
        self.years.setValue(years)
        journal = self._services.journal
        self._services.runner.start(lambda _p: kept_records(journal, years), self._show_kept)

    def look_up(self) -> None:
        """Look where the person stands in the records."""
        words, journal = self.finder.text(), self._services.journal
        self._ask_to_remove(())
        self._services.runner.start(lambda _p: find_person(journal, words), self._show_found)

    def _show_kept(self, kept: tuple[Kept, ...]) -> None:
        due = due_records(kept, self._services.clock().date())
        _empty(self._due)
        if due:
            one, many = self.tr("1 session is due:"), self.tr("{0} sessions are due:")
            self.said.setText(one if len(due) == 1 else many.format(len(due)))
        elif kept:
            first = self.tr("Nothing is due. The first session is due on {0}.")
            self.said.setText(first.format(long_date(kept[0].due)))
        else:
            self.said.setText(self.tr("No session holds anybody’s data yet."))
        for record in due[:MOST_SHOWN]:
            people = len(record.people)
            words = self.tr("{0}, {1}, {2} people").format(
                record.title, long_date(record.held), people
            )
            action = (self.tr("Remove all names"), ((record.session, record.people),))
            self._due.addWidget(self._line(words, action))

    def _show_found(self, found: tuple[Found, ...]) -> None:
        _empty(self._rows)
        said = "" if found else self.tr("Nobody in the records is called that.")
        if len(found) > MOST_SHOWN:
            said = self.tr("{0} found; write more of the name.").format(len(found))
        self.result.setText(said)
        self.result.setVisible(bool(said))
        for one in found[:MOST_SHOWN]:
            self._rows.addWidget(self._person_line(one))

    def _person_line(self, one: Found) -> QWidget:
        who = f"{one.name}, {one.email}" if one.email else one.name
        words = self.tr("{0} – {1}, {2}").format(who, one.title, long_date(one.held))
        made = self._line(words, (self.tr("Remove"), ((one.session, (one.attendee,)),)))
        copy = Button(self._look, self.tr("Save a copy"), "text", says=f"{one.name}: copy")
        copy.clicked.connect(partial(self._export, one))
        inside = made.layout()
        if inside is not None:
            inside.addWidget(copy)
        return made

    def _line(self, words: str, action: tuple[str, tuple[Removal, ...]]) -> QWidget:
        made = QWidget()
        inside = row(made, spacing=8)
        inside.addWidget(label(words, wrap=True), 1)
        button = Button(self._look, action[0], "text", says=f"{action[0]}: {words}")
        button.clicked.connect(lambda: self._ask_to_remove(action[1], words))
        inside.addWidget(button)
        return made

    def _ask_to_remove(self, removal: tuple[Removal, ...], whose: str = "") -> None:
        self._removal = removal
        self.asking.setVisible(bool(removal))
        self.whose.setText(self.tr("Remove for good, with no way back: {0}").format(whose))
        self.reason.clear()
        if removal:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _export(self, one: Found) -> None:
        chosen = self.ask_out(f"{safe_name(one.name)}.json")
        if not chosen:
            return
        out, services = Path(chosen), self._services
        now = services.clock()

        def work(_progress: Progress) -> None:
            session = services.sessions.open(one.session)
            write_person([person_record(one.session, session.state, one.attendee, now)], out, now)

        def done(_none: None) -> None:
            session = services.sessions.open(one.session)
            reason = self.tr("A copy was saved under Settings")
            session.do(ExportPerson(services.clock(), one.attendee, reason))
            self._say(self.tr("Saved {0}. The record says so.").format(out))

        services.runner.start(work, done, self._fail)

    def _remove(self) -> None:
        removal, reason, services = self._removal, self.reason.text(), self._services

        def work(_progress: Progress) -> None:
            for session_id, people in removal:
                services.sessions.open(session_id).purge(people, reason)

        services.runner.start(work, lambda _none: self._removed(removal), self._fail)

    def _removed(self, removal: tuple[Removal, ...]) -> None:
        for session_id, _people in removal:
            self._services.sessions.open(session_id).announce()
        self._ask_to_remove(())
        _empty(self._rows)
        self._say(
            self.tr(
                "Removed for good; the record says so. Files saved before are not touched: "
                "delete those under {0} yourself."
            ).format(self._services.output_folder)
        )
        self.refresh()

    def _fail(self, error: BaseException) -> None:
        self._say(self._services.errors.sentence(error))

    def _say(self, words: str) -> None:
        self.result.setText(words)
        self.result.show()

    def _ask_out(self, name: str) -> str:
        words = self.tr("Where shall the copy go?")
        return QFileDialog.getSaveFileName(self, words, str(Path.home() / name))[0]

    def _write_years(self) -> None:
        settings = self._services.settings
        if self.years.value() != settings.now.retention_years:
            settings.change(replace(settings.now, retention_years=self.years.value()))
            self.refresh()

    def _connect(self) -> None:
        self.years.editingFinished.connect(self._write_years)
        self.finder.returnPressed.connect(self.look_up)
        self.find_button.clicked.connect(self.look_up)
        self.remove_button.clicked.connect(self._remove)
        self.keep_button.clicked.connect(lambda: self._ask_to_remove(()))

    def _lay_out(self) -> None:
        inside: QVBoxLayout = column(self, spacing=10)
        self.years.setFixedWidth(180)
        kept = row(spacing=16)
        kept.addLayout(named_field(self.years.accessibleName(), self.years))
        kept.addWidget(self.said, 1, Qt.AlignmentFlag.AlignBottom)
        inside.addLayout(kept)
        inside.addLayout(self._due)
        search = row(spacing=8)
        search.addWidget(self.finder, 1)
        search.addWidget(self.find_button)
        inside.addLayout(named_field(self.tr("One person’s data"), search))
        inside.addLayout(self._rows)
        around = column(self.asking, spacing=4)
        around.addWidget(self.whose)
        asked = row(spacing=8)
        around.addLayout(asked)
        asked.addWidget(self.reason, 1)
        asked.addWidget(self.remove_button)
        asked.addWidget(self.keep_button)
        inside.addWidget(self.asking)
        inside.addWidget(self.result)
        self.asking.hide()
        self.result.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew whenever the settings are opened."""
        super().showEvent(event)
        self.refresh()


def _empty(rows: QVBoxLayout) -> None:
    while rows.count():
        item = rows.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.deleteLater()
