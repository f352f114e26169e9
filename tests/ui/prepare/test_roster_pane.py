from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    InvitePhones,
    NameSeat,
    TakeSeat,
)
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.prepare.page import ROSTER, PreparePage
from imhtrainer.ui.prepare.roster_model import LAST, NAME
from imhtrainer.ui.prepare.roster_pane import RosterPane
from imhtrainer.ui.services import Services

Settle = Callable[[], None]

LIST = """Full name,E-mail address,Role
Adaeze Okonkwo,adaeze@example.org,Home visitor
Claudette Pierre,c.pierre@example.org,Grandmother
Guerline Fleur,gsf@example.org,Nurse
=cmd|calc,formula@example.org,Parent
"""


@pytest.fixture
def guests(session: TrainingSession, services: Services) -> TrainingSession:
    """Two people are on the roster already."""
    people = (
        Attendee("a1", "Claudette Pierre", "c.pierre@example.org", "Grandmother"),
        Attendee("a2", "G. Fleur"),
    )
    session.do(AddAttendees(services.clock(), people))
    return session


@pytest.fixture
def imported(
    guests: TrainingSession, roster: RosterPane, tmp_path: Path, settle: Settle
) -> RosterPane:
    """A list of four is open, one of whom may be there already."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    roster.imports.read_file(tmp_path / "list.csv")
    settle()
    return roster


def names(session: TrainingSession) -> set[str]:
    return {person.name for person in session.state.roster}


def cell(roster: RosterPane, row: int, column: int) -> str:
    return str(roster.model.index(row, column).data() or "")


def press(roster: RosterPane, words: str) -> None:
    buttons = roster.findChildren(QPushButton)
    next(b for b in buttons if b.text() == words and b.isVisible()).click()


def test_an_empty_roster_says_what_to_do(roster: RosterPane) -> None:
    said = [label.text() for label in roster.findChildren(QLabel) if label.isVisible()]
    assert "Nobody yet" in said
    assert "Paste a list, import a file, or let people sign in at the door." in said
    shown = [b.text() for b in roster.findChildren(QPushButton) if b.isVisible() and b.text()]
    assert shown == ["Add a person", "Paste a list", "Import a file"]


def test_people_are_added_one_after_another_with_enter(
    roster: RosterPane, session: TrainingSession, qtbot: QtBot
) -> None:
    press(roster, "Add a person")
    for name in ("Ana Lucia", "Bo Chen"):
        qtbot.keyClicks(roster.form.fields[0], name)
        qtbot.keyClick(roster.form.fields[0], Qt.Key.Key_Return)
    assert names(session) == {"Ana Lucia", "Bo Chen"}
    assert roster.form.fields[0].text() == ""


def test_a_person_without_a_name_is_asked_for_one(
    roster: RosterPane, session: TrainingSession, qtbot: QtBot
) -> None:
    roster.add_person()
    qtbot.keyClick(roster.form.fields[0], Qt.Key.Key_Return)
    assert roster.form.said == "A person needs a name."
    assert names(session) == set()


def test_somebody_who_may_be_there_already_is_asked_about(
    guests: TrainingSession, roster: RosterPane, qtbot: QtBot
) -> None:
    roster.add_person()
    qtbot.keyClicks(roster.form.fields[0], "Guerline Fleur")
    qtbot.keyClick(roster.form.fields[0], Qt.Key.Key_Return)
    assert roster.form.said == "“G. Fleur” is on the roster already. Same person?"
    press(roster, "Two people")
    assert "Guerline Fleur" in names(guests)


def test_a_cell_is_corrected_in_its_place(
    guests: TrainingSession, roster: RosterPane, qtbot: QtBot
) -> None:
    roster.table.show_person("a2")
    roster.table.setFocus()
    qtbot.keyClick(roster.table, Qt.Key.Key_F2)
    editor = roster.table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Guerline Fleur")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Guerline Fleur" in names(guests))


def test_a_name_cannot_be_emptied(guests: TrainingSession, roster: RosterPane) -> None:
    assert not roster.model.setData(roster.model.index(0, NAME), "  ")
    assert names(guests) == {"Claudette Pierre", "G. Fleur"}


def test_delete_takes_off_and_the_bar_takes_back(
    guests: TrainingSession, roster: RosterPane, qtbot: QtBot
) -> None:
    roster.table.show_person("a1")
    qtbot.keyClick(roster.table, Qt.Key.Key_Delete)
    assert names(guests) == {"G. Fleur"}
    assert roster.bar.text == "Claudette Pierre taken off the roster."
    press(roster, "Take back")
    assert names(guests) == {"Claudette Pierre", "G. Fleur"}


def test_the_table_itself_shows_what_an_import_would_do(imported: RosterPane) -> None:
    standing = {cell(imported, row, NAME): cell(imported, row, LAST) for row in range(6)}
    assert standing["Adaeze Okonkwo"] == "Will be added"
    assert standing["Claudette Pierre"] == "Here already, kept once"
    assert standing["G. Fleur"] == "On the roster"
    assert imported.panel.add_button.text() == "Add 2 people"
    assert standing["=cmd|calc"] == "Will be added"


def test_while_a_list_is_open_the_filled_button_is_add(
    imported: RosterPane, prepare: PreparePage
) -> None:
    assert imported.panel.add_button.property("kind") == "primary"
    assert prepare.next_button.property("kind") == "edge"


def test_add_brings_the_sure_ones_and_the_asked_row_stays(
    imported: RosterPane, guests: TrainingSession, settle: Settle
) -> None:
    imported.panel.add_button.click()
    settle()
    assert names(guests) == {"Claudette Pierre", "G. Fleur", "Adaeze Okonkwo", "=cmd|calc"}
    assert imported.panel.isVisible()
    press(imported, "Same person")
    assert not imported.panel.isVisible()
    assert len(guests.state.roster) == 4


def test_two_people_can_be_added_after_the_answer(
    imported: RosterPane, guests: TrainingSession, settle: Settle
) -> None:
    press(imported, "Two people")
    assert imported.panel.add_button.text() == "Add 3 people"
    imported.panel.add_button.click()
    settle()
    assert "Guerline Fleur" in names(guests)
    assert not imported.panel.isVisible()


def test_the_whole_import_is_taken_back_at_once(
    imported: RosterPane, guests: TrainingSession, qtbot: QtBot, settle: Settle
) -> None:
    press(imported, "Two people")
    imported.panel.add_button.click()
    settle()
    imported.table.setFocus()
    qtbot.keyClick(imported.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(guests) == {"Claudette Pierre", "G. Fleur"}


def test_cancel_leaves_the_roster_as_it_was(imported: RosterPane, guests: TrainingSession) -> None:
    imported.panel.cancel_button.click()
    assert names(guests) == {"Claudette Pierre", "G. Fleur"}
    assert not imported.panel.isVisible()
    assert cell(imported, 0, NAME) == "Claudette Pierre"


def test_another_column_can_be_the_role(imported: RosterPane, settle: Settle) -> None:
    choice = imported.panel.columns.choices["role"]
    choice.setCurrentIndex(choice.findText("E-mail address"))
    choice.activated.emit(choice.currentIndex())
    settle()
    current = imported.imports.open_import
    assert current is not None
    assert current.columns.role == 1


def test_a_pasted_list_is_an_import_too(
    roster: RosterPane, session: TrainingSession, settle: Settle
) -> None:
    QGuiApplication.clipboard().setText("Ana Lopez\nBo Chen\n")
    press(roster, "Paste a list")
    settle()
    assert roster.panel.add_button.text() == "Add 2 people"
    roster.panel.add_button.click()
    settle()
    assert names(session) == {"Ana Lopez", "Bo Chen"}


def test_nothing_to_paste_is_said(roster: RosterPane) -> None:
    QGuiApplication.clipboard().setText("")
    roster.paste()
    assert roster.bar.text.startswith("There is no text to paste.")


def test_an_unreadable_file_says_why_in_the_panel(
    roster: RosterPane, tmp_path: Path, settle: Settle
) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    roster.imports.read_file(tmp_path / "list.xlsx")
    settle()
    assert roster.panel.isVisible()
    assert "list.xlsx" in roster.panel.fault.text()
    assert not roster.panel.add_button.isEnabled()


def test_a_dropped_file_is_imported(roster: RosterPane, tmp_path: Path, settle: Settle) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.csv"))])
    roster.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()
    assert roster.panel.add_button.text() == "Add 4 people"


def test_a_name_is_found(guests: TrainingSession, roster: RosterPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(roster.head.finder, "fleur")
    assert [cell(roster, row, NAME) for row in range(roster.model.rowCount())] == ["G. Fleur"]


def test_long_names_get_a_second_line(
    session: TrainingSession, roster: RosterPane, services: Services, qtbot: QtBot
) -> None:
    long = "Rosa María de los Ángeles Villavicencio Echeverría de la Santísima Trinidad"
    session.do(AddAttendees(services.clock(), (Attendee("a1", long), Attendee("a2", "Bo"))))
    qtbot.waitUntil(lambda: roster.table.rowHeight(1) == 56)
    assert roster.table.rowHeight(0) == 44


def test_five_thousand_people_are_shown(
    session: TrainingSession, roster: RosterPane, services: Services
) -> None:
    people = tuple(Attendee(f"a{i}", f"Person {i:04}") for i in range(1, 5001))
    session.do(AddAttendees(services.clock(), people))
    assert roster.model.rowCount() == 5000
    assert cell(roster, 4999, NAME) == "Person 5000"


def test_the_step_counts_people(guests: TrainingSession, prepare: PreparePage) -> None:
    assert prepare.steps.buttons[ROSTER].state_words == "2 people so far"


def test_the_roster_has_the_keyboard_when_its_step_opens_and_enter_presses_its_buttons(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    prepare.next_button.setFocus()
    qtbot.keyClick(prepare.next_button, Qt.Key.Key_Return)
    focus = prepare.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Add a person"
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert prepare.roster.form.isVisible()
    assert session.state.stage == "prepared"


def test_a_double_click_on_the_way_to_the_roster_does_not_start_the_training(
    prepare: PreparePage, session: TrainingSession, qtbot: QtBot
) -> None:
    qtbot.mouseClick(prepare.next_button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(prepare.next_button, Qt.MouseButton.LeftButton)
    assert prepare.next_button.text() == "Room and phones"
    assert session.state.stage == "prepared"


def test_the_rosters_keys_work_wherever_the_keyboard_is(
    prepare: PreparePage, roster: RosterPane, qtbot: QtBot
) -> None:
    prepare.next_button.setFocus()
    qtbot.keyClick(prepare.next_button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert roster.form.isVisible()


def test_after_the_last_answer_the_keyboard_is_on_add(imported: RosterPane) -> None:
    press(imported, "Two people")
    assert imported.window().focusWidget() is imported.panel.add_button


def test_a_second_file_that_cannot_be_read_leaves_nothing_of_the_first(
    imported: RosterPane, tmp_path: Path, settle: Settle
) -> None:
    (tmp_path / "wrong.csv").write_bytes(bytes(range(256)) * 40)
    imported.imports.read_file(tmp_path / "wrong.csv")
    settle()
    shown = {cell(imported, row, NAME) for row in range(imported.model.rowCount())}
    assert shown == {"Claudette Pierre", "G. Fleur"}


def test_the_keyboard_stays_in_the_roster_when_something_is_taken_back(
    guests: TrainingSession, roster: RosterPane, qtbot: QtBot
) -> None:
    roster.table.show_person("a1")
    qtbot.keyClick(roster.table, Qt.Key.Key_Delete)
    take_back = next(b for b in roster.bar.findChildren(QPushButton) if b.text() == "Take back")
    take_back.setFocus()
    qtbot.keyClick(take_back, Qt.Key.Key_Space)
    assert roster.window().focusWidget() is roster.table


def test_who_found_the_own_name_right_by_phone_is_told_until_it_is_changed(
    guests: TrainingSession, roster: RosterPane, qapp: QApplication
) -> None:
    now = guests.now()
    guests.do(InvitePhones(now, "4827", "typed"))
    guests.do(TakeSeat(now, "maple 472", f"{1:064x}"))
    guests.do(NameSeat(now, "maple 472", "Claudette Pierre"))
    guests.do(NameSeat(now, "maple 472", "Claudette Pierre", spelling=True))
    qapp.processEvents()
    index = roster.model.index(roster.model.row_of("a1"), 0)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Claudette Pierre. Spelling confirmed by phone"
    said = [label.text() for label in roster.findChildren(QLabel) if label.isVisible()]
    assert "2 on the roster, 1 confirmed their spelling by phone" in said
    guests.do(ChangeAttendee(now, Attendee("a1", "Claudette Pierce")))
    roster.show_roster()
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Claudette Pierce"
