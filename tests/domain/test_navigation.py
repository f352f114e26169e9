"""Where the room is: one step on, one step back, jumps, and screens over the slides."""

from dataclasses import replace
from typing import Literal

import pytest

from imhtrainer.domain.errors import CheckpointWaiting, CommandRefused
from imhtrainer.domain.session.commands import (
    AddAttendees,
    Back,
    ChangePlan,
    CloseRound,
    Command,
    CountHands,
    EndSession,
    GoTo,
    InterruptSession,
    Next,
    ResumeSession,
    Reveal,
    SetScreen,
    StartSession,
)
from tests.domain.classroom import (
    ANA,
    BUILD,
    CHECKS,
    CLOSING,
    POST,
    PRE,
    START,
    Classroom,
    at,
    small_plan,
)


def test_a_deck_changed_before_the_start_is_taught_as_it_is_and_later_no_more() -> None:
    room = Classroom()
    room.do(AddAttendees(at(-20), (ANA,)))
    longer = replace(small_plan(), digest="1" * 64, slides=small_plan().slides[:4])
    assert room.kinds(ChangePlan(at(-10), longer)) == ["PlanChanged"]
    assert room.do(ChangePlan(at(-9), longer)) == ()
    assert room.state.plan == longer
    assert [q.slide for q in room.state.questions] == ["pre-1", "check-1"]
    assert room.state.roster == (ANA,)
    room.do(StartSession(at(0)))
    with pytest.raises(CommandRefused, match="the plan it began with"):
        room.do(ChangePlan(at(1), small_plan()))


def test_the_training_starts_on_its_first_slide() -> None:
    room = Classroom().begin(ANA)
    assert (room.state.stage, room.state.slide, room.state.step) == ("running", 0, 0)
    assert room.state.started == START


def test_a_build_appears_step_by_step_before_the_next_slide() -> None:
    room = Classroom().begin()
    places = []
    for _ in range(4):
        room.do(Next(at(1)))
        places.append((room.state.slide, room.state.step))
    assert places == [(BUILD, 0), (BUILD, 1), (BUILD, 2), (PRE, 0)]


def test_going_back_into_a_build_shows_all_of_it() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(1), PRE))
    room.do(Back(at(2)))
    assert (room.state.slide, room.state.step) == (BUILD, 2)
    room.do(Back(at(2)))
    assert (room.state.slide, room.state.step) == (BUILD, 1)


def test_nothing_happens_before_the_first_and_after_the_last_page() -> None:
    room = Classroom().begin()
    assert room.do(Back(at(1))) == ()
    room.do(GoTo(at(2), CLOSING))
    assert room.do(Next(at(3))) == ()


def test_a_jump_outside_the_training_is_refused_and_names_its_length() -> None:
    room = Classroom().begin()
    with pytest.raises(CommandRefused, match="10 slides"):
        room.do(GoTo(at(1), 10))
    with pytest.raises(CommandRefused):
        room.do(GoTo(at(1), -1))


def test_jumping_to_the_shown_page_changes_nothing() -> None:
    room = Classroom().begin()
    assert room.do(GoTo(at(1), 0)) == ()


@pytest.mark.parametrize("screen", ["black", "white", "points"])
def test_a_screen_goes_over_the_slides_and_away_by_the_same_key_or_any_step(
    screen: Literal["black", "white", "points"],
) -> None:
    room = Classroom().begin()
    shown = []
    for _ in range(3):
        room.do(SetScreen(at(1), screen))
        shown.append(room.state.screen)
    assert shown == [screen, "live", screen]
    room.do(Next(at(2)))
    assert (room.state.screen, room.state.slide) == ("live", 0)


def test_a_jump_brings_the_slides_back() -> None:
    room = Classroom().begin()
    room.do(SetScreen(at(1), "black"))
    room.do(GoTo(at(2), BUILD))
    assert (room.state.screen, room.state.slide) == ("live", BUILD)


