"""The outline's rows: sections with their minutes, the one looked at unfolded into slides; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from imhtrainer.domain.plan import Plan, PlanSlide
from imhtrainer.domain.session.state import SessionState

SlideKind = Literal["", "activity", "question"]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section: ``slide`` is its first slide, ``done`` means the room has left it behind.

    ``here`` marks the room's section, ``unfolded`` the one whose slides follow.
    """

    title: str
    minutes: float
    point: int
    slide: int
    done: bool
    here: bool
    unfolded: bool


@dataclass(frozen=True, slots=True)
class SlideRow:
    """A slide of the unfolded section; ``shown`` is what the room sees, ``looked_at`` what we see."""

    slide: int
    number: int
    label: str
    kind: SlideKind
    shown: bool
    looked_at: bool


Row = SectionRow | SlideRow


def outline_rows(state: SessionState, looked_at: int | None = None) -> tuple[Row, ...]:
    """All rows, with the section of the slide looked at (or else shown) unfolded."""
    return tuple(_rows(state, state.slide if looked_at is None else looked_at))


def slide_with_number(plan: Plan, number: int) -> int | None:
    """The index of the slide whose printed pages include this number."""
    upto = [index for index, slide in enumerate(plan.slides) if slide.number <= number]
    return upto[-1] if upto and number <= plan.pages else None


def _rows(state: SessionState, looked_at: int) -> Iterator[Row]:
    slides = state.plan.slides
    unfolded = slides[looked_at].section
    for index, section in enumerate(state.plan.sections):
        inside = [i for i, slide in enumerate(slides) if slide.section == index]
        yield SectionRow(
            title=section.title,
            minutes=section.minutes,
            point=section.point,
            slide=inside[0] if inside else state.slide,
            done=index < state.here.section,
            here=index == state.here.section,
            unfolded=index == unfolded,
        )
        if index == unfolded:
            yield from (_slide_row(state, i, looked_at) for i in inside)


def _slide_row(state: SessionState, index: int, looked_at: int) -> SlideRow:
    slide = state.plan.slides[index]
    shown = index == state.slide
    return SlideRow(index, slide.number, slide.label, _kind(slide), shown, index == looked_at)


def _kind(slide: PlanSlide) -> SlideKind:
    if slide.question is not None:
        return "question"
    return "activity" if slide.layout == "activity" else ""
