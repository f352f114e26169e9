"""Time: questions, breaks, activity timers, and a section's clock started again."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class QuestionTaken:
    """Somebody asks: the section's clock waits, the session's runs on."""

    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """The section's clock goes on."""

    at: datetime


@dataclass(frozen=True, slots=True)
class BreakBegan:
    """The room has a break of so many minutes."""

    at: datetime
    minutes: float


@dataclass(frozen=True, slots=True)
class BreakChanged:
    """The break takes so many minutes in all, counted from its beginning."""

    at: datetime
    minutes: float


@dataclass(frozen=True, slots=True)
class BreakEnded:
    """The training goes on after a break."""

    at: datetime


@dataclass(frozen=True, slots=True)
class TimerStarted:
    """The room has so many seconds for what it does on a slide."""

    at: datetime
    slide: str
    seconds: float


@dataclass(frozen=True, slots=True)
class TimerPaused:
    """The timer stands still."""

    at: datetime


@dataclass(frozen=True, slots=True)
class TimerResumed:
    """The timer goes on."""

    at: datetime


@dataclass(frozen=True, slots=True)
class TimerChanged:
    """The room has so many seconds more, or fewer where negative."""

    at: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class TimerStopped:
    """The timer was put away."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SectionClockReset:
    """The clock of the section the room is in was started again."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SectionClockRestored:
    """A section's clock that was started again shows its old time again."""

    at: datetime


TimingEvent = (
    QuestionTaken
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
)
