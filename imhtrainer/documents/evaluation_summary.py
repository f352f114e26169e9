"""What the evaluations say together: counts and means, and every comment; no names, for there are none."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.documents.setting import Type
from imhtrainer.documents.sheet import Cell, Row, Sheet, compose_sheet
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.evaluation import (
    QUESTIONS,
    STEPS,
    ItemSummary,
    comments_on,
    evaluation_items,
    summarise_evaluations,
)
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import counted
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

_LABEL = Type(11, 15, "coral-text", bold=True)
_TEXT = Type(11.5, 15)
_STRONG = Type(11.5, 15, bold=True)
_SOFT = Type(10.5, 14, "ink-soft")
_BESIDE = Type(10.5, 15, "ink-soft")
"""What stands beside a comment's first line, as high as the line."""

_COUNT = 30.0
_MEAN = 46.0
_ALIKE = 72.0


def compose_evaluation_summary(state: SessionState, kit: Kit, now: datetime) -> tuple[Page, ...]:
    """Pages with each item's counts and mean, what the phones were asked for opinions, and all comments."""
    sheet = Sheet(
        heading="Evaluation",
        lines=(*session_lines(state, now), _returned(state)),
        rows=(*_ratings(state), *_phones(state), *_comments(state)),
        foot="Rehearsal, made-up answers" if state.rehearsal else state.details.organisation,
    )
    return compose_sheet(sheet, kit, state.details.paper, state.plan.lang)


def _returned(state: SessionState) -> str:
    came = sum(bool(presence.intervals) for presence in state.presences)
    paper, phones = len(state.evaluations), len(state.phone_evaluations)
    people = "1 person" if came == 1 else f"{came} people"
    parts = (
        f"{paper} on paper" if paper else "",
        f"{phones} from phones" if phones else "",
    )
    split = " and ".join(filter(None, parts))
    said = f"{counted(paper + phones, 'form')}{f', {split}' if split else ''}; {people} came."
    waits = (
        " Phones still take the evaluation: theirs are not counted yet."
        if state.evaluation_open
        else ""
    )
    return f"{said} 1 is not at all, 5 is fully.{waits}"


def _width(state: SessionState) -> float:
    return SIZES[state.details.paper][0] - 2 * MARGIN


def _ratings(state: SessionState) -> Iterator[Row]:
    heads = (*(str(step) for step in range(1, STEPS + 1)), "Mean")
    yield _table_row(state, "", heads, _SOFT, "ink-soft")
    for item in summarise_evaluations(evaluation_items(state.plan), state.forms):
        yield _item_row(state, item)


def _item_row(state: SessionState, item: ItemSummary) -> Row:
    mean = f"{item.mean:.1f}" if item.marked else "–"
    return _table_row(state, item.text, (*map(str, item.counts), mean), _TEXT, "edge")


def _phones(state: SessionState) -> Iterator[Row]:
    """What the deck itself asks people's opinion on, answered by phone, paper and hands."""
    width = _width(state)
    asked = [state.plan.slides[index] for index in state.plan.questions]
    opinions = [s for s in asked if s.question is not None and not s.question.marked]
    if not opinions:
        return
    yield Row((Cell(0, width, "Asked during the training", _LABEL),), least=30, together=1)
    for slide in opinions:
        tally, question = state.tally(slide.id), slide.question
        if question is None or tally is None:
            continue
        if question.kind == "rating":
            yield _item_row(state, ItemSummary(question.text, tally.counts))
        else:
            words = ", ".join(f"{text} ({people})" for text, people in tally.words)
            yield Row((Cell(0, width, f"{question.text}: {words or '–'}", _TEXT),), 24, "edge")


def _comments(state: SessionState) -> Iterator[Row]:
    width = _width(state)
    for index, question in enumerate(QUESTIONS):
        written = comments_on(index, state.forms)
        yield Row((Cell(0, width, question, _LABEL),), least=32, together=1)
        if not written:
            yield Row((Cell(0, width, "Nobody wrote anything.", _SOFT),), least=20)
        for text, people in Counter(written).items():
            alike = f"{people} people" if people > 1 else ""
            cells = (
                Cell(0, 12, "•", _BESIDE, first=True),
                Cell(14, width - 14 - _ALIKE, text, _TEXT),
                Cell(width - _ALIKE, _ALIKE, alike, _BESIDE, "right", first=True),
            )
            yield Row(cells, least=20)


def _table_row(
    state: SessionState, text: str, figures: tuple[str, ...], style: Type, rule: str
) -> Row:
    width = _width(state)
    room = _COUNT * STEPS + _MEAN
    cells = [Cell(0, width - room - 12, text, style)]
    for index, figure in enumerate(figures):
        last = index == STEPS
        x = width - room + index * _COUNT
        shown = _STRONG if last and style is _TEXT else style
        cells.append(Cell(x, _MEAN if last else _COUNT, figure, shown, "right"))
    return Row(tuple(cells), least=24, rule=rule)
