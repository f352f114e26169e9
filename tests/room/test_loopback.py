"""A rehearsal's phones are real: they join by name, answer over HTTP, and paper and hands stand beside them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from imhtrainer.room.loopback import loopback_phones
from imhtrainer.services.rehearsal import rehearse

STARTS = datetime(2026, 11, 21, 10, 0).astimezone()
WORKSHOP = Path(__file__).parents[2] / "slides" / "it-starts-on-day-1"


def rehearsed(folder: Path, seed: int) -> dict[str, Any]:
    done = rehearse(WORKSHOP, folder, 20, seed, starts=STARTS, phones=loopback_phones)
    record: dict[str, Any] = json.loads(done.session.read_text("utf-8"))
    return record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return rehearsed(tmp_path_factory.mktemp("rehearsal"), 1)


def test_phones_paper_and_hands_answered_every_checkpoint(record: dict[str, Any]) -> None:
    for checkpoint in record["checkpoints"]:
        first = checkpoint["rounds"][0]
        by = {source: sum(counts.values()) for source, counts in first["by"].items()}
        assert by["phone"] > by["hands"] > 0
        assert by["paper"] > 0
        assert sum(by.values()) == first["answers"] <= 20


def test_who_came_with_a_phone_was_signed_in_by_it(record: dict[str, Any]) -> None:
    came = [person for person in record["attendees"] if person["presence"]]
    assert len(came) == sum(person["here"] is False for person in came) >= 16


def test_the_same_seed_gives_the_same_record(record: dict[str, Any], tmp_path: Path) -> None:
    assert rehearsed(tmp_path, 1) == record
