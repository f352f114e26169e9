"""Records are kept seven years; then, or when a person asks, their data go and the record says so."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.cli.group import commands
from imhtrainer.cli.people import pick
from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CommandRefused, StoreError
from imhtrainer.domain.evaluation import Evaluation, evaluation_items
from imhtrainer.domain.events import Details
from imhtrainer.domain.mentions import TEXT_GONE
from imhtrainer.domain.purging import REASON_GONE
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    EndSession,
    EnterEvaluation,
    IssueCertificate,
    OverrideCompletion,
    RemoveAttendees,
    RevokeCertificate,
    SignIn,
    StartSession,
)
from imhtrainer.services.audit import audit_session
from imhtrainer.services.retention import (
    Found,
    due_records,
    find_person,
    keep_until,
    kept_records,
    one_person,
    person_record,
    write_person,
)
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader

LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"
START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
END = START + timedelta(minutes=30)
ANA = Attendee("a1", "Ana Lucía Fuentes", "ana@example.org", "Parent", "MH 12345")
BO = Attendee("a2", "Bo Lee", "bo@example.org")


@pytest.fixture
def journal() -> Iterator[Journal]:
    folder = DataFolder(data_folder())
    folder.prepare()
    opened = open_journal(folder.journal).journal
    yield opened
    opened.close()


@pytest.fixture
def library(journal: Journal) -> SessionLibrary:
    return SessionLibrary(journal, lambda: END)


@pytest.fixture
def held(library: SessionLibrary, journal: Journal) -> TrainingSession:
    """Ana and Bo were there; Ana's name was corrected, decided on, and certified."""
    session = library.create(read_deck(LITTLE), Details(starts=START))
    session.do(AddAttendees(START, (replace(ANA, name="Anna Fuentes"), BO)))
    session.do(ChangeAttendee(START, ANA))
    session.do(SignIn(START, "a1"))
    session.do(SignIn(START, "a2"))
    session.do(StartSession(START))
    session.do(EndSession(END))
    session.do(OverrideCompletion(END, "a1", True, "Ana was in the kitchen"))
    session.do(IssueCertificate(END, certificate(ANA, "IMH-2026-000001-1")))
    session.do(IssueCertificate(END, certificate(BO, "IMH-2026-000002-9")))
    session.do(RevokeCertificate(END, "IMH-2026-000002-9", "Bo left before lunch"))
    journal.flush()
    return session


def certificate(person: Attendee, serial: str) -> Certificate:
    return Certificate(
        serial=serial,
        attendee=person.id,
        name=person.name,
        training="T",
        held_on="2026-11-21",
        minutes=30,
        issued=END,
        license=person.license,
        seal=f"IMH1:{person.name}",
    )


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(1, 99))
def test_records_are_due_after_whole_years(held: date, years: int) -> None:
    due = keep_until(held, years)
    assert due.year == held.year + years
    assert (due.month, due.day) in ((held.month, held.day), (3, 1))


def test_what_is_due_is_listed_and_what_is_not_is_not(
    journal: Journal, held: TrainingSession
) -> None:
    (kept,) = kept_records(journal, 7)
    assert kept.due == date(2033, 11, 21)
    assert due_records((kept,), date(2033, 11, 20)) == ()
    assert due_records((kept,), date(2033, 11, 21)) == (kept,)
    assert len(kept.people) == 2


def test_a_session_without_anybodys_data_is_not_listed_any_more(
    journal: Journal, held: TrainingSession
) -> None:
    held.purge(("a1", "a2"), "kept for seven years")
    assert kept_records(journal, 7) == ()


def test_a_person_is_found_by_a_part_of_the_name_or_the_email(
    journal: Journal, held: TrainingSession
) -> None:
    assert [one.attendee for one in find_person(journal, "lucia")] == ["a1"]
    assert [one.attendee for one in find_person(journal, "BO@example")] == ["a2"]
    assert find_person(journal, "an") == ()
    assert find_person(journal, "nobody at all") == ()


def test_a_copy_holds_everything_about_the_person_and_nothing_about_others(
    held: TrainingSession, tmp_path: Path
) -> None:
    write_person([person_record(held.id, held.state, "a1", END)], tmp_path / "ana.json", END)
    text = (tmp_path / "ana.json").read_text("utf-8")
    (record,) = json.loads(text)["sessions"]
    assert record["person"]["license"] == "MH 12345"
    assert record["minutes"] == 30
    assert record["certificates"][0]["serial"] == "IMH-2026-000001-1"
    assert "Bo" not in text


