"""The list at the left of the sheet, for Qt's views."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from imhtrainer.ui.wrapup.issue.entries import Entry, Heading, Row, flag_words

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NO_PARENT = QModelIndex()


class EntryModel(QAbstractListModel):
    """Headings that cannot be chosen, and certificates that can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything in the list, in order."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The certificate of a row; None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Entry) else None

    def row_of(self, attendee: str) -> int:
        """Where a person's certificate is; the first certificate for who is not here, -1 for none."""
        people = [i for i, row in enumerate(self._rows) if isinstance(row, Entry)]
        for number in people:
            entry = self.entry(number)
            if entry is not None and entry.certificate.attendee == attendee:
                return number
        return people[0] if people else -1

    def next_of(self, row: int, by: int = 1) -> int:
        """The next certificate after a row (``by`` 1) or before it (-1); the row itself at the end."""
        wanted = row + by
        while 0 <= wanted < len(self._rows):
            if self.entry(wanted) is not None:
                return wanted
            wanted += by
        return row

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Headings and certificates."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's words; ``ROW_ROLE`` is the row itself."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            return row.words if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.certificate.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = row.certificate.serial if row.issued else flag_words(row)
            said = (row.certificate.name, words, _confirmed_words(row))
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _confirmed_words(row) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are only read."""
        if not index.isValid() or self.entry(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _confirmed_words(row: Entry) -> str:
    return translate("issue", "Spelling confirmed by phone") if row.confirmed else ""
