"""The widest button there is: a word and its arrow behind it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionButton

from imhtrainer.ui.present.buttons.face import paint_ground
from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button

ICON, GAP = 20, 8


class NextButton(Button):
    """52 high, 220 wide."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "primary", "large")
        self._look_of_words = look
        self._words = ""
        self._arrow = "arrow-right"
        self.setFixedWidth(220)

    @property
    def words(self) -> str:
        """The word shown."""
        return self._words

    @property
    def arrow(self) -> str:
        """The icon behind the word."""
        return self._arrow

    def show_words(self, words: str, icon: str) -> None:
        """Name the button."""
        if (words, icon) != (self._words, self._arrow):
            self._words, self._arrow = words, icon
            self.setAccessibleName(words)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        paint_ground(painter, self, option)
        font = QFont(self.font())
        font.setPixelSize(18)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        token = "on-lagoon" if self.property("kind") == "primary" else "ink"
        color = self._look_of_words.color(token if self.isEnabled() else "ink-soft")
        painter.setPen(color)
        metrics = QFontMetrics(font)
        wide = metrics.horizontalAdvance(self._words)
        left = (self.width() - wide - GAP - ICON) / 2
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(left, base), self._words)
        box = QRectF(left + wide + GAP, (self.height() - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._arrow, box, color)
