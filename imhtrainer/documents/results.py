"""Checkpoint results without names: each question, how the room answered, and the share that was right."""

from collections.abc import Iterator
from datetime import datetime

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.documents.setting import Type
from imhtrainer.documents.sheet import Cell, Row, Sheet, compose_sheet
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.pacing import section_times
from imhtrainer.domain.plan import PlanQuestion, PlanSlide
from imhtrainer.domain.quiz import Tally, signs
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

_PHASES = {"pre": "Before we start", "check": "Checkpoint", "post": "Final check"}
_LABEL = Type(11, 15, "coral-text", bold=True)
_QUESTION = Type(13, 18, bold=True)
_CHOICE = Type(12, 16)
_RIGHT = Type(12, 16, "leaf", bold=True)
_SOFT = Type(11, 15, "ink-soft")


def compose_results(state: SessionState, kit: Kit, now: datetime) -> tuple[Page, ...]:
    """Pages with every question that was asked; questions nobody was asked are said to be so."""
    asked = [state.plan.slides[index] for index in state.plan.questions]
    rows = tuple(row for slide in asked for row in _question_rows(state, slide))
    sheet = Sheet(
        heading="Checkpoint results",
        lines=(*session_lines(state, now), "Phones, paper and raised hands together; no names."),
        rows=(*rows, *_time_rows(state, now)),
        foot="Rehearsal, made-up answers" if state.rehearsal else state.details.organisation,
    )
    return compose_sheet(sheet, kit, state.details.paper, state.plan.lang)


def _time_rows(state: SessionState, now: datetime) -> Iterator[Row]:
    """Each section's planned and taken minutes, once the training has begun."""
    if state.started is None:
        return
    width = SIZES[state.details.paper][0] - 2 * MARGIN
    sections = section_times(state, now)
    yield Row((Cell(0, width, "Time, taken of planned", _LABEL),), least=30, together=3)
    for section in sections:
        minutes = f"{section.taken / 60:.0f} of {section.planned:g} min"
        words = Cell(0, width - 130, section.title, _CHOICE)
        yield Row((words, Cell(width - 110, 110, minutes, _CHOICE, "right")), least=20)


def _question_rows(state: SessionState, slide: PlanSlide) -> Iterator[Row]:
    question = slide.question
    if question is None:
        return
    width = SIZES[state.details.paper][0] - 2 * MARGIN
    tally = state.tally(slide.id)
    choices = len(question.choices)
    label = _PHASES[question.phase] + (f" {question.point}" if question.point else "")
    yield Row((Cell(0, width, label, _LABEL),), least=24, together=choices + 2)
    yield Row((Cell(0, width, question.text, _QUESTION),), least=22)
    for index in range(choices):
        yield _choice_row(question, index, tally, width)
    yield Row((Cell(0, width, _summary(state, slide, tally), _SOFT),), least=24, rule="edge")


def _choice_row(question: PlanQuestion, index: int, tally: Tally | None, width: float) -> Row:
    right = question.right[index]
    words = f"{signs(question.kind)[index]}  {question.choices[index]}" + (
        "  ✓ right answer" if right else ""
    )
    counts = _counts(tally, index)
    style = _RIGHT if right else _CHOICE
    return Row(
        (Cell(12, width - 130, words, style), Cell(width - 110, 110, counts, style, "right")),
        least=20,
    )


def _counts(tally: Tally | None, index: int) -> str:
    if tally is None:
        return ""
    now = str(tally.counts[index])
    return f"{tally.first[index]}, then {now}" if tally.first else now


def _summary(state: SessionState, slide: PlanSlide, tally: Tally | None) -> str:
    if tally is None:
        asked = state.question(slide.id)
        return "Passed over" if asked is not None and asked.skipped else "Not asked"
    if not tally.total and not tally.declined:
        return "Nobody answered"
    said = [f"{tally.total} answered"]
    if slide.question is not None and slide.question.marked and tally.total:
        said.append(f"{round(100 * tally.share_right)} % right")
    if tally.declined:
        said.append(f"{tally.declined} would rather not say")
    if tally.words:
        said.append(", ".join(f"{text} ({people})" for text, people in tally.words))
    return ", ".join(said)
