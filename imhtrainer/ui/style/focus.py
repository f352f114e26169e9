"""The ring round the control that has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from imhtrainer.ui.style.look import Look

THICKNESS = 2.5
OFFSET = 2
_REACH = OFFSET + 3
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """A lagoon ring of 2.5 px, 2 px off, that follows the keyboard through one window.

    Buttons show it when they were reached by key, fields always. Item views draw their own rows.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the control as it, or something it stands in, moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("lagoon"), THICKNESS))
        half = THICKNESS / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        wanted = new if new is not None and self._wants_ring(new) else None
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = _line_up(wanted) if wanted is not None else []
        for widget in self._watched:
            widget.installEventFilter(self)
        self._target = wanted
        if wanted is not None:
            _bring_into_sight(wanted)
        self._place()

    def _wants_ring(self, widget: QWidget) -> bool:
        if widget.window() is not self.window() or isinstance(widget, QAbstractItemView):
            return False
        if widget.property("ring") is not None:
            return bool(widget.property("ring"))
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return not by_mouse or isinstance(widget, QLineEdit | QAbstractSpinBox | QComboBox)

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        home = self.window()
        box = QRect(target.mapTo(home, QPoint(0, 0)), target.size())
        ring = box.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        view = _view_of(target, home)
        if not view.intersects(box):
            self.hide()
            return
        self.setGeometry(ring)
        if view.contains(box):
            self.clearMask()
        else:  # half scrolled away: no ring over what stands around the page
            self.setMask(view.translated(-ring.topLeft()))
        self.raise_()
        self.show()


def _line_up(widget: QWidget) -> list[QWidget]:
    """The widget and everything it stands in, up to its window."""
    line = [widget]
    while not line[-1].isWindow() and (above := line[-1].parentWidget()) is not None:
        line.append(above)
    return line


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll the pages it stands on; Qt does so only where the keyboard was on the same page before."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _view_of(target: QWidget, home: QWidget) -> QRect:
    view = home.rect()
    parent = target.parentWidget()
    while parent is not None and parent is not home:
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea):
            view = view.intersected(QRect(parent.mapTo(home, QPoint(0, 0)), parent.size()))
        parent = above
    return view
