from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from imhtrainer.services.session import TrainingSession
from imhtrainer.store.settings import SettingsFile
from imhtrainer.ui.prepare.details_desk import remembered
from imhtrainer.ui.prepare.page import DETAILS, ROSTER, PreparePage
from imhtrainer.ui.services import Services
from tests.ui.conftest import refusing_disk

Settle = Callable[[], None]


def type_in(qtbot: QtBot, prepare: PreparePage, field: str, words: str) -> None:
    qtbot.keyClicks(prepare.form.texts[field], words)


def test_what_is_typed_is_saved_without_a_button(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    type_in(qtbot, prepare, "venue", "Alhambra Family Center")
    qtbot.waitUntil(lambda: session.state.details.venue == "Alhambra Family Center")
    assert prepare.steps.saved_words == "Saved on this laptop"


def test_leaving_the_page_saves_what_was_just_typed(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    type_in(qtbot, prepare, "city", "Miami")
    prepare.hide()
    assert session.state.details.city == "Miami"


def test_day_and_time_make_the_start_in_the_laptops_zone(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    prepare.form.day.setDate(QDate(2026, 12, 5))
    prepare.form.time.setTime(QTime(10, 30))
    prepare.open_step(ROSTER)
    starts = session.state.details.starts
    assert starts is not None
    assert starts.tzinfo is not None
    assert starts.strftime("%Y-%m-%d %H:%M") == "2026-12-05 10:30"


def test_the_step_says_what_is_missing_and_then_when_it_is(
    prepare: PreparePage, qtbot: QtBot
) -> None:
    step = prepare.steps.buttons[DETAILS]
    assert step.state_words == "Facilitator missing"
    type_in(qtbot, prepare, "facilitator", "Marisol Vega")
    qtbot.waitUntil(lambda: step.state_words == "Venue missing")
    type_in(qtbot, prepare, "venue", "Center")
    qtbot.waitUntil(lambda: "Nov 21" in step.state_words)


def test_paper_and_share_are_choices_of_the_session(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    a4 = prepare.form.paper.findChildren(type(prepare.next_button))[1]
    qtbot.mouseClick(a4, Qt.MouseButton.LeftButton)
    prepare.form.share.setValue(80)
    prepare.open_step(ROSTER)
    assert session.state.details.paper == "a4"
    assert session.state.details.required_share == 0.8


def test_what_was_written_is_remembered_for_the_next_session(
    prepare: PreparePage, services: Services, qtbot: QtBot, settle: Settle
) -> None:
    type_in(qtbot, prepare, "facilitator", "Marisol Vega")
    prepare.open_step(ROSTER)
    settle()
    assert services.settings.now.facilitator == "Marisol Vega"
    assert SettingsFile(services.data_folder.settings).load().facilitator == "Marisol Vega"


def test_a_guest_of_one_session_does_not_become_the_facilitator_of_all(
    session: TrainingSession, services: Services
) -> None:
    known = replace(services.settings.now, facilitator="Marisol Vega")
    before = replace(session.state.details, facilitator="Guest One")
    after = replace(before, facilitator="Guest Two")
    assert remembered(known, before, after).facilitator == "Marisol Vega"


def test_a_signature_is_kept_by_its_content(
    prepare: PreparePage,
    session: TrainingSession,
    services: Services,
    tmp_path: Path,
    settle: Settle,
) -> None:
    signed_on("white", tmp_path / "name.png")
    prepare.form.signature.chosen.emit(tmp_path / "name.png")
    settle()
    name = session.state.details.signature
    assert services.pictures.path(name).is_file()
    assert prepare.form.signature.picture == name
    prepare.form.signature.removed.emit()
    prepare.open_step(ROSTER)
    assert session.state.details.signature == ""


def signed_on(ground: str, path: Path) -> None:
    """A line of ink on a ground."""
    picture = QImage(900, 280, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    painter.fillRect(90, 130, 700, 14, QColor("gray" if ground == "black" else "navy"))
    painter.end()
    picture.save(str(path))


def test_a_signature_that_would_print_as_a_black_box_is_refused_in_words(
    prepare: PreparePage, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    signed_on("black", tmp_path / "name.png")
    with qtbot.waitSignal(services.errors.raised) as said:
        prepare.form.signature.chosen.emit(tmp_path / "name.png")
    assert "would print as a black box" in said.args[0]


def test_a_file_that_is_no_picture_is_refused_in_words(
    prepare: PreparePage, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "notes.txt").write_text("no picture")
    with qtbot.waitSignal(services.errors.raised) as said:
        prepare.form.logo.chosen.emit(tmp_path / "notes.txt")
    assert "notes.txt is no PNG, JPEG or SVG picture" in said.args[0]


def test_the_disk_refusing_is_said_under_the_steps(
    prepare: PreparePage,
    services: Services,
    session: TrainingSession,
    invite: Callable[..., None],
    qtbot: QtBot,
) -> None:
    with refusing_disk(services):
        invite(session, "Ana Lopez")
        qtbot.waitUntil(lambda: "it keeps trying" in prepare.steps.saved_words)
    qtbot.waitUntil(lambda: prepare.steps.saved_words == "Saved on this laptop", timeout=20_000)


def test_the_filled_button_leads_on_and_starts_the_training_at_last(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    assert prepare.next_button.text() == "Roster"
    prepare.next_button.click()
    assert prepare.next_button.text() == "Room and phones"
    prepare.next_button.click()
    assert prepare.next_button.text() == "Before the doors open"
    prepare.next_button.click()
    assert prepare.next_button.text() == "Open the doors"
    with qtbot.waitSignal(prepare.doors_opened):
        prepare.next_button.click()
    with qtbot.waitSignal(prepare.started):
        prepare.start_training()
    assert session.state.stage == "running"
    assert prepare.next_button.text() == "Back to presenting"


def test_every_field_has_a_name_for_who_does_not_see_it(prepare: PreparePage) -> None:
    form = prepare.form
    fields = (form.day, form.time, form.share, form.signature, form.logo, *form.texts.values())
    assert all(field.accessibleName() for field in fields)


def test_a_narrow_window_shrinks_the_steps_to_their_numbers(prepare: PreparePage) -> None:
    prepare.resize(1024, 640)
    assert prepare.steps.width() == 76
    assert prepare.steps.buttons[ROSTER].toolTip() == "Roster, Nobody yet"


def test_a_rule_is_chosen_and_its_source_and_what_it_lets_be_said_are_shown(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    award = prepare.form.award
    award.rules.setCurrentIndex(award.rules.findText("Florida 64B4", Qt.MatchFlag.MatchStartsWith))
    award.rules.activated.emit(award.rules.currentIndex())
    qtbot.waitUntil(lambda: session.state.details.award.rules.id == "florida-64b4")
    assert session.state.details.award.rules.instruction == 50
    assert award.speaks.text() == (
        "The certificate says nothing of credit: no provider number is written down."
    )
