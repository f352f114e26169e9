"""Who completed: minutes from presence and the clock, checkpoints from being there, and the reasons."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.credit import (
    completion,
    credited_minutes,
    instruction_minutes,
    needed_minutes,
)
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Interval
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeDetails,
    CorrectPresence,
    EndSession,
    InterruptSession,
    OverrideCompletion,
    ResumeSession,
    SignIn,
    SignOut,
    StartSession,
)
from tests.domain.classroom import ANA, BAO, CHECKS, Classroom, at


def taught(room: Classroom) -> Classroom:
    """Hold all five checkpoints, at minutes 10, 20 and so on, and end after 75 minutes."""
    for number, slide in enumerate(CHECKS, start=1):
        room.ask(slide, number * 10, 1, 5)
    room.do(EndSession(at(75)))
    return room


def test_who_was_there_all_the_time_completed() -> None:
    stands = completion(taught(Classroom().begin(ANA)).state, "a1", at(75))
    assert (stands.minutes, stands.instruction, stands.needed) == (75, 75, 68)
    assert (stands.held, stands.missed) == ((1, 2, 3, 4, 5), ())
    assert stands.completed


def test_a_night_on_which_the_clocks_go_forward_has_no_extra_hour() -> None:
    winter, summer = timezone(timedelta(hours=-5)), timezone(timedelta(hours=-4))
    begins = datetime(2026, 3, 8, 1, 30, tzinfo=winter)
    ends = datetime(2026, 3, 8, 3, 45, tzinfo=summer)
    room = Classroom()
    room.do(AddAttendees(begins, (ANA,)))
    room.do(SignIn(begins, "a1"))
    room.do(StartSession(begins))
    room.do(EndSession(ends))
    assert credited_minutes(room.state, "a1", ends) == 75


def test_minutes_before_the_start_and_after_the_end_do_not_count() -> None:
    room = taught(Classroom().begin(ANA))
    room.do(CorrectPresence(at(90), "a1", (Interval(at(-60), at(120)),)))
    assert credited_minutes(room.state, "a1", at(120)) == 75


def test_who_left_early_lacks_minutes_and_checkpoints() -> None:
    room = Classroom().begin(ANA, BAO)
    room.do(SignOut(at(0), "a2", at(35)))
    stands = completion(taught(room).state, "a2", at(75))
    assert (stands.minutes, stands.missed, stands.completed) == (35, (4, 5), False)


def test_who_came_late_is_late_by_whole_minutes() -> None:
    room = Classroom().begin(ANA)
    room.do(CorrectPresence(at(0), "a1", (Interval(at(4.9), at(75)),)))
    stands = completion(taught(room).state, "a1", at(75))
    assert (stands.late, stands.minutes, stands.completed) == (4, 70, True)


def test_a_checkpoint_counts_for_who_was_there_at_some_moment_of_the_vote() -> None:
    room = Classroom().begin(ANA)
    stays = (Interval(at(0), at(10.5)), Interval(at(11.5), at(75)))
    room.do(CorrectPresence(at(0), "a1", stays))
    assert completion(taught(room).state, "a1", at(75)).held == (1, 2, 3, 4, 5)


def test_stepping_out_during_a_vote_misses_that_checkpoint() -> None:
    room = Classroom().begin(ANA)
    room.do(CorrectPresence(at(0), "a1", (Interval(at(0), at(9)), Interval(at(12), at(75)))))
    stands = completion(taught(room).state, "a1", at(75))
    assert (stands.missed, stands.minutes, stands.completed) == ((1,), 72, False)


def test_an_interruption_is_nobodys_loss() -> None:
    room = Classroom().begin(ANA)
    room.do(InterruptSession(at(5)))
    room.do(ResumeSession(at(9)))
    stands = completion(taught(room).state, "a1", at(75))
    assert (stands.instruction, stands.minutes, stands.completed) == (71, 71, True)


def test_a_session_that_ran_over_credits_at_most_the_planned_minutes() -> None:
    room = Classroom().begin(ANA)
    room.do(EndSession(at(100)))
    assert instruction_minutes(room.state, at(100)) == 75
    assert credited_minutes(room.state, "a1", at(100)) == 75


def test_the_required_share_is_the_sessions_own_and_is_rounded_up() -> None:
    room = Classroom()
    room.do(ChangeDetails(at(-20), Details(required_share=0.5)))
    taught(room.begin(ANA))
    assert needed_minutes(room.state, at(75)) == 38


def test_who_never_came_did_not_complete_even_a_session_of_no_length() -> None:
    room = Classroom().begin(ANA)
    room.do(EndSession(at(0)))
    stands = completion(room.state, "a2", at(0))
    assert (stands.came, stands.completed) == (False, False)


def test_the_facilitators_word_counts_and_the_rules_word_is_kept_beside_it() -> None:
    room = Classroom().begin(ANA)
    room.do(EndSession(at(75)))
    room.do(OverrideCompletion(at(76), "a1", True, "saw the recording afterwards"))
    stands = completion(room.state, "a1", at(76))
    assert (stands.rule, stands.completed) == (False, True)


@given(st.lists(st.floats(0, 90, allow_nan=False), min_size=2, max_size=12, unique=True))
def test_credit_is_never_more_than_the_instruction_nor_less_than_nothing(
    moments: list[float],
) -> None:
    room = Classroom().begin(ANA)
    room.do(SignOut(at(0), "a1", at(0)))
    inside = False
    for moment in sorted(moments):
        room.do(SignOut(at(moment), "a1") if inside else SignIn(at(moment), "a1"))
        inside = not inside
    room.do(EndSession(at(90)))
    minutes = credited_minutes(room.state, "a1", at(90))
    assert 0 <= minutes <= instruction_minutes(room.state, at(90)) <= 75
