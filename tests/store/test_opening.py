"""A journal that cannot be used is kept aside with the date, said so, and never overwritten."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from imhtrainer.domain.errors import JournalDamaged, StoreError
from imhtrainer.domain.events import SessionStarted, SlideShown
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
KEPT = "journal (kept aside 2026-11-21 10.00.00).sqlite"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with three hundred events."""
    path = tmp_path / "journal.sqlite"
    journal = open_journal(path).journal
    journal.append("one", tuple(SlideShown(NOW, number, 0) for number in range(300)))
    journal.close()
    return path


def random_bytes(path: Path) -> None:
    path.write_bytes(Random(1).randbytes(20_000))


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def a_torn_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:12288] = Random(2).randbytes(4096)
    path.write_bytes(bytes(content))


def change(path: Path, statement: str) -> None:
    link = sqlite3.connect(path)
    with link:
        link.execute(statement)
    link.close()


def newer_tables(path: Path) -> None:
    change(path, "PRAGMA user_version = 2")


def newer_events(path: Path) -> None:
    change(path, "UPDATE events SET kind = 'PhoneJoined' WHERE number = 7")


def another_program(path: Path) -> None:
    path.unlink()
    change(path, "CREATE TABLE mails (subject TEXT)")


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (random_bytes, "damaged"),
        (truncated, "damaged"),
        (a_torn_page, "damaged"),
        (newer_tables, "newer IMH Trainer"),
        (newer_events, "newer IMH Trainer"),
        (another_program, "another program"),
    ],
)
def test_an_unusable_journal_is_kept_as_it_is_and_a_new_one_begins(
    harm: Callable[[Path], None], why: str, path: Path
) -> None:
    harm(path)
    before = path.read_bytes()
    opened = open_journal(path, NOW)
    assert opened.kept_aside == path.with_name(KEPT)
    assert opened.kept_aside.read_bytes() == before
    assert why in opened.why
    assert KEPT in opened.why
    assert opened.journal.sessions() == ()
    opened.journal.append("new", (SessionStarted(NOW),)).result()
    opened.journal.close()
    assert JournalReader(path).sessions() == ("new",)


@pytest.mark.parametrize("harm", [newer_tables, newer_events, a_torn_page])
def test_a_new_journal_goes_on_with_the_serials_where_the_kept_one_stopped(
    harm: Callable[[Path], None], path: Path
) -> None:
    before = open_journal(path).journal
    before.reserve_serials(2026, 12)
    before.close()
    harm(path)
    opened = open_journal(path, NOW)
    assert opened.kept_aside is not None
    assert opened.journal.reserve_serials(2026, 2) == range(13, 15)
    opened.journal.close()


def test_the_same_second_twice_keeps_both(path: Path) -> None:
    for number in range(3):
        path.write_bytes(b"x" * (number + 1))
        open_journal(path, NOW).journal.close()
    kept = sorted(p.stat().st_size for p in path.parent.glob("*kept aside*.sqlite"))
    assert kept == [1, 2, 3]


def test_what_belongs_to_a_damaged_journal_goes_with_it(path: Path) -> None:
    random_bytes(path)
    Path(f"{path}-wal").write_bytes(b"unfinished")
    opened = open_journal(path, NOW)
    opened.journal.close()
    assert Path(f"{path.with_name(KEPT)}-wal").read_bytes() == b"unfinished"


def test_a_sound_journal_is_left_alone(path: Path) -> None:
    opened = open_journal(path, NOW)
    assert (opened.kept_aside, opened.why) == (None, "")
    assert opened.journal.length("one") == 300
    opened.journal.close()


def test_an_empty_file_is_a_journal_that_was_just_begun(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    path.touch()
    opened = open_journal(path, NOW)
    assert opened.kept_aside is None
    opened.journal.close()


def test_reading_beside_says_so_and_touches_nothing(path: Path) -> None:
    random_bytes(path)
    with pytest.raises(JournalDamaged, match="Start the app"):
        JournalReader(path).sessions()
    assert not list(path.parent.glob("*kept aside*"))


def test_a_place_that_cannot_hold_a_journal_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="a file stands where a folder must be"):
        open_journal(tmp_path / "file" / "journal.sqlite")
    folder = tmp_path / "journal.sqlite"
    folder.mkdir()
    with pytest.raises(StoreError, match="journal"):
        open_journal(folder)
