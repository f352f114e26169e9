"""What a press on a console means: one command of the session, or two for somebody new."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from imhtrainer.domain.roster import Attendee, clean_name
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AdmitSeat,
    Back,
    ChangeBreak,
    ChangeTimer,
    CloseRound,
    CountHands,
    DeclineSeat,
    EaseRoom,
    EndBreak,
    GoTo,
    Next,
    OpenRound,
    PauseTimer,
    Reveal,
    SetScreen,
    ShowCaption,
    SignIn,
    SignOut,
    StartBreak,
    StartTimer,
    StopTimer,
    TakeQuestion,
    UndoCount,
)
from imhtrainer.domain.session.commands.helping import CoCommand
from imhtrainer.room.co.protocol import Action, DoRequest

WALK_IN_SOURCE = "co-facilitator"
"""Where the roster says that a walk-in came from."""

_PLAIN: dict[Action, Callable[[datetime], CoCommand]] = {
    "back": Back,
    "open": OpenRound,
    "close": CloseRound,
    "undo": UndoCount,
    "reveal": Reveal,
    "question": TakeQuestion,
    "break_end": EndBreak,
    "timer": StartTimer,
    "timer_pause": PauseTimer,
    "timer_stop": StopTimer,
}
"""Presses that say all by their name."""


def commands_of(asked: DoRequest, state: SessionState, now: datetime) -> tuple[CoCommand, ...]:
    """The commands of one press, in order."""
    if asked.do in _PLAIN:
        return (_PLAIN[asked.do](now),)
    match asked.do:
        case "next":
            return (Next(now, asked.leave),)
        case "go":
            return (GoTo(now, asked.slide, asked.leave),)
        case "screen":
            return (SetScreen(now, asked.screen),)
        case "caption":
            return (ShowCaption(now, asked.line),)
        case "ease":
            return (EaseRoom(now, replace(state.ease, **{asked.ease: asked.on})),)
        case "count":
            return (CountHands(now, asked.choice, asked.hands),)
        case "break":
            return (StartBreak(now, asked.minutes),)
        case "break_change":
            return (ChangeBreak(now, asked.minutes),)
        case "timer_change":
            return (ChangeTimer(now, asked.minutes * 60),)
        case _:
            return _at_the_desk(asked, state, now)


def _at_the_desk(asked: DoRequest, state: SessionState, now: datetime) -> tuple[CoCommand, ...]:
    match asked.do:
        case "sign_in":
            return (SignIn(now, asked.attendee),)
        case "sign_out":
            return (SignOut(now, asked.attendee),)
        case "walk_in":
            walk_in = Attendee(new_id(asked.key), clean_name(asked.name), walk_in=True)
            return AddAttendees(now, (walk_in,), WALK_IN_SOURCE), SignIn(now, walk_in.id)
        case "admit":
            seat = state.seat(asked.seat)
            meant = seat.asks if seat is not None else ""
            return (AdmitSeat(now, asked.seat, meant or new_id(asked.key)),)
        case _:
            return (DeclineSeat(now, asked.seat),)


def new_id(key: str) -> str:
    """The id of somebody new on the roster, the same for a press that comes twice."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]
