"""What the last time of a training warns of: the section the room is in, or what is still to come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from imhtrainer.domain.pacing import SectionTime
from imhtrainer.domain.plan import PlanSection
from imhtrainer.domain.session.state import SessionState

LONGER = 2
"""Whole minutes over today's plan from which a section is spoken of."""
REST_LONGER = 3
"""The same for all sections still to come together."""
HELD = 30.0
"""Seconds under which a section was left out rather than held, so that its time says nothing."""


@dataclass(frozen=True, slots=True)
class Recall:
    """``here``: this section took ``taken`` whole minutes, today ``planned`` are planned.

    ``rest``: the sections after it took ``taken`` in place of ``planned``, and ``title`` most beyond its own.
    """

    what: Literal["here", "rest"]
    title: str
    taken: int
    planned: float


def recall(state: SessionState, before: Sequence[SectionTime]) -> Recall | None:
    """What last time's sections say of today's plan; None where they kept within it, or nothing is known."""
    taken = {each.id: each.taken / 60 for each in before if each.taken >= HELD}
    here = state.here.section
    section = state.plan.sections[here]
    if round(_over(section, taken)) >= LONGER:
        return Recall("here", section.title, round(taken[section.id]), section.minutes)
    coming = [each for each in state.plan.sections[here + 1 :] if each.id in taken]
    if round(sum(_over(each, taken) for each in coming)) < REST_LONGER:
        return None
    most = max(coming, key=lambda each: _over(each, taken))
    planned = sum(each.minutes for each in coming)
    return Recall("rest", most.title, round(sum(taken[each.id] for each in coming)), planned)


def _over(section: PlanSection, taken: Mapping[str, float]) -> float:
    return taken.get(section.id, section.minutes) - section.minutes
