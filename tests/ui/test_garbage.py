"""Windows that nobody holds any more end on the windows' thread, whichever thread is at work."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from imhtrainer.ui.garbage import BEAT, STILL, GarbageDesk, due_generation


class Kept(QObject):
    """Something of a window that holds itself."""

    def __init__(self, ended_on: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


@pytest.fixture
def desk() -> Iterator[GarbageDesk]:
    """The desk of a program of its own."""
    parent = QObject()
    yield GarbageDesk(parent)
    parent.deleteLater()


def test_a_thread_that_makes_very_much_destroys_no_window(qtbot: QtBot, desk: GarbageDesk) -> None:
    ended_on: list[int] = []
    for _ in range(50):
        Kept(ended_on)
    busy = threading.Thread(target=lambda: [[number] for number in range(200_000)])
    busy.start()
    busy.join()
    assert ended_on == []
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: len(ended_on) == 50)
    assert set(ended_on) == {threading.get_ident()}
    assert QThread.currentThread() == desk.thread()
    del kept


def test_python_itself_no_longer_collects(desk: GarbageDesk) -> None:
    assert desk.thread() is QThread.currentThread()
    assert not gc.isenabled()


def test_everything_is_looked_through_only_while_nobody_works() -> None:
    limits = (700, 10, 10)
    assert due_generation((701, 11, 11), limits, still=True) == 2
    assert due_generation((701, 11, 11), limits, still=False) == 1
    assert due_generation((0, 0, 11), limits, still=False) is None


def test_who_never_stops_is_kept_waiting_once_in_a_while() -> None:
    assert due_generation((701, 11, 101), (700, 10, 10), still=False) == 2


def test_a_generation_that_is_not_due_is_left() -> None:
    assert due_generation((700, 10, 10), (700, 10, 10), still=True) is None
    assert due_generation((701, 10, 10), (700, 10, 10), still=True) == 0
    assert due_generation((9999, 9999, 9999), (0, 0, 0), still=True) is None


def test_garbage_of_long_ago_is_collected_once_it_is_still(qtbot: QtBot, desk: GarbageDesk) -> None:
    ended_on: list[int] = []
    Kept(ended_on)
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
    assert ended_on
    old = Kept(ended_on)
    gc.collect(1)
    del old
    qtbot.waitUntil(lambda: len(ended_on) == 2, timeout=10 * STILL * BEAT)
    assert desk.thread() is QThread.currentThread()
