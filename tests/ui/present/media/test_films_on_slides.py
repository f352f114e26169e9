from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.services.screens.events import StripWanted
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.media.desk import MediaDesk
from tests.ui.present.small_training import FakeSettings, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key

POSTER = "#f3e7d7"


@pytest.fixture
def page(room: Room, console: OpenConsole) -> ConsolePage:
    room.start()
    return console()


def film_pixel(page: ConsolePage) -> str:
    """The colour left of the play sign, where the film stands."""
    image = page.audience.grab().toImage()
    return QColor(image.pixel(round(image.width() * 0.55), round(image.height() * 0.5))).name()


def play(page: ConsolePage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Key.Key_K)
    qtbot.waitUntil(lambda: page.film.layer is not None and page.film.layer.frame is not None)


def test_the_poster_stands_until_the_first_picture_comes(page: ConsolePage, qtbot: QtBot) -> None:
    assert film_pixel(page) == POSTER
    assert page.film.layer is not None
    assert page.film.layer.frame is None
    play(page, qtbot)
    assert film_pixel(page) != POSTER


def test_play_is_filled_until_the_film_has_run(page: ConsolePage, qtbot: QtBot) -> None:
    film, following = page.parts.slide.film.play, page.parts.transport.next
    assert (film.property("kind"), following.property("kind")) == ("primary", "edge")
    play(page, qtbot)
    assert (film.property("kind"), following.property("kind")) == ("edge", "primary")
    assert film.text() == "Pause"


def test_one_key_plays_and_pauses(page: ConsolePage, qtbot: QtBot) -> None:
    play(page, qtbot)
    QTest.keyClick(page, Key.Key_K)
    assert not page.film.playing
    assert page.film.layer is not None
    assert page.film.layer.frame is not None
    QTest.keyClick(page, Key.Key_K)
    assert page.film.playing


def test_at_the_end_the_poster_stands_again(page: ConsolePage, qtbot: QtBot) -> None:
    play(page, qtbot)
    qtbot.waitUntil(lambda: not page.film.playing)
    qtbot.waitUntil(lambda: film_pixel(page) == POSTER)
    play(page, qtbot)
    assert page.film.playing


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_B, Key.Key_S])
def test_it_pauses_when_the_room_looks_elsewhere_and_keeps_its_place(
    page: ConsolePage, qtbot: QtBot, key: Key
) -> None:
    play(page, qtbot)
    QTest.keyClick(page, key)
    assert not page.film.playing
    QTest.keyClick(page, key)
    assert not page.film.playing
    assert page.film.layer is not None
    assert page.film.layer.frame is not None
    assert film_pixel(page) != POSTER


def test_a_frozen_room_keeps_the_films_picture(page: ConsolePage, qtbot: QtBot) -> None:
    play(page, qtbot)
    QTest.keyClick(page, Key.Key_F)
    held = page.audience.grab().toImage()
    QTest.keyClick(page, Key.Key_Right)
    qtbot.wait(300)
    assert page.audience.grab().toImage() == held


def test_a_frozen_room_keeps_it_while_another_place_in_the_film_is_chosen(
    page: ConsolePage, qtbot: QtBot
) -> None:
    play(page, qtbot)
    QTest.keyClick(page, Key.Key_F)
    held, small = page.audience.grab().toImage(), page.parts.slide.picture.grab().toImage()
    page.parts.slide.film.place.setValue(950)
    qtbot.waitUntil(lambda: page.parts.slide.picture.grab().toImage() != small)
    assert page.audience.grab().toImage() == held
    page.parts.slide.film.words.click()
    QTest.keyClick(page, Key.Key_K)
    assert not page.film.playing
    assert page.parts.bars.notice.text.startswith("The film waits")
    assert page.audience.grab().toImage() == held
    QTest.keyClick(page, Key.Key_F)
    assert page.audience.grab().toImage() != held


def test_on_one_screen_a_frozen_film_is_held_and_goes_on_with_two_keys(
    room: Room, page: ConsolePage, qtbot: QtBot
) -> None:
    page.projector.tell(StripWanted())
    assert page.privacy.hidden
    play(page, qtbot)
    QTest.keyClick(page, Key.Key_F)
    held = page.audience.grab().toImage()
    for key in (Key.Key_Right, Key.Key_K, Key.Key_End):
        QTest.keyClick(page, key)
    qtbot.wait(200)
    assert page.audience.grab().toImage() == held
    assert (room.state.here.id, page.film.playing) == ("film", False)
    QTest.keyClick(page, Key.Key_F)
    QTest.keyClick(page, Key.Key_K)
    assert page.film.playing


def bounds(page: ConsolePage) -> QRect:
    """Where the room sees the film: everything that is neither paper, letters, poster nor frame."""
    shown = page.film.layer
    assert shown is not None
    assert shown.frame is not None
    image = page.audience.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    film = QColor(shown.frame.pixel(4, 4))
    return _found(image, film)


