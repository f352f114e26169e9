from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.pages.shown import Shown
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key


def opened(room: Room, console: OpenConsole) -> ConsolePage:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_O)
    assert page.overview.open
    return page


def read(index: QModelIndex) -> str:
    """What a screen reader reads of a slide in the overview."""
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_typing_finds_a_slide_and_enter_shows_it(room: Room, console: OpenConsole) -> None:
    page = opened(room, console)
    QTest.keyClicks(page.parts.overview.field, "name")
    assert page.parts.overview.grid.count == 1
    assert room.state.slide == 0
    QTest.keyClick(page.parts.overview.field, Key.Key_Return)
    assert room.state.slide == room.index["circle"]
    assert not page.overview.open
    assert page.hasFocus()


def test_arrows_walk_and_the_room_stays(room: Room, console: OpenConsole) -> None:
    page = opened(room, console)
    field, grid = page.parts.overview.field, page.parts.overview.grid
    QTest.keyClick(field, Key.Key_Right)
    assert grid.slide == 1
    QTest.keyClick(field, Key.Key_Down)
    assert grid.slide == room.index["check"]
    assert read(grid.currentIndex()) == "Slide 4, Checkpoint 1"
    QTest.keyClick(field, Key.Key_Up)
    assert grid.slide == 1
    assert room.state.slide == 0


def test_each_slide_is_an_item_of_its_own_where_it_is_seen(
    room: Room, console: OpenConsole
) -> None:
    page = opened(room, console)
    grid = page.parts.overview.grid
    places = [grid.model().index(row, 0) for row in range(grid.model().rowCount())]
    assert [read(each) for each in places[:2]] == [
        "Slide 1, Hello, the room sees it",
        "Slide 2, Three things",
    ]
    boxes = [grid.visualRect(each) for each in places]
    assert all(grid.indexAt(box.center()) == each for box, each in zip(boxes, places, strict=True))
    assert not any(a.intersects(b) for a, b in pairwise(boxes))
    room.go("three")
    assert read(places[1]) == "Slide 2, Three things, the room sees it"


def test_escape_leaves_and_changes_nothing(room: Room, console: OpenConsole) -> None:
    page = opened(room, console)
    QTest.keyClick(page.parts.overview.field, Key.Key_Right)
    QTest.keyClick(page.parts.overview.field, Key.Key_Escape)
    assert not page.overview.open
    assert room.state.slide == 0
    assert not page.parts.bars.asking


def test_a_clicker_goes_on_while_it_stands(room: Room, console: OpenConsole) -> None:
    page = opened(room, console)
    QTest.keyClick(page.parts.overview.field, Key.Key_PageDown)
    assert room.state.slide == 1
    assert page.overview.open


def test_what_nobody_finds_is_said_and_enter_does_nothing(room: Room, console: OpenConsole) -> None:
    page = opened(room, console)
    QTest.keyClicks(page.parts.overview.field, "zzz")
    assert page.parts.overview.count.text() == "No slide has this in its title"
    QTest.keyClick(page.parts.overview.field, Key.Key_Down)
    QTest.keyClick(page.parts.overview.field, Key.Key_Return)
    assert room.state.slide == 0
    assert page.overview.open


def test_slash_and_control_f_open_it_too(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_Slash)
    assert page.overview.open
    QTest.keyClick(page.parts.overview.field, Key.Key_Escape)
    QTest.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.overview.open
    assert room.state.screen == "live"


def test_pictures_come_while_it_stands(room: Room, console: OpenConsole, qtbot: QtBot) -> None:
    page = opened(room, console)
    grid = page.parts.overview.grid
    goodbye = Shown("slide", room.index["goodbye"], 0)
    qtbot.waitUntil(lambda: page.pictures.ready(goodbye, grid.device_width))


def test_a_click_marks_and_a_second_shows(room: Room, console: OpenConsole) -> None:
    page = opened(room, console)
    grid = page.parts.overview.grid
    cell = grid._placed.cells[1]
    at = grid.viewport().rect().topLeft()
    at.setX(cell.x + 20)
    at.setY(cell.y + 20)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (grid.slide, room.state.slide) == (1, 0)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert room.state.slide == 1


def test_on_a_frozen_screen_enter_only_looks(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_F)
    QTest.keyClick(page, Key.Key_O)
    QTest.keyClick(page.parts.overview.field, Key.Key_Right)
    QTest.keyClick(page.parts.overview.field, Key.Key_Return)
    assert page.presenting.looked_at == 1
    assert (room.state.slide, room.state.screen) == (0, "frozen")


def test_backspace_leads_back_to_slide_and_step_after_a_jump(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    room.go("three")
    room.next()
    room.next()
    QTest.keyClicks(page, "7")
    QTest.keyClick(page, Key.Key_Return)
    assert room.state.slide == room.index["goodbye"]
    assert page.parts.slide.words.text() == "You came from slide 2"
    QTest.keyClick(page, Key.Key_Backspace)
    assert (room.state.slide, room.state.step) == (room.index["three"], 2)


def test_the_way_back_is_a_button_too_and_goes_with_the_next_step(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    page.presenting.go_to(room.index["goodbye"])
    assert not page.parts.slide.looking.isHidden()
    QTest.keyClick(page, Key.Key_PageUp)
    assert page.parts.slide.looking.isHidden()
    page.presenting.go_to(room.index["goodbye"])
    QTest.mouseClick(page.parts.slide.return_button, Qt.MouseButton.LeftButton)
    assert room.state.slide == room.index["hello"]
