from threading import Event, current_thread, main_thread

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.painting import PaintingThread
from imhtrainer.ui.present.pages.shown import Shown, following
from tests.ui.present.small_training import Room

ONE, TWO, THREE = (Shown("slide", at) for at in range(3))


def blank(shown: Shown, width: int) -> QImage:
    return QImage(width, width, QImage.Format.Format_RGB32)


class SlowPainter:
    """Paints only when it is let; notes what it painted and on which thread."""

    def __init__(self) -> None:
        self.let = Event()
        self.begun = Event()
        self.painted: list[Shown] = []
        self.beside = 0

    def __call__(self, shown: Shown, width: int) -> QImage:
        self.begun.set()
        self.let.wait(5)
        self.beside += current_thread() is not main_thread()
        self.painted.append(shown)
        return blank(shown, width)


def test_whoever_ranks_first_is_served_first(qtbot: QtBot) -> None:
    painter = SlowPainter()
    thread = PaintingThread(painter, ("room", "overview"))
    thread.ask("overview", [(THREE, 8), (TWO, 8)])
    painter.begun.wait(5)
    thread.ask("room", [(ONE, 8)])
    painter.let.set()
    qtbot.waitUntil(lambda: not thread.busy)
    thread.close()
    assert painter.painted == [THREE, ONE, TWO]
    assert painter.beside == 3


def test_a_new_wish_replaces_the_old_one(qtbot: QtBot) -> None:
    painter = SlowPainter()
    thread = PaintingThread(painter)
    thread.ask("room", [(ONE, 8)])
    painter.begun.wait(5)
    thread.ask("room", [(TWO, 8)])
    thread.ask("room", [(THREE, 8)])
    painter.let.set()
    qtbot.waitUntil(lambda: not thread.busy)
    thread.close()
    assert painter.painted == [ONE, THREE]


def test_a_picture_that_is_under_way_is_waited_for_and_not_painted_twice(qtbot: QtBot) -> None:
    painter = SlowPainter()
    pictures = PagePictures(painter)
    pictures.prepare("room", (ONE,), 8)
    qtbot.waitUntil(painter.begun.is_set)
    painter.let.set()
    assert pictures.picture(ONE, 8).width() == 8
    pictures.close()
    assert painter.painted == [ONE]


def test_a_picture_of_pages_that_changed_meanwhile_is_thrown_away(qtbot: QtBot) -> None:
    painter = SlowPainter()
    pictures = PagePictures(painter)
    pictures.prepare("room", (ONE,), 8)
    qtbot.waitUntil(painter.begun.is_set)
    pictures.clear()
    painter.let.set()
    qtbot.waitUntil(lambda: len(painter.painted) == 1)
    qtbot.wait(20)
    assert not pictures.ready(ONE, 8)
    pictures.close()


def test_what_follows_is_known_two_steps_ahead(room: Room) -> None:
    room.start()
    three = room.index["three"]
    steps = following(room.state, room.clock(), 2)
    assert steps == (Shown("slide", three, 0), Shown("slide", three, 1))
    room.go("goodbye")
    assert following(room.state, room.clock(), 2) == ()
