"""A key as it is drawn on the keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look

HEIGHT = 20


def key_width(text: str, font: QFont) -> int:
    """Pixels a key cap is wide."""
    return max(QFontMetrics(font).horizontalAdvance(text) + 12, HEIGHT)


def key_font(base: QFont) -> QFont:
    """The typeface of a key cap."""
    font = QFont(base)
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.Medium)
    return font


def paint_key(painter: QPainter, box: QRectF, text: str, ink: QColor, edge: QColor) -> None:
    """Draw a key cap into a box with the painter's font."""
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(QWidget):
    """One key cap."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        self._text = text
        self.setAccessibleName(text)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        return QSize(key_width(self._text, key_font(self.font())), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(key_font(self.font()))
        high = (self.height() - HEIGHT) / 2
        box = QRectF(0, high, self.width(), HEIGHT)
        ink, edge = self._look.color("ink-soft"), self._look.color("edge-control")
        paint_key(painter, box, self._text, ink, edge)
