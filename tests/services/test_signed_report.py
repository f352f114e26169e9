"""The audit report shows any change: signed as a PDF, sealed by the issuer, and held against the record."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from imhtrainer.cli.main import main
from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.errors import SigningError
from imhtrainer.domain.session.commands import ReportCredit
from imhtrainer.layout.kit import Kit
from imhtrainer.services.audit import audit_session
from imhtrainer.services.report_signing import ReportSigner, check_report
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.session_files import SessionFile, write_session_file
from imhtrainer.services.verifying import verify_pdf
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.folder import HOME_VARIABLE
from imhtrainer.store.journal import Journal
from imhtrainer.store.reader import JournalReader
from tests.services.test_record_files import END, held, journal, kit

__all__ = ["held", "journal", "kit"]


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "keys")


@pytest.fixture
def report(
    held: TrainingSession, journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> Path:
    return write_report(held, journal, kit, keys, tmp_path / "report.pdf")


def write_report(
    held: TrainingSession, journal: Journal, kit: Kit, keys: KeyRing, out: Path
) -> Path:
    journal.flush()
    write_session_file(
        SessionFile.AUDIT,
        held.state,
        END,
        read_deck,
        kit,
        out,
        None,
        lambda: audit_session(JournalReader(journal.path), held.id),
        ReportSigner(keys),
    )
    return out


def check(
    path: Path, keys: KeyRing, held: TrainingSession, journal: Journal
) -> tuple[tuple[str, ...], bool]:
    return check_report(path, keys.known(), held.id, JournalReader(journal.path).links(held.id))


def test_a_report_is_signed_names_its_issuer_and_belongs_to_the_record(
    report: Path, keys: KeyRing, held: TrainingSession, journal: Journal
) -> None:
    words = " ".join(page.extract_text() for page in PdfReader(report).pages)
    assert f"By issuer {keys.mark()}." in words
    said, sound = check(report, keys, held, journal)
    assert sound
    assert said[0].endswith(f"sealed by issuer {keys.mark()}.")
    assert said[1].startswith("The file is as")
    assert said[2].startswith("The record still holds")


def test_a_record_that_goes_on_still_holds_an_older_report(
    report: Path, keys: KeyRing, held: TrainingSession, journal: Journal
) -> None:
    held.do(ReportCredit(END, ("a1",))).result()
    assert check(report, keys, held, journal)[1]


def test_a_changed_byte_shows(
    report: Path, keys: KeyRing, held: TrainingSession, journal: Journal
) -> None:
    content = bytearray(report.read_bytes())
    content[len(content) // 3] ^= 1
    report.write_bytes(content)
    said, sound = check(report, keys, held, journal)
    assert not sound
    assert "changed after it was signed" in said[1]


def test_a_report_written_anew_without_the_signature_shows(
    report: Path, keys: KeyRing, held: TrainingSession, journal: Journal
) -> None:
    reader, copied = PdfReader(report), PdfWriter()
    assert reader.metadata is not None
    for page in reader.pages:
        copied.add_page(page)
    copied.add_metadata({"/Keywords": reader.metadata["/Keywords"]})
    copied.write(report)
    said, sound = check(report, keys, held, journal)
    assert not sound
    assert said[1] == "The file is not signed by whom its seal names."


def test_a_report_made_by_somebody_else_shows(
    held: TrainingSession, journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    keys.key()
    others = KeyRing(tmp_path / "others")
    forged = write_report(held, journal, kit, others, tmp_path / "forged.pdf")
    with pytest.raises(SigningError, match="issuer that is not known here"):
        check(forged, keys, held, journal)


def test_a_report_about_another_record_shows(
    report: Path, keys: KeyRing, held: TrainingSession, journal: Journal
) -> None:
    links = JournalReader(journal.path).links(held.id)
    said, sound = check_report(report, keys.known(), held.id, links[:-1])
    assert not sound
    assert said[2].startswith("The record does not hold")
    assert not check_report(report, keys.known(), "another", links)[1]


def test_a_paper_that_is_no_report_is_refused_in_a_sentence(
    held: TrainingSession, journal: Journal, kit: Kit, keys: KeyRing, tmp_path: Path
) -> None:
    out = tmp_path / "agenda.pdf"
    write_session_file(SessionFile.AGENDA, held.state, END, read_deck, kit, out)
    with pytest.raises(SigningError, match="no audit report with a seal"):
        check(out, keys, held, journal)


def test_the_command_tells_it_and_ends_with_1_for_a_changed_one(
    report: Path,
    held: TrainingSession,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    call = ["session", held.id, "--audit", "--report", str(report)]
    with pytest.raises(SystemExit) as ended:
        main(call)
    assert ended.value.code == 0
    assert "The record still holds" in capsys.readouterr().out
    content = bytearray(report.read_bytes())
    content[len(content) // 3] ^= 1
    report.write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        main(call)
    assert ended.value.code == 1


def test_whoever_checks_a_report_as_a_certificate_is_told_how_it_is_checked(report: Path) -> None:
    with pytest.raises(SigningError, match="is an audit report"):
        verify_pdf(report, (), {})
