"""What a command comes to in a given state: events, or a refusal in one sentence."""

from dataclasses import replace

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import (
    AttendeeChanged,
    AttendeesAdded,
    AttendeesRemoved,
    CaptionShown,
    DetailsChanged,
    Event,
    PlanChanged,
    RoomEased,
    ScreenSet,
    SessionCreated,
    SessionEnded,
    SessionInterrupted,
    SessionResumed,
    SessionStarted,
    SignedOut,
)
from imhtrainer.domain.letters import printable_facts
from imhtrainer.domain.roster import Attendee, clean_name, find_attendee
from imhtrainer.domain.session import (
    answering,
    attendance,
    certifying,
    helping,
    inking,
    keeping,
    navigate,
    seating,
    sitting,
    timing,
    voting,
)
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AnswerByPhone,
    Back,
    ByCoFacilitator,
    ChangeAttendee,
    ChangeDetails,
    ChangePlan,
    CloseRound,
    CloseSitting,
    Command,
    CorrectCertificate,
    CorrectPresence,
    CountHands,
    CreateSession,
    EaseRoom,
    EndSession,
    EnterSheet,
    GoTo,
    InterruptSession,
    IssueCertificate,
    Next,
    OpenRound,
    OpenSitting,
    OverrideCompletion,
    PassWord,
    RemoveAttendees,
    ResumeSession,
    Reveal,
    RevokeCertificate,
    SetScreen,
    ShowCaption,
    SignIn,
    SignOut,
    StartSession,
    UndoCount,
    VoidRound,
    WithdrawOverride,
)
from imhtrainer.domain.session.commands.helping import HelpingCommand
from imhtrainer.domain.session.commands.ink import InkCommand
from imhtrainer.domain.session.commands.records import RecordsCommand
from imhtrainer.domain.session.commands.timing import TimingCommand
from imhtrainer.domain.session.practising import refuse_in_practice
from imhtrainer.domain.session.state import SessionState


def decide(state: SessionState, command: Command) -> tuple[Event, ...]:
    """The events a command leads to; raises ``CommandRefused`` when it makes no sense now."""
    if state.stage == "new" and not isinstance(command, CreateSession):
        raise CommandRefused("There is no session yet. Choose a training on Home and prepare one.")
    refuse_in_practice(state, command)
    match command:
        case ByCoFacilitator():
            acted = helping.hear(state, command)
            return (acted, *decide(state, command.command)) if acted is not None else ()
        case CreateSession() | ChangePlan():
            return _decide_plan(state, command)
        case StartSession() | InterruptSession() | ResumeSession() | EndSession():
            return _decide_course(state, command)
        case _ if isinstance(command, InkCommand):
            return _decide_ink(state, command)
        case Next() | Back() | GoTo() | SetScreen() | EaseRoom() | ShowCaption():
            return _decide_screen(state, command)
        case _ if isinstance(command, RecordsCommand):
            return keeping.decide_records(state, command)
        case _ if isinstance(command, TimingCommand):
            return timing.decide_timing(state, command)
        case SignIn() | SignOut() | CorrectPresence() | OverrideCompletion() | WithdrawOverride():
            return attendance.decide_attendance(state, command)
        case IssueCertificate() | CorrectCertificate() | RevokeCertificate():
            return certifying.decide_certificates(state, command)
        case ChangeDetails() | AddAttendees() | ChangeAttendee() | RemoveAttendees():
            return _decide_records(state, command)
        case _:
            return _decide_answers(state, command)


def _decide_answers(
    state: SessionState,
    command: voting.VotingCommand
    | answering.AnsweringCommand
    | seating.SeatingCommand
    | HelpingCommand
    | OpenSitting
    | CloseSitting,
) -> tuple[Event, ...]:
    match command:
        case OpenRound() | CountHands() | UndoCount() | CloseRound() | Reveal() | VoidRound():
            return voting.decide_voting(state, command)
        case AnswerByPhone() | EnterSheet() | PassWord():
            return answering.decide_answering(state, command)
        case OpenSitting() | CloseSitting():
            return sitting.decide_sitting(state, command)
        case _ if isinstance(command, HelpingCommand):
            return helping.decide_helping(state, command)
        case _:
            return seating.decide_seating(state, command)


def _decide_plan(state: SessionState, command: CreateSession | ChangePlan) -> tuple[Event, ...]:
    if isinstance(command, CreateSession):
        return _create(state, command)
    return _replan(state, command)


def _create(state: SessionState, command: CreateSession) -> tuple[Event, ...]:
    if state.stage != "new":
        raise CommandRefused("This session exists already.")
    if not command.plan.slides and not command.elsewhere:
        raise CommandRefused("This training has no slides, so there is nothing to present.")
    made_up = command.rehearsal or command.practice
    created = SessionCreated(command.at, command.plan, made_up, command.practice, command.elsewhere)
    return (created,)


