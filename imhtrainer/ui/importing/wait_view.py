"""What stands in the page while a file is read, and where it could not be: why, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label

_WIDE = 520


class WaitView(Surface):
    """``stopped`` tells that the person had enough, ``another`` that another file shall be chosen."""

    stopped = Signal()
    another = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("stage")
        self._sign = IconLabel(look, "info", "lagoon", 24)
        self.said = label("", "name", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the file is read"))
        self.stop = Button(look, self.tr("Stop"), "edge")
        self.other = Button(look, self.tr("Choose another file"), "edge", icon="folder-open")
        self.stop.clicked.connect(self.stopped)
        self.other.clicked.connect(self.another)
        self._lay_out()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Say what is under way, with a bar that moves by itself while no total is known."""
        self._sign.show_icon("info", "lagoon")
        self.said.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._show_working(True)

    def show_said(self, sentence: str, wrong: bool = True) -> None:
        """Say why there is nothing to look at."""
        name, token = ("triangle-alert", "coral-text") if wrong else ("info", "lagoon")
        self._sign.show_icon(name, token)
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        self._show_working(False)
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_working(self, working: bool) -> None:
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        self.other.setVisible(not working)

    def _lay_out(self) -> None:
        inside = column(self, spacing=16)
        inside.addStretch(1)
        told = row(spacing=12)
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.said, 1)
        middle = column(spacing=16)
        middle.addLayout(told)
        middle.addWidget(self.bar)
        buttons = row(spacing=8)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        middle.addLayout(buttons)
        centred = row()
        centred.setContentsMargins(24, 0, 24, 0)
        centred.addStretch(1)
        holder = Surface("")
        holder.setMaximumWidth(_WIDE)
        holder.setMinimumWidth(min(_WIDE, 360))
        holder.setLayout(middle)
        centred.addWidget(holder, 100)
        centred.addStretch(1)
        inside.addLayout(centred)
        inside.addStretch(2)
