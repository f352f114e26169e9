"""A choice's bar with its per cent behind it, and the first vote's paler bar under it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.look import Look

BAR, FIRST = 10, 6
ALONE, MIDDLE, BELOW, BOTH = 9, 8, 22, 30
"""Pixels from the top to the middle of one bar, or of this vote's and the first's, and the height of both."""
WORDS = 44
"""Pixels kept free behind a full bar for its per cent."""
PALE = 0.55
"""How much ground is mixed into the first vote's bar."""


class VoteBar(QWidget):
    """Bars quiet enough not to pull the eye while people still vote."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self._first: float | None = None
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_vote(self, share: float, words: str, first: float | None, first_words: str) -> None:
        """Show shares of 0 to 1 with their words; no ``first`` without a vote before."""
        taller = (first is None) != (self._first is None)
        self._share, self._first, self._words = share, first, (words, first_words)
        self.setAccessibleName(", ".join(filter(None, self._words)))
        if taller:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as one line of small text, or two."""
        return QSize(160, 2 * ALONE if self._first is None else BOTH)

    def minimumSizeHint(self) -> QSize:
        """As low as it can be."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint this vote's bar, and the first one's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = tabular(QFont(self.font()))
        font.setPixelSize(13)
        painter.setFont(font)
        lagoon, ink = self._look.color("lagoon"), self._look.color("ink")
        middle = ALONE if self._first is None else MIDDLE
        self._paint_bar(painter, middle, BAR, self._share, lagoon, self._words[0], ink)
        if self._first is not None:
            pale = self._look.mixed("lagoon", "surface", PALE)
            soft = self._look.color("ink-soft")
            self._paint_bar(painter, BELOW, FIRST, self._first, pale, self._words[1], soft)

    def _paint_bar(
        self,
        painter: QPainter,
        middle: int,
        high: int,
        share: float,
        fill: QColor,
        words: str,
        ink: QColor,
    ) -> None:
        wide = min(share, 1.0) * max(
            self.width() - WORDS - (56 if self._first is not None else 0), 0
        )
        if wide > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(0, middle - high / 2, wide, high), 3, 3)
        painter.setPen(ink)
        painter.drawText(QPointF(wide + (8 if wide > 0 else 0), middle + 5), words)