def test_after_a_purge_nothing_in_the_file_names_the_person_and_the_chain_is_whole(
    journal: Journal, held: TrainingSession
) -> None:
    held.purge(("a1",), "asked by letter today")
    content = journal.path.read_bytes() + Path(f"{journal.path}-wal").read_bytes()
    for word in ("Ana", "Anna Fuentes", "Luc", "ana@example.org", "MH 12345", "kitchen"):
        assert word.encode() not in content
    assert b"Bo Lee" in content
    done = audit_session(JournalReader(journal.path), held.id)
    assert done.whole
    assert any("the data of one person were removed" in note for note in done.notes)


def test_what_an_auditor_needs_stays(journal: Journal, held: TrainingSession) -> None:
    before = held.state
    held.purge(("a1",), "asked by letter today")
    after = held.state
    assert [p.name for p in after.roster] == ["Person 1 (removed)", "Bo Lee"]
    assert after.presences == before.presences
    gone = after.certificates[0]
    assert (gone.serial, gone.minutes, gone.held_on) == ("IMH-2026-000001-1", 30, "2026-11-21")
    assert (gone.name, gone.license, gone.seal) == ("Person 1 (removed)", "", "")
    assert len(gone.purged) == 64
    assert after.overrides[0].reason == REASON_GONE
    assert SessionLibrary(journal, lambda: END).open(held.id).state == after


def test_a_reason_about_somebodys_withdrawn_certificate_goes_too(held: TrainingSession) -> None:
    held.purge(("a2",), "asked by letter today")
    assert held.state.withdrawn[0].reason == REASON_GONE
    assert held.state.withdrawn[0].certificate.serial == "IMH-2026-000002-9"


def test_a_purge_twice_changes_nothing_more(journal: Journal, held: TrainingSession) -> None:
    held.purge(("a1",), "asked by letter today")
    held.purge(("a1", "a2"), "kept for seven years")
    assert audit_session(JournalReader(journal.path), held.id).whole
    assert held.state.purged == ("a1", "a2")


@pytest.mark.parametrize("reason", ["", "letter", "Ana Lucía Fuentes asked for it"])
def test_a_purge_wants_a_reason_without_the_name(held: TrainingSession, reason: str) -> None:
    with pytest.raises(CommandRefused):
        held.purge(("a1",), reason)
    assert held.state.purged == ()


def test_nobodys_data_go_while_the_training_runs(library: SessionLibrary) -> None:
    session = library.create(read_deck(LITTLE))
    session.do(AddAttendees(START, (ANA,)))
    session.do(StartSession(START))
    with pytest.raises(CommandRefused, match="not over"):
        session.purge(("a1",), "asked by letter today")


def test_the_commands_show_give_out_and_remove(
    journal: Journal, held: TrainingSession, tmp_path: Path
) -> None:
    journal.close()
    out = tmp_path / "ana.json"
    call = CliRunner().invoke
    shown = call(commands, ["person", "lucia"])
    assert "Ana Lucía Fuentes" in shown.output
    done = call(
        commands,
        ["person", "lucia", "--export", str(out), "--purge", "--reason", "asked by letter today"],
    )
    assert done.exit_code == 0, done.output
    assert out.is_file()
    assert "Removed from 1 session" in done.output
    audit = call(commands, ["session", held.id, "--audit"])
    assert audit.exit_code == 0
    assert "as written" in audit.output
    assert "Nothing is due" in call(commands, ["sessions", "--due"]).output


def test_what_others_wrote_about_a_person_goes_where_that_is_wished_and_the_audit_explains_it(
    held: TrainingSession, journal: Journal
) -> None:
    items = len(evaluation_items(held.state.plan))
    said = ("Ana Lucía Fuentes helped me", "The pauses", "")
    held.do(EnterEvaluation(END, Evaluation(1, (5,) * items, said)))
    (left,) = held.mentions(("a1",))
    held.purge(("a1",), "asked by letter today", (left,))
    assert held.state.evaluations[0].comments == (TEXT_GONE, "The pauses", "")
    assert held.mentions(("a1",)) == ()
    assert audit_session(JournalReader(journal.path), held.id).whole


def test_who_was_taken_off_the_roster_is_still_found_and_purged(
    library: SessionLibrary, journal: Journal
) -> None:
    session = library.create(read_deck(LITTLE), Details(starts=START))
    session.do(AddAttendees(START, (ANA, BO)))
    session.do(RemoveAttendees(START, ("a1",)))
    journal.flush()
    assert [one.attendee for one in find_person(JournalReader(journal.path), "fuentes")] == ["a1"]
    assert kept_records(JournalReader(journal.path), 7)[0].people == ("a2", "a1")
    session.purge(("a1",), "asked by letter today")
    assert "Fuentes" not in str(journal.events(session.id))
    assert find_person(JournalReader(journal.path), "fuentes") == ()


