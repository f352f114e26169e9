"""A second pair of hands: who may help, that two who press together move on once, and what the record says."""

import pytest

from imhtrainer.domain.cofacilitator import KEYS_KEPT, Seen, spaced_co_code, tidy_co_code
from imhtrainer.domain.errors import CheckpointWaiting, CommandRefused, RoomMovedOn, SeatRefused
from imhtrainer.domain.events import CoFacilitatorActed, CoFacilitatorsDismissed, SlideShown
from imhtrainer.domain.session import SessionState, decide, evolve
from imhtrainer.domain.session.commands import (
    AddAttendees,
    Back,
    ByCoFacilitator,
    CloseRound,
    Command,
    CountHands,
    DismissCoFacilitators,
    GoTo,
    InviteCoFacilitator,
    JoinAsCoFacilitator,
    Next,
    SetScreen,
    SignIn,
)
from imhtrainer.domain.session.commands.helping import CoCommand
from imhtrainer.domain.session.helping import seen_now
from tests.domain.classroom import ANA, CHECKS, Classroom, at

CODE = "K7QM2R9TPX"
SECRET = "a" * 64


def room_at(slide: int) -> SessionState:
    """A training that runs, with the room on a slide."""
    room = Classroom().begin()
    room.do(GoTo(at(0), slide, leave=True))
    return room.state


def do(state: SessionState, command: Command) -> SessionState:
    for event in decide(state, command):
        state = evolve(state, event)
    return state


def _helped(slide: int = 0) -> SessionState:
    state = do(room_at(slide), InviteCoFacilitator(at(0), CODE))
    return do(state, JoinAsCoFacilitator(at(0), CODE, SECRET, "Noor"))


def _press(
    state: SessionState, command: CoCommand, key: str = "first-press", seen: Seen | None = None
) -> ByCoFacilitator:
    return ByCoFacilitator(at(1), SECRET, key, seen or seen_now(state), command)


def test_a_code_is_read_however_it_is_typed() -> None:
    assert tidy_co_code(" k7qm2-r9tpx ") == CODE
    assert spaced_co_code(CODE) == "K7QM2-R9TPX"


@pytest.mark.parametrize("code", ["", "4827", "K7QM2R9TP", "K7QM2R9TP0"])
def test_only_a_long_code_lets_a_co_facilitator_in(code: str) -> None:
    with pytest.raises(CommandRefused, match="no code"):
        decide(room_at(0), InviteCoFacilitator(at(0), code))


def test_nobody_comes_in_without_the_code_or_before_anybody_is_invited() -> None:
    with pytest.raises(SeatRefused, match="not the co-facilitator’s code"):
        decide(room_at(0), JoinAsCoFacilitator(at(0), "", SECRET))
    invited = do(room_at(0), InviteCoFacilitator(at(0), CODE))
    with pytest.raises(SeatRefused, match="not the co-facilitator’s code"):
        decide(invited, JoinAsCoFacilitator(at(0), "AAAAABBBBB", SECRET))


def test_next_moves_the_room_and_the_record_says_who_pressed() -> None:
    state = _helped()
    acted, shown = decide(state, _press(state, Next(at(1))))
    assert acted == CoFacilitatorActed(at(1), SECRET, "first-press", "Next", "Noor")
    assert shown == SlideShown(at(1), 1, 0)


def test_two_who_press_next_together_move_on_once() -> None:
    before = _helped()
    press = _press(before, Next(at(1)))
    after = do(before, Next(at(1)))
    with pytest.raises(RoomMovedOn, match="moved on a moment before"):
        decide(after, press)
    assert after.slide == 1


def test_a_press_that_comes_twice_over_a_bad_network_counts_once() -> None:
    before = _helped()
    press = _press(before, Next(at(1)))
    after = do(before, press)
    assert decide(after, press) == ()
    assert (after.slide, after.step) == (1, 0)


def test_two_who_press_black_together_make_it_black_and_not_live_again() -> None:
    before = _helped()
    press = _press(before, SetScreen(at(1), "black"))
    after = do(before, SetScreen(at(1), "black"))
    with pytest.raises(RoomMovedOn):
        decide(after, press)
    assert after.screen == "black"


def test_a_vote_that_was_closed_and_opened_again_is_not_closed_by_an_old_press() -> None:
    state = _helped(CHECKS[0])
    old = _press(state, CloseRound(at(1)))
    state = do(state, CountHands(at(1), 0, 4))
    assert decide(state, old)[0] == CoFacilitatorActed(
        at(1), SECRET, "first-press", "CloseRound", "Noor"
    )
    state = do(state, CloseRound(at(2)))
    with pytest.raises(RoomMovedOn):
        decide(state, old)


def test_the_question_about_an_unanswered_checkpoint_is_asked_of_who_pressed() -> None:
    state = _helped(CHECKS[0])
    with pytest.raises(CheckpointWaiting):
        decide(state, _press(state, Next(at(1))))
    left = do(state, _press(state, Next(at(1), leave=True)))
    assert left.slide == CHECKS[1]


def test_the_desk_works_wherever_the_room_is() -> None:
    old = _helped()
    elsewhere = do(do(old, Next(at(1))), AddAttendees(at(1), (ANA,)))
    signed = do(elsewhere, _press(old, SignIn(at(2), ANA.id)))
    assert signed.present == (ANA.id,)


def test_withdrawing_the_code_ends_every_console() -> None:
    state = do(_helped(), DismissCoFacilitators(at(1)))
    assert (state.co_code, state.co_facilitators) == ("", ())
    with pytest.raises(SeatRefused, match="not in any more"):
        decide(state, _press(state, Back(at(1))))
    assert decide(state, DismissCoFacilitators(at(2))) == ()
    assert isinstance(decide(_helped(), DismissCoFacilitators(at(1)))[0], CoFacilitatorsDismissed)


def test_an_attendees_seat_is_no_console() -> None:
    state = _helped()
    with pytest.raises(SeatRefused):
        decide(state, ByCoFacilitator(at(1), "b" * 64, "k", seen_now(state), Next(at(1))))


def test_only_the_last_keys_are_remembered() -> None:
    state = _helped()
    for number in range(KEYS_KEPT + 5):
        state = evolve(state, CoFacilitatorActed(at(1), SECRET, f"key-{number}", "Next"))
    assert len(state.co_facilitators[0].keys) == KEYS_KEPT


@pytest.mark.parametrize("command", [Next(at(1)), Back(at(1)), GoTo(at(1), 4)])
def test_a_co_facilitator_moves_no_slide_on_a_frozen_screen_but_may_thaw_it(
    command: Next | Back | GoTo,
) -> None:
    """Freeze promises that the room keeps its picture while the console looks on: no stray Next breaks it."""
    frozen = do(_helped(1), SetScreen(at(0), "frozen"))
    with pytest.raises(CommandRefused, match="Tap Slides first"):
        do(frozen, _press(frozen, command))
    live = do(frozen, _press(frozen, SetScreen(at(1), "live")))
    assert (live.screen, live.slide) == ("live", frozen.slide)
    moved = do(live, _press(live, Next(at(2)), "second-press"))
    assert (moved.slide, moved.step) != (live.slide, live.step)
