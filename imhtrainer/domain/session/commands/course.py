"""Commands about the course of a session."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class CreateSession:
    """Set up a session for a training; ``practice`` makes it a rehearsal that records nobody real.

    One held ``elsewhere`` is over already, and only recorded here.
    """

    at: datetime
    plan: Plan
    rehearsal: bool = False
    practice: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """Teach the deck as it is now; refused once the training has begun."""

    at: datetime
    plan: Plan


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
