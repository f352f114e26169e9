"""Issuing fixes the facts on disk; printing again gives the same paper."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.documents.certificate.templates import shipped_designs
from imhtrainer.domain.certificate import is_serial
from imhtrainer.domain.errors import CertificateError, StoreError
from imhtrainer.domain.events import Details, SessionEnded, SessionResumed
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSection, PlanSlide
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import evolve, replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    ChangeDetails,
    CloseRound,
    CountHands,
    CreateSession,
    EndSession,
    Next,
    OverrideCompletion,
    SignIn,
    StartSession,
)
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.certificate_facts import prospective
from imhtrainer.services.certificate_files import write_certificates
from imhtrainer.services.certificates import CertificateDesk
from imhtrainer.services.session import TrainingSession
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.designs import DesignStore
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore

START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
QUESTION = PlanQuestion("What helps?", ("Harm", "A repair"), (False, True), "check", 1)
PLAN = Plan(
    title="Infant Mental Health – It Starts on Day 1",
    subtitle="",
    folder="",
    digest="",
    lang="en",
    minutes=75,
    objectives=("Define infant mental health",),
    sections=(PlanSection("s", "All", 75, 1),),
    slides=(PlanSlide("one", "One", 0, 1, 1, 2, "checkpoint", question=QUESTION),),
    pages=2,
)


class Watch:
    """A clock that stands where it was set."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite").journal
    yield opened
    opened.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def session(journal: Journal, watch: Watch) -> TrainingSession:
    """75 minutes with Ana there all the time, Devonte for an hour, and Olivier who never came."""
    held = TrainingSession("s1", journal, watch)
    held.do(CreateSession(START, PLAN))
    held.do(ChangeDetails(START, Details(starts=START, facilitator="Marisol Herrera-Quintana")))
    names = ("Ana Lucía Fuentes", "Devonte Williams", "Olivier Toussaint")
    held.do(AddAttendees(START, tuple(Attendee(n.split()[0], n) for n in names)))
    held.do(SignIn(START, "Ana"))
    held.do(StartSession(START))
    held.do(CountHands(START, 1, 1))
    held.do(CloseRound(START))
    held.do(Next(START))
    held.do(SignIn(START, "Devonte", START + timedelta(minutes=15)))
    watch.time = START + timedelta(minutes=75)
    held.do(EndSession(watch.time))
    return held


@pytest.fixture
def desk(session: TrainingSession, journal: Journal, tmp_path: Path) -> CertificateDesk:
    return CertificateDesk(
        session,
        journal,
        load_kit(),
        PictureStore(tmp_path / "pictures"),
        DesignStore(tmp_path / "designs"),
    )


def test_only_who_completed_is_a_candidate(desk: CertificateDesk) -> None:
    assert [c.name for c in desk.candidates()] == ["Ana Lucía Fuentes"]


def test_the_hours_come_from_the_clock(desk: CertificateDesk) -> None:
    (ana,) = desk.candidates()
    assert (ana.minutes, ana.hours, ana.times) == (75, 1.25, "3:00 to 4:15 PM")


def test_a_training_that_went_on_the_next_day_says_no_hours_of_the_clock(
    session: TrainingSession,
) -> None:
    end = START + timedelta(days=1, minutes=30)
    resumed = evolve(session.state, SessionResumed(START + timedelta(days=1)))
    split = prospective(evolve(resumed, SessionEnded(end)), session.state.roster[0], end)
    assert (split.held_on, split.times) == ("2026-11-21", "")


def test_issuing_gives_a_serial_whose_check_digit_holds(desk: CertificateDesk) -> None:
    (issued,) = desk.issue(desk.candidates())
    assert is_serial(issued.serial)
    assert desk.candidates() == ()


def test_what_was_issued_is_on_disk(
    desk: CertificateDesk, journal: Journal, session: TrainingSession
) -> None:
    issued = desk.issue(desk.candidates())
    assert replay(journal.events("s1")).certificates == issued == session.state.certificates


def test_no_serial_is_ever_given_twice(
    desk: CertificateDesk, journal: Journal, session: TrainingSession
) -> None:
    (issued,) = desk.issue(desk.candidates())
    numbers = [*journal.reserve_serials(2026, 3), *journal.reserve_serials(2026, 2)]
    assert len({*numbers, int(issued.serial.split("-")[2])}) == 6


def test_a_key_from_another_computer_gives_none_of_the_serials_that_it_signed_there(
    session: TrainingSession, journal: Journal, tmp_path: Path
) -> None:
    KeyRing(tmp_path / "elsewhere").export("correct horse", tmp_path / "copy.pem")
    keys = KeyRing(tmp_path / "keys")
    keys.restore(tmp_path / "copy.pem", "correct horse")
    desk = CertificateDesk(
        session,
        journal,
        load_kit(),
        PictureStore(tmp_path / "pictures"),
        DesignStore(tmp_path / "designs"),
        keys,
    )
    number = journal.next_serial(2026, keys.numbers_after)
    (issued,) = desk.issue(desk.candidates())
    assert int(issued.serial.split("-")[2]) == number == keys.numbers_after + 1 > 100_000
    assert is_serial(issued.serial)


