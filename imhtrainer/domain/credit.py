"""Presence and the session's clock make credited minutes, and say who completed or why not.

Rule: a person completes who was present for the required share of the minutes of instruction (all of them
where the session's rule knows the whole program only) and in the room when each of the five checkpoints was
held, has signed out, and brought what the session asks beyond: a share of the last check, the evaluation.
The facilitator may decide otherwise with a reason.
Minutes of instruction are the minutes on the session's clock without breaks, at most the minutes planned.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from imhtrainer.domain.evidence import Evidence, evidence
from imhtrainer.domain.ledger import Round
from imhtrainer.domain.roster import Interval
from imhtrainer.domain.session.state import Override, SessionState
from imhtrainer.domain.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Refusal:
    """One rule that a person has not met: what it asks, and by how much it was missed, in words."""

    rule: str
    missing: str


@dataclass(frozen=True, slots=True)
class Credit:
    """What a person's presence makes: whole minutes of instruction and of the clock, and hours by the rule."""

    minutes: int
    clock: int
    hours: float
    ceu: float
    basis: str


@dataclass(frozen=True, slots=True)
class Completion:
    """Where one attendee stands: whole minutes, checkpoints, and what is missing.

    ``held`` are the numbers (1 to 5) of the checkpoints held while the person was there, ``missed`` the others.
    ``rule`` is what the rule says, ``completed`` what counts after an override. ``late`` are whole minutes
    between the start and the person's coming. ``refusals`` name each rule that was not met, ``asked`` those
    among them beyond minutes and checkpoints.
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
    refusals: tuple[Refusal, ...] = ()
    asked: tuple[Refusal, ...] = ()


def instruction_spans(state: SessionState) -> tuple[Interval, ...]:
    """When instruction was given: the session's clock without its breaks, in order."""
    return without(state.spans, (pause.interval for pause in state.breaks))


def program_spans(state: SessionState) -> tuple[Interval, ...]:
    """When the program ran, breaks among it; an interruption is no part of it."""
    return state.spans


def without(spans: Iterable[Interval], breaks: Iterable[Interval]) -> tuple[Interval, ...]:
    """The spans with the breaks cut out; a break without an end lasts."""
    left = list(spans)
    for gap in breaks:
        left = [piece for span in left for piece in _cut(span, gap)]
    return tuple(left)


def instruction_minutes(state: SessionState, now: datetime) -> int:
    """Whole minutes of instruction: those given, at most the plan's."""
    given = sum((_length(span, now) for span in instruction_spans(state)), timedelta())
    return min(_whole_minutes(given), round(state.plan.instruction))


def needed_minutes(state: SessionState, now: datetime) -> int:
    """Whole minutes a person must have been present for, rounded up."""
    if state.details.award.rules.whole_program:
        return instruction_minutes(state, now)
    return math.ceil(instruction_minutes(state, now) * state.details.required_share - 1e-9)


def credited_minutes(state: SessionState, attendee: str, now: datetime) -> int:
    """Whole minutes a person was present for instruction, at most the minutes of instruction."""
    stays = state.presence(attendee).intervals
    present = _whole_minutes(_shared(stays, instruction_spans(state), now))
    return min(present, instruction_minutes(state, now))


def credit(state: SessionState, attendee: str, now: datetime) -> Credit:
    """What a person's presence makes by the session's rule.

    Under a rule for the whole program only, who was not there for all of it gets nothing. Whom the
    facilitator let complete against the record is credited what the record holds, or the whole program where
    it holds nothing that the rule could credit.
    """
    rules = state.details.award.rules
    minutes, whole = credited_minutes(state, attendee, now), instruction_minutes(state, now)
    clock = _whole_minutes(_shared(state.presence(attendee).intervals, program_spans(state), now))
    decided = state.override(attendee)
    if rules.whole_program and minutes < whole:
        minutes = clock = 0
    if decided is not None and decided.completed and not minutes:
        minutes = whole
        clock = _whole_minutes(
            sum((_length(span, now) for span in program_spans(state)), timedelta())
        )
    hours = rules.hours(minutes, clock)
    return Credit(minutes, clock, hours, rules.ceu(hours), rules.basis_words(minutes, clock))


