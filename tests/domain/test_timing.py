from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.plan import Plan, PlanSection, PlanSlide
from imhtrainer.domain.roster import Interval
from imhtrainer.domain.session import SessionState, replay
from imhtrainer.domain.session.commands import (
    Back,
    ChangeBreak,
    ChangeTimer,
    EndBreak,
    EndSession,
    GoTo,
    InterruptSession,
    Next,
    PauseTimer,
    ResetSectionClock,
    RestoreSectionClock,
    ResumeSession,
    SetScreen,
    StartBreak,
    StartTimer,
    StopTimer,
    TakeQuestion,
)
from tests.domain.classroom import Classroom, at, small_plan

ACTIVITY, COFFEE, AFTER = 1, 2, 3


def plan_with_a_break() -> Plan:
    """A slide, an activity of four minutes, ten minutes of coffee, and a last slide."""
    slides = (
        PlanSlide("hello", "Hello", 0, 1, 0, 1.0, "text"),
        PlanSlide("pairs", "Pairs", 0, 2, 0, 5.0, "activity", timer=4.0),
        PlanSlide("coffee", "Coffee", 1, 3, 0, 1.0, "text"),
        PlanSlide("after", "After", 2, 4, 0, 1.0, "text"),
    )
    sections = (
        PlanSection("one", "One", 20.0),
        PlanSection("coffee", "Coffee", 10.0, rest=True),
        PlanSection("two", "Two", 20.0),
    )
    return replace(small_plan(50.0), sections=sections, slides=slides, pages=4)


@pytest.fixture
def room() -> Classroom:
    return Classroom(plan_with_a_break()).begin()


def section(room: Classroom, minute: float, number: int = 0) -> float:
    """Minutes a section's clock shows so many minutes after the start."""
    return room.state.section_elapsed(number, at(minute)) / 60


class TestAQuestion:
    def test_has_the_sections_clock_wait_while_the_sessions_runs_on(self, room: Classroom) -> None:
        room.do(TakeQuestion(at(5)))
        assert section(room, 8) == 5
        assert room.state.elapsed(at(8)) == timedelta(minutes=8)
        assert room.state.section_paused(0, at(8)) == 180

    def test_is_over_with_the_same_key(self, room: Classroom) -> None:
        room.do(TakeQuestion(at(5)))
        room.do(TakeQuestion(at(7)))
        assert section(room, 9) == 7

    @pytest.mark.parametrize("key", [Next(at(7)), GoTo(at(7), 1), SetScreen(at(7), "black")])
    def test_is_over_with_the_next_key(self, room: Classroom, key: Next | GoTo | SetScreen) -> None:
        room.do(TakeQuestion(at(5)))
        assert room.kinds(key)[0] == "QuestionAnswered"
        assert section(room, 9) == 7

    def test_is_over_when_the_program_dies(self, room: Classroom) -> None:
        room.do(TakeQuestion(at(5)))
        room.do(InterruptSession(at(6)))
        room.do(ResumeSession(at(20)))
        assert section(room, 21) == 6

    def test_takes_no_time_from_the_slide(self, room: Classroom) -> None:
        room.do(TakeQuestion(at(5)))
        assert room.state.slide_elapsed(0, at(8)) == 300

    def test_needs_a_running_training(self) -> None:
        with pytest.raises(CommandRefused, match="not running"):
            Classroom(plan_with_a_break()).do(TakeQuestion(at(0)))


class TestABreakThatWasNotPlanned:
    def test_has_a_beginning_a_length_and_an_end(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 10))
        pause = room.state.pause
        assert pause is not None
        assert (pause.back, pause.left(at(6))) == (at(15), 540)
        room.do(EndBreak(at(17)))
        assert room.state.pause is None
        assert [b.interval for b in room.state.breaks] == [Interval(at(5), at(17))]

    def test_is_no_time_of_the_section(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 10))
        room.do(EndBreak(at(15)))
        assert section(room, 16) == 6

    def test_ends_with_next_on_the_slide_where_it_began(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 10))
        assert room.kinds(Next(at(9))) == ["BreakEnded"]
        assert room.state.slide == 0

    def test_ends_with_back_on_the_slide_where_it_began(self, room: Classroom) -> None:
        room.do(Next(at(3)))
        room.do(StartBreak(at(5), 10))
        assert room.kinds(Back(at(9))) == ["BreakEnded"]

    def test_ends_when_the_room_is_shown_another_slide(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 10))
        assert room.kinds(GoTo(at(9), AFTER)) == ["BreakEnded", "SlideShown"]

    def test_can_grow_and_shrink_but_never_below_a_minute(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 2))
        room.do(ChangeBreak(at(6), 5))
        assert room.state.breaks[-1].minutes == 7
        room.do(ChangeBreak(at(6), -30))
        assert room.state.breaks[-1].minutes == 1

    def test_comes_one_at_a_time(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 10))
        with pytest.raises(CommandRefused, match="already"):
            room.do(StartBreak(at(6), 10))

    def test_lasts_through_a_crash(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 10))
        room.do(InterruptSession(at(6)))
        room.do(ResumeSession(at(8)))
        assert room.state.pause is not None
        assert room.state.pause.left(at(9)) == 360

    def test_is_over_with_the_training(self, room: Classroom) -> None:
        room.do(StartBreak(at(5), 10))
        room.do(EndSession(at(8)))
        assert room.state.breaks[-1].end == at(8)


