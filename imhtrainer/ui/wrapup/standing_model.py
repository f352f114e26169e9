"""Who came and how they stand, as a table for Qt's views."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imhtrainer.ui.wrapup.standing import Standing
from imhtrainer.ui.wrapup.words import (
    action_words,
    gap_words,
    note_words,
    stay_words,
    verdict_words,
)

NAME, TIMES, MINUTES, CHECKS, COMPLETION, ACTION = range(6)
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NOTE_ROLE = ROW_ROLE + 1
Index = QModelIndex | QPersistentModelIndex

NO_PARENT = QModelIndex()


class StandingModel(QAbstractTableModel):
    """Rows in the order they are given; the same people in the same order keep their place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Standing, ...] = ()
        self._zone: tzinfo | None = None
        self._checks = 0

    @property
    def rows(self) -> tuple[Standing, ...]:
        """The rows that are shown, in order."""
        return self._rows

    def show_rows(self, rows: tuple[Standing, ...], zone: tzinfo | None, checks: int) -> bool:
        """Show these rows, times in ``zone``, checkpoints out of ``checks``; False if nothing is new."""
        if (rows, zone, checks) == (self._rows, self._zone, self._checks):
            return False
        self.beginResetModel()
        self._rows, self._zone, self._checks = rows, zone, checks
        self.endResetModel()
        return True

    def row_of(self, attendee_id: str) -> int:
        """Where a person's row is; -1 when it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.person.id == attendee_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Name, in and out, minutes, checkpoints, completion, and what can be done."""
        return 0 if parent.isValid() else ACTION + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Name"),
            self.tr("In and out"),
            self.tr("Minutes"),
            self.tr("Checkpoints"),
            self.tr("Completion"),
            "",
        )
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; ``ROW_ROLE`` is the whole row, ``NOTE_ROLE`` the second line."""
        row = self._rows[index.row()]
        column = index.column()
        if role == ROW_ROLE:
            return row
        if role == NOTE_ROLE:
            return self._note(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                part for part in (self._words(row, column), self._note(row, column)) if part
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return None

    def times(self, row: Standing) -> str:
        """A row's times in one line, for where their column has no room."""
        return ", ".join((stay_words(row.stays, self._zone), *gap_words(row.stays, self._zone)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be reached."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _words(self, row: Standing, column: int) -> str:
        match column:
            case 0:
                return row.person.name
            case 1:
                return stay_words(row.stays, self._zone)
            case 2:
                known = row.stays and not row.completion.still_here
                return str(row.completion.minutes) if known else ""
            case 3:
                held = len(row.completion.held)
                return self.tr("{0} of {1}").format(held, self._checks) if self._checks else ""
            case 4:
                return verdict_words(row)
            case _:
                return action_words(row)

    def _note(self, row: Standing, column: int) -> str:
        if column == TIMES:
            return "\n".join(gap_words(row.stays, self._zone))
        return note_words(row) if column == COMPLETION else ""

    def _tip(self, row: Standing, column: int) -> str | None:
        if column in (NAME, TIMES) and row.stays:
            return self.tr("{0}\nEnter or double-click corrects the times.").format(self.times(row))
        if column == ACTION and row.serial:
            return self.tr("Certificate {0}").format(row.serial)
        return note_words(row) or None if column == COMPLETION else None
