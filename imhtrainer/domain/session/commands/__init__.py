"""What the facilitator may ask of a session; every command says when (``at``, with a time zone)."""

from imhtrainer.domain.session.commands.completion import (
    CorrectCertificate,
    IssueCertificate,
    OverrideCompletion,
    RevokeCertificate,
    WithdrawOverride,
)
from imhtrainer.domain.session.commands.course import (
    ChangePlan,
    CreateSession,
    EndSession,
    InterruptSession,
    ResumeSession,
    StartSession,
)
from imhtrainer.domain.session.commands.people import (
    AddAttendees,
    ChangeAttendee,
    ChangeDetails,
    CorrectPresence,
    RemoveAttendees,
    SignIn,
    SignOut,
)
from imhtrainer.domain.session.commands.rounds import (
    CloseRound,
    CountHands,
    OpenRound,
    Reveal,
    UndoCount,
)
from imhtrainer.domain.session.commands.stage import Back, GoTo, Next, SetScreen
from imhtrainer.domain.session.commands.timing import (
    ChangeBreak,
    ChangeTimer,
    EndBreak,
    PauseTimer,
    ResetSectionClock,
    RestoreSectionClock,
    StartBreak,
    StartTimer,
    StopTimer,
    TakeQuestion,
)

Command = (
    CreateSession
    | ChangePlan
    | ChangeDetails
    | AddAttendees
    | ChangeAttendee
    | RemoveAttendees
    | SignIn
    | SignOut
    | CorrectPresence
    | StartSession
    | InterruptSession
    | ResumeSession
    | EndSession
    | Next
    | Back
    | GoTo
    | SetScreen
    | OpenRound
    | CountHands
    | UndoCount
    | CloseRound
    | Reveal
    | OverrideCompletion
    | WithdrawOverride
    | IssueCertificate
    | ChangeBreak
    | ChangeTimer
    | EndBreak
    | PauseTimer
    | ResetSectionClock
    | RestoreSectionClock
    | StartBreak
    | StartTimer
    | StopTimer
    | TakeQuestion
    | CorrectCertificate
    | RevokeCertificate
)

__all__ = [
    "AddAttendees",
    "Back",
    "ChangeAttendee",
    "ChangeBreak",
    "ChangeDetails",
    "ChangePlan",
    "ChangeTimer",
    "CloseRound",
    "Command",
    "CorrectCertificate",
    "CorrectPresence",
    "CountHands",
    "CreateSession",
    "EndBreak",
    "EndSession",
    "GoTo",
    "InterruptSession",
    "IssueCertificate",
    "Next",
    "OpenRound",
    "OverrideCompletion",
    "PauseTimer",
    "RemoveAttendees",
    "ResetSectionClock",
    "RestoreSectionClock",
    "ResumeSession",
    "Reveal",
    "RevokeCertificate",
    "SetScreen",
    "SignIn",
    "SignOut",
    "StartBreak",
    "StartSession",
    "StartTimer",
    "StopTimer",
    "TakeQuestion",
    "UndoCount",
    "WithdrawOverride",
]
