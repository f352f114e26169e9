"""A rehearsal is a whole training: its room, its record and its four files."""

import json
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader

from imhtrainer.domain.certificate import is_serial
from imhtrainer.domain.roster import clean_name, fold_name
from imhtrainer.services.made_up_people import NAMES, make_people
from imhtrainer.services.rehearsal import Rehearsal, rehearse

STARTS = datetime(2026, 11, 21, 10, 0).astimezone()
WORKSHOP = Path(__file__).parents[2] / "slides" / "it-starts-on-day-1"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    return rehearse(WORKSHOP, tmp_path_factory.mktemp("rehearsal"), 24, 1, starts=STARTS)


@pytest.fixture(scope="module")
def record(done: Rehearsal) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(done.session.read_text("utf-8"))
    return read


def test_four_files_are_written(done: Rehearsal) -> None:
    names = sorted(path.name for path in done.session.parent.iterdir())
    assert names == ["certificates.pdf", "deck.pptx", "session.json", "slides.pdf"]
    assert sorted(path.name for path in done.paths) == names


def test_the_record_says_that_it_is_a_rehearsal(record: dict[str, Any]) -> None:
    assert record["rehearsal"] is True
    assert "made up" in record["note"]


def test_the_whole_training_was_taught_in_its_time(record: dict[str, Any]) -> None:
    assert (record["stage"], record["slide"], record["page"]) == (
        "ended",
        record["slides"],
        record["pages"],
    )
    assert record["started"] == STARTS.isoformat()
    assert 70 <= record["minutes_of_instruction"] <= 75


def test_people_come_late_leave_early_stay_away_and_walk_in(record: dict[str, Any]) -> None:
    people = record["attendees"]
    assert len(people) == 24
    assert sum(bool(p["presence"]) for p in people) == 22
    assert any(p["late_minutes"] > 0 for p in people)
    assert any(len(p["presence"]) > 1 for p in people)
    assert any(p["walk_in"] for p in people)
    reasons = {p["reason"] for p in people if not p["completed"]}
    assert "Did not come" in reasons
    assert any("needed" in reason for reason in reasons)


def test_all_five_checkpoints_were_held_and_one_was_voted_twice(record: dict[str, Any]) -> None:
    checkpoints = record["checkpoints"]
    assert [c["point"] for c in checkpoints] == [1, 2, 3, 4, 5]
    assert all(c["held"] and c["state"] == "revealed" for c in checkpoints)
    assert any(len(c["rounds"]) == 2 for c in checkpoints)
    for checkpoint in checkpoints:
        for vote in checkpoint["rounds"]:
            assert sum(vote["tally"].values()) == vote["answers"] <= 24
            assert vote["right"] <= vote["answers"]


def test_each_stay_is_in_order_and_ends(record: dict[str, Any]) -> None:
    for person in record["attendees"]:
        moments = [moment for stay in person["presence"] for moment in (stay["from"], stay["to"])]
        assert all(earlier <= later for earlier, later in pairwise(moments))


def test_who_completed_has_a_paper_that_is_no_certificate(
    done: Rehearsal, record: dict[str, Any]
) -> None:
    completed = [p for p in record["attendees"] if p["completed"]]
    papers = record["certificates"]
    assert len(papers) == len(completed) == done.completed
    assert all(is_serial(paper["serial"]) and paper["rehearsal"] for paper in papers)
    assert done.certificates is not None
    pages = PdfReader(done.certificates).pages
    assert len(pages) == len(papers)
    assert all("Rehearsal" in page.extract_text() for page in pages)


def test_the_deck_and_the_slides_have_all_pages_and_say_rehearsal(
    done: Rehearsal, record: dict[str, Any]
) -> None:
    slides = PdfReader(done.slides).pages
    assert len(slides) == len(Presentation(str(done.deck)).slides) == record["pages"]
    assert "Rehearsal with made-up people" in slides[0].extract_text()


def test_the_rooms_results_are_native_charts_in_the_deck(done: Rehearsal) -> None:
    shapes = [s for slide in Presentation(str(done.deck)).slides for s in slide.shapes]
    assert sum(shape.has_chart for shape in shapes) == 10


def test_the_same_seed_gives_the_same_room_and_another_seed_another(
    done: Rehearsal, record: dict[str, Any], tmp_path: Path
) -> None:
    def votes(seed: int) -> object:
        again = rehearse(WORKSHOP, tmp_path / str(seed), 24, seed, starts=STARTS)
        read = json.loads(again.session.read_text("utf-8"))
        return read["checkpoints"], read["attendees"]

    assert votes(1) == (record["checkpoints"], record["attendees"])
    assert votes(2) != (record["checkpoints"], record["attendees"])


def test_a_room_of_one_works(tmp_path: Path) -> None:
    done = rehearse(WORKSHOP, tmp_path, 1, 3, starts=STARTS)
    assert done.came == 1


def test_the_names_are_in_many_scripts_and_all_different() -> None:
    assert all(clean_name(name) == name for name in NAMES)
    assert len({fold_name(name) for name in NAMES}) == len(NAMES)
    people = make_people(700, Random(1))
    assert len({person.name for person in people}) == 700
    assert all(p.email.endswith("@example.org") for p in people if p.email)
