"""Asks before the training is ended."""

from PySide6.QtCore import QObject

from imhtrainer.ui.present.console.bars import ConsoleBars
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.wording import say_count


class EndDesk(QObject):
    """One question in the bars; it says how many people are still signed in."""

    def __init__(self, presenting: Presenting, bars: ConsoleBars) -> None:
        super().__init__(presenting)
        self._presenting, self._bars = presenting, bars

    def ask(self) -> None:
        """Ask, while the training runs."""
        state = self._presenting.state
        if state.stage != "running":
            return
        words = say_count(
            len(state.present),
            self.tr("End the training? 1 person is still signed in; Wrap up asks about them."),
            self.tr("End the training? {0} people are still signed in; Wrap up asks about them."),
        )
        self._bars.ask_to_end(words if state.present else self.tr("End the training?"))
