"""Where the room's window opens: beside the notes on one screen, on a chosen screen else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.stage.placing import beside_console, place_on
from tests.ui.present.small_training import Room

LARGEST = (960, 540)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1030), (1280, 720)])
def test_where_the_console_fills_the_screen_only_a_corner_of_the_notes_is_covered(
    qtbot: QtBot, room: Room, console: Callable[..., ConsolePage], width: int, height: int
) -> None:
    room.start()
    room.go("check")
    page = console(width, height)
    qtbot.wait(20)
    here = QRect(QPoint(0, 0), page.size())
    window = beside_console(here, here, LARGEST)
    notes = page.parts.side.notes
    side = page.parts.side
    column = QRect(side.mapTo(page, QPoint(0, 0)), side.size())
    start = notes.mapTo(page, QPoint(0, 0)).y()
    assert column.contains(window)
    assert window.top() - start > notes.height() / 3


def test_beside_a_smaller_console_it_covers_nothing_and_is_large() -> None:
    screen = QRect(0, 0, 2560, 1440)
    console = QRect(100, 100, 1366, 768)
    window = beside_console(screen, console, LARGEST)
    assert not window.intersects(console)
    assert screen.contains(window)
    assert window.width() == LARGEST[0]


def test_it_stands_before_a_console_that_was_moved_to_the_right() -> None:
    screen = QRect(0, 0, 2560, 1440)
    console = QRect(1190, 0, 1366, 768)
    window = beside_console(screen, console, LARGEST)
    assert not window.intersects(console)
    assert screen.contains(window)


def test_under_wayland_a_screen_is_asked_for_and_no_place_on_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 50, 300, 200)
    window.winId()
    screen = QGuiApplication.primaryScreen()
    place_on(window, screen)
    assert window.screen() is screen
    assert window.windowHandle().screen() is screen
    assert window.geometry() == QRect(40, 50, 300, 200)


def test_elsewhere_the_window_is_moved_to_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 50, 300, 200)
    screen = QGuiApplication.primaryScreen()
    place_on(window, screen)
    assert window.geometry() == screen.geometry()
