"""Evaluations typed in, credit reported, and data given out: what such a command comes to, and what it changes."""

from dataclasses import replace

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import (
    CreditReported,
    EvaluationClosed,
    EvaluationEntered,
    EvaluationHandedIn,
    EvaluationOpened,
    EvaluationRemoved,
    Event,
    PeoplePurged,
    PersonExported,
)
from imhtrainer.domain.roster import find_attendee
from imhtrainer.domain.session.commands.records import (
    EnterEvaluation,
    EvaluatingCommand,
    ExportPerson,
    MarkHandedIn,
    RecordsCommand,
    RemoveEvaluation,
    ReportCredit,
)
from imhtrainer.domain.session.evaluating import (
    decide_evaluating,
    evolve_evaluating,
    written_form,
)
from imhtrainer.domain.session.state import Reported, SessionState

RecordsEvent = (
    EvaluationEntered
    | EvaluationRemoved
    | EvaluationHandedIn
    | EvaluationOpened
    | EvaluationClosed
    | CreditReported
    | PeoplePurged
)


def decide_records(state: SessionState, command: RecordsCommand) -> tuple[Event, ...]:
    """The events of a command about a session's records."""
    match command:
        case EnterEvaluation():
            return _enter(state, command)
        case RemoveEvaluation():
            known = any(form.sheet == command.sheet for form in state.evaluations)
            return (EvaluationRemoved(command.at, command.sheet),) if known else ()
        case MarkHandedIn():
            _need_person(state, command.attendee)
            same = (command.attendee in state.handed_in) is command.handed_in
            marked = EvaluationHandedIn(command.at, command.attendee, command.handed_in)
            return () if same else (marked,)
        case ReportCredit():
            known_ones = {reported.attendee for reported in state.reported}
            fresh = tuple(who for who in command.attendees if who not in known_ones)
            return (CreditReported(command.at, fresh),) if fresh else ()
        case ExportPerson():
            if find_attendee(state.everybody, command.attendee) is None:
                raise CommandRefused("This person is not in the record of this session.")
            return (PersonExported(command.at, command.attendee, command.reason),)
        case _ if isinstance(command, EvaluatingCommand):
            return decide_evaluating(state, command)


def evolve_records(state: SessionState, event: RecordsEvent) -> SessionState:
    """The state after an event about a session's records."""
    match event:
        case EvaluationEntered():
            others = tuple(f for f in state.evaluations if f.sheet != event.form.sheet)
            forms = sorted((*others, event.form), key=lambda form: form.sheet)
            return replace(state, evaluations=tuple(forms))
        case EvaluationRemoved():
            left = tuple(f for f in state.evaluations if f.sheet != event.sheet)
            return replace(state, evaluations=left)
        case EvaluationHandedIn():
            without = tuple(who for who in state.handed_in if who != event.attendee)
            added = (event.attendee,) if event.handed_in else ()
            return replace(state, handed_in=(*without, *added))
        case EvaluationOpened() | EvaluationClosed():
            return evolve_evaluating(state, event)
        case CreditReported():
            fresh = tuple(Reported(who, event.at) for who in event.attendees)
            return replace(state, reported=(*state.reported, *fresh))
        case PeoplePurged():
            return replace(state, purged=(*state.purged, *event.attendees))


def _enter(state: SessionState, command: EnterEvaluation) -> tuple[Event, ...]:
    if command.form.sheet < 1:
        raise CommandRefused("A form needs a number from 1. Write one on it and type it.")
    written = written_form(state, command.form)
    return () if written in state.evaluations else (EvaluationEntered(command.at, written),)


def _need_person(state: SessionState, attendee: str) -> None:
    if find_attendee(state.roster, attendee) is None:
        raise CommandRefused("This person is not on the roster of this session.")
