"""A roster's certificates on the command line: recorded, put right, revoked, and told as such to who checks."""

import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from imhtrainer.domain.errors import StoreError
from imhtrainer.services import certificate_files
from imhtrainer.services.check_page import LIST, PAGE
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.folder import DataFolder
from imhtrainer.store.reader import JournalReader
from imhtrainer.store.saved_places import SavedPlaces
from tests.test_cli import Run, certify, home, roster, run

__all__ = ["home", "roster", "run"]


def serials_of(file: Path) -> list[str]:
    """The serials that a PDF prints, in order."""
    words = " ".join(page.extract_text() for page in PdfReader(file).pages)
    return re.findall(r"IMH-\d{4}-\d{6}-\d", words)


@pytest.fixture
def printed(run: Run, roster: Path, tmp_path: Path) -> Path:
    out = tmp_path / "all.pdf"
    assert run(*certify(roster, out, "--hours", "1.25"))[0] == 0
    return out


def test_the_roster_is_a_session_with_its_people_and_certificates(run: Run, printed: Path) -> None:
    (session,) = json.loads(run("sessions", "--json")[1])
    assert "(held without the program), 2 came, 2 completed" in run("sessions")[1]
    assert session["stage"] == "ended"
    record = json.loads(run("session", session["id"], "--json")[1])
    people = {p["name"]: (p["completed"], p["certificate"]) for p in record["attendees"]}
    assert people == {
        name: (True, serial)
        for name, serial in zip(("José García", "Nguyễn Thị Ánh"), serials_of(printed), strict=True)
    }
    assert "Held without the program: entered from roster.csv" in run("session", session["id"])[1]
    code, told, _ = run("session", session["id"], "--audit")
    assert code == 0
    assert "set back" not in told


def test_a_removal_makes_saved_files_again_without_the_name_unless_told_not_to(
    run: Run, printed: Path, home: Path, tmp_path: Path
) -> None:
    folder = DataFolder(home)
    (session,) = JournalReader(folder.journal).sessions()
    saved = tmp_path / "on a stick"
    (saved / "Certificates").mkdir(parents=True)
    own = saved / "Certificates" / f"José García {serials_of(printed)[0]}.pdf"
    for path in (own, saved / "Attendance.csv", saved / "Certificates.pdf"):
        path.write_text("José García, Nguyễn Thị Ánh", "utf-8")
    SavedPlaces(folder.saved_places).note(session, saved)
    why = ("--reason", "asked by letter today")
    code, told, err = run("person", "José García", "--purge", *why)
    assert (code, err) == (0, "")
    assert f"made again without the name, in {saved}" in told
    assert not own.exists()
    attendance = (saved / "Attendance.csv").read_text("utf-8-sig")
    assert "José" not in attendance
    assert "Nguyễn Thị Ánh" in attendance
    assert serials_of(saved / "Certificates.pdf") == serials_of(printed)[1:]
    run("person", "Nguyễn", "--purge", "--keep-files", *why)
    assert "Nguyễn Thị Ánh" in (saved / "Attendance.csv").read_text("utf-8-sig")


def test_while_the_window_is_open_the_command_says_where_it_is_done_there(
    run: Run, printed: Path, home: Path
) -> None:
    lock = DataFolder(home).lock()
    try:
        asked = ("revoke", serials_of(printed)[0], "--reason", "issued to the wrong person")
        code, _, err = run(*asked)
    finally:
        lock.release()
    assert (code, err.count("\n")) == (1, 1)
    assert "Look through, correct, revoke" in err


def test_the_one_file_is_signed_as_a_whole_unless_it_is_too_large_for_memory(
    run: Run, roster: Path, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("verify", printed)[1].count("The file is as Common Name: IMH Trainer issuer") == 1
    monkeypatch.setattr(certificate_files, "MOST_SIGNED", 1)
    large = printed.with_name("large.pdf")
    run(*certify(roster, large))
    code, told, _ = run("verify", large)
    assert (code, told.count("Valid."), "The file is as" in told) == (0, 2, False)


def test_a_correction_supersedes_what_was_printed(run: Run, printed: Path, tmp_path: Path) -> None:
    serial, fresh = serials_of(printed)[0], tmp_path / "fresh.pdf"
    reason = "her name was misspelled"
    code, said, err = run(
        *(
            "correct",
            serial,
            "--name",
            "José Garza",
            "--hours",
            "1.5",
            "--reason",
            reason,
            "-o",
            fresh,
        )
    )
    assert (code, err) == (0, "")
    assert said == f"Wrote {fresh}: {serial}, revision B, for José Garza.\n"
    text = PdfReader(fresh).pages[0].extract_text()
    assert "José Garza" in text
    assert "1.5 hours" in text
    assert f"{serial}, revision B" in text
    assert run("verify", fresh)[0] == 0
    code, told, _ = run("verify", printed)
    assert code == 1
    assert "Page 1: Superseded. Replaced by revision B" in told
    assert "Page 2: Valid." in told


def test_a_revoked_one_is_told_here_and_in_the_list_for_others(
    run: Run, printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    serial = serials_of(printed)[1]
    reason = ("--reason", "issued to the wrong person")
    assert run("revoke", serial, *reason, "--check", site)[0] == 0
    assert "Page 2: Revoked." in run("verify", printed)[1]
    assert "1 certificate and 1 revoked" in run("sessions")[1]
    known = (tmp_path / "home" / "keys" / "known").glob("*.pub")
    issuer = next(known).read_text("ascii")
    monkeypatch.setenv("IMHTRAINER_HOME", str(tmp_path / "elsewhere"))
    listed = ("--issuer", issuer, "--withdrawn", site / LIST)
    assert "Page 2: Revoked." in run("verify", printed, *listed)[1]
    assert (site / PAGE).exists()


def test_what_is_not_there_or_not_thought_through_is_one_line(run: Run, printed: Path) -> None:
    serial, out = serials_of(printed)[0], printed.with_name("b.pdf")
    for arguments, said in (
        (
            ("revoke", "IMH-2026-999999-9", "--reason", "a b c"),
            "was not issued with this data folder",
        ),
        (("revoke", serial, "--reason", "wrong"), "three words"),
        (("correct", serial, "--reason", "a b c", "-o", out), "--name, --hours or both"),
        (
            ("correct", serial, "--name", "José García", "--reason", "a b c", "-o", out),
            "Nothing on this certificate would change",
        ),
    ):
        code, _, err = run(*arguments)
        assert (code != 0, err.count("\n")) == (True, 1)
        assert said in err
    assert not out.exists()


def test_where_the_paper_cannot_be_written_nothing_is_recorded(
    run: Run, roster: Path, home: Path
) -> None:
    assert run(*certify(roster, roster / "c.pdf"))[0] == 1
    assert JournalReader(DataFolder(home).journal).sessions() == ()


def test_where_nothing_can_be_recorded_no_paper_is_seen(
    run: Run, roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("The disk is full. Make room.")

    monkeypatch.setattr(SessionLibrary, "create", refuse)
    out = tmp_path / "c.pdf"
    assert run(*certify(roster, out))[::2] == (1, "imhtrainer: The disk is full. Make room.\n")
    assert list(tmp_path.glob("*.p*")) == []
