"""How a row of Wrap up's table is painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from imhtrainer.ui.style.fonts import tabular
from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.names import paint_name
from imhtrainer.ui.wrapup.standing import Standing, Verdict
from imhtrainer.ui.wrapup.standing_model import (
    NAME,
    NOTE_ROLE,
    ROW_ROLE,
    Index,
)

ROW, TWO_LINES, LINE, NOTE_LINE = 44, 56, 20, 18
PAD, GAP = 20, 28
_ICON = 18
_TEXT, _SMALL = 15, 13


class StandingDelegate(QStyledItemDelegate):
    """Names in 500 that wrap and never lose letters, full marks soft, shortfalls ink.

    ``hovered`` is the row under the pointer, ``focused`` the one that has the keyboard, -1 for none; ``asked`` are
    the ids of people whose row is coral. In the row of ``edited`` an editor covers everything from
    ``editor_column`` on.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.hovered = self.focused = -1
        self.asked: frozenset[str] = frozenset()
        self.edited, self.editor_column = "", NAME

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows are sized by the table, which knows the width of the names."""
        return QSize(40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell with the row's ground and line."""
        row: Standing = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option.rect, row, index.row())
        if row.person.id != self.edited or index.column() < self.editor_column:
            self._paint_cell(painter, option.rect.adjusted(0, 0, 0, -1), row, index)
        painter.restore()

    def name_font(self) -> QFont:
        """The font of names."""
        return _font(_TEXT, QFont.Weight.Medium)

    def _paint_ground(self, painter: QPainter, box: QRect, row: Standing, number: int) -> None:
        if row.person.id in self.asked:
            painter.fillRect(box, self._look.color("tint-coral"))
        elif number == self.hovered and row.person.id != self.edited:
            painter.fillRect(box, self._look.color("side"))
        painter.setPen(self._look.color("edge"))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())

    def _paint_cell(self, painter: QPainter, box: QRect, row: Standing, index: Index) -> None:
        words: str = index.data() or ""
        match index.column():
            case 0:
                self._paint_name(painter, box, words)
            case 1 if row.person.id not in self.asked:
                self._paint_times(painter, box, words, index.data(NOTE_ROLE))
            case 2:
                self._paint_figure(painter, box, words, "ink")
            case 3:
                token = "ink" if row.completion.missed else "ink-soft"
                self._paint_figure(painter, box, words, token)
            case 4:
                self._paint_completion(painter, box, row, words, index.data(NOTE_ROLE))
            case 5 if row.person.id not in self.asked:
                self._paint_action(painter, box, row, words, index.row())

    def _paint_name(self, painter: QPainter, box: QRect, words: str) -> None:
        painter.setFont(self.name_font())
        painter.setPen(self._look.color("ink"))
        paint_name(painter, box.adjusted(PAD, 0, -12, 0), words)

    def _paint_times(self, painter: QPainter, box: QRect, words: str, gaps: str) -> None:
        lines = gaps.splitlines()
        font = tabular(_font(_TEXT))
        painter.setPen(self._look.color("ink-soft"))
        top = self._top(box, len(lines))
        self._line(painter, box, top, font, words, LINE)
        small = tabular(_font(_SMALL))
        for number, gap in enumerate(lines):
            self._line(painter, box, top + LINE + number * NOTE_LINE, small, gap, NOTE_LINE)

    def _paint_figure(self, painter: QPainter, box: QRect, words: str, token: str) -> None:
        painter.setFont(tabular(_font(_TEXT)))
        painter.setPen(self._look.color(token))
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words
        )

    def _paint_completion(
        self, painter: QPainter, box: QRect, row: Standing, words: str, note: str
    ) -> None:
        room = box.adjusted(GAP, 0, -8, 0)
        beside = row.verdict is Verdict.COMPLETED
        top = self._top(room, 0 if beside or not note else 1)
        if row.verdict is Verdict.TO_SETTLE:
            painter.setPen(self._look.color("coral-text"))
            self._line(painter, room, top, _font(_TEXT, QFont.Weight.Medium), words, LINE)
        else:
            self._paint_verdict(painter, room, top, row, words)
        if not note:
            return
        settle = row.verdict is Verdict.TO_SETTLE
        painter.setPen(self._look.color("ink" if settle else "ink-soft"))
        font = _font(_SMALL)
        if beside:
            right = QFontMetrics(_font(_TEXT)).horizontalAdvance(words) + 26 + 12
            self._line(painter, room.adjusted(right, 0, 0, 0), top + 1, font, note, LINE)
        else:
            self._line(painter, room, top + LINE + 2, font, note, NOTE_LINE)

    def _paint_verdict(
        self, painter: QPainter, room: QRect, top: int, row: Standing, words: str
    ) -> None:
        name, token = ("circle-check", "leaf") if row.completed else ("circle-minus", "ink-soft")
        spot = QRectF(room.left(), top + 1, _ICON, _ICON)
        paint_icon(painter, name, spot, self._look.color(token))
        painter.setPen(self._look.color("ink"))
        self._line(painter, room.adjusted(26, 0, 0, 0), top, _font(_TEXT), words, LINE)

    def _paint_action(
        self, painter: QPainter, box: QRect, row: Standing, words: str, number: int
    ) -> None:
        room = box.adjusted(0, 0, -PAD, 0)
        quiet = row.verdict is Verdict.COMPLETED and number not in (self.hovered, self.focused)
        if quiet:
            if row.serial:
                spot = QRectF(room.right() - _ICON + 1, box.center().y() - 8, _ICON, _ICON)
                paint_icon(painter, "award", spot, self._look.color("ink-soft"))
            return
        painter.setFont(_font(_TEXT, QFont.Weight.Medium))
        painter.setPen(self._look.color("lagoon"))
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words
        )

    def _top(self, box: QRect, notes: int) -> int:
        high = LINE + notes * NOTE_LINE + (2 if notes else 0)
        return round(box.top() + (box.height() - high) / 2)

    def _line(
        self, painter: QPainter, box: QRect, top: int, font: QFont, words: str, high: int
    ) -> None:
        painter.setFont(font)
        room = QRect(box.left(), top, box.width(), high)
        fitting = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), fitting)


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
