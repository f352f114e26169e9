"""Evaluations: what is asked, what forms add up to, and what a record takes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.award import Award
from imhtrainer.domain.credit import completion
from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.evaluation import (
    Evaluation,
    comments_on,
    evaluation_items,
    summarise_evaluations,
)
from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeDetails,
    EnterEvaluation,
    MarkHandedIn,
    RemoveEvaluation,
    ReportCredit,
)
from tests.domain.classroom import ANA, BAO, Classroom, at, small_plan

ITEMS = evaluation_items(small_plan())


def form(sheet: int, *ratings: int, comments: tuple[str, ...] = ()) -> Evaluation:
    return Evaluation(sheet, (*ratings, *(0,) * (len(ITEMS) - len(ratings))), comments)


def test_every_objective_is_rated_first() -> None:
    assert ITEMS[0] == "I can now: name one thing"
    assert len(ITEMS) == 6


@given(st.lists(st.integers(0, 5), max_size=30))
def test_counts_hold_every_mark_and_the_mean_lies_among_them(marks: list[int]) -> None:
    forms = tuple(form(number, mark) for number, mark in enumerate(marks, start=1))
    first = summarise_evaluations(ITEMS, forms)[0]
    given_marks = [mark for mark in marks if mark]
    assert first.marked == len(given_marks)
    if given_marks:
        assert first.mean == pytest.approx(sum(given_marks) / len(given_marks))
    else:
        assert first.mean == 0


def test_comments_come_in_the_order_of_the_forms_without_empty_ones() -> None:
    forms = (form(1, 5, comments=("", "b")), form(2, 5, comments=("a",)))
    assert comments_on(0, forms) == ("a",)
    assert comments_on(1, forms) == ("b",)


def test_a_form_typed_again_takes_the_old_ones_place() -> None:
    room = Classroom()
    room.do(EnterEvaluation(at(80), form(2, 4)))
    room.do(EnterEvaluation(at(81), form(1, 5)))
    room.do(EnterEvaluation(at(82), form(2, 1)))
    assert [(f.sheet, f.ratings[0]) for f in room.state.evaluations] == [(1, 5), (2, 1)]
    assert room.do(EnterEvaluation(at(83), form(2, 1))) == ()
    room.do(RemoveEvaluation(at(84), 1))
    assert [f.sheet for f in room.state.evaluations] == [2]
    assert replay(room.events) == room.state


@pytest.mark.parametrize(
    "wrong",
    [
        form(0, 5),
        form(1),
        Evaluation(1, (5,)),
        form(1, 6),
        form(1, -1),
    ],
)
def test_what_is_no_form_is_refused(wrong: Evaluation) -> None:
    with pytest.raises(CommandRefused):
        Classroom().do(EnterEvaluation(at(80), wrong))


def test_where_completing_asks_for_the_form_handing_it_in_is_what_counts() -> None:
    room = Classroom()
    room.do(AddAttendees(at(-20), (ANA,)))
    asking = replace(room.state.details, award=Award(evaluation=True))
    room.do(ChangeDetails(at(-19), asking))
    refused = [r.rule for r in completion(room.state, ANA.id, at(90)).refusals]
    assert "the evaluation handed in" in refused
    room.do(MarkHandedIn(at(80), ANA.id))
    refused = [r.rule for r in completion(room.state, ANA.id, at(90)).refusals]
    assert "the evaluation handed in" not in refused
    room.do(MarkHandedIn(at(81), ANA.id, handed_in=False))
    assert room.state.handed_in == ()


def test_nobody_is_reported_twice() -> None:
    room = Classroom()
    room.do(AddAttendees(at(-20), (ANA, BAO)))
    room.do(ReportCredit(at(90), (ANA.id,)))
    room.do(ReportCredit(at(91), (ANA.id, BAO.id)))
    assert [(r.attendee, r.at) for r in room.state.reported] == [
        (ANA.id, at(90)),
        (BAO.id, at(91)),
    ]
