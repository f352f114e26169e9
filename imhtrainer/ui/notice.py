"""A small window with one sentence, for when the program cannot start."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.focus import FocusRing
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.mark import Mark
from imhtrainer.ui.widgets.words import label


class NoticeWindow(QWidget):
    """Says why the program does not start, and closes."""

    def __init__(self, look: Look, sentence: str) -> None:
        super().__init__()
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("IMH Trainer"))
        self.setFixedWidth(520)
        mark = Mark(look)
        mark.setEnabled(False)
        head = row(spacing=12)
        head.addWidget(mark)
        head.addWidget(label(self.tr("IMH Trainer did not start"), "heading"), 1)
        words = label(sentence, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = Button(look, self.tr("Close"), "primary")
        close.clicked.connect(self.close)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(close)
        inside = column(self, spacing=16, margin=24)
        inside.addLayout(head)
        inside.addWidget(words)
        inside.addLayout(foot)
        self._ring = FocusRing(self, look)
        close.setFocus()
