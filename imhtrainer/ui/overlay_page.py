"""A page that is shown over a place for a while: settings, help."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.widgets.frames import column, row, scrolling

WIDEST = 760


class Closing(Protocol):
    """A widget that says when the person is done with it."""

    closed: SignalInstance


class OverlayPage(QWidget):
    """Stands its content in the middle, at most 760 wide, and scrolls it; ``closed`` passes on."""

    closed = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFocusProxy(content)
        content.setProperty("ring", False)  # the page has the keyboard, no single control
        content.setMaximumWidth(WIDEST)
        holder = QWidget()
        middle = row(holder)
        middle.setContentsMargins(32, 28, 32, 32)
        middle.addStretch(1)
        middle.addWidget(content, 1000)
        middle.addStretch(1)
        column(self).addWidget(scrolling(holder))
        cast("Closing", content).closed.connect(self.closed)
