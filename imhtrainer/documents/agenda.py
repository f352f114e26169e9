"""The agenda: objectives, and each section's minutes as planned and as they were."""

from collections.abc import Iterator
from datetime import datetime

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.documents.setting import Type
from imhtrainer.documents.sheet import Cell, Row, Sheet, compose_sheet
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.credit import instruction_minutes
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import clock_range, clock_time, counted
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

_LABEL = Type(11, 15, "coral-text", bold=True)
_TEXT = Type(12, 16)
_STRONG = Type(12, 16, bold=True)
_SOFT = Type(10.5, 14, "ink-soft")
_BESIDE, _TABLE_ROW = 90.0, 22
"""Where the breaks' times begin beside their name, and how high a section's row is, in points."""


def compose_agenda(state: SessionState, kit: Kit, now: datetime) -> tuple[Page, ...]:
    """Pages with objectives, sections and breaks; the actual minutes stay open until the training began."""
    sheet = Sheet(
        heading="Agenda and objectives",
        lines=session_lines(state, now),
        rows=(*_objectives(state), *_sections(state, now), *_breaks(state)),
        foot="Rehearsal, made up" if state.rehearsal else state.details.organisation,
    )
    return compose_sheet(sheet, kit, state.details.paper, state.plan.lang)


def _width(state: SessionState) -> float:
    return SIZES[state.details.paper][0] - 2 * MARGIN


def _objectives(state: SessionState) -> Iterator[Row]:
    goals = state.plan.objectives
    if not goals:
        return
    width = _width(state)
    yield Row((Cell(0, width, "Objectives", _LABEL),), least=24, together=1)
    for number, goal in enumerate(goals, start=1):
        yield Row((Cell(0, 20, f"{number}.", _SOFT), Cell(22, width - 22, goal, _TEXT)), least=20)
    yield Row((Cell(0, width, "", _SOFT),), least=14)


def _sections(state: SessionState, now: datetime) -> Iterator[Row]:
    begun = state.started is not None
    yield _table_row(state, ("Section", "Planned", "Actual"), _SOFT, "ink-soft", together=1)
    planned = actual = 0.0
    for index, section in enumerate(state.plan.sections):
        taken = state.section_elapsed(index, now) / 60 if begun else 0.0
        planned += section.minutes
        actual += taken
        title = f"{section.title} (break)" if section.rest else section.title
        shown = _minutes(taken) if begun else ""
        yield _table_row(state, (title, _minutes(section.minutes), shown), _TEXT, "edge")
    total = ("All sections", _minutes(planned), _minutes(actual) if begun else "")
    yield _table_row(state, total, _STRONG, "ink-soft")
    minutes = instruction_minutes(state, now)
    count = "counts" if minutes == 1 else "count"
    said = (
        f"{counted(minutes, 'minute')} of instruction {count}, breaks left out. "
        "Actual minutes are those on the session’s clock, questions and breaks not among them."
        if begun
        else "The actual minutes are filled in by the program’s clock."
    )
    yield Row((Cell(0, _width(state), said, _SOFT),), least=28)


def _breaks(state: SessionState) -> Iterator[Row]:
    if not state.breaks:
        return
    zone = (state.details.starts or state.breaks[0].start).tzinfo
    width = _width(state)
    for number, pause in enumerate(state.breaks):
        start, end = pause.start.astimezone(zone), pause.end
        when = clock_range(start, end.astimezone(zone)) if end else f"from {clock_time(start)}"
        label = "" if number else "Breaks taken"
        cells = (Cell(0, _BESIDE, label, _LABEL), Cell(_BESIDE, width - _BESIDE, when, _TEXT))
        yield Row(cells, least=20)


def _table_row(
    state: SessionState, texts: tuple[str, str, str], style: Type, rule: str, together: int = 0
) -> Row:
    width = _width(state)
    places = ((0.0, width - 170), (width - 160, 75.0), (width - 75, 75.0))
    cells = tuple(
        Cell(x, w, text, style, "left" if number == 0 else "right")
        for number, ((x, w), text) in enumerate(zip(places, texts, strict=True))
    )
    return Row(cells, least=_TABLE_ROW, rule=rule, together=together)


def _minutes(minutes: float) -> str:
    return f"{round(minutes, 1):g} min"
