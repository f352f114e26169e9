"""The console's columns: their edges are moved, put away, brought back and remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.ui.panes import next_pane
from imhtrainer.ui.present.console.console import ConsolePage
from tests.ui.present.small_training import FakeSettings, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
OUTLINE, NOTES = 1, 2


def drag(page: ConsolePage, edge: int, by: int) -> None:
    handle = page.parts.columns.handle(edge)
    at = QPoint(handle.width() // 2, handle.height() // 2)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(handle, at + QPoint(by // 2, 0))
    moved = handle.mapFromParent(QPoint(0, 0))
    QTest.mouseMove(handle, at + QPoint(by - by // 2, 0))
    assert moved is not None
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)


def test_a_dragged_edge_is_remembered_for_windows_of_this_shape(
    room: Room, console: OpenConsole, settings: FakeSettings, qtbot: QtBot
) -> None:
    page = console()
    transport = page.parts.transport.geometry()
    drag(page, NOTES, -80)
    wide = page.parts.side.width()
    assert wide > 388 + 40
    assert page.parts.transport.geometry() == transport
    qtbot.waitUntil(lambda: settings.now.columns != ())
    again = console()
    assert again.parts.side.width() == wide
    again.resize(1920, 1080)
    assert again.parts.side.width() == 520
    again.resize(1366, 768)
    assert again.parts.side.width() == wide


def test_what_was_dragged_last_is_kept_though_the_page_closes_at_once(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    page = console()
    drag(page, OUTLINE, 60)
    page.close()
    assert [kept[1] for kept in settings.now.columns] == [page.parts.outline.width()]


def test_a_double_click_stands_all_columns_as_drawn(room: Room, console: OpenConsole) -> None:
    page = console()
    drag(page, OUTLINE, 60)
    drag(page, NOTES, -60)
    assert (page.parts.outline.width(), page.parts.side.width()) != (248, 388)
    QTest.mouseDClick(page.parts.columns.handle(OUTLINE), Qt.MouseButton.LeftButton)
    assert (page.parts.outline.width(), page.parts.side.width()) == (248, 388)


def test_the_keyboard_moves_an_edge_and_the_slides_stay(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    edge = page.parts.columns.handle(OUTLINE)
    edge.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(edge, Key.Key_Right)
    QTest.keyClick(edge, Key.Key_Right)
    assert page.parts.outline.width() == 248 + 32
    QTest.keyClick(edge, Key.Key_Left)
    assert page.parts.outline.width() == 248 + 16
    QTest.keyClick(edge, Key.Key_Home)
    assert page.parts.outline.width() == 248
    assert room.state.slide == 0
    QTest.keyClick(edge, Key.Key_PageDown)
    assert (room.state.slide, room.state.step) != (0, 0)


def test_the_outline_is_put_away_from_within_and_brought_back(
    room: Room, console: OpenConsole
) -> None:
    page = console()
    QTest.keyClick(page, Key.Key_L, CONTROL)
    assert page.parts.outline.list.hasFocus()
    QTest.keyClick(page.parts.outline.list, Key.Key_L, CONTROL)
    assert page.parts.columns.widths()[0] == 0
    QTest.keyClick(page, Key.Key_L, CONTROL)
    assert page.parts.columns.widths()[0] == 248
    assert page.parts.outline.list.hasFocus()


def test_notes_put_away_leave_the_keyboard_where_it_can_be_seen(
    room: Room, console: OpenConsole
) -> None:
    page = console()
    QTest.keyClick(page, Key.Key_M, CONTROL)
    assert page.parts.columns.widths()[1] == 0
    for _ in range(6):
        next_pane(page, 1)
        focus = page.focusWidget()
        assert focus is not None
        assert not page.parts.side.isAncestorOf(focus)
    QTest.keyClick(page, Key.Key_M, CONTROL)
    assert page.parts.side.width() == 388


@pytest.mark.parametrize("drawer", ["people", "keys"])
def test_a_drawer_brings_its_column_back(room: Room, console: OpenConsole, drawer: str) -> None:
    page = console()
    page.parts.columns.toggle("side")
    page.parts.side.open(drawer)  # type: ignore[arg-type]
    assert page.parts.side.width() == 388
    assert page.parts.side.isEnabled()


def test_a_column_that_was_away_is_away_again(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    page = console()
    page.parts.columns.toggle("outline")
    page.close()
    again = console()
    assert again.parts.columns.widths()[0] == 0
    again.parts.columns.bring("outline")
    assert again.parts.outline.width() == 248


def test_edges_say_what_they_are(room: Room, console: OpenConsole) -> None:
    page = console()
    names = [page.parts.columns.handle(at).accessibleName() for at in (OUTLINE, NOTES)]
    assert names == ["Edge of the outline", "Edge of the notes"]
