from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.hands.tools import WHOLE
from tests.ui.present.small_training import FakeSettings, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key


def frozen_console(room: Room, console: OpenConsole) -> ConsolePage:
    room.start()
    page = console()
    room.go("three")
    QTest.keyClick(page, Key.Key_F)
    return page


def test_a_frozen_room_keeps_its_picture_while_the_console_looks_on(
    room: Room, console: OpenConsole
) -> None:
    page = frozen_console(room, console)
    before = page.audience.grab().toImage()
    for _ in range(2):
        QTest.keyClick(page, Key.Key_PageDown)
    assert page.audience.grab().toImage() == before
    assert room.state.slide == room.index["three"]
    assert page.presenting.looked_at == room.index["check"]
    assert room.state.questions[0].rounds == ()
    assert page.parts.bar.room.text == "Frozen"


def test_f_again_shows_the_room_where_the_console_is(room: Room, console: OpenConsole) -> None:
    page = frozen_console(room, console)
    QTest.keyClick(page, Key.Key_PageDown)
    QTest.keyClick(page, Key.Key_F)
    assert room.state.slide == room.index["circle"]
    assert room.state.screen == "live"
    assert page.presenting.looked_at is None
    assert page.audience.accessibleName() == "Names in a circle"


def test_the_end_of_the_training_thaws_the_screen_to_its_calm_last_page(
    room: Room, console: OpenConsole
) -> None:
    page = frozen_console(room, console)
    QTest.keyClick(page, Key.Key_PageDown)
    page.presenting.end()
    assert page.audience.accessibleName() == "Looking"


def test_f_again_without_having_looked_on_goes_on_where_the_room_is(
    room: Room, console: OpenConsole
) -> None:
    page = frozen_console(room, console)
    QTest.keyClick(page, Key.Key_PageDown)
    QTest.keyClick(page, Key.Key_PageUp)
    QTest.keyClick(page, Key.Key_F)
    assert room.state.slide == room.index["three"]
    assert room.state.screen == "live"


def test_escape_on_a_frozen_screen_looks_back_but_never_thaws_or_ends(
    room: Room, console: OpenConsole
) -> None:
    page = frozen_console(room, console)
    QTest.keyClick(page, Key.Key_PageDown)
    QTest.keyClick(page, Key.Key_Escape)
    assert page.presenting.looked_at is None
    QTest.keyClick(page, Key.Key_Escape)
    assert room.state.screen == "frozen"
    assert room.state.stage == "running"


def test_the_points_stay_when_the_room_is_frozen_on_them(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_S)
    before = page.audience.grab().toImage()
    QTest.keyClick(page, Key.Key_F)
    assert page.audience.grab().toImage() == before


def test_the_button_tells_that_the_room_is_frozen(room: Room, console: OpenConsole) -> None:
    page = frozen_console(room, console)
    assert page.parts.transport.freeze.isChecked()
    assert page.parts.transport.next.property("kind") == "edge"
    QTest.mouseClick(page.parts.transport.freeze, Qt.MouseButton.LeftButton)
    assert not page.parts.transport.freeze.isChecked()
    assert room.state.screen == "live"


def test_the_logo_screen_is_calm_and_a_key_away(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_L)
    assert room.state.screen == "logo"
    assert page.parts.bar.room.text == "Logo"
    assert page.audience.accessibleName() == "Looking"
    QTest.keyClick(page, Key.Key_PageDown)
    assert page.parts.bar.room.text != "Logo"
    assert room.state.slide == 0


def test_a_frozen_part_stays_as_near_as_it_is_whatever_is_pressed(
    room: Room, console: OpenConsole, settings: FakeSettings, qtbot: QtBot
) -> None:
    settings.now = replace(settings.now, motion="still")
    room.start()
    page = console()
    room.go("three")
    QTest.keyClick(page, Key.Key_Z)
    assert page.hands.near
    seen = page.parts.slide.picture.region
    QTest.keyClick(page, Key.Key_F)
    assert page.parts.slide.picture.region == seen != WHOLE
    before = page.audience.grab().toImage()
    for key in (Key.Key_Z, Key.Key_PageDown, Key.Key_Escape, Key.Key_Escape, Key.Key_Backspace):
        QTest.keyClick(page, key)
        assert page.audience.grab().toImage() == before
    page.parts.bars.question.put_away()
    qtbot.waitUntil(page.hasFocus)
    QTest.keyClick(page, Key.Key_F)
    assert page.hands.near
    QTest.keyClick(page, Key.Key_Z)
    assert not page.hands.near


def test_going_back_after_a_jump_is_only_a_look_while_the_room_is_frozen(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_End)
    QTest.keyClick(page, Key.Key_F)
    before = page.audience.grab().toImage()
    QTest.keyClick(page, Key.Key_Backspace)
    assert (page.presenting.looked_at, room.state.here.id) == (0, "goodbye")
    assert page.audience.grab().toImage() == before


def test_every_way_to_browse_leaves_a_frozen_room_alone(room: Room, console: OpenConsole) -> None:
    page = frozen_console(room, console)
    before = page.audience.grab().toImage()
    looked = []
    for key in (Key.Key_End, Key.Key_Home, Key.Key_PageDown, Key.Key_4, Key.Key_Return):
        QTest.keyClick(page, key)
        looked.append(page.presenting.looked_at)
        assert page.audience.grab().toImage() == before
    QTest.keyClick(page, Key.Key_O)
    page.parts.overview.chosen.emit(room.index["goodbye"])
    assert page.presenting.looked_at == room.index["goodbye"]
    page.parts.outline.list.looked.emit(room.index["circle"])
    assert page.presenting.looked_at == room.index["circle"]
    assert page.audience.grab().toImage() == before
    assert looked[0] == room.index["goodbye"]
    assert room.state.slide == room.index["three"]
