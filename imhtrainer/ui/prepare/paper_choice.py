"""Letter or A4."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from imhtrainer.domain.certificate import Paper
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row


class PaperChoice(QWidget):
    """Two buttons of which one is down; ``chosen`` tells that a person pressed one."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Paper"))
        self._group = QButtonGroup(self)
        self._letter = Button(look, self.tr("US Letter"))
        self._a4 = Button(look, self.tr("A4"))
        inside = row(self, spacing=8)
        for button in (self._letter, self._a4):
            button.setCheckable(True)
            self._group.addButton(button)
            inside.addWidget(button, 1)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit())
        self._letter.setChecked(True)

    @property
    def paper(self) -> Paper:
        """The paper that is down."""
        return "a4" if self._group.checkedButton() is self._a4 else "letter"

    def show_paper(self, paper: Paper) -> None:
        """Show which paper is chosen."""
        (self._a4 if paper == "a4" else self._letter).setChecked(True)
