"""What needs a word under the clock now: a question, a break, a timer, an activity, a reset; no Qt."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from imhtrainer.domain.session.state import SessionState

Kind = Literal["question", "break", "timer", "away", "reset", "activity"]


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that has to do with time; ``left`` and ``planned`` are seconds.

    ``away`` is a timer whose slide the room does not see; ``slide`` is that slide's name. ``running`` tells
    whether a timer counts down.
    """

    kind: Kind
    left: float = 0.0
    planned: float = 0.0
    running: bool = True
    slide: str = ""


def moment(state: SessionState, now: datetime) -> Moment | None:
    """The one thing that matters most now; None where time simply passes."""
    if state.stage != "running":
        return None
    if state.pause is not None:
        return Moment("break", state.pause.left(now), state.pause.minutes * 60)
    if state.asking is not None:
        return Moment("question", left=(now - state.asking).total_seconds())
    if state.timer is not None:
        return _timer(state, now)
    if state.reset is not None:
        return Moment("reset")
    minutes = state.here.activity_minutes
    return Moment("activity", planned=minutes * 60) if minutes else None


def _timer(state: SessionState, now: datetime) -> Moment | None:
    timer = state.timer
    if timer is None:
        return None
    here = timer.slide == state.here.id
    name = next((slide.label for slide in state.plan.slides if slide.id == timer.slide), "")
    kind: Kind = "timer" if here else "away"
    return Moment(kind, timer.left(now), timer.total, timer.running, name)


@dataclass(frozen=True, slots=True)
class SlideClock:
    """Seconds planned for the activity or question the room is on, and seconds it has taken."""

    kind: Literal["activity", "question"]
    planned: float
    spent: float


def slide_clock(state: SessionState, now: datetime) -> SlideClock | None:
    """The clock of an activity or a question; None on a slide that only tells."""
    here = state.here
    if here.question is not None:
        kind: Literal["activity", "question"] = "question"
    elif here.activity_minutes:
        kind = "activity"
    else:
        return None
    return SlideClock(kind, here.minutes * 60, state.slide_elapsed(state.slide, now))
