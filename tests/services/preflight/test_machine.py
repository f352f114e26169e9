from pathlib import Path

import pytest

from imhtrainer.services.awake import Wakefulness
from imhtrainer.services.preflight import machine
from imhtrainer.services.preflight.machine import (
    Power,
    look_at_disk,
    look_at_power,
    look_at_sleep,
)


def test_a_laptop_on_its_battery_is_asked_to_be_plugged_in() -> None:
    assert look_at_power(Power(100, True)).verdict == "good"
    assert look_at_power(Power(90, False)).verdict == "note"
    assert look_at_power(Power(30, False)).verdict == "wrong"
    assert "30 %" in look_at_power(Power(30, False)).words
    assert look_at_power(Power(None, True)).verdict == "good"


def test_a_folder_that_takes_files_and_has_room_is_good(tmp_path: Path) -> None:
    assert look_at_disk(tmp_path).verdict == "good"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_wrong_and_named(tmp_path: Path) -> None:
    found = look_at_disk(tmp_path / "gone")
    assert found.verdict == "wrong"
    assert "gone" in found.words


def test_a_full_disk_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LEAST_BYTES", 10**18)
    assert look_at_disk(tmp_path).verdict == "wrong"


def test_sleep_that_cannot_be_held_off_is_said_and_what_to_do() -> None:
    assert look_at_sleep(Wakefulness(True, "caffeinate")).verdict == "good"
    refused = look_at_sleep(Wakefulness(False, why_not="no bus"))
    assert refused.verdict == "note"
    assert "Never" in refused.words
