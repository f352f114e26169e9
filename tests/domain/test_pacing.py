from imhtrainer.domain.pacing import section_times, slide_times
from imhtrainer.domain.session.commands import EndSession, GoTo, StartBreak, TakeQuestion
from tests.domain.classroom import Classroom, at
from tests.domain.test_timing import ACTIVITY, AFTER, COFFEE, plan_with_a_break


def held() -> Classroom:
    """Five minutes, four of an activity with one for a question, twelve of coffee, five more."""
    room = Classroom(plan_with_a_break()).begin()
    room.do(GoTo(at(5), ACTIVITY))
    room.do(TakeQuestion(at(8)))
    room.do(GoTo(at(9), COFFEE))
    room.do(GoTo(at(21), AFTER))
    room.do(StartBreak(at(22), 5))
    room.do(EndSession(at(26)))
    return room


def test_each_section_has_its_planned_and_its_taken_time() -> None:
    sections = section_times(held().state, at(90))
    assert [(s.id, s.planned, s.taken / 60, s.paused / 60, s.rest) for s in sections] == [
        ("one", 20, 8, 1, False),
        ("coffee", 10, 12, 0, True),
        ("two", 20, 1, 4, False),
    ]


def test_each_activity_has_the_time_it_took() -> None:
    (pairs,) = slide_times(held().state, at(90))
    assert (pairs.id, pairs.kind, pairs.planned, pairs.taken / 60) == ("pairs", "activity", 5, 3)
