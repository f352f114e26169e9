"""An edge that lies between two panes, one over the other."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.dragged_edge import THICK, DraggedEdge


class LyingEdge(DraggedEdge):
    """A line as wide as the panes, ``inset`` pixels shorter at both ends."""

    def __init__(self, look: Look, name: str, inset: int = 0) -> None:
        super().__init__(look, name, Qt.Orientation.Horizontal)
        self._inset = inset
        self.setFixedHeight(THICK)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SplitVCursor)

    def paint_line(self, painter: QPainter) -> None:
        """Paint the edge's line."""
        across = QRect(self._inset, self.height() // 2, self.width() - 2 * self._inset, 1)
        painter.fillRect(across, self._look.color("edge"))
