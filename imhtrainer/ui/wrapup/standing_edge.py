"""The edge between two columns of Wrap up's table, over their names."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.dragged_edge import THICK, DraggedEdge
from imhtrainer.ui.wrapup.standing_header import HEAD

BEFORE = 8
"""Pixels before the column's end, where no word stands."""
_TICK = 14


class StandingEdge(DraggedEdge):
    """A short line between two names of columns."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, name, Qt.Orientation.Vertical, parent)
        self.resize(THICK, HEAD - 1)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def stand_at(self, right: int) -> None:
        """Stand over the end of a column, ``right`` pixels from the table's left."""
        self.move(right - BEFORE - THICK // 2, 0)

    def paint_line(self, painter: QPainter) -> None:
        """Paint the edge's line."""
        tick = QRect(self.width() // 2, (self.height() - _TICK) // 2, 1, _TICK)
        painter.fillRect(tick, self._look.color("edge"))
