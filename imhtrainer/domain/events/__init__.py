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
from imhtrainer.domain.events.evaluating import (
    EvaluationClosed,
    EvaluationOpened,
    SeatHandedIn,
)
from imhtrainer.domain.events.helping import (
    CoFacilitatorActed,
    CoFacilitatorInvited,
    CoFacilitatorJoined,
    CoFacilitatorsDismissed,
)
from imhtrainer.domain.events.ink import InkRedone, InkUndone, StrokeDrawn, StrokesErased
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
from imhtrainer.domain.events.records import (
    CreditReported,
    EvaluationEntered,
    EvaluationHandedIn,
    EvaluationRemoved,
    PeoplePurged,
    PersonExported,
    Redacted,
)
from imhtrainer.domain.events.rounds import (
    AnswerRevealed,
    CountUndone,
    HandsCounted,
    PhoneAnswered,
    QuestionSkipped,
    RoundClosed,
    RoundOpened,
    RoundVoided,
    SheetEntered,
    SittingClosed,
    SittingOpened,
    WordPassed,
)
from imhtrainer.domain.events.seats import (
    CheckIn,
    NameConfirmed,
    PhonesInvited,
    SeatLeft,
    SeatMoved,
    SeatNamed,
    SeatsMerged,
    SeatTaken,
)
from imhtrainer.domain.events.stage import (
    CaptionShown,
    Ease,
    RoomEased,
    Screen,
    ScreenSet,
    SlideShown,
)
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
    | StrokeDrawn
    | StrokesErased
    | InkUndone
    | InkRedone
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
    | PhoneAnswered
    | SheetEntered
    | RoundVoided
    | WordPassed
    | SittingOpened
    | SittingClosed
    | PhonesInvited
    | SeatTaken
    | SeatMoved
    | SeatNamed
    | SeatsMerged
    | SeatLeft
    | EvaluationEntered
    | EvaluationRemoved
    | EvaluationHandedIn
    | CreditReported
    | PersonExported
    | PeoplePurged
    | CoFacilitatorInvited
    | CoFacilitatorJoined
    | CoFacilitatorsDismissed
    | CoFacilitatorActed
    | RoomEased
    | CaptionShown
    | EvaluationOpened
    | SeatHandedIn
    | EvaluationClosed
    | NameConfirmed
)

__all__ = [
    "AnswerRevealed",
    "AttendeeChanged",
    "AttendeesAdded",
    "AttendeesRemoved",
    "BreakBegan",
    "BreakChanged",
    "BreakEnded",
    "CaptionShown",
    "CertificateCorrected",
    "CertificateIssued",
    "CertificateRevoked",
    "CheckIn",
    "CoFacilitatorActed",
    "CoFacilitatorInvited",
    "CoFacilitatorJoined",
    "CoFacilitatorsDismissed",
    "CompletionOverridden",
    "CountUndone",
    "CreditReported",
    "Details",
    "DetailsChanged",
    "Ease",
    "EvaluationClosed",
    "EvaluationEntered",
    "EvaluationHandedIn",
    "EvaluationOpened",
    "EvaluationRemoved",
    "Event",
    "HandsCounted",
    "InkRedone",
    "InkUndone",
    "NameConfirmed",
    "OverrideWithdrawn",
    "PeoplePurged",
    "PersonExported",
    "PhoneAnswered",
    "PhonesInvited",
    "PlanChanged",
    "PresenceCorrected",
    "QuestionAnswered",
    "QuestionSkipped",
    "QuestionTaken",
    "Redacted",
    "RoomEased",
    "RoundClosed",
    "RoundOpened",
    "RoundVoided",
    "Screen",
    "ScreenSet",
    "SeatHandedIn",
    "SeatLeft",
    "SeatMoved",
    "SeatNamed",
    "SeatTaken",
    "SeatsMerged",
    "SectionClockReset",
    "SectionClockRestored",
    "SessionCreated",
    "SessionEnded",
    "SessionInterrupted",
    "SessionResumed",
    "SessionStarted",
    "SheetEntered",
    "SignedIn",
    "SignedOut",
    "SittingClosed",
    "SittingOpened",
    "SlideShown",
    "StrokeDrawn",
    "StrokesErased",
    "TimerChanged",
    "TimerPaused",
    "TimerResumed",
    "TimerStarted",
    "TimerStopped",
    "WordPassed",
]
