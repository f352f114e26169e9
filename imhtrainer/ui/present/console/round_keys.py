"""What keys do while a vote is on the console."""

from PySide6.QtCore import QObject

from imhtrainer.ui.present.console.desks import ConsoleDesks
from imhtrainer.ui.present.console.step_keys import StepKeys
from imhtrainer.ui.present.keys.key_map import Action
from imhtrainer.ui.present.presenting import Presenting

ROUND = frozenset(
    {
        Action.CHOICE_UP,
        Action.CHOICE_DOWN,
        Action.MORE_HANDS,
        Action.FEWER_HANDS,
        Action.CLOSE_VOTE,
        Action.VOTE_AGAIN,
        Action.REVEAL,
        Action.UNDO,
        Action.PAPER,
    }
)


class RoundKeys(QObject):
    """Up and Down walk the choices while a vote is open; afterwards they step as ever."""

    def __init__(self, presenting: Presenting, desks: ConsoleDesks, steps: StepKeys) -> None:
        super().__init__(presenting)
        self._presenting, self._views, self._parts = presenting, desks.views, desks.parts
        self._steps = steps

    def takes(self, action: Action) -> bool:
        """Whether a key means the round; undo means the slide's ink where no vote is held."""
        return action in ROUND and (self._views.round is not None or action is not Action.UNDO)

    def press(self, action: Action) -> None:
        """Do what a key asks for."""
        figures = self._views.round
        if figures is not None and figures.stage == "open" and self._count(action):
            return
        match action:
            case Action.CHOICE_UP:
                self._steps.back()
            case Action.CHOICE_DOWN:
                self._steps.next()
            case Action.CLOSE_VOTE:
                self._presenting.close_round()
            case Action.VOTE_AGAIN:
                self._presenting.vote_again()
            case Action.REVEAL:
                self._presenting.reveal()
            case Action.UNDO:
                self._presenting.undo_count()

    def _count(self, action: Action) -> bool:
        """What only an open vote knows; False when it knows nothing of it."""
        panel = self._parts.round
        match action:
            case Action.CHOICE_UP:
                panel.walk(-1)
            case Action.CHOICE_DOWN:
                panel.walk(1)
            case Action.MORE_HANDS:
                panel.add(1)
            case Action.FEWER_HANDS:
                panel.add(-1)
            case Action.PAPER:
                self._parts.side.open("paper")
            case _:
                return False
        return True
