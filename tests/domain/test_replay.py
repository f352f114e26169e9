"""Replaying what happened gives the state it happened in, whatever anybody did in whatever order."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imhtrainer.domain.cofacilitator import Seen
from imhtrainer.domain.credit import completion
from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.evaluation import Evaluation, evaluation_items
from imhtrainer.domain.events import (
    BreakEnded,
    CountUndone,
    Details,
    Ease,
    Event,
    HandsCounted,
    RoundClosed,
    RoundOpened,
    Screen,
    SectionClockRestored,
    SessionCreated,
    SessionEnded,
    SessionStarted,
    SignedOut,
    SlideShown,
    TimerPaused,
)
from imhtrainer.domain.quiz import Answer, Phase
from imhtrainer.domain.roster import Interval
from imhtrainer.domain.session import SessionState, decide, evolve, replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AdmitSeat,
    AnswerByPhone,
    Back,
    ByCoFacilitator,
    ChangeBreak,
    ChangeDetails,
    ChangeTimer,
    CloseEvaluation,
    CloseRound,
    CloseSitting,
    Command,
    CorrectPresence,
    CountHands,
    CreateSession,
    DeclineSeat,
    DismissCoFacilitators,
    EaseRoom,
    EndBreak,
    EndSession,
    EnterSheet,
    GoTo,
    HandInEvaluation,
    InterruptSession,
    InviteCoFacilitator,
    InvitePhones,
    JoinAsCoFacilitator,
    LeaveSeat,
    MoveSeat,
    NameSeat,
    Next,
    OpenEvaluation,
    OpenRound,
    OpenSitting,
    OverrideCompletion,
    PauseTimer,
    RemoveAttendees,
    ResetSectionClock,
    RestoreSectionClock,
    ResumeSession,
    Reveal,
    SetScreen,
    ShowCaption,
    SignIn,
    SignOut,
    StartBreak,
    StartSession,
    StartTimer,
    StopTimer,
    TakeQuestion,
    TakeSeat,
    UndoCount,
    VoidRound,
    WithdrawOverride,
)
from imhtrainer.domain.session.commands.helping import CoCommand
from tests.domain.classroom import ANA, BAO, at, small_plan

_WHO = st.sampled_from(["a1", "a2", "nobody"])
_SCREENS: tuple[Screen, ...] = ("live", "black", "white", "points")
_PHASES: tuple[Phase, ...] = ("pre", "post")
_MOMENT = st.integers(0, 90).map(at)


_SEATS = st.sampled_from(["maple 472", "river 295", "nobody"])
_SLIDES = st.sampled_from(["pre-1", "check-1", "check-2", "post-1", "nowhere"])
_ANSWERS = st.lists(st.integers(-1, 3), max_size=2).map(lambda given: Answer(tuple(given)))


_ITEMS = len(evaluation_items(small_plan()))
_FORMS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 5)).map(
    lambda given: tuple(Evaluation(0, (mark,) * _ITEMS, (), key) for key, mark in given.items())
)


def from_the_room(moment: float) -> st.SearchStrategy[Command]:
    """Any command that phones, paper or the facilitator's word on them could give."""
    now = at(moment)
    answers = st.builds(
        AnswerByPhone,
        at=st.just(now),
        seat=_SEATS,
        slide=_SLIDES,
        vote=st.integers(0, 3),
        answer=_ANSWERS,
        tap=st.integers(0, 5),
        key=st.sampled_from(["a", "b", "c"]),
    )
    return st.one_of(
        st.tuples(_SEATS, st.sampled_from("abc")).map(lambda s: TakeSeat(now, s[0], s[1] * 64)),
        st.tuples(_SEATS, st.sampled_from("def")).map(lambda s: MoveSeat(now, s[0], s[1] * 64)),
        st.tuples(_SEATS, st.sampled_from(["Ana Ruiz", "Cy", ""])).map(lambda s: NameSeat(now, *s)),
        st.tuples(_SEATS, _WHO).map(lambda two: AdmitSeat(now, *two)),
        _SEATS.map(lambda seat: DeclineSeat(now, seat)),
        _SEATS.map(lambda seat: LeaveSeat(now, seat)),
        _SEATS.map(lambda seat: NameSeat(now, seat, "Ana Ruiz", spelling=True)),
        _SEATS.map(lambda seat: HandInEvaluation(now, seat)),
        st.just(OpenEvaluation(now)),
        _FORMS.map(lambda forms: CloseEvaluation(now, forms)),
        answers,
        answers,
        st.tuples(st.integers(0, 3), _ANSWERS, _SLIDES).map(lambda s: EnterSheet(now, *s)),
        _SLIDES.map(lambda slide: VoidRound(now, "misread", slide)),
        st.sampled_from(_PHASES).map(lambda phase: OpenSitting(now, phase)),
        st.just(CloseSitting(now)),
        st.just(InvitePhones(now, "4827", "typed")),
        by_a_co_facilitator(now),
    )


