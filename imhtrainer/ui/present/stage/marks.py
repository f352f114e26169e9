"""What lies over a slide for a moment: the pointer, the spotlight, a line being drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QRadialGradient

from imhtrainer.layout.compose.scene import PAGE_WIDTH
from imhtrainer.layout.page import PathBox
from imhtrainer.render.screen import paint_boxes

POINTER, GLOW = 0.011, 0.026
"""Radius of the pointer's disc and of its glow, as shares of the page's width: seen from the back row."""
SPOT = 0.13
"""Radius of the spotlight, as a share of the page's width."""
_SOFT = 0.82
_DARKNESS = 185
"""How dark it is around the spotlight, 0 to 255."""


@dataclass(frozen=True)
class Marks:
    """``pointer`` and ``spot`` are places on the page as shares of its width and height."""

    pointer: QPointF | None = None
    spot: QPointF | None = None
    line: PathBox | None = None


NOTHING = Marks()


def paint_marks(
    painter: QPainter, page: QRectF, marks: Marks, palette: Mapping[str, str], seen: QRectF
) -> None:
    """Paint marks over a page that stands at ``page``, of which ``seen`` can be seen."""
    painter.save()
    painter.setClipRect(seen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if marks.line is not None:
        painter.save()
        painter.translate(page.topLeft())
        paint_boxes(painter, (marks.line,), palette, page.width() / PAGE_WIDTH)
        painter.restore()
    if marks.spot is not None:
        _paint_spot(painter, _on(page, marks.spot), seen, QColor(palette["night"]))
    if marks.pointer is not None:
        _paint_pointer(painter, _on(page, marks.pointer), seen.width(), QColor(palette["coral"]))
    painter.restore()


def _on(page: QRectF, share: QPointF) -> QPointF:
    return QPointF(page.x() + share.x() * page.width(), page.y() + share.y() * page.height())


def _paint_pointer(painter: QPainter, at: QPointF, wide: float, color: QColor) -> None:
    """Sizes go by the window, not by the page: zoomed in, the pointer stays as it was."""
    glow = QRadialGradient(at, GLOW * wide)
    inner, outer = QColor(color), QColor(color)
    inner.setAlpha(150)
    outer.setAlpha(0)
    glow.setColorAt(POINTER / GLOW, inner)
    glow.setColorAt(1, outer)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(at, GLOW * wide, GLOW * wide)
    painter.setBrush(color)
    painter.drawEllipse(at, POINTER * wide, POINTER * wide)


def _paint_spot(painter: QPainter, at: QPointF, seen: QRectF, night: QColor) -> None:
    clear = QColor(night)
    night.setAlpha(_DARKNESS)
    clear.setAlpha(0)
    radius = SPOT * seen.width()
    around = QPainterPath()
    around.setFillRule(Qt.FillRule.OddEvenFill)
    around.addRect(seen)
    around.addEllipse(at, radius, radius)
    painter.fillPath(around, night)
    edge = QRadialGradient(at, radius)
    edge.setColorAt(_SOFT, clear)
    edge.setColorAt(1, night)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawEllipse(at, radius, radius)
