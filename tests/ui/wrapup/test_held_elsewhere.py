"""Wrap up of a training that was held without the program: its certificates, and no times made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees, IssueCertificate, OverrideCompletion
from imhtrainer.ui.services import Services
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.services.little_training import LITTLE
from tests.signing.test_seal import FACTS
from tests.ui.conftest import StandingClock


def test_people_and_certificates_are_there_and_what_is_not_known_is_not_said(
    open_page: Callable[..., WrapUpPage], services: Services, standing_clock: StandingClock
) -> None:
    day = datetime(2026, 1, 31).astimezone()
    session = services.sessions.create(read_deck(LITTLE), Details(starts=day), elsewhere=True)
    session.do(AddAttendees(standing_clock(), (Attendee("a", "Ana Ruiz"),)))
    session.do(OverrideCompletion(standing_clock(), "a", True, "Held without the program"))
    session.do(IssueCertificate(standing_clock(), replace(FACTS, attendee="a", name="Ana Ruiz")))
    page = open_page(session)
    attendance = page.attendance
    assert attendance.heading.text() == "1 person came, 1 completed"
    assert attendance.rule.text().startswith("Held without the program")
    cells = [attendance.model.index(0, column).data() for column in range(5)]
    assert cells == ["Ana Ruiz", "Not recorded", "", "", "Completed"]
    attendance.editing.open_times("a")
    assert attendance.editing.editor is None
    assert attendance.add_button.isHidden()
    assert page.files.results.isHidden()
    assert page.files.elsewhere.isVisibleTo(page.files)
    assert page.files.signed.said.text() == "PDF, minutes as they were entered"
