"""Everything that can happen around a session, one small fact each; ``at`` is when, with a time zone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from imhtrainer.domain.certificate import Certificate, Paper
from imhtrainer.domain.plan import Plan
from imhtrainer.domain.roster import Attendee, Interval

Screen = Literal["live", "black", "white", "points"]


@dataclass(frozen=True, slots=True)
class Details:
    """What the facilitator says about a session; ``starts`` is the planned start with its time zone.

    ``signature`` and ``logo`` name pictures in the data folder by their content. ``required_share`` is the
    part of the session a person must be present for, 0 to 1.
    """

    starts: datetime | None = None
    venue: str = ""
    city: str = ""
    facilitator: str = ""
    credentials: str = ""
    signature: str = ""
    organisation: str = ""
    address: str = ""
    logo: str = ""
    paper: Paper = "letter"
    required_share: float = 0.9


@dataclass(frozen=True, slots=True)
class SessionCreated:
    """A session was set up for a training."""

    at: datetime
    plan: Plan
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """The training's deck was changed before the session began."""

    at: datetime
    plan: Plan


@dataclass(frozen=True, slots=True)
class DetailsChanged:
    """Date, place, facilitator or organisation were written down."""

    at: datetime
    details: Details


@dataclass(frozen=True, slots=True)
class AttendeesAdded:
    """People came onto the roster, one by hand or many from ``source``, a file's name."""

    at: datetime
    attendees: tuple[Attendee, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class AttendeeChanged:
    """A person's name or other facts were corrected."""

    at: datetime
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class AttendeesRemoved:
    """People were taken off the roster."""

    at: datetime
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person came in at ``time``."""

    at: datetime
    attendee: str
    time: datetime


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A person left at ``time``."""

    at: datetime
    attendee: str
    time: datetime


@dataclass(frozen=True, slots=True)
class PresenceCorrected:
    """The facilitator wrote down when a person was really there."""

    at: datetime
    attendee: str
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """The training began and the clock runs."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SessionInterrupted:
    """The program stopped in the middle; ``at`` is the last moment it was known to run."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SessionResumed:
    """The training went on after an interruption."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The training is over."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SlideShown:
    """The room sees a slide at a build step; for a question step 1 is its answer page."""

    at: datetime
    slide: int
    step: int


@dataclass(frozen=True, slots=True)
class ScreenSet:
    """The projector shows the slides, black, white or the five points."""

    at: datetime
    screen: Screen


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """The room may answer the question on this slide."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """``hands`` were raised for a choice (0-based)."""

    at: datetime
    slide: str
    choice: int
    hands: int


@dataclass(frozen=True, slots=True)
class CountUndone:
    """The last count of the open round was taken back."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """Nobody may answer any more."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class AnswerRevealed:
    """The room was shown the right answer."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class QuestionSkipped:
    """The facilitator moved on without an answer from the room."""

    at: datetime
    slide: str


@dataclass(frozen=True, slots=True)
class CompletionOverridden:
    """The facilitator decided on a person's completion, and why."""

    at: datetime
    attendee: str
    completed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class OverrideWithdrawn:
    """The rule decides again about a person's completion."""

    at: datetime
    attendee: str


@dataclass(frozen=True, slots=True)
class CertificateIssued:
    """A certificate's facts were fixed for good."""

    at: datetime
    certificate: Certificate


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
)
