"""What clickers send, as people report it, on whichever window and control the keyboard stands."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.console.console import ConsolePage
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Press = tuple[Key, Qt.KeyboardModifier]

CLICKERS: dict[str, tuple[Press, ...]] = {
    "page keys, full stop, F5 and Esc in turns": (
        (Key.Key_F5, PLAIN), (Key.Key_PageDown, PLAIN), (Key.Key_Period, PLAIN),
        (Key.Key_Period, PLAIN), (Key.Key_Escape, PLAIN), (Key.Key_F5, PLAIN),
        (Key.Key_PageUp, PLAIN), (Key.Key_PageDown, PLAIN),
    ),
    "page keys, b, Shift and F5": (
        (Key.Key_F5, SHIFT), (Key.Key_PageDown, PLAIN), (Key.Key_B, PLAIN), (Key.Key_B, PLAIN),
        (Key.Key_Escape, PLAIN), (Key.Key_Escape, PLAIN),
    ),
    "arrows": ((Key.Key_Right, PLAIN), (Key.Key_Left, PLAIN), (Key.Key_Down, PLAIN)),
    "capital B, Esc by itself": ((Key.Key_PageDown, PLAIN), (Key.Key_B, SHIFT), (Key.Key_B, SHIFT),
        (Key.Key_Escape, PLAIN)),
}  # fmt: skip


def on_console(page: ConsolePage) -> QWidget:
    return page


def on_the_rooms_window(page: ConsolePage) -> QWidget:
    return page.audience


def on_a_button(page: ConsolePage) -> QWidget:
    page.parts.transport.white.setFocus()
    return page.parts.transport.white


@pytest.mark.parametrize("place", [on_console, on_the_rooms_window, on_a_button])
@pytest.mark.parametrize("clicker", CLICKERS)
def test_a_clicker_moves_on_and_ends_and_freezes_nothing(
    room: Room, console: OpenConsole, clicker: str, place: Callable[[ConsolePage], QWidget]
) -> None:
    room.start()
    page = console()
    target = place(page)
    for key, modifiers in CLICKERS[clicker]:
        QTest.keyClick(target, key, modifiers)
    assert (room.state.stage, room.state.screen) == ("running", "live")
    assert room.state.slide == 1
    assert page.audience.isVisible()


def test_a_name_being_typed_gets_its_letters_and_the_clicker_its_slides(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    QTest.mouseClick(page.parts.bar.people, Qt.MouseButton.LeftButton)
    field = next(w for w in page.parts.side.people.findChildren(QWidget) if w.hasFocus())
    QTest.keyClicks(field, "Bo. d, f o 12")
    assert field.property("text") == "Bo. d, f o 12"
    assert (room.state.slide, room.state.screen) == (0, "live")
    assert page.parts.slide.tools.isHidden()
    QTest.keyClick(field, Key.Key_PageDown)
    assert room.state.slide == 1


def test_a_held_key_does_not_run_through_the_slides(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyPress(page, Key.Key_PageDown)
    QTest.keyRelease(page, Key.Key_PageDown)
    assert room.state.slide == 1


def test_wheel_and_clicks_on_the_rooms_window_do_nothing(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    before = room.state
    middle = QPointF(page.audience.rect().center())
    wheel = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(page.audience, wheel)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mouseClick(page.audience, button)
        QTest.mouseDClick(page.audience, button)
    assert room.state == before
    assert page.audience.isVisible()
    assert not page.audience.hasFocus()


def test_stray_clicks_on_the_consoles_slide_do_nothing(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    before = room.state
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mouseClick(page.parts.slide.picture, button)
        QTest.mouseDClick(page.parts.slide.picture, button)
    assert room.state == before
