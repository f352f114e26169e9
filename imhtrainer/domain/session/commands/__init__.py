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
from imhtrainer.domain.session.commands.helping import (
    ByCoFacilitator,
    DismissCoFacilitators,
    InviteCoFacilitator,
    JoinAsCoFacilitator,
)
from imhtrainer.domain.session.commands.ink import DrawStroke, EraseStrokes, RedoInk, UndoInk
from imhtrainer.domain.session.commands.people import (
    AddAttendees,
    ChangeAttendee,
    ChangeDetails,
    CorrectPresence,
    RemoveAttendees,
    SignIn,
    SignOut,
)
from imhtrainer.domain.session.commands.records import (
    CloseEvaluation,
    EnterEvaluation,
    ExportPerson,
    HandInEvaluation,
    MarkHandedIn,
    OpenEvaluation,
    RemoveEvaluation,
    ReportCredit,
)
from imhtrainer.domain.session.commands.rounds import (
    AnswerByPhone,
    CloseRound,
    CloseSitting,
    CountHands,
    EnterSheet,
    OpenRound,
    OpenSitting,
    PassWord,
    Reveal,
    UndoCount,
    VoidRound,
)
from imhtrainer.domain.session.commands.seats import (
    AdmitSeat,
    DeclineSeat,
    InvitePhones,
    LeaveSeat,
    MoveSeat,
    NameSeat,
    TakeSeat,
)
from imhtrainer.domain.session.commands.stage import (
    Back,
    EaseRoom,
    GoTo,
    Next,
    SetScreen,
    ShowCaption,
)
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
    | DrawStroke
    | EraseStrokes
    | UndoInk
    | RedoInk
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
    | AnswerByPhone
    | EnterSheet
    | VoidRound
    | PassWord
    | OpenSitting
    | CloseSitting
    | InvitePhones
    | TakeSeat
    | MoveSeat
    | NameSeat
    | AdmitSeat
    | DeclineSeat
    | LeaveSeat
    | EnterEvaluation
    | RemoveEvaluation
    | MarkHandedIn
    | ReportCredit
    | ExportPerson
    | OpenEvaluation
    | HandInEvaluation
    | CloseEvaluation
    | InviteCoFacilitator
    | DismissCoFacilitators
    | JoinAsCoFacilitator
    | ByCoFacilitator
    | EaseRoom
    | ShowCaption
)

__all__ = [
    "AddAttendees",
    "AdmitSeat",
    "AnswerByPhone",
    "Back",
    "ByCoFacilitator",
    "ChangeAttendee",
    "ChangeBreak",
    "ChangeDetails",
    "ChangePlan",
    "ChangeTimer",
    "CloseEvaluation",
    "CloseRound",
    "CloseSitting",
    "Command",
    "CorrectCertificate",
    "CorrectPresence",
    "CountHands",
    "CreateSession",
    "DeclineSeat",
    "DismissCoFacilitators",
    "DrawStroke",
    "EaseRoom",
    "EndBreak",
    "EndSession",
    "EnterEvaluation",
    "EnterSheet",
    "EraseStrokes",
    "ExportPerson",
    "GoTo",
    "HandInEvaluation",
    "InterruptSession",
    "InviteCoFacilitator",
    "InvitePhones",
    "IssueCertificate",
    "JoinAsCoFacilitator",
    "LeaveSeat",
    "MarkHandedIn",
    "MoveSeat",
    "NameSeat",
    "Next",
    "OpenEvaluation",
    "OpenRound",
    "OpenSitting",
    "OverrideCompletion",
    "PassWord",
    "PauseTimer",
    "RedoInk",
    "RemoveAttendees",
    "RemoveEvaluation",
    "ReportCredit",
    "ResetSectionClock",
    "RestoreSectionClock",
    "ResumeSession",
    "Reveal",
    "RevokeCertificate",
    "SetScreen",
    "ShowCaption",
    "SignIn",
    "SignOut",
    "StartBreak",
    "StartSession",
    "StartTimer",
    "StopTimer",
    "TakeQuestion",
    "TakeSeat",
    "UndoCount",
    "UndoInk",
    "VoidRound",
    "WithdrawOverride",
]
