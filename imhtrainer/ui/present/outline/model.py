"""The outline's rows for a Qt list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from imhtrainer.ui.present.figures import minutes_figures
from imhtrainer.ui.present.outline.rows import Row, SectionRow

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""Role under which an index gives its ``Row``."""

NO_PARENT = QModelIndex()


class OutlineModel(QAbstractListModel):
    """Rows of the outline; only what differs is told to the view."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows."""
        if rows == self._rows:
            return
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says in a role."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title if isinstance(row, SectionRow) else row.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row)
        return row if role == ROW else None

    def _said(self, row: Row) -> str:
        if isinstance(row, SectionRow):
            words = (
                self.tr("Section {0}, {1} min, done")
                if row.done
                else self.tr("Section {0}, {1} min")
            )
            return words.format(row.title, minutes_figures(row.minutes))
        seen, unseen = self.tr("Slide {0}, {1}, the room sees it"), self.tr("Slide {0}, {1}")
        return (seen if row.shown else unseen).format(row.number, row.label)
