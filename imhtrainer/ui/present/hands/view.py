"""The console's slide that can be pointed at and drawn on."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QWheelEvent,
)

from imhtrainer.ui.present.hands.tools import WHOLE, Region
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.picture_view import PictureView
from imhtrainer.ui.present.stage.marks import NOTHING, Marks, paint_marks
from imhtrainer.ui.style.look import Look

_TURN = 120.0
"""Eighths of a degree of one notch of a wheel."""


class HandView(PictureView):
    """Says where on the page the hand is, as shares of width and height, and shows what the room sees of it.

    With ``active`` false it leaves mouse and tablet alone. ``wheeled`` carries the place and how many times
    nearer; a wheel turned by itself says nothing unless ``active``, with Ctrl it always does.
    """

    hovered = Signal(QPointF)
    left = Signal()
    pressed = Signal(QPointF, bool)
    dragged = Signal(QPointF)
    released = Signal(QPointF)
    wheeled = Signal(QPointF, float)

    def __init__(self, look: Look, pictures: PagePictures, veil: float = 0.0) -> None:
        super().__init__(look, pictures, veil=veil)
        self.active = False
        self.marks: Marks = NOTHING
        self.region: Region = WHOLE
        self.frame: Region | None = None
        self._down = False
        self.hand_at = QPointF(0.5, 0.5)
        self.setMouseTracking(True)

    def show_marks(self, marks: Marks, region: Region, frame: Region | None = None) -> None:
        """Show what lies over the slide, which part of it the room sees, and one that is being framed."""
        if (marks, region, frame) != (self.marks, self.region, self.frame):
            self.marks, self.region, self.frame = marks, region, frame
            self.update()

    def set_active(self, active: bool) -> None:
        """Take the hand, or leave it alone."""
        self.active = active
        self._down = False
        self.setCursor(Qt.CursorShape.CrossCursor if active else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide, and over it what the hand does."""
        super().paintEvent(event)
        if self.shown is None:
            return
        painter = QPainter(self)
        box = self.box
        paint_marks(painter, box, self.marks, self.look.theme.colors, box)
        for region in (self.region, self.frame):
            if region is not None and region != WHOLE:
                self._paint_region(painter, _part(box, region))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand moves."""
        self._move(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The hand touches the slide."""
        if self.active and event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position(), wiping=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The hand lets go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._release(event.position())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A graphics tablet's pen, whose other end wipes."""
        if not self.active:
            event.ignore()
            return
        wiping = event.pointerType() == event.pointingDevice().PointerType.Eraser
        match event.type():
            case QEvent.Type.TabletPress:
                self._press(event.position(), wiping)
            case QEvent.Type.TabletRelease:
                self._release(event.position())
            case _:
                self._move(event.position())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or farther at the hand."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        turn = event.angleDelta().y() / _TURN
        if turn and (control or self.active or self.region != WHOLE):
            self.wheeled.emit(self._share(event.position()), 1.25**turn)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Two fingers on a touchpad."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.wheeled.emit(self._share(event.position()), 1 + event.value())
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The hand is elsewhere."""
        super().leaveEvent(event)
        self.left.emit()

    def _press(self, at: QPointF, wiping: bool) -> None:
        self._down = True
        self.pressed.emit(self._share(at), wiping)

    def _move(self, at: QPointF) -> None:
        share = self._share(at)
        self.hand_at = share
        if not self.active:
            return
        if self._down:
            self.dragged.emit(share)
        inside = 0 <= share.x() <= 1 and 0 <= share.y() <= 1
        if inside:
            self.hovered.emit(share)
        else:
            self.left.emit()

    def _release(self, at: QPointF) -> None:
        if self._down:
            self._down = False
            self.released.emit(self._share(at))

    def _share(self, at: QPointF) -> QPointF:
        box = self.box
        return QPointF((at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())

    def _paint_region(self, painter: QPainter, part: QRectF) -> None:
        painter.setPen(QPen(self.look.color("sun"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(part)


def _part(box: QRectF, region: Region) -> QRectF:
    x, y, w, h = region
    return QRectF(
        box.x() + x * box.width(), box.y() + y * box.height(), w * box.width(), h * box.height()
    )
