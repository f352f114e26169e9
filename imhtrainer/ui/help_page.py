"""Help: the day in four steps, and the keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imhtrainer.ui.log_row import LogRow
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.paragraph import Paragraph
from imhtrainer.ui.widgets.words import label


class HelpPage(QWidget):
    """A short tour and a table of keys; ``closed`` when the person is done."""

    closed = Signal()

    def __init__(self, look: Look, log: Path) -> None:
        super().__init__()
        self.log = LogRow(look, log)
        done = Button(look, self.tr("Done"), "primary")
        done.clicked.connect(self.closed)
        head = row()
        head.addWidget(label(self.tr("Help"), "title"), 1)
        head.addWidget(done)
        inside = column(self, spacing=14)
        inside.addLayout(head)
        for title, text in self._tour():
            inside.addLayout(_step(title, text))
        inside.addSpacing(8)
        inside.addWidget(label(self.tr("Keys"), "heading"))
        inside.addLayout(_keys_table(self._keys()))
        inside.addSpacing(8)
        inside.addWidget(label(self.tr("If something went wrong"), "heading"))
        inside.addWidget(self.log)
        inside.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _tour(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Home"),
                self.tr(
                    "Choose a training and prepare a session. If anything stopped in the middle, "
                    "it is offered here with everything that was saved."
                ),
            ),
            (
                self.tr("Prepare"),
                self.tr(
                    "Write down when and where, and who teaches. Bring in the roster by hand, by "
                    "paste or from a file. Nothing needs saving: it is saved as you type."
                ),
            ),
            (
                self.tr("Present"),
                self.tr(
                    "The room sees the slides, you see notes, clock and outline. At a checkpoint "
                    "count the hands, close the vote, talk, and reveal. People sign in and out."
                ),
            ),
            (
                self.tr("Wrap up"),
                self.tr(
                    "See who completed and why, look through the certificates, and save what "
                    "you need to keep."
                ),
            ),
        )

    def _keys(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (
            (("Ctrl+1", "…", "Ctrl+4"), self.tr("From place to place")),
            (("F6", "Shift+F6"), self.tr("From pane to pane")),
            (("Ctrl+O",), self.tr("Home: add a training")),
            (("Enter",), self.tr("Home: resume")),
            (("Ctrl+N",), self.tr("Roster: add a person")),
            (("Ctrl+V",), self.tr("Roster: paste a list")),
            (("Ctrl+I",), self.tr("Roster: import a file")),
            (("Ctrl+F",), self.tr("Roster: find a name")),
            (("F2",), self.tr("Roster: edit the cell")),
            (("Delete", "Ctrl+Z"), self.tr("Roster: take off, take back")),
            (("→", "↓", self.tr("Space"), self.tr("Page ↓")), self.tr("Present: next")),
            (("←", "↑", self.tr("Page ↑")), self.tr("Present: back")),
            (("B", "W"), self.tr("Present: black, white")),
            (("?",), self.tr("Present: all keys")),
        )


def _step(title: str, text: str) -> QVBoxLayout:
    step = column(spacing=2)
    step.addWidget(label(title, "strong"))
    step.addWidget(Paragraph(text, "soft", 22))
    return step


def _keys_table(keys: tuple[tuple[tuple[str, ...], str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    half = -(-len(keys) // 2)
    for index, (caps, does) in enumerate(keys):
        side, down = divmod(index, half)
        beside = row(spacing=4)
        for cap in caps:
            beside.addWidget(label(cap, "small" if cap == "…" else "key"))
        beside.addStretch(1)
        grid.addLayout(beside, down, side * 2)
        grid.addWidget(label(does), down, side * 2 + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid
