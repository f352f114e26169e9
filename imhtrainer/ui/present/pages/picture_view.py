"""A slide as the console shows it: a card with its picture, veiled a little in the dark scheme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.present.media.layer import FilmLayer, paint_layer
from imhtrainer.ui.present.pages.deck_pages import ASPECT
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import Shown
from imhtrainer.ui.style.look import Look

SHADOW = 4
"""Pixels around the picture for its edge and soft shadow."""


class PictureView(QWidget):
    """Shows one page picture as wide as there is room for, 16:9, with round corners."""

    def __init__(
        self, look: Look, pictures: PagePictures, radius: int = 6, veil: float = 0.0
    ) -> None:
        super().__init__()
        self.look = look
        self._pictures = pictures
        self._radius = radius
        self.veil = veil
        self._shown: Shown | None = None
        self._ring = False
        self._film: FilmLayer | None = None
        self._caption: FilmLayer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_page(self, shown: Shown | None, name: str, text: str = "", ring: bool = False) -> None:
        """Show a page, or nothing; ``ring`` marks what only the facilitator sees."""
        if (shown, ring) != (self._shown, self._ring):
            self._shown, self._ring = shown, ring
            self.update()
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    def show_film(self, film: FilmLayer | None) -> None:
        """Show a moment of a film over the page; None shows the page alone."""
        if film is not self._film:
            self._film = film
            self.update()

    def show_caption(self, caption: FilmLayer | None) -> None:
        """Show the line the room reads at the foot of the page; None takes it away."""
        if caption is not self._caption:
            self._caption = caption
            self.update()

    @property
    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    @property
    def device_width(self) -> int:
        """Device pixels the picture is wide."""
        return max(round(self.box.width() * self.devicePixelRatioF()), 16)

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        return QSize(480, 270)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return QSize(96, 54)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown into the new size."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = self.box
        self._paint_shadow(painter, box)
        outline = QPainterPath()
        outline.addRoundedRect(box, self._radius, self._radius)
        painter.setClipPath(outline)
        self._paint_picture(painter, box, self._pictures.picture(self._shown, self.device_width))
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 2.5 if self._ring else 1.0
        painter.setPen(QPen(self.look.color("lagoon" if self._ring else "edge"), width))
        painter.drawRoundedRect(box, self._radius, self._radius)

    def _paint_picture(self, painter: QPainter, box: QRectF, picture: QPixmap) -> None:
        painter.drawPixmap(box, picture, QRectF(picture.rect()))
        for layer in (self._film, self._caption):
            if layer is not None:
                paint_layer(painter, box, layer)
        if self.look.dark and self.veil:
            painter.fillRect(box, QColor(0, 0, 0, round(255 * self.veil)))

    def _paint_shadow(self, painter: QPainter, box: QRectF) -> None:
        if self.look.dark:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = self.look.color("shadow")
        shadow.setAlpha(4)
        for spread in range(SHADOW, 0, -1):
            painter.setBrush(shadow)
            grown = box.adjusted(-spread, -spread + 2, spread, spread)
            painter.drawRoundedRect(grown, self._radius + spread, self._radius + spread)

    @property
    def box(self) -> QRectF:
        """Where the picture stands, in logical pixels."""
        wide, high = self.width() - 2 * SHADOW, self.height() - 2 * SHADOW
        width = max(min(float(wide), high / ASPECT), 16.0)
        left = (self.width() - width) / 2
        return QRectF(round(left), SHADOW, round(width), round(width * ASPECT))
