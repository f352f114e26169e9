"""How each event about a seat changes the state; pure and total."""

from dataclasses import replace
from datetime import datetime

from imhtrainer.domain.events import (
    PhonesInvited,
    SeatLeft,
    SeatMoved,
    SeatNamed,
    SeatsMerged,
    SeatTaken,
)
from imhtrainer.domain.seats import Seat
from imhtrainer.domain.session.state import QuestionState, SessionState

SeatEvent = PhonesInvited | SeatTaken | SeatMoved | SeatNamed | SeatsMerged | SeatLeft


def change_seats(state: SessionState, event: SeatEvent) -> SessionState:
    """The state after an event about a seat; an unknown seat changes nothing."""
    if isinstance(event, PhonesInvited):
        return replace(state, join_code=event.join_code, check_in=event.check_in)
    if isinstance(event, SeatTaken):
        if state.seat(event.seat) is not None:
            return state
        return replace(state, seats=(*state.seats, Seat(event.seat, event.secret, event.at)))
    seats = tuple(_change(s, event) if s.code == event.seat else s for s in state.seats)
    changed = replace(state, seats=seats)
    if isinstance(event, SeatsMerged) and state.seat(event.into) is not None:
        questions = tuple(_merge(q, event.seat, event.into) for q in state.questions)
        return replace(changed, questions=questions)
    return changed


def _change(seat: Seat, event: SeatMoved | SeatNamed | SeatsMerged | SeatLeft) -> Seat:
    match event:
        case SeatMoved():
            return replace(seat, secret=event.secret)
        case SeatNamed() if event.waiting:
            return replace(seat, name=event.name, asks=event.attendee, waiting=True)
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
