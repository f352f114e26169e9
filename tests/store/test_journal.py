"""The journal: in order, on disk before it says so, kept in memory where the disk refuses."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Event as Signal
from threading import Thread

import pytest
from sqlalchemy import Engine, event

from imhtrainer.domain.errors import JournalDamaged, StoreError
from imhtrainer.domain.events import (
    AttendeesAdded,
    Event,
    HandsCounted,
    SessionStarted,
    SlideShown,
)
from imhtrainer.domain.roster import Attendee
from imhtrainer.store.codec import EventCodec, EventRow
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader

NOW = datetime(2026, 11, 21, 10, 0, 0, 123456, tzinfo=timezone(timedelta(hours=-5)))
TEN = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    opened = open_journal(path).journal
    yield opened
    opened.close()


@contextmanager
def full_disk(pages: int) -> Iterator[Callable[[], None]]:
    """SQLite finds no room for more than so many pages, until the given function is called."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    def free() -> None:
        if event.contains(Engine, "connect", limit):
            event.remove(Engine, "connect", limit)

    event.listen(Engine, "connect", limit)
    try:
        yield free
    finally:
        free()


def many(count: int) -> tuple[Event, ...]:
    """An event that takes room."""
    return (AttendeesAdded(NOW, tuple(Attendee(f"a{n}", "Ana " * 40) for n in range(count))),)


def test_what_was_appended_is_read_back_in_order(journal: Journal) -> None:
    events: tuple[Event, ...] = (
        SessionStarted(NOW),
        SlideShown(NOW, 3, 1),
        HandsCounted(NOW, "check-1", 2, 14),
        AttendeesAdded(NOW, (Attendee("a1", "Nguyễn Thị Ánh"), Attendee("a2", "مريم السيد"))),
    )
    journal.append("one", events[:2])
    journal.append("one", events[2:]).result()
    assert journal.events("one") == events
    assert journal.length("one") == 4


def test_events_can_be_read_before_they_are_on_disk(journal: Journal) -> None:
    for number in range(200):
        journal.append("one", (SlideShown(NOW, number, 0),))
    assert len(journal.events("one")) == 200


def test_sessions_are_listed_as_they_were_made_and_kept_apart(journal: Journal) -> None:
    for name in ("b", "a", "b", "c"):
        journal.append(name, (SessionStarted(NOW),)).result()
    assert journal.sessions() == ("b", "a", "c")
    assert [len(journal.events(name)) for name in "abc"] == [1, 2, 1]
    assert journal.events("nobody") == ()


def test_a_second_opening_goes_on_where_the_first_stopped(path: Path) -> None:
    for number in range(3):
        journal = open_journal(path).journal
        journal.append("one", (SlideShown(NOW, number, 0),)).result()
        journal.close()
    slides = [e.slide for e in JournalReader(path).events("one") if isinstance(e, SlideShown)]
    assert slides == [0, 1, 2]


def test_a_running_journal_is_read_from_beside(journal: Journal, path: Path) -> None:
    journal.append("one", (SessionStarted(NOW),)).result()
    assert JournalReader(path).events("one") == (SessionStarted(NOW),)
    assert JournalReader(path.with_name("none.sqlite")).sessions() == ()


def test_closing_writes_what_waits(path: Path) -> None:
    journal = open_journal(path).journal
    futures = [journal.append("one", (SlideShown(NOW, n, 0),)) for n in range(50)]
    journal.close()
    assert all(future.done() for future in futures)
    assert JournalReader(path).length("one") == 50
    with pytest.raises(StoreError, match="closed"):
        journal.append("one", (SessionStarted(NOW),))


