"""Painting a styled button's ground and words apart, for buttons that carry more than words."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton


def paint_ground(painter: QPainter, button: QPushButton, option: QStyleOptionButton) -> None:
    """The button's fill and edge."""
    button.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, button)


def paint_words(
    painter: QPainter, button: QPushButton, option: QStyleOptionButton, right: int
) -> None:
    """Icon and words, with ``right`` pixels left free behind them."""
    inside = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    option.rect = QRect(inside).adjusted(0, 0, -right, 0)
    button.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, button)
