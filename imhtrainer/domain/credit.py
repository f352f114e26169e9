"""Presence and the session's clock make credited minutes, and say who completed or why not.

Rule: a person completes who was present for the required share of the minutes of instruction and in the
room when each of the five checkpoints was held, and has signed out, unless the facilitator decided otherwise
with a reason.
Minutes of instruction are the minutes on the session's clock, at most the minutes planned.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from imhtrainer.domain.quiz import Round
from imhtrainer.domain.roster import Interval
from imhtrainer.domain.session.state import Override, SessionState


@dataclass(frozen=True, slots=True)
class Completion:
    """Where one attendee stands: whole minutes, checkpoints, and what is missing.

    ``held`` are the numbers (1 to 5) of the checkpoints held while the person was there, ``missed`` the others.
    ``rule`` is what the rule says, ``completed`` what counts after an override. ``late`` are whole minutes
    between the start and the person's coming.
    """

    attendee: str
    came: bool
    still_here: bool
    minutes: int
    instruction: int
    needed: int
    held: tuple[int, ...]
    missed: tuple[int, ...]
    late: int
    rule: bool
    completed: bool
    override: Override | None = None


def instruction_minutes(state: SessionState, now: datetime) -> int:
    """Whole minutes of instruction: the clock's, at most the plan's."""
    held = round(state.elapsed(now).total_seconds() / 60)
    return min(held, round(state.plan.minutes))


def needed_minutes(state: SessionState, now: datetime) -> int:
    """Whole minutes a person must have been present for, rounded up."""
    return math.ceil(instruction_minutes(state, now) * state.details.required_share - 1e-9)


def credited_minutes(state: SessionState, attendee: str, now: datetime) -> int:
    """Whole minutes a person was present while the clock ran, at most the minutes of instruction."""
    presence = state.presence(attendee)
    total = sum(
        (_overlap(stay, span, now) for stay in presence.intervals for span in state.spans),
        timedelta(),
    )
    return min(round(total.total_seconds() / 60), instruction_minutes(state, now))


def completion(state: SessionState, attendee: str, now: datetime) -> Completion:
    """Where an attendee stands now; final once the session has ended."""
    presence = state.presence(attendee)
    minutes = credited_minutes(state, attendee, now)
    needed = needed_minutes(state, now)
    held = _held_while_present(state, presence.intervals, now)
    missed = tuple(n for n in range(1, len(state.plan.checkpoints) + 1) if n not in held)
    came = bool(presence.intervals)
    rule = came and not presence.here and not missed and minutes >= needed
    override = state.override(attendee)
    return Completion(
        attendee=attendee,
        came=came,
        still_here=presence.here,
        minutes=minutes,
        instruction=instruction_minutes(state, now),
        needed=needed,
        held=held,
        missed=missed,
        late=_late(state, presence.intervals),
        rule=rule,
        completed=override.completed if override else rule,
        override=override,
    )


def _held_while_present(
    state: SessionState, stays: tuple[Interval, ...], now: datetime
) -> tuple[int, ...]:
    held = []
    for number, index in enumerate(state.plan.checkpoints, start=1):
        question = state.question(state.plan.slides[index].id)
        vote = question.held if question else None
        if vote is not None and any(_there(stay, vote, now) for stay in stays):
            held.append(number)
    return tuple(held)


def _there(stay: Interval, vote: Round, now: datetime) -> bool:
    """Present at some moment between the vote's opening and closing."""
    return stay.start <= (vote.closed or now) and (stay.end or now) >= vote.opened


def _late(state: SessionState, stays: tuple[Interval, ...]) -> int:
    if state.started is None or not stays:
        return 0
    return max(int((stays[0].start - state.started).total_seconds() // 60), 0)


def _overlap(stay: Interval, span: Interval, now: datetime) -> timedelta:
    start = max(stay.start, span.start)
    end = min(stay.end or now, span.end or now)
    return max(end - start, timedelta())
