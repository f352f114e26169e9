"""A figure that changes every second without moving anything: tabular digits, as wide as their number."""

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.look import Look

PAD = 9
"""Pixels of sun left and right of a figure that stands on it."""


class FigureLabel(QWidget):
    """A figure of ``pixels`` size with an optional word behind it; ``says`` names it.

    Its box is as wide as the same text in noughts, so that it changes only with the number of digits.
    """

    def __init__(
        self,
        look: Look,
        pixels: int,
        says: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        weight: QFont.Weight = QFont.Weight.DemiBold,
    ) -> None:
        super().__init__()
        self._look = look
        self._pixels = pixels
        self._weight = weight
        self._align = align
        self._text = ""
        self._word = ""
        self._sun = False
        self._token = "ink"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(says)
        look.changed.connect(self.update)

    def show_figure(self, text: str, word: str = "", sun: bool = False, token: str = "ink") -> None:
        """Show a figure; nothing is painted when it is the same."""
        if (text, word, sun, token) == (self._text, self._word, self._sun, self._token):
            return
        before = self.sizeHint()
        self._text, self._word, self._sun, self._token = text, word, sun, token
        if self.sizeHint() != before:
            self.updateGeometry()
        # Only the description changes: a name that changed each second would be read aloud each second.
        self.setAccessibleDescription(self.text)
        self.update()

    @property
    def text(self) -> str:
        """The figure and its word as shown."""
        return f"{self._text} {self._word}".strip()

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        noughts = re.sub(r"\d", "0", self._text)
        wide = QFontMetrics(self._font()).horizontalAdvance(noughts) + self._word_room()
        return QSize(wide + (2 * PAD if self._sun else 2), round(self._pixels * 1.28))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure = QFontMetrics(self._font())
        wide = figure.horizontalAdvance(self._text)
        total = wide + self._word_room()
        left = self.width() - total if self._align & Qt.AlignmentFlag.AlignRight else 0
        if self._sun:
            self._paint_sun(painter, total + 2 * PAD)
            left += PAD
        base = (self.height() + figure.capHeight()) // 2
        painter.setPen(self._look.color("on-sun" if self._sun else self._token))
        painter.setFont(self._font())
        painter.drawText(left, base, self._text)
        painter.setFont(self._word_font())
        painter.drawText(left + wide + self._gap(), base, self._word)

    def _paint_sun(self, painter: QPainter, width: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("sun"))
        painter.drawRoundedRect(QRectF(QRect(0, 0, width, self.height())), 6, 6)

    def _gap(self) -> int:
        return round(self._pixels * 0.25) if self._word else 0

    def _word_room(self) -> int:
        return self._gap() + QFontMetrics(self._word_font()).horizontalAdvance(self._word)

    def _font(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(self._pixels)
        font.setWeight(self._weight)
        return font

    def _word_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(self._pixels * 0.56), 13))
        return font
