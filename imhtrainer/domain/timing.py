"""Breaks, activity timers and taken-back clocks: the times of a session besides its own clock."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from imhtrainer.domain.roster import Interval


@dataclass(frozen=True, slots=True)
class Break:
    """A break from ``start``, planned for ``minutes``; ``end`` is None while the room is still out."""

    start: datetime
    minutes: float
    end: datetime | None = None

    @property
    def back(self) -> datetime:
        """When the room is to be back."""
        return self.start + timedelta(minutes=self.minutes)

    @property
    def interval(self) -> Interval:
        """From when to when it lasted, for whoever credits minutes."""
        return Interval(self.start, self.end)

    def left(self, now: datetime) -> float:
        """Seconds until the room is to be back; negative once it is late."""
        return (self.back - now).total_seconds()


@dataclass(frozen=True, slots=True)
class Timer:
    """The time for what the room does on ``slide``, an id; ``total`` and ``rest`` are seconds.

    ``rest`` was left at ``since``; without ``since`` the timer is paused. It runs by the wall's clock, so
    that a program that dies and comes back finds it where the room does.
    """

    slide: str
    total: float
    rest: float
    since: datetime | None

    @property
    def running(self) -> bool:
        """Whether it counts down now."""
        return self.since is not None

    def left(self, now: datetime) -> float:
        """Seconds left; negative once the time is over."""
        return self.rest - (now - self.since).total_seconds() if self.since else self.rest

    def over(self, now: datetime) -> bool:
        """Whether the room is to come back."""
        return self.left(now) <= 0

    def paused(self, now: datetime) -> "Timer":
        """The timer standing still."""
        return replace(self, rest=self.left(now), since=None)

    def resumed(self, now: datetime) -> "Timer":
        """The timer going on."""
        return self if self.running else replace(self, since=now)

    def changed(self, seconds: float, now: datetime) -> "Timer":
        """So many seconds more or fewer; time that ran over is forgiven first."""
        rest = max(max(self.left(now), 0.0) + seconds, 0.0)
        total = max(self.total + seconds, rest)
        return replace(self, total=total, rest=rest, since=now if self.running else None)


@dataclass(frozen=True, slots=True)
class ClockReset:
    """A section's clock that was started again: which section (0-based), and the seconds it had taken."""

    section: int
    seconds: float
