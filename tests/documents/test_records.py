"""The sign-in sheet and the results hold what happened, on as many pages as it takes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from imhtrainer.documents.results import compose_results
from imhtrainer.documents.sign_in_sheet import compose_sign_in_sheet
from imhtrainer.domain.events import Details
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSection, PlanSlide
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState, decide, evolve
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeDetails,
    CloseRound,
    Command,
    CountHands,
    CreateSession,
    EndSession,
    Next,
    OpenRound,
    SignIn,
    StartSession,
)
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.page import Page, TextBox

START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
QUESTION = PlanQuestion(
    "What does this show?", ("Harm", "A repair", "A sign"), (False, True, False), "check", 1
)
PLAN = Plan(
    title="Infant Mental Health – It Starts on Day 1",
    subtitle="",
    folder="",
    digest="",
    lang="en",
    minutes=75,
    objectives=(),
    sections=(PlanSection("s", "All", 75, 1),),
    slides=(
        PlanSlide("one", "One", 0, 1, 1, 2, "checkpoint", question=QUESTION),
        PlanSlide("two", "Two", 0, 3, 1, 2, "checkpoint", question=replace(QUESTION, point=2)),
    ),
    pages=4,
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def left_of(page: Page, words: str) -> float:
    boxes = (box for box in page.boxes if isinstance(box, TextBox))
    paragraphs = (part for box in boxes for part in box.paragraphs)
    found = (part for part in paragraphs if part.text == words)
    return min(line.x for line in next(found).lines)


def minute(number: int) -> datetime:
    return START + timedelta(minutes=number)


def after(*commands: Command) -> SessionState:
    state = SessionState()
    for command in commands:
        for event in decide(state, command):
            state = evolve(state, event)
    return state


def a_session(people: int = 3) -> SessionState:
    names = [f"Ana Lucía Fuentes Marrero {n}" for n in range(people)]
    roster = tuple(Attendee(str(n), name) for n, name in enumerate(names))
    return after(
        CreateSession(START, PLAN),
        ChangeDetails(START, Details(starts=START, venue="Alhambra Family Center")),
        AddAttendees(START, roster),
        SignIn(START, "0", minute(-4)),
        StartSession(START),
        CountHands(minute(1), 0, 7),
        CountHands(minute(1), 1, 9),
        CloseRound(minute(2)),
        OpenRound(minute(2)),
        CountHands(minute(3), 1, 14),
        CountHands(minute(3), 2, 3),
        CloseRound(minute(4)),
        Next(minute(4)),
        EndSession(minute(75)),
    )


def words(pages: tuple[Page, ...]) -> list[str]:
    boxes = [box for page in pages for box in page.boxes if isinstance(box, TextBox)]
    return [p.text for box in boxes for p in box.paragraphs]


def test_the_sign_in_sheet_has_everybody_with_times_and_minutes(kit: Kit) -> None:
    said = words(compose_sign_in_sheet(a_session(), kit, minute(80)))
    assert "Ana Lucía Fuentes Marrero 2" in said
    assert "2:56 to 4:15 PM" in said
    assert "75" in said
    assert "November 21, 2026, 3:00 to 4:15 PM" in said


def test_a_long_roster_flows_over_pages_that_all_carry_the_columns_heads(kit: Kit) -> None:
    pages = compose_sign_in_sheet(a_session(60), kit, minute(80))
    assert len(pages) > 1
    assert all("Signature" in words((page,)) for page in pages)
    assert [text for text in words(pages) if "page" in text][-1].endswith(f"of {len(pages)}")


def test_nobody_is_lost_between_pages(kit: Kit) -> None:
    said = words(compose_sign_in_sheet(a_session(120), kit, minute(80)))
    assert sum(text.startswith("Ana Lucía") for text in said) == 120


def test_results_show_both_votes_and_the_share_that_was_right(kit: Kit) -> None:
    said = words(compose_results(a_session(), kit, minute(80)))
    assert "Checkpoint 1, two votes" in said
    assert said[said.index("First vote") :][:2] == ["First vote", "Hands"]
    assert said[said.index("B  A repair  ✓ right") :][:3] == ["B  A repair  ✓ right", "9", "14"]
    assert "17 answered, all by hand, 82 % right" in said
    assert "56 % right at first, then 82 %" in said


def test_a_question_nobody_was_asked_says_so(kit: Kit) -> None:
    assert "Not asked" in words(compose_results(a_session(), kit, minute(80)))


def test_results_carry_no_names(kit: Kit) -> None:
    assert not any("Ana" in text for text in words(compose_results(a_session(), kit, minute(80))))


def test_a_rehearsal_says_so_on_every_page(kit: Kit) -> None:
    rehearsed = replace(a_session(), rehearsal=True)
    for pages in (
        compose_results(rehearsed, kit, minute(80)),
        compose_sign_in_sheet(rehearsed, kit, minute(80)),
    ):
        assert all(any("Rehearsal" in text for text in words((page,))) for page in pages)


def test_a_name_read_from_the_right_stands_where_the_others_stand(kit: Kit) -> None:
    people = (Attendee("r", "مريم السيد"), Attendee("l", "Ana Lopez"))
    state = after(
        CreateSession(START, PLAN),
        AddAttendees(START, people),
        StartSession(START),
        EndSession(minute(75)),
    )
    page = compose_sign_in_sheet(state, kit, minute(75))[0]
    assert left_of(page, "مريم السيد") == pytest.approx(left_of(page, "Ana Lopez"), abs=1)
