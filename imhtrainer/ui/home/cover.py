"""A picture with round corners: a training's cover, or the slide a session stopped on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look

VEIL = 0.14
"""How much a picture made for the light is dimmed in the dark scheme."""


ICON = 56
"""Pixels of the icon that stands for a picture."""


class Cover(QWidget):
    """A picture with round corners on the ground it will stand on until it comes."""

    def __init__(
        self, look: Look, width: int, height: int, radius: float, *, top_only: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self._icon = ""
        self._radius = radius
        self._top_only = top_only
        self.setFixedHeight(height)
        if width:
            self.setFixedWidth(width)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show a picture; an empty one leaves the ground."""
        self._image = image
        self.update()

    def show_icon(self, name: str) -> None:
        """Show an icon where there will be no picture."""
        self._icon = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and picture within the round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(self._shape())
        painter.fillRect(self.rect(), QColor(self._look.theme.light["sand"]))
        if not self._image.isNull():
            painter.drawImage(QRectF(self.rect()), self._image)
        elif self._icon:
            box = QRectF(0, 0, ICON, ICON)
            box.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, self._icon, box, QColor(self._look.theme.light["plan"]))
        if self._look.dark:
            painter.setOpacity(VEIL)
            painter.fillRect(self.rect(), self._look.color("paper"))
            painter.setOpacity(1)
        if not self._top_only:
            painter.setPen(self._look.color("edge"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, self._radius, self._radius)

    def _shape(self) -> QPainterPath:
        box = QRectF(self.rect())
        if self._top_only:
            box = box.adjusted(0, 0, 0, self._radius * 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, self._radius, self._radius)
        return shape
