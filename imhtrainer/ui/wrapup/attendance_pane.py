"""The left part of Wrap up: the answer in a sentence, the tabs, and who completed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import EmptyState, InlineBar
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.attendance_desk import AttendanceDesk
from imhtrainer.ui.wrapup.person_form import PersonForm
from imhtrainer.ui.wrapup.row_editing import MOST_ASKED, RowEditing
from imhtrainer.ui.wrapup.standing import Filter, Standing, chosen, standings
from imhtrainer.ui.wrapup.standing_model import StandingModel
from imhtrainer.ui.wrapup.standing_table import StandingTable
from imhtrainer.ui.wrapup.tabs import FilterTabs
from imhtrainer.ui.wrapup.words import heading_words, rule_words, session_zone, time_words

if TYPE_CHECKING:
    from imhtrainer.domain.session import SessionState
    from imhtrainer.ui.errors import ErrorDesk


class AttendancePane(QWidget):
    """Heading, tabs and table; every change goes through the desk."""

    def __init__(self, look: Look, desk: AttendanceDesk, errors: ErrorDesk) -> None:
        super().__init__()
        self._desk, self._errors = desk, errors
        self._rows: tuple[Standing, ...] = ()
        self._goes_on = False
        self.heading = label("", "title", wrap=True)
        self.rule = label("", "soft", wrap=True)
        self.bar = InlineBar(look)
        self.tabs = FilterTabs(look)
        self.add_button = Button(look, self.tr("Add a person"), icon="user-plus")
        self.form = PersonForm(look, desk)
        self.model = StandingModel(self)
        self.table = StandingTable(look, self.model)
        self.editing = RowEditing(look, self.table, self.model, desk, errors)
        self._empty = EmptyState(self.tr("Add people who were there"))
        self._empty_add = Button(look, self.tr("Add a person"), icon="user-plus")
        self._empty.offer(self._empty_add)
        self._none = EmptyState(self.tr("Nobody here."))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_state(self, state: SessionState, now: datetime) -> None:
        """Show where everybody stands."""
        self._rows = standings(state, now)
        self.heading.setText(heading_words(self._rows))
        self.rule.setText(rule_words(state, now))
        self.tabs.show_counts(self._rows)
        self._ask_all(state)
        self._show_rows()

    def insert(self, strip: QWidget) -> None:
        """Stand something between the heading and the tabs."""
        self._inside.insertWidget(1, strip)

    def _show_rows(self) -> None:
        if self.editing.editor is not None:
            return  # what is being written in a row stays; the rows come when it is closed
        state, wanted = self._desk.state, self.tabs.chosen
        here = self.table.currentIndex()
        person = self.model.rows[here.row()].person.id if here.isValid() else ""
        shown = chosen(self._rows, wanted)
        checks = 0 if state.elsewhere else len(state.plan.checkpoints)
        if self.model.show_rows(shown, session_zone(state), checks):
            self.table.show_person(person)
            self._go_on()
        pages = (self.table, self._empty, self._none)
        number = 0 if shown else (1 if not self._rows else 2)
        self._stack.setCurrentWidget(pages[number])
        self.add_button.setVisible(bool(self._rows) and not state.elsewhere)
        self.tabs.setVisible(bool(self._rows))

    def _ask_all(self, state: SessionState) -> None:
        waiting = len(chosen(self._rows, Filter.TO_SETTLE))
        if waiting <= MOST_ASKED or state.stage != "ended":
            if state.stage == "ended":
                self.bar.put_away()
            return
        end = time_words(self._desk.end.astimezone(self._desk.zone))
        words = self.tr("{0} people are still signed in. Did they stay until {1}?")
        self.bar.say(
            words.format(waiting, end),
            "waits",
            (self.tr("All left at {0}").format(end), self._sign_out_all),
        )

    def _sign_out_all(self) -> None:
        self._errors.attempt(self._desk.sign_out_all)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick_tab(self, _which: Filter) -> None:
        self.editing.close()
        self._show_rows()

    def _person_added(self, attendee: str) -> None:
        self.tabs.buttons[Filter.EVERYONE].setChecked(True)
        self._show_rows()
        self.table.show_person(attendee)

    def _settled(self, attendee: str) -> None:
        """Stay with the person, until the rows are shown anew and the next who is asked has a field."""
        self.table.show_person(attendee)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._goes_on = True

    def _go_on(self) -> None:
        """From the table to the next who is asked, once somebody was settled."""
        fields = list(self.editing.leave_fields.values())
        if self._goes_on and fields and self.table.hasFocus():
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._goes_on = False

    def _connect(self) -> None:
        self.tabs.picked.connect(self._pick_tab)
        for button in (self.add_button, self._empty_add):
            button.clicked.connect(self.form.open)
        self.form.added.connect(self._person_added)
        self.form.closed.connect(self.add_button.setFocus)
        self.editing.done.connect(self._settled)
        self.editing.closed.connect(self._show_rows)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.form.open)

    def _lay_out(self) -> None:
        head = column(spacing=6)
        head.setContentsMargins(20, 19, 20, 5)
        head.addWidget(self.heading)
        head.addWidget(self.rule)
        bar = column()
        bar.setContentsMargins(20, 4, 20, 6)
        bar.addWidget(self.bar)
        tools = row()
        tools.setContentsMargins(20, 0, 20, 6)
        tools.addWidget(self.tabs)
        tools.addStretch(1)
        tools.addWidget(self.add_button)
        for page in (self.table, self._empty, self._none):
            self._stack.addWidget(page)
        self._inside = inside = column(self)
        for part in (head, bar, tools):
            inside.addLayout(part)
        inside.addWidget(self.form)
        inside.addWidget(self._stack, 1)
        mark_pane(self._stack)
        self.table.columns.stand_before_rows()
