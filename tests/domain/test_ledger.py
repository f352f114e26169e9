"""One ledger a round: phones, paper and hands; nothing lost, nothing counted twice, in whatever order."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.errors import AnswerRefused, CommandRefused
from imhtrainer.domain.ledger import Round
from imhtrainer.domain.quiz import RATHER_NOT, Answer, Kind
from imhtrainer.domain.session import QuestionState
from imhtrainer.domain.session.commands import (
    AnswerByPhone,
    CloseRound,
    CountHands,
    EnterSheet,
    GoTo,
    OpenRound,
    PassWord,
    Reveal,
    UndoCount,
    VoidRound,
)
from tests.domain.classroom import CHECKS, Classroom, at, question_plan

A, B, C = Answer((0,)), Answer((1,)), Answer((2,))


def on_checkpoint(kind: Kind = "single", seats: int = 3) -> Classroom:
    room = Classroom(question_plan(kind)).begin()
    for number in range(seats):
        room.sit(number)
    room.do(GoTo(at(1), CHECKS[0]))
    return room


def last(room: Classroom) -> Round:
    vote = room.asked.last
    assert vote is not None
    return vote


def test_phones_paper_and_hands_stand_side_by_side_and_add_up() -> None:
    room = on_checkpoint()
    room.tap(0, A)
    room.tap(1, B)
    room.do(EnterSheet(at(2), 7, B))
    room.do(CountHands(at(2), 1, 4))
    vote = last(room)
    assert vote.counts_by("phone") == (1, 1, 0)
    assert vote.counts_by("paper") == (0, 1, 0)
    assert vote.counts_by("hands") == (0, 4, 0)
    assert vote.counts == (1, 6, 0)
    assert (vote.answered, vote.total, vote.declined) == (7, 7, 0)


def test_an_answer_may_be_changed_until_the_round_closes() -> None:
    room = on_checkpoint()
    room.tap(0, A, tap=1)
    room.tap(0, C, tap=2)
    room.do(CloseRound(at(3)))
    with pytest.raises(AnswerRefused, match="Voting is closed"):
        room.tap(0, B, tap=3)
    assert last(room).counts == (0, 0, 1)


def test_a_post_that_is_sent_again_after_the_close_is_still_known() -> None:
    room = on_checkpoint()
    room.tap(0, A, tap=1, key="k1")
    room.do(CloseRound(at(3)))
    assert room.tap(0, A, tap=1, key="k1") == ()


def test_rather_not_saying_is_an_answer_without_a_choice() -> None:
    room = on_checkpoint()
    room.tap(0, RATHER_NOT)
    room.tap(1, B)
    vote = last(room)
    assert (vote.answered, vote.total, vote.declined, vote.counts) == (2, 1, 1, (0, 1, 0))
    room.do(CloseRound(at(3)))
    tally = room.state.tally("check-1")
    assert tally is not None
    assert (tally.share_right, tally.declined) == (1.0, 1)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=20),
    st.integers(0, 2**32),
)
def test_whatever_is_repeated_reordered_or_replayed_each_seat_counts_once_with_its_newest_tap(
    taps: list[tuple[int, int]], seed: int
) -> None:
    room = on_checkpoint()
    posts = [
        AnswerByPhone(at(2), room.seat(who), "check-1", 1, Answer((choice,)), number, f"k{number}")
        for number, (who, choice) in enumerate(taps, start=1)
    ]
    mixed = posts * 3
    Random(seed).shuffle(mixed)
    for post in mixed:
        room.do(post)
    newest = dict(taps)
    assert len(last(room).phones) == len(newest)
    for who, choice in newest.items():
        ballot = last(room).ballot("phone", room.seat(who))
        assert ballot is not None
        assert ballot.answer == Answer((choice,))


def test_two_tabs_with_the_same_tap_number_do_not_flip_back_when_one_post_is_sent_again() -> None:
    room = on_checkpoint()
    room.tap(0, A, tap=1, key="one tab")
    room.tap(0, B, tap=1, key="other tab")
    assert room.tap(0, A, tap=1, key="one tab") == ()
    assert last(room).counts == (0, 1, 0)


def test_a_seat_that_nobody_took_and_a_round_that_never_was_are_refused() -> None:
    room = on_checkpoint()
    with pytest.raises(AnswerRefused, match="not taken"):
        room.do(AnswerByPhone(at(2), "zebra 999", "check-1", 1, A, 1, "k"))
    with pytest.raises(AnswerRefused, match="not open"):
        room.do(AnswerByPhone(at(2), room.seat(0), "check-1", 2, A, 1, "k"))
    with pytest.raises(AnswerRefused, match="no such question"):
        room.do(AnswerByPhone(at(2), room.seat(0), "title", 1, A, 1, "k"))


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("single", Answer((0, 1))),
        ("single", Answer((3,))),
        ("single", Answer((-1,))),
        ("single", Answer(words="B")),
        ("multiple", Answer((1, 1))),
        ("order", Answer((0, 1))),
        ("order", Answer((0, 1, 1))),
        ("rating", Answer((0, 4))),
        ("words", Answer((0,))),
        ("words", Answer(words="\u200b \u202e")),
    ],
)
def test_an_answer_the_question_does_not_have_is_refused(kind: Kind, answer: Answer) -> None:
    room = on_checkpoint(kind)
    with pytest.raises(AnswerRefused):
        room.tap(0, answer)


def test_of_several_choices_each_is_counted_and_people_are_the_whole() -> None:
    room = on_checkpoint("multiple")
    room.tap(0, Answer((2, 1)))
    room.tap(1, Answer((1,)))
    room.do(CloseRound(at(3)))
    tally = room.state.tally("check-1")
    assert tally is not None
    assert (tally.counts, tally.total, tally.share_right) == ((0, 2, 1), 2, 0.5)


def test_a_rating_counts_each_step() -> None:
    room = on_checkpoint("rating")
    room.tap(0, Answer((4,)))
    room.do(CountHands(at(2), 4, 2))
    assert last(room).counts == (0, 0, 0, 0, 3)


def test_an_order_counts_what_stands_in_its_right_place() -> None:
    room = on_checkpoint("order")
    room.tap(0, Answer((2, 0, 1)))
    room.tap(1, Answer((2, 1, 0)))
    with pytest.raises(CommandRefused, match="hands cannot answer"):
        room.do(CountHands(at(2), 0, 1))
    room.do(CloseRound(at(3)))
    tally = room.state.tally("check-1")
    assert tally is not None
    assert (tally.counts, tally.total, tally.share_right) == ((1, 1, 2), 2, 0.5)


def test_words_are_hidden_until_the_facilitator_lets_them_through() -> None:
    room = on_checkpoint("words")
    room.tap(0, Answer(words="Calm, held "))
    room.tap(1, Answer(words="calm"))
    room.do(CloseRound(at(3)))
    assert last(room).words() == (("calm", "Calm", 2, False), ("held", "held", 1, False))
    before = room.state.tally("check-1")
    room.do(PassWord(at(4), "check-1", "CALM"))
    after = room.state.tally("check-1")
    assert before is not None
    assert after is not None
    assert (before.words, after.words) == ((), (("Calm", 2),))
    room.do(PassWord(at(5), "check-1", "calm", passed=False))
    again = room.state.tally("check-1")
    assert again is not None
    assert again.words == ()


def test_undo_takes_back_hands_and_sheets_in_the_order_they_came() -> None:
    room = on_checkpoint()
    room.do(CountHands(at(2), 0, 3))
    room.do(EnterSheet(at(2), 7, A))
    room.do(EnterSheet(at(2), 7, B))
    room.do(UndoCount(at(3)))
    assert last(room).counts_by("paper") == (1, 0, 0)
    room.do(UndoCount(at(3)))
    assert last(room).counts == (3, 0, 0)
    room.do(UndoCount(at(3)))
    assert last(room).answered == 0


def test_a_sheet_counts_once_and_can_be_taken_out() -> None:
    room = on_checkpoint()
    room.do(EnterSheet(at(2), 7, A))
    assert room.do(EnterSheet(at(2), 7, A)) == ()
    room.do(EnterSheet(at(2), 7, C))
    assert last(room).counts == (0, 0, 1)
    room.do(EnterSheet(at(2), 7, None))
    assert last(room).answered == 0


def test_a_void_round_does_not_count_keeps_its_answers_and_makes_room_for_a_fresh_one() -> None:
    room = on_checkpoint()
    room.tap(0, A)
    with pytest.raises(CommandRefused, match="Write why"):
        room.do(VoidRound(at(2), " "))
    assert room.kinds(VoidRound(at(2), "misread")) == ["RoundVoided", "RoundOpened"]
    assert room.asked.rounds[0].void == "misread"
    assert room.asked.rounds[0].counts == (1, 0, 0)
    with pytest.raises(AnswerRefused, match="closed"):
        room.tap(0, B, tap=2)
    room.tap(0, B, vote=2)
    room.do(CloseRound(at(3)))
    tally = room.state.tally("check-1")
    assert tally is not None
    assert (tally.counts, tally.first) == ((0, 1, 0), ())


def test_a_void_round_the_room_saw_the_answer_of_is_not_asked_again() -> None:
    room = on_checkpoint()
    room.tap(0, A)
    room.do(CloseRound(at(2)))
    room.do(Reveal(at(3)))
    assert room.kinds(VoidRound(at(4), "projector failed")) == ["RoundVoided"]
    with pytest.raises(CommandRefused, match="seen the answer"):
        room.do(OpenRound(at(5)))
    assert room.state.tally("check-1") is None
    assert room.asked.held is not None


def test_a_question_without_rounds_is_not_open() -> None:
    assert not QuestionState("check-1").is_open
