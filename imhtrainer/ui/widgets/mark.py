"""The program's mark: a sun over two lines of the horizon."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from imhtrainer.ui.style.look import Look


def paint_mark(painter: QPainter, look: Look, box: QRectF, *, light: bool = False) -> None:
    """Draw the mark into a rectangle of 28 x 20 or its multiple; ``light`` keeps to the light scheme."""
    ink = QColor(look.theme.light["ink"]) if light else look.color("ink")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 28, box.height() / 20)
    painter.setPen(QPen(look.color("sun"), 0))
    painter.setBrush(look.color("sun"))
    painter.drawChord(QRectF(4.5, 3, 19, 19), 0, 180 * 16)
    pen = QPen(ink, 2.4)
    painter.setPen(pen)
    painter.drawLine(QRectF(1, 13, 26, 0).topLeft(), QRectF(1, 13, 26, 0).topRight())
    painter.drawLine(QRectF(8, 17.5, 12, 0).topLeft(), QRectF(8, 17.5, 12, 0).topRight())
    painter.restore()


class Mark(QAbstractButton):
    """The mark as a way home."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(36, 36)
        self.setAccessibleName(self.tr("Home"))
        self.setToolTip(self.tr("Home"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As large as a target must be."""
        return QSize(36, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark in the middle."""
        painter = QPainter(self)
        paint_mark(painter, self._look, QRectF(4, 8, 28, 20))
