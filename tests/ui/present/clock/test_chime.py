"""The end of an activity is heard once, and only by a facilitator who asked for it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import PauseTimer, StartBreak, StartTimer
from imhtrainer.ui.present.clock.chime import Bell, Chime
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.settings import CurrentSettings
from tests.ui.present.small_training import FakeSettings, Room


@pytest.fixture
def presenting(room: Room) -> Iterator[Presenting]:
    room.start()
    room.go("circle")
    made = Presenting(room.session)
    yield made
    made.close()


def chime(presenting: Presenting, settings: FakeSettings, rung: list[str]) -> Chime:
    wanted = cast(CurrentSettings, settings)
    return Chime(presenting, wanted, lambda: rung.append("ding"))


def pass_by(room: Room, listener: Chime, *minutes: float) -> None:
    for length in minutes:
        room.clock.pass_time(minutes=length)
        listener.look()


def wanting(settings: FakeSettings) -> FakeSettings:
    settings.change(replace(settings.now, chime=True))
    return settings


def test_it_rings_once_when_an_activity_is_over(
    room: Room, presenting: Presenting, settings: FakeSettings
) -> None:
    rung: list[str] = []
    listener = chime(presenting, wanting(settings), rung)
    room.session.do(StartTimer(room.clock()))
    pass_by(room, listener, 1, 0.9)
    assert rung == []
    pass_by(room, listener, 0.2, 1, 5)
    assert rung == ["ding"]


def test_it_rings_when_a_break_is_over(
    room: Room, presenting: Presenting, settings: FakeSettings
) -> None:
    rung: list[str] = []
    listener = chime(presenting, wanting(settings), rung)
    room.session.do(StartBreak(room.clock(), 10))
    pass_by(room, listener, 9, 2)
    assert rung == ["ding"]


def test_a_timer_that_stands_still_rings_nothing(
    room: Room, presenting: Presenting, settings: FakeSettings
) -> None:
    rung: list[str] = []
    listener = chime(presenting, wanting(settings), rung)
    room.session.do(StartTimer(room.clock()))
    pass_by(room, listener, 1)
    room.session.do(PauseTimer(room.clock()))
    pass_by(room, listener, 5)
    assert rung == []


def test_what_was_over_before_anybody_looked_rings_nothing(
    room: Room, presenting: Presenting, settings: FakeSettings
) -> None:
    room.session.do(StartTimer(room.clock()))
    room.clock.pass_time(minutes=9)
    rung: list[str] = []
    pass_by(room, chime(presenting, wanting(settings), rung), 0.1)
    assert rung == []


def test_nobody_hears_anything_who_did_not_ask(
    qtbot: object, room: Room, presenting: Presenting, settings: FakeSettings
) -> None:
    rung: list[str] = []
    listener = chime(presenting, settings, rung)
    room.session.do(StartTimer(room.clock()))
    assert not listener.listening
    settings.change(replace(settings.now, chime=True))
    assert listener.listening


def test_after_the_console_is_gone_the_settings_change_in_peace(
    room: Room, settings: FakeSettings, qtbot: QtBot
) -> None:
    presenting = Presenting(room.session)
    listener = chime(presenting, settings, [])
    assert not listener.listening
    presenting.close()
    with qtbot.waitSignal(presenting.destroyed):
        presenting.deleteLater()
    settings.change(replace(settings.now, chime=True))


def test_a_sound_that_cannot_be_played_gives_way_to_the_systems_beep(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    holder = QObject()
    bell = Bell(holder, tmp_path / "gone.wav")
    bell.ring()
    qtbot.waitUntil(lambda: beeps == ["beep"])
    bell.ring()
    assert beeps == ["beep", "beep"]
