"""The two rows of blocks: what was planned, and what today has come to."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from imhtrainer.ui.present.clock.timeline import Block, Timeline
from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.look import Look

LEFT, RIGHT = 68, 58
PLAN_Y, TODAY_Y = 9, 27
NAMES_Y = 50
NAME_GAP = 4
"""Pixels between the names of two sections."""


class TimelineView(QWidget):
    """Thin blocks are the plan, thick ones today; the coral line is now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._line = Timeline((), (), 0.0)
        self._ends = ("", "")
        self._names = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_timeline(self, line: Timeline, planned_end: str, ends: str) -> None:
        """Show both rows with the hours at which they end."""
        if self._moved(line) or (planned_end, ends) != self._ends:
            self._line, self._ends = line, (planned_end, ends)
            self.setAccessibleName(
                self.tr("Planned until {0}, expected until {1}").format(planned_end, ends)
            )
            here = next((block.title for block in line.today if block.here), "")
            self.setAccessibleDescription(self.tr("Now: {0}").format(here) if here else "")
            self.update()

    def show_names(self, names: bool) -> None:
        """Write the sections' names under today's blocks, where there is room."""
        if names != self._names:
            self._names = names
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        return QSize(320, 60 if self._names else 40)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than this."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        for block in self._line.plan:
            self._fill(painter, self._box(block.start, block.end, PLAN_Y, 6), "plan")
        for block in self._line.today:
            self._paint_today(painter, block)
        x = self._x(self._line.now)
        painter.setPen(QPen(self._look.color("coral"), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, 39))

    def event(self, event: QEvent) -> bool:
        """Say the name of the block under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.title_at(event.pos().x()), self)
            return True
        return super().event(event)

    def title_at(self, x: int) -> str:
        """The section whose block of today stands so many pixels from the left; empty beside them."""
        found = (b.title for b in self._line.today if self._x(b.start) <= x < self._x(b.end))
        return next(found, "")

    def _moved(self, line: Timeline) -> bool:
        """Whether a pixel would change."""
        wide = max(self.width(), 1)
        return (
            line.plan != self._line.plan
            or round(line.now * wide) != round(self._line.now * wide)
            or [b.here for b in line.today] != [b.here for b in self._line.today]
        )

    def _paint_words(self, painter: QPainter) -> None:
        font = tabular(self.font())
        font.setPixelSize(13)
        painter.setFont(font)
        right = self.width() - RIGHT + 8
        planned = (self.tr("Plan"), self._ends[0], PLAN_Y, "ink-soft")
        today = (self.tr("Today"), self._ends[1], TODAY_Y, "ink")
        for name, end, y, token in (planned, today):
            painter.setPen(self._look.color(token))
            painter.drawText(QPointF(4, y + 5), name)
            painter.drawText(QPointF(right, y + 5), end)

    def _paint_today(self, painter: QPainter, block: Block) -> None:
        whole = self._box(block.start, block.end, TODAY_Y, 12)
        if block.done < block.end:
            painter.setPen(QPen(self._look.color("lagoon"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
        if block.done > block.start:
            done = QRectF(whole)
            done.setRight(min(self._x(block.done), whole.right()))
            self._fill(painter, done, "lagoon")
        if self._names:
            self._paint_name(painter, block, whole)

    def _paint_name(self, painter: QPainter, block: Block, box: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if block.here else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._look.color("ink" if block.here else "ink-soft"))
        name = short_name(block.title, QFontMetrics(font), int(box.width()) - NAME_GAP)
        painter.drawText(QPointF(box.x(), NAMES_Y + 4), name)

    def _fill(self, painter: QPainter, box: QRectF, token: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(token))
        painter.drawRoundedRect(box, 2, 2)

    def _box(self, start: float, end: float, y: float, height: float) -> QRectF:
        left = self._x(start)
        return QRectF(left, y - height / 2, max(self._x(end) - left - 2, 1), height)

    def _x(self, share: float) -> float:
        return LEFT + share * (self.width() - LEFT - RIGHT)


def short_name(title: str, metrics: QFontMetrics, width: int) -> str:
    """As many whole words of a title as fit; nothing where the first has no room, for a letter says nothing."""
    words = title.split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(",;:")
        if metrics.horizontalAdvance(name) <= width:
            return name
    return ""
