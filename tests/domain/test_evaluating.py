"""The evaluation on phones: when it opens, what it counts for, and that a name is confirmed by its person."""

from dataclasses import replace

import pytest

from imhtrainer.domain.award import Award
from imhtrainer.domain.credit import completion
from imhtrainer.domain.errors import AnswerTooLate, CommandRefused, SeatRefused
from imhtrainer.domain.evaluation import Evaluation, evaluation_items
from imhtrainer.domain.events import NameConfirmed
from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AdmitSeat,
    ChangeAttendee,
    ChangeDetails,
    CloseEvaluation,
    DeclineSeat,
    EndSession,
    HandInEvaluation,
    InvitePhones,
    NameSeat,
    OpenEvaluation,
    StartSession,
    TakeSeat,
)
from tests.domain.classroom import ANA, BAO, Classroom, at, small_plan

ITEMS = len(evaluation_items(small_plan()))
SEAT, OTHER = "maple 472", "apple 333"


def seated(*codes: str) -> Classroom:
    """A room with Ana and Bảo on the roster, and phones in these seats."""
    room = Classroom()
    room.do(AddAttendees(at(-20), (ANA, BAO)))
    room.do(InvitePhones(at(-19), "4827", "typed"))
    for number, code in enumerate(codes):
        room.do(TakeSeat(at(-18), code, f"{number:064x}"))
    return room


def form(mark: str, rating: int) -> Evaluation:
    return Evaluation(0, (rating,) * ITEMS, (), mark)


def test_it_opens_once_the_training_runs_and_phones_are_invited() -> None:
    room = Classroom()
    with pytest.raises(CommandRefused, match="comes at its end"):
        room.do(OpenEvaluation(at(-1)))
    room.do(StartSession(at(0)))
    with pytest.raises(CommandRefused, match="Print the evaluation form"):
        room.do(OpenEvaluation(at(1)))
    room.do(InvitePhones(at(2), "4827"))
    assert len(room.do(OpenEvaluation(at(3)))) == 1
    assert room.do(OpenEvaluation(at(4))) == ()


def test_while_it_is_not_open_nothing_is_handed_in() -> None:
    room = seated(SEAT)
    room.do(StartSession(at(0)))
    with pytest.raises(AnswerTooLate):
        room.do(HandInEvaluation(at(1), SEAT))
    assert room.do(CloseEvaluation(at(2), ())) == ()


def test_after_the_end_a_phone_comes_in_only_for_the_evaluation() -> None:
    room = seated()
    room.do(StartSession(at(0)))
    room.do(EndSession(at(75)))
    with pytest.raises(SeatRefused):
        room.do(TakeSeat(at(76), SEAT, f"{1:064x}"))
    room.do(OpenEvaluation(at(77)))
    assert len(room.do(TakeSeat(at(78), SEAT, f"{1:064x}"))) == 1


def test_handing_in_by_phone_is_evidence_for_the_person_in_the_seat_and_for_nobody_else() -> None:
    room = seated(SEAT, OTHER)
    asking = replace(room.state.details, award=Award(evaluation=True))
    room.do(ChangeDetails(at(-10), asking))
    room.do(NameSeat(at(-9), SEAT, ANA.name))
    room.do(StartSession(at(0)))
    room.do(OpenEvaluation(at(70)))
    room.do(HandInEvaluation(at(71), SEAT))
    room.do(HandInEvaluation(at(72), OTHER))
    missing = {who.id: _misses_form(room, who.id) for who in (ANA, BAO)}
    assert missing == {ANA.id: False, BAO.id: True}
    room.do(DeclineSeat(at(73), SEAT))
    assert _misses_form(room, ANA.id)


def test_a_person_who_goes_on_with_another_phone_has_still_handed_in() -> None:
    room = seated(SEAT, OTHER)
    room.do(NameSeat(at(-9), SEAT, ANA.name))
    room.do(NameSeat(at(-8), SEAT, ANA.name, spelling=True))
    room.do(StartSession(at(0)))
    room.do(OpenEvaluation(at(70)))
    room.do(HandInEvaluation(at(71), SEAT))
    room.do(NameSeat(at(72), OTHER, ANA.name))
    room.do(AdmitSeat(at(73), OTHER, ANA.id))
    assert room.state.has_handed_in(ANA.id)
    assert room.state.spelling_confirmed(ANA.id)
    assert replay(room.events) == room.state


def test_forms_come_in_at_the_close_sorted_by_marks_and_a_mark_counts_once() -> None:
    room = seated(SEAT)
    room.do(StartSession(at(0)))
    room.do(OpenEvaluation(at(70)))
    room.do(CloseEvaluation(at(75), (form("f", 2), form("a", 3))))
    room.do(OpenEvaluation(at(76)))
    room.do(CloseEvaluation(at(77), (form("f", 5),)))
    assert [(f.mark, f.ratings[0]) for f in room.state.forms] == [("a", 3), ("f", 5)]
    assert replay(room.events) == room.state


def test_a_name_found_right_is_recorded_once_and_holds_until_it_is_changed() -> None:
    room = seated(SEAT)
    room.do(NameSeat(at(-9), SEAT, ANA.name))
    assert not room.state.spelling_confirmed(ANA.id)
    said = room.do(NameSeat(at(-8), SEAT, ANA.name, spelling=True))
    assert said == (NameConfirmed(at(-8), SEAT, ANA.id),)
    assert room.do(NameSeat(at(-7), SEAT, ANA.name, spelling=True)) == ()
    assert room.state.spelling_confirmed(ANA.id)
    room.do(ChangeAttendee(at(-6), replace(ANA, name="Ana Other")))
    assert not room.state.spelling_confirmed(ANA.id)
    room.do(ChangeAttendee(at(-5), ANA))
    assert room.state.spelling_confirmed(ANA.id)


def test_a_spelling_put_right_by_phone_is_confirmed_with_it() -> None:
    room = seated(SEAT)
    room.do(NameSeat(at(-9), SEAT, ANA.name))
    events = room.do(NameSeat(at(-8), SEAT, ANA.name.upper(), spelling=True))
    assert isinstance(events[-1], NameConfirmed)
    assert room.state.spelling_confirmed(ANA.id)


def _misses_form(room: Classroom, attendee: str) -> bool:
    refusals = completion(room.state, attendee, at(90)).refusals
    return "the evaluation handed in" in [refusal.rule for refusal in refusals]
