"""A square to tick, with or without words beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look

_ICON, _GAP, _HEIGHT = 20, 8, 36
_ICONS = {
    Qt.CheckState.Unchecked: ("square", "ink-soft"),
    Qt.CheckState.PartiallyChecked: ("square-minus", "lagoon"),
    Qt.CheckState.Checked: ("square-check", "lagoon"),
}


class TickBox(QCheckBox):
    """Ticked, partly ticked or empty; a person only ticks and empties it.

    ``says`` is its name for who does not see it.
    """

    def __init__(self, look: Look, text: str = "", says: str = "") -> None:
        super().__init__(text)
        self._look = look
        self.setAccessibleName(says or text)
        look.changed.connect(self.update)

    def nextCheckState(self) -> None:
        """From empty or partly to ticked, from ticked to empty."""
        ticked = self.checkState() == Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The square, and the words beside it."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(_ICON + 12 + (words + _GAP if words else 0), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As large as it wants to be."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """All of it is pressed."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square of the moment and the words."""
        painter = QPainter(self)
        name, token = _ICONS[self.checkState()]
        box = QRectF(6, (self.height() - _ICON) / 2, _ICON, _ICON)
        paint_icon(painter, name, box, self._look.color(token if self.isEnabled() else "ink-soft"))
        if self.text():
            painter.setFont(self.font())
            painter.setPen(self._look.color("ink"))
            room = self.rect().adjusted(6 + _ICON + _GAP, 0, 0, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
