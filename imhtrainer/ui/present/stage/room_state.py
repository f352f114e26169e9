"""Icon and word for what the room sees."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look

PAD, ICON, GAP = 8, 20, 8


class RoomState(QWidget):
    """One icon and a few strong words; anything but the live slide stands on a sun block."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon, self._words, self._token, self._sun = "projector", "", "leaf", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def say(self, icon: str, words: str, token: str, sun: bool = False) -> None:
        """Show an icon in a token's colour, and words."""
        if (icon, words, token, sun) != (self._icon, self._words, self._token, self._sun):
            self._icon, self._words, self._token, self._sun = icon, words, token, sun
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        wide = QFontMetrics(self._font()).horizontalAdvance(self._words)
        return QSize(PAD + ICON + GAP + wide + PAD + 2, 32)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sun:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("sun"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        color = self._look.color(self._token)
        top = (self.height() - ICON) / 2
        paint_icon(painter, self._icon, QRectF(PAD, top, ICON, ICON), color)
        if not self._sun and self._token != "alarm":
            color = self._look.color("ink")
        painter.setPen(color)
        painter.setFont(self._font())
        base = (self.height() + QFontMetrics(self._font()).capHeight()) / 2
        painter.drawText(QPointF(PAD + ICON + GAP, base), self._words)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(15)
        font.setWeight(QFont.Weight.DemiBold)
        return font