class TestABreakInThePlan:
    def test_begins_with_its_slide(self, room: Classroom) -> None:
        assert room.kinds(GoTo(at(20), COFFEE)) == ["SlideShown", "BreakBegan"]
        assert room.state.breaks[-1].minutes == 10

    def test_takes_the_time_of_its_section(self, room: Classroom) -> None:
        room.do(GoTo(at(20), COFFEE))
        assert section(room, 26, 1) == 6

    def test_ends_with_next_which_goes_on(self, room: Classroom) -> None:
        room.do(GoTo(at(20), COFFEE))
        assert room.kinds(Next(at(30))) == ["BreakEnded", "SlideShown"]
        assert room.state.here.id == "after"

    def test_is_not_taken_twice(self, room: Classroom) -> None:
        room.do(GoTo(at(20), COFFEE))
        room.do(Next(at(30)))
        assert room.kinds(Back(at(31))) == ["SlideShown"]


class TestATimer:
    @pytest.fixture
    def timed(self, room: Classroom) -> Classroom:
        room.do(GoTo(at(5), ACTIVITY))
        room.do(StartTimer(at(5)))
        return room

    def left(self, room: Classroom, minute: float) -> float:
        assert room.state.timer is not None
        return room.state.timer.left(at(minute))

    def test_runs_as_long_as_the_deck_says(self, timed: Classroom) -> None:
        assert self.left(timed, 6) == 180
        assert timed.state.timer is not None
        assert not timed.state.timer.over(at(8.9))
        assert timed.state.timer.over(at(9))

    def test_waits_and_goes_on(self, timed: Classroom) -> None:
        timed.do(PauseTimer(at(6)))
        assert self.left(timed, 30) == 180
        timed.do(PauseTimer(at(30)))
        assert self.left(timed, 31) == 120

    def test_can_be_given_a_minute_and_lose_one(self, timed: Classroom) -> None:
        timed.do(ChangeTimer(at(6), 60))
        assert self.left(timed, 6) == 240
        assert timed.state.timer is not None
        assert timed.state.timer.total == 300
        timed.do(ChangeTimer(at(6), -60))
        assert self.left(timed, 6) == 180

    def test_given_a_minute_when_it_is_over_has_a_minute(self, timed: Classroom) -> None:
        timed.do(ChangeTimer(at(12), 60))
        assert self.left(timed, 12) == 60

    def test_runs_on_through_a_crash(self, timed: Classroom) -> None:
        timed.do(InterruptSession(at(6)))
        timed.do(ResumeSession(at(7)))
        assert self.left(timed, 7) == 120

    def test_is_put_away(self, timed: Classroom) -> None:
        timed.do(StopTimer(at(6)))
        assert timed.state.timer is None
        with pytest.raises(CommandRefused, match="No timer"):
            timed.do(PauseTimer(at(6)))

    def test_is_for_activities(self, room: Classroom) -> None:
        with pytest.raises(CommandRefused, match="by time"):
            room.do(StartTimer(at(5)))

    @given(st.lists(st.sampled_from([60.0, -60.0, 30.0]), max_size=8))
    def test_never_has_less_than_nothing_or_more_than_all(self, changes: list[float]) -> None:
        room = Classroom(plan_with_a_break()).begin()
        room.do(GoTo(at(5), ACTIVITY))
        room.do(StartTimer(at(5)))
        for seconds in changes:
            room.do(ChangeTimer(at(6), seconds))
        timer = room.state.timer
        assert timer is not None
        assert 0 <= timer.left(at(6)) <= timer.total


class TestTheSectionsClockStartedAgain:
    def test_begins_at_nothing_and_the_training_is_as_long_as_it_was(self, room: Classroom) -> None:
        room.do(ResetSectionClock(at(5)))
        assert section(room, 7) == 2
        assert room.state.elapsed(at(7)) == timedelta(minutes=7)

    def test_can_be_taken_back_later(self, room: Classroom) -> None:
        room.do(ResetSectionClock(at(5)))
        room.do(RestoreSectionClock(at(8)))
        assert section(room, 8) == 8
        assert room.state.section_paused(0, at(8)) == 0

    def test_cannot_be_taken_back_in_the_next_section(self, room: Classroom) -> None:
        room.do(ResetSectionClock(at(5)))
        room.do(GoTo(at(6), AFTER))
        with pytest.raises(CommandRefused, match="not started again"):
            room.do(RestoreSectionClock(at(7)))


def test_all_time_on_the_clock_is_in_a_section_or_between(room: Classroom) -> None:
    room.do(TakeQuestion(at(2)))
    room.do(Next(at(4)))
    room.do(StartBreak(at(5), 3))
    room.do(Next(at(9)))
    room.do(GoTo(at(12), COFFEE))
    room.do(EndSession(at(20)))
    state: SessionState = replay(room.events)
    booked = sum(state.section_seconds) + sum(state.paused_seconds)
    assert booked == state.elapsed(at(99)).total_seconds() == 20 * 60
    assert sum(state.slide_seconds) == sum(state.section_seconds)
