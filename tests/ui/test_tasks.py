from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imhtrainer.domain.errors import Cancelled, StoreError
from imhtrainer.ui.tasks import Progress, TaskRunner


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def fail(error: Exception) -> Callable[[Progress], None]:
    def work(_progress: Progress) -> None:
        raise error

    return work


def test_the_result_comes_back_on_the_thread_of_the_windows(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    got: list[tuple[Any, bool, bool]] = []
    runner.start(
        lambda _p: current_thread() is main_thread(),
        lambda there: got.append((6, there, current_thread() is main_thread())),
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(6, False, True)]


def test_an_error_comes_back_to_who_asked_for_it(runner: TaskRunner, qtbot: QtBot) -> None:
    got: list[BaseException] = []
    error = StoreError("The disk is full. Free some space.")
    runner.start(fail(error), failed=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [error]


def test_an_error_nobody_asked_for_is_told_once(runner: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.unexpected) as told:
        runner.start(fail(StoreError("The disk is full.")))
    assert str(told.args[0]) == "The disk is full."


def test_progress_is_counted_and_cancelling_stops_the_work(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    failed: list[BaseException] = []
    steps: list[tuple[int, int]] = []

    def work(progress: Progress) -> None:
        for step in range(10_000_000):
            progress(step, 10_000_000)

    task = runner.start(
        work, failed=failed.append, progress=lambda done, all_: steps.append((done, all_))
    )
    qtbot.waitUntil(lambda: bool(steps))
    task.cancel()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)


def test_a_cancelled_job_nobody_waits_for_is_no_error(runner: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(runner.unexpected):
        runner.start(fail(Cancelled("Stopped, as asked.")))
        qtbot.waitUntil(lambda: not runner.busy)


def test_a_listener_that_is_gone_is_left_in_peace(runner: TaskRunner, qtbot: QtBot) -> None:
    class Listener(QObject):
        heard = False

        def hear(self, *_result: object) -> None:
            Listener.heard = True

    listener = Listener()
    runner.start(lambda _p: 1, listener.hear)
    runner.start(lambda _p: 1, partial(listener.hear, "with more words"))
    listener.deleteLater()
    QApplication.sendPostedEvents(listener, 52)
    qtbot.waitUntil(lambda: not runner.busy)
    assert not Listener.heard


def test_what_nobody_waits_for_never_stands_before_what_somebody_asked_for(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    gate = Event()
    for _ in range(5):
        runner.start(lambda _p: gate.wait(30), idly=True)
    got: list[str] = []
    runner.start(lambda _p: "asked for", got.append)
    qtbot.waitUntil(lambda: got == ["asked for"])
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
