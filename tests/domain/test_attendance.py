"""The roster and the door: adding, correcting, signing in and out, removing, overriding."""

from dataclasses import replace
from typing import Any

import pytest

from imhtrainer.domain.certificate import Certificate, next_revision
from imhtrainer.domain.credit import completion
from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee, Interval
from imhtrainer.domain.session import SessionState, decide
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    ChangeDetails,
    CloseRound,
    CorrectCertificate,
    CorrectPresence,
    CountHands,
    CreateSession,
    EndSession,
    GoTo,
    InterruptSession,
    IssueCertificate,
    OverrideCompletion,
    RemoveAttendees,
    RevokeCertificate,
    SignIn,
    SignOut,
    StartSession,
    WithdrawOverride,
)
from tests.domain.classroom import ANA, BAO, CHECKS, START, Classroom, at, small_plan


def certificate(person: Attendee) -> Certificate:
    return Certificate(
        "IMH-2026-000001-9", person.id, person.name, "A training", "2026-11-21", 75, at(90)
    )


def test_a_walk_in_is_added_and_signed_in_while_the_training_runs() -> None:
    room = Classroom().begin(ANA)
    late = Attendee("w1", "Li Na", walk_in=True)
    room.do(AddAttendees(at(12), (late,)))
    room.do(SignIn(at(12), "w1"))
    assert room.state.present == ("a1", "w1")


def test_a_person_needs_a_name_and_is_added_once() -> None:
    room = Classroom()
    room.do(AddAttendees(at(-9), (ANA,)))
    with pytest.raises(CommandRefused, match="already"):
        room.do(AddAttendees(at(-8), (ANA,)))
    with pytest.raises(CommandRefused, match="name"):
        room.do(AddAttendees(at(-8), (Attendee("x", "  "),)))
    assert room.do(AddAttendees(at(-8), ())) == ()


def test_a_name_that_cannot_be_seen_and_an_id_twice_are_refused() -> None:
    room = Classroom()
    with pytest.raises(CommandRefused, match="needs a name"):
        room.do(AddAttendees(at(0), (Attendee("a1", "\u200b\u2060"),)))
    with pytest.raises(CommandRefused, match="already"):
        room.do(AddAttendees(at(0), (ANA, ANA)))
    room.do(AddAttendees(at(0), (ANA,)))
    with pytest.raises(CommandRefused, match="needs a name"):
        room.do(ChangeAttendee(at(0), Attendee("a1", "\u200b")))


def test_a_name_is_corrected_in_place() -> None:
    room = Classroom()
    room.do(AddAttendees(at(-9), (ANA, BAO)))
    room.do(ChangeAttendee(at(-8), replace(ANA, name="Ana Ruíz")))
    assert [person.name for person in room.state.roster] == ["Ana Ruíz", "Bảo Trần"]
    with pytest.raises(CommandRefused, match="kept"):
        room.do(ChangeAttendee(at(-7), replace(ANA, name="")))


def test_leaving_and_coming_back_makes_two_stays() -> None:
    room = Classroom().begin(ANA)
    room.do(SignOut(at(20), "a1"))
    room.do(SignIn(at(28), "a1"))
    assert room.state.presence("a1").intervals == (
        Interval(at(-5), at(20)),
        Interval(at(28)),
    )


def test_a_time_may_be_written_down_afterwards() -> None:
    room = Classroom().begin(ANA)
    room.do(SignOut(at(50), "a1", at(45)))
    assert room.state.presence("a1").intervals[-1].end == at(45)


def test_the_door_refuses_what_cannot_have_happened() -> None:
    room = Classroom().begin(ANA)
    with pytest.raises(CommandRefused, match="signed in already"):
        room.do(SignIn(at(1), "a1"))
    with pytest.raises(CommandRefused, match="came after that time"):
        room.do(SignOut(at(1), "a1", at(-20)))
    room.do(SignOut(at(10), "a1"))
    with pytest.raises(CommandRefused, match="not signed in"):
        room.do(SignOut(at(11), "a1"))
    with pytest.raises(CommandRefused, match="left after that time"):
        room.do(SignIn(at(12), "a1", at(5)))
    with pytest.raises(CommandRefused, match="not on the roster"):
        room.do(SignIn(at(12), "nobody"))


