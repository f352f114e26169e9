"""What came of every question: which votes count, by which ways people answered, what a talk moved."""

import pytest

from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.results import QuestionResult, question_results
from imhtrainer.domain.session.commands import (
    CloseRound,
    CountHands,
    EnterSheet,
    GoTo,
    OpenRound,
    VoidRound,
)
from tests.domain.classroom import CHECKS, Classroom, at, question_plan

A, B = Answer((0,)), Answer((1,))


def of(room: Classroom, slide: int) -> QuestionResult:
    wanted = room.state.plan.slides[slide].id
    return next(r for r in question_results(room.state) if r.slide.id == wanted)


def a_room() -> Classroom:
    room = Classroom().begin()
    for number in range(3):
        room.sit(number)
    room.do(GoTo(at(1), CHECKS[0]))
    return room


def test_the_last_vote_is_told_by_the_ways_in_which_people_answered() -> None:
    room = a_room()
    room.tap(0, B)
    room.do(EnterSheet(at(2), 7, A))
    room.do(CloseRound(at(3)))
    result = of(room, CHECKS[0])
    assert result.sources == ("phone", "paper")
    assert (result.share, result.first_share, result.moved) == (0.5, None, None)


def test_of_two_votes_the_first_share_and_the_moves_are_known() -> None:
    room = a_room()
    for number, answer in enumerate((A, A, B)):
        room.tap(number, answer)
    room.do(CloseRound(at(3)))
    room.do(OpenRound(at(4)))
    for number in range(3):
        room.tap(number, B, vote=2)
    room.do(CloseRound(at(5)))
    result = of(room, CHECKS[0])
    assert result.first_share == pytest.approx(1 / 3)
    assert result.share == 1.0
    assert result.moved is not None
    assert (result.moved.to_right, result.moved.to_wrong) == (2, 0)


def test_a_void_vote_counts_nowhere_but_its_reason_is_kept() -> None:
    room = a_room()
    room.tap(0, A)
    room.do(VoidRound(at(3), "I misread the question"))
    result = of(room, CHECKS[0])
    assert result.votes == ()
    assert result.voids == ("I misread the question",)
    assert result.share is None


def test_checkpoints_are_numbered_among_their_like_and_opinions_are_not() -> None:
    room = Classroom(question_plan("rating"))
    places = [room.state.plan.place(room.state.plan.slides[n].id) for n in CHECKS]
    assert places == [(0, 0), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_question_nobody_was_asked_has_no_votes() -> None:
    result = of(Classroom().begin(), CHECKS[2])
    assert (result.votes, result.tally, result.held) == ((), None, False)


def test_a_vote_by_hand_alone_says_so() -> None:
    room = a_room()
    room.do(CountHands(at(2), 1, 9))
    room.do(CloseRound(at(3)))
    assert of(room, CHECKS[0]).sources == ("hands",)
