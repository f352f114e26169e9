"""One phone in the join drawer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.join.rows import SeatRow
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, line, row
from imhtrainer.ui.widgets.words import label, person_name


class SeatLine(Surface):
    """Name, seat code, and what can be done; who waits stands on coral until answered."""

    admitted = Signal(object)
    declined = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, seat: SeatRow) -> None:
        super().__init__("waits" if seat.waiting else "plain")
        self.seat = seat
        self.setMinimumHeight(48)
        outside = column(self)
        inside = column(spacing=4)
        inside.setContentsMargins(8, 4, 4, 4)
        outside.addLayout(inside)
        outside.addWidget(line())
        head = row(spacing=8)
        words = column(spacing=1)
        words.addWidget(person_name(seat.person or seat.name or self.tr("No name")))
        words.addWidget(label(self._about(), "small", wrap=True))
        head.addLayout(words, 1)
        inside.addLayout(head)
        if seat.waiting:
            buttons = row(spacing=8)
            for button in self._answers(look):
                buttons.addWidget(button)
            buttons.addStretch(1)
            inside.addLayout(buttons)
        else:
            if seat.person:
                head.addWidget(self._wrong(look))
            head.addWidget(self._remove(look))

    def _about(self) -> str:
        seat = self.seat
        code = self.tr("Seat code {0}").format(seat.code)
        if not seat.waiting:
            return code
        if seat.rival:
            words = self.tr("Seat {0} has this name already. Which one is {1}? {2}.")
            return words.format(seat.rival, seat.asks, code)
        if seat.asks:
            return self.tr("Is this {0} of the roster? {1}.").format(seat.asks, code)
        return self.tr("Not on the roster. {0}.").format(code)

    def _answers(self, look: Look) -> tuple[Button, Button]:
        words = self.tr("Yes, sign in") if self.seat.asks else self.tr("Sign in as a walk-in")
        if self.seat.rival:
            words = self.tr("It is this one")
        yes = _button(Button(look, words, "edge", "small", "check"), self.seat)
        yes.clicked.connect(lambda: self.admitted.emit(self.seat))
        no = _button(Button(look, self.tr("No"), "text", "small"), self.seat)
        no.clicked.connect(lambda: self.declined.emit(self.seat.code))
        return yes, no

    def _wrong(self, look: Look) -> QWidget:
        wrong = _button(Button(look, self.tr("Not this person"), "text", "small"), self.seat)
        wrong.setToolTip(
            self.tr("Takes the name off this phone, and the sign-in it made; its answers stay.")
        )
        wrong.clicked.connect(lambda: self.declined.emit(self.seat.code))
        return wrong

    def _remove(self, look: Look) -> QWidget:
        remove = _button(Button(look, self.tr("Remove"), "text", "small"), self.seat)
        remove.setToolTip(self.tr("The phone is let go; its answers stay."))
        remove.clicked.connect(lambda: self.removed.emit(self.seat.code))
        return remove


def _button(button: Button, seat: SeatRow) -> Button:
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(f"{button.text()}, {seat.person or seat.name or seat.code}")
    return button
