"""Which key means what while presenting; the same for keyboards and for clickers, which send odd mixtures."""

from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

BOUNCE = 60
"""Milliseconds: the same key a second time within so short a while is a worn switch, not a person.

Fast fingers take 90 ms and more from press to press; switches bounce for less than 50.
"""


class Action(Enum):
    """What a key asks for."""

    NEXT = auto()
    BACK = auto()
    FIRST = auto()
    LAST = auto()
    BLACK = auto()
    WHITE = auto()
    POINTS = auto()
    LOGO = auto()
    FREEZE = auto()
    OVERVIEW = auto()
    DRAW = auto()
    POINTER = auto()
    ZOOM = auto()
    REDO = auto()
    PROJECTOR = auto()
    SWAP = auto()
    KEYS = auto()
    ESCAPE = auto()
    ENTER = auto()
    OUTLINE = auto()
    NOTES = auto()
    LARGER = auto()
    SMALLER = auto()
    DIGIT = auto()
    ERASE = auto()
    CHOICE_UP = auto()
    CHOICE_DOWN = auto()
    MORE_HANDS = auto()
    FEWER_HANDS = auto()
    CLOSE_VOTE = auto()
    VOTE_AGAIN = auto()
    REVEAL = auto()
    UNDO = auto()
    QUESTION = auto()
    TIMER = auto()
    MORE_TIME = auto()
    LESS_TIME = auto()
    MEDIA = auto()
    PAPER = auto()
    LARGE_PRINT = auto()
    CONTRAST = auto()
    CAPTION = auto()
    CAPTION_BACK = auto()
    CAPTIONS_OFF = auto()


_K = Qt.Key
_PLAIN = {
    _K.Key_Right: Action.NEXT,
    _K.Key_Down: Action.NEXT,
    _K.Key_Space: Action.NEXT,
    _K.Key_PageDown: Action.NEXT,
    _K.Key_N: Action.NEXT,
    _K.Key_Left: Action.BACK,
    _K.Key_Up: Action.BACK,
    _K.Key_PageUp: Action.BACK,
    _K.Key_P: Action.BACK,
    _K.Key_Home: Action.FIRST,
    _K.Key_End: Action.LAST,
    _K.Key_B: Action.BLACK,
    _K.Key_Period: Action.BLACK,
    _K.Key_W: Action.WHITE,
    _K.Key_Comma: Action.WHITE,
    _K.Key_S: Action.POINTS,
    _K.Key_L: Action.LOGO,
    _K.Key_F: Action.FREEZE,
    _K.Key_O: Action.OVERVIEW,
    _K.Key_D: Action.DRAW,
    _K.Key_A: Action.POINTER,
    _K.Key_Z: Action.ZOOM,
    _K.Key_Slash: Action.OVERVIEW,
    _K.Key_F5: Action.PROJECTOR,
    _K.Key_X: Action.SWAP,
    _K.Key_Question: Action.KEYS,
    _K.Key_Q: Action.QUESTION,
    _K.Key_T: Action.TIMER,
    _K.Key_Plus: Action.MORE_TIME,
    _K.Key_Minus: Action.LESS_TIME,
    _K.Key_K: Action.MEDIA,
    _K.Key_G: Action.LARGE_PRINT,
    _K.Key_H: Action.CONTRAST,
    _K.Key_U: Action.CAPTION,
    _K.Key_I: Action.CAPTION_BACK,
    _K.Key_Escape: Action.ESCAPE,
    _K.Key_Return: Action.ENTER,
    _K.Key_Enter: Action.ENTER,
    _K.Key_Backspace: Action.ERASE,
}
_WITH_CONTROL = {
    _K.Key_L: Action.OUTLINE,
    _K.Key_M: Action.NOTES,
    _K.Key_F: Action.OVERVIEW,
    _K.Key_Z: Action.UNDO,
    _K.Key_Y: Action.REDO,
    _K.Key_Plus: Action.LARGER,
    _K.Key_Equal: Action.LARGER,
    _K.Key_Minus: Action.SMALLER,
}
_WITH_SHIFT = {_K.Key_U: Action.CAPTIONS_OFF}
_IN_ROUND = {
    _K.Key_Up: Action.CHOICE_UP,
    _K.Key_Down: Action.CHOICE_DOWN,
    _K.Key_Plus: Action.MORE_HANDS,
    _K.Key_Minus: Action.FEWER_HANDS,
    _K.Key_C: Action.CLOSE_VOTE,
    _K.Key_V: Action.VOTE_AGAIN,
    _K.Key_R: Action.REVEAL,
    _K.Key_E: Action.PAPER,
}
REPEATING = frozenset({Action.LARGER, Action.SMALLER, Action.MORE_HANDS, Action.FEWER_HANDS})
"""What a held key goes on doing; a held clicker must not run through the slides."""


def action_for(event: QKeyEvent, in_round: bool) -> Action | None:
    """What a key press asks for; ``in_round`` while a vote is on the console."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        if key == _K.Key_Z and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return Action.REDO
        return _WITH_CONTROL.get(key)
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _WITH_SHIFT:
        return _WITH_SHIFT[key]
    if _K.Key_0 <= key <= _K.Key_9:
        return Action.DIGIT
    return (_IN_ROUND.get(key) if in_round else None) or _PLAIN.get(key)


def learned_actions(keys: Iterable[tuple[str, int]]) -> dict[int, Action]:
    """What the learned keys of a clicker do."""
    return {key: _LEARNED[name] for name, key in keys if name in _LEARNED}


_LEARNED = {"next": Action.NEXT, "back": Action.BACK, "black": Action.BLACK}


class Bounce:
    """Tells a worn switch's second press from a person's."""

    def __init__(self) -> None:
        self._key = 0
        self._at = 0

    def is_bounce(self, event: QKeyEvent) -> bool:
        """Whether this press is the echo of the one before; presses without a time never are."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        at, key = event.timestamp(), event.key()
        echo = bool(at) and key == self._key and 0 <= at - self._at < BOUNCE
        self._key, self._at = key, at
        return echo
