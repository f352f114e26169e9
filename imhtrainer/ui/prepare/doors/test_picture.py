"""A picture for the projector that shows whether the back row can read."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from imhtrainer.layout.theme import Theme
from imhtrainer.ui.present.stage.placing import place_on

SIZES = (40, 26, 24, 14)
"""Points on a slide of 540 in height: title, text, the smallest text there is, the line of sources."""
WAY_OUT = 18
"""Points of the line that says how it goes away."""
STAYS = 60_000
"""Milliseconds until it goes by itself."""

translate = QCoreApplication.translate


class TestPicture(QWidget):
    """Fills a screen with an edge, grey steps and lines of every size of the slides; a click or key ends it."""

    __test__ = False  # pytest takes it for a test otherwise

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._colors = {name: QColor(value) for name, value in theme.colors.items()}
        words = translate("TestPicture", "Test picture on the projector; Esc closes it")
        self.way_out = translate("TestPicture", "Esc or a click closes this picture.")
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        QTimer.singleShot(STAYS, self, self.close)

    def fill(self, screen: QScreen) -> None:
        """Show it on the whole of a screen."""
        place_on(self, screen)
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key ends it."""
        self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ends it."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it for the height it has."""
        painter = QPainter(self)
        unit = self.height() / 540
        painter.fillRect(self.rect(), self._colors["paper"])
        painter.setPen(QPen(self._colors["coral"], 2 * unit))
        painter.drawRect(QRectF(self.rect()).adjusted(unit, unit, -unit, -unit))
        self._paint_greys(painter, unit)
        self._paint_lines(painter, unit)
        self._paint_way_out(painter, unit)

    def _paint_greys(self, painter: QPainter, unit: float) -> None:
        steps = 16
        wide = (self.width() - 80 * unit) / steps
        for step in range(steps):
            grey = round(255 * step / (steps - 1))
            box = QRectF(40 * unit + step * wide, 452 * unit, wide + 1, 44 * unit)
            painter.fillRect(box, QColor(grey, grey, grey))

    def _paint_way_out(self, painter: QPainter, unit: float) -> None:
        """Say how it goes away: it may lie on the only screen that somebody looks at."""
        font = QFont(self.font())
        font.setPixelSize(max(round(WAY_OUT * unit), 1))
        painter.setFont(font)
        painter.setPen(self._colors["ink"])
        box = QRectF(40 * unit, 500 * unit, self.width() - 80 * unit, 32 * unit)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.way_out)

    def _paint_lines(self, painter: QPainter, unit: float) -> None:
        painter.setPen(self._colors["ink"])
        top = 48 * unit
        lines = (
            translate("TestPicture", "Can the back row read this?"),
            translate("TestPicture", "Text of the slides is as large as this line."),
            translate("TestPicture", "No text is smaller: the back row must read this."),
            translate(
                "TestPicture",
                "Sources are as small as this, for the front row. All 16 greys differ.",
            ),
        )
        for size, words in zip(SIZES, lines, strict=True):
            font = QFont(self.font())
            font.setPixelSize(max(round(size * unit), 1))
            painter.setFont(font)
            box = QRectF(40 * unit, top, self.width() - 80 * unit, size * 1.4 * unit)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            top += (size * 1.4 + 40) * unit
