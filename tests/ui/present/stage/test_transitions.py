from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imhtrainer.domain.deck import Deck
from imhtrainer.store.settings import Settings
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.present.stage.motion import LENGTH, Motion, is_still
from tests.ui.present.small_training import FakeSettings, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> AudienceWindow:
    made = AudienceWindow()
    qtbot.addWidget(made)
    made.resize(320, 180)
    made.show()
    return made


def page(color: str) -> QPixmap:
    picture = QPixmap(320, 180)
    picture.fill(QColor(color))
    return picture


def middle(window: AudienceWindow) -> QColor:
    return window.grab().toImage().pixelColor(160, 90)


def test_one_slide_fades_into_the_next(qtbot: QtBot, window: AudienceWindow) -> None:
    window.show_picture(page("#000000"), "One", "")
    window.show_picture(page("#ffffff"), "Two", "", transition="fade")
    assert 0 < middle(window).red() < 255
    qtbot.waitUntil(lambda: middle(window).name() == "#ffffff")


def test_one_slide_pushes_the_other_out(qtbot: QtBot, window: AudienceWindow) -> None:
    window.show_picture(page("#000000"), "One", "")
    window.show_picture(page("#ffffff"), "Two", "", transition="push")

    def half() -> bool:
        image = window.grab().toImage()
        left, right = image.pixelColor(0, 90), image.pixelColor(319, 90)
        return left.name() == "#000000" and right.name() == "#ffffff"

    qtbot.waitUntil(half)
    qtbot.waitUntil(lambda: window.grab().toImage().pixelColor(0, 90).name() == "#ffffff")


def test_who_presses_on_during_a_transition_sees_the_next_slide_at_once(
    window: AudienceWindow,
) -> None:
    window.show_picture(page("#000000"), "One", "")
    window.show_picture(page("#ffffff"), "Two", "", transition="fade")
    window.show_picture(page("#0f5c63"), "Three", "", transition="fade")
    assert middle(window).name() == "#0f5c63"


def test_black_during_a_transition_is_black(window: AudienceWindow, qtbot: QtBot) -> None:
    window.show_picture(page("#0f5c63"), "One", "")
    window.show_picture(page("#ffffff"), "Two", "", transition="fade")
    window.show_blank(QColor("black"), "Black")
    qtbot.wait(round(LENGTH * 1000) + 50)
    assert middle(window).name() == "#000000"


def test_a_movement_begins_at_once_and_ends_at_all(qtbot: QtBot, window: AudienceWindow) -> None:
    shares: list[float] = []
    motion = Motion(window)
    motion.run(shares.append)
    qtbot.waitUntil(lambda: not motion.running)
    assert 0 < shares[0] < 0.5
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


@pytest.fixture
def deck(deck: Deck) -> Deck:
    return replace(deck, transition="fade")


def transitions(console_page: ConsolePage) -> list[str]:
    """What the room's window is asked to do from now on."""
    asked: list[str] = []
    whole = console_page.audience.show_picture

    def note(*args: object, **named: object) -> None:
        asked.append(str(named.get("transition", "none")))
        whole(*args, **named)  # type: ignore[arg-type] # handed on as it came

    console_page.audience.show_picture = note  # type: ignore[method-assign]
    return asked


def test_slides_fade_and_builds_do_not(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    settings.change(replace(settings.now, motion="full"))
    room.start()
    asked = transitions(page_ := console())
    QTest.keyClick(page_, Key.Key_PageDown)
    assert asked[-1] == "fade"
    QTest.keyClick(page_, Key.Key_PageDown)
    assert (room.state.step, asked[-1]) == (1, "none")


def test_with_less_movement_slides_change_at_once(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    settings.change(replace(settings.now, motion="still"))
    room.start()
    asked = transitions(page_ := console())
    QTest.keyClick(page_, Key.Key_PageDown)
    assert asked[-1] == "none"


def test_the_system_is_asked_where_the_setting_says_so(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for moves in (True, False):
        monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect, on=moves: on)
        assert is_still(Settings()) is not moves
        assert is_still(Settings(motion="still"))
        assert not is_still(Settings(motion="full"))
