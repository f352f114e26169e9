"""The overview's slides as a list that a screen reader walks."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from imhtrainer.ui.present.overview.cells import Cell

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class SlideModel(QAbstractListModel):
    """One row a slide that is found; what is read of it is its number, its name and whether the room sees it."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[Cell, ...] = ()
        self._room = -1

    def show_cells(self, cells: tuple[Cell, ...], room: int) -> None:
        """Hold these slides; ``room`` is the one that the room sees, -1 for none."""
        if cells != self._cells:
            self.beginResetModel()
            self._cells, self._room = cells, room
            self.endResetModel()
        elif room != self._room:
            self._room = room
            self.dataChanged.emit(self.index(0), self.index(len(cells) - 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many slides there are."""
        return 0 if parent.isValid() else len(self._cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A slide's name, and what is read of it."""
        cell = self._cells[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.label
        return self.said(cell) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def said(self, cell: Cell) -> str:
        """What is read of a slide."""
        seen, unseen = self.tr("Slide {0}, {1}, the room sees it"), self.tr("Slide {0}, {1}")
        return (seen if cell.slide == self._room else unseen).format(cell.number, cell.label)
