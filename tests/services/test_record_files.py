"""The records of a session as files: to sign, to evaluate, to report, to audit."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import xlrd
from pypdf import PdfReader

from imhtrainer.decks.parser import read_deck
from imhtrainer.documents.evaluation_summary import compose_evaluation_summary
from imhtrainer.domain.award import Award, Provider
from imhtrainer.domain.certificate import Certificate, Paper, make_serial
from imhtrainer.domain.errors import CommandRefused, StoreError
from imhtrainer.domain.evaluation import Evaluation, evaluation_items
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee, Interval
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeDetails,
    CloseRound,
    CountHands,
    EndSession,
    EnterEvaluation,
    GoTo,
    IssueCertificate,
    OverrideCompletion,
    ReportCredit,
    RevokeCertificate,
    SignIn,
    StartSession,
)
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.page import TextBox
from imhtrainer.services.audit import Audit, audit_session
from imhtrainer.services.ce_broker import Upload, make_upload
from imhtrainer.services.certificate_facts import prospective
from imhtrainer.services.records import attendance_rows, session_record
from imhtrainer.services.retention import person_record
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.session_files import SessionFile, session_folder, write_session_file
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader

LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"
START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
END = START + timedelta(minutes=30)
PROVIDER = Provider("Center", "50-1234", "", "Approved.", "2026-01-01", "2026-12-31")
PEOPLE = (
    Attendee("a1", "Ana Lucía Fuentes", license="MH 12345"),
    Attendee("a2", "=HYPERLINK(“x”)", license="rn9203344"),
    Attendee("a3", "Bảo Trần", license="see letter"),
    Attendee("a4", "A Mother"),
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite").journal
    yield opened
    opened.close()


@pytest.fixture
def held(journal: Journal) -> TrainingSession:
    """The small training, held with four people who all completed it."""
    details = Details(starts=START, award=Award(provider=PROVIDER, number="20-778899"))
    session = SessionLibrary(journal, lambda: START).create(read_deck(LITTLE), details)
    session.do(AddAttendees(START, PEOPLE))
    for person in PEOPLE:
        session.do(SignIn(START, person.id))
    session.do(StartSession(START))
    for index in session.state.plan.questions:
        session.do(GoTo(START, index, leave=True))
        session.do(CountHands(START, 1, 3))
        session.do(CloseRound(START))
    session.do(EndSession(END))
    return session


def write(kind: SessionFile, held: TrainingSession, kit: Kit, out: Path, journal: Journal) -> str:
    """Write a file; the words of a PDF."""
    journal.flush()

    def audit() -> Audit:
        return audit_session(JournalReader(journal.path), held.id)

    write_session_file(kind, held.state, END, read_deck, kit, out, None, audit)
    if kind is SessionFile.CE_BROKER:
        return ""
    return "\n".join(page.extract_text() for page in PdfReader(out).pages)


@pytest.mark.parametrize(
    "kind",
    [
        SessionFile.TO_SIGN,
        SessionFile.AGENDA,
        SessionFile.EVALUATION_FORM,
        SessionFile.EVALUATION,
        SessionFile.AUDIT,
    ],
)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_record_is_a_pdf_that_three_readers_take(
    held: TrainingSession,
    kit: Kit,
    tmp_path: Path,
    journal: Journal,
    kind: SessionFile,
    paper: Paper,
) -> None:
    held.do(ChangeDetails(END, replace(held.state.details, paper=paper)))
    out = tmp_path / kind.value
    assert write(kind, held, kit, out, journal)
    for command in (("qpdf", "--check"), ("pdfinfo",)):
        done = subprocess.run([*command, str(out)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    width = float(PdfReader(out).pages[0].mediabox.width)
    assert width == pytest.approx(612 if paper == "letter" else 595.3, abs=0.1)


def test_the_sheet_to_sign_has_every_name_and_nothing_filled_in(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    words = write(SessionFile.TO_SIGN, held, kit, tmp_path / "a.pdf", journal)
    assert all(person.name in words for person in PEOPLE[:1])
    assert "Signature" in words
    assert "to 3:30" not in words.replace("3:00 to 3:30 PM", "")


def test_the_agenda_has_objectives_and_minutes_planned_and_actual(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    words = write(SessionFile.AGENDA, held, kit, tmp_path / "a.pdf", journal)
    assert all(goal in words for goal in held.state.plan.objectives)
    assert "30 minutes of instruction count" in words


def test_the_form_fits_on_one_page(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    write(SessionFile.EVALUATION_FORM, held, kit, tmp_path / "form.pdf", journal)
    assert len(PdfReader(tmp_path / "form.pdf").pages) == 1


def test_the_summary_counts_and_tells_what_was_written(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    items = len(evaluation_items(held.state.plan))
    for sheet, mark in enumerate((5, 4, 4), start=1):
        held.do(EnterEvaluation(END, Evaluation(sheet, (mark,) * items, ("I will wait.",))))
    words = write(SessionFile.EVALUATION, held, kit, tmp_path / "a.pdf", journal)
    assert "4.3" in words
    assert words.count("I will wait.") == 1
    assert "I will wait. 3 people" in " ".join(words.split())
    assert "3 forms, 3 on paper; 4 people came." in words
    assert not any(person.name in words for person in PEOPLE)


def test_what_stands_beside_a_long_comment_stands_at_its_first_line(
    held: TrainingSession, kit: Kit
) -> None:
    items = len(evaluation_items(held.state.plan))
    long = " ".join(["I will wait until she looks at me again."] * 6)
    for sheet in (1, 2):
        held.do(EnterEvaluation(END, Evaluation(sheet, (5,) * items, (long, "Short."))))
    pages = compose_evaluation_summary(held.state, kit, END)
    texts = [box for page in pages for box in page.boxes if isinstance(box, TextBox)]
    for words in (long, "Short."):
        at = next(n for n, box in enumerate(texts) if _plain(box) == words)
        bullet, comment, alike = texts[at - 1 : at + 2]
        lines = comment.paragraphs[0].lines
        assert (len(lines) > 1) is (words == long)
        assert (_plain(bullet), _plain(alike)) == ("•", "2 people")
        for beside in (bullet, alike):
            assert beside.paragraphs[0].lines[0].baseline == pytest.approx(
                lines[0].baseline, abs=0.5
            )


def _plain(box: TextBox) -> str:
    return "".join(span.text for part in box.paragraphs for span in part.spans)


def upload(held: TrainingSession) -> Upload:
    made = make_upload(held.state, END)
    assert made is not None
    return made


def test_the_upload_has_the_columns_of_the_help_page(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    write(SessionFile.CE_BROKER, held, kit, tmp_path / "upload.xls", journal)
    sheet = xlrd.open_workbook(str(tmp_path / "upload.xls")).sheet_by_index(0)
    first = sheet.row_values(0)
    assert first[:5] == ["1234", "778899", "", "", "MH12345"]
    assert xlrd.xldate_as_datetime(first[5], 0).date() == date(2026, 11, 21)
    assert first[6:] == ["State=FL", "Profession=MH"]
    assert sheet.row_values(1)[4:] == ["RN9203344", first[5], "State=FL", "Profession=RN"]
    assert sheet.nrows == 2


def test_who_has_no_usable_license_is_named_and_parents_are_not(held: TrainingSession) -> None:
    assert upload(held).left_out == ("Bảo Trần",)
    said = upload(held).words(date(2026, 11, 25))
    assert said == "2 people, due Dec 21, 26 days left, 1 without a usable license"
    assert "5 days late" in upload(held).words(date(2026, 12, 26))


def paper(person: Attendee, serial: int, hours: float | None = None) -> Certificate:
    return Certificate(
        serial=make_serial(2026, serial),
        attendee=person.id,
        name=person.name,
        training="T",
        held_on="2026-11-21",
        minutes=30,
        issued=END,
        credited=hours,
    )


def test_whose_certificate_was_revoked_is_left_out_and_named_until_another_is_issued(
    held: TrainingSession,
) -> None:
    held.do(IssueCertificate(END, paper(PEOPLE[0], 1)))
    held.do(RevokeCertificate(END, make_serial(2026, 1), "was not there at all"))
    made = upload(held)
    assert made.attendees == ("a2",)
    assert made.unearned == ("Left out, as the certificate was revoked: Ana Lucía Fuentes",)
    assert "1 with a revoked certificate" in made.words(date(2026, 11, 25))
    held.do(OverrideCompletion(END + timedelta(minutes=1), "a1", True, "was there after all"))
    held.do(IssueCertificate(END + timedelta(minutes=2), paper(PEOPLE[0], 2)))
    assert set(upload(held).attendees) == {"a1", "a2"}


def test_whom_the_rule_credits_no_hours_is_left_out_and_named(held: TrainingSession) -> None:
    long = replace(held.state.details.award.rules, instruction=50, step=1, rounding="down")
    award = replace(held.state.details.award, rules=long)
    held.do(ChangeDetails(END, replace(held.state.details, award=award)))
    made = upload(held)
    assert made.rows == ()
    assert made.words(date(2026, 11, 25)).startswith("Nobody to report, 3 credited no hours")
    (told,) = made.unearned
    assert told.startswith("Left out, as the rule credits no hours: ")
    assert "A Mother" not in told
    held.do(IssueCertificate(END, paper(PEOPLE[0], 1, hours=1.0)))
    assert upload(held).attendees == ("a1",)


def test_a_session_over_midnight_is_reported_and_certified_on_the_day_it_began(
    held: TrainingSession,
) -> None:
    late = replace(held.state, spans=(Interval(START, START + timedelta(hours=10)),))
    last = replace(PROVIDER, valid_to="2026-11-21")
    award = replace(late.details.award, provider=last)
    late = replace(late, details=replace(late.details, award=award))
    made = make_upload(late, END)
    assert made is not None
    assert {row[5] for row in made.rows} == {date(2026, 11, 21)}
    facts = prospective(late, PEOPLE[0], END)
    assert facts.held_on == "2026-11-21"
    assert facts.provider == last


def test_people_already_reported_are_left_out(held: TrainingSession) -> None:
    held.do(ReportCredit(END, ("a1",)))
    assert upload(held).attendees == ("a2",)
    held.do(ReportCredit(END, ("a2",)))
    assert upload(held).words(date(2026, 11, 25)).startswith("2 reported")


def test_two_people_with_one_license_are_both_looked_at(held: TrainingSession) -> None:
    twins = tuple(replace(p, license="MH12345") for p in held.state.roster[:2])
    state = replace(held.state, roster=(*twins, *held.state.roster[2:]))
    made = make_upload(state, END)
    assert made is not None
    assert made.rows == ()


def test_a_number_of_ones_own_stands_in_its_own_column(held: TrainingSession) -> None:
    award = replace(held.state.details.award, number="IMH-1")
    state = replace(held.state, details=replace(held.state.details, award=award))
    made = make_upload(state, END)
    assert made is not None
    assert made.rows[0][:4] == ("1234", "", "IMH-1", "")


@pytest.mark.parametrize(
    "provider", [Provider(), replace(PROVIDER, valid_to="2026-11-20"), replace(PROVIDER, number="")]
)
def test_without_the_right_to_speak_of_credit_there_is_no_upload(
    held: TrainingSession, kit: Kit, tmp_path: Path, provider: Provider
) -> None:
    award = replace(held.state.details.award, provider=provider)
    state = replace(held.state, details=replace(held.state.details, award=award))
    assert make_upload(state, END) is None
    with pytest.raises(CommandRefused):
        write_session_file(
            SessionFile.CE_BROKER, state, END, read_deck, kit, tmp_path / "upload.xls"
        )


def test_the_audit_report_prints_the_last_hash_and_every_entry(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    words = write(SessionFile.AUDIT, held, kit, tmp_path / "a.pdf", journal)
    head = audit_session(JournalReader(journal.path), held.id).head
    assert head[:8] in words
    assert head[-8:] in words
    assert "The training began" in words
    assert "Signed in: Ana Lucía Fuentes" in words


def test_the_audit_report_counts_what_is_valid_and_what_was_revoked(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    for number, person in enumerate(held.state.roster[:2], 1):
        serial = make_serial(2026, number)
        facts = Certificate(serial, person.id, person.name, "IMH", "2026-11-21", 60, END)
        held.do(IssueCertificate(END, facts))
    held.do(RevokeCertificate(END, make_serial(2026, 1), "it was her sister"))
    words = write(SessionFile.AUDIT, held, kit, tmp_path / "a.pdf", journal)
    assert "Certificates: 1 valid, 1 revoked" in words
    record = session_record(held.id, held.state, END)
    (gone,) = record["withdrawn_certificates"]
    assert (gone["serial"], gone["how"]) == (make_serial(2026, 1), "revoked")
    assert gone["reason"] == "it was her sister"


def test_of_a_training_held_without_the_program_the_files_say_what_was_recorded_and_how(
    journal: Journal, kit: Kit, tmp_path: Path
) -> None:
    library = SessionLibrary(journal, lambda: END)
    session = library.create(read_deck(LITTLE), Details(starts=START), elsewhere=True)
    session.do(AddAttendees(END, PEOPLE[3:]))
    session.do(OverrideCompletion(END, "a4", True, "Held without the program: from roster.csv"))
    session.do(
        IssueCertificate(
            END, Certificate(make_serial(2026, 1), "a4", "A Mother", "IMH", "2026-11-21", 75, END)
        )
    )
    words = write(SessionFile.SIGN_IN, session, kit, tmp_path / "a.pdf", journal)
    assert "Attendance as recorded" in words
    assert "Not recorded" in words
    assert "75" in words
    assert "from roster.csv" in " ".join(words.split())
    assert "Signature" not in words
    row = dict(zip(*attendance_rows(session.state, END), strict=True))
    assert (row["In and out"], row["Minutes"], row["Checkpoints"]) == (
        "not recorded",
        75,
        "not recorded",
    )
    assert session_record(session.id, session.state, END)["attendees"][0]["minutes"] == 75
    assert person_record(session.id, session.state, "a4", END)["minutes"] == 75
    with pytest.raises(CommandRefused, match="no checkpoint was recorded"):
        write(SessionFile.RESULTS, session, kit, tmp_path / "r.pdf", journal)
    assert not (tmp_path / "r.pdf").exists()


def test_two_sessions_of_one_day_have_a_folder_each(held: TrainingSession) -> None:
    later = replace(
        held.state,
        spans=tuple(replace(s, start=s.start.replace(hour=18)) for s in held.state.spans),
    )
    folders = {session_folder(Path("out"), state, held.id) for state in (held.state, later)}
    assert len(folders) == 2


def test_a_place_that_refuses_is_said_and_the_old_file_stays(
    held: TrainingSession,
    kit: Kit,
    tmp_path: Path,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="The disk is full"):
        write_session_file(SessionFile.AGENDA, held.state, END, read_deck, kit, out)
    monkeypatch.undo()
    assert out.read_bytes() == b"old"
    assert not list(tmp_path.glob("*.part"))


def test_sheets_are_looked_through_by_name_whoever_came_onto_the_roster_first(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    held.do(AddAttendees(END, (Attendee("a9", "Ánabel First"),)))
    for kind in (SessionFile.SIGN_IN, SessionFile.TO_SIGN):
        words = write(kind, held, kit, tmp_path / kind.value, journal)
        names = ("A Mother", "Ana Lucía Fuentes", "Ánabel First", "Bảo Trần")
        places = [words.index(name) for name in names]
        assert places == sorted(places)


def test_every_page_of_the_audit_report_says_which_record_it_is_of_and_names_its_columns(
    held: TrainingSession, kit: Kit, tmp_path: Path, journal: Journal
) -> None:
    for number in range(80):
        held.do(ReportCredit(END, (f"x{number}",)))
    out = tmp_path / "a.pdf"
    write(SessionFile.AUDIT, held, kit, out, journal)
    pages = [page.extract_text() for page in PdfReader(out).pages]
    assert len(pages) > 2
    assert all(held.id in words and "Hash begins" in words for words in pages)
    assert all(words.count("Hash begins") == 1 for words in pages)