def test_many_threads_may_write_at_once(journal: Journal) -> None:
    def write(name: str) -> None:
        for number in range(40):
            journal.append(name, (SlideShown(NOW, number, 0),))

    threads = [Thread(target=write, args=(f"s{n % 2}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    journal.flush()
    assert [journal.length("s0"), journal.length("s1")] == [80, 80]


def test_the_last_beat_is_remembered(journal: Journal) -> None:
    assert journal.last_beat("one") is None
    for second in range(3):
        journal.beat("one", NOW + timedelta(seconds=second))
    journal.flush()
    assert journal.last_beat("one") == NOW + timedelta(seconds=2)


def test_serials_are_never_given_twice_even_after_opening_again(path: Path) -> None:
    first = open_journal(path).journal
    beside = Journal(path)
    given = [*first.reserve_serials(2026, 3), *beside.reserve_serials(2026, 2)]
    first.close()
    beside.close()
    again = open_journal(path).journal
    given += [*again.reserve_serials(2026, 1), *again.reserve_serials(2027, 1)]
    assert again.next_serial(2026) == 7
    assert again.next_serial(2026, after=417_000) == 417_001
    given += [*again.reserve_serials(2026, 2, after=417_000), *again.reserve_serials(2026, 1)]
    again.close()
    assert given == [1, 2, 3, 4, 5, 6, 1, 417_001, 417_002, 417_003]


def test_a_full_disk_is_said_and_everything_is_written_once_there_is_room(path: Path) -> None:
    with full_disk(pages=12) as free:
        journal = open_journal(path).journal
        told: list[StoreError | None] = []
        well = Signal()

        def hear(error: StoreError | None) -> None:
            told.append(error)
            if error is None:
                well.set()

        journal.watch_trouble(hear)
        journal.append("one", (SessionStarted(NOW),)).result()
        refused = journal.append("one", many(500))
        with pytest.raises(StoreError, match=r"disk is full\. Free some space"):
            refused.result()
        assert len(journal.events("one")) == 2
        assert journal.length("one") == 1
        free()
        last = journal.append("one", (SlideShown(NOW, 1, 0),))
        last.result()
        assert well.wait(10)
        assert [type(error) for error in told] == [StoreError, type(None)]
        assert journal.length("one") == 3
        journal.close()
    assert JournalReader(path).events("one") == (
        SessionStarted(NOW),
        *many(500),
        SlideShown(NOW, 1, 0),
    )


def test_what_could_not_be_written_is_tried_again_without_being_asked(path: Path) -> None:
    with full_disk(pages=12) as free:
        journal = open_journal(path).journal
        well = Signal()
        journal.watch_trouble(lambda error: well.set() if error is None else None)
        with pytest.raises(StoreError):
            journal.append("one", many(500)).result()
        free()
        assert well.wait(10)
        assert journal.length("one") == 1
        journal.close()


def test_an_observer_that_forgot_hears_nothing_more(journal: Journal) -> None:
    told: list[StoreError | None] = []
    forget = journal.watch_trouble(told.append)
    forget()
    with full_disk(pages=1):
        journal.append("one", (SessionStarted(NOW),)).result()
    assert not told


def test_an_observer_that_fails_stops_nothing(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def burst(error: StoreError | None) -> None:
        raise RuntimeError("the window is gone")

    with full_disk(pages=12) as free:
        journal = open_journal(path).journal
        journal.watch_trouble(burst)
        with pytest.raises(StoreError):
            journal.append("one", many(500)).result()
        free()
        journal.append("one", (SessionStarted(NOW),)).result()
        journal.close()
    assert "the window is gone" in caplog.text
    assert JournalReader(path).length("one") == 2


def test_an_entry_that_cannot_be_read_says_which(journal: Journal, path: Path) -> None:
    journal.append("one", (SessionStarted(NOW),)).result()
    journal.close()
    with sqlite3.connect(path) as link:
        link.execute("UPDATE events SET body = x'7B'")
    link.close()
    with pytest.raises(JournalDamaged, match="Entry 1 of session one"):
        JournalReader(path).events("one")


def test_a_path_with_odd_letters_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "Ana & Bao? 100% #1" / "journal.sqlite"
    journal = open_journal(path).journal
    journal.append("one", (SessionStarted(NOW),)).result()
    journal.close()
    assert path.is_file()
    assert JournalReader(path).sessions() == ("one",)


def test_half_a_letter_is_refused_in_a_sentence_and_nothing_is_recorded(journal: Journal) -> None:
    with pytest.raises(StoreError, match="half a letter"):
        journal.append("one", (AttendeesAdded(NOW, (Attendee("a1", "Ana \ud83d"),)),))
    journal.append("one", (SessionStarted(NOW),)).result()
    assert journal.events("one") == (SessionStarted(NOW),)


def test_times_keep_their_zone_and_their_microseconds(journal: Journal) -> None:
    journal.append("one", (SessionStarted(NOW), SessionStarted(NOW.astimezone(UTC)))).result()
    read = journal.events("one")
    assert [e.at.utcoffset() for e in read] == [timedelta(hours=-5), timedelta(0)]
    assert read[0].at == NOW


def test_a_fact_that_a_later_version_added_is_passed_over() -> None:
    body = b'{"at":"2026-11-21T10:00:00Z","slide":3,"step":1,"seen_by":"phones"}'
    row = EventRow("one", 1, NOW.isoformat(), "SlideShown", body)
    assert EventCodec().read(row) == SlideShown(TEN, 3, 1)


def test_a_fact_that_an_earlier_version_did_not_know_has_its_default() -> None:
    body = b'{"at":"2026-11-21T10:00:00Z","attendees":[{"id":"a1","name":"Ana"}]}'
    row = EventRow("one", 1, NOW.isoformat(), "AttendeesAdded", body)
    assert EventCodec().read(row) == AttendeesAdded(TEN, (Attendee("a1", "Ana"),))
