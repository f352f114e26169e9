"""One item of the form: five squares, of which one or none is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.evaluation import STEPS
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import label

SIDE = 36


class Marks(QWidget):
    """The digits 1 to 5 mark and go on, 0 or Delete takes the mark away; ``done`` asks for the next item."""

    done = Signal()

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self.mark = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        self.buttons = tuple(self._button(look, step, words) for step in range(1, STEPS + 1))
        inside = row(self, spacing=6)
        inside.addWidget(label(words, wrap=True), 1)
        for button in self.buttons:
            inside.addWidget(button)

    def show_mark(self, mark: int) -> None:
        """Show which square is marked; 0 for none."""
        self.mark = mark
        for step, button in enumerate(self.buttons, start=1):
            button.setChecked(step == mark)
        said = self.tr("marked {0}").format(mark) if mark else self.tr("not marked")
        self.setAccessibleDescription(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by a digit."""
        text = event.text()
        if text in ("1", "2", "3", "4", "5"):
            self.show_mark(int(text))
            self.done.emit()
        elif text == "0" or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.show_mark(0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, look: Look, step: int, words: str) -> Button:
        made = Button(look, str(step), says=f"{words}: {step}")
        made.setCheckable(True)
        made.setFixedSize(SIDE, SIDE)
        made.setProperty("scale", "mark")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the whole line has the keyboard
        made.clicked.connect(lambda: self.show_mark(0 if self.mark == step else step))
        return made
