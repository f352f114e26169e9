"""Who completed and why not, as the facilitator sees it, and everything that can be set right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import SignOut
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.wrapup.page import WrapUpPage
from imhtrainer.ui.wrapup.row_editors import ReasonEditor, TimesEditor
from imhtrainer.ui.wrapup.standing import Filter
from imhtrainer.ui.wrapup.standing_model import (
    ACTION,
    COMPLETION,
    MINUTES,
    NAME,
    NOTE_ROLE,
    TIMES,
)
from tests.ui.conftest import StandingClock, refusing_disk
from tests.ui.wrapup.holding import LONG, NAMES, hold


def named(page: WrapUpPage) -> list[str]:
    return [row.person.name for row in page.attendance.model.rows]


def person_id(page: WrapUpPage, name: str) -> str:
    return next(p.id for p in page.desk.state.roster if p.name == name)


def cell(page: WrapUpPage, name: str, column: int, role: int = 0) -> str:
    row = page.attendance.model.row_of(person_id(page, name))
    return str(page.attendance.model.index(row, column).data(role))


def go_on() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def reason_editor(page: WrapUpPage) -> ReasonEditor:
    editor = page.attendance.editing.editor
    assert isinstance(editor, ReasonEditor)
    return editor


def times_editor(page: WrapUpPage) -> TimesEditor:
    editor = page.attendance.editing.editor
    assert isinstance(editor, TimesEditor)
    return editor


def test_the_heading_is_the_answer(page: WrapUpPage) -> None:
    assert page.attendance.heading.text() == "6 people came, 4 completed"
    assert "To complete: 27 minutes" in page.attendance.rule.text()


def test_who_needs_an_answer_is_first_then_not_completed_then_by_name(page: WrapUpPage) -> None:
    assert named(page) == [
        "Gabriel Montoya",
        "Devonte Williams",
        "Ana Fuentes",
        LONG,
        "Zoë Adler",
        "مريم السيد",
    ]


def test_a_row_says_why_not_and_by_how_much(page: WrapUpPage) -> None:
    assert cell(page, "Devonte Williams", COMPLETION) == "Not completed"
    assert cell(page, "Devonte Williams", COMPLETION, NOTE_ROLE) == "20 of 30 min, 27 needed"
    assert cell(page, "Devonte Williams", MINUTES) == "20"


def test_the_tabs_count_and_filter(page: WrapUpPage) -> None:
    tabs = page.attendance.tabs.buttons
    assert [button.text() for button in tabs.values()] == [
        "Everyone 6",
        "Completed 4",
        "Not completed 1",
        "To settle 1",
    ]
    tabs[Filter.NOT_COMPLETED].click()
    assert named(page) == ["Devonte Williams"]
    tabs[Filter.TO_SETTLE].click()
    assert named(page) == ["Gabriel Montoya"]


def test_a_long_name_is_never_cut(page: WrapUpPage) -> None:
    table, model = page.attendance.table, page.attendance.model
    long, short = model.row_of(person_id(page, LONG)), model.row_of(person_id(page, "Ana Fuentes"))
    assert table.rowHeight(long) > table.rowHeight(short)


def test_set_time_takes_the_end_of_the_training(page: WrapUpPage) -> None:
    gabriel = person_id(page, "Gabriel Montoya")
    assert list(page.attendance.editing.leave_fields) == [gabriel]
    page.attendance.editing.act(gabriel)
    go_on()
    assert page.desk.state.presence(gabriel).intervals[-1].end == page.desk.state.ended
    assert page.attendance.heading.text() == "6 people came, 5 completed"
    assert page.attendance.tabs.buttons[Filter.TO_SETTLE].isHidden()


def test_another_time_can_be_set(page: WrapUpPage) -> None:
    gabriel = person_id(page, "Gabriel Montoya")
    page.attendance.editing.leave_fields[gabriel].setTime(QTime(9, 51))
    page.attendance.editing.act(gabriel)
    go_on()
    assert cell(page, "Gabriel Montoya", COMPLETION, NOTE_ROLE) == "10 of 30 min, 27 needed"


def test_a_time_before_coming_is_refused_in_one_sentence(
    page: WrapUpPage, services: Services
) -> None:
    said: list[str] = []
    services.errors.raised.connect(lambda sentence, _kind: said.append(sentence))
    gabriel = person_id(page, "Gabriel Montoya")
    page.attendance.editing.leave_fields[gabriel].setTime(QTime(8, 0))
    page.attendance.editing.act(gabriel)
    assert said == ["Gabriel Montoya came after that time. Check the hour."]
    assert page.desk.state.presence(gabriel).here


@pytest.fixture
def two_asked(
    open_page: Callable[..., WrapUpPage],
    session: TrainingSession,
    invite: Callable[..., None],
    standing_clock: StandingClock,
    qtbot: QtBot,
) -> WrapUpPage:
    """Ana and Gabriel forgot to sign out; the keyboard stands on the table's first row, Ana's."""
    invite(session, *NAMES)
    hold(session, standing_clock, NAMES, still=("Ana Fuentes", "Gabriel Montoya"))
    page = open_page(session)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.attendance.table.setFocus()
    return page


def test_enter_in_a_persons_field_sets_that_persons_time_and_goes_on_to_the_next(
    two_asked: WrapUpPage, qtbot: QtBot
) -> None:
    ana, gabriel = person_id(two_asked, "Ana Fuentes"), person_id(two_asked, "Gabriel Montoya")
    editing = two_asked.attendance.editing
    editing.leave_fields[ana].setTime(QTime(9, 55))
    field = editing.leave_fields[gabriel]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editing.editor is None
    assert not two_asked.desk.state.presence(gabriel).here
    assert two_asked.desk.state.presence(ana).here
    go_on()
    assert editing.leave_fields[ana].time() == QTime(9, 55)
    assert QApplication.focusWidget() is editing.leave_fields[ana]


def test_tab_goes_from_a_persons_field_to_its_own_button(
    two_asked: WrapUpPage, qtbot: QtBot
) -> None:
    editing = two_asked.attendance.editing
    stops = []
    for _ in range(8):
        here = QApplication.focusWidget()
        assert here is not None
        stops.append(here.accessibleName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    told = [words for number, words in enumerate(stops) if words not in stops[:number]]
    assert told[1:5] == [
        "Ana Fuentes left at",
        "Set the time Ana Fuentes left",
        "Gabriel Montoya left at",
        "Set the time Gabriel Montoya left",
    ]
    assert editing.editor is None


def test_after_the_last_time_was_set_the_keyboard_is_in_the_table(
    two_asked: WrapUpPage, qtbot: QtBot
) -> None:
    table = two_asked.attendance.table
    for name in ("Gabriel Montoya", "Ana Fuentes"):
        button = next(
            made
            for made in table.findChildren(Button)
            if made.accessibleName() == f"Set the time {name} left" and made.isVisible()
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        go_on()
    assert QApplication.focusWidget() is table
    here = two_asked.attendance.model.rows[table.currentIndex().row()]
    assert here.person.name == "Ana Fuentes"


def test_many_still_signed_in_leave_in_one_step(
    open_page: Callable[..., WrapUpPage],
    session: TrainingSession,
    invite: Callable[..., None],
    standing_clock: StandingClock,
) -> None:
    invite(session, *NAMES)
    hold(session, standing_clock, NAMES, still=NAMES)
    page = open_page(session)
    assert "5 people are still signed in" in page.attendance.bar.text
    assert page.attendance.editing.leave_fields == {}
    page.desk.sign_out_all()
    go_on()
    assert session.state.present == ()
    assert page.attendance.bar.text == ""


def test_a_reason_of_two_words_is_refused_where_it_was_written(page: WrapUpPage) -> None:
    page.attendance.editing.act(person_id(page, "Devonte Williams"))
    editor = reason_editor(page)
    editor.field.setText("was ill")
    editor.save_button.click()
    assert editor.said.text().startswith("Write the reason in three words or more")
    assert page.desk.state.overrides == ()


def test_what_a_person_reached_stays_beside_the_reason_that_is_written(page: WrapUpPage) -> None:
    table, devonte = page.attendance.table, person_id(page, "Devonte Williams")
    page.attendance.editing.act(devonte)
    row = page.attendance.model.row_of(devonte)
    box = table.visualRect(page.attendance.model.index(row, TIMES)).adjusted(2, 2, -2, -2)
    shown = table.viewport().grab(box).toImage()
    colors = {shown.pixel(x, y) for x in range(shown.width()) for y in range(shown.height())}
    assert len(colors) > 1


def test_an_override_says_by_you_and_can_be_withdrawn(page: WrapUpPage) -> None:
    devonte = person_id(page, "Devonte Williams")
    page.attendance.editing.act(devonte)
    reason_editor(page).field.setText("helped a parent outside")
    reason_editor(page).save_button.click()
    go_on()
    assert cell(page, "Devonte Williams", COMPLETION) == "Completed"
    said = cell(page, "Devonte Williams", COMPLETION, NOTE_ROLE)
    assert said == "By you: helped a parent outside"
    assert cell(page, "Devonte Williams", ACTION) == "Change"
    page.attendance.editing.act(devonte)
    assert reason_editor(page).field.text() == "helped a parent outside"
    reason_editor(page).withdraw_button.click()
    go_on()
    assert cell(page, "Devonte Williams", COMPLETION) == "Not completed"


def test_enter_opens_the_times_and_saving_corrects_them(page: WrapUpPage, qtbot: QtBot) -> None:
    table, ana = page.attendance.table, person_id(page, "Ana Fuentes")
    table.show_person(ana)
    QTest.keyClick(table, Qt.Key.Key_Return)
    editor = times_editor(page)
    before = page.desk.state.presence(ana).intervals[0]
    editor.lines[0].end.setTime(QTime(9, 56))
    editor.save_button.click()
    go_on()
    after = page.desk.state.presence(ana).intervals[0]
    assert after.start == before.start
    assert cell(page, "Ana Fuentes", MINUTES) == "15"
    assert page.attendance.editing.editor is None


def test_a_break_takes_its_minutes_away(page: WrapUpPage) -> None:
    zoe = person_id(page, "Zoë Adler")
    page.attendance.editing.open_times(zoe)
    editor = times_editor(page)
    editor.more_button.click()
    editor.save_button.click()
    go_on()
    assert len(page.desk.state.presence(zoe).intervals) == 2
    assert cell(page, "Zoë Adler", MINUTES) == "25"
    assert cell(page, "Zoë Adler", 1, NOTE_ROLE).startswith("out ")


def test_times_that_run_backwards_are_refused_in_the_row(page: WrapUpPage) -> None:
    ana = person_id(page, "Ana Fuentes")
    page.attendance.editing.open_times(ana)
    editor = times_editor(page)
    editor.lines[0].end.setTime(QTime(9, 0))
    editor.save_button.click()
    assert "overlap or run backwards" in editor.said.text()


def test_escape_leaves_the_times_alone(page: WrapUpPage, qtbot: QtBot) -> None:
    ana = person_id(page, "Ana Fuentes")
    before = page.desk.state.presence(ana)
    page.attendance.editing.open_times(ana)
    editor = times_editor(page)
    editor.lines[0].end.setTime(QTime(9, 50))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.attendance.editing.editor is None
    assert page.desk.state.presence(ana) == before


def test_somebody_who_was_there_can_be_added(page: WrapUpPage) -> None:
    form = page.attendance.form
    page.attendance.add_button.click()
    form.name.setText("Priya Raman")
    form.add_button.click()
    go_on()
    assert "Priya Raman" in named(page)
    assert page.desk.state.roster[-1].walk_in
    assert page.attendance.heading.text() == "7 people came, 5 completed"


def test_a_name_of_the_roster_is_not_made_twice(page: WrapUpPage) -> None:
    people = len(page.desk.state.roster)
    form = page.attendance.form
    form.open()
    form.name.setText("nobody who came")
    form.submit()
    go_on()
    assert len(page.desk.state.roster) == people
    assert "Nobody Who Came" in named(page)


def test_who_is_in_the_table_already_is_not_added(page: WrapUpPage) -> None:
    form = page.attendance.form
    form.open()
    form.name.setText("ana fuentes")
    form.submit()
    assert form.said.text() == "Ana Fuentes is in the table already."


def test_nobody_came(
    open_page: Callable[..., WrapUpPage], session: TrainingSession, standing_clock: StandingClock
) -> None:
    hold(session, standing_clock, ())
    page = open_page(session)
    assert page.attendance.heading.text() == "Nobody signed in"
    assert page.attendance.table.isHidden()
    assert page.certificates.issue_button.isHidden()


def test_a_training_that_still_runs_is_said_and_can_be_ended(
    open_page: Callable[..., WrapUpPage],
    session: TrainingSession,
    invite: Callable[..., None],
    standing_clock: StandingClock,
) -> None:
    invite(session, "Ana Fuentes")
    hold(session, standing_clock, ("Ana Fuentes",), end=False)
    page = open_page(session)
    assert "still running" in page.attendance.bar.text
    assert page.certificates.issue_button.isHidden()
    page.desk.end_training()
    go_on()
    assert page.attendance.bar.text == ""
    assert list(page.attendance.editing.leave_fields) == ["a1"]


@pytest.mark.parametrize("width", [1024, 1100])
def test_a_narrow_window_puts_the_column_under_the_heading(
    open_page: Callable[..., WrapUpPage], held: TrainingSession, width: int
) -> None:
    page = open_page(held, width)
    assert not page.strip.isHidden()
    assert not page.files.isVisible()
    page.strip.files_button.click()
    assert page.files.isVisible()
    assert page.attendance.table.folded


def test_five_hundred_people_are_shown(
    open_page: Callable[..., WrapUpPage],
    session: TrainingSession,
    invite: Callable[..., None],
    standing_clock: StandingClock,
) -> None:
    names = tuple(f"Person {number:03d} Marrero" for number in range(500))
    invite(session, *names)
    hold(session, standing_clock, names)
    page = open_page(session)
    assert page.attendance.model.rowCount() == 500
    assert page.attendance.heading.text() == "500 people came, 500 completed"
    page.attendance.table.show_person("a400")
    assert page.attendance.table.currentIndex().column() == NAME


def test_leaving_late_elsewhere_is_seen_at_once(
    page: WrapUpPage, held: TrainingSession, standing_clock: StandingClock
) -> None:
    gabriel = person_id(page, "Gabriel Montoya")
    end = held.state.ended
    assert end is not None
    held.do(SignOut(standing_clock(), gabriel, end - timedelta(minutes=1)))
    go_on()
    assert cell(page, "Gabriel Montoya", COMPLETION) == "Completed"


def test_what_is_being_written_survives_other_changes(
    page: WrapUpPage, held: TrainingSession, standing_clock: StandingClock
) -> None:
    page.attendance.editing.act(person_id(page, "Devonte Williams"))
    reason_editor(page).field.setText("helped a parent")
    held.do(SignOut(standing_clock(), person_id(page, "Gabriel Montoya")))
    page.resize(1250, 700)
    go_on()
    assert reason_editor(page).field.text() == "helped a parent"
    assert page.attendance.heading.text() == "6 people came, 5 completed"
    page.attendance.editing.close()
    assert cell(page, "Gabriel Montoya", COMPLETION) == "Completed"


def test_a_certificate_of_who_did_not_complete_after_all_is_said(
    page: WrapUpPage, held: TrainingSession
) -> None:
    page.issue_desk.certificates.issue(page.issue_desk.ready()[:1])
    ana = person_id(page, "Ana Fuentes")
    stay = held.state.presence(ana).intervals[0]
    page.desk.correct(ana, (replace(stay, end=stay.start + timedelta(minutes=12)),))
    go_on()
    said = cell(page, "Ana Fuentes", COMPLETION, NOTE_ROLE)
    assert said == "Holds a certificate: 12 of 30 min, 27 needed"


def test_a_correction_that_is_not_on_disk_is_said_until_it_is(
    page: WrapUpPage, services: Services, qtbot: QtBot
) -> None:
    with refusing_disk(services):
        with qtbot.waitSignal(services.errors.raised) as said:
            page.desk.sign_out_all()
        assert "it keeps trying" in said.args[0]
        well = qtbot.waitSignal(services.errors.settled, timeout=20_000)
    well.wait()


def test_the_row_that_has_the_keyboard_says_what_its_last_cell_does(
    two_asked: WrapUpPage, window_look: Look
) -> None:
    table, model = two_asked.attendance.table, two_asked.attendance.model
    zoe = model.index(model.row_of(person_id(two_asked, "Zoë Adler")), ACTION)

    def inked() -> int:
        """Pixels of the action's colour within the cell, without the ring."""
        inside = table.visualRect(zoe).adjusted(14, 10, -14, -11)
        picture = table.viewport().grab(inside).toImage()
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return sum(picture.pixelColor(x, y) == window_look.color("lagoon") for x, y in spots)

    assert inked() == 0
    table.setCurrentIndex(zoe)
    assert inked() > 20
    two_asked.attendance.add_button.setFocus()
    assert inked() == 0