def test_where_no_serials_can_be_had_nothing_is_issued(
    session: TrainingSession, tmp_path: Path
) -> None:
    class FullDisk:
        def reserve_serials(self, year: int, count: int, after: int = 0) -> range:
            raise StoreError("The disk is full.")

    session.do(OverrideCompletion(START, "Devonte", True, "helped with the chairs"))
    desk = CertificateDesk(
        session,
        FullDisk(),
        load_kit(),
        PictureStore(tmp_path / "pictures"),
        DesignStore(tmp_path / "designs"),
    )
    with pytest.raises(StoreError):
        desk.issue(desk.candidates())
    assert desk.issued() == ()


def test_what_the_disk_refused_is_issued_once_and_written_when_there_is_room(
    desk: CertificateDesk, session: TrainingSession, journal: Journal, tmp_path: Path
) -> None:
    journal.flush()
    candidates = desk.candidates()
    with sqlite3.connect(journal.path) as other:
        other.execute(
            "CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    other.close()
    with pytest.raises(StoreError, match="keeps trying"):
        desk.issue(candidates)
    with sqlite3.connect(journal.path) as other:
        other.execute("DROP TRIGGER full")
    other.close()
    assert desk.candidates() == ()
    journal.flush()
    assert replay(journal.events("s1")).certificates == session.state.certificates


def test_a_name_corrected_later_does_not_change_the_paper(
    desk: CertificateDesk, session: TrainingSession, tmp_path: Path
) -> None:
    desk.issue(desk.candidates())
    desk.write_one_pdf(desk.issued(), tmp_path / "first.pdf")
    session.do(ChangeAttendee(START, Attendee("Ana", "Somebody Else")))
    desk.write_one_pdf(desk.issued(), tmp_path / "again.pdf")
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "again.pdf").read_bytes()


def test_a_name_that_cannot_be_printed_stops_the_issue_before_it_begins(
    desk: CertificateDesk, session: TrainingSession
) -> None:
    session.do(ChangeAttendee(START, Attendee("Ana", "Ana 😀")))
    with pytest.raises(CertificateError, match="😀"):
        desk.issue(desk.candidates())
    assert desk.issued() == ()


def test_one_file_each_is_named_after_the_person(desk: CertificateDesk, tmp_path: Path) -> None:
    issued = desk.issue(desk.candidates())
    (path,) = desk.write_each(issued, tmp_path)
    assert path.name == f"Ana Lucía Fuentes {issued[0].serial}.pdf"
    assert "Ana Lucía Fuentes" in PdfReader(path).pages[0].extract_text()


def test_with_nothing_issued_there_is_nothing_to_print(
    desk: CertificateDesk, tmp_path: Path
) -> None:
    with pytest.raises(CertificateError, match="Issue one first"):
        desk.write_one_pdf((), tmp_path / "none.pdf")


def test_a_place_that_cannot_be_written_leaves_the_old_file_whole(
    desk: CertificateDesk, tmp_path: Path
) -> None:
    issued = desk.issue(desk.candidates())
    old = tmp_path / "old"
    old.write_text("a file where a folder is asked for", encoding="utf-8")
    with pytest.raises(StoreError):
        desk.write_one_pdf(issued, old / "out.pdf")
    assert old.read_text(encoding="utf-8").startswith("a file")


def altered_designs(folder: Path) -> Path:
    """The designs of a later version: another heading, another color."""
    folder.mkdir()
    for path in shipped_designs().glob("*.toml"):
        text = path.read_text("utf-8").replace("Certificate of completion", "Certificate")
        (folder / path.name).write_text(text.replace('fill = "sand"', 'fill = "sun"'), "utf-8")
    return folder


def test_an_upgrade_never_rewrites_what_was_issued(desk: CertificateDesk, tmp_path: Path) -> None:
    (issued,) = desk.issue([replace(c, second_page=True) for c in desk.candidates()])
    pictures, designs = PictureStore(tmp_path / "pictures"), DesignStore(tmp_path / "designs")
    before, after, fresh = (tmp_path / f"{name}.pdf" for name in ("before", "after", "fresh"))
    write_certificates(
        CertificatePrinter(load_kit(), pictures.path, designs.path), [issued], before
    )
    upgraded = CertificatePrinter(
        load_kit(), pictures.path, designs.path, altered_designs(tmp_path / "later")
    )
    write_certificates(upgraded, [issued], after)
    write_certificates(upgraded, [replace(issued, design="")], fresh)
    assert after.read_bytes() == before.read_bytes()
    assert fresh.read_bytes() != before.read_bytes()


def test_a_kept_design_that_is_gone_or_was_changed_is_told(
    desk: CertificateDesk, tmp_path: Path
) -> None:
    (issued,) = desk.issue(desk.candidates())
    designs = DesignStore(tmp_path / "designs")
    path = designs.path(issued.design)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"Certificate of", b"Diploma of"))
    printer = CertificatePrinter(load_kit(), Path, designs.path)
    with pytest.raises(CertificateError, match="was changed"):
        printer.page(issued)
    path.unlink()
    with pytest.raises(CertificateError, match="is gone"):
        printer.page(issued)


def test_other_fonts_than_at_issue_are_said_plainly(desk: CertificateDesk) -> None:
    (issued,) = desk.issue(desk.candidates())
    assert issued.fonts
    assert desk.fonts_note([issued]) == ""
    said = desk.fonts_note([issued, replace(issued, fonts="of another year")])
    assert said.startswith("1 certificate was issued with other fonts")
