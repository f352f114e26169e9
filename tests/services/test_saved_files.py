"""Files that were saved before a person's data went: found by what they are, made again, or removed."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CommandRefused, SigningError, StoreError
from imhtrainer.domain.session import SessionState
from imhtrainer.services.saved_files import SavedFiles, find_saved, renew_saved
from imhtrainer.services.session_files import SessionFile, session_folder

SESSION = "20261121-1000-3fa9"
MOMENT = datetime(2026, 11, 21, 15, tzinfo=UTC)


@pytest.fixture
def state(certified: Certificate) -> SessionState:
    other = replace(certified, serial="IMH-2026-000002-9", attendee="a2")
    return SessionState(created=MOMENT, certificates=(certified, other))


@pytest.fixture
def certified() -> Certificate:
    return Certificate("IMH-2026-000001-1", "a1", "Ana Ruiz", "T", "2026-11-21", 60, MOMENT)


@pytest.fixture
def folder(tmp_path: Path, state: SessionState) -> Path:
    made = session_folder(tmp_path, state, SESSION)
    for name in (
        *("Attendance.csv", "Slides.pdf", "Certificates.pdf"),
        *("Certificates/Ana Ruiz IMH-2026-000001-1.pdf", "Certificates/Bo IMH-2026-000002-9.pdf"),
        "Badges/Ana Ruiz IMH-2026-000001-1.badge.json",
    ):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("old")
    return made


def write_new(_kind: SessionFile, out: Path) -> None:
    out.write_text("new")


def test_what_holds_the_name_is_found_and_nothing_else(
    folder: Path, tmp_path: Path, state: SessionState
) -> None:
    saved = find_saved(tmp_path, state, SESSION, ["a1"])
    assert saved.folder == folder
    assert saved.shared == (SessionFile.CSV, SessionFile.CERTIFICATES)
    assert [path.name for path in saved.own] == [
        "Ana Ruiz IMH-2026-000001-1.badge.json",
        "Ana Ruiz IMH-2026-000001-1.pdf",
    ]
    assert find_saved(tmp_path / "elsewhere", state, SESSION, ["a1"]).names == ()


def test_shared_files_are_made_again_own_ones_removed_and_empty_folders_with_them(
    folder: Path, tmp_path: Path, state: SessionState
) -> None:
    saved = find_saved(tmp_path, state, SESSION, ["a1"])
    assert renew_saved(saved, write_new) == ()
    assert (folder / "Attendance.csv").read_text() == "new"
    assert (folder / "Slides.pdf").read_text() == "old"
    assert not (folder / "Badges").exists()
    assert [path.name for path in (folder / "Certificates").iterdir()] == [
        "Bo IMH-2026-000002-9.pdf"
    ]


def test_a_file_with_nothing_left_to_write_is_removed_and_a_failure_is_told(
    folder: Path, tmp_path: Path, state: SessionState
) -> None:
    def write(kind: SessionFile, _out: Path) -> None:
        if kind is SessionFile.CERTIFICATES:
            raise CommandRefused("nobody")
        raise StoreError("The disk is full.")

    assert renew_saved(find_saved(tmp_path, state, SESSION, ["a1"]), write) == (
        "The disk is full.",
    )
    assert not (folder / "Certificates.pdf").exists()
    assert (folder / "Attendance.csv").read_text() == "old"


def test_a_file_that_waits_for_a_passphrase_is_told_and_the_others_are_made_again(
    folder: Path, tmp_path: Path, state: SessionState
) -> None:
    def write(kind: SessionFile, out: Path) -> None:
        if kind is SessionFile.CERTIFICATES:
            raise SigningError("The files wait for the passphrase.")
        out.write_text("new")

    saved = find_saved(tmp_path, state, SESSION, ["a1"])
    assert renew_saved(saved, write) == ("The files wait for the passphrase.",)
    assert (folder / "Attendance.csv").read_text() == "new"


def test_nothing_saved_leaves_nothing_to_do(tmp_path: Path) -> None:
    def never(_kind: SessionFile, _out: Path) -> None:
        raise AssertionError

    assert renew_saved(SavedFiles(tmp_path), never) == ()
