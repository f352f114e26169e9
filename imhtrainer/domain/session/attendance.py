"""Signing in and out, corrected times, and the facilitator's word on completion."""

from itertools import pairwise

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import (
    CompletionOverridden,
    Event,
    OverrideWithdrawn,
    PresenceCorrected,
    SignedIn,
    SignedOut,
)
from imhtrainer.domain.letters import printable
from imhtrainer.domain.roster import Interval, find_attendee
from imhtrainer.domain.session.commands import (
    CorrectPresence,
    OverrideCompletion,
    SignIn,
    SignOut,
    WithdrawOverride,
)
from imhtrainer.domain.session.state import SessionState

REASON_WORDS = 3
"""Words an override's reason needs, so that a record can be understood years later."""

AttendanceCommand = SignIn | SignOut | CorrectPresence | OverrideCompletion | WithdrawOverride


def decide_attendance(state: SessionState, command: AttendanceCommand) -> tuple[Event, ...]:
    """The events of a command about one attendee."""
    person = find_attendee(state.roster, command.attendee)
    if person is None:
        raise CommandRefused("This person is not on the roster. Add the person first.")
    match command:
        case SignIn():
            return _sign_in(state, command, person.name)
        case SignOut():
            return _sign_out(state, command, person.name)
        case CorrectPresence():
            return _correct(state, command, person.name)
        case OverrideCompletion():
            return _override(command)
        case WithdrawOverride():
            known = state.override(command.attendee) is not None
            return (OverrideWithdrawn(command.at, command.attendee),) if known else ()


def _sign_in(state: SessionState, command: SignIn, name: str) -> tuple[Event, ...]:
    presence = state.presence(command.attendee)
    time = command.time or command.at
    if presence.here:
        raise CommandRefused(f"{name} is signed in already.")
    last = presence.intervals[-1].end if presence.intervals else None
    if last is not None and time < last:
        raise CommandRefused(f"{name} left after that time. Correct the times instead.")
    return (SignedIn(command.at, command.attendee, time),)


def _sign_out(state: SessionState, command: SignOut, name: str) -> tuple[Event, ...]:
    presence = state.presence(command.attendee)
    if not presence.here:
        raise CommandRefused(f"{name} is not signed in, so cannot sign out.")
    time = command.time or command.at
    if time < presence.intervals[-1].start:
        raise CommandRefused(f"{name} came after that time. Check the hour.")
    return (SignedOut(command.at, command.attendee, time),)


def _correct(state: SessionState, command: CorrectPresence, name: str) -> tuple[Event, ...]:
    if not _in_order(command.intervals):
        raise CommandRefused(f"The times of {name} overlap or run backwards. Check the hours.")
    if command.intervals == state.presence(command.attendee).intervals:
        return ()
    return (PresenceCorrected(command.at, command.attendee, command.intervals),)


def _in_order(intervals: tuple[Interval, ...]) -> bool:
    each = all(i.end is None or i.start <= i.end for i in intervals)
    between = all(a.end is not None and a.end <= b.start for a, b in pairwise(intervals))
    return each and between


def _override(command: OverrideCompletion) -> tuple[Event, ...]:
    reason = written_reason(command.reason)
    return (CompletionOverridden(command.at, command.attendee, command.completed, reason),)


def written_reason(text: str) -> str:
    """A reason as the record keeps it; refused where it says too little."""
    reason = " ".join(printable(text).split())
    if len(reason.split()) < REASON_WORDS:
        raise CommandRefused("Write the reason in three words or more; it is kept in the record.")
    return reason
