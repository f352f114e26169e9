"""Seats: taken, moved to another phone, named, linked to the roster, left; nobody is ever locked out."""

import pytest

from imhtrainer.domain.errors import CommandRefused, SeatRefused
from imhtrainer.domain.lookalikes import SEAT_NAME_LIMIT, looks, seat_name
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.seats import SEAT_DIGITS, SEAT_WORDS, Seat, is_code, tidy_code
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AdmitSeat,
    DeclineSeat,
    GoTo,
    InvitePhones,
    LeaveSeat,
    MoveSeat,
    NameSeat,
    RemoveAttendees,
    SignIn,
    SignOut,
    TakeSeat,
)
from tests.domain.classroom import ANA, BAO, CHECKS, Classroom, at


def with_check_in(check_in: str = "typed") -> Classroom:
    room = Classroom()
    room.do(AddAttendees(at(-10), (ANA, BAO)))
    assert check_in in ("off", "typed", "search")
    room.do(InvitePhones(at(-9), "4827", check_in))  # type: ignore[arg-type]
    room.sit(0)
    room.sit(1)
    return room


def seat(room: Classroom, number: int = 0) -> Seat:
    found = room.state.seat(room.seat(number))
    assert found is not None
    return found


def test_codes_are_said_one_way_and_no_two_words_are_one() -> None:
    assert len(set(SEAT_WORDS)) == len(SEAT_WORDS) > 100
    assert all(is_code(f"{word} {SEAT_DIGITS[:3]}") for word in SEAT_WORDS)
    assert [tidy_code(t) for t in ("Maple-472", " MAPLE472", "maple  4 7 2")] == ["maple 472"] * 3


def test_phones_join_only_when_invited_and_a_code_is_never_given_twice() -> None:
    room = Classroom()
    with pytest.raises(SeatRefused, match="takes no phones"):
        room.do(TakeSeat(at(1), "maple 472", "a" * 64))
    room.sit(0)
    with pytest.raises(SeatRefused, match="taken already"):
        room.do(TakeSeat(at(1), room.seat(0), "a" * 64))
    room.do(LeaveSeat(at(2), room.seat(0)))
    with pytest.raises(SeatRefused, match="taken already"):
        room.do(TakeSeat(at(3), room.seat(0), "a" * 64))


def test_a_typed_name_signs_the_person_in_with_the_time() -> None:
    room = with_check_in()
    kinds = room.kinds(NameSeat(at(1), room.seat(0), "  ana\u200b ruiz "))
    assert kinds == ["SeatNamed", "SignedIn"]
    assert (seat(room).name, seat(room).attendee) == ("Ana Ruiz", "a1")
    assert room.state.presence("a1").intervals[0].start == at(1)


def test_who_was_signed_in_at_the_desk_is_only_linked() -> None:
    room = with_check_in()
    room.do(SignIn(at(0), "a1"))
    assert room.kinds(NameSeat(at(1), room.seat(0), "Ana Ruiz")) == ["SeatNamed"]


def test_a_name_nobody_has_waits_and_becomes_a_walk_in_when_confirmed() -> None:
    room = with_check_in()
    room.do(NameSeat(at(1), room.seat(0), "Chidi Okoro"))
    assert [s.name for s in room.state.waiting_seats] == ["Chidi Okoro"]
    kinds = room.kinds(AdmitSeat(at(2), room.seat(0), "w1"))
    assert kinds == ["AttendeesAdded", "SeatNamed", "SignedIn"]
    assert room.state.roster[-1].walk_in
    assert room.state.waiting_seats == ()


def test_a_name_that_only_looks_like_somebodys_waits_for_the_facilitator() -> None:
    room = with_check_in()
    room.do(NameSeat(at(1), room.seat(0), "\u0410n\u0430 Ruiz"))
    assert (seat(room).waiting, seat(room).asks, seat(room).attendee) == (True, "a1", "")
    room.do(DeclineSeat(at(2), room.seat(0)))
    assert (seat(room).waiting, seat(room).name) == (False, "")


