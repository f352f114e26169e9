"""Records in the settings: how long, what is due, and one person's data."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import EndSession, SignIn, StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.records_box import RecordsBox
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from tests.ui.conftest import StandingClock

Settle = Callable[[], None]


@pytest.fixture
def held(
    session: TrainingSession, invite: Callable[..., None], services: Services
) -> TrainingSession:
    """Ana Fuentes and Bo Lee were there."""
    invite(session, "Ana Fuentes", "Bo Lee")
    session.do(SignIn(services.clock(), "a1"))
    session.do(StartSession(services.clock()))
    session.do(EndSession(services.clock()))
    services.journal.flush()
    return session


@pytest.fixture
def box(
    window_look: Look,
    services: Services,
    held: TrainingSession,
    shown: Callable[[QWidget], None],
    settle: Settle,
) -> RecordsBox:
    made = RecordsBox(window_look, services)
    shown(made)
    settle()
    return made


def press(box: RecordsBox, words: str) -> None:
    found = [b for b in box.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    found[0].click()


def look_up(box: RecordsBox, words: str, settle: Settle) -> None:
    box.finder.setText(words)
    box.find_button.click()
    settle()


def test_records_are_kept_seven_years_and_the_first_day_is_named(box: RecordsBox) -> None:
    assert box.years.value() == 7
    assert box.said.text() == "Nothing is due. The first session is due on November 21, 2033."


def test_another_number_of_years_is_kept_and_counts_at_once(
    box: RecordsBox, services: Services, settle: Settle
) -> None:
    box.years.setValue(10)
    box.years.editingFinished.emit()
    settle()
    assert services.settings.now.retention_years == 10
    assert box.said.text().endswith("November 21, 2036.")


def test_what_is_due_loses_its_names_when_asked_and_with_a_reason(
    box: RecordsBox, held: TrainingSession, standing_clock: StandingClock, settle: Settle
) -> None:
    standing_clock.now = datetime(2033, 11, 21, 12, tzinfo=UTC)
    box.refresh()
    settle()
    assert box.said.text() == "1 session is due:"
    press(box, "Remove all names")
    box.reason.setText("kept for seven years")
    box.remove_button.click()
    settle()
    assert [p.name for p in held.state.roster] == ["Person 1 (removed)", "Person 2 (removed)"]
    assert box.said.text() == "No session holds anybody’s data yet."


def test_a_copy_of_one_persons_data_is_saved_and_recorded(
    box: RecordsBox, held: TrainingSession, services: Services, tmp_path: Path, settle: Settle
) -> None:
    box.ask_out = lambda name: str(tmp_path / name)
    look_up(box, "fuentes", settle)
    press(box, "Save a copy")
    settle()
    assert "Ana Fuentes" in (tmp_path / "Ana Fuentes.json").read_text("utf-8")
    kinds = [type(event).__name__ for event in services.journal.events(held.id)]
    assert kinds[-1] == "PersonExported"


def test_a_removal_needs_its_reason_and_can_be_left(
    box: RecordsBox, held: TrainingSession, qtbot: QtBot, settle: Settle
) -> None:
    look_up(box, "fuentes", settle)
    press(box, "Remove")
    box.remove_button.click()
    settle()
    assert held.state.purged == ()
    assert "three words" in box.result.text()
    press(box, "Cancel")
    assert box.asking.isHidden()


def test_nobody_found_is_said(box: RecordsBox, settle: Settle) -> None:
    look_up(box, "zzz", settle)
    assert box.result.text() == "Nobody in the records is called that."
