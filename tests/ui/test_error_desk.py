from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imhtrainer.domain.errors import Cancelled, CommandRefused, StoreError
from imhtrainer.ui.errors import ErrorDesk


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> ErrorDesk:
    return ErrorDesk(tmp_path / "errors.log")


def test_an_error_of_ours_is_said_in_its_own_words(desk: ErrorDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.raised) as said:
        desk.show(StoreError("The disk is full. Free some space."))
    assert said.args == ["The disk is full. Free some space.", "alarm"]


def test_a_refusal_is_no_alarm(desk: ErrorDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.raised) as said:
        assert not desk.attempt(lambda: refuse("The training has begun already."))
    assert said.args == ["The training has begun already.", "waits"]


def test_a_job_stopped_as_asked_is_no_error(desk: ErrorDesk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.raised):
        desk.show(Cancelled("Stopped, as asked."))


def test_what_nobody_foresaw_is_one_sentence_and_its_story_goes_to_the_file(
    desk: ErrorDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desk.raised) as said:
        desk.show(ZeroDivisionError("division by zero"))
    assert "Your session is saved" in said.args[0]
    assert "ZeroDivisionError: division by zero" in (tmp_path / "errors.log").read_text()


def refuse(words: str) -> None:
    raise CommandRefused(words)


def test_what_was_said_is_taken_back_when_a_second_try_goes_well(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = ErrorDesk(tmp_path / "errors.log")
    with qtbot.waitSignal(desk.settled):
        desk.settle()
