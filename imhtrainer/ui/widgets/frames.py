"""Grounds that other widgets stand on: panes, cards, lines."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)


class Surface(QFrame):
    """A ground: ``paper``, ``plain``, ``card``, ``side``, ``stage``, ``sand``, ``waits``, ``bar`` or ``line``.

    ``edge`` draws one line at its ``top``, ``bottom``, ``left`` or ``right``.
    """

    def __init__(self, surface: str, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.setProperty("edge", edge)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Card(Surface):
    """A white ground with an edge and round corners, with the one soft shadow if it is raised."""

    def __init__(self, parent: QWidget | None = None, *, raised: bool = False) -> None:
        super().__init__("card", parent=parent)
        if raised:
            shadow = QGraphicsDropShadowEffect(self)
            shadow.setBlurRadius(16)
            shadow.setOffset(0, 2)
            color = self.palette().color(QPalette.ColorRole.Shadow)
            color.setAlpha(30)
            shadow.setColor(color)
            self.setGraphicsEffect(shadow)


def line(vertical: bool = False) -> Surface:
    """A line of one pixel between two things."""
    made = Surface("line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def column(parent: QWidget | None = None, spacing: int = 0, margin: int = 0) -> QVBoxLayout:
    """A layout from top to bottom with nothing around it."""
    return _bare(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), spacing, margin)


def row(parent: QWidget | None = None, spacing: int = 0, margin: int = 0) -> QHBoxLayout:
    """A layout from start to end with nothing around it."""
    return _bare(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), spacing, margin)


def scrolling(content: QWidget) -> QScrollArea:
    """Content that scrolls up and down where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("scrolled")
    area.setWidget(content)
    return area


def _bare(box: Box, spacing: int, margin: int) -> Box:
    box.setSpacing(spacing)
    box.setContentsMargins(margin, margin, margin, margin)
    return box
