"""What would win back time: an optional slide to leave out, or an activity to make shorter."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

from imhtrainer.domain.plan import PlanSlide
from imhtrainer.domain.session.state import SessionState

WORTH_SAYING = 1
"""Whole minutes behind from which advice is given."""

LEAST_ACTIVITY = 2.0
"""Minutes under which an activity is not worth making shorter."""


@dataclass(frozen=True, slots=True)
class PaceAdvice:
    """Leave out ``slide``, or do it in ``minutes``; ``enough`` tells whether the training then ends as planned."""

    slide: PlanSlide
    enough: bool
    what: Literal["leave out", "shorten"] = "leave out"
    minutes: float = 0.0


def pace_advice(state: SessionState, behind: int) -> PaceAdvice | None:
    """What to leave out when behind, else what to shorten; None when on plan or nothing can give way.

    What the deck marks as optional goes first. Where that is not enough, or nothing is, the longest activity
    that is still to come may take half its time, if that wins more.
    """
    if behind < WORTH_SAYING:
        return None
    coming = [
        slide
        for index, slide in enumerate(state.plan.slides)
        if index > state.slide and index not in state.visited
    ]
    left_out = _best([slide for slide in coming if slide.optional], behind)
    if left_out is not None and left_out.enough:
        return left_out
    shorter = _shorter([slide for slide in coming if not slide.optional], behind)
    return max(left_out, shorter, key=_won) if left_out and shorter else left_out or shorter


def _won(advice: PaceAdvice) -> float:
    return advice.slide.minutes - advice.minutes


def _best(choices: Sequence[PlanSlide], behind: int) -> PaceAdvice | None:
    """The shortest slide that wins back enough, else the longest there is; the earlier on a tie."""
    enough = [slide for slide in choices if slide.minutes >= behind]
    if enough:
        return PaceAdvice(min(enough, key=lambda slide: slide.minutes), True)
    longest = max(choices, key=lambda slide: slide.minutes, default=None)
    return PaceAdvice(longest, False) if longest is not None else None


def _shorter(choices: Sequence[PlanSlide], behind: int) -> PaceAdvice | None:
    """The longest activity, in as much less time as is needed, but never less than half its time."""
    activities = [s for s in choices if s.activity_minutes >= LEAST_ACTIVITY]
    longest = max(activities, key=lambda slide: slide.activity_minutes, default=None)
    if longest is None:
        return None
    gives = min(behind, floor(longest.activity_minutes / 2))
    return PaceAdvice(longest, gives >= behind, "shorten", longest.minutes - gives)
