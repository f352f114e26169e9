"""First and last items as one sitting: everybody at their own pace, closed together."""

import pytest

from imhtrainer.domain.errors import AnswerRefused, CheckpointWaiting, CommandRefused
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.session.commands import (
    AnswerByPhone,
    CloseSitting,
    EndSession,
    EnterSheet,
    GoTo,
    Next,
    OpenSitting,
)
from tests.domain.classroom import CHECKS, POST, PRE, Classroom, at, sitting_plan

ITEMS = ("pre-1", "pre-2", "pre-3")


def at_first_items() -> Classroom:
    room = Classroom(sitting_plan()).begin()
    room.sit(0)
    room.do(GoTo(at(1), PRE))
    room.do(OpenSitting(at(1), "pre"))
    return room


def answer(room: Classroom, slide: str, choice: int) -> None:
    room.do(AnswerByPhone(at(2), room.seat(0), slide, 1, Answer((choice,)), 1, slide))


def test_all_items_take_answers_in_any_order_while_the_sitting_is_open() -> None:
    room = at_first_items()
    for slide in reversed(ITEMS):
        answer(room, slide, 1)
    room.do(EnterSheet(at(3), 4, Answer((0,)), "pre-3"))
    room.do(CloseSitting(at(4)))
    third = room.state.tally("pre-3")
    assert third is not None
    assert third.counts == (1, 1, 0)
    assert room.state.sitting is None
    with pytest.raises(AnswerRefused, match="closed"):
        room.do(AnswerByPhone(at(5), room.seat(0), "pre-1", 1, Answer((0,)), 2, "late"))


def test_moving_on_asks_once_and_then_closes_the_sitting_and_passes_its_items() -> None:
    room = at_first_items()
    answer(room, "pre-1", 1)
    with pytest.raises(CheckpointWaiting, match="still be answering"):
        room.do(Next(at(3)))
    room.do(Next(at(3), leave=True))
    assert room.state.sitting is None
    assert room.state.here.id == "check-1"


def test_looking_at_another_item_of_the_sitting_leaves_it_open() -> None:
    room = at_first_items()
    room.do(GoTo(at(2), PRE + 1))
    assert room.state.sitting == "pre"
    answer(room, "pre-1", 1)


def test_a_sitting_is_not_opened_twice_or_when_everything_was_answered() -> None:
    room = at_first_items()
    with pytest.raises(CommandRefused, match="open already"):
        room.do(OpenSitting(at(2), "post"))
    room.do(CloseSitting(at(3)))
    with pytest.raises(CommandRefused, match="answered already"):
        room.do(OpenSitting(at(4), "pre"))
    with pytest.raises(CommandRefused, match="Nobody is answering"):
        room.do(CloseSitting(at(4)))


def test_the_end_of_the_training_closes_a_sitting() -> None:
    room = at_first_items()
    answer(room, "pre-2", 0)
    room.do(EndSession(at(9)))
    tally = room.state.tally("pre-2")
    assert tally is not None
    assert tally.counts == (1, 0, 0)
    assert room.state.sitting is None


def test_the_last_items_show_their_answers_one_by_one_after_the_sitting() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(1), POST))
    room.do(OpenSitting(at(1), "post"))
    room.do(Next(at(3), leave=True))
    assert (room.state.here.id, room.state.step) == ("post-1", 1)
    assert CHECKS[0] not in room.state.visited
