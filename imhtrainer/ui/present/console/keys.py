"""What each key does to the console and the session."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt

from imhtrainer.domain.events import Screen
from imhtrainer.ui.present.clock.acts import TimeAct, TimeDesk
from imhtrainer.ui.present.console.fold import close_outline, open_outline
from imhtrainer.ui.present.console.overview_desk import OverviewDesk
from imhtrainer.ui.present.console.parts import ConsoleParts
from imhtrainer.ui.present.console.views import ConsoleViews
from imhtrainer.ui.present.hands.hands import Hands
from imhtrainer.ui.present.hands.tools import Tool
from imhtrainer.ui.present.keys.key_map import Action
from imhtrainer.ui.present.keys.typed_number import TypedNumber
from imhtrainer.ui.present.media.desk import MediaDesk
from imhtrainer.ui.present.outline.rows import slide_with_number
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.captions import CaptionDesk
from imhtrainer.ui.present.stage.projector import Projector

SECOND_WORD = timedelta(seconds=1)
"""How long a question must have stood before Next a second time counts as yes to it.

A clicker has no other way to say yes; a hasty double press must not skip a checkpoint.
"""

_SCREENS: dict[Action, Screen] = {
    Action.BLACK: "black",
    Action.WHITE: "white",
    Action.POINTS: "points",
    Action.LOGO: "logo",
}


class ConsoleKeys(QObject):
    """Carries out what the key router asks."""

    def __init__(
        self,
        parts: ConsoleParts,
        views: ConsoleViews,
        presenting: Presenting,
        projector: Projector,
        overview: OverviewDesk,
        hands: Hands,
        ask_to_end: Callable[[], None],
        film: MediaDesk,
        captions: CaptionDesk,
    ) -> None:
        super().__init__(presenting)
        self._parts = parts
        self._views = views
        self._presenting = presenting
        self._projector = projector
        self._overview = overview
        self._hands = hands
        self._ask_to_end = ask_to_end
        self._film = film
        self._captions = captions
        self.time = TimeDesk(presenting, parts.bars.ask_break)
        self._typed = TypedNumber()
        self._asked: datetime | None = None
        presenting.asked.connect(self._note_question)

    def press(self, action: Action, digit: str = "") -> None:
        """Do what a key asks for."""
        if action in _UNSEEN and self._parts.desk.isHidden():
            self._parts.bars.refuse(
                self.tr("There is nothing to draw or point on while the room sees this screen.")
            )
        elif action in _SCREENS:
            self._presenting.show(_SCREENS[action])
        elif action in _TIME:
            self.time.act(_TIME[action])
        elif action in _EASE:
            self._presenting.ease(_EASE[action])
        elif action is Action.MEDIA:
            self._film.toggle()
        elif action in _HANDS:
            _HANDS[action](self._hands)
        elif action in _ROUND and (self._views.round or action is not Action.UNDO):
            self._press_in_round(action)
        elif action is Action.DIGIT:
            self._type(digit)
        elif action is Action.UNDO:
            self._hands.undo()
        else:
            _PLAIN[action](self)

    def show(self, screen: Screen) -> None:
        """A screen was asked for by its button."""
        if screen == "frozen":
            self._presenting.freeze()
        else:
            self._presenting.show(screen)

    def next(self) -> None:
        """One step on, and after the last one the question whether to end; said twice with a pause,
        yes to leaving a checkpoint.
        """
        if self._holds_unseen():
            return
        if not self._presenting.waiting:
            self._parts.bars.question.put_away()
            at_the_end = self._views.at_the_end
            self._presenting.go_on()
            if at_the_end:
                self._ask_to_end()
        elif self._asked is not None and self._presenting.now - self._asked >= SECOND_WORD:
            self._presenting.leave()

    def back(self) -> None:
        """One step back; with a question standing, no to it."""
        if self._parts.bars.asking:
            self._parts.bars.question.put_away()
        elif not self._holds_unseen():
            self._presenting.go_back()

    def _holds_unseen(self) -> bool:
        """On one screen nobody can look on behind a frozen picture: it is said how it goes on."""
        holds = self._presenting.frozen and self._parts.desk.isHidden()
        if holds:
            self._parts.bars.refuse(self.tr("The picture is frozen. F lets the slides go on."))
        return holds

    def _freeze(self) -> None:
        self._presenting.freeze()

    def _first(self) -> None:
        self._presenting.show_or_look(0)

    def _last(self) -> None:
        self._presenting.show_or_look(len(self._presenting.state.plan.slides) - 1)

    def _caption(self) -> None:
        """Turn captions on; once they are, the next line."""
        if self._presenting.state.ease.captions:
            self._captions.move(1)
        else:
            self._presenting.ease("captions")

    def _caption_back(self) -> None:
        self._captions.move(-1)

    def _take_projector(self) -> None:
        if self._presenting.state.stage in ("prepared", "interrupted"):
            self._presenting.go_on()
        self._projector.take()

    def swap(self) -> None:
        """Slides and notes change screens."""
        if not self._projector.swap():
            self._parts.bars.refuse(self.tr("There is only one screen: nothing to swap with."))

    def show_keys(self) -> None:
        """Open or close the list of keys."""
        side = self._parts.side
        side.open("" if side.drawer == "keys" else "keys")

    def _outline(self) -> None:
        """Into the outline; from within it, or where it is a drawer, it is put away."""
        outline, columns = self._parts.outline, self._parts.columns
        if outline.folded and outline.isVisible():
            close_outline(self._parts)
        elif outline.list.hasFocus():
            columns.toggle("outline")
        else:
            open_outline(self._parts)
            columns.bring("outline")
            outline.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _notes(self) -> None:
        self._parts.columns.toggle("side")

    def _escape(self) -> None:
        side, bars, void = self._parts.side, self._parts.bars, self._parts.round.void
        if side.escape():
            return
        if void.isVisible():
            void.put_away()
            return
        if self._overview.open:
            self._overview.leave()
            return
        if self._hands.show_whole() or self._hands.put_away():
            return
        if side.drawer:
            side.open("")
        elif bars.asking:
            bars.question.put_away()
        elif self._typed.digits:
            self._forget_number()
        elif self._presenting.looked_at is not None:
            self._presenting.look_at(None)
        elif self._parts.outline.folded and self._parts.outline.isVisible():
            close_outline(self._parts)
        else:
            self._ask_to_end()

    def _enter(self) -> None:
        figures, now = self._views.round, self._presenting.now
        if self._typed.fresh(now):
            self._go_to_number(int(self._typed.digits))
        elif figures is not None and figures.stage == "open":
            self._parts.round.go_on()
        elif self._presenting.looked_at is not None:
            self._presenting.go_to(self._presenting.looked_at)

    def _go_to_number(self, number: int) -> None:
        self._forget_number()
        state = self._presenting.state
        slide = slide_with_number(state.plan, number)
        if slide is None:
            words = self.tr("There is no slide {0}: the last is {1}.")
            self._parts.bars.refuse(words.format(number, state.plan.pages))
        else:
            self._presenting.show_or_look(slide)

    def _type(self, digit: str) -> None:
        figures = self._views.round
        if figures is not None and figures.stage == "open":
            self._parts.round.type_digit(digit, self._presenting.now)
        elif digit:
            self._typed = self._typed.typed(digit, self._presenting.now)
            self._parts.transport.show_typed(self._typed.digits)

    def back_again(self) -> None:
        """Back to what the room sees, to the whole slide, or after a jump to where the room was before it."""
        if self._presenting.looked_at is not None:
            self._presenting.look_at(None)
        elif not self._hands.show_whole():
            self._presenting.return_from_jump()

    def _show_overview(self) -> None:
        self._overview.toggle()

    def _erase(self) -> None:
        if not self._typed.fresh(self._presenting.now):
            self.back_again()
            return
        self._typed = self._typed.erased(self._presenting.now)
        if self._typed.digits:
            self._parts.transport.show_typed(self._typed.digits)
        else:
            self._views.refresh()

    def _forget_number(self) -> None:
        self._typed = TypedNumber()
        self._views.refresh()

    def _press_in_round(self, action: Action) -> None:
        figures = self._views.round
        panel = self._parts.round
        open_now = figures is not None and figures.stage == "open"
        match action:
            case Action.CHOICE_UP:
                panel.walk(-1) if open_now else self.back()
            case Action.CHOICE_DOWN:
                panel.walk(1) if open_now else self.next()
            case Action.MORE_HANDS if open_now:
                panel.add(1)
            case Action.FEWER_HANDS if open_now:
                panel.add(-1)
            case Action.CLOSE_VOTE:
                self._presenting.close_round()
            case Action.VOTE_AGAIN:
                self._presenting.vote_again()
            case Action.REVEAL:
                self._presenting.reveal()
            case Action.UNDO:
                self._presenting.undo_count()
            case Action.PAPER if open_now:
                self._parts.side.open("paper")

    def _larger(self) -> None:
        self._parts.side.notes.resize_text(1)

    def _smaller(self) -> None:
        self._parts.side.notes.resize_text(-1)

    def _note_question(self, words: str) -> None:
        if words:
            self._asked = self._presenting.now


_EASE = {Action.LARGE_PRINT: "large", Action.CONTRAST: "contrast"}
_TIME: dict[Action, TimeAct] = {
    Action.QUESTION: TimeAct.QUESTION,
    Action.TIMER: TimeAct.TIMER,
    Action.MORE_TIME: TimeAct.MORE,
    Action.LESS_TIME: TimeAct.LESS,
}
_HANDS: dict[Action, Callable[[Hands], object]] = {
    Action.DRAW: Hands.toggle_strip,
    Action.POINTER: lambda hands: hands.toggle(Tool.POINTER),
    Action.ZOOM: Hands.zoom,
    Action.REDO: Hands.redo,
}
_UNSEEN = frozenset({Action.DRAW, Action.POINTER, Action.ZOOM})
"""What needs the console's slide."""
_ROUND = frozenset(
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
_PLAIN: dict[Action, Callable[[ConsoleKeys], None]] = {
    Action.NEXT: ConsoleKeys.next,
    Action.BACK: ConsoleKeys.back,
    Action.FREEZE: ConsoleKeys._freeze,
    Action.OVERVIEW: ConsoleKeys._show_overview,
    Action.FIRST: ConsoleKeys._first,
    Action.LAST: ConsoleKeys._last,
    Action.PROJECTOR: ConsoleKeys._take_projector,
    Action.SWAP: ConsoleKeys.swap,
    Action.KEYS: ConsoleKeys.show_keys,
    Action.ESCAPE: ConsoleKeys._escape,
    Action.ENTER: ConsoleKeys._enter,
    Action.OUTLINE: ConsoleKeys._outline,
    Action.NOTES: ConsoleKeys._notes,
    Action.LARGER: ConsoleKeys._larger,
    Action.SMALLER: ConsoleKeys._smaller,
    Action.ERASE: ConsoleKeys._erase,
    Action.CAPTION: ConsoleKeys._caption,
    Action.CAPTION_BACK: ConsoleKeys._caption_back,
}
