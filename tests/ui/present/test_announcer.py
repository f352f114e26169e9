"""What a screen reader says by itself while the room is led."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from imhtrainer.domain.session.commands import CountHands, OpenRound, Reveal, SetScreen, StartBreak
from imhtrainer.ui.present.announcer import Announcer
from imhtrainer.ui.present.presenting import Presenting
from tests.ui.present.small_training import Room

Said = Callable[[], list[str]]


@pytest.fixture
def said(room: Room) -> Iterator[Said]:
    """What was said since the last call."""
    words: list[str] = []
    parent = QObject()
    presenting = Presenting(room.session, parent)
    Announcer(presenting, parent, words.append)

    def take() -> list[str]:
        QApplication.processEvents()
        taken, words[:] = list(words), []
        return taken

    yield take
    presenting.close()


def test_each_slide_and_each_step_is_said_once(room: Room, said: Said) -> None:
    room.start()
    assert said() == ["The training has begun"]
    room.next()
    assert said() == ["Slide 2 of 7, Three things"]
    room.next()
    assert said() == ["Step 1 of 3"]
    assert said() == []


def test_a_vote_is_said_as_it_opens_fills_closes_and_is_shown(room: Room, said: Said) -> None:
    room.start()
    room.go("check")
    assert said()[-1] == "Slide 4 of 7, Checkpoint 1. Voting is open"
    here = len(room.state.present)
    for hands in range(1, here):
        room.session.do(CountHands(room.clock(), 1, hands))
    assert said() == []
    room.session.do(CountHands(room.clock(), 1, here))
    assert said() == [f"All {here} have answered"]
    room.vote()
    assert said() == [f"Voting is closed, {here} of {here} have answered"]
    room.session.do(OpenRound(room.clock()))
    assert said() == ["Voting is open again"]
    room.vote(1)
    assert said() == [f"Voting is closed, 1 of {here} has answered"]
    room.session.do(Reveal(room.clock()))
    assert said() == ["The room sees the answer"]


def test_what_the_room_sees_instead_of_slides_is_said(room: Room, said: Said) -> None:
    room.start()
    said()
    room.session.do(SetScreen(room.clock(), "black"))
    assert said() == ["The room’s screen is black"]
    room.session.do(SetScreen(room.clock(), "live"))
    assert said() == ["The room sees the slides again"]
    room.session.do(StartBreak(room.clock(), 10))
    assert said() == ["Break, 10 minutes"]
    room.next()
    assert said() == ["The break is over"]
    room.session.do(StartBreak(room.clock(), 1))
    assert said() == ["Break, 1 minute"]
