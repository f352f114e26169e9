"""Who handed in an evaluation, where completing asks for it; which form is whose nobody knows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.domain.session.commands import MarkHandedIn
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.errors import ErrorDesk

COLUMNS = 3


class HandedIn(QWidget):
    """Everybody who came, to be ticked; hidden where completing does not ask for the form."""

    def __init__(self, look: Look, session: TrainingSession, errors: ErrorDesk) -> None:
        super().__init__()
        self._session, self._errors = session, errors
        state = session.state
        inside = column(self, spacing=8)
        inside.setContentsMargins(0, 16, 0, 0)
        inside.addWidget(label(self.tr("Who handed one in"), "heading"))
        said = self.tr("To complete, a form must be handed in. Tick who did.")
        inside.addWidget(label(said, "soft", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(8)
        self.buttons: dict[str, Button] = {}
        came = [person for person in state.roster if state.presence(person.id).intervals]
        for place, person in enumerate(came):
            button = Button(look, person.name)
            button.setCheckable(True)
            button.toggled.connect(partial(self._mark, person.id))
            self.buttons[person.id] = button
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        inside.addLayout(grid)
        self.refresh()
        self.setVisible(state.details.award.evaluation)

    def refresh(self) -> None:
        """Tick who has handed one in; what came by phone cannot be taken back here."""
        state = self._session.state
        for attendee, button in self.buttons.items():
            by_phone = state.handed_in_by_phone(attendee)
            button.blockSignals(True)
            button.setChecked(state.has_handed_in(attendee))
            button.blockSignals(False)
            button.setEnabled(not by_phone)
            button.setToolTip(self.tr("Handed in on the phone") if by_phone else "")

    def _mark(self, attendee: str, handed_in: bool) -> None:
        session = self._session
        command = MarkHandedIn(session.now(), attendee, handed_in)
        self._errors.attempt(lambda: session.do(command))
