from imhtrainer.domain.session.commands import Reveal, SetScreen
from imhtrainer.ui.present.pages.shown import (
    POINTS,
    Shown,
    next_shown,
    previous_shown,
    shown_slide,
    shown_to_room,
)
from tests.ui.present.small_training import Room


def test_builds_come_step_by_step(room: Room) -> None:
    room.start()
    room.go("three")
    three = room.index["three"]
    assert shown_slide(room.state) == Shown("slide", three, 0)
    assert next_shown(room.state, room.clock()) == Shown("slide", three, 1)
    room.next()
    assert shown_slide(room.state) == Shown("slide", three, 1)
    assert previous_shown(room.state, room.clock()) == Shown("slide", three, 0)


def test_a_slide_entered_backwards_shows_everything(room: Room) -> None:
    room.start()
    room.go("circle")
    assert previous_shown(room.state, room.clock()) == Shown("slide", room.index["three"], 3)


def test_the_answer_page_carries_the_votes(room: Room) -> None:
    room.start()
    room.go("check")
    room.vote(1, 3, 0)
    coming = next_shown(room.state, room.clock())
    room.session.do(Reveal(room.clock()))
    shown = shown_slide(room.state)
    assert shown == coming
    assert shown.kind == "answer"
    assert shown.tally is not None
    assert shown.tally.counts == (1, 3, 0)


def test_a_dark_projector_hides_nothing_from_the_preview(room: Room) -> None:
    room.start()
    room.session.do(SetScreen(room.clock(), "black"))
    assert shown_to_room(room.state, room.clock()) is None
    assert next_shown(room.state, room.clock()) == Shown("slide", room.index["three"], 0)
    room.session.do(SetScreen(room.clock(), "points"))
    assert shown_to_room(room.state, room.clock()) == POINTS


def test_there_is_nothing_after_the_last_slide(room: Room) -> None:
    room.start()
    room.go("goodbye")
    assert next_shown(room.state, room.clock()) is None
