"""A made-up room: a clock of its own, and people who come, leave, come back, and raise their hands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees, AdmitSeat, SignIn, SignOut
from imhtrainer.services.rehearsal.answers import Phones, has_phone
from imhtrainer.services.session import TrainingSession

Direction = Literal["in", "out"]


class MadeUpClock:
    """A clock that only moves when told."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """The present moment."""
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Let time pass until ``moment``; never backwards."""
        self._now = max(self._now, moment)


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """Somebody goes through the door."""

    at: datetime
    attendee: str
    direction: Direction
    walk_in: Attendee | None = field(default=None, compare=False)


def plan_moves(
    people: tuple[Attendee, ...], starts: datetime, minutes: float, random: Random
) -> tuple[Move, ...]:
    """Who comes and goes when, in order; about one in twelve stays away, one in eight comes late."""
    moves: list[Move] = []
    for number, person in enumerate(people):
        moves.extend(_moves_of(number, person, starts, minutes, random))
    return tuple(sorted(moves))


def _moves_of(
    number: int, person: Attendee, starts: datetime, minutes: float, random: Random
) -> list[Move]:
    def at(minute: float) -> datetime:
        return starts + timedelta(seconds=round(minute * 60))

    kind = number % 24
    early = Move(at(-random.uniform(2, 14)), person.id, "in", _at_the_door(person))
    match kind:
        case 20 | 21:
            return []
        case 9 | 17:
            return [Move(at(minutes * random.uniform(0.02, 0.08)), person.id, "in")]
        case 16:
            return [Move(at(minutes * random.uniform(0.4, 0.6)), person.id, "in")]
        case 5:
            return [early, Move(at(minutes * random.uniform(0.75, 0.85)), person.id, "out")]
        case 12:
            leaves = minutes * random.uniform(0.25, 0.35)
            back = leaves + minutes * random.uniform(0.12, 0.15)
            return [early, Move(at(leaves), person.id, "out"), Move(at(back), person.id, "in")]
        case _:
            return [early]


def _at_the_door(person: Attendee) -> Attendee | None:
    return person if person.walk_in else None


class Door:
    """Lets time pass and signs people in and out as they come and go."""

    def __init__(
        self,
        session: TrainingSession,
        clock: MadeUpClock,
        moves: tuple[Move, ...],
        phones: Phones | None = None,
    ) -> None:
        self._phones = phones
        self._session = session
        self._clock = clock
        self._moves = list(moves)

    def wait(self, seconds: float) -> None:
        """Let ``seconds`` pass."""
        self.wait_until(self._clock() + timedelta(seconds=seconds))

    def wait_until(self, moment: datetime) -> None:
        """Let time pass until ``moment``; whoever comes or goes meanwhile is signed in or out."""
        while self._moves and self._moves[0].at <= moment:
            move = self._moves.pop(0)
            self._clock.move_to(move.at)
            self._pass(move)
        self._clock.move_to(moment)

    def _pass(self, move: Move) -> None:
        if move.walk_in is not None:
            self._session.do(AddAttendees(move.at, (move.walk_in,)))
        if move.direction == "in" and self._joins(move.attendee):
            return
        action: Callable[[datetime, str], SignIn | SignOut]
        action = SignIn if move.direction == "in" else SignOut
        self._session.do(action(move.at, move.attendee))

    def _joins(self, attendee: str) -> bool:
        """Whether a person came in by phone; a name that could be two people's is confirmed at the desk."""
        state = self._session.state
        number = next(n for n, person in enumerate(state.roster) if person.id == attendee)
        if self._phones is None or not has_phone(number) or self._phones.has(attendee):
            return False
        self._phones.sit(state.roster[number])
        for seat in self._session.state.waiting_seats:
            self._session.do(AdmitSeat(self._clock(), seat.code, attendee))
        return True
