"""What would win back time: an optional slide the room has not seen yet; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from imhtrainer.domain.plan import PlanSlide
from imhtrainer.domain.session.state import SessionState

WORTH_SAYING = 1
"""Whole minutes behind from which advice is given."""


@dataclass(frozen=True, slots=True)
class PaceAdvice:
    """Leave out ``slide``; ``enough`` tells whether the training then ends as planned."""

    slide: PlanSlide
    enough: bool


def pace_advice(state: SessionState, behind: int) -> PaceAdvice | None:
    """The optional slide to leave out when behind; None when on plan or nothing is optional."""
    if behind < WORTH_SAYING:
        return None
    coming = state.plan.slides[state.slide + 1 :]
    choices = [
        slide
        for index, slide in enumerate(coming, start=state.slide + 1)
        if slide.optional and index not in state.visited
    ]
    return _best(choices, behind)


def _best(choices: Sequence[PlanSlide], behind: int) -> PaceAdvice | None:
    """The shortest slide that wins back enough, else the longest there is; the earlier on a tie."""
    enough = [slide for slide in choices if slide.minutes >= behind]
    if enough:
        return PaceAdvice(min(enough, key=lambda slide: slide.minutes), True)
    longest = max(choices, key=lambda slide: slide.minutes, default=None)
    return PaceAdvice(longest, False) if longest is not None else None
