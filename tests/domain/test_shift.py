"""What a discussion moved: known one by one from phones and sheets, from sums only where they tell."""

from itertools import permutations

from imhtrainer.domain.quiz import RATHER_NOT, Answer, Kind
from imhtrainer.domain.session.commands import CloseRound, CountHands, EnterSheet, GoTo, OpenRound
from imhtrainer.domain.shift import Move, Shift, shift
from tests.domain.classroom import CHECKS, Classroom, at, question_plan

A, B, C = Answer((0,)), Answer((1,)), Answer((2,))
RIGHT = (False, True, False)


def two_votes(kind: Kind = "single") -> Classroom:
    room = Classroom(question_plan(kind)).begin()
    for number in range(6):
        room.sit(number)
    room.do(GoTo(at(1), CHECKS[0]))
    return room


def vote_again(room: Classroom) -> None:
    room.do(CloseRound(at(3)))
    room.do(OpenRound(at(4)))


def moved(room: Classroom) -> Shift | None:
    first, last = room.asked.valid[0], room.asked.valid[-1]
    return shift(first, last, RIGHT)


def test_phones_and_sheets_tell_who_moved_even_where_the_sums_stand_still() -> None:
    room = two_votes()
    for number, answer in enumerate((A, A, B, C)):
        room.tap(number, answer)
    room.do(EnterSheet(at(2), 7, B))
    vote_again(room)
    for number, answer in enumerate((B, B, A, C)):
        room.tap(number, answer, vote=2)
    room.do(EnterSheet(at(5), 7, A))
    assert moved(room) == Shift((Move(0, 1, 2), Move(1, 0, 2)), to_right=2, to_wrong=2)


def test_equal_moves_stand_in_the_order_of_the_choices_whoever_answered_first() -> None:
    changed_minds = ((C, A), (A, C), (B, A), (B, C))
    told = set()
    for order in permutations(changed_minds):
        room = two_votes()
        for number, (before, _) in enumerate(order):
            room.tap(number, before)
        vote_again(room)
        for number, (_, after) in enumerate(order):
            room.tap(number, after, vote=2)
        told.add(moved(room))
    assert told == {
        Shift((Move(0, 2, 1), Move(1, 0, 1), Move(1, 2, 1), Move(2, 0, 1)), to_right=0, to_wrong=2)
    }


def test_who_came_late_left_or_passed_has_not_moved() -> None:
    room = two_votes()
    room.tap(0, A)
    room.tap(1, A)
    room.tap(2, RATHER_NOT)
    vote_again(room)
    room.tap(1, RATHER_NOT, vote=2)
    room.tap(2, B, vote=2)
    room.tap(3, B, vote=2)
    assert moved(room) is None


def test_hands_tell_only_where_one_choice_lost_what_one_other_won() -> None:
    room = two_votes()
    for choice, hands in enumerate((9, 3, 1)):
        room.do(CountHands(at(2), choice, hands))
    vote_again(room)
    for choice, hands in enumerate((2, 10, 1)):
        room.do(CountHands(at(5), choice, hands))
    assert moved(room) == Shift((Move(0, 1, 7),), to_right=7, to_wrong=0)
    room.do(CountHands(at(5), 2, 2))
    assert moved(room) is None


def test_where_some_raised_hands_the_moves_of_the_others_are_told_with_how_many_they_are() -> None:
    room = two_votes()
    for number, answer in enumerate((A, A, B)):
        room.tap(number, answer)
    room.do(CountHands(at(2), 0, 4))
    vote_again(room)
    for number, answer in enumerate((B, A, C)):
        room.tap(number, answer, vote=2)
    room.do(CountHands(at(5), 1, 4))
    assert moved(room) == Shift((Move(0, 1, 1), Move(1, 2, 1)), to_right=1, to_wrong=1, among=3)


def test_several_choices_at_once_are_no_move() -> None:
    room = two_votes("multiple")
    room.tap(0, A)
    vote_again(room)
    room.tap(0, Answer((1, 2)), vote=2)
    assert moved(room) is None
