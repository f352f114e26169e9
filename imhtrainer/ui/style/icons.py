"""Lucide icons in the windows' colours."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from imhtrainer.resources import resource_path
from imhtrainer.ui.style.look import Look


def icon(
    name: str, look: Look, token: str = "ink", size: int = 20, gap: int = 0, checked: str = ""
) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in a token's colour.

    ``gap`` leaves so many pixels free at the right (at the left where it is negative), for the text of a
    button; ``checked`` names the token of a button that is down.
    """
    made = QIcon(icon_pixmap(name, look.color(token), size, gap))
    faint = look.mixed("ink-soft", "paper", 0.35)
    made.addPixmap(icon_pixmap(name, faint, size, gap), QIcon.Mode.Disabled)
    if checked:
        made.addPixmap(
            icon_pixmap(name, look.color(checked), size, gap), QIcon.Mode.Normal, QIcon.State.On
        )
    return made


def icon_pixmap(name: str, color: QColor, size: int = 20, gap: int = 0) -> QPixmap:
    """The icon as a picture of ``size`` pixels, sharp on the densest screen there is."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    pixmap = QPixmap(round((size + abs(gap)) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(max(-gap, 0), 0, size, size), color)
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Draw an icon into a rectangle of whatever is painted."""
    drawing = _source(name).replace(b"currentColor", color.name().encode())
    QSvgRenderer(QByteArray(drawing)).render(painter, box)


@cache
def _source(name: str) -> bytes:
    return resource_path("icons", f"{name}.svg").read_bytes()
