"""Windows that nobody holds any more end on the windows' thread, whichever thread is at work."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from imhtrainer.ui.garbage import GarbageDesk


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
