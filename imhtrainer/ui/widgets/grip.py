"""The grip of an edge that can be dragged, shown while it is reached for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look

LONG, WIDE = 36, 3


def make_reachable(edge: QWidget) -> None:
    """Let an edge be reached by Tab, and be painted anew when the mouse comes and goes."""
    edge.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    edge.setAttribute(Qt.WidgetAttribute.WA_Hover)


def is_reached_for(edge: QWidget) -> bool:
    """Whether mouse or keyboard is on the edge."""
    return edge.underMouse() or edge.hasFocus()


def paint_grip(painter: QPainter, edge: QWidget, look: Look, center: QPointF) -> None:
    """Paint the grip around a point, along the edge."""
    lies = edge.width() > edge.height()
    size = QSize(LONG, WIDE) if lies else QSize(WIDE, LONG)
    pill = QRectF(QPointF(), size)
    pill.moveCenter(center)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("lagoon" if edge.hasFocus() else "plan"))
    painter.drawRoundedRect(pill, WIDE / 2, WIDE / 2)
