"""How a row of the sheet's list is painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from imhtrainer.ui.style.icons import paint_icon
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.names import LINE, name_height, paint_name
from imhtrainer.ui.wrapup.issue.entries import Entry, Heading, Row, flag_words
from imhtrainer.ui.wrapup.issue.list_model import ROW_ROLE, Index

HEADING, PLAIN, NOTE_LINE = 32, 36, 18
SIDE = 12
_TEXT = 43 + SIDE
_AIR = 12
"""Pixels between a name and the edge of what it stands on."""

_ICON = 18


class EntryDelegate(QStyledItemDelegate):
    """Flagged names stand in a frame of their own; the others are a tick and a name."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the name and what is said under it."""
        row: Row = index.data(ROW_ROLE)
        if isinstance(row, Heading):
            return QSize(0, HEADING if index.row() == 0 else HEADING + 8)
        lines = self._name_height(row)
        note = NOTE_LINE + 2 if row.flagged else 0
        return QSize(0, lines + note + (22 if row.flagged else PLAIN - LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a certificate's row."""
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_ground(painter, option, row)
            self._paint_entry(painter, option.rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, row: Heading) -> None:
        painter.setFont(_font(13))
        painter.setPen(self._look.color("ink-soft"))
        room = box.adjusted(SIDE + 12, 0, -SIDE, -4)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, int(flags), row.words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Entry) -> None:
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(SIDE + 0.5, 1.5, -2.5, -1.5)
        waits = row.flagged and not row.looked
        painter.setPen(Qt.PenStyle.NoPen)
        if waits and current:
            painter.setPen(QPen(self._look.color(_token(row)), 1))
            painter.setBrush(self._look.color("tint-coral"))
        elif current:
            painter.setBrush(self._look.color("sand"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._look.color("side"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)
        if current and self._view.hasFocus():
            painter.setPen(QPen(self._look.color("lagoon"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_entry(self, painter: QPainter, box: QRect, row: Entry) -> None:
        name, token = self._icon(row)
        top = box.top() + (11 if row.flagged else 9)
        spot = QRectF(box.left() + SIDE + 12, top, _ICON, _ICON)
        paint_icon(painter, name, spot, self._look.color(token))
        strong = row.flagged and not row.looked
        painter.setFont(_font(15, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(self._look.color("ink"))
        high = self._name_height(row)
        room = QRect(box.left() + _TEXT, top - 1, box.width() - _TEXT - _AIR, high)
        paint_name(painter, room, row.certificate.name)
        if row.flagged:
            painter.setFont(_font(13))
            painter.setPen(self._look.color("ink" if row.printable else "alarm"))
            below = QRect(room.left(), room.bottom() + 2, room.width(), NOTE_LINE)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), flag_words(row))

    def _icon(self, row: Entry) -> tuple[str, str]:
        if row.withdrawn is not None:
            return "ban", "ink-soft"
        if row.issued:
            return "award", "lagoon"
        if row.flagged and not row.printable:
            return "octagon-alert", "alarm"
        return (
            ("triangle-alert", "coral-text")
            if row.flagged and not row.looked
            else ("check", "leaf")
        )

    def _name_height(self, row: Entry) -> int:
        weight = QFont.Weight.DemiBold if row.flagged else QFont.Weight.Normal
        room = self._view.viewport().width() - _TEXT - _AIR
        return name_height(row.certificate.name, _font(15, weight), room)


def _token(row: Entry) -> str:
    return "coral-text" if row.printable else "alarm"


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
