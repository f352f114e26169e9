"""The chain: a record that was changed, cut or added to shows, and says which entry it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from imhtrainer.domain.events import AttendeesAdded, Event, PeoplePurged, Redacted, SlideShown
from imhtrainer.domain.roster import Attendee
from imhtrainer.services.audit import Audit, audit_session
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ANA = AttendeesAdded(NOW, (Attendee("a1", "Ana Lucía Fuentes"), Attendee("a2", "Bo Lee")))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite").journal
    opened.append("one", (ANA, *(SlideShown(NOW, n, 0) for n in range(5)))).result()
    opened.append("two", (SlideShown(NOW, 1, 0),)).result()
    opened.append("one", (SlideShown(NOW, 6, 0),)).result()
    yield opened
    opened.close()


def change(journal: Journal, *statements: str) -> None:
    """Somebody with another program is at the file."""
    with closing(sqlite3.connect(journal.path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()


def audit(journal: Journal, expected: str = "") -> Audit:
    return audit_session(JournalReader(journal.path), "one", expected)


def test_a_record_as_it_was_written_is_whole(journal: Journal) -> None:
    done = audit(journal)
    assert done.whole
    assert len(done.entries) == 7
    assert len(done.head) == 64


def test_one_flipped_byte_in_the_file_is_found_and_named(journal: Journal) -> None:
    journal.close()
    content = journal.path.read_bytes()
    place = content.index(b'"slide":3')
    journal.path.write_bytes(content[: place + 8] + b"4" + content[place + 9 :])
    assert audit(journal).faults == (
        "Entry 5 (SlideShown, 2026-11-21 10:00:00) was changed after it was written.",
    )


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE events SET at = '2026-11-22T10:00:00+00:00' WHERE number = 3", "Entry 3 "),
        ("UPDATE events SET kind = 'ScreenSet' WHERE session = 'one' AND number = 2", "Entry 2 "),
        ("DELETE FROM events WHERE session = 'one' AND number = 4", "Entry 4 is gone."),
        ("DELETE FROM links WHERE session = 'one' AND number = 4", "Entry 4 "),
        ("UPDATE links SET hash = zeroblob(32) WHERE session = 'one' AND number = 7", "Entry 7 "),
    ],
)
def test_what_was_done_to_an_entry_names_it(journal: Journal, statement: str, said: str) -> None:
    change(journal, statement)
    done = audit(journal)
    assert not done.whole
    assert done.faults[0].startswith(said)


def test_a_link_made_anew_for_a_changed_entry_breaks_the_next_one(journal: Journal) -> None:
    change(
        journal,
        "UPDATE events SET body = replace(body, '3', '4') WHERE session = 'one' AND number = 5",
        "UPDATE links SET digest = randomblob(32), hash = randomblob(32) WHERE number = 5",
    )
    assert [sentence[:8] for sentence in audit(journal).faults] == ["Entry 5 ", "Entry 6 "]


def test_an_end_cut_off_shows_to_who_kept_a_hash(journal: Journal) -> None:
    kept = audit(journal).head
    change(
        journal,
        "DELETE FROM events WHERE session = 'one' AND number > 5",
        "DELETE FROM links WHERE session = 'one' AND number > 5",
    )
    assert audit(journal).whole
    assert "No entry has the hash" in audit(journal, kept).faults[0]


def test_a_hash_kept_from_before_is_still_there_when_the_record_goes_on(journal: Journal) -> None:
    kept = audit(journal).head
    journal.append("one", (SlideShown(NOW, 9, 0),)).result()
    assert audit(journal, kept[:16]).whole
    assert audit(journal).head != kept


def test_a_journal_from_before_the_chain_is_read_and_gets_one_that_says_so(
    journal: Journal,
) -> None:
    journal.close()
    change(journal, "DROP TABLE links")
    before = JournalReader(journal.path)
    assert len(before.events("one")) == 7
    assert before.links("one") == ()
    again = open_journal(journal.path).journal
    again.append("one", (SlideShown(NOW, 7, 0),)).result()
    done = audit(again)
    assert done.whole
    assert done.report.adopted == tuple(range(1, 8))
    assert any("written without a chain" in note for note in done.notes)
    again.close()


def test_opening_closes_no_gap_within_a_chain(journal: Journal) -> None:
    journal.close()
    change(journal, "DELETE FROM links WHERE session = 'one' AND number = 4")
    again = open_journal(journal.path).journal
    assert not audit(again).whole
    again.close()


def test_a_second_opening_goes_on_with_the_chain(journal: Journal) -> None:
    journal.close()
    again = open_journal(journal.path).journal
    again.append("one", (SlideShown(NOW, 8, 0),)).result()
    again.close()
    assert audit(again).whole
    assert audit(again).report.adopted == ()


def test_a_clock_that_was_set_back_is_said_and_is_no_fault(journal: Journal) -> None:
    journal.append("one", (SlideShown(NOW.replace(year=2025), 8, 0),)).result()
    done = audit(journal)
    assert done.whole
    assert done.notes == (
        "Entry 8 is dated before the entry it follows: "
        "the clock was set back, or a time was put in later.",
    )


def purge(journal: Journal, changed: dict[int, Event], *people: str) -> None:
    def record(entries: tuple[Redacted, ...]) -> Event:
        return PeoplePurged(NOW, people, "asked by letter", entries)

    journal.rewrite("one", changed, record)


def test_a_purge_is_explained_and_leaves_the_chain_whole(journal: Journal) -> None:
    kept = audit(journal).head
    nobody = AttendeesAdded(NOW, (Attendee("a1", "Person 1 (removed)"), ANA.attendees[1]))
    purge(journal, {1: nobody}, "a1")
    done = audit(journal, kept)
    assert done.whole
    assert done.report.explained == (1,)
    assert journal.events("one")[0] == nobody
    journal.append("one", (SlideShown(NOW, 7, 0),)).result()
    assert audit(journal).whole


def test_two_purges_of_one_entry_are_both_explained(journal: Journal) -> None:
    purge(journal, {1: AttendeesAdded(NOW, (Attendee("a1", "x"), ANA.attendees[1]))}, "a1")
    purge(journal, {1: AttendeesAdded(NOW, (Attendee("a1", "x"), Attendee("a2", "y")))}, "a2")
    assert audit(journal).whole


def test_what_is_changed_after_a_purge_shows_as_ever(journal: Journal) -> None:
    purge(journal, {1: AttendeesAdded(NOW, (Attendee("a1", "x"), ANA.attendees[1]))}, "a1")
    change(journal, "UPDATE events SET body = replace(body, 'Bo Lee', 'Bo Loe') WHERE number = 1")
    assert audit(journal).faults[0].startswith("Entry 1 ")


def test_the_name_is_in_no_byte_of_the_files_after_a_purge(journal: Journal) -> None:
    files = [journal.path, Path(f"{journal.path}-wal")]
    name = "Ana Lucía Fuentes".encode()
    journal.flush()
    assert any(name in file.read_bytes() for file in files if file.exists())
    purge(journal, {1: AttendeesAdded(NOW, (Attendee("a1", "x"), ANA.attendees[1]))}, "a1")
    assert not any(name in file.read_bytes() for file in files if file.exists())


def test_a_purge_that_the_disk_refuses_changes_nothing(journal: Journal) -> None:
    change(
        journal,
        "CREATE TRIGGER full BEFORE INSERT ON links BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    nobody = AttendeesAdded(NOW, (Attendee("a1", "x"),))
    with pytest.raises(Exception, match="Could not write the journal"):
        purge(journal, {1: nobody}, "a1")
    change(journal, "DROP TRIGGER full")
    assert journal.events("one")[0] == ANA
    journal.append("one", (SlideShown(NOW, 7, 0),)).result()
    assert audit(journal).whole
