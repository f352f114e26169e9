from dataclasses import replace
from datetime import timedelta

from imhtrainer.domain.pace import pace, section_clock
from imhtrainer.domain.pace_advice import pace_advice
from imhtrainer.domain.session.commands import (
    ChangeDetails,
    InterruptSession,
    ResumeSession,
    StartBreak,
)
from imhtrainer.ui.present.clock.timeline import timeline
from tests.ui.present.small_training import START, Room


def test_a_section_counts_down_from_its_minutes(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=2, seconds=30)
    clock = section_clock(room.state, room.clock())
    assert (clock.planned, clock.spent, clock.left) == (300, 150, 150)
    assert clock.share == 0.5
    assert not clock.nearing


def test_the_last_minute_and_what_comes_after_it_take_the_sun(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=4)
    assert section_clock(room.state, room.clock()).nearing
    room.clock.pass_time(minutes=1, seconds=40)
    assert section_clock(room.state, room.clock()).left == -40


def test_a_training_that_takes_its_planned_time_is_on_plan(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=5)
    room.go("circle")
    room.clock.pass_time(minutes=3)
    whole = pace(room.state, room.clock())
    assert whole.behind == 0
    assert whole.ends == whole.planned_end == START + timedelta(minutes=20)


def test_time_over_in_a_section_is_time_behind(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=7, seconds=10)
    whole = pace(room.state, room.clock())
    assert whole.behind == 2
    assert whole.ends - whole.planned_end == timedelta(minutes=2)


def test_leaving_a_section_early_is_time_ahead(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=2)
    room.go("circle")
    assert pace(room.state, room.clock()).behind == -3


def test_a_late_start_counts_as_time_behind(room: Room) -> None:
    details = replace(room.state.details, starts=START)
    room.session.do(ChangeDetails(room.clock(), details))
    room.clock.pass_time(minutes=6)
    room.start()
    whole = pace(room.state, room.clock())
    assert whole.behind == 6
    assert whole.planned_end == START + timedelta(minutes=20)


def test_a_start_on_another_day_than_planned_is_no_delay(room: Room) -> None:
    details = replace(room.state.details, starts=START - timedelta(days=1))
    room.session.do(ChangeDetails(room.clock(), details))
    room.start()
    assert pace(room.state, room.clock()).behind == 0


def test_going_on_the_next_day_moves_the_plan_along(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=3)
    room.session.do(InterruptSession(room.clock()))
    room.clock.pass_time(days=1)
    room.session.do(ResumeSession(room.clock()))
    assert pace(room.state, room.clock()).behind == 0


def test_an_optional_slide_not_seen_yet_is_offered_when_behind(room: Room) -> None:
    room.start()
    advice = pace_advice(room.state, 2)
    assert advice is not None
    assert advice.slide.label == "Circle of names"
    assert advice.enough


def test_an_optional_slide_that_is_too_short_is_said_to_be_so(room: Room) -> None:
    room.start()
    advice = pace_advice(room.state, 5)
    assert advice is not None
    assert not advice.enough


def test_there_is_no_advice_on_plan_or_once_the_slide_was_seen(room: Room) -> None:
    room.start()
    assert pace_advice(room.state, 0) is None
    room.go("circle")
    assert pace_advice(room.state, 3) is None


def test_the_two_rows_begin_together_and_today_ends_later_when_behind(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=10)
    line = timeline(room.state, room.clock())
    assert line.plan[0].start == line.today[0].start == 0
    assert line.today[-1].end == 1
    assert line.plan[-1].end == 0.8
    assert line.now == 0.4


def test_the_section_the_room_is_in_is_filled_up_to_now(room: Room) -> None:
    room.start()
    room.clock.pass_time(minutes=2)
    line = timeline(room.state, room.clock())
    first, second = line.today[0], line.today[1]
    assert (first.done, first.end) == (0.1, 0.25)
    assert second.done == second.start
    assert first.here
    assert not second.here


def test_a_late_start_moves_todays_blocks(room: Room) -> None:
    details = replace(room.state.details, starts=START)
    room.session.do(ChangeDetails(room.clock(), details))
    room.clock.pass_time(minutes=5)
    room.start()
    line = timeline(room.state, room.clock())
    assert line.today[0].start == line.now == 0.2


def test_a_break_moves_the_end_by_what_is_left_of_it(room: Room) -> None:
    room.start()
    room.session.do(StartBreak(room.clock(), 10))
    assert pace(room.state, room.clock()).behind == 10
    room.clock.pass_time(minutes=4)
    assert pace(room.state, room.clock()).behind == 10


def test_where_nothing_is_optional_an_activity_may_be_shorter(room: Room) -> None:
    slides = tuple(replace(slide, optional=False) for slide in room.state.plan.slides)
    state = replace(room.state, plan=replace(room.state.plan, slides=slides), visited=(0,))
    advice = pace_advice(state, 1)
    assert advice is not None
    assert (advice.what, advice.slide.id) == ("shorten", "circle")
    assert (advice.minutes, advice.enough) == (1, True)


def test_what_is_optional_goes_before_what_can_be_shortened(room: Room) -> None:
    room.start()
    advice = pace_advice(room.state, 1)
    assert advice is not None
    assert advice.what == "leave out"