def _found(image: QImage, color: QColor) -> QRect:
    near = [
        (x, y)
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
        if _alike(QColor(image.pixel(x, y)), color)
    ]
    assert near
    across, down = [x for x, _ in near], [y for _, y in near]
    return QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down)))


def _alike(one: QColor, other: QColor) -> bool:
    return all(
        abs(a - b) < 12
        for a, b in (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
    )


def test_nearer_the_film_grows_with_its_slide_and_its_words_stay_at_the_foot(
    page: ConsolePage, qtbot: QtBot, settings: FakeSettings
) -> None:
    settings.now = replace(settings.now, motion="still")
    play(page, qtbot)
    qtbot.waitUntil(lambda: page.film.layer is not None and page.film.layer.caption is not None)
    QTest.keyClick(page, Key.Key_K)
    whole = bounds(page)
    page.parts.slide.picture.hand_at = QPointF(0.75, 0.5)
    QTest.keyClick(page, Key.Key_Z)
    assert page.hands.near
    near = bounds(page)
    assert abs(near.width() - min(2 * whole.width(), page.audience.width() - near.x())) <= 16
    image = page.audience.grab().toImage()
    row = round(image.height() * 0.965)
    assert "#14202b" in {QColor(image.pixel(x, row)).name() for x in range(image.width())}
    QTest.keyClick(page, Key.Key_K)
    assert page.film.playing
    assert page.hands.near


def test_in_large_print_the_console_shows_it_on_and_the_room_where_its_poster_is(
    page: ConsolePage, qtbot: QtBot
) -> None:
    play(page, qtbot)
    QTest.keyClick(page, Key.Key_K)
    own, before = page.parts.slide.picture.grab().toImage(), bounds(page)
    QTest.keyClick(page, Key.Key_G)
    assert page.parts.slide.picture.grab().toImage() == own
    assert bounds(page) == before
    QTest.keyClick(page, Key.Key_G)


def test_it_stops_with_its_slide_and_waits_anew(
    room: Room, page: ConsolePage, qtbot: QtBot
) -> None:
    play(page, qtbot)
    QTest.keyClick(page, Key.Key_Right)
    assert room.state.here.id == "words"
    assert page.film.layer is None
    assert not page.parts.slide.film.isVisible()
    QTest.keyClick(page, Key.Key_Left)
    assert page.film.waits
    assert film_pixel(page) == POSTER


def test_black_does_not_start_a_film(page: ConsolePage) -> None:
    QTest.keyClick(page, Key.Key_B)
    QTest.keyClick(page, Key.Key_K)
    assert not page.film.playing


def test_spoken_lines_stand_at_the_foot_of_the_page(page: ConsolePage, qtbot: QtBot) -> None:
    play(page, qtbot)
    qtbot.waitUntil(lambda: page.film.layer is not None and page.film.layer.caption is not None)
    image = page.audience.grab().toImage()
    row = round(image.height() * 0.965)
    colors = {QColor(image.pixel(x, row)).name() for x in range(image.width())}
    assert "#14202b" in colors
    page.parts.slide.film.words.click()
    assert page.film.layer is not None
    assert page.film.layer.caption is None


def test_loop_and_mute_are_the_decks(room: Room, page: ConsolePage, qtbot: QtBot) -> None:
    room.go("again")
    play(page, qtbot)
    assert page.parts.slide.film.mute.accessibleName() == "Sound on"
    qtbot.wait(2600)
    assert page.film.playing


def test_the_volume_is_kept_for_the_next_time(page: ConsolePage, settings: FakeSettings) -> None:
    page.parts.slide.film.volume.setValue(40)
    assert settings.now.volume == 0.4


def test_the_place_can_be_chosen(page: ConsolePage, qtbot: QtBot) -> None:
    play(page, qtbot)
    QTest.keyClick(page, Key.Key_K)
    page.parts.slide.film.place.setValue(750)
    qtbot.waitUntil(lambda: page.parts.slide.film.time.text.startswith("0:01"))


def test_a_damaged_film_is_said_on_the_console_and_the_poster_stays(
    room: Room, console: OpenConsole, qtbot: QtBot
) -> None:
    (Path(room.deck.folder) / "counting.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(400))
    room.start()
    page = console()
    qtbot.waitUntil(page.parts.slide.film.trouble.isVisible)
    assert page.parts.slide.film.trouble.text().startswith("This computer cannot play it")
    QTest.keyClick(page, Key.Key_K)
    assert film_pixel(page) == POSTER
    assert page.parts.transport.next.property("kind") == "primary"


def test_without_qts_player_everything_else_goes_on(
    room: Room, console: OpenConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(parent: QObject) -> object:
        raise ImportError("libpulse.so.0: cannot open shared object file")

    monkeypatch.setattr("imhtrainer.ui.present.media.desk._load_player", nothing)
    room.start()
    page = console()
    assert isinstance(page.film, MediaDesk)
    assert "no player for video and sound" in page.parts.slide.film.trouble.text()
    QTest.keyClick(page, Key.Key_K)
    QTest.keyClick(page, Key.Key_Right)
    assert room.state.here.id == "words"
