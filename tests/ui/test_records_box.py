"""Records in the settings: how long, what is due, and one person's data."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.evaluation import Evaluation, evaluation_items
from imhtrainer.domain.mentions import TEXT_GONE
from imhtrainer.domain.session.commands import EndSession, EnterEvaluation, SignIn, StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.session_files import session_folder
from imhtrainer.ui.records_box import RecordsBox
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.tick_box import TickBox
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
    settle()
    box.asking.reason.setText("kept for seven years")
    box.asking.remove_button.click()
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
    settle()
    box.asking.remove_button.click()
    settle()
    assert held.state.purged == ()
    assert "three words" in box.result.text()
    press(box, "Cancel")
    assert box.asking.isHidden()


def test_nobody_found_is_said(box: RecordsBox, settle: Settle) -> None:
    look_up(box, "zzz", settle)
    assert box.result.text() == "Nobody in the records is called that."


def test_what_others_wrote_is_shown_and_goes_where_it_is_ticked(
    box: RecordsBox, held: TrainingSession, settle: Settle
) -> None:
    items = len(evaluation_items(held.state.plan))
    written = ("Ana Fuentes was kind", "Ana again", "")
    held.do(EnterEvaluation(held.now(), Evaluation(1, (5,) * items, written))).result()
    look_up(box, "fuentes", settle)
    press(box, "Remove")
    assert not box.asking.remove_button.isEnabled()
    settle()
    ticks = [tick for tick in box.asking.findChildren(TickBox) if "Entry" in tick.text()]
    told = [(t.text().partition(": ")[2], t.isChecked()) for t in ticks if t.isVisible()]
    assert told == [("“Ana Fuentes was kind”", True), ("“Ana again”", False)]
    box.asking.reason.setText("asked by letter today")
    box.asking.remove_button.click()
    settle()
    assert held.state.evaluations[0].comments == (TEXT_GONE, "Ana again", "")


@pytest.fixture
def folder(held: TrainingSession, services: Services) -> Path:
    """The session's folder with its attendance, saved before."""
    made = session_folder(services.output_folder, held.state, held.id)
    made.mkdir(parents=True)
    (made / "Attendance.csv").write_text("Ana Fuentes", encoding="utf-8")
    return made


def ask(box: RecordsBox, settle: Settle) -> None:
    """Ask to remove Ana."""
    look_up(box, "fuentes", settle)
    press(box, "Remove")
    settle()
    box.asking.reason.setText("asked by letter today")


def test_saved_files_that_hold_the_name_are_told_and_made_again(
    box: RecordsBox, folder: Path, settle: Settle
) -> None:
    (folder / "Agenda.pdf").write_text("no names")
    ask(box, settle)
    assert "hold the name: Attendance.csv." in box.asking.files_said.text()
    assert str(folder) in box.asking.files_said.text()
    box.asking.remove_button.click()
    settle()
    written = (folder / "Attendance.csv").read_text("utf-8-sig")
    assert "Fuentes" not in written
    assert "Bo Lee" in written
    assert (folder / "Agenda.pdf").read_text() == "no names"
    assert box.result.text().endswith("The saved files were made again without the name.")


def test_files_that_shall_stay_are_said_to_hold_the_name_still(
    box: RecordsBox, folder: Path, settle: Settle
) -> None:
    ask(box, settle)
    box.asking.renew.setChecked(False)
    box.asking.remove_button.click()
    settle()
    assert (folder / "Attendance.csv").read_text() == "Ana Fuentes"
    assert f"Files in {folder} still hold the name" in box.result.text()


def test_a_file_that_cannot_be_made_again_is_said_and_the_record_is_clean_all_the_same(
    box: RecordsBox, held: TrainingSession, folder: Path, settle: Settle
) -> None:
    ask(box, settle)
    (folder / "Attendance.csv").unlink()
    (folder / "Attendance.csv").mkdir()
    box.asking.remove_button.click()
    settle()
    assert "Person 1 (removed)" in [person.name for person in held.state.roster]
    assert "it is a folder" in box.result.text()


def test_a_session_that_holds_one_persons_data_still_is_said_so(
    box: RecordsBox, held: TrainingSession, standing_clock: StandingClock, settle: Settle
) -> None:
    held.purge(("a2",), "asked by letter today", ())
    standing_clock.now = datetime(2034, 1, 2, tzinfo=UTC)
    box.refresh()
    settle()
    words = [each.text() for each in box.findChildren(QLabel)]
    assert any(said.endswith("November 21, 2026, 1 person") for said in words), words
