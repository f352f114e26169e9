"""A correction supersedes, a revocation ends, and nothing that was issued changes behind anybody's back."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from pypdf import PdfReader

from imhtrainer.domain.award import Award, CreditRules, Provider
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CommandRefused, SigningError, StoreError
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    ChangeDetails,
    CreateSession,
    EndSession,
    OverrideCompletion,
    SignIn,
    StartSession,
)
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.services.certificates import CertificateDesk
from imhtrainer.services.check_page import LIST, PAGE, all_notices
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import summarise
from imhtrainer.services.verifying import verify_pdf, verify_text
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store import files
from imhtrainer.store.designs import DesignStore
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from tests.domain.classroom import small_plan

START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
PLAN = replace(small_plan(), slides=small_plan().slides[:2], pages=2)


class Watch:
    """A clock that stands where it was set."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite").journal
    yield opened
    opened.close()


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "keys")


def held(
    journal: Journal,
    *names: str,
    watch: Watch | None = None,
    session_id: str = "s1",
    award: Award | None = None,
) -> TrainingSession:
    """A session of 75 minutes without checkpoints, with everybody there all the time."""
    clock = watch or Watch()
    begin = clock.time
    session = TrainingSession(session_id, journal, clock)
    session.do(CreateSession(begin, PLAN))
    details = Details(starts=begin, facilitator="Marisol Herrera-Quintana", award=award or Award())
    session.do(ChangeDetails(begin, details))
    session.do(
        AddAttendees(begin, tuple(Attendee(f"{session_id}-{i}", n) for i, n in enumerate(names)))
    )
    for number in range(len(names)):
        session.do(SignIn(begin, f"{session_id}-{number}"))
    session.do(StartSession(begin))
    clock.time = begin + timedelta(minutes=75)
    session.do(EndSession(clock.time))
    return session


@pytest.fixture
def desk(journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path) -> CertificateDesk:
    return at_desk(held(journal, "Ana Fuentes"), journal, kit, keys, tmp_path)


def at_desk(
    session: TrainingSession, journal: Journal, kit: Kit, keys: KeyRing, folder: Path
) -> CertificateDesk:
    return CertificateDesk(
        session,
        journal,
        kit,
        PictureStore(folder / "pictures"),
        DesignStore(folder / "designs"),
        keys,
        journal,
    )


def corrected(desk: CertificateDesk, first: Certificate, name: str) -> Certificate:
    desk.correct(desk.revised(first.serial, name), "The second name was missing").result()
    (second,) = desk.issued()
    return second


def test_a_correction_prints_revision_b_under_the_same_number(
    desk: CertificateDesk, tmp_path: Path
) -> None:
    (first,) = desk.issue(desk.candidates())
    second = corrected(desk, first, "Ana Lucía Fuentes")
    assert (second.serial, second.revision) == (first.serial, "B")
    (path,) = desk.write_each(desk.issued(), tmp_path / "out")
    assert path.name == f"Ana Lucía Fuentes {first.serial} B.pdf"
    assert "revision B" in PdfReader(path).pages[0].extract_text()


def test_checked_afterwards_the_old_paper_is_superseded_and_the_new_one_valid(
    desk: CertificateDesk, keys: KeyRing, journal: Journal
) -> None:
    (first,) = desk.issue(desk.candidates())
    second = corrected(desk, first, "Ana Lucía Fuentes")
    notices = all_notices(journal)
    (old,) = verify_text(first.seal, keys.known(), notices).pages
    assert old.checked.verdict == "superseded"
    assert verify_text(second.seal, keys.known(), notices).valid


def test_a_correction_that_changes_nothing_is_refused(desk: CertificateDesk) -> None:
    (first,) = desk.issue(desk.candidates())
    with pytest.raises(CommandRefused, match="Nothing on this certificate"):
        desk.correct(desk.revised(first.serial), "I was not quite sure")


