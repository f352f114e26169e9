"""What the facilitator may ask of a session; every command says when (``at``, with a time zone)."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.events import Details, Screen
from imhtrainer.domain.plan import Plan
from imhtrainer.domain.roster import Attendee, Interval


@dataclass(frozen=True, slots=True)
class CreateSession:
    """Set up a session for a training."""

    at: datetime
    plan: Plan
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """Teach the deck as it is now; refused once the training has begun."""

    at: datetime
    plan: Plan


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """Write down date, place, facilitator, organisation."""

    at: datetime
    details: Details


@dataclass(frozen=True, slots=True)
class AddAttendees:
    """Put people on the roster."""

    at: datetime
    attendees: tuple[Attendee, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class ChangeAttendee:
    """Correct a person's name or other facts."""

    at: datetime
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class RemoveAttendees:
    """Take people off the roster; refused for who has a certificate."""

    at: datetime
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignIn:
    """A person came in, at ``time`` or now."""

    at: datetime
    attendee: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignOut:
    """A person left, at ``time`` or now."""

    at: datetime
    attendee: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class CorrectPresence:
    """Write down when a person was really there."""

    at: datetime
    attendee: str
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class StartSession:
    """Begin the training; the clock runs and the first slide is shown."""

    at: datetime


@dataclass(frozen=True, slots=True)
class InterruptSession:
    """The program stopped in the middle; ``at`` is the last moment it was known to run."""

    at: datetime


@dataclass(frozen=True, slots=True)
class ResumeSession:
    """Go on after an interruption."""

    at: datetime


@dataclass(frozen=True, slots=True)
class EndSession:
    """The training is over; with ``sign_out`` everybody still there leaves now.

    One that was interrupted was over when its clock stopped: nothing is known of the time since.
    """

    at: datetime
    sign_out: bool = True


@dataclass(frozen=True, slots=True)
class Next:
    """One step on. With a checkpoint unanswered it is refused once; ``leave`` moves on all the same."""

    at: datetime
    leave: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """One step back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class GoTo:
    """Show the slide with this index (0-based) from its beginning."""

    at: datetime
    slide: int
    leave: bool = False


@dataclass(frozen=True, slots=True)
class SetScreen:
    """Show the slides, black, white or the five points; asking again for the same shows the slides."""

    at: datetime
    screen: Screen


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Let the room answer the shown question: the first vote, or another after discussion."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CountHands:
    """``hands`` were raised for a choice (0-based) of the open round."""

    at: datetime
    choice: int
    hands: int


@dataclass(frozen=True, slots=True)
class UndoCount:
    """Take back the last count of the open round."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CloseRound:
    """Nobody may answer any more."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the right answer and the room's bars."""

    at: datetime


@dataclass(frozen=True, slots=True)
class OverrideCompletion:
    """Decide on a person's completion against the rule; a reason of three words or more is needed."""

    at: datetime
    attendee: str
    completed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawOverride:
    """Let the rule decide again."""

    at: datetime
    attendee: str


@dataclass(frozen=True, slots=True)
class IssueCertificate:
    """Fix a certificate's facts for good."""

    at: datetime
    certificate: Certificate


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
)
