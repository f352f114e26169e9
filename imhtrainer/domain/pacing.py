"""Planned and actual time of a session: its sections, its activities and questions, its breaks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from imhtrainer.domain.session.state import SessionState


@dataclass(frozen=True, slots=True)
class SectionTime:
    """Minutes planned for a section and seconds it took; ``paused`` went by while its clock waited."""

    id: str
    title: str
    planned: float
    taken: float
    paused: float
    rest: bool


@dataclass(frozen=True, slots=True)
class SlideTime:
    """Minutes planned for an activity or a question and seconds it took; 0 where it was left out."""

    id: str
    label: str
    kind: Literal["activity", "question"]
    planned: float
    taken: float


def section_times(state: SessionState, now: datetime) -> tuple[SectionTime, ...]:
    """Every section in order, as known at ``now``."""
    return tuple(
        SectionTime(
            section.id,
            section.title,
            section.minutes,
            state.section_elapsed(index, now),
            state.section_paused(index, now),
            section.rest,
        )
        for index, section in enumerate(state.plan.sections)
    )


def slide_times(state: SessionState, now: datetime) -> tuple[SlideTime, ...]:
    """Every activity and every question in order, as known at ``now``."""
    return tuple(
        SlideTime(
            slide.id,
            slide.label,
            "question" if slide.question is not None else "activity",
            slide.minutes,
            state.slide_elapsed(index, now),
        )
        for index, slide in enumerate(state.plan.slides)
        if slide.question is not None or slide.activity_minutes
    )
