"""The three places of a session as one control."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row


class Place(Enum):
    """Where in the day the facilitator is."""

    HOME = 0
    PREPARE = 1
    PRESENT = 2
    WRAP_UP = 3


class PlacesControl(QFrame):
    """Prepare, Present, Wrap up; a finished place carries a tick. ``asked`` carries the place wanted."""

    asked = Signal(Place)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "places")
        self.setFixedHeight(40)
        self.setAccessibleName(self.tr("Places of this session"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        inside = row(self)
        inside.setContentsMargins(4, 4, 4, 4)
        self._buttons = {
            Place.PREPARE: Button(look, self.tr("Prepare"), "place"),
            Place.PRESENT: Button(look, self.tr("Present"), "place"),
            Place.WRAP_UP: Button(look, self.tr("Wrap up"), "place"),
        }
        for place, button in self._buttons.items():
            button.setCheckable(True)
            button.setFixedSize(112, 32)
            button.setToolTip(f"Ctrl+{place.value + 1}")
            button.clicked.connect(lambda _on=False, wanted=place: self.asked.emit(wanted))
            self._group.addButton(button)
            inside.addWidget(button)

    def show_place(self, place: Place, finished: frozenset[Place] = frozenset()) -> None:
        """Mark where we are and what is finished."""
        if place in self._buttons:
            self._buttons[place].setChecked(True)
        for each, button in self._buttons.items():
            done = each in finished and each != place
            button.set_icon("check" if done else "", "leaf")
            says = self.tr("{0}, finished") if done else "{0}"
            button.setAccessibleName(says.format(button.text()))

    def allow(self, place: Place, allowed: bool, why_not: str = "") -> None:
        """Let a place be entered, or say why it cannot be yet."""
        button = self._buttons[place]
        button.setEnabled(allowed)
        button.setToolTip(f"Ctrl+{place.value + 1}" if allowed else why_not)
