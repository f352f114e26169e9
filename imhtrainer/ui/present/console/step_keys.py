"""Next and Back, and what stands in their way."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from imhtrainer.ui.present.console.desks import ConsoleDesks
from imhtrainer.ui.present.presenting import Presenting

SECOND_WORD = timedelta(seconds=1)
"""How long a question must have stood before Next a second time counts as yes to it.

A clicker has no other way to say yes; a hasty double press must not skip a checkpoint.
"""


class StepKeys(QObject):
    """One step on or back; after the last one ``ask_to_end``."""

    def __init__(
        self, presenting: Presenting, desks: ConsoleDesks, ask_to_end: Callable[[], None]
    ) -> None:
        super().__init__(presenting)
        self._presenting, self._views, self._parts = presenting, desks.views, desks.parts
        self._ask_to_end = ask_to_end
        self._asked: datetime | None = None
        presenting.asked.connect(self._note_question)

    def next(self) -> None:
        """One step on, and after the last one the question whether to end; said twice with a pause,
        yes to leaving a checkpoint.
        """
        if self.holds_unseen():
            return
        if not self._presenting.waiting:
            at_the_end = self._views.at_the_end
            if not (at_the_end and self._parts.bars.ending):
                self._parts.bars.question.put_away()
            self._presenting.go_on()
            if at_the_end:
                self._ask_to_end()
        elif self._asked is not None and self._presenting.now - self._asked >= SECOND_WORD:
            self._presenting.leave()

    def back(self) -> None:
        """One step back; with a question standing, no to it."""
        if self._parts.bars.asking:
            self._parts.bars.question.put_away()
        elif not self.holds_unseen():
            self._presenting.go_back()

    def first(self) -> None:
        """The first slide."""
        self.show(0)

    def last(self) -> None:
        """The last slide."""
        self.show(len(self._presenting.state.plan.slides) - 1)

    def show(self, slide: int) -> None:
        """Show a slide to the room; on a frozen screen only look at it."""
        if not self.holds_unseen():
            self._presenting.show_or_look(slide)

    def holds_unseen(self) -> bool:
        """On one screen nobody can look on behind a frozen picture: it is said how it goes on."""
        holds = self._presenting.frozen and self._parts.desk.isHidden()
        if holds:
            self._parts.bars.refuse(self.tr("The picture is frozen. F lets the slides go on."))
        return holds

    def _note_question(self, words: str) -> None:
        if words:
            self._asked = self._presenting.now
