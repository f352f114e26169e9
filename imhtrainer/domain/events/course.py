"""The course of a session: set up, begun, interrupted, resumed, ended."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class SessionCreated:
    """A session was set up for a training; a ``rehearsal`` is made up, ``practice`` is one run alone.

    One held ``elsewhere`` is over already, and only recorded here.
    """

    at: datetime
    plan: Plan
    rehearsal: bool = False
    practice: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """The training's deck was changed before the session began."""

    at: datetime
    plan: Plan


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
