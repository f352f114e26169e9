"""An edge that lies between two panes, one over the other: dragged, or moved by keys."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.grip import is_reached_for, make_reachable, paint_grip

HEIGHT = 9
"""Pixels in which the mouse takes hold; the line is one of them."""
STEP = 9
"""Pixels one press of an arrow key moves the edge."""


class LyingEdge(QWidget):
    """``dragged`` carries the pixels down since ``taken``, ``stepped`` those of one key.

    Enter asks to put the pane over it away or back (``toggled``); Home and a double click want it as
    drawn (``reset``).
    """

    taken = Signal()
    dragged = Signal(int)
    stepped = Signal(int)
    toggled = Signal()
    reset = Signal()

    def __init__(self, look: Look, name: str, inset: int = 0) -> None:
        super().__init__()
        self._look, self._inset = look, inset
        self._marked = False
        self._from: float | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SplitVCursor)
        make_reachable(self)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag to make room. Double click: as drawn."))
        look.changed.connect(self.update)

    def mark(self, marked: bool) -> None:
        """Show the grip for as long as the pane over it is away."""
        self._marked = marked
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, and a grip while it is reached for."""
        painter = QPainter(self)
        middle = self.height() // 2
        across = QRect(self._inset, middle, self.width() - 2 * self._inset, 1)
        painter.fillRect(across, self._look.color("edge"))
        if self._marked or is_reached_for(self):
            paint_grip(painter, self, self._look, QRectF(self.rect()).center())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().y()
            self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move with the mouse."""
        if self._from is not None:
            self.dragged.emit(round(event.globalPosition().y() - self._from))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._from = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Stand as drawn."""
        self.reset.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, put away, or stand as drawn."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up:
                self.stepped.emit(-STEP)
            case Qt.Key.Key_Down:
                self.stepped.emit(STEP)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.toggled.emit()
            case Qt.Key.Key_Home:
                self.reset.emit()
            case _:
                event.ignore()
