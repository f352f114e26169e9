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
from imhtrainer.ui.removal import Removal, RemovalForm, look_around, renew_files
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import FIELD, NumberField, TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.tasks import Progress

MOST_SHOWN = 8
"""Rows that are shown at once; a longer search wants more letters."""


class RecordsBox(QWidget):
    """All reading and writing is done off the GUI thread; ``refresh`` looks anew."""

    def __init__(self, look: Look, services: Services) -> None:
        super().__init__()
        self._look, self._services = look, services
        self.years = NumberField(self.tr("Keep records for"), 1, 99, self.tr(" years"))
        self.said = label("", "soft", wrap=True)
        self.finder = TextField(look, self.tr("Name or email of a person"), "", "search")
        self.find_button = Button(look, self.tr("Look it up"))
        self.result = label("", "small", wrap=True)
        self.asking = RemovalForm(look)
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
            one, many = self.tr("{0}, {1}, 1 person"), self.tr("{0}, {1}, {2} people")
            people = len(record.people)
            said = one if people == 1 else many
            words = said.format(record.title, long_date(record.held), people)
            action = (self.tr("Remove all names"), (Removal(record.session, record.people),))
            self._due.addWidget(self._line(words, action))
        _tab_through(self.years, self._due, self.finder)

    def _show_found(self, found: tuple[Found, ...]) -> None:
        _empty(self._rows)
        said = "" if found else self.tr("Nobody in the records is called that.")
        if len(found) > MOST_SHOWN:
            said = self.tr("{0} found; write more of the name.").format(len(found))
        self.result.setText(said)
        self.result.setVisible(bool(said))
        for one in found[:MOST_SHOWN]:
            self._rows.addWidget(self._person_line(one))
        _tab_through(self.find_button, self._rows, self.asking.renew)

    def _person_line(self, one: Found) -> QWidget:
        words = self.tr("{0} – {1}, {2}").format(one.known_by, one.title, long_date(one.held))
        made = self._line(words, (self.tr("Remove"), (Removal(one.session, (one.attendee,)),)))
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

    def _ask_to_remove(self, removals: tuple[Removal, ...], whose: str = "") -> None:
        self.asking.ask(removals, whose)
        self.result.hide()
        if removals:
            services = self._services
            services.runner.start(
                lambda _p: look_around(removals, services), self._show_around, self._fail
            )

    def _show_around(self, removals: tuple[Removal, ...]) -> None:
        asked = [(removal.session, removal.people) for removal in self.asking.removals]
        if asked == [(removal.session, removal.people) for removal in removals]:
            self.asking.show_found(removals)

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
        form, services = self.asking, self._services
        removals, reason, renew = form.removals, form.reason.text(), form.renew.isChecked()
        texts = {removal.session: form.chosen_texts(removal.session) for removal in removals}

        def work(_progress: Progress) -> tuple[str, ...]:
            troubles: list[str] = []
            for removal in removals:
                session = services.sessions.open(removal.session)
                session.purge(removal.people, reason, texts[removal.session])
                troubles.extend(renew_files(removal, services) if renew else ())
            return tuple(troubles)

        def done(troubles: tuple[str, ...]) -> None:
            self._removed(removals, renew, troubles)

        services.runner.start(work, done, self._fail)

    def _removed(
        self, removals: tuple[Removal, ...], renew: bool, troubles: tuple[str, ...]
    ) -> None:
        for removal in removals:
            self._services.sessions.open(removal.session).announce()
        self._ask_to_remove(())
        _empty(self._rows)
        kept = [removal for removal in removals if removal.names]
        said = [self.tr("Removed for good; the record says so.")]
        if renew and kept and not troubles:
            said.append(self.tr("The saved files were made again without the name."))
        elif kept:
            folder = kept[0].folders[0]
            said.append(
                self.tr("Files in {0} still hold the name: remove them yourself.").format(folder)
            )
        self._say(" ".join((*said, *troubles)))
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
        self.asking.confirmed.connect(self._remove)
        self.asking.left.connect(lambda: self._ask_to_remove(()))

    def _lay_out(self) -> None:
        inside: QVBoxLayout = column(self, spacing=14)
        self.years.setFixedWidth(180)
        kept = row(spacing=16)
        kept.addLayout(named_field(self.years.accessibleName(), self.years))
        self.said.setMinimumHeight(FIELD)
        kept.addWidget(self.said, 1, Qt.AlignmentFlag.AlignBottom)
        inside.addLayout(kept)
        inside.addLayout(self._due)
        search = row(spacing=8)
        search.addWidget(self.finder, 1)
        search.addWidget(self.find_button)
        inside.addLayout(named_field(self.tr("One person’s data"), search))
        inside.addLayout(self._rows)
        inside.addWidget(self.asking)
        inside.addWidget(self.result)
        self.result.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew whenever the settings are opened."""
        super().showEvent(event)
        self.refresh()


def _tab_through(before: QWidget, rows: QVBoxLayout, after: QWidget) -> None:
    """Tab goes where one reads: rows that are made late would come last in the window."""
    widgets = [item.widget() for at in range(rows.count()) if (item := rows.itemAt(at))]
    for widget in filter(None, widgets):
        for button in widget.findChildren(Button):
            QWidget.setTabOrder(before, button)
            before = button
    QWidget.setTabOrder(before, after)


def _empty(rows: QVBoxLayout) -> None:
    while rows.count():
        item = rows.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.deleteLater()
