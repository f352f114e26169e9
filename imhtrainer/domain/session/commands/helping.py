"""Commands about the co-facilitator, and those a co-facilitator gives."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.cofacilitator import Seen
from imhtrainer.domain.session.commands.people import AddAttendees, SignIn, SignOut
from imhtrainer.domain.session.commands.rounds import (
    CloseRound,
    CountHands,
    OpenRound,
    Reveal,
    UndoCount,
)
from imhtrainer.domain.session.commands.seats import AdmitSeat, DeclineSeat
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
    StartBreak,
    StartTimer,
    StopTimer,
    TakeQuestion,
)

StageWork = Next | Back | GoTo | SetScreen | ShowCaption
TimeWork = (
    TakeQuestion
    | StartBreak
    | ChangeBreak
    | EndBreak
    | StartTimer
    | PauseTimer
    | ChangeTimer
    | StopTimer
)
VotingWork = OpenRound | CloseRound | CountHands | UndoCount | Reveal
DeskWork = SignIn | SignOut | AddAttendees | AdmitSeat | DeclineSeat
CoCommand = StageWork | TimeWork | VotingWork | DeskWork | EaseRoom
"""All that a co-facilitator may do: not to end the training, nor to change details, certificates or records."""


@dataclass(frozen=True, slots=True)
class InviteCoFacilitator:
    """Let a co-facilitator in with this code."""

    at: datetime
    code: str


@dataclass(frozen=True, slots=True)
class DismissCoFacilitators:
    """Withdraw the code, and send away who came in with it."""

    at: datetime


@dataclass(frozen=True, slots=True)
class JoinAsCoFacilitator:
    """A console comes in with the code; ``secret`` is the SHA-256 of its token in hexadecimal."""

    at: datetime
    code: str
    secret: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ByCoFacilitator:
    """A command that a co-facilitator gives, who is known by ``secret`` and saw ``seen`` when pressing.

    The same ``key`` again changes nothing. What moves the room or a vote is refused with ``RoomMovedOn`` when
    the room is not where the console showed it: two who press “next” together move on once.
    """

    at: datetime
    secret: str
    key: str
    seen: Seen
    command: CoCommand


HelpingCommand = InviteCoFacilitator | DismissCoFacilitators | JoinAsCoFacilitator
