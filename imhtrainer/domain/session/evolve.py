"""How each event changes the state; pure and total, so that replaying a journal is recovery."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from imhtrainer.domain.certificate import Withdrawal, Withdrawn
from imhtrainer.domain.events import (
    AttendeeChanged,
    AttendeesAdded,
    AttendeesRemoved,
    CaptionShown,
    CertificateCorrected,
    CertificateIssued,
    CertificateRevoked,
    CompletionOverridden,
    DetailsChanged,
    Event,
    OverrideWithdrawn,
    PlanChanged,
    PresenceCorrected,
    RoomEased,
    ScreenSet,
    SessionCreated,
    SessionEnded,
    SessionInterrupted,
    SessionResumed,
    SessionStarted,
    SignedIn,
    SignedOut,
    SittingClosed,
    SittingOpened,
    SlideShown,
)
from imhtrainer.domain.events.ink import InkEvent
from imhtrainer.domain.events.timing import TimingEvent
from imhtrainer.domain.plan import Plan
from imhtrainer.domain.roster import Interval, Presence
from imhtrainer.domain.session.helping import HelpingEvent, change_helping
from imhtrainer.domain.session.inking import evolve_ink
from imhtrainer.domain.session.keeping import RecordsEvent, evolve_records
from imhtrainer.domain.session.record_rounds import RoundEvent, change_question
from imhtrainer.domain.session.record_seats import SeatEvent, change_seats
from imhtrainer.domain.session.state import Override, QuestionState, SessionState, Stage
from imhtrainer.domain.session.timekeeping import close_times, evolve_timing, settle

CertificateEvent = CertificateIssued | CertificateCorrected | CertificateRevoked
StageEvent = SlideShown | ScreenSet | RoomEased | CaptionShown | InkEvent


def replay(events: Iterable[Event]) -> SessionState:
    """The state after all events, from nothing."""
    state = SessionState()
    for event in events:
        state = evolve(state, event)
    return state


def evolve(state: SessionState, event: Event) -> SessionState:
    """The state after one event; what a damaged journal may hold and makes no sense changes nothing."""
    if state.stage == "new" and not isinstance(event, SessionCreated):
        return state
    if isinstance(event, SeatEvent):
        return change_seats(state, event)
    if isinstance(event, RoundEvent):
        question = _question(state, event.slide)
        return _with_question(
            state, change_question(question, state.plan.asked(event.slide), event)
        )
    match event:
        case SessionCreated():
            return _create(event)
        case DetailsChanged():
            return replace(state, details=event.details)
        case _ if isinstance(event, StageEvent):
            return _change_stage(state, event)
        case SessionStarted() | SessionResumed():
            return _run(state, event.at)
        case SessionInterrupted():
            return _halt(state, event.at, "interrupted")
        case SessionEnded():
            return _halt(state, event.at, "ended")
        case SittingOpened() | SittingClosed():
            opened = isinstance(event, SittingOpened)
            return replace(state, sitting=event.phase if opened else None)
        case SignedIn() | SignedOut() | PresenceCorrected():
            return _with_presence(state, _change_presence(state, event))
        case _:
            return _evolve_records(state, event)


def _evolve_records(state: SessionState, event: Event) -> SessionState:
    match event:
        case _ if isinstance(event, TimingEvent):
            return evolve_timing(state, event)
        case _ if isinstance(event, RecordsEvent):
            return evolve_records(state, event)
        case _ if isinstance(event, HelpingEvent):
            return change_helping(state, event)
        case PlanChanged():
            return _plan(state, event.plan)
        case AttendeesAdded():
            back = {person.id for person in event.attendees}
            off = tuple(person for person in state.taken_off if person.id not in back)
            return replace(state, roster=(*state.roster, *event.attendees), taken_off=off)
        case AttendeeChanged():
            changed = event.attendee
            roster = tuple(changed if a.id == changed.id else a for a in state.roster)
            return replace(state, roster=roster)
        case AttendeesRemoved():
            return _remove(state, frozenset(event.attendees))
        case CompletionOverridden():
            decided = Override(event.attendee, event.completed, event.reason, event.at)
            others = tuple(o for o in state.overrides if o.attendee != event.attendee)
            return replace(state, overrides=(*others, decided))
        case OverrideWithdrawn():
            others = tuple(o for o in state.overrides if o.attendee != event.attendee)
            return replace(state, overrides=others)
        case _ if isinstance(event, CertificateEvent):
            return _certify(state, event)
        case _:
            return state


def _certify(state: SessionState, event: CertificateEvent) -> SessionState:
    match event:
        case CertificateIssued():
            return replace(state, certificates=(*state.certificates, event.certificate))
        case CertificateCorrected():
            serial = event.certificate.serial
            fresh = _withdraw(state, serial, "superseded", event)
            return replace(fresh, certificates=(*fresh.certificates, event.certificate))
        case CertificateRevoked():
            return _withdraw(state, event.serial, "revoked", event)


def _withdraw(
    state: SessionState,
    serial: str,
    how: Withdrawal,
    event: CertificateCorrected | CertificateRevoked,
) -> SessionState:
    gone = tuple(c for c in state.certificates if c.serial == serial)
    return replace(
        state,
        certificates=tuple(c for c in state.certificates if c.serial != serial),
        withdrawn=(*state.withdrawn, *(Withdrawn(c, how, event.at, event.reason) for c in gone)),
    )


def _create(event: SessionCreated) -> SessionState:
    made_up = event.rehearsal or event.practice
    new = SessionState(
        created=event.at,
        rehearsal=made_up,
        practice=event.practice,
        elsewhere=event.elsewhere,
        stage="ended" if event.elsewhere else "prepared",
    )
    return _plan(new, event.plan)


def _plan(state: SessionState, plan: Plan) -> SessionState:
    return replace(
        state,
        plan=plan,
        questions=tuple(QuestionState(plan.slides[i].id) for i in plan.questions),
        section_seconds=(0.0,) * len(plan.sections),
        slide_seconds=(0.0,) * len(plan.slides),
        paused_seconds=(0.0,) * len(plan.sections),
    )


def _change_stage(state: SessionState, event: StageEvent) -> SessionState:
    match event:
        case SlideShown():
            return _show(state, event)
        case ScreenSet():
            return replace(state, screen=event.screen)
        case RoomEased():
            begun = event.ease.captions and state.ease.captions
            return replace(state, ease=event.ease, caption=state.caption if begun else 0)
        case CaptionShown():
            return replace(state, caption=event.line)
        case _:
            return replace(state, ink=evolve_ink(state, event))


def _show(state: SessionState, event: SlideShown) -> SessionState:
    if not 0 <= event.slide < len(state.plan.slides):
        return state
    visited = state.visited if event.slide in state.visited else (*state.visited, event.slide)
    settled = settle(state, event.at)
    stays = state.plan.slides[event.slide].section == state.here.section
    return replace(
        settled,
        slide=event.slide,
        step=event.step,
        caption=state.caption if event.slide == state.slide else 0,
        visited=visited,
        reset=state.reset if stays else None,
    )


def _run(state: SessionState, at: datetime) -> SessionState:
    return replace(state, stage="running", spans=(*state.spans, Interval(at)), settled=at)


def _halt(state: SessionState, at: datetime, stage: Stage) -> SessionState:
    settled = replace(settle(state, at), asking=None)
    if stage == "ended":
        settled = close_times(settled, state.stopped or at)
    spans = settled.spans
    if spans and spans[-1].end is None:
        closed = replace(spans[-1], end=max(at, spans[-1].start))
        spans = (*spans[:-1], closed)
    return replace(settled, stage=stage, spans=spans, screen="live")


def _question(state: SessionState, slide_id: str) -> QuestionState:
    return state.question(slide_id) or QuestionState(slide_id)


def _with_question(state: SessionState, changed: QuestionState) -> SessionState:
    questions = tuple(changed if q.slide == changed.slide else q for q in state.questions)
    return replace(state, questions=questions)


def _change_presence(
    state: SessionState, event: SignedIn | SignedOut | PresenceCorrected
) -> Presence:
    presence = state.presence(event.attendee)
    match event:
        case SignedIn():
            return presence.enter(event.time)
        case SignedOut():
            return presence.leave(event.time) if presence.intervals else presence
        case PresenceCorrected():
            return Presence(event.attendee, event.intervals)


def _with_presence(state: SessionState, changed: Presence) -> SessionState:
    known = any(p.attendee == changed.attendee for p in state.presences)
    if not known:
        return replace(state, presences=(*state.presences, changed))
    presences = tuple(changed if p.attendee == changed.attendee else p for p in state.presences)
    return replace(state, presences=presences)


def _remove(state: SessionState, gone: frozenset[str]) -> SessionState:
    return replace(
        state,
        roster=tuple(a for a in state.roster if a.id not in gone),
        taken_off=(*state.taken_off, *(a for a in state.roster if a.id in gone)),
        presences=tuple(p for p in state.presences if p.attendee not in gone),
        overrides=tuple(o for o in state.overrides if o.attendee not in gone),
        seats=tuple(replace(s, attendee="") if s.attendee in gone else s for s in state.seats),
    )
