"""What each key does to the console and the session."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from imhtrainer.domain.events import Screen
from imhtrainer.ui.present.clock.acts import TimeAct, TimeDesk
from imhtrainer.ui.present.console.desks import ConsoleDesks
from imhtrainer.ui.present.console.ending import EndDesk
from imhtrainer.ui.present.console.number_keys import NumberKeys
from imhtrainer.ui.present.console.pane_keys import PaneKeys
from imhtrainer.ui.present.console.round_keys import RoundKeys
from imhtrainer.ui.present.console.step_keys import StepKeys
from imhtrainer.ui.present.hands.tools import Tool
from imhtrainer.ui.present.keys.key_map import Action
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.projector import Projector

_UNSEEN = frozenset({Action.DRAW, Action.POINTER, Action.ZOOM})
"""What needs the console's slide."""


class ConsoleKeys(QObject):
    """Carries out what the key router asks; ``end`` asks when nothing is left to show or to put away."""

    def __init__(
        self, presenting: Presenting, desks: ConsoleDesks, projector: Projector, end: EndDesk
    ) -> None:
        super().__init__(presenting)
        self._presenting, self._desks, self._projector = presenting, desks, projector
        self.time = TimeDesk(presenting, desks.parts.bars.ask_break)
        self.steps = StepKeys(presenting, desks, end.ask)
        self.number = NumberKeys(presenting, desks, self.steps)
        self.panes = PaneKeys(presenting, desks, self.number, end.ask)
        self._round = RoundKeys(presenting, desks, self.steps)
        self._acts = self._stepping() | self._looking() | self._showing() | self._timing()

    def press(self, action: Action, digit: str = "") -> None:
        """Do what a key asks for."""
        if action in _UNSEEN and self._desks.parts.desk.isHidden():
            self._desks.parts.bars.refuse(
                self.tr("There is nothing to draw or point on while the room sees this screen.")
            )
        elif self._round.takes(action):
            self._round.press(action)
        elif action is Action.DIGIT:
            self.number.type(digit)
        else:
            self._acts[action]()

    def show(self, screen: Screen) -> None:
        """A screen was asked for by its button."""
        if screen == "frozen":
            self._presenting.freeze()
        else:
            self._presenting.show(screen)

    def swap(self) -> None:
        """Slides and notes change screens."""
        if not self._projector.swap():
            self._desks.parts.bars.refuse(
                self.tr("There is only one screen: nothing to swap with.")
            )

    def _stepping(self) -> dict[Action, Callable[[], object]]:
        steps, number = self.steps, self.number
        return {
            Action.NEXT: steps.next,
            Action.BACK: steps.back,
            Action.FIRST: steps.first,
            Action.LAST: steps.last,
            Action.ENTER: number.enter,
            Action.ERASE: number.erase,
        }

    def _looking(self) -> dict[Action, Callable[[], object]]:
        panes, hands = self.panes, self._desks.hands
        return {
            Action.KEYS: panes.show_keys,
            Action.ESCAPE: panes.escape,
            Action.OUTLINE: panes.outline,
            Action.NOTES: panes.notes,
            Action.LARGER: panes.larger,
            Action.SMALLER: panes.smaller,
            Action.OVERVIEW: self._desks.overview.toggle,
            Action.DRAW: hands.toggle_strip,
            Action.POINTER: partial(hands.toggle, Tool.POINTER),
            Action.ZOOM: hands.zoom,
            Action.REDO: hands.redo,
            Action.UNDO: hands.undo,
        }

    def _showing(self) -> dict[Action, Callable[[], object]]:
        show, ease, captions = self._presenting.show, self._presenting.ease, self._desks.captions
        return {
            Action.BLACK: partial(show, "black"),
            Action.WHITE: partial(show, "white"),
            Action.POINTS: partial(show, "points"),
            Action.LOGO: partial(show, "logo"),
            Action.FREEZE: self._presenting.freeze,
            Action.PROJECTOR: self._take_projector,
            Action.SWAP: self.swap,
            Action.MEDIA: self._desks.film.toggle,
            Action.LARGE_PRINT: partial(ease, "large"),
            Action.CONTRAST: partial(ease, "contrast"),
            Action.CAPTION: captions.next,
            Action.CAPTION_BACK: captions.back,
            Action.CAPTIONS_OFF: captions.put_away,
        }

    def _timing(self) -> dict[Action, Callable[[], object]]:
        act = self.time.act
        return {
            Action.QUESTION: partial(act, TimeAct.QUESTION),
            Action.TIMER: partial(act, TimeAct.TIMER),
            Action.MORE_TIME: partial(act, TimeAct.MORE),
            Action.LESS_TIME: partial(act, TimeAct.LESS),
        }

    def _take_projector(self) -> None:
        if self._presenting.state.stage in ("prepared", "interrupted"):
            self._presenting.go_on()
        self._projector.take()
