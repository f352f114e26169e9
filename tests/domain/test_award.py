"""Rules turn minutes into hours as they are written; nothing speaks of credit without the right to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.award import Award, CreditRules, Provider
from imhtrainer.domain.credit import Refusal, completion, credit, without
from imhtrainer.domain.events import Details
from imhtrainer.domain.evidence import post_test_share
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.roster import Interval
from imhtrainer.domain.session.commands import (
    AnswerByPhone,
    ChangeDetails,
    CloseRound,
    CloseSitting,
    CorrectPresence,
    EndBreak,
    EndSession,
    EnterSheet,
    GoTo,
    InvitePhones,
    NameSeat,
    OpenSitting,
    OverrideCompletion,
    StartBreak,
    TakeSeat,
    VoidRound,
)
from imhtrainer.domain.session.commands.records import MarkHandedIn
from imhtrainer.resources import resource_path
from imhtrainer.services.credit_rules import load_credit_rules
from tests.domain.classroom import ANA, BAO, CHECKS, Classroom, at, small_plan

RULES = {rules.id: rules for rules in load_credit_rules(resource_path("credit-rules"))}
FLORIDA = Provider(
    "Harborlight Family Counseling",
    "50-12345",
    "",
    "Approved by the Board, provider 50-12345.",
    "2026-01-01",
    "2026-12-31",
)


def taught(award: Award, minutes: float = 75, plan: float = 75.0) -> Classroom:
    room = Classroom(small_plan(plan))
    room.do(ChangeDetails(at(-20), Details(award=award)))
    room.begin(ANA)
    for number, slide in enumerate(CHECKS, start=1):
        room.ask(slide, number * 5, 1, 5)
    room.do(EndSession(at(minutes)))
    return room


def test_each_rule_names_its_source_and_its_rounding() -> None:
    assert list(RULES) == ["clock-minutes", "florida-64b19", "florida-64b4", "iacet"]
    assert all(rules.source and rules.rounding for rules in RULES.values())
    assert RULES["clock-minutes"] == CreditRules()


@pytest.mark.parametrize(
    ("rule", "minutes", "clock", "hours"),
    [
        ("clock-minutes", 75, 75, 1.25),
        ("clock-minutes", 50, 50, 0.83),
        ("florida-64b4", 50, 60, 1.0),
        ("florida-64b4", 49, 60, 0.0),
        ("florida-64b4", 50, 59, 0.0),
        ("florida-64b4", 75, 75, 1.0),
        ("florida-64b4", 150, 180, 3.0),
        ("florida-64b4", 149, 180, 2.0),
        ("florida-64b19", 75, 75, 1.0),
        ("florida-64b19", 100, 100, 2.0),
        ("florida-64b19", 99, 120, 1.0),
        ("iacet", 75, 75, 1.25),
    ],
)
def test_minutes_make_hours_as_the_rule_is_written(
    rule: str, minutes: int, clock: int, hours: float
) -> None:
    assert RULES[rule].hours(minutes, clock) == hours


@pytest.mark.parametrize(
    ("hours", "ceu"), [(10, 1.0), (1.25, 0.1), (17, 1.7), (0.5, 0.1), (0.4, 0.0)]
)
def test_ten_contact_hours_are_one_ceu_in_tenths(hours: float, ceu: float) -> None:
    assert RULES["iacet"].ceu(hours) == ceu
    assert RULES["florida-64b4"].ceu(hours) == 0.0


@given(st.integers(0, 600), st.integers(0, 600), st.sampled_from(sorted(RULES)))
def test_no_rule_credits_more_than_the_clock_allows_and_more_minutes_never_credit_less(
    minutes: int, breaks: int, rule: str
) -> None:
    hours = RULES[rule].hours(minutes, minutes + breaks)
    assert 0 <= hours <= minutes / 50 + 0.005
    assert RULES[rule].hours(minutes + 1, minutes + breaks + 1) >= hours


def test_who_missed_a_minute_of_a_whole_program_gets_nothing_and_is_told_by_how_much() -> None:
    room = taught(Award(rules=RULES["florida-64b19"]))
    room.do(CorrectPresence(at(80), "a1", (Interval(at(1), at(75)),)))
    stands = completion(room.state, "a1", at(80))
    assert (stands.needed, stands.completed) == (75, False)
    assert stands.refusals == (Refusal("the whole program", "1 minute short"),)
    assert credit(room.state, "a1", at(80)).hours == 0


def test_who_the_facilitator_let_complete_a_whole_program_is_credited_the_whole() -> None:
    room = taught(Award(rules=RULES["florida-64b19"]))
    room.do(CorrectPresence(at(80), "a1", (Interval(at(1), at(75)),)))
    room.do(OverrideCompletion(at(81), "a1", True, "was at the door already"))
    assert credit(room.state, "a1", at(82)).minutes == 75


def test_who_came_late_is_credited_the_minutes_present() -> None:
    room = taught(Award())
    room.do(CorrectPresence(at(80), "a1", (Interval(at(5), at(75)),)))
    earned = credit(room.state, "a1", at(80))
    assert (earned.minutes, earned.hours) == (70, 1.17)
    assert earned.basis == "70 minutes of instruction ÷ 60"


def answering(room: Classroom, *choices: int) -> None:
    """Let people who are on the roster answer the last check by phone."""
    room.do(OpenSitting(at(60), "post"))
    for number, choice in enumerate(choices):
        room.do(
            AnswerByPhone(
                at(61), f"maple 47{number + 2}", "post-1", 1, Answer((choice,)), 1, str(number)
            )
        )
    room.do(CloseSitting(at(62)))


def seated(award: Award) -> Classroom:
    """Ana and Bảo answer all checkpoints by show of hands, and hold a seat each."""
    room = Classroom()
    room.do(ChangeDetails(at(-20), Details(starts=at(0), award=award)))
    room.begin(ANA, BAO)
    room.do(InvitePhones(at(-5), "ROOM", "search"))
    for number, person in enumerate((ANA, BAO)):
        code = f"maple 47{number + 2}"
        room.do(TakeSeat(at(-4), code, str(number + 1) * 64))
        room.do(NameSeat(at(-3), code, person.name, person.id))
    for number, slide in enumerate(CHECKS, start=1):
        room.ask(slide, number * 10, 1, 5)
    return room


def test_the_last_check_counts_for_whoever_answered_it_with_a_name() -> None:
    room = seated(Award(post_test=0.8))
    answering(room, 1, 0)
    room.do(EndSession(at(75)))
    assert completion(room.state, "a1", at(80)).completed
    stands = completion(room.state, "a2", at(80))
    assert stands.refusals == (Refusal("80% of the last check right", "0% were right"),)
    assert not stands.completed


def test_who_answered_the_last_check_without_a_name_has_no_answers() -> None:
    room = taught(Award(post_test=0.8))
    (refusal,) = completion(room.state, "a1", at(80)).refusals
    assert refusal.missing == "no answers with their name"


def test_sheets_on_paper_are_nobodys_evidence_for_the_last_check_or_a_checkpoint() -> None:
    room = Classroom()
    room.do(ChangeDetails(at(-20), Details(starts=at(0), award=Award(post_test=0.8))))
    room.begin(ANA, BAO)
    room.do(InvitePhones(at(-5), "ROOM", "search"))
    room.do(TakeSeat(at(-4), "maple 472", "1" * 64))
    room.do(NameSeat(at(-3), "maple 472", ANA.name, ANA.id))
    for number, slide in enumerate(CHECKS, start=1):
        room.do(GoTo(at(number * 10), slide, leave=True))
        room.do(EnterSheet(at(number * 10), 472, Answer((1,))))
        room.do(CloseRound(at(number * 10 + 1)))
    room.do(OpenSitting(at(60), "post"))
    for sheet in (1, 472):
        room.do(EnterSheet(at(61), sheet, Answer((1,)), "post-1"))
    room.do(CloseSitting(at(62)))
    room.do(EndSession(at(75)))
    room.do(CorrectPresence(at(80), "a1", (Interval(at(0), at(5)), Interval(at(60), at(75)))))
    stands = completion(room.state, "a1", at(81))
    question = room.state.question("post-1")
    assert question is not None
    assert sum(question.rounds[-1].counts_by("paper")) == 2
    assert stands.missed == tuple(range(1, len(CHECKS) + 1))
    assert stands.asked == (Refusal("80% of the last check right", "no answers with their name"),)
    assert completion(room.state, "a2", at(81)).asked == stands.asked


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("clock-minutes", "1 minute of instruction ÷ 60"),
        ("florida-64b4", "1 clock minute with 1 of instruction, 50 an hour"),
        ("florida-64b19", "Whole program, 1 minute of instruction ÷ 50"),
    ],
)
def test_one_minute_is_no_minutes(rule: str, words: str) -> None:
    assert RULES[rule].basis_words(1, 1) == words
    for count in (21, 11, 101):
        more = RULES[rule].basis_words(count, count)
        assert more == words.replace("minute ", "minutes ").replace("1", str(count))


def test_a_last_check_made_void_counts_against_nobody_who_answered() -> None:
    room = seated(Award(post_test=0.8))
    answering(room, 1, 0)
    assert post_test_share(room.state, "a2") == 0
    room.do(VoidRound(at(64), "the question was wrong", "post-1"))
    assert post_test_share(room.state, "a1") is None


def test_the_evaluation_is_asked_where_the_session_asks_it() -> None:
    room = taught(Award(evaluation=True))
    stands = completion(room.state, "a1", at(80))
    assert stands.refusals == (Refusal("the evaluation handed in", "not handed in"),)
    room.do(MarkHandedIn(at(81), "a1"))
    assert completion(room.state, "a1", at(82)).completed


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"number": ""}, "no provider number"),
        ({"statement": ""}, "statement is not written"),
        ({"valid_to": ""}, "dates are not written"),
        ({"valid_to": "2026-11-20"}, "lies outside"),
        ({"valid_from": "2026-11-22"}, "lies outside"),
    ],
)
def test_without_number_statement_and_dates_around_the_day_nothing_speaks_of_credit(
    changed: dict[str, str], why: str
) -> None:
    assert why in replace(FLORIDA, **changed).objection("2026-11-21")
    assert FLORIDA.objection("2026-11-21") == ""


def test_breaks_are_cut_out_of_what_is_instruction() -> None:
    spans = (Interval(at(0), at(60)), Interval(at(70), None))
    breaks = (Interval(at(20), at(30)), Interval(at(50), at(75)))
    assert without(spans, breaks) == (
        Interval(at(0), at(20)),
        Interval(at(30), at(50)),
        Interval(at(75), None),
    )


def test_a_break_is_clock_time_and_no_instruction() -> None:
    room = Classroom(small_plan(120))
    room.do(ChangeDetails(at(-20), Details(award=Award(rules=RULES["florida-64b4"]))))
    room.begin(ANA)
    room.do(StartBreak(at(60), 20))
    room.do(EndBreak(at(80)))
    room.do(EndSession(at(120)))
    earned = credit(room.state, "a1", at(120))
    assert (earned.minutes, earned.clock, earned.hours) == (100, 120, 2.0)
    assert earned.basis == "120 clock minutes with 100 of instruction, 50 an hour"


@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted), min_size=0, max_size=6
    )
)
def test_no_minute_of_a_break_is_left_and_no_other_is_lost(breaks: list[list[int]]) -> None:
    gaps = [Interval(at(a), at(b)) for a, b in breaks if a < b]
    left = without((Interval(at(0), at(100)),), gaps)
    inside = {
        m
        for m in range(100)
        if any(s.start <= at(m) and s.end is not None and at(m + 1) <= s.end for s in left)
    }
    taken = {m for a, b in breaks for m in range(a, b)}
    assert inside == set(range(100)) - taken
