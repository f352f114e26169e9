"""Phones cannot reach the laptop: said once, quietly, with the way to find out why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import label


class PhonesOff(QWidget):
    """One line; ``why_wanted`` opens the join card, which says the reason."""

    why_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.why = Button(look, self.tr("Why?"), "text", "small")
        self.why.setAccessibleName(self.tr("Why can phones not reach this laptop?"))
        self.why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.why.clicked.connect(self.why_wanted)
        inside = row(self, spacing=8)
        inside.setContentsMargins(4, 0, 0, 0)
        inside.addWidget(IconLabel(look, "triangle-alert", "coral-text", 18))
        inside.addWidget(label(self.tr("Phones cannot reach this laptop. Hands and paper count.")))
        inside.addWidget(self.why)
        inside.addStretch(1)
        self.hide()
