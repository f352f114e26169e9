"""The console's three columns side by side: their edges are dragged, or moved by keys; two can be put away."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.grip import is_reached_for, make_reachable, paint_grip

Side = Literal["outline", "side"]
GRIP = 4
"""Pixels at each side of an edge where the mouse takes hold of it."""
STEP = 16
"""Pixels one press of an arrow key moves an edge."""
SETTLED = 400
"""Milliseconds without a move after which the widths are remembered."""
_PLACES: dict[Side, int] = {"outline": 0, "side": 2}
_MIDDLE = 1


class ColumnHandle(QSplitterHandle):
    """An edge: arrows move it, Enter puts its column away and back, Home and a double click stand it as drawn."""

    def __init__(self, columns: "Columns", look: Look, side: Side) -> None:
        super().__init__(Qt.Orientation.Horizontal, columns)
        self._columns, self._look, self._side = columns, look, side
        self.setContentsMargins(GRIP, 0, GRIP, 0)
        make_reachable(self)
        name = self.tr("Edge of the outline") if side == "outline" else self.tr("Edge of the notes")
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag to make room. Double click: as drawn."))
        look.changed.connect(self.update)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep reaching over the columns at both sides: Qt would narrow the edge to five pixels here."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, and a grip while it is reached for or its column is away."""
        painter = QPainter(self)
        painter.fillRect(QRect(self.width() // 2, 0, 1, self.height()), self._look.color("edge"))
        if is_reached_for(self) or self._columns.is_away(self._side):
            seen = self._columns.rect().translated(-self.pos()) & self.rect()
            paint_grip(painter, self, self._look, QRectF(seen).center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, put away, or stand as drawn."""
        outwards = -1 if self._side == "outline" else 1
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self._columns.widen(self._side, STEP * outwards)
            case Qt.Key.Key_Right:
                self._columns.widen(self._side, -STEP * outwards)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._columns.toggle(self._side)
            case Qt.Key.Key_Home:
                self._columns.stand_as_drawn()
            case _:
                event.ignore()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Stand as drawn."""
        self._columns.stand_as_drawn()


class Columns(QSplitter):
    """Outline, middle and side. ``arranged`` tells that a person has moved an edge and let it rest.

    A column that is away keeps its widgets, disabled, so that neither Tab nor F6 gets lost in it.
    """

    arranged = Signal()
    left = Signal()
    """The column that had the keyboard was put away."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._drawn: dict[Side, int] = {"outline": 0, "side": 0}
        self._before: dict[Side, int] = {}
        self._panes: dict[Side, QWidget] = {}
        self._middle: QWidget = self
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        self._rest.timeout.connect(self.arranged)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._moved)

    def createHandle(self) -> QSplitterHandle:
        """Make the edge before the column that is added."""
        return ColumnHandle(self, self._look, "side" if self.count() == _MIDDLE + 1 else "outline")

    def stand(self, outline: QWidget, middle: QWidget, side: QWidget) -> None:
        """Put the panes beside each other."""
        self._panes = {"outline": outline, "side": side}
        self._middle = middle
        for pane in (outline, middle, side):
            self.addWidget(pane)
        self.setCollapsible(_MIDDLE, False)
        self.setStretchFactor(_MIDDLE, 1)

    def share(self, drawn: tuple[int, int], kept: tuple[int, int] | None) -> None:
        """Give outline and side their ``drawn`` widths in pixels, or those ``kept``; 0 is a column put away."""
        self._before.clear()
        self._drawn = {"outline": drawn[0], "side": drawn[1]}
        self._give(*(kept or drawn))

    def stand_as_drawn(self) -> None:
        """Give all columns their drawn widths."""
        self._give(self._drawn["outline"], self._drawn["side"])
        self._rest.start()

    def widths(self) -> tuple[int, int]:
        """Pixels of outline and side as a person set them; 0 where one is away."""
        outline, _middle, side = self.sizes()
        return outline, side

    def widen(self, side: Side, by: int) -> None:
        """Make a column so many pixels wider, as far as the others' least widths allow."""
        if not self.is_away(side):
            least = self._panes[side].minimumWidth()
            self._give_one(side, max(self._width(side) + by, least))

    def is_away(self, side: Side) -> bool:
        """Whether a column is put away."""
        return side in self._panes and not self._panes[side].isEnabled()

    def toggle(self, side: Side) -> None:
        """Put a column away, or bring it back as wide as it was."""
        if self.is_away(side):
            self.bring(side)
        else:
            self._before[side] = self._width(side)
            self._give_one(side, 0)

    def bring(self, side: Side) -> None:
        """Bring a column back where it is away."""
        if self.is_away(side):
            self._give_one(side, self._before.get(side) or self._drawn[side])

    def settle(self) -> None:
        """Tell at once what was moved last, because the window closes."""
        if self._rest.isActive():
            self._rest.stop()
            self.arranged.emit()

    def _width(self, side: Side) -> int:
        return self.sizes()[_PLACES[side]]

    def _give_one(self, side: Side, width: int) -> None:
        outline, right = self.widths()
        self._give(*((width, right) if side == "outline" else (outline, width)))
        self._rest.start()

    def _give(self, outline: int, side: int) -> None:
        taken = (0 if self._panes["outline"].isHidden() else outline) + side
        middle = max(self.width() - taken, self._middle.minimumWidth())
        self.setSizes([outline, middle, side])
        self._note_away()

    def _moved(self) -> None:
        self._note_away()
        self._rest.start()

    def _note_away(self) -> None:
        """What has no width takes no keyboard."""
        focus = self.window().focusWidget()
        held = False
        for side, pane in self._panes.items():
            seen = pane.isHidden() or self._width(side) > 0
            held = held or (not seen and focus is not None and pane.isAncestorOf(focus))
            pane.setEnabled(seen)
        if held:
            self.left.emit()
        for place in (1, 2):
            self.handle(place).update()
