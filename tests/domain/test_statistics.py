"""What answers say about questions and learning: facility, discrimination, normalized gain."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.quiz import RATHER_NOT, Answer
from imhtrainer.domain.session.commands import (
    AnswerByPhone,
    CloseRound,
    CloseSitting,
    CountHands,
    GoTo,
    OpenRound,
    OpenSitting,
)
from imhtrainer.domain.statistics import (
    discrimination,
    item_figures,
    learning_gain,
    normalized_gain,
)
from tests.domain.classroom import CHECKS, POST, PRE, Classroom, at, sitting_plan

RIGHT, WRONG = Answer((1,)), Answer((0,))
ITEMS = ("pre-1", "pre-2", "pre-3")


def sitting(*people: str) -> Classroom:
    """A first sitting of three items; each person's answers as R, W or - (rather not say)."""
    room = Classroom(sitting_plan()).begin()
    for number in range(len(people)):
        room.sit(number)
    room.do(GoTo(at(1), PRE))
    room.do(OpenSitting(at(1), "pre"))
    given = {"R": RIGHT, "W": WRONG, "-": RATHER_NOT}
    for number, answers in enumerate(people):
        for slide, letter in zip(ITEMS, answers, strict=True):
            answer = given[letter]
            room.do(AnswerByPhone(at(2), room.seat(number), slide, 1, answer, 1, slide))
    room.do(CloseSitting(at(3)))
    return room


def test_facility_is_the_share_right_of_who_chose() -> None:
    figures = item_figures(sitting("RRR", "RWR", "WWR", "RWW", "RWW", "-WW").state, "pre")
    assert [item.facility for item in figures] == [pytest.approx(f) for f in (0.8, 1 / 6, 0.5)]
    assert [item.answered for item in figures] == [5, 6, 6]


def test_too_few_answers_say_nothing() -> None:
    figures = item_figures(sitting("RRR", "RRW", "WWR", "WWW").state, "pre")
    assert all(item.facility is None and item.discrimination is None for item in figures)


def test_an_item_that_the_others_agree_with_tells_and_one_against_them_is_below_zero() -> None:
    room = sitting("RRW", "RRR", "RRW", "WWR", "WWW", "WWR")
    first, second, third = (item.discrimination for item in item_figures(room.state, "pre"))
    assert first == second == pytest.approx(0.577, abs=0.001)
    assert third == pytest.approx(-1 / 3)


def test_an_item_everybody_has_right_tells_nothing() -> None:
    figures = item_figures(sitting("RRW", "RWR", "RRW", "RWW", "RRR").state, "pre")
    assert (figures[0].facility, figures[0].discrimination) == (1.0, None)


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=5, max_size=40))
def test_discrimination_is_pearsons_correlation_with_the_rest(
    people: list[tuple[bool, bool, bool]],
) -> None:
    scores = {str(n): dict(zip("abc", marks, strict=True)) for n, marks in enumerate(people)}
    item = [float(marks[0]) for marks in people]
    rest = [float(marks[1] + marks[2]) for marks in people]
    found = discrimination(scores, "a")
    if len(set(item)) < 2 or len(set(rest)) < 2:
        assert found is None
    else:
        assert found == pytest.approx(statistics.correlation(item, rest))


@pytest.mark.parametrize(
    ("before", "after", "gain"),
    [(0.4, 0.7, 0.5), (0.0, 1.0, 1.0), (0.5, 0.5, 0.0), (0.5, 0.25, -0.5), (1.0, 1.0, None)],
)
def test_the_normalized_gain_is_the_share_of_what_could_be_learned(
    before: float, after: float, gain: float | None
) -> None:
    found = normalized_gain(before, after)
    assert found == (pytest.approx(gain) if gain is not None else None)


def test_the_rooms_gain_goes_from_first_to_last_items_also_by_hand() -> None:
    room = Classroom().begin()
    room.ask(PRE, 1, 6, 4, 0)
    room.ask(POST, 50, 3, 7, 0)
    gain = learning_gain(room.state)
    assert gain is not None
    assert gain.before == pytest.approx(0.4)
    assert gain.after == pytest.approx(0.7)
    assert gain.normalized == pytest.approx(0.5)


def test_without_last_items_there_is_no_gain() -> None:
    room = Classroom().begin()
    room.ask(PRE, 1, 6, 4, 0)
    assert learning_gain(room.state) is None


def test_of_two_votes_the_first_says_how_hard_a_question_is() -> None:
    room = Classroom().begin()
    room.ask(CHECKS[0], 1, 6, 4, 0)
    room.do(OpenRound(at(3)))
    room.do(CountHands(at(3), 1, 10))
    room.do(CloseRound(at(4)))
    assert item_figures(room.state, "check")[0].facility == pytest.approx(0.4)