def test_arriving_at_a_question_opens_its_first_round_once() -> None:
    room = Classroom().begin()
    assert room.kinds(GoTo(at(1), CHECKS[0])) == ["SlideShown", "RoundOpened"]
    room.do(CloseRound(at(2)))
    room.do(GoTo(at(3), BUILD))
    assert room.kinds(GoTo(at(4), CHECKS[0])) == ["SlideShown"]


def test_leaving_an_unanswered_checkpoint_asks_once_and_then_records_the_skip() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(1), CHECKS[0]))
    with pytest.raises(CheckpointWaiting, match="Nobody has answered"):
        room.do(Next(at(2)))
    assert room.state.slide == CHECKS[0]
    assert room.kinds(Next(at(3), leave=True))[0] == "QuestionSkipped"
    assert room.state.slide == CHECKS[1]
    skipped = room.state.question("check-1")
    assert skipped is not None
    assert skipped.skipped
    assert skipped.held is None


def test_leaving_an_open_vote_asks_and_then_closes_and_shows_the_answer() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(1), CHECKS[0]))
    room.do(CountHands(at(2), 1, 7))
    with pytest.raises(CheckpointWaiting, match="Close it"):
        room.do(Next(at(3)))
    assert room.kinds(Next(at(3), leave=True)) == ["RoundClosed", "AnswerRevealed", "SlideShown"]
    assert (room.state.slide, room.state.step) == (CHECKS[0], 1)


def test_after_closing_the_next_step_is_the_answer_page() -> None:
    room = Classroom().begin()
    room.ask(CHECKS[0], 1, 1, 5, 0)
    room.do(Next(at(3)))
    assert (room.state.slide, room.state.step) == (CHECKS[0], 1)
    assert room.asked.revealed
    room.do(Next(at(4)))
    assert room.state.slide == CHECKS[1]


def test_first_items_have_no_answer_page_and_need_no_second_word() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(1), PRE))
    assert room.kinds(Next(at(2)))[0] == "QuestionSkipped"
    assert room.state.slide == CHECKS[0]


def test_last_items_close_by_themselves() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(1), POST))
    room.do(CountHands(at(1), 1, 4))
    room.do(Next(at(2)))
    assert (room.state.slide, room.state.step) == (POST, 1)


def test_going_back_from_an_answer_page_shows_the_question_with_the_answer_kept() -> None:
    room = Classroom().begin()
    room.ask(CHECKS[0], 1, 0, 5)
    room.do(Reveal(at(3)))
    room.do(Back(at(4)))
    assert (room.state.step, room.asked.revealed) == (0, True)
    room.do(Next(at(5)))
    assert room.state.step == 1


def test_the_clock_stops_between_interruption_and_resumption() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(5), BUILD))
    room.do(InterruptSession(at(20)))
    assert room.state.elapsed(at(50)).total_seconds() == 20 * 60
    room.do(ResumeSession(at(50)))
    assert (room.state.slide, room.state.stage) == (BUILD, "running")
    assert room.state.elapsed(at(55)).total_seconds() == 25 * 60


def test_each_section_is_booked_the_time_it_took() -> None:
    room = Classroom().begin()
    room.do(GoTo(at(40), CLOSING))
    assert room.state.section_elapsed(0, at(44)) == 40 * 60
    assert room.state.section_elapsed(1, at(44)) == 4 * 60


@pytest.mark.parametrize(
    "command",
    [Next(at(1)), Back(at(1)), GoTo(at(1), 1), SetScreen(at(1), "black"), ResumeSession(at(1))],
)
def test_what_makes_no_sense_before_the_start_is_refused(command: Command) -> None:
    with pytest.raises(CommandRefused):
        Classroom().do(command)


def test_a_training_that_began_cannot_begin_again_and_an_ended_one_stays_ended() -> None:
    room = Classroom().begin()
    with pytest.raises(CommandRefused, match="begun"):
        room.do(StartSession(at(1)))
    room.do(EndSession(at(2)))
    for command in (Next(at(3)), StartSession(at(3)), EndSession(at(3)), ResumeSession(at(3))):
        with pytest.raises(CommandRefused):
            room.do(command)
    assert room.state.ended == at(2)