def test_corrected_times_must_not_overlap_or_run_backwards() -> None:
    room = Classroom().begin(ANA)
    for wrong in (
        (Interval(at(10), at(5)),),
        (Interval(at(0), at(30)), Interval(at(20), at(40))),
        (Interval(at(0)), Interval(at(20), at(40))),
    ):
        with pytest.raises(CommandRefused, match="overlap or run backwards"):
            room.do(CorrectPresence(at(60), "a1", wrong))
    room.do(CorrectPresence(at(60), "a1", (Interval(at(3), at(70)),)))
    assert room.state.presence("a1").intervals == (Interval(at(3), at(70)),)


def test_the_end_signs_everybody_out_unless_told_otherwise() -> None:
    room = Classroom().begin(ANA, BAO)
    room.do(EndSession(at(75)))
    assert room.state.present == ()
    other = Classroom().begin(ANA)
    other.do(EndSession(at(75), sign_out=False))
    assert other.state.present == ("a1",)


def test_an_interrupted_training_that_is_ended_later_was_over_when_its_clock_stopped() -> None:
    room = Classroom().begin(ANA)
    room.do(GoTo(at(20), CHECKS[0]))
    room.do(CountHands(at(21), 1, 1))
    room.do(InterruptSession(at(30)))
    room.do(AddAttendees(at(40), (BAO,)))
    room.do(SignIn(at(40), "a2"))
    room.do(EndSession(at(24 * 60)))
    assert room.state.ended == at(30)
    assert room.state.presence("a1").intervals[-1].end == at(30)
    assert room.state.presence("a2").intervals == (Interval(at(40), at(40)),)
    held = room.state.question("check-1")
    assert held is not None
    assert held.held is not None
    assert held.held.closed == at(30)


def test_a_laptops_clock_set_back_stops_nothing_and_takes_no_minutes_below_nothing() -> None:
    room = Classroom().begin(ANA)
    room.do(GoTo(at(-60), CHECKS[0]))
    room.do(CountHands(at(-59), 1, 1))
    room.do(CloseRound(at(-58)))
    room.do(EndSession(at(-50)))
    stands = completion(room.state, "a1", at(-50))
    assert room.state.presence("a1").intervals == (Interval(at(-5), at(-5)),)
    assert (stands.minutes, stands.instruction, room.state.ended) == (0, 0, START)


def test_an_override_wants_a_reason_of_three_words_and_can_be_withdrawn() -> None:
    room = Classroom().begin(ANA)
    with pytest.raises(CommandRefused, match="three words"):
        room.do(OverrideCompletion(at(80), "a1", True, "was here"))
    room.do(OverrideCompletion(at(80), "a1", True, "  was  here all along "))
    decided = room.state.override("a1")
    assert decided is not None
    assert decided.reason == "was here all along"
    room.do(WithdrawOverride(at(81), "a1"))
    assert room.state.override("a1") is None
    assert room.do(WithdrawOverride(at(82), "a1")) == ()


def test_removing_a_person_takes_presence_and_override_along() -> None:
    room = Classroom().begin(ANA, BAO)
    room.do(OverrideCompletion(at(1), "a1", False, "left very soon"))
    room.do(RemoveAttendees(at(2), ("a1",)))
    assert [p.id for p in room.state.roster] == ["a2"]
    assert not room.state.presence("a1").intervals
    assert room.state.override("a1") is None


