"""The edge between next slide and notes: dragged, moved by keys, put away, and found again."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.console.next_pane import LEAST
from tests.ui.present.small_training import FakeSettings, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
DRAWN = 108


def drag(page: ConsolePage, by: int) -> None:
    edge = page.parts.side.next.edge
    at = QPoint(edge.width() // 2, edge.height() // 2)
    start = edge.mapTo(page, at)
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=at)
    for part in (by // 2, by):
        QTest.mouseMove(edge, edge.mapFrom(page, start + QPoint(0, part)))
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=at)


def tall(page: ConsolePage) -> int:
    """Pixels of the next slide's picture from top to bottom."""
    return round(page.parts.side.next.picture.box.height())


def test_a_dragged_edge_makes_the_next_slide_larger_and_is_remembered(
    room: Room, console: OpenConsole, settings: FakeSettings, qtbot: QtBot
) -> None:
    room.start()
    page = console()
    notes = page.parts.side.notes.height()
    assert tall(page) == DRAWN
    drag(page, 40)
    assert tall(page) == DRAWN + 40
    qtbot.waitUntil(lambda: page.parts.side.notes.height() < notes)
    qtbot.waitUntil(lambda: settings.now.next_heights != ())
    again = console()
    assert tall(again) == DRAWN + 40
    again.resize(1920, 1080)
    assert tall(again) == 144
    again.resize(1366, 768)
    assert tall(again) == DRAWN + 40


def test_the_picture_is_never_wider_than_its_column(
    room: Room, console: OpenConsole, qtbot: QtBot
) -> None:
    room.start()
    page = console()
    drag(page, 600)
    pane = page.parts.side.next
    assert pane.picture.width() <= pane.width()
    assert page.size().height() == 768
    page.parts.columns.widen("side", -80)
    under = pane.picture.geometry().bottom
    qtbot.waitUntil(lambda: pane.name.y() > under() and pane.picture.width() <= pane.width())


def test_the_keyboard_moves_the_edge_and_the_slides_stay(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    edge = page.parts.side.next.edge
    edge.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(edge, Key.Key_Down)
    assert tall(page) == DRAWN + 9
    QTest.keyClick(edge, Key.Key_Up)
    QTest.keyClick(edge, Key.Key_Up)
    assert tall(page) == DRAWN - 9
    QTest.keyClick(edge, Key.Key_Home)
    assert tall(page) == DRAWN
    assert (room.state.slide, room.state.step) == (0, 0)
    QTest.keyClick(edge, Key.Key_PageDown)
    assert (room.state.slide, room.state.step) != (0, 0)


def test_enter_puts_the_next_slide_away_and_brings_it_back_as_it_was(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    room.start()
    page = console()
    pane = page.parts.side.next
    drag(page, 30)
    QTest.keyClick(pane.edge, Key.Key_Return)
    QTest.keyClick(pane.edge, Key.Key_Return)
    assert tall(page) == DRAWN + 30
    QTest.keyClick(pane.edge, Key.Key_Return)
    assert (pane.picture.isVisible(), pane.name.isVisible()) == (False, False)
    assert pane.edge.isVisible()
    page.close()
    again = console()
    assert not again.parts.side.next.picture.isVisible()
    QTest.keyClick(again.parts.side.next.edge, Key.Key_Return)
    assert again.parts.side.next.picture.isVisible()


def test_dragged_up_to_the_top_it_is_put_away_and_a_double_click_brings_it_back(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    pane = page.parts.side.next
    drag(page, -70)
    assert tall(page) == LEAST
    drag(page, -50)
    assert not pane.picture.isVisible()
    QTest.mouseDClick(pane.edge, Qt.MouseButton.LeftButton)
    assert pane.picture.isVisible()
    assert tall(page) == DRAWN


def test_the_edge_says_what_it_is(room: Room, console: OpenConsole) -> None:
    room.start()
    assert console().parts.side.next.edge.accessibleName() == "Edge of the next slide"