def recorded_minutes(state: SessionState, attendee: str, now: datetime) -> int | None:
    """The minutes of instruction that the record holds of a person; None where it holds none.

    They come from signing in and out; of a training held without the program, from the certificate.
    """
    if state.elsewhere:
        certificate = state.certificate(attendee)
        return certificate.minutes if certificate else None
    here = state.presence(attendee).intervals
    return credited_minutes(state, attendee, now) if here else None


def completion(state: SessionState, attendee: str, now: datetime) -> Completion:
    """Where an attendee stands now; final once the session has ended."""
    presence = state.presence(attendee)
    minutes = credited_minutes(state, attendee, now)
    needed = needed_minutes(state, now)
    held = _held_while_present(state, presence.intervals, now)
    missed = tuple(n for n in range(1, len(state.plan.checkpoints) + 1) if n not in held)
    came = bool(presence.intervals) or state.elsewhere
    asked = _asked_beyond(state, evidence(state, attendee))
    rule = came and not presence.here and not missed and minutes >= needed and not asked
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
        refusals=(*_about_presence(state, minutes, needed, missed), *asked),
        asked=asked,
    )


def _about_presence(
    state: SessionState, minutes: int, needed: int, missed: tuple[int, ...]
) -> tuple[Refusal, ...]:
    refusals = []
    if minutes < needed:
        whole = state.details.award.rules.whole_program
        rule = "the whole program" if whole else counted(needed, "minute")
        refusals.append(Refusal(rule, f"{counted(needed - minutes, 'minute')} short"))
    if missed:
        planned = len(state.plan.checkpoints)
        refusals.append(Refusal(f"all {planned} checkpoints", f"{listed(map(str, missed))} missed"))
    return tuple(refusals)


def _asked_beyond(state: SessionState, brought: Evidence) -> tuple[Refusal, ...]:
    award = state.details.award
    refusals = []
    if award.post_test > 0:
        rule = f"{award.post_test:.0%} of the last check right"
        if brought.post_test is None:
            refusals.append(Refusal(rule, "no answers with their name"))
        elif brought.post_test < award.post_test - 1e-9:
            refusals.append(Refusal(rule, f"{_whole_percent(brought.post_test)} were right"))
    if award.evaluation and not brought.evaluation:
        refusals.append(Refusal("the evaluation handed in", "not handed in"))
    return tuple(refusals)


def _whole_percent(share: float) -> str:
    """Rounded down, so that what falls short never reads as if it did not."""
    return f"{math.floor(share * 100 + 1e-9)}%"


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


def _shared(stays: Iterable[Interval], spans: tuple[Interval, ...], now: datetime) -> timedelta:
    return sum((_overlap(stay, span, now) for stay in stays for span in spans), timedelta())


def _overlap(stay: Interval, span: Interval, now: datetime) -> timedelta:
    start = max(stay.start, span.start)
    end = min(stay.end or now, span.end or now)
    return max(end - start, timedelta())


def _length(span: Interval, now: datetime) -> timedelta:
    return max((span.end or now) - span.start, timedelta())


def _whole_minutes(length: timedelta) -> int:
    return round(length.total_seconds() / 60)


def _cut(span: Interval, gap: Interval) -> tuple[Interval, ...]:
    if (gap.end is not None and gap.end <= span.start) or (
        span.end is not None and gap.start >= span.end
    ):
        return (span,)
    pieces = []
    if gap.start > span.start:
        pieces.append(Interval(span.start, gap.start))
    if gap.end is not None and (span.end is None or gap.end < span.end):
        pieces.append(Interval(gap.end, span.end))
    return tuple(pieces)
