"""The program's icon in the task bar."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.mark import paint_mark

_SIZES = (16, 32, 48, 64, 128, 256)


def window_icon(look: Look) -> QIcon:
    """The mark on paper, in all sizes systems ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_picture(look, size))
    return icon


def _picture(look: Look, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.light["paper"]))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2)
    wide = size * 0.8
    tall = wide * 20 / 28
    paint_mark(painter, look, QRectF((size - wide) / 2, (size - tall) / 2, wide, tall), light=True)
    painter.end()
    return pixmap