def _replan(state: SessionState, command: ChangePlan) -> tuple[Event, ...]:
    _need(state, "prepared", "The training has begun, so it goes on by the plan it began with.")
    if not command.plan.slides:
        raise CommandRefused("This training has no slides, so there is nothing to present.")
    return () if command.plan == state.plan else (PlanChanged(command.at, command.plan),)


def _decide_course(
    state: SessionState,
    command: StartSession | InterruptSession | ResumeSession | EndSession,
) -> tuple[Event, ...]:
    match command:
        case StartSession():
            _need(state, "prepared", "The training has begun already.")
            return (SessionStarted(command.at), *navigate.arrive(state, 0, command.at))
        case InterruptSession():
            _need(state, "running", "The training is not running.")
            return (SessionInterrupted(command.at),)
        case ResumeSession():
            _need(state, "interrupted", "The training was not interrupted.")
            return (SessionResumed(command.at),)
        case EndSession():
            return _end(state, command)


def _end(state: SessionState, command: EndSession) -> tuple[Event, ...]:
    if state.stage not in ("running", "interrupted"):
        raise CommandRefused("The training is not running, so it cannot be ended.")
    over = state.stopped or command.at
    closed = voting.close_answered_rounds(state, over)
    leaving = state.present if command.sign_out else ()
    outs = tuple(
        SignedOut(command.at, person, max(over, state.presence(person).intervals[-1].start))
        for person in leaving
    )
    return (*closed, *outs, SessionEnded(command.at))


def _decide_ink(state: SessionState, command: InkCommand) -> tuple[Event, ...]:
    _need(state, "running", "The training is not running, so nothing can be drawn.")
    return inking.decide_ink(state, command)


def _decide_screen(
    state: SessionState, command: Next | Back | GoTo | SetScreen | EaseRoom | ShowCaption
) -> tuple[Event, ...]:
    if isinstance(command, EaseRoom):
        return () if command.ease == state.ease else (RoomEased(command.at, command.ease),)
    _need(state, "running", "The training is not running. Start or resume it first.")
    if isinstance(command, ShowCaption):
        return _caption(state, command)
    return (*navigate.take_up(state, command.at), *_move(state, command))


def _caption(state: SessionState, command: ShowCaption) -> tuple[Event, ...]:
    if not state.ease.captions:
        raise CommandRefused("Captions are off. Turn them on under “?”, For the room.")
    line = max(command.line, 0)
    return () if line == state.caption else (CaptionShown(command.at, line),)


def _move(state: SessionState, command: Next | Back | GoTo | SetScreen) -> tuple[Event, ...]:
    match command:
        case Next():
            return navigate.next_step(state, command.at, command.leave)
        case Back():
            return navigate.back_step(state, command.at)
        case GoTo():
            return navigate.jump(state, command)
        case SetScreen():
            wanted = "live" if command.screen == state.screen else command.screen
            return () if wanted == state.screen else (ScreenSet(command.at, wanted),)


def _decide_records(
    state: SessionState,
    command: ChangeDetails | AddAttendees | ChangeAttendee | RemoveAttendees,
) -> tuple[Event, ...]:
    match command:
        case ChangeDetails():
            details = printable_facts(command.details)
            return () if details == state.details else (DetailsChanged(command.at, details),)
        case AddAttendees():
            return _add(state, command)
        case ChangeAttendee():
            return _change(state, command)
        case RemoveAttendees():
            return _remove(state, command)


def _add(state: SessionState, command: AddAttendees) -> tuple[Event, ...]:
    if not command.attendees:
        return ()
    people = tuple(_written(person) for person in command.attendees)
    if not all(person.name for person in people):
        raise CommandRefused("A person needs a name. Write it and add the person again.")
    ids = [person.id for person in (*state.roster, *people)]
    if len(set(ids)) < len(ids):
        raise CommandRefused("This person is on the roster already.")
    return (AttendeesAdded(command.at, people, command.source),)


def _change(state: SessionState, command: ChangeAttendee) -> tuple[Event, ...]:
    person = _written(command.attendee)
    before = find_attendee(state.roster, person.id)
    if before is None:
        raise CommandRefused("This person is not on the roster any more.")
    if not person.name:
        raise CommandRefused("A person needs a name. The old one was kept.")
    return () if before == person else (AttendeeChanged(command.at, person),)


def _written(person: Attendee) -> Attendee:
    """A person as the record keeps them, whichever window or file the facts came from."""
    return replace(printable_facts(person), name=clean_name(person.name))


def _remove(state: SessionState, command: RemoveAttendees) -> tuple[Event, ...]:
    if any(state.was_certified(person) for person in command.attendees):
        raise CommandRefused("A person who holds a certificate stays on the roster.")
    return (AttendeesRemoved(command.at, command.attendees),) if command.attendees else ()


def _need(state: SessionState, stage: str, refusal: str) -> None:
    if state.stage != stage:
        raise CommandRefused(refusal)
