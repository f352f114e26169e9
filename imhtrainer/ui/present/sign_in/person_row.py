"""One person at the sign-in desk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.desk import PersonRow
from imhtrainer.ui.present.clock.hours import hour_text
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label, person_name


class PersonLine(QWidget):
    """Name, times, and the one thing that can be done."""

    toggled = Signal(str)

    def __init__(self, look: Look, person: PersonRow) -> None:
        super().__init__()
        self.person = person
        self.setMinimumHeight(52)
        inside = row(self, spacing=8)
        inside.setContentsMargins(0, 4, 0, 4)
        words = column(spacing=1)
        words.addWidget(person_name(person.attendee.name))
        about = self._about(person)
        if about:
            words.addWidget(label(about, "small", wrap=True))
        inside.addLayout(words, 1)
        self.button = Button(look, self._verb(person), "text" if person.here else "edge", "small")
        self.button.setAccessibleName(f"{self._verb(person)}, {person.attendee.name}")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda: self.toggled.emit(person.attendee.id))
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _verb(self, person: PersonRow) -> str:
        if person.here:
            return self.tr("Sign out")
        return self.tr("Back again") if person.left is not None else self.tr("Sign in")

    def _about(self, person: PersonRow) -> str:
        parts = []
        if person.here and person.came is not None:
            parts.append(self.tr("Here since {0}").format(hour_text(person.came)))
        elif person.left is not None:
            parts.append(self.tr("Left at {0}").format(hour_text(person.left)))
        if person.late:
            parts.append(self.tr("{0} min late").format(person.late))
        if person.attendee.walk_in:
            parts.append(self.tr("walk-in"))
        return ", ".join(parts)
