"""Text of several lines with the air between them that the drawings have."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_BOUNDLESS = 100_000.0


class Paragraph(QLabel):
    """A label that wraps, its lines ``line_height`` pixels apart."""

    def __init__(
        self, text: str, rank: str, line_height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._line_height = line_height
        self.setProperty("rank", rank)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in a given width."""
        return sum(len(_lines(part, width)) for part in self._parts()) * self._line_height

    def sizeHint(self) -> QSize:
        """As wide as asked for, as high as the lines."""
        wanted = super().sizeHint().width()
        return QSize(wanted, self.heightForWidth(wanted))

    def minimumSizeHint(self) -> QSize:
        """One line at least."""
        return QSize(40, self._line_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = 0.0
        for part in self._parts():
            for layout, index in _lines(part, self.width()):
                line = layout.lineAt(index)
                lift = (self._line_height - line.height()) / 2 - line.y()
                line.draw(painter, QPointF(0, top + lift))
                top += self._line_height

    def _parts(self) -> list[QTextLayout]:
        return [QTextLayout(part, self.font(), self) for part in self.text().split("\n")]


def _lines(layout: QTextLayout, width: float) -> list[tuple[QTextLayout, int]]:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width if width > 0 else _BOUNDLESS)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return [(layout, index) for index in range(layout.lineCount())]
