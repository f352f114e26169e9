"""A practice run: everything can be tried, and nobody real is written down."""

from collections.abc import Iterator

import pytest

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CommandRefused, SeatRefused
from imhtrainer.domain.roster import Attendee, Interval
from imhtrainer.domain.seats import SEAT_DIGITS, SEAT_WORDS
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AdmitSeat,
    ChangeAttendee,
    Command,
    CorrectPresence,
    CountHands,
    CreateSession,
    EndSession,
    GoTo,
    InvitePhones,
    IssueCertificate,
    NameSeat,
    ReportCredit,
    SignIn,
    SignOut,
    StartSession,
    TakeSeat,
)
from tests.domain.classroom import ANA, BAO, CHECKS, Classroom, at, small_plan

SEAT, SECRET = f"{SEAT_WORDS[0]} {SEAT_DIGITS[:3]}", "5" * 64


@pytest.fixture
def practice() -> Classroom:
    """A practice run that has begun, with one made-up person on its roster."""
    room = Classroom()
    room.state, room.events = SessionState(), []
    room.do(CreateSession(at(-30), small_plan(), practice=True))
    room.do(AddAttendees(at(-29), (ANA,), "practice"))
    room.do(StartSession(at(0)))
    return room


def writing_people_down() -> Iterator[Command]:
    """Every command that would write down something about a person, or count for one."""
    yield AddAttendees(at(1), (BAO,))
    yield ChangeAttendee(at(1), Attendee(ANA.id, "Maria Real"))
    yield AdmitSeat(at(1), SEAT, "w1")
    yield IssueCertificate(
        at(1), Certificate("IMH-2026-000001-9", ANA.id, ANA.name, "A", "2026-11-21", 75, at(1))
    )
    yield ReportCredit(at(1), (ANA.id,))


@pytest.mark.parametrize("command", list(writing_people_down()), ids=lambda c: type(c).__name__)
def test_it_writes_nobody_down_and_says_why(practice: Classroom, command: Command) -> None:
    before = practice.state
    with pytest.raises(CommandRefused, match="This is practice"):
        practice.do(command)
    assert practice.state == before


def test_after_its_end_it_still_writes_nobody_down(practice: Classroom) -> None:
    practice.do(EndSession(at(60)))
    with pytest.raises(CommandRefused, match="This is practice"):
        practice.do(AddAttendees(at(61), (BAO,)))


def test_its_made_up_people_sign_in_and_out_as_people_do(practice: Classroom) -> None:
    practice.do(SignIn(at(1), ANA.id))
    assert practice.state.present == (ANA.id,)
    practice.do(SignOut(at(2), ANA.id))
    practice.do(CorrectPresence(at(3), ANA.id, (Interval(at(1), at(3)),)))
    assert practice.state.presence(ANA.id).intervals[-1].end == at(3)


def test_it_is_a_rehearsal_so_that_every_file_and_list_says_so(practice: Classroom) -> None:
    assert (practice.state.rehearsal, practice.state.practice) == (True, True)


def test_phones_may_answer_in_it_but_give_no_names(practice: Classroom) -> None:
    practice.do(InvitePhones(at(1), "code", "typed"))
    assert practice.state.check_in == "off"
    practice.do(TakeSeat(at(1), SEAT, SECRET))
    with pytest.raises(SeatRefused, match="no names are kept"):
        practice.do(NameSeat(at(1), SEAT, "Maria Real"))
    practice.do(GoTo(at(2), CHECKS[0]))
    practice.do(CountHands(at(2), 1, 3))
    assert practice.state.questions[1].rounds[-1].counts == (0, 3, 0)


def test_a_rehearsal_of_made_up_people_records_them_as_ever() -> None:
    room = Classroom()
    room.state, room.events = SessionState(), []
    room.do(CreateSession(at(-30), small_plan(), rehearsal=True))
    room.do(StartSession(at(0)))
    room.do(AddAttendees(at(1), (BAO,)))
    room.do(SignIn(at(1), BAO.id))
    assert room.state.present == (BAO.id,)
    assert not room.state.practice
