from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.journal import Journal
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.sign_in.person_row import PersonLine
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key


def open_drawer(page: ConsolePage) -> str:
    return page.parts.side.drawer


def open_desk(page: ConsolePage) -> None:
    QTest.mouseClick(page.parts.bar.people, Qt.MouseButton.LeftButton)


def line_of(page: ConsolePage, name: str) -> PersonLine:
    return next(x for x in page.parts.side.people.lines if x.person.attendee.name == name)


def test_the_chip_tells_the_head_count_and_opens_the_desk(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    assert page.parts.bar.people.text() == "4 here"
    open_desk(page)
    assert page.parts.side.people.heading.text() == "4 of 6 are here"


def test_a_late_person_is_signed_in_by_name_and_enter(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    room.clock.pass_time(minutes=12)
    open_desk(page)
    QTest.keyClicks(page.parts.side.people.field, "fox")
    QTest.keyClick(page.parts.side.people.field, Key.Key_Return)
    assert "p4" in room.state.present
    assert page.parts.bar.people.text() == "5 here"
    words = " ".join(x.text() for x in line_of(page, "Ed Fox").findChildren(QLabel))
    assert "12 min late" in words


def test_typing_a_name_never_moves_the_slides(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    open_desk(page)
    QTest.keyClicks(page.parts.side.people.field, "nn bb ws 12 p.")
    assert room.state.slide == 0
    assert room.state.screen == "live"
    assert page.parts.side.people.field.text() == "nn bb ws 12 p."


def test_a_clicker_works_while_a_name_is_typed(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    open_desk(page)
    QTest.keyClick(page.parts.side.people.field, Key.Key_PageDown)
    assert room.state.slide == 1


def test_a_walk_in_is_added_and_signed_in(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    open_desk(page)
    QTest.keyClicks(page.parts.side.people.field, "Gil  Hart")
    QTest.keyClick(page.parts.side.people.field, Key.Key_Return)
    person = room.state.roster[-1]
    assert (person.name, person.walk_in) == ("Gil Hart", True)
    assert person.id in room.state.present


def test_signing_out_can_be_taken_back_without_a_gap(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    open_desk(page)
    before = room.state.presence("p0")
    QTest.mouseClick(line_of(page, "Ana Lopez").button, Qt.MouseButton.LeftButton)
    assert "p0" not in room.state.present
    assert page.parts.side.people.done.text() == "Ana Lopez is signed out."
    QTest.mouseClick(page.parts.side.people.undo, Qt.MouseButton.LeftButton)
    assert room.state.presence("p0") == before
    assert not page.parts.side.people.undo.isVisible()


def test_escape_empties_the_field_and_then_closes_the_desk(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    open_desk(page)
    field = page.parts.side.people.field
    QTest.keyClicks(field, "an")
    QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == ""
    assert open_drawer(page) == "people"
    QTest.keyClick(field, Key.Key_Escape)
    assert open_drawer(page) == ""
    assert room.state.stage == "running"


def test_what_is_typed_after_a_click_on_the_desk_never_moves_the_slides(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    open_desk(page)
    people = page.parts.side.people
    page.setFocus()
    QTest.mouseClick(line_of(page, "Ed Fox").button, Qt.MouseButton.LeftButton)
    people.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClicks(page.focusWidget(), "nina")
    assert people.field.text() == "nina"
    assert room.state.slide == 0


def test_rows_keep_their_places_while_people_are_signed_in(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    open_desk(page)
    before = [line.person.attendee.id for line in page.parts.side.people.lines]
    QTest.mouseClick(line_of(page, "Ed Fox").button, Qt.MouseButton.LeftButton)
    assert [line.person.attendee.id for line in page.parts.side.people.lines] == before
    assert before[:2] == ["p4", "p5"]


def test_a_double_click_signs_in_one_person_once(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    open_desk(page)
    for _press in range(2):
        QTest.mouseClick(line_of(page, "Ed Fox").button, Qt.MouseButton.LeftButton)
    assert sorted(room.state.present) == ["p0", "p1", "p2", "p3", "p4"]


def test_tab_walks_from_the_field_down_the_people_and_stays_on_who_was_pressed(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    open_desk(page)
    QTest.keyClick(page.parts.side.people.field, Key.Key_Tab)
    QTest.keyClick(page.focusWidget(), Key.Key_Tab)
    assert page.focusWidget() is line_of(page, "Flo Grau").button
    QTest.keyClick(page.focusWidget(), Key.Key_Space)
    assert "p5" in room.state.present
    assert page.focusWidget() is line_of(page, "Flo Grau").button


def test_in_practice_the_desk_says_that_its_people_are_made_up_and_takes_in_nobody_else(
    room: Room, console: OpenConsole, journal: Journal
) -> None:
    session = SessionLibrary(journal, room.clock).create(room.deck, practice=True)
    session.do(AddAttendees(room.clock(), (Attendee("m1", "Ximena Joseph"),), "practice"))
    room.session = session
    room.start()
    page = console()
    assert page.parts.bar.practice.isVisible()
    open_desk(page)
    people = page.parts.side.people
    assert people.practice.isVisible()
    QTest.keyClicks(people.field, "Maria Real")
    assert not people.add.isVisible()
    QTest.keyClick(people.field, Key.Key_Return)
    assert [person.name for person in session.state.roster] == ["Ximena Joseph"]
    assert page.parts.bars.notice.text.startswith("This is practice")
    people.field.clear()
    QTest.keyClicks(people.field, "xim")
    QTest.keyClick(people.field, Key.Key_Return)
    assert session.state.present == ("m1",)


def test_of_a_session_held_the_desk_says_nothing_of_practice(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    open_desk(page)
    assert not page.parts.side.people.practice.isVisible()
    assert not page.parts.bar.practice.isVisible()
