"""Entries of the journal in words, for who audits a session years later."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo

from imhtrainer.documents.audit_report import AuditFacts, AuditLine
from imhtrainer.domain.events import (
    AttendeeChanged,
    AttendeesAdded,
    CertificateCorrected,
    CertificateIssued,
    CertificateRevoked,
    CoFacilitatorJoined,
    CompletionOverridden,
    EvaluationClosed,
    EvaluationHandedIn,
    Event,
    NameConfirmed,
    OverrideWithdrawn,
    PeoplePurged,
    PersonExported,
    PresenceCorrected,
    SessionCreated,
    SignedIn,
    SignedOut,
)
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import counted
from imhtrainer.services.audit import Audit, Entry
from imhtrainer.services.audit_lines import entry_lines

_WORDS: Mapping[str, str] = {
    "SessionCreated": "Session set up",
    "PlanChanged": "The training’s deck was changed",
    "DetailsChanged": "Date, place or facilitator written down",
    "AttendeesRemoved": "Taken off the roster",
    "SessionStarted": "The training began",
    "SessionInterrupted": "The program stopped",
    "SessionResumed": "The training went on",
    "SessionEnded": "The training ended",
    "RoundOpened": "A question was opened",
    "RoundClosed": "A question was closed",
    "AnswerRevealed": "The answer was shown",
    "QuestionSkipped": "A question was passed over",
    "RoundVoided": "A round was made void",
    "HandsCounted": "Raised hands counted",
    "CountUndone": "A count taken back",
    "SheetEntered": "Paper answers typed in",
    "BreakBegan": "A break began",
    "BreakEnded": "A break ended",
    "PhonesInvited": "Phones were invited",
    "EvaluationEntered": "Evaluation forms typed in",
    "EvaluationRemoved": "An evaluation form taken out",
    "EvaluationOpened": "The evaluation was opened on phones",
    "CreditReported": "Credit marked as reported",
    "SittingOpened": "Questions were opened together",
    "SittingClosed": "The questions that were open together were closed",
    "RoomEased": "The room’s screen was made easier to read, or as designed again",
    "CoFacilitatorInvited": "A co-facilitator was invited",
    "CoFacilitatorActed": "A press that changed nothing",
    "CoFacilitatorsDismissed": "The co-facilitator’s code was withdrawn",
}

_TOGETHER: Mapping[str, str] = {
    **dict.fromkeys(("SlideShown", "ScreenSet", "CaptionShown"), "Slides shown"),
    **dict.fromkeys(("StrokeDrawn", "StrokesErased", "InkUndone", "InkRedone"), "Drawn on slides"),
    **dict.fromkeys(("PhoneAnswered", "WordPassed"), "Phones answered"),
    **dict.fromkeys(
        ("SeatTaken", "SeatMoved", "SeatNamed", "SeatsMerged", "SeatLeft"), "Phones came and went"
    ),
    **dict.fromkeys(("HandsCounted", "CountUndone"), "Raised hands counted"),
    **dict.fromkeys(
        (
            *("TimerStarted", "TimerPaused", "TimerResumed", "TimerChanged", "TimerStopped"),
            *("QuestionTaken", "QuestionAnswered", "SectionClockReset", "SectionClockRestored"),
            "BreakChanged",
        ),
        "Clock and timers set",
    ),
    "EvaluationEntered": "Evaluation forms typed in",
    "SeatHandedIn": "Evaluations handed in by phone",
}
"""Kinds that come in long runs: a run is one line."""


def audit_facts(audit: Audit, state: SessionState, now: datetime, issuer: str = "") -> AuditFacts:
    """What the audit report says; ``issuer`` is the fingerprint of who signs it."""
    starts = state.details.starts
    return AuditFacts(
        session=audit.session,
        made=now.astimezone(starts.tzinfo if starts else now.tzinfo),
        entries=len(audit.entries),
        head=audit.head,
        faults=audit.faults,
        notes=audit.notes,
        issuer=issuer,
        lines=tuple(_lines(audit.entries, state, starts.tzinfo if starts else None)),
    )


def _lines(
    entries: Sequence[Entry], state: SessionState, zone: tzinfo | None
) -> Iterator[AuditLine]:
    names = {person.id: person.name for person in state.roster}
    for line in entry_lines(entries, _TOGETHER):
        first, last = line.entries[0], line.entries[-1]
        many = first.number != last.number
        said = line.together or _words(last, names)
        yield AuditLine(
            numbers=f"{first.number}–{last.number}" if many else str(first.number),
            when=_when(last.at, zone),
            what=f"{said}, by {line.by}" if line.by else said,
            hash=last.hash,
        )


def _when(at: datetime | None, zone: tzinfo | None) -> str:
    if at is None:
        return "no time"
    return f"{at.astimezone(zone or at.tzinfo):%Y-%m-%d %H:%M:%S}"


def _words(entry: Entry, names: Mapping[str, str]) -> str:
    if entry.event is None:
        return f"{entry.kind}: cannot be read any more"
    return _person_words(entry.event, names) or _paper_words(entry.event, names) or _plain(entry)


def _plain(entry: Entry) -> str:
    if isinstance(entry.event, SessionCreated) and entry.event.elsewhere:
        return "A training held without the program recorded"
    return _WORDS.get(entry.kind, entry.kind)


def _person_words(event: Event, names: Mapping[str, str]) -> str:
    match event:
        case AttendeesAdded():
            people = ", ".join(person.name for person in event.attendees[:3])
            more = len(event.attendees) - 3
            return f"On the roster: {people}{f' and {more} more' if more > 0 else ''}"
        case AttendeeChanged():
            return f"Facts of a person corrected: {event.attendee.name}"
        case SignedIn():
            return f"Signed in: {_who(event.attendee, names)}"
        case SignedOut():
            return f"Signed out: {_who(event.attendee, names)}"
        case PresenceCorrected():
            return f"Times corrected: {_who(event.attendee, names)}"
        case NameConfirmed():
            return f"Found the own name right: {_who(event.attendee, names)}"
        case CoFacilitatorJoined():
            return f"A co-facilitator came in: {event.name or 'no name given'}"
        case EvaluationHandedIn():
            took_back = "" if event.handed_in else " not"
            return f"Evaluation{took_back} handed in: {_who(event.attendee, names)}"
        case _:
            return ""


def _paper_words(event: Event, names: Mapping[str, str]) -> str:
    match event:
        case CompletionOverridden():
            word = "Completed" if event.completed else "Not completed"
            who = _who(event.attendee, names)
            return f"Decided by the facilitator: {who}, {word}. {event.reason}"
        case OverrideWithdrawn():
            return f"The rule decides again: {_who(event.attendee, names)}"
        case CertificateIssued():
            return f"Issued {event.certificate.serial}: {event.certificate.name}"
        case CertificateCorrected():
            made = f"{event.certificate.serial}, revision {event.certificate.revision}"
            return f"Corrected {made}: {event.certificate.name}. {event.reason}"
        case CertificateRevoked():
            return f"Revoked {event.serial}. {event.reason}"
        case EvaluationClosed():
            return f"The evaluation was closed on phones: {counted(len(event.forms), 'form')}"
        case PersonExported():
            return f"Data given out: {_who(event.attendee, names)}. {event.reason}"
        case PeoplePurged():
            people = ", ".join(_who(who, names) for who in event.attendees[:3])
            more = len(event.attendees) - 3
            return (
                f"Data removed: {people}{f' and {more} more' if more > 0 else ''}. {event.reason}"
            )
        case _:
            return ""


def _who(attendee: str, names: Mapping[str, str]) -> str:
    return names.get(attendee, "somebody taken off the roster")
