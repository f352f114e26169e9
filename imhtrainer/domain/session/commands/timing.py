"""Commands about time: questions, breaks, activity timers, the section's clock."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TakeQuestion:
    """Have the section's clock wait while somebody asks; a second time it goes on."""

    at: datetime


@dataclass(frozen=True, slots=True)
class StartBreak:
    """Give the room a break of so many minutes."""

    at: datetime
    minutes: float


@dataclass(frozen=True, slots=True)
class ChangeBreak:
    """So many minutes more, or fewer where negative."""

    at: datetime
    minutes: float


@dataclass(frozen=True, slots=True)
class EndBreak:
    """Go on after the break."""

    at: datetime


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Start the time of the activity the room sees, for ``minutes`` or as long as the deck says."""

    at: datetime
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class PauseTimer:
    """Have the timer stand still, or go on where it stands."""

    at: datetime


@dataclass(frozen=True, slots=True)
class ChangeTimer:
    """Give the room so many seconds more, or fewer where negative."""

    at: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class StopTimer:
    """Put the timer away."""

    at: datetime


@dataclass(frozen=True, slots=True)
class ResetSectionClock:
    """Start the section's clock again; it can be taken back until the next section."""

    at: datetime


@dataclass(frozen=True, slots=True)
class RestoreSectionClock:
    """Take back that the section's clock was started again."""

    at: datetime


TimingCommand = (
    TakeQuestion
    | StartBreak
    | ChangeBreak
    | EndBreak
    | StartTimer
    | PauseTimer
    | ChangeTimer
    | StopTimer
    | ResetSectionClock
    | RestoreSectionClock
)
