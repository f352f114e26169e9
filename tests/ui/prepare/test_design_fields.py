"""Prepare: the certificate's design, its second page, what completing takes, and the page with real names."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees, StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.prepare.page import PreparePage
from imhtrainer.ui.services import Services
from imhtrainer.ui.widgets.fields import Choice

LONG = "Rosa María de los Ángeles Villavicencio Echeverría de la Torre"


def pick(choice: Choice, words: str) -> None:
    choice.setCurrentIndex(choice.findText(words, Qt.MatchFlag.MatchStartsWith))
    choice.activated.emit(choice.currentIndex())


def shown_names(prepare: PreparePage) -> list[str]:
    shown = prepare.form.design.shown
    return [shown.itemText(index) for index in range(shown.count())]


def test_the_longest_and_the_hardest_name_of_the_roster_are_tried(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    people = (Attendee("1", LONG), Attendee("2", "Ana Ruiz"), Attendee("3", "Zoë 😀 Smith"))
    session.do(AddAttendees(session.now(), people))
    qtbot.waitUntil(lambda: any(LONG in name for name in shown_names(prepare)))
    assert shown_names(prepare) == [f"Longest name: {LONG}", "Hardest name: Zoë 😀 Smith"]
    assert prepare.form.design.preview.accessibleName() != "No page yet"
    assert "two lines" in prepare.form.design.said.text()
    pick(prepare.form.design.shown, "Hardest")
    assert prepare.form.design.preview.accessibleName() == "No page yet"
    assert "no font has 😀" in prepare.form.design.said.text()


def test_a_second_page_is_asked_for_and_shown_before_anything_is_issued(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    design = prepare.form.design
    assert not design.competencies.isEnabled()
    pick(design.pages, "Two")
    qtbot.keyClicks(design.competencies, "Observing; Reflecting ;")
    pick(design.design, "For parents")
    qtbot.waitUntil(lambda: session.state.details.award.competencies != ())
    award = session.state.details.award
    assert (award.template, award.second_page) == ("parents", True)
    assert award.competencies == ("Observing", "Reflecting")
    qtbot.waitUntil(
        lambda: any("second page" in name for name in shown_names(prepare)), timeout=10_000
    )
    assert "made-up name" in design.said.text()


def test_a_last_check_and_the_evaluation_can_be_asked_for(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    fields = prepare.form.award
    assert fields.post_test.text() == "Not asked for"
    fields.post_test.setValue(80)
    pick(fields.evaluation, "Must be")
    qtbot.waitUntil(lambda: session.state.details.award.evaluation)
    assert session.state.details.award.post_test == 0.8


def with_provider(services: Services, number: str) -> None:
    """Write a provider into the settings."""
    now = services.settings.now
    provider = replace(now.award.provider, number=number)
    services.settings.change(replace(now, award=replace(now.award, provider=provider)))


def test_the_provider_follows_the_settings_until_the_session_begins(
    prepare: PreparePage, session: TrainingSession, services: Services
) -> None:
    with_provider(services, "50-12345")
    assert session.state.details.award.provider.number == "50-12345"
    assert "statement is not written down" in prepare.form.award.speaks.text()
    session.do(StartSession(session.now()))
    with_provider(services, "50-99999")
    assert session.state.details.award.provider.number == "50-12345"
