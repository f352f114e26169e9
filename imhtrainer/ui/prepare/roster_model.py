"""The roster as a table for Qt's views."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from imhtrainer.domain.roster import Attendee, clean_name
from imhtrainer.ui.prepare.rows import RosterRow, Standing, find_rows

NAME, EMAIL, ROLE, LAST = range(4)
_FIELDS = ("name", "email", "role", "license")
Index = QModelIndex | QPersistentModelIndex

NO_PARENT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class RosterModel(QAbstractTableModel):
    """People by name; with an import open the last column says what Add would do.

    ``edited`` carries the person as changed in a cell; the row changes when the session has it.
    """

    edited = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RosterRow, ...] = ()
        self._shown: tuple[RosterRow, ...] = ()
        self._find = ""
        self._importing = False
        self._confirmed: frozenset[str] = frozenset()

    @property
    def rows(self) -> tuple[RosterRow, ...]:
        """The rows that are shown, in order."""
        return self._shown

    def show_rows(self, rows: tuple[RosterRow, ...], importing: bool) -> None:
        """Show these rows; nothing moves when they are shown already."""
        if rows != self._all or importing != self._importing:
            self._all, self._importing = rows, importing
            self._reset()

    def show_confirmed(self, people: frozenset[str]) -> None:
        """Say of these people that they found their own name right; a name's tool tip tells it."""
        self._confirmed = people

    def find(self, text: str) -> None:
        """Show only rows whose name or e-mail holds the text."""
        if text != self._find:
            self._find = text
            self._reset()

    def row_of(self, attendee_id: str) -> int:
        """Where a person's row is; -1 when it is not shown."""
        return next((i for i, row in enumerate(self._shown) if row.attendee.id == attendee_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Name, e-mail, role, and license or what Add would do."""
        return 0 if parent.isValid() else len(_FIELDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        last = self.tr("When you press Add") if self._importing else self.tr("License")
        return (self.tr("Name"), self.tr("Email"), self.tr("Role"), last)[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; ``ROW_ROLE`` is the whole row."""
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if index.column() == LAST and self._importing:
            return self.standing_words(row.standing)
        words = getattr(row.attendee, _FIELDS[index.column()]) or None
        told = role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if told and index.column() == NAME and row.attendee.id in self._confirmed:
            return self.tr("{0}. Spelling confirmed by phone").format(words)
        return words

    def standing_words(self, standing: Standing) -> str:
        """How a row stands, in words."""
        return {
            "on": self.tr("On the roster"),
            "here": self.tr("Here already, kept once"),
            "add": self.tr("Will be added"),
            "ask": self.tr("Your answer needed"),
            "question": "",
        }[standing]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Offer a cell's new words; True when they differ from the old ones."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        person = self._shown[index.row()].attendee
        words = clean_name(str(value or ""))
        field = _FIELDS[index.column()]
        if words == getattr(person, field) or (field == "name" and not words):
            return False
        self.edited.emit(changed_person(person, field, words))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """People on the roster can be edited; what an import would bring cannot."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        known = self._shown[index.row()].standing in ("on", "here")
        if known and not (self._importing and index.column() == LAST):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _reset(self) -> None:
        self.beginResetModel()
        self._shown = find_rows(self._all, self._find)
        self.endResetModel()


def changed_person(person: Attendee, field: str, words: str) -> Attendee:
    """A person with one fact corrected."""
    match field:
        case "name":
            return replace(person, name=words)
        case "email":
            return replace(person, email=words)
        case "role":
            return replace(person, role=words)
        case _:
            return replace(person, license=words)
