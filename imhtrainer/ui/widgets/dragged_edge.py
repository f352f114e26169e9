"""An edge between two panes or columns: dragged with the mouse, or moved by keys."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.grip import is_reached_for, make_reachable, paint_grip

THICK = 9
"""Pixels in which the mouse takes hold; the line is one of them."""
STEP = 9
"""Pixels one press of an arrow key moves the edge."""
_KEYS = {
    Qt.Orientation.Horizontal: (Qt.Key.Key_Up, Qt.Key.Key_Down),
    Qt.Orientation.Vertical: (Qt.Key.Key_Left, Qt.Key.Key_Right),
}


class DraggedEdge(QWidget):
    """``dragged`` carries the pixels down or right since ``taken``, ``stepped`` those of one key.

    Enter asks to put away what it ends, or to bring it back (``toggled``); Home and a double click want it as
    drawn (``reset``). ``lies`` says how the edge's own line runs.
    """

    taken = Signal()
    dragged = Signal(int)
    stepped = Signal(int)
    toggled = Signal()
    reset = Signal()

    def __init__(
        self, look: Look, name: str, lies: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._lies = look, lies
        self._marked = False
        self._from: QPoint | None = None
        make_reachable(self)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag to make room. Double click: as drawn."))
        look.changed.connect(self.update)

    def mark(self, marked: bool) -> None:
        """Show the grip for as long as what it ends is away."""
        self._marked = marked
        self.update()

    def paint_line(self, painter: QPainter) -> None:
        """Paint the edge's line."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, and a grip while it is reached for."""
        painter = QPainter(self)
        self.paint_line(painter)
        if self._marked or is_reached_for(self):
            paint_grip(painter, self, self._look, QRectF(self.rect()).center())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()
            self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move with the mouse."""
        if self._from is not None:
            way = event.globalPosition().toPoint() - self._from
            self.dragged.emit(way.y() if self._lies is Qt.Orientation.Horizontal else way.x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._from = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Stand as drawn."""
        self.reset.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, put away, or stand as drawn."""
        back, forth = _KEYS[self._lies]
        match Qt.Key(event.key()):
            case key if key in (back, forth):
                self.stepped.emit(-STEP if key == back else STEP)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.toggled.emit()
            case Qt.Key.Key_Home:
                self.reset.emit()
            case _:
                event.ignore()
