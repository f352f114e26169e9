"""Text of several lines with the air between them that the drawings have."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_BOUNDLESS = 100_000.0


class Paragraph(QLabel):
    """A label that wraps, its lines ``line_height`` pixels apart.

    After ``most`` lines it ends in an ellipsis, with the whole in the tool tip; 0 shows all.
    """

    def __init__(
        self,
        text: str,
        rank: str,
        line_height: int,
        parent: QWidget | None = None,
        *,
        most: int = 0,
    ) -> None:
        super().__init__(text, parent)
        self._line_height, self._most = line_height, most
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
        lines = sum(len(_lines(part, width)) for part in self._parts())
        return (min(lines, self._most) if self._most else lines) * self._line_height

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
        lines = [line for part in self._parts() for line in _lines(part, self.width())]
        shown = lines[: self._most] if self._most else lines
        for number, (layout, index) in enumerate(shown):
            top = number * self._line_height
            line = layout.lineAt(index)
            if number + 1 == len(shown) < len(lines):
                self._end_early(painter, layout.text()[line.textStart() :], top)
                continue
            lift = (self._line_height - line.height()) / 2 - line.y()
            line.draw(painter, QPointF(0, top + lift))

    def _end_early(self, painter: QPainter, rest: str, top: float) -> None:
        box = QRectF(0, top, self.width(), self._line_height)
        fits = QFontMetrics(self.font()).elidedText(
            f"{rest} …", Qt.TextElideMode.ElideRight, self.width()
        )
        painter.setFont(self.font())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), fits)

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
