"""What the last time warns of while the same training is held again."""

from imhtrainer.domain.pacing import SectionTime
from imhtrainer.domain.recall import Recall, recall
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import GoTo
from tests.domain.classroom import Classroom, at
from tests.domain.test_timing import AFTER, plan_with_a_break


def took(section: str, minutes: float, planned: float = 20) -> SectionTime:
    return SectionTime(section, section.title(), planned, minutes * 60, 0, False)


def now_on(slide: int = 0) -> SessionState:
    """Today: twenty minutes are planned, ten of coffee, twenty."""
    room = Classroom(plan_with_a_break()).begin()
    room.do(GoTo(at(0), slide))
    return room.state


def test_a_section_that_took_longer_is_spoken_of_while_the_room_is_in_it() -> None:
    before = (took("one", 26.4), took("two", 20))
    assert recall(now_on(), before) == Recall("here", "One", 26, 20)
    assert recall(now_on(AFTER), before) is None


def test_todays_plan_counts_and_not_the_one_of_the_last_time() -> None:
    assert recall(now_on(), (took("one", 20, planned=10),)) is None
    assert recall(now_on(), (took("one", 22, planned=30),)) == Recall("here", "One", 22, 20)


def test_what_is_still_to_come_is_told_together_and_names_the_section_that_took_most() -> None:
    before = (took("one", 20), took("coffee", 15), took("two", 19))
    assert recall(now_on(), before) == Recall("rest", "Coffee", 34, 30)
    assert recall(now_on(), (took("one", 20), took("coffee", 12), took("two", 20))) is None


def test_a_section_that_was_left_out_says_nothing_of_its_time() -> None:
    before = (took("one", 0.2), took("coffee", 14), took("two", 0))
    assert recall(now_on(), before) == Recall("rest", "Coffee", 14, 10)
    assert recall(now_on(), ()) is None


def test_a_section_of_another_plan_is_passed_over() -> None:
    assert recall(now_on(), (took("gone", 90),)) is None
