"""How a row of the outline is drawn."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from imhtrainer.ui.present.figures import minutes_figures
from imhtrainer.ui.present.outline.model import ROW, Index
from imhtrainer.ui.present.outline.rows import Row, SectionRow, SlideRow
from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look

MARK, TEXT, NUMBER, LABEL = 20, 36, 36, 64
"""Where a row's mark is centred and where its texts begin, in pixels."""

HOVER = 0.5
"""How much of the pane's ground is mixed into the sand under the mouse."""

_ICONS = {"activity": "timer", "question": "hand", "": ""}


class OutlineDelegate(QStyledItemDelegate):
    """Sections with tick or number and minutes; slides with number, name and one icon."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.row_height = 36
        self.minutes_shown = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As large as what it shows."""
        return QSize(160, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.mixed("sand", "side", HOVER))
            painter.drawRoundedRect(box.adjusted(8, 0, -8, 0), 6, 6)
        if isinstance(row, SectionRow):
            self._paint_section(painter, box, row, option.font)
        elif isinstance(row, SlideRow):
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_slide(painter, box, row, option.font, focused)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say a name in full only where the row has no room for it."""
        row = index.data(ROW)
        if event.type() != QHelpEvent.Type.ToolTip or row is None:
            return super().helpEvent(event, view, option, index)
        words, left, right, font = self._words(row, option.font)
        fits = QFontMetrics(font).horizontalAdvance(words) <= option.rect.width() - left - right
        QToolTip.showText(event.globalPos(), "" if fits else words, view)
        return True

    def _words(self, row: Row, base: QFont) -> tuple[str, int, int, QFont]:
        """A row's name, the pixels before and behind it, and its font."""
        if isinstance(row, SectionRow):
            weight = QFont.Weight.DemiBold if row.here else QFont.Weight.Normal
            return row.title, TEXT, 32 if self.minutes_shown else 12, _font(base, 15, weight)
        weight = QFont.Weight.DemiBold if row.shown else QFont.Weight.Normal
        icon = row.shown or _ICONS[row.kind]
        return row.label, LABEL, 38 if icon else 14, _font(base, 15, weight)

    def _paint_section(self, painter: QPainter, box: QRectF, row: SectionRow, base: QFont) -> None:
        if row.done:
            icon = QRectF(box.x() + MARK - 8, box.center().y() - 8, 16, 16)
            paint_icon(painter, "check", icon, self._look.color("leaf"))
        elif row.point:
            painter.setFont(_font(base, 13, QFont.Weight.DemiBold))
            painter.setPen(self._look.color("ink"))
            at = QRectF(box.x() + MARK - 12, box.y(), 24, box.height())
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, str(row.point))
        self._text(painter, box, *self._words(row, base), "ink-soft" if row.done else "ink")
        if self.minutes_shown:
            painter.setFont(tabular(_font(base, 13)))
            painter.setPen(self._look.color("ink-soft"))
            at = box.adjusted(0, 0, -15, 0)
            painter.drawText(at, _RIGHT, minutes_figures(row.minutes))

    def _paint_slide(
        self, painter: QPainter, box: QRectF, row: SlideRow, base: QFont, focused: bool
    ) -> None:
        ringed = focused or (row.looked_at and not row.shown)
        self._paint_ground(painter, box.adjusted(8, 0, -8, 0), row.shown, ringed)
        painter.setFont(tabular(_font(base, 13)))
        painter.setPen(self._look.color("ink-soft"))
        at = QRectF(box.x() + NUMBER, box.y(), LABEL - NUMBER, box.height())
        painter.drawText(at, _LEFT, str(row.number))
        name = "projector" if row.shown else _ICONS[row.kind]
        self._text(painter, box, *self._words(row, base), "ink")
        if name:
            icon = QRectF(box.right() - 33, box.center().y() - 8, 16, 16)
            paint_icon(painter, name, icon, self._look.color("leaf" if row.shown else "ink-soft"))

    def _paint_ground(self, painter: QPainter, box: QRectF, shown: bool, ringed: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if shown:
            painter.setBrush(self._look.color("sand"))
            painter.drawRoundedRect(box, 6, 6)
        if ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("lagoon"), 2.5))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)

    def _text(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        left: int,
        right: int,
        font: QFont,
        token: str,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        at = box.adjusted(left, 0, -right, 0)
        fits = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(at.width()))
        painter.drawText(at, _LEFT, fits)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _font(base: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
