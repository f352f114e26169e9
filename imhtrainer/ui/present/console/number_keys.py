"""Slides by their number: digits, Enter, and Backspace, which also leads back to where the room was."""

from PySide6.QtCore import QObject

from imhtrainer.ui.present.console.desks import ConsoleDesks
from imhtrainer.ui.present.console.step_keys import StepKeys
from imhtrainer.ui.present.keys.typed_number import TypedNumber
from imhtrainer.ui.present.outline.rows import slide_with_number
from imhtrainer.ui.present.presenting import Presenting


class NumberKeys(QObject):
    """Keeps what has been typed; while a vote is open digits belong to it."""

    def __init__(self, presenting: Presenting, desks: ConsoleDesks, steps: StepKeys) -> None:
        super().__init__(presenting)
        self._steps = steps
        self._presenting, self._desks, self._parts = presenting, desks, desks.parts
        self._typed = TypedNumber()

    @property
    def typing(self) -> bool:
        """Whether digits stand."""
        return bool(self._typed.digits)

    def waits(self) -> bool:
        """Whether Enter would go to the number that was typed."""
        return self._typed.fresh(self._presenting.now)

    def type(self, digit: str) -> None:
        """One more digit, of a slide's number or of a choice's hands."""
        if self._vote_open():
            self._parts.round.type_digit(digit, self._presenting.now)
        elif digit:
            self._typed = self._typed.typed(digit, self._presenting.now)
            self._parts.transport.show_typed(self._typed.digits)

    def enter(self) -> None:
        """To the number that was typed, to the next choice, or show the room what is looked at."""
        if self.waits():
            self._go(int(self._typed.digits))
        elif self._vote_open():
            self._parts.round.go_on()
        elif self._presenting.looked_at is not None:
            self._presenting.go_to(self._presenting.looked_at)

    def erase(self) -> None:
        """Take a digit back; with none standing, go back to where the room was."""
        if not self.waits():
            self.back_again()
            return
        self._typed = self._typed.erased(self._presenting.now)
        if self._typed.digits:
            self._parts.transport.show_typed(self._typed.digits)
        else:
            self._desks.views.refresh()

    def back_again(self) -> None:
        """Back to what the room sees, to the whole slide, or after a jump to where the room was before it."""
        if self._presenting.looked_at is not None:
            self._presenting.look_at(None)
        elif not self._desks.hands.show_whole():
            self._presenting.return_from_jump()

    def forget(self) -> None:
        """Take all digits away."""
        self._typed = TypedNumber()
        self._desks.views.refresh()

    def _vote_open(self) -> bool:
        figures = self._desks.views.round
        return figures is not None and figures.stage == "open"

    def _go(self, number: int) -> None:
        self.forget()
        state = self._presenting.state
        slide = slide_with_number(state.plan, number)
        if slide is None:
            words = self.tr("There is no slide {0}: the last is {1}.")
            self._parts.bars.refuse(words.format(number, state.plan.pages))
        else:
            self._steps.show(slide)
