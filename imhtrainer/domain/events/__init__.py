"""Everything that can happen around a session, one small fact each; ``at`` is when, with a time zone."""

from imhtrainer.domain.events.completion import (
    CertificateCorrected,
    CertificateIssued,
    CertificateRevoked,
    CompletionOverridden,
    OverrideWithdrawn,
)
from imhtrainer.domain.events.course import (
    PlanChanged,
    SessionCreated,
    SessionEnded,
    SessionInterrupted,
    SessionResumed,
    SessionStarted,
)
from imhtrainer.domain.events.people import (
    AttendeeChanged,
    AttendeesAdded,
    AttendeesRemoved,
    Details,
    DetailsChanged,
    PresenceCorrected,
    SignedIn,
    SignedOut,
)
from imhtrainer.domain.events.rounds import (
    AnswerRevealed,
    CountUndone,
    HandsCounted,
    QuestionSkipped,
    RoundClosed,
    RoundOpened,
)
from imhtrainer.domain.events.stage import Screen, ScreenSet, SlideShown
from imhtrainer.domain.events.timing import (
    BreakBegan,
    BreakChanged,
    BreakEnded,
    QuestionAnswered,
    QuestionTaken,
    SectionClockReset,
    SectionClockRestored,
    TimerChanged,
    TimerPaused,
    TimerResumed,
    TimerStarted,
    TimerStopped,
)

Event = (
    SessionCreated
    | PlanChanged
    | DetailsChanged
    | AttendeesAdded
    | AttendeeChanged
    | AttendeesRemoved
    | SignedIn
    | SignedOut
    | PresenceCorrected
    | SessionStarted
    | SessionInterrupted
    | SessionResumed
    | SessionEnded
    | SlideShown
    | ScreenSet
    | RoundOpened
    | HandsCounted
    | CountUndone
    | RoundClosed
    | AnswerRevealed
    | QuestionSkipped
    | CompletionOverridden
    | OverrideWithdrawn
    | CertificateIssued
    | QuestionTaken
    | QuestionAnswered
    | BreakBegan
    | BreakChanged
    | BreakEnded
    | TimerStarted
    | TimerPaused
    | TimerResumed
    | TimerChanged
    | TimerStopped
    | SectionClockReset
    | SectionClockRestored
    | CertificateCorrected
    | CertificateRevoked
)

__all__ = [
    "AnswerRevealed",
    "AttendeeChanged",
    "AttendeesAdded",
    "AttendeesRemoved",
    "BreakBegan",
    "BreakChanged",
    "BreakEnded",
    "CertificateCorrected",
    "CertificateIssued",
    "CertificateRevoked",
    "CompletionOverridden",
    "CountUndone",
    "Details",
    "DetailsChanged",
    "Event",
    "HandsCounted",
    "OverrideWithdrawn",
    "PlanChanged",
    "PresenceCorrected",
    "QuestionAnswered",
    "QuestionSkipped",
    "QuestionTaken",
    "RoundClosed",
    "RoundOpened",
    "Screen",
    "ScreenSet",
    "SectionClockReset",
    "SectionClockRestored",
    "SessionCreated",
    "SessionEnded",
    "SessionInterrupted",
    "SessionResumed",
    "SessionStarted",
    "SignedIn",
    "SignedOut",
    "SlideShown",
    "TimerChanged",
    "TimerPaused",
    "TimerResumed",
    "TimerStarted",
    "TimerStopped",
]
