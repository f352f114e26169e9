"""A session as data: reasons in words, times in ISO 8601, tables that Excel may open safely."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from openpyxl import load_workbook

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.credit import Completion
from imhtrainer.domain.errors import StoreError
from imhtrainer.domain.events import Details
from imhtrainer.domain.plan import make_plan
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
    GoTo,
    IssueCertificate,
    SignIn,
    StartSession,
)
from imhtrainer.domain.session.state import Override
from imhtrainer.services.attendance import write_attendance
from imhtrainer.services.context import context_for
from imhtrainer.services.records import attendance_rows, reason_words, session_record
from tests.services.little_training import LITTLE

ZONE = timezone(timedelta(hours=-5))
START = datetime(2026, 11, 21, 10, 0, tzinfo=ZONE)
STANDS = Completion("a1", True, False, 75, 75, 68, (1, 2, 3, 4, 5), (), 0, True, True)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


@pytest.fixture(scope="module")
def ended() -> SessionState:
    """A short session of the little deck: one came, one is only expected, one checkpoint was held."""
    plan = make_plan(read_deck(LITTLE))
    check = plan.checkpoints[0]
    people = (Attendee("a1", "=cmd|' /C calc'!A0", "a@x.org"), Attendee("a2", "Đào Trần"))
    issued = Certificate("IMH-2026-000001-9", "a1", "Ana", "T", "2026-11-21", 75, at(80))
    details = Details(START, "Library", "Miami", "Ana Ruiz", "LMHC", organisation="Harbor")
    commands: tuple[Command, ...] = (
        CreateSession(at(-9), plan),
        ChangeDetails(at(-9), details),
        AddAttendees(at(-8), people),
        SignIn(at(-5), "a1"),
        StartSession(START),
        GoTo(at(5), check),
        CountHands(at(6), 1, 4),
        CloseRound(at(7)),
        EndSession(at(75)),
        IssueCertificate(at(80), issued),
    )
    state = SessionState()
    for command in commands:
        for event in decide(state, command):
            state = evolve(state, event)
    return state


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        (STANDS, "75 of 75 min, all 5 checkpoints"),
        (replace(STANDS, minutes=62), "62 of 75 min, 68 needed"),
        (replace(STANDS, held=(1, 2, 3, 4), missed=(5,)), "checkpoint 5 missed"),
        (
            replace(STANDS, minutes=34, held=(4, 5), missed=(1, 2, 3)),
            "34 of 75 min, 68 needed; checkpoints 1, 2 and 3 missed",
        ),
        (replace(STANDS, still_here=True), "75 of 75 min, all 5 checkpoints; still signed in"),
        (replace(STANDS, came=False), "Did not come"),
        (
            replace(STANDS, override=Override("a1", True, "fed her baby next door", START)),
            "Decided by the facilitator: fed her baby next door",
        ),
    ],
)
def test_the_reason_is_in_words(stands: Completion, words: str) -> None:
    assert reason_words(stands) == words


def test_the_record_has_what_other_programs_ask_for(ended: SessionState) -> None:
    record = json.loads(json.dumps(session_record("one", ended, at(90))))
    assert record["started"] == "2026-11-21T10:00:00-05:00"
    assert record["ended"] == "2026-11-21T11:15:00-05:00"
    assert (record["slide_id"], record["build"]) == (ended.here.id, 0)
    assert [p["completed"] for p in record["attendees"]] == [
        len(ended.plan.checkpoints) == 1,
        False,
    ]
    assert record["attendees"][0]["certificate"] == "IMH-2026-000001-9"
    vote = record["checkpoints"][0]["rounds"][0]
    assert (vote["tally"]["B"], vote["answers"], vote["closed"]) == (
        4,
        4,
        "2026-11-21T10:07:00-05:00",
    )
    assert record["certificates"][0]["contact_hours"] == 1.25
    assert record["rehearsal"] is False
    booked = sum(s["taken_seconds"] + s["paused_seconds"] for s in record["sections"])
    assert booked == record["elapsed_seconds"] == 75 * 60
    assert record["breaks"] == []
    assert {each["kind"] for each in record["activities"]} >= {"question"}


def test_the_pages_say_who_where_and_when_and_show_the_rooms_answers(ended: SessionState) -> None:
    context = context_for(ended)
    assert context.facilitator_line == "Ana Ruiz, LMHC, Harbor"
    assert context.place_line == "Library, Miami, November 21, 2026"
    assert [tally.counts[1] for tally in context.tallies.values()] == [4]
    assert context_for(SessionState()).place_line == ""


def test_attendance_times_are_in_the_sessions_zone(ended: SessionState) -> None:
    header, first, second = attendance_rows(ended, at(90).astimezone(UTC))
    assert header[:2] == ["Name", "Email"]
    assert first[4] == "09:55–11:15"
    assert (second[4], second[5], second[8]) == ("", 0, "no")


def test_a_csv_opens_in_excel_with_formulas_disarmed(ended: SessionState, tmp_path: Path) -> None:
    out = tmp_path / "attendance.csv"
    write_attendance("csv", ended, at(90), out)
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[1][0] == "'=cmd|' /C calc'!A0"
    assert rows[2][0] == "Đào Trần"


def test_a_workbook_holds_formula_looking_names_as_text(
    ended: SessionState, tmp_path: Path
) -> None:
    out = tmp_path / "attendance.xlsx"
    write_attendance("xlsx", ended, at(90), out)
    sheet = load_workbook(out)["Attendance"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=cmd|' /C calc'!A0", "s")
    assert sheet["F2"].value == 30


def test_an_unwritable_place_is_said(ended: SessionState, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError):
        write_attendance("csv", ended, at(90), tmp_path / "file" / "attendance.csv")


def test_an_ended_session_tells_what_each_item_and_the_whole_room_gained(
    ended: SessionState,
) -> None:
    record = session_record("s", ended, at(80))
    checkpoint = record["checkpoints"][0]
    assert (checkpoint["kind"], checkpoint["facility"]) == ("single", None)
    assert record["learning_gain"] is None
