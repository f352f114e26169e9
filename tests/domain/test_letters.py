"""What people paste may hold what no file can; it is left out before it is recorded."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from imhtrainer.domain.events import Details
from imhtrainer.domain.letters import printable
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    ChangeDetails,
    OverrideCompletion,
)
from tests.domain.classroom import Classroom, at


@given(st.text())
def test_printable_text_can_stand_in_any_office_file(text: str) -> None:
    etree.Element("text").text = printable(text)


def test_printable_text_keeps_letters_lines_and_joiners() -> None:
    assert printable("Café\nमी\u200dरा 🙂") == "Café\nमी\u200dरा 🙂"


def test_what_no_file_can_hold_is_not_recorded() -> None:
    room = Classroom()
    room.do(ChangeDetails(at(0), Details(venue="Library \x01Hall\ud800 ")))
    room.do(AddAttendees(at(0), (Attendee("a1", " Ana\x01\x0b Ruiz", role="Nu\x02rse"),)))
    room.do(OverrideCompletion(at(0), "a1", True, "helped \x03 with chairs"))
    assert room.state.details.venue == "Library Hall "
    assert room.state.roster == (Attendee("a1", "Ana Ruiz", role="Nurse"),)
    assert room.state.overrides[0].reason == "helped with chairs"
    assert room.do(ChangeAttendee(at(1), Attendee("a1", "Ana Ruiz\x04", role="Nurse"))) == ()