def test_what_was_issued_is_the_same_after_names_rules_and_details_changed(
    journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    session = held(journal, "Ana Fuentes")
    desk = at_desk(session, journal, kit, keys, tmp_path)
    desk.issue(desk.candidates())
    (before,) = desk.write_each(desk.issued(), tmp_path / "first")
    session.do(ChangeAttendee(START, Attendee("s1-0", "Somebody Else")))
    rules = CreditRules("other", "Other", "Nowhere", instruction=25)
    session.do(ChangeDetails(START, Details(facilitator="Guest", award=Award(rules=rules))))
    again = at_desk(
        TrainingSession("s1", journal, Watch(), replay(journal.events("s1"))),
        journal,
        load_kit(),
        KeyRing(tmp_path / "keys"),
        tmp_path,
    )
    (after,) = again.write_each(again.issued(), tmp_path / "again")
    assert after.read_bytes() == before.read_bytes()


def test_who_was_revoked_gets_no_other_by_issuing_for_all(
    journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    watch = Watch()
    session = held(journal, "Ana Fuentes", watch=watch)
    desk = at_desk(session, journal, kit, keys, tmp_path)
    (first,) = desk.issue(desk.candidates())
    desk.revoke(first.serial, "left after ten minutes").result()
    assert (desk.issued(), desk.candidates()) == ((), ())
    summary = summarise(session.id, session.state, watch.time)
    assert (summary.certificates, summary.revoked) == (0, 1)
    watch.time += timedelta(minutes=5)
    session.do(OverrideCompletion(watch.time, "s1-0", True, "it was her sister"))
    (second,) = desk.issue(desk.candidates())
    assert second.serial != first.serial
    assert all_notices(journal)[first.serial].revoked


def test_the_page_and_the_signed_list_lie_beside_the_certificates(
    desk: CertificateDesk, keys: KeyRing, tmp_path: Path
) -> None:
    (first,) = desk.issue(desk.candidates())
    corrected(desk, first, "Ana Lucía Fuentes")
    desk.write_one_pdf(desk.issued(), tmp_path / "out" / "all.pdf")
    listed = json.loads((tmp_path / "out" / LIST).read_text("utf-8"))
    assert json.loads(listed["list"])["withdrawn"] == [[first.serial, "B", False, "2026-11-21"]]
    assert keys.public().hex() in (tmp_path / "out" / PAGE).read_text("utf-8")


def test_a_lost_key_stops_issuing_before_a_serial_is_taken_and_printing_again_goes_on(
    journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    session = held(journal, "Ana Fuentes", "Devonte Williams")
    desk = at_desk(session, journal, kit, keys, tmp_path)
    first, second = desk.candidates()
    desk.issue([first])
    (tmp_path / "keys" / "issuer.pem").unlink()
    after = KeyRing(tmp_path / "keys")
    again = at_desk(session, journal, kit, after, tmp_path)
    with pytest.raises(SigningError, match="under Settings"):
        again.issue([second])
    assert journal.next_serial(2026) == 2
    again.write_one_pdf(again.issued(), tmp_path / "all.pdf")
    assert verify_pdf(tmp_path / "all.pdf", after.known(), {}).valid
    after.begin_anew()
    again.issue([second])
    again.write_one_pdf(again.issued(), tmp_path / "both.pdf")
    assert verify_pdf(tmp_path / "both.pdf", after.known(), {}).valid


def test_a_clock_set_back_gives_no_serial_twice_and_the_order_of_revisions_stands(
    journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    watch = Watch()
    session = held(journal, "Ana Fuentes", "Devonte Williams", watch=watch)
    desk = at_desk(session, journal, kit, keys, tmp_path)
    (ana,) = desk.issue(desk.candidates()[:1])
    watch.time = START - timedelta(days=400)
    (devonte,) = desk.issue(desk.candidates())
    assert ana.serial != devonte.serial
    assert devonte.held_on == "2026-11-21"
    desk.correct(desk.revised(ana.serial, "Ana Lucía"), "The second name was missing").result()
    (old,) = verify_text(ana.seal, keys.known(), all_notices(journal)).pages
    assert old.checked.verdict == "superseded"


def test_two_people_of_one_name_get_a_certificate_and_a_file_each(
    journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    desk = at_desk(held(journal, "Ana Ruiz", "Ana Ruiz"), journal, kit, keys, tmp_path)
    issued = desk.issue(desk.candidates())
    written = desk.write_each(issued, tmp_path / "out")
    assert len({c.serial for c in issued}) == len(set(written)) == 2


def test_two_sessions_on_one_day_share_a_book_of_numbers(
    journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    morning = at_desk(held(journal, "Ana Ruiz"), journal, kit, keys, tmp_path)
    later = Watch()
    later.time += timedelta(hours=4)
    session = held(journal, "Ana Ruiz", watch=later, session_id="s2")
    afternoon = at_desk(session, journal, kit, keys, tmp_path)
    (first,) = morning.issue(morning.candidates())
    (second,) = afternoon.issue(afternoon.candidates())
    assert first.held_on == second.held_on
    assert (first.serial[:15], second.serial[:15]) == ("IMH-2026-000001", "IMH-2026-000002")
    assert first.times != second.times


def test_a_disk_full_at_certificate_57_leaves_whole_files_and_goes_on_when_there_is_room(
    journal: Journal,
    kit: Kit,
    keys: KeyRing,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"Person {number}" for number in range(60)]
    desk = at_desk(held(journal, *names), journal, kit, keys, tmp_path)
    issued = desk.issue(desk.candidates())
    through, count = files._write_through, 0

    def full_at_57(path: Path, write: Callable[[BinaryIO], None]) -> None:
        nonlocal count
        count += 1
        if count == 57:
            path.write_bytes(b"%PDF-1.3 half")
            raise OSError(28, "No space left on device")
        through(path, write)

    monkeypatch.setattr(files, "_write_through", full_at_57)
    with pytest.raises(StoreError, match="disk is full"):
        desk.write_each(issued, tmp_path / "out")
    there = sorted((tmp_path / "out").iterdir())
    assert len(there) == 56
    assert all(verify_pdf(path, keys.known(), {}).valid for path in there[::11])
    assert len(desk.write_each(issued, tmp_path / "out")) == 60


def test_nothing_speaks_of_credit_without_a_provider_and_with_one_only_in_its_words(
    journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    iacet = CreditRules("iacet", "IACET", "ANSI/IACET 1-2018", hours_per_ceu=10)
    bare = at_desk(held(journal, "Ana", award=Award(rules=iacet)), journal, kit, keys, tmp_path)
    (first,) = bare.candidates()
    assert (first.ceu, first.provider) == (0.0, Provider())
    known = Provider(
        "Harborlight", "50-1", "", "Approved provider 50-1.", "2026-01-01", "2026-12-31"
    )
    award = Award(rules=iacet, provider=known)
    other = at_desk(held(journal, "Bo", session_id="s2", award=award), journal, kit, keys, tmp_path)
    (second,) = other.candidates()
    assert (second.ceu, second.provider) == (0.1, known)
    past = replace(award, provider=replace(known, valid_to="2026-11-20"))
    late = at_desk(held(journal, "Cy", session_id="s3", award=past), journal, kit, keys, tmp_path)
    (third,) = late.candidates()
    assert (third.ceu, third.provider) == (0.0, Provider())