def test_a_name_another_seat_holds_waits_and_nobody_is_locked_out() -> None:
    room = with_check_in()
    room.begin()
    room.do(NameSeat(at(1), room.seat(0), "Ana Ruiz"))
    room.do(NameSeat(at(2), room.seat(1), "Ana Ruiz"))
    assert seat(room, 1).waiting
    room.do(GoTo(at(3), CHECKS[0]))
    room.tap(0, Answer((0,)))
    room.tap(1, Answer((1,)))
    room.do(AdmitSeat(at(4), room.seat(1), "a1"))
    assert seat(room, 0).gone
    vote = room.asked.last
    assert vote is not None
    assert vote.counts == (0, 1, 0)


def test_an_answer_given_with_the_old_phone_goes_into_the_new_seat() -> None:
    room = with_check_in()
    room.begin()
    room.do(NameSeat(at(1), room.seat(0), "Ana Ruiz"))
    room.do(GoTo(at(3), CHECKS[0]))
    room.tap(0, Answer((0,)))
    room.do(AdmitSeat(at(4), room.seat(1), "a1"))
    vote = room.asked.last
    assert vote is not None
    assert [ballot.voter for ballot in vote.phones] == [room.seat(1)]


def test_without_check_in_a_name_is_only_a_label_and_signs_nobody_in() -> None:
    room = with_check_in("off")
    assert room.kinds(NameSeat(at(1), room.seat(0), "Ana Ruiz")) == ["SeatNamed"]
    assert (seat(room).attendee, room.state.present) == ("", ())


def test_picking_from_the_search_needs_the_search() -> None:
    room = with_check_in()
    room.do(NameSeat(at(1), room.seat(0), "Somebody", "a1"))
    assert seat(room).attendee == ""
    room.do(InvitePhones(at(2), "4827", "search"))
    room.do(NameSeat(at(3), room.seat(0), "Somebody", "a1"))
    assert (seat(room).attendee, seat(room).name) == ("a1", "Ana Ruiz")


def test_a_linked_seat_does_not_become_somebody_else() -> None:
    room = with_check_in()
    room.do(NameSeat(at(1), room.seat(0), "Ana Ruiz"))
    with pytest.raises(SeatRefused, match="has its name"):
        room.do(NameSeat(at(2), room.seat(0), "Bảo Trần"))


def test_a_person_corrects_capitals_and_accents_of_the_own_name_and_no_more() -> None:
    room = with_check_in()
    room.do(NameSeat(at(1), room.seat(0), "bao tran"))
    assert seat(room).name == "Bảo Trần"
    room.do(NameSeat(at(2), room.seat(0), "BAO TRAN"))
    assert seat(room).name == "Bảo Trần"
    room.do(NameSeat(at(2), room.seat(0), "Bao Trần", spelling=True))
    assert seat(room).name == "Bao Trần"
    assert [person.name for person in room.state.roster] == ["Ana Ruiz", "Bao Trần"]
    with pytest.raises(SeatRefused, match="Tell the facilitator"):
        room.do(NameSeat(at(3), room.seat(0), "Bao Truong", spelling=True))


def test_another_phone_takes_the_seat_over_and_answers_stay() -> None:
    room = Classroom().begin()
    room.sit(0)
    room.do(GoTo(at(1), CHECKS[0]))
    room.tap(0, Answer((1,)))
    room.do(MoveSeat(at(2), room.seat(0), "f" * 64))
    assert seat(room).secret == "f" * 64
    room.tap(0, Answer((2,)), tap=2)
    vote = room.asked.last
    assert vote is not None
    assert vote.counts == (0, 0, 1)


def test_a_person_taken_off_the_roster_leaves_the_seat_anonymous() -> None:
    room = with_check_in()
    room.do(NameSeat(at(1), room.seat(0), "Ana Ruiz"))
    room.do(RemoveAttendees(at(2), ("a1",)))
    assert (seat(room).attendee, seat(room).gone) == ("", False)