NAMESAKES = (
    Attendee("b1", "Ana Ruiz", "ana@example.org"),
    Attendee("b2", "Ana Ruiz", "ruiz@example.com"),
    Attendee("b3", "Diana Ruiz", "diana@example.org"),
)


@pytest.fixture
def namesakes(library: SessionLibrary, journal: Journal) -> TrainingSession:
    """Two of one name in a session, and a third whose name and e-mail hold theirs."""
    session = library.create(read_deck(LITTLE), Details(starts=START))
    session.do(AddAttendees(START, NAMESAKES))
    for person in NAMESAKES:
        session.do(SignIn(START, person.id))
    session.do(StartSession(START))
    session.do(EndSession(END))
    paper = certificate(NAMESAKES[1], "IMH-2026-000007-7")
    session.do(OverrideCompletion(END, "b2", True, "was there throughout"))
    session.do(IssueCertificate(END, paper))
    journal.close()
    return session


def still_named() -> list[str]:
    reader = JournalReader(DataFolder(data_folder()).journal)
    return [one.email for one in find_person(reader, "Ruiz")]


@pytest.mark.parametrize("asked", [("--purge",), ("--export", "out.json")])
def test_a_name_that_fits_two_people_of_a_session_does_nothing_and_asks_for_the_e_mail(
    namesakes: TrainingSession, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    where = [str(tmp_path / word) if word.endswith("json") else word for word in asked]
    reason = ("--reason", "asked by letter today")
    done = CliRunner().invoke(commands, ["person", "Ana Ruiz", *where, *reason])
    assert isinstance(done.exception, StoreError)
    assert "Give the e-mail" in str(done.exception)
    assert "Ana Ruiz, ana@example.org\n" in done.output
    assert "Ana Ruiz, ruiz@example.com, IMH-2026-000007-7\n" in done.output
    assert len(still_named()) == 3
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("ana@example.org", ["ruiz@example.com", "diana@example.org"]),
        ("imh-2026-000007-7", ["ana@example.org", "diana@example.org"]),
        ("Diana Ruiz", ["ana@example.org", "ruiz@example.com"]),
    ],
)
def test_the_e_mail_the_serial_or_a_name_of_ones_own_takes_out_that_person_alone(
    namesakes: TrainingSession, words: str, left: list[str]
) -> None:
    asked = ["person", words, "--purge", "--reason", "asked by letter today"]
    done = CliRunner().invoke(commands, asked)
    assert done.exit_code == 0, done.output
    assert "Removed from 1 session;" in done.output
    assert sorted(still_named()) == sorted(left)


def test_a_name_within_another_goes_alone_where_it_is_somebodys_whole_name() -> None:
    held = date(2026, 11, 21)
    ana = Found("s1", "a", "Ana Ruiz", "", "T", held, False)
    diana, later = replace(ana, attendee="d", name="Diana Ruiz"), replace(ana, session="s2")
    assert pick([ana, diana, later], "ana ruiz") == [ana, later]
    with pytest.raises(StoreError):
        pick([ana, diana], "Ruiz")
    other = replace(later, email="other@example.org")
    assert pick([ana, other], "Ana Ruiz") == [ana, other]
    with pytest.raises(StoreError):
        pick([replace(ana, email="ana@example.org"), other], "Ana Ruiz")


def test_one_e_mail_is_one_person_also_where_the_name_was_written_otherwise() -> None:
    held = date(2026, 11, 21)
    ana = Found("s1", "a", "Ana Ruiz", "ana@example.org", "T", held, False)
    assert one_person((ana, replace(ana, session="s2", name="Ana R.")))
    assert not one_person((ana, replace(ana, attendee="b", name="Luis Ruiz")))


def test_what_went_past_midnight_was_held_on_the_day_it_began(
    library: SessionLibrary, journal: Journal
) -> None:
    late = START.replace(hour=23, minute=30)
    session = library.create(read_deck(LITTLE), Details(starts=late))
    session.do(AddAttendees(late, (ANA,)))
    session.do(StartSession(late))
    session.do(EndSession(late + timedelta(hours=2)))
    journal.flush()
    assert find_person(journal, "Fuentes")[0].held == date(2026, 11, 21)