def by_a_co_facilitator(now: datetime) -> st.SearchStrategy[Command]:
    """Whatever a second pair of hands may do, in and out of step with the room."""
    seen = st.builds(Seen, st.integers(0, 4), st.integers(0, 2), vote=st.integers(0, 2))
    presses: tuple[CoCommand, ...] = (
        *(Next(now, leave=True), Back(now)),
        *(CountHands(now, 1, 3), SignIn(now, "a1")),
    )
    does = st.sampled_from(presses)
    keys = st.sampled_from(["a", "b"])
    press = st.tuples(keys, seen, does).map(lambda p: ByCoFacilitator(now, "f" * 64, *p))
    return st.one_of(
        st.just(InviteCoFacilitator(now, "K7QM2R9TPX")),
        st.just(JoinAsCoFacilitator(now, "K7QM2R9TPX", "f" * 64, "Noor")),
        st.just(DismissCoFacilitators(now)),
        press,
        press,
        st.builds(Ease, st.booleans(), st.booleans(), st.booleans()).map(
            lambda ease: EaseRoom(now, ease)
        ),
        st.integers(-1, 4).map(lambda line: ShowCaption(now, line)),
    )


def anything(moment: float) -> st.SearchStrategy[Command]:
    """Any command a facilitator could give so many minutes after the start."""
    now = at(moment)
    stays = st.tuples(_MOMENT, _MOMENT).map(lambda two: (Interval(*two),))
    return st.one_of(
        st.just(StartSession(now)),
        st.just(Next(now)),
        st.just(Next(now, leave=True)),
        st.just(Back(now)),
        st.integers(-1, 10).map(lambda slide: GoTo(now, slide, leave=True)),
        st.sampled_from(_SCREENS).map(lambda s: SetScreen(now, s)),
        st.just(OpenRound(now)),
        st.tuples(st.integers(-1, 3), st.integers(-1, 1000)).map(lambda c: CountHands(now, *c)),
        st.just(UndoCount(now)),
        st.just(CloseRound(now)),
        st.just(Reveal(now)),
        _WHO.map(lambda who: SignIn(now, who)),
        _WHO.map(lambda who: SignOut(now, who)),
        st.tuples(_WHO, stays).map(lambda two: CorrectPresence(now, *two)),
        _WHO.map(lambda who: OverrideCompletion(now, who, True, "helped to set up")),
        _WHO.map(lambda who: WithdrawOverride(now, who)),
        _WHO.map(lambda who: RemoveAttendees(now, (who,))),
        st.just(AddAttendees(now, (ANA,))),
        st.just(ChangeDetails(now, Details(venue="Library"))),
        st.just(InterruptSession(now)),
        st.just(ResumeSession(now)),
        st.just(EndSession(now)),
        from_the_room(moment),
        from_the_room(moment),
        _timing(now),
    )


