"""The picture of this moment of a film, and the words said in it, as they are painted over a slide."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

BEHIND = QColor("#14202B")
"""Beside a film that is narrower or lower than its poster."""


@dataclass(frozen=True, slots=True)
class FilmLayer:
    """``frame`` stands in ``box`` (x, y, width, height as shares of the page); None shows the poster.

    ``caption`` is a picture as wide as what is seen, None where nothing is said.
    """

    box: tuple[float, float, float, float]
    frame: QImage | None = None
    caption: QImage | None = None


def paint_layer(
    painter: QPainter, page: QRectF, layer: FilmLayer, seen: QRectF | None = None
) -> None:
    """Paint a moment over a page that stands at ``page``; what is said stands at the foot of what is ``seen``.

    None sees the whole page.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if layer.frame is not None:
        box = _placed(page, layer.box)
        painter.fillRect(box, BEHIND)
        painter.drawImage(_contained(box, layer.frame), layer.frame)
    if layer.caption is not None:
        painter.drawImage(_caption_box(seen or page, layer.caption), layer.caption)
    painter.restore()


def _placed(page: QRectF, box: tuple[float, float, float, float]) -> QRectF:
    x, y, w, h = box
    return QRectF(
        page.x() + x * page.width(),
        page.y() + y * page.height(),
        w * page.width(),
        h * page.height(),
    )


def _contained(box: QRectF, frame: QImage) -> QRectF:
    size = frame.size().toSizeF().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    inside = QRectF(box.topLeft(), size)
    inside.moveCenter(box.center())
    return inside


def _caption_box(seen: QRectF, caption: QImage) -> QRectF:
    """Across the whole foot, so that nothing that stands there looks out from under it."""
    high = seen.width() * caption.height() / caption.width()
    return QRectF(seen.x(), seen.bottom() - high, seen.width(), high)
