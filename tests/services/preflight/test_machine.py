from datetime import UTC, datetime
from pathlib import Path

import pytest

from imhtrainer.services.awake import Wakefulness
from imhtrainer.services.preflight import machine
from imhtrainer.services.preflight.finding import Judged
from imhtrainer.services.preflight.machine import (
    Power,
    look_at_disk,
    look_at_power,
    look_at_sleep,
)
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal

NOW = datetime(2026, 1, 31, 10, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "journal.sqlite").journal


def test_a_laptop_on_its_battery_is_asked_to_be_plugged_in() -> None:
    assert look_at_power(Power(100, True)).verdict == "good"
    assert look_at_power(Power(90, False)).verdict == "note"
    assert look_at_power(Power(30, False)) == Judged("wrong", "battery", ("30",))
    assert look_at_power(Power(None, True)).verdict == "good"


def test_the_journal_is_written_and_read_back_and_holds_no_session_more(journal: Journal) -> None:
    assert look_at_disk(journal, NOW).verdict == "good"
    assert journal.last_beat("trial") == NOW
    assert journal.sessions() == ()
    journal.close()


def test_a_journal_that_takes_nothing_is_wrong_and_its_folder_is_named(
    journal: Journal, tmp_path: Path
) -> None:
    journal.close()
    found = look_at_disk(journal, NOW)
    assert (found.verdict, found.key) == ("wrong", "unwritable")
    assert found.values[0] == str(tmp_path)


def test_a_full_disk_is_wrong(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LEAST_BYTES", 10**18)
    assert look_at_disk(journal, NOW).verdict == "wrong"
    journal.close()


def test_sleep_that_cannot_be_held_off_is_said() -> None:
    assert look_at_sleep(Wakefulness(True, "caffeinate")).verdict == "good"
    assert look_at_sleep(Wakefulness(False, why_not="no bus")).key == "sleepy"