def _timing(now: datetime) -> st.SearchStrategy[Command]:
    return st.one_of(
        st.just(TakeQuestion(now)),
        st.integers(-5, 20).map(lambda minutes: StartBreak(now, minutes)),
        st.integers(-5, 5).map(lambda minutes: ChangeBreak(now, minutes)),
        st.just(EndBreak(now)),
        st.sampled_from([None, 1.0, 5.0]).map(lambda minutes: StartTimer(now, minutes)),
        st.just(PauseTimer(now)),
        st.integers(-120, 120).map(lambda seconds: ChangeTimer(now, seconds)),
        st.just(StopTimer(now)),
        st.just(ResetSectionClock(now)),
        st.just(RestoreSectionClock(now)),
    )


COURSES = st.integers(0, 30).flatmap(
    lambda length: st.tuples(*(anything(minute) for minute in range(length)))
)


def live(course: tuple[Command, ...]) -> tuple[list[Event], SessionState]:
    """What happened, and the state it led to; refusals change nothing."""
    state, events = SessionState(), list[Event]()
    opening = (
        CreateSession(at(-30), small_plan()),
        AddAttendees(at(-29), (ANA, BAO)),
        InvitePhones(at(-28), "4827"),
        StartSession(at(0)),
    )
    for command in (*opening, *course):
        try:
            happened = decide(state, command)
        except CommandRefused:
            continue
        for event in happened:
            state = evolve(state, event)
        events.extend(happened)
    return events, state


@settings(max_examples=60, deadline=None)
@given(COURSES)
def test_the_replayed_state_is_the_state(course: tuple[Command, ...]) -> None:
    events, state = live(course)
    assert replay(events) == state


@settings(max_examples=40, deadline=None)
@given(COURSES)
def test_every_beginning_of_what_happened_is_a_state_in_order(course: tuple[Command, ...]) -> None:
    events, _ = live(course)
    for length in range(1, len(events) + 1):
        state = replay(events[:length])
        assert 0 <= state.slide < len(state.plan.slides)
        assert 0 <= state.step <= state.here.steps
        assert all(span.end is not None for span in state.spans[:-1])
        for question in state.questions:
            assert all(vote.state != "open" for vote in question.rounds[:-1])


@pytest.mark.parametrize(
    "nonsense",
    [
        SlideShown(at(1), 99, 0),
        SlideShown(at(1), -1, 0),
        HandsCounted(at(1), "check-1", 7, 1),
        HandsCounted(at(1), "nowhere", 0, 1),
        RoundClosed(at(1), "nowhere"),
        CountUndone(at(1), "check-1"),
        SignedOut(at(1), "nobody", at(1)),
        SessionStarted(at(1)),
        BreakEnded(at(1)),
        TimerPaused(at(1)),
        SectionClockRestored(at(1)),
        SessionEnded(at(1)),
    ],
)
def test_events_that_make_no_sense_still_give_a_state(nonsense: Event) -> None:
    opening: list[Event] = [
        SessionCreated(at(-30), small_plan()),
        SessionStarted(at(0)),
        RoundOpened(at(0), "check-1"),
    ]
    for before in range(len(opening) + 1):
        state = replay([*opening[:before], nonsense])
        assert state.stage == "new" or 0 <= state.slide < len(state.plan.slides)


@settings(max_examples=40, deadline=None)
@given(COURSES)
def test_section_times_add_up_to_the_clock(course: tuple[Command, ...]) -> None:
    _, state = live(course)
    now = at(100)
    numbers = range(len(state.plan.sections))
    sections = sum(state.section_elapsed(i, now) + state.section_paused(i, now) for i in numbers)
    assert abs(sections - state.elapsed(now).total_seconds()) < 1e-6


@settings(max_examples=40, deadline=None)
@given(COURSES)
def test_completion_never_contradicts_itself(course: tuple[Command, ...]) -> None:
    _, state = live(course)
    for person in state.roster:
        stands = completion(state, person.id, at(100))
        assert set(stands.held).isdisjoint(stands.missed)
        assert len(stands.held) + len(stands.missed) == 5
        assert stands.minutes <= stands.instruction
        if stands.rule:
            assert stands.minutes >= stands.needed
            assert not stands.missed
