"""Checkpoint results without names: each question, how the room answered and by which way, and what it learned."""

from collections.abc import Iterator
from datetime import datetime

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.documents.result_words import (
    LEGEND,
    gain_words,
    heading_words,
    notes_words,
    summary_words,
)
from imhtrainer.documents.setting import Type
from imhtrainer.documents.sheet import Cell, Row, Sheet, compose_sheet
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.ledger import Source
from imhtrainer.domain.pacing import section_times
from imhtrainer.domain.quiz import signs
from imhtrainer.domain.results import QuestionResult, question_results
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.statistics import learning_gain
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

COLUMN = 56.0
"""Points for one column of counts."""

_LABEL = Type(11, 15, "coral-text", bold=True)
_QUESTION = Type(13, 18, bold=True, heading=2)
_CHOICE = Type(12, 16)
_RIGHT = Type(12, 16, "leaf", bold=True)
_ALL = Type(12, 16, bold=True)
_SOFT = Type(11, 15, "ink-soft")
_HEADS: dict[Source, str] = {"phone": "Phones", "paper": "Paper", "hands": "Hands"}


def compose_results(state: SessionState, kit: Kit, now: datetime) -> tuple[Page, ...]:
    """Pages with every question that was asked; questions nobody was asked are said to be so."""
    width = SIZES[state.details.paper][0] - 2 * MARGIN
    results = question_results(state)
    sheet = Sheet(
        heading="Checkpoint results",
        lines=(*session_lines(state, now), "No names. Shares are of everybody who chose."),
        rows=(
            *_gain_rows(state, width),
            *(row for result in results for row in _question_rows(result, width)),
            *_legend_rows(results, width),
            *_time_rows(state, now, width),
        ),
        foot="Rehearsal, made-up answers" if state.rehearsal else state.details.organisation,
    )
    return compose_sheet(sheet, kit, state.details.paper, state.plan.lang)


def _gain_rows(state: SessionState, width: float) -> Iterator[Row]:
    """What the room learned."""
    words = gain_words(learning_gain(state))
    if words:
        yield Row((Cell(0, width, "What was learned", _LABEL),), least=24, together=1)
        yield Row((Cell(0, width, words, _CHOICE),), least=24, rule="edge")


def _legend_rows(results: tuple[QuestionResult, ...], width: float) -> Iterator[Row]:
    """What the figure beside the questions means, where one stands there."""
    if any(r.item is not None and r.item.discrimination is not None for r in results):
        yield Row((Cell(0, width, LEGEND, _SOFT),), least=20)


def _time_rows(state: SessionState, now: datetime, width: float) -> Iterator[Row]:
    """Each section's planned and taken minutes, once the training has begun."""
    if state.started is None:
        return
    sections = section_times(state, now)
    yield Row((Cell(0, width, "Time, taken of planned", _LABEL),), least=30, together=3)
    for section in sections:
        minutes = f"{section.taken / 60:.0f} of {section.planned:g} min"
        words = Cell(0, width - 130, section.title, _CHOICE)
        yield Row((words, Cell(width - 110, 110, minutes, _CHOICE, "right")), least=20)


def _question_rows(result: QuestionResult, width: float) -> Iterator[Row]:
    heads = [head for head, _ in _columns(result)]
    notes = notes_words(result)
    rows = len(result.question.choices) + len(notes)
    room = width - COLUMN * len(heads)
    label = Cell(0, room, heading_words(result), _LABEL)
    yield Row((label, *_counted(heads, width, _SOFT)), least=24, together=rows + 2)
    yield Row((Cell(0, width, result.question.text, _QUESTION),), least=22)
    for index in _order(result):
        yield _choice_row(result, index, width)
    said = (summary_words(result), *notes)
    for line in said[:-1]:
        yield Row((Cell(0, width, line, _SOFT),), least=18)
    yield Row((Cell(0, width, said[-1], _SOFT),), least=24, rule="edge")


def _order(result: QuestionResult) -> tuple[int, ...]:
    """The choices as they are listed: those of an order item as they should stand."""
    return result.question.sequence or tuple(range(len(result.question.choices)))


def _choice_row(result: QuestionResult, index: int, width: float) -> Row:
    asked = result.question
    right = asked.right[index]
    words = f"{signs(asked.kind)[index]}  {asked.choices[index]}"
    if right:
        words += "  ✓ right"
    counts = [str(column[index]) for _, column in _columns(result)]
    room = width - COLUMN * len(counts) - 20
    every = _counted(counts, width, _CHOICE)
    if every:
        every = (
            *every[:-1],
            Cell(every[-1].x, COLUMN, counts[-1], _RIGHT if right else _ALL, "right"),
        )
    return Row((Cell(12, room, words, _RIGHT if right else _CHOICE), *every), least=20)


def _columns(result: QuestionResult) -> list[tuple[str, tuple[int, ...]]]:
    """Heads and counts: the first vote where there were two, each way where there were several, and all."""
    if not result.votes or not result.question.choices:
        return []
    last, ways = result.votes[-1], result.sources
    first = [("First vote", result.votes[0].counts)] if len(result.votes) > 1 else []
    each = [(_HEADS[way], last.counts_by(way)) for way in ways] if len(ways) > 1 else []
    return [*first, *each, ("All" if len(ways) != 1 else _HEADS[ways[0]], last.counts)]


def _counted(texts: list[str], width: float, style: Type) -> tuple[Cell, ...]:
    """Texts in columns at the right margin."""
    start = width - COLUMN * len(texts)
    return tuple(
        Cell(start + COLUMN * place, COLUMN, text, style, "right")
        for place, text in enumerate(texts)
    )
