"""Which editor is open in which row of Wrap up's table, and what is done with its answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.errors import TrainerError
from imhtrainer.domain.roster import Interval
from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.fields import TimeField
from imhtrainer.ui.wrapup.asked_row import AskedRow
from imhtrainer.ui.wrapup.attendance_desk import AttendanceDesk
from imhtrainer.ui.wrapup.row_editors import (
    TIMES_ROOM,
    ReasonEditor,
    RowEditor,
    TimesEditor,
)
from imhtrainer.ui.wrapup.standing import Standing, Verdict
from imhtrainer.ui.wrapup.standing_model import ACTION, COMPLETION, MINUTES, TIMES, StandingModel
from imhtrainer.ui.wrapup.standing_table import StandingTable
from imhtrainer.ui.wrapup.words import bare_time

REASON_ROOM, WITHDRAW_ROOM = 400, 520
"""Pixels an editor wants; with less the times' buttons go below, and the reason begins further left."""

MOST_ASKED = 3
"""Rows that carry their question in coral; with more people the bar above asks for all."""


class RowEditing(QObject):
    """Opens at most one editor, and the time field of each of a few people who are still signed in.

    ``done`` carries the id of who was written down, ``closed`` tells that no editor is open any more, and
    ``certificate_asked`` the id of whose certificate is wanted.
    """

    done = Signal(str)
    certificate_asked = Signal(str)
    closed = Signal()

    def __init__(
        self,
        look: Look,
        table: StandingTable,
        model: StandingModel,
        desk: AttendanceDesk,
        errors: ErrorDesk,
    ) -> None:
        super().__init__(table)
        self._look, self._table, self._model = look, table, model
        self._desk, self._errors = desk, errors
        self.editor: RowEditor | None = None
        self.leave_fields: dict[str, TimeField] = {}
        self._typed: dict[str, QTime] = {}
        table.opened.connect(self.open_times)
        table.acted.connect(self.act)
        table.fitted.connect(self._ask_rows)

    def act(self, attendee_id: str) -> None:
        """Do what the row's action says."""
        standing = self._standing(attendee_id)
        if standing is None:
            return
        if standing.verdict is Verdict.TO_SETTLE:
            self._settle_row(standing)
        elif standing.certified:
            self.certificate_asked.emit(attendee_id)
        else:
            self.open_reason(attendee_id)

    def open_times(self, attendee_id: str) -> None:
        """Let the facilitator correct when a person was there, where that was recorded."""
        standing = self._standing(attendee_id)
        if standing is not None and standing.stays:
            name = standing.person.name
            editor = TimesEditor(self._look, name, standing.stays, self._desk.clock)
            editor.saved.connect(lambda stays: self._save_times(attendee_id, stays))
            editor.stack(self._table.room_from(TIMES) < TIMES_ROOM)
            column = MINUTES if self._table.folded else TIMES
            self._open(attendee_id, column, editor)

    def open_reason(self, attendee_id: str) -> None:
        """Let the facilitator decide against the rule, or change what was decided."""
        standing = self._standing(attendee_id)
        if standing is None:
            return
        override = standing.completion.override
        again = standing.revoked and standing.completed
        wanted = again or (override.completed if override else not standing.completion.rule)
        reason = override.reason if override else ""
        editor = ReasonEditor(self._look, standing.person.name, wanted, reason)
        editor.saved.connect(
            lambda words: self._save(
                attendee_id, lambda: self._desk.override(attendee_id, wanted, words)
            )
        )
        editor.withdrawn.connect(
            lambda: self._save(attendee_id, lambda: self._desk.withdraw(attendee_id))
        )
        wanted_room = WITHDRAW_ROOM if reason else REASON_ROOM
        narrow = self._table.room_from(COMPLETION) < wanted_room
        self._open(attendee_id, MINUTES if narrow else COMPLETION, editor)

    def close(self) -> None:
        """Put the editor away and give the keyboard back to the table."""
        if self.editor is not None:
            self.editor = None
            self._table.close_editor()
            self._table.setFocus()
            self.closed.emit()

    def _open(self, attendee_id: str, column: int, editor: RowEditor) -> None:
        self.editor = editor
        editor.closed.connect(self.close)
        editor.grown.connect(self._table.fit_editor)
        self._table.open_editor(attendee_id, column, editor)
        editor.begin()

    def _save_times(self, attendee_id: str, stays: tuple[Interval, ...]) -> None:
        self._save(attendee_id, lambda: self._desk.correct(attendee_id, stays))

    def _save(self, attendee_id: str, write: Callable[[], None]) -> None:
        """Write and close; what is refused is said where it was typed."""
        editor = self.editor
        try:
            write()
        except TrainerError as error:
            if editor is not None:
                editor.refuse(str(error))
        else:
            # The editor is still on the way out of its own signal.
            QTimer.singleShot(0, self, self.close)
            self.done.emit(attendee_id)

    def _standing(self, attendee_id: str) -> Standing | None:
        number = self._model.row_of(attendee_id)
        return self._model.rows[number] if number >= 0 else None

    def _ask_rows(self) -> None:
        """Stand the question's field and button in the rows of a few people who are still signed in."""
        self.leave_fields = {}
        self.editor = None
        waiting = [r for r in self._model.rows if r.verdict is Verdict.TO_SETTLE]
        few = waiting if len(waiting) <= MOST_ASKED and not self._table.folded else []
        self._table.ask(frozenset(r.person.id for r in few))
        before: QWidget = self._table
        for standing in few:
            before = self._ask_row(standing).follow(before)

    def _ask_row(self, standing: Standing) -> AskedRow:
        attendee_id, desk = standing.person.id, self._desk
        number, last = self._model.row_of(attendee_id), standing.stays[-1]
        came = bare_time(standing.stays[0].start.astimezone(desk.zone))
        left = self._typed.get(attendee_id, desk.clock.time_of(max(desk.end, last.start)))
        asked = AskedRow(self._look, standing.person.name, came, left)
        asked.button.clicked.connect(lambda: self._settle_row(standing))
        asked.field.timeChanged.connect(lambda time: self._typed.update({attendee_id: time}))
        self.leave_fields[attendee_id] = asked.field
        self._table.setIndexWidget(self._model.index(number, TIMES), asked.times)
        self._table.setIndexWidget(self._model.index(number, ACTION), asked.action)
        return asked

    def _settle_row(self, standing: Standing) -> None:
        attendee_id = standing.person.id
        field = self.leave_fields.get(attendee_id)
        if field is None:
            self.open_times(attendee_id)
            return
        known = max(self._desk.end, standing.stays[-1].start)
        time = self._desk.clock.moment_at(known, field.time())
        if self._errors.attempt(lambda: self._desk.sign_out(attendee_id, time)):
            self._typed.pop(attendee_id, None)
            self.done.emit(attendee_id)
