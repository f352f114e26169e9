"""Where the training stands against its plan: this section's clock and the expected end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from imhtrainer.domain.session.state import SessionState

SAME_OCCASION = timedelta(hours=1)
"""A start further than this from the planned one, or a longer break, is another occasion, not a delay."""

EARLY = timedelta(minutes=15)
"""A training that begins longer before the planned hour than this keeps to its own hour."""

LAST_MINUTE = 60.0
"""Seconds before a section's planned end at which its figure takes on the sun."""


@dataclass(frozen=True, slots=True)
class SectionClock:
    """Seconds planned for the section the room is in, and seconds it has taken; ``waits`` while it stands still."""

    planned: float
    spent: float
    waits: bool = False

    @property
    def left(self) -> float:
        """Seconds left; negative once the section is over time."""
        return self.planned - self.spent

    @property
    def share(self) -> float:
        """How much of the planned time is used, 0 to 1."""
        return min(self.spent / self.planned, 1.0) if self.planned else 1.0

    @property
    def nearing(self) -> bool:
        """Whether the last minute runs or has run out."""
        return self.left <= LAST_MINUTE


@dataclass(frozen=True, slots=True)
class Pace:
    """The whole training: whole minutes behind its plan (negative: ahead), expected and planned end."""

    behind: int
    ends: datetime
    planned_end: datetime


def section_clock(state: SessionState, now: datetime) -> SectionClock:
    """The clock of the section the room is in."""
    section = state.here.section
    planned = state.plan.sections[section].minutes * 60
    return SectionClock(planned, state.section_elapsed(section, now), state.section_waits)


def remaining_seconds(state: SessionState, section: int, now: datetime) -> float:
    """Seconds of its planned time that a section, the room's or a later one, still has to come."""
    planned = state.plan.sections[section].minutes * 60
    return max(planned - state.section_elapsed(section, now), 0.0)


def still_to_come(state: SessionState, now: datetime) -> float:
    """Seconds until the end, were everything from here on to take its planned time."""
    coming = range(state.here.section, len(state.plan.sections))
    planned = sum(remaining_seconds(state, section, now) for section in coming)
    return planned + _break_to_come(state, now)


def _break_to_come(state: SessionState, now: datetime) -> float:
    """Seconds of an unplanned break that the room still has; one of the plan is in its section's time."""
    if state.pause is None or state.resting:
        return 0.0
    return max(state.pause.left(now), 0.0)


def pace(state: SessionState, now: datetime) -> Pace:
    """Expected against planned end, rounded so that the two and their difference agree."""
    planned = _whole_minute(planned_end(state, now))
    expected = now + timedelta(seconds=still_to_come(state, now))
    behind = round((expected - planned).total_seconds() / 60)
    return Pace(behind, planned + timedelta(minutes=behind), planned)


def planned_start(state: SessionState, now: datetime) -> datetime:
    """The hour the training was to start, where it belongs to this occasion, else when it did.

    A break of an hour or more, such as going on the next day, moves the plan along.
    """
    began = state.started or now
    wanted = state.details.starts
    near = wanted is not None and wanted - EARLY <= began <= wanted + SAME_OCCASION
    start = wanted if wanted is not None and near else began
    return start + _long_breaks(state)


def planned_end(state: SessionState, now: datetime) -> datetime:
    """When the training would end by its plan."""
    return planned_start(state, now) + timedelta(minutes=planned_minutes(state))


def planned_minutes(state: SessionState) -> float:
    """Planned minutes of all sections together."""
    return sum(section.minutes for section in state.plan.sections)


def _long_breaks(state: SessionState) -> timedelta:
    gaps = (
        after.start - before.end
        for before, after in pairwise(state.spans)
        if before.end is not None
    )
    return sum((gap for gap in gaps if gap >= SAME_OCCASION), timedelta())


def _whole_minute(moment: datetime) -> datetime:
    return (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
