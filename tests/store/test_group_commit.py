"""Many answers at once cost few flushes, and none is said to be safe before its own."""

from concurrent.futures import wait
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event as Flag

import pytest
from sqlalchemy import event

from imhtrainer.domain.events import PhoneAnswered
from imhtrainer.domain.quiz import Answer
from imhtrainer.store.opening import open_journal
from imhtrainer.store.reader import JournalReader

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ANSWERS = 500


def answered(number: int) -> PhoneAnswered:
    return PhoneAnswered(NOW, "check-1", 1, f"maple {number}", Answer((1,)), 1, "k")


def test_what_comes_while_the_disk_is_busy_is_written_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_journal(tmp_path / "journal.sqlite").journal
    held, busy, commits = Flag(), Flag(), list[int]()

    def slow_commit(_connection: object) -> None:
        commits.append(JournalReader(journal.path).length("s"))
        busy.set()
        held.wait(10)

    event.listen(journal._engine, "commit", slow_commit)
    promises = [journal.append("s", (answered(0),))]
    assert busy.wait(10)
    promises += [journal.append("s", (answered(number),)) for number in range(1, ANSWERS)]
    assert not any(promise.done() for promise in promises)
    held.set()
    wait(promises, 10)
    assert all(promise.done() and promise.exception() is None for promise in promises)
    assert len(commits) == 2
    assert journal.length("s") == ANSWERS
    journal.close()


def test_a_promise_is_kept_only_once_its_row_can_be_read_from_the_disk(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.sqlite").journal
    reader = JournalReader(journal.path)
    seen: list[bool] = []

    def note(number: int, _promise: object) -> None:
        seen.append(reader.length("s") > number)

    for number in range(50):
        promise = journal.append("s", (answered(number),))
        promise.add_done_callback(partial(note, number))
    journal.flush()
    journal.close()
    assert seen == [True] * 50
