"""How a row of the roster is painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from imhtrainer.ui.prepare.roster_model import EMAIL, LAST, NAME, ROW_ROLE, Index
from imhtrainer.ui.prepare.rows import RosterRow
from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.names import paint_name

ROW = 44
PAD = 20
_TOKENS = {"add": "lagoon", "ask": "coral-text"}


class RosterDelegate(QStyledItemDelegate):
    """Names in 500 that wrap and never lose letters; the rest in 400, elided with a tool tip."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell with the row's ground and line."""
        row: RosterRow = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, row)
        if row.standing != "question":
            box = option.rect.adjusted(PAD if index.column() == NAME else 0, 0, -12, -1)
            self._paint_words(painter, box, row, index)
        self._paint_focus(painter, option)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows are sized by the table, which knows the width of the names."""
        return QSize(40, ROW)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """A plain field over the cell."""
        editor = QLineEdit(parent)
        editor.setProperty("ring", True)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Keep the words where they stood; a question takes the whole row."""
        row: RosterRow = index.data(ROW_ROLE)
        if row.standing == "question":
            editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))
            return
        left = PAD - 8 if index.column() == NAME else -8
        editor.setGeometry(option.rect.adjusted(left, 5, -8, -6))

    def name_font(self, font: QFont) -> QFont:
        """The font of names."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.Medium)
        return strong

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: RosterRow
    ) -> None:
        waits = row.standing in ("ask", "question")
        if waits:
            painter.fillRect(option.rect, self._look.color("tint-coral"))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._look.color("sand"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._look.color("side"))
        if row.standing != "ask":
            box = option.rect
            painter.setPen(self._look.color("edge"))
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())

    def _paint_words(self, painter: QPainter, box: QRect, row: RosterRow, index: Index) -> None:
        column = index.column()
        words = index.data() or ""
        font = QFont(painter.font())
        font.setPixelSize(15)
        if column == NAME:
            painter.setFont(self.name_font(font))
            painter.setPen(self._look.color("ink"))
            paint_name(painter, box, words)
            return
        importing = column == LAST and words != row.attendee.license
        if importing:
            font.setPixelSize(13)
            font.setWeight(QFont.Weight.Medium if row.standing in _TOKENS else QFont.Weight.Normal)
            box = self._paint_plus(painter, box, row)
        token = _TOKENS.get(row.standing, "ink-soft") if importing else "ink"
        painter.setPen(self._look.color("ink-soft" if column == EMAIL else token))
        painter.setFont(font)
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), elided)

    def _paint_plus(self, painter: QPainter, box: QRect, row: RosterRow) -> QRect:
        if row.standing != "add":
            return box
        top = box.top() + (box.height() - 16) / 2
        paint_icon(painter, "plus", QRectF(box.left(), top, 16, 16), self._look.color("lagoon"))
        return box.adjusted(24, 0, 0, 0)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if not option.state & QStyle.StateFlag.State_HasFocus:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("lagoon"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -4), 6, 6)
