"""How each event about a seat changes the state; pure and total."""

from dataclasses import replace
from datetime import datetime

from imhtrainer.domain.events import (
    NameConfirmed,
    PhonesInvited,
    SeatHandedIn,
    SeatLeft,
    SeatMoved,
    SeatNamed,
    SeatsMerged,
    SeatTaken,
)
from imhtrainer.domain.roster import find_attendee
from imhtrainer.domain.seats import Seat
from imhtrainer.domain.session.state import QuestionState, SessionState

_Change = SeatMoved | SeatNamed | SeatsMerged | SeatLeft | SeatHandedIn | NameConfirmed
SeatEvent = PhonesInvited | SeatTaken | _Change


def change_seats(state: SessionState, event: SeatEvent) -> SessionState:
    """The state after an event about a seat; an unknown seat changes nothing."""
    if isinstance(event, PhonesInvited):
        return replace(
            state,
            join_code=event.join_code,
            check_in=event.check_in,
            confirm_names=event.confirm,
        )
    if isinstance(event, SeatTaken):
        if state.seat(event.seat) is not None:
            return state
        return replace(state, seats=(*state.seats, Seat(event.seat, event.secret, event.at)))
    known = (
        find_attendee(state.roster, event.attendee) if isinstance(event, NameConfirmed) else None
    )
    name = known.name if known is not None else ""
    seats = tuple(_change(s, event, name) if s.code == event.seat else s for s in state.seats)
    changed = replace(state, seats=seats)
    if isinstance(event, SeatsMerged) and state.seat(event.into) is not None:
        questions = tuple(_merge(q, event.seat, event.into) for q in state.questions)
        return replace(changed, questions=questions, seats=_hand_over(changed, event))
    return changed


def _hand_over(state: SessionState, event: SeatsMerged) -> tuple[Seat, ...]:
    """What the person did on the first phone stays done: the evaluation handed in, the name found right."""
    old = state.seat(event.seat)
    if old is None:
        return state.seats
    return tuple(
        replace(s, handed_in=s.handed_in or old.handed_in, spelled=s.spelled or old.spelled)
        if s.code == event.into
        else s
        for s in state.seats
    )


def _change(seat: Seat, event: _Change, name: str) -> Seat:
    match event:
        case NameConfirmed():
            return replace(seat, spelled=name)
        case SeatHandedIn():
            return replace(seat, handed_in=True)
        case SeatMoved():
            return replace(seat, secret=event.secret)
        case SeatNamed() if event.waiting:
            asked = seat.asked if seat.waiting and seat.name == event.name else event.at
            return replace(seat, name=event.name, asks=event.attendee, waiting=True, asked=asked)
        case SeatNamed():
            return replace(
                seat,
                name=event.name,
                attendee=event.attendee,
                asks="",
                waiting=False,
                named=_since(seat, event),
                refused=seat.refused or event.refused,
            )
        case SeatsMerged():
            return replace(seat, secret="", attendee="", asks="", waiting=False)
        case SeatLeft():
            return replace(seat, secret="", asks="", waiting=False)


def _since(seat: Seat, event: SeatNamed) -> datetime | None:
    """Since when the seat is whom it is; another spelling of the name changes nothing."""
    if not event.attendee:
        return None
    return seat.named if seat.attendee == event.attendee else event.at


def _merge(question: QuestionState, seat: str, into: str) -> QuestionState:
    return replace(question, rounds=tuple(vote.merge(seat, into) for vote in question.rounds))
