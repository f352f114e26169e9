"""A choice of one of a few, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row


class Segments(QWidget):
    """A button for each value, of which one is down; ``chosen`` tells that a person pressed one."""

    chosen = Signal()

    def __init__(self, look: Look, says: str, values: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(says)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        inside = row(self, spacing=8)
        for value, words in values.items():
            button = Button(look, words, says=f"{says}: {words}")
            button.setCheckable(True)
            self.buttons[value] = button
            self._group.addButton(button)
            inside.addWidget(button, 1)
        next(iter(self.buttons.values())).setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())

    @property
    def value(self) -> str:
        """The value whose button is down."""
        down = self._group.checkedButton()
        return next(value for value, button in self.buttons.items() if button is down)

    def show_value(self, value: str) -> None:
        """Show which value is chosen."""
        self.buttons[value].setChecked(True)