def test_who_holds_a_certificate_stays_on_the_roster_and_gets_no_second() -> None:
    room = Classroom().begin(ANA)
    room.do(IssueCertificate(at(90), certificate(ANA)))
    with pytest.raises(CommandRefused, match="stays on the roster"):
        room.do(RemoveAttendees(at(91), ("a1",)))
    with pytest.raises(CommandRefused, match="already"):
        room.do(IssueCertificate(at(91), certificate(ANA)))
    with pytest.raises(CommandRefused, match="not on the roster"):
        room.do(IssueCertificate(at(91), certificate(BAO)))


def test_correcting_a_name_leaves_an_issued_certificate_as_it_was() -> None:
    room = Classroom().begin(ANA)
    room.do(IssueCertificate(at(90), certificate(ANA)))
    room.do(ChangeAttendee(at(91), replace(ANA, name="Ana Ruíz")))
    issued = room.state.certificate("a1")
    assert issued is not None
    assert issued.name == "Ana Ruiz"


def test_details_said_twice_are_written_once() -> None:
    room = Classroom()
    details = Details(venue="Library")
    assert len(room.do(ChangeDetails(at(-20), details))) == 1
    assert room.do(ChangeDetails(at(-19), details)) == ()


def test_nothing_can_be_done_before_a_session_was_made_and_a_made_one_is_not_made_again() -> None:
    with pytest.raises(CommandRefused, match="no session yet"):
        decide(SessionState(), StartSession(at(0)))
    with pytest.raises(CommandRefused, match="exists already"):
        Classroom().do(CreateSession(at(0), small_plan()))
    empty = replace(small_plan(), slides=())
    with pytest.raises(CommandRefused, match="no slides"):
        decide(SessionState(), CreateSession(at(0), empty))


def certified() -> Classroom:
    room = Classroom().begin(ANA, BAO)
    room.do(IssueCertificate(at(90), certificate(ANA)))
    return room


def test_a_correction_is_a_new_revision_that_supersedes_the_old_with_a_reason() -> None:
    room, first = certified(), certificate(ANA)
    second = replace(first, name="Ana Lucía Ruiz", revision="B")
    room.do(CorrectCertificate(at(91), second, "Second name was missing"))
    assert room.state.certificates == (second,)
    (old,) = room.state.withdrawn
    assert (old.certificate, old.how, old.reason) == (
        first,
        "superseded",
        "Second name was missing",
    )


@pytest.mark.parametrize(
    ("changes", "reason", "refusal"),
    [
        ({"name": "A", "revision": "B"}, "typo", "three words"),
        ({"name": "A", "revision": "C"}, "the name was wrong", "corrected meanwhile"),
        ({"revision": "B"}, "the name was wrong", "Nothing on this certificate"),
        (
            {"name": "A", "revision": "B", "attendee": "a2"},
            "the name was wrong",
            "another person",
        ),
        ({"name": "A", "revision": "B", "serial": "x"}, "the name was wrong", "no certificate"),
    ],
)
def test_a_correction_that_cannot_stand_is_refused(
    changes: dict[str, Any], reason: str, refusal: str
) -> None:
    with pytest.raises(CommandRefused, match=refusal):
        certified().do(CorrectCertificate(at(91), replace(certificate(ANA), **changes), reason))


def test_a_revoked_certificate_counts_no_more_and_its_holder_stays_on_the_roster() -> None:
    room = certified()
    room.do(RevokeCertificate(at(91), certificate(ANA).serial, "left after ten minutes"))
    assert room.state.certificates == ()
    assert room.state.withdrawn[0].how == "revoked"
    with pytest.raises(CommandRefused, match="stays on the roster"):
        room.do(RemoveAttendees(at(92), ("a1",)))
    with pytest.raises(CommandRefused, match="no certificate"):
        room.do(RevokeCertificate(at(93), certificate(ANA).serial, "left after ten minutes"))


def test_revisions_go_on_after_z() -> None:
    assert [next_revision(r) for r in ("A", "Y", "Z", "AZ", "ZZ")] == ["B", "Z", "AA", "BA", "AAA"]
