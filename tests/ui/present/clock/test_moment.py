from imhtrainer.domain.session.commands import (
    Next,
    ResetSectionClock,
    StartBreak,
    StartTimer,
    TakeQuestion,
)
from imhtrainer.ui.present.clock.moment import Moment, moment, slide_clock
from tests.ui.present.small_training import Room


def kind(room: Room) -> str:
    what = moment(room.state, room.clock())
    return what.kind if what else ""


def test_most_of_the_time_there_is_nothing_to_say(room: Room) -> None:
    assert kind(room) == ""
    room.start()
    assert kind(room) == ""


def test_an_activity_offers_its_timer(room: Room) -> None:
    room.start()
    room.go("circle")
    assert moment(room.state, room.clock()) == Moment("activity", planned=120)


def test_a_running_timer_counts_and_follows_to_the_next_slide(room: Room) -> None:
    room.start()
    room.go("circle")
    room.session.do(StartTimer(room.clock()))
    room.clock.pass_time(seconds=30)
    here = Moment("timer", 90, 120, True, "Circle of names")
    assert moment(room.state, room.clock()) == here
    room.session.do(Next(room.clock()))
    assert kind(room) == "away"


def test_a_break_goes_before_everything(room: Room) -> None:
    room.start()
    room.go("circle")
    room.session.do(StartTimer(room.clock()))
    room.session.do(StartBreak(room.clock(), 10))
    assert kind(room) == "break"


def test_a_question_says_for_how_long_it_has_been_answered(room: Room) -> None:
    room.start()
    room.session.do(TakeQuestion(room.clock()))
    room.clock.pass_time(seconds=75)
    assert moment(room.state, room.clock()) == Moment("question", left=75)


def test_a_clock_started_again_can_be_taken_back(room: Room) -> None:
    room.start()
    room.session.do(ResetSectionClock(room.clock()))
    assert kind(room) == "reset"
    room.go("circle")
    assert kind(room) == "activity"


def test_activities_and_questions_have_a_clock_of_their_own(room: Room) -> None:
    room.start()
    assert slide_clock(room.state, room.clock()) is None
    for slide, kind_of, planned in (("circle", "activity", 120), ("check", "question", 180)):
        room.go(slide)
        room.clock.pass_time(seconds=40)
        clock = slide_clock(room.state, room.clock())
        assert clock is not None
        assert (clock.kind, clock.planned, clock.spent) == (kind_of, planned, 40)
