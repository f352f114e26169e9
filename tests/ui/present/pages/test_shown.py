import pytest

from imhtrainer.domain.session.commands import EndSession, Reveal, SetScreen, StartBreak
from imhtrainer.ui.present.pages.shown import (
    LOGO,
    POINTS,
    Shown,
    next_shown,
    previous_shown,
    shown_slide,
    shown_to_room,
)
from tests.ui.present.small_training import DECK, Room


def test_builds_come_step_by_step(room: Room) -> None:
    room.start()
    room.go("three")
    three = room.index["three"]
    assert shown_slide(room.state) == Shown("slide", three, 0)
    assert next_shown(room.state, room.clock()) == Shown("slide", three, 1)
    room.next()
    assert shown_slide(room.state) == Shown("slide", three, 1)
    assert previous_shown(room.state, room.clock()) == Shown("slide", three, 0)


def test_after_the_training_the_last_slide_stays_as_it_stands(room: Room) -> None:
    room.start()
    room.go("goodbye")
    room.session.do(SetScreen(room.clock(), "black"))
    room.session.do(EndSession(room.clock()))
    goodbye = Shown("slide", room.index["goodbye"])
    assert shown_to_room(room.state, room.clock()) == goodbye


def test_a_training_that_ends_before_its_last_slide_leaves_the_logo(room: Room) -> None:
    room.start()
    room.go("check")
    room.session.do(EndSession(room.clock()))
    assert shown_to_room(room.state, room.clock()) == LOGO


@pytest.mark.parametrize("deck_text", [DECK.replace("{#goodbye", "{#goodbye layout=closing")])
def test_a_training_that_ends_early_leaves_its_closing_slide_where_it_has_one(room: Room) -> None:
    room.start()
    room.go("three")
    room.session.do(StartBreak(room.clock(), 10))
    room.session.do(EndSession(room.clock()))
    goodbye = Shown("slide", room.index["goodbye"])
    assert shown_to_room(room.state, room.clock()) == goodbye


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
