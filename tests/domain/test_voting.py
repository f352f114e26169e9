"""How a room answers: rounds, counts of hands, undo, re-votes, the reveal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.errors import CheckpointWaiting, CommandRefused
from imhtrainer.domain.quiz import Tally
from imhtrainer.domain.session.commands import (
    Back,
    CloseRound,
    CountHands,
    EndSession,
    GoTo,
    Next,
    OpenRound,
    Reveal,
    UndoCount,
)
from imhtrainer.domain.session.voting import HANDS_LIMIT
from tests.domain.classroom import BUILD, CHECKS, PRE, Classroom, at

COUNTS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, HANDS_LIMIT)), max_size=30)


def on_checkpoint() -> Classroom:
    room = Classroom().begin()
    room.do(GoTo(at(1), CHECKS[0]))
    return room


def counts(room: Classroom) -> tuple[int, ...]:
    last = room.asked.last
    assert last is not None
    return last.counts


def test_hands_are_counted_by_choice_and_a_new_count_replaces_the_old() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(1), 0, 3))
    room.do(CountHands(at(1), 1, 8))
    room.do(CountHands(at(1), 0, 4))
    assert counts(room) == (4, 8, 0)


@given(COUNTS)
def test_taking_back_every_count_leads_back_to_nothing(typed: list[tuple[int, int]]) -> None:
    room = on_checkpoint()
    before = []
    for choice, hands in typed:
        earlier = counts(room)
        if room.do(CountHands(at(2), choice, hands)):
            before.append(earlier)
    for earlier in reversed(before):
        room.do(UndoCount(at(3)))
        assert counts(room) == earlier
    with pytest.raises(CommandRefused, match="no count to take back"):
        room.do(UndoCount(at(3)))


@given(COUNTS)
def test_a_total_is_the_sum_of_the_last_count_of_each_choice(typed: list[tuple[int, int]]) -> None:
    room = on_checkpoint()
    for choice, hands in typed:
        room.do(CountHands(at(2), choice, hands))
    room.do(CloseRound(at(3)))
    last = dict(typed)
    tally = room.state.tally("check-1")
    assert tally is not None
    assert tally.total == sum(last.values())
    assert tally.share_right * tally.total == pytest.approx(last.get(1, 0))
    assert 0 <= tally.share_right <= 1


@pytest.mark.parametrize(("choice", "hands"), [(3, 1), (-1, 1), (0, -1), (0, HANDS_LIMIT + 1)])
def test_a_slip_of_the_keyboard_is_refused(choice: int, hands: int) -> None:
    with pytest.raises(CommandRefused):
        on_checkpoint().do(CountHands(at(1), choice, hands))


def test_counting_the_same_number_again_is_no_news() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(1), 0, 3))
    assert room.do(CountHands(at(2), 0, 3)) == ()


def test_a_closed_vote_takes_no_more_hands_and_no_undo() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(1), 0, 3))
    room.do(CloseRound(at(2)))
    for command in (CountHands(at(3), 0, 4), UndoCount(at(3)), CloseRound(at(3))):
        with pytest.raises(CommandRefused, match="Voting is closed"):
            room.do(command)


def test_a_second_vote_keeps_the_first_beside_it() -> None:
    room = on_checkpoint()
    room.ask(CHECKS[0], 1, 5, 5, 0)
    room.do(OpenRound(at(4)))
    room.do(CountHands(at(4), 1, 9))
    assert room.state.tally("check-1") == Tally((5, 5, 0), (False, True, False))
    room.do(CloseRound(at(5)))
    assert room.state.tally("check-1") == Tally((0, 9, 0), (False, True, False), (5, 5, 0))


def test_a_vote_is_not_opened_twice_and_not_after_the_answer_was_shown() -> None:
    room = on_checkpoint()
    with pytest.raises(CommandRefused, match="open already"):
        room.do(OpenRound(at(2)))
    room.do(CloseRound(at(3)))
    room.do(Reveal(at(4)))
    with pytest.raises(CommandRefused, match="has seen the answer"):
        room.do(OpenRound(at(5)))


def test_the_answer_is_not_shown_while_people_vote() -> None:
    with pytest.raises(CommandRefused, match="Close it before"):
        on_checkpoint().do(Reveal(at(2)))


def test_showing_the_answer_moves_to_the_answer_page_once() -> None:
    room = on_checkpoint()
    room.do(CloseRound(at(2)))
    assert room.kinds(Reveal(at(3))) == ["AnswerRevealed", "SlideShown"]
    assert room.do(Reveal(at(4))) == ()


def test_first_items_are_not_revealed() -> None:
    room = Classroom().begin()
    room.ask(PRE, 1, 1, 2, 3)
    with pytest.raises(CommandRefused, match="come with the training"):
        room.do(Reveal(at(3)))


def test_voting_away_from_a_question_is_refused() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(1), BUILD))
    with pytest.raises(CommandRefused, match="not on a question"):
        room.do(CountHands(at(1), 0, 1))


def test_ending_the_training_closes_an_answered_vote() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(2), 1, 4))
    room.do(EndSession(at(3)))
    held = room.state.question("check-1")
    assert held is not None
    assert held.held is not None


def test_ending_the_training_closes_an_answered_vote_the_room_went_back_from() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(6), 1, 4))
    room.do(Back(at(7)))
    room.do(EndSession(at(60)))
    question = room.state.question("check-1")
    assert question is not None
    assert question.held is not None


def test_a_second_vote_nobody_took_part_in_leaves_the_first_as_the_result() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(6), 1, 4))
    room.do(CloseRound(at(7)))
    room.do(OpenRound(at(8)))
    with pytest.raises(CheckpointWaiting, match="Voting is still open"):
        room.do(Next(at(9)))
    assert room.kinds(Next(at(9), leave=True)) == ["RoundClosed", "AnswerRevealed", "SlideShown"]
    assert len(room.asked.rounds) == 1
    assert room.state.tally("check-1") == Tally((0, 4, 0), (False, True, False))
    assert not room.asked.skipped


def test_a_skipped_checkpoint_can_be_voted_on_later() -> None:
    room = on_checkpoint()
    room.do(Next(at(6), leave=True))
    room.do(Back(at(7)))
    before = room.asked
    room.do(CountHands(at(8), 0, 3))
    room.do(CloseRound(at(9)))
    assert (before.skipped, room.asked.skipped) == (True, False)
    assert room.asked.held is not None


def test_a_checkpoint_once_revealed_is_passed_through_without_asking_again() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(6), 1, 4))
    room.do(Next(at(7), leave=True))
    room.do(GoTo(at(8), BUILD))
    room.do(GoTo(at(9), CHECKS[0]))
    assert room.kinds(Next(at(10))) == ["SlideShown"]
    assert room.kinds(Next(at(11))) == ["SlideShown", "RoundOpened"]
    assert len(room.state.questions[1].rounds) == 1


def test_a_question_nobody_answered_has_a_tally_of_nothing_right() -> None:
    assert Tally((0, 0), (True, False)).share_right == 0.0


def test_the_digits_of_a_number_are_taken_back_in_one_step() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(1), 0, 5))
    room.do(CountHands(at(2), 0, 1, began=5))
    room.do(CountHands(at(2), 0, 18, began=5))
    room.do(UndoCount(at(3)))
    assert counts(room) == (5, 0, 0)
    room.do(UndoCount(at(3)))
    assert counts(room) == (0, 0, 0)


def test_a_number_that_begins_with_the_digit_that_stands_there_goes_back_to_it() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(1), 0, 1))
    assert room.do(CountHands(at(2), 0, 1, began=1)) == ()
    room.do(CountHands(at(2), 0, 18, began=1))
    room.do(UndoCount(at(3)))
    assert counts(room) == (1, 0, 0)


def test_typing_the_number_that_stands_there_leaves_no_step() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(1), 0, 18))
    room.do(CountHands(at(2), 0, 1, began=18))
    room.do(CountHands(at(2), 0, 18, began=18))
    room.do(UndoCount(at(3)))
    assert counts(room) == (0, 0, 0)
    with pytest.raises(CommandRefused, match="no count to take back"):
        room.do(UndoCount(at(4)))


@given(st.integers(0, HANDS_LIMIT), st.integers(0, HANDS_LIMIT))
def test_a_typed_number_is_undone_to_what_stood_there(before: int, typed: int) -> None:
    room = on_checkpoint()
    room.do(CountHands(at(1), 1, before))
    digits = str(typed)
    for end in range(1, len(digits) + 1):
        room.do(CountHands(at(2), 1, int(digits[:end]), began=before))
    assert counts(room)[1] == typed
    if typed != before:
        room.do(UndoCount(at(3)))
        assert counts(room)[1] == before