def test_a_seat_without_a_name_cannot_become_a_walk_in() -> None:
    room = with_check_in()
    with pytest.raises(CommandRefused, match="no name yet"):
        room.do(AdmitSeat(at(1), room.seat(0), "w1"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202eAna\u202c", "Ana"),
        ("A\u200bna", "Ana"),
        ("Z" + "\u0351" * 40 + "oe", "Z" + "\u0351" * 2 + "oe"),
        ("Bảo\u0000 Trần\n", "Bảo Trần"),
        ("x" * 500, "x" * SEAT_NAME_LIMIT),
    ],
)
def test_names_from_phones_are_cleaned(typed: str, kept: str) -> None:
    assert seat_name(typed) == kept


def test_names_that_can_be_taken_for_each_other_look_the_same() -> None:
    assert looks("\u0410n\u0430 Ruiz") == looks("Ana Ruiz") == looks("ANA  RU1Z".replace("1", "i"))
    assert looks("Ana Ruiz") != looks("Ana Ruis")


def test_a_wrong_name_is_taken_off_with_its_sign_in_and_the_next_name_waits() -> None:
    room = with_check_in()
    room.do(NameSeat(at(3), room.seat(0), "Ana Ruiz"))
    room.do(DeclineSeat(at(5), room.seat(0)))
    assert (seat(room).name, seat(room).attendee) == ("", "")
    assert room.state.presence("a1").intervals == ()
    room.do(NameSeat(at(6), room.seat(0), "Ana Ruiz"))
    assert (seat(room).attendee, seat(room).waiting, seat(room).asks) == ("", True, "a1")
    room.do(NameSeat(at(7), room.seat(1), "Ana Ruiz"))
    assert seat(room, 1).attendee == "a1"


def test_a_sign_in_at_the_desk_outlives_a_wrong_name_on_a_phone() -> None:
    room = with_check_in()
    room.do(SignIn(at(-5), "a1"))
    room.do(NameSeat(at(3), room.seat(0), "Ana Ruiz"))
    room.do(DeclineSeat(at(5), room.seat(0)))
    assert room.state.presence("a1").here
    assert seat(room).attendee == ""


def test_where_each_name_is_confirmed_a_free_name_of_the_roster_waits_too() -> None:
    room = with_check_in()
    room.do(InvitePhones(at(0), "4827", room.state.check_in, confirm=True))
    room.do(NameSeat(at(1), room.seat(0), "Ana Ruiz"))
    assert (seat(room).waiting, seat(room).asks, seat(room).attendee) == (True, "a1", "")
    assert not room.state.presence("a1").here
    assert room.kinds(AdmitSeat(at(9), room.seat(0), "a1")) == ["SeatNamed", "SignedIn"]
    assert room.state.presence("a1").intervals[0].start == at(1)


def test_who_is_confirmed_late_has_been_here_since_the_name_was_given() -> None:
    room = with_check_in()
    room.do(NameSeat(at(1), room.seat(0), "Chidi Okoro"))
    room.do(AdmitSeat(at(20), room.seat(0), "w1"))
    assert room.state.presence("w1").intervals[0].start == at(1)
    room.do(DeclineSeat(at(21), room.seat(0)))
    assert room.state.presence("w1").intervals == ()


def test_a_stay_never_begins_before_the_last_one_ended() -> None:
    room = with_check_in()
    room.do(InvitePhones(at(0), "4827", room.state.check_in, confirm=True))
    room.do(NameSeat(at(1), room.seat(0), "Ana Ruiz"))
    room.do(SignIn(at(2), "a1"))
    room.do(SignOut(at(5), "a1"))
    room.do(AdmitSeat(at(7), room.seat(0), "a1"))
    assert [stay.start for stay in room.state.presence("a1").intervals] == [at(2), at(5)]


def test_to_confirm_names_no_more_lets_the_next_ones_in_at_once() -> None:
    room = with_check_in()
    how = room.state.check_in
    room.do(InvitePhones(at(0), "4827", how, confirm=True))
    room.do(InvitePhones(at(1), "4827", how))
    assert room.kinds(NameSeat(at(2), room.seat(0), "Ana Ruiz")) == ["SeatNamed", "SignedIn"]
