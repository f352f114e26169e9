"""Wrap up of a run alone: it says what it was, and certifies nobody."""

from collections.abc import Callable

import pytest

from imhtrainer.domain.session.commands import EndSession, StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.services import Services
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.ui.conftest import StandingClock


@pytest.fixture
def practice(services: Services, standing_clock: StandingClock) -> TrainingSession:
    deck = services.trainings.load(services.trainings.folders()[0])
    session = services.sessions.create(deck, rehearsal=True)
    session.do(StartSession(session.now()))
    session.do(EndSession(session.now()))
    return session


def test_it_says_that_it_was_practice_and_offers_no_certificates(
    open_page: Callable[..., WrapUpPage], practice: TrainingSession
) -> None:
    page = open_page(practice)
    assert "practice run" in page.attendance.bar.text
    assert page.certificates.isHidden()
    page.look_through()
    assert page.overlay is None


def test_in_a_narrow_window_it_offers_none_either(
    open_page: Callable[..., WrapUpPage], practice: TrainingSession
) -> None:
    page = open_page(practice, width=1040)
    assert not page.strip.issue_button.isVisible()
    assert page.strip.said.text() == "Certificates: none, this was practice"
