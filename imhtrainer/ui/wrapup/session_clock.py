"""Times of day of one session, and the moments they mean: a session may run over midnight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QTime

_AROUND = timedelta(hours=1)
"""People come before a session begins, and leave after it ended."""


@dataclass(frozen=True, slots=True)
class SessionClock:
    """The zone in which a session's times are written, and from when to when the session was."""

    zone: tzinfo | None
    start: datetime
    end: datetime

    def time_of(self, moment: datetime) -> QTime:
        """A moment's time of day, to the minute."""
        local = moment.astimezone(self.zone)
        return QTime(local.hour, local.minute)

    def moment_at(self, known: datetime, time: QTime) -> datetime:
        """The moment a time of day means: the one within the session, or nearest to it.

        ``known`` is what stood there before: it stays, with its seconds, where the time is the same, and
        decides in a session that has a time of day twice.
        """
        if self.time_of(known) == time:
            return known
        # In one zone Python subtracts what clocks show; what passed is told by one that is never put back.
        past = known.astimezone(UTC)
        return min(
            self._moments(time),
            key=lambda moment: (self._apart(moment), abs(moment.astimezone(UTC) - past)),
        )

    def _moments(self, time: QTime) -> list[datetime]:
        """That time on each day of the session, the day before and the day after; twice where it is set back."""
        first = self.start.astimezone(self.zone)
        days = (self.end.astimezone(self.zone).date() - first.date()).days
        at = first.replace(hour=time.hour(), minute=time.minute(), second=0, microsecond=0)
        return [
            (at + timedelta(days=day)).replace(fold=fold).astimezone(UTC).astimezone(self.zone)
            for day in range(-1, days + 2)
            for fold in (0, 1)
        ]

    def _apart(self, moment: datetime) -> timedelta:
        """How far a moment is from the session and the hour around it."""
        at = moment.astimezone(UTC)
        before = self.start.astimezone(UTC) - _AROUND - at
        after = at - self.end.astimezone(UTC) - _AROUND
        return max(before, after, timedelta(0))
