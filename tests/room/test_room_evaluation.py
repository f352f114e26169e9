"""The evaluation on phones: handed in once a seat, changed until it is closed, and nobody's whatever the record."""

import json
from pathlib import Path
from typing import Any

import pytest

from imhtrainer.domain.evaluation import evaluation_items, summarise_evaluations
from imhtrainer.domain.events import EvaluationClosed, SeatHandedIn
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    EndSession,
    InvitePhones,
    MoveSeat,
    OpenEvaluation,
)
from imhtrainer.room.seats import hash_token
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.opening import open_journal
from tests.room.conftest import CODE, NOW, Phone, Room

KEYS = tuple(f"{number:032x}" for number in range(1, 9))


def write(phone: Phone, mark: int, comment: str = "", key: str = KEYS[0]) -> Any:
    """Hand in a form that has one mark throughout."""
    asked = phone.get("/api/form").json()
    ratings = [mark] * len(asked["items"])
    return phone.post("/api/form", key=key, ratings=ratings, comments=[comment, "", ""])


def begin(room: Room) -> None:
    room.ask()
    room.do(OpenEvaluation(NOW))


def boxed(room: Room) -> Path:
    return room.path.with_name("evaluations") / "s.json"


def test_phones_are_told_when_the_evaluation_opens_and_closes(room: Room) -> None:
    phone = room.seated()
    assert phone.state()["evaluation"] == "off"
    begin(room)
    assert phone.state()["evaluation"] == "open"
    assert write(phone, 4).json() == {"saved": True}
    assert phone.state()["evaluation"] == "handed_in"
    room.session.evaluations.close()
    assert phone.state()["evaluation"] == "off"
    late = write(phone, 5)
    assert (late.status_code, late.json()["reason"]) == (409, "closed")


def test_it_goes_on_after_the_training_has_ended(room: Room) -> None:
    phone = room.seated()
    begin(room)
    room.do(EndSession(NOW))
    assert write(phone, 4).status_code == 200
    room.session.evaluations.close()
    assert [form.ratings[0] for form in room.session.state.forms] == [4]


def test_a_form_is_changed_by_who_has_its_key_and_counts_once(room: Room) -> None:
    phone, other = room.seated(), room.phone()
    begin(room)
    write(phone, 2, "Too fast")
    write(phone, 5, "  Just \n right ")
    other.join(seat=phone.seat)
    stranger = write(other, 1, key=KEYS[1])
    assert stranger.status_code == 409
    assert "phone it was written on" in stranger.json()["error"]
    room.session.evaluations.close()
    forms = room.session.state.forms
    assert [(form.ratings[0], form.comments[0]) for form in forms] == [(5, "Just right")]
    assert len([s for s in room.session.state.seats if s.handed_in]) == 1


def test_what_was_handed_in_is_on_disk_and_survives_the_program(room: Room) -> None:
    phone = room.seated()
    begin(room)
    write(phone, 3)
    journal = open_journal(room.path).journal
    again = TrainingSession("s", journal, lambda: NOW, replay(journal.events("s")))
    again.evaluations.close()
    assert [form.ratings[0] for form in again.state.forms] == [3]
    assert not boxed(room).exists()
    assert replay(journal.events("s")) == again.state
    journal.close()


def test_nothing_in_the_record_says_whose_form_is_whose(room: Room) -> None:
    room.do(InvitePhones(NOW, CODE, "typed"))
    people = [
        Attendee(f"person-{n}", name) for n, name in enumerate(("Ana Ruiz", "Bo Lee", "Cy Day"))
    ]
    room.do(AddAttendees(NOW, tuple(people)))
    phones = [room.phone() for _ in people]
    for phone, person in zip(phones, people, strict=True):
        phone.join(name=person.name)
    begin(room)
    for number, phone in enumerate(phones):
        write(phone, number + 1, f"Comment {number}", KEYS[number])
    before = room.journal.events("s")
    assert "Comment" not in str(before)
    kept = json.loads(boxed(room).read_text())
    assert not any(phone.seat in str(kept) for phone in phones)
    assert [form["mark"] for form in kept] == sorted(hash_token(key) for key in KEYS[:3])
    room.session.evaluations.close()
    events = room.journal.events("s")
    handed = [event.seat for event in events if isinstance(event, SeatHandedIn)]
    assert handed == [phone.seat for phone in phones]
    closed = next(event for event in events if isinstance(event, EvaluationClosed))
    assert [form.mark for form in closed.forms] == sorted(form.mark for form in closed.forms)
    assert not any(person.name in str(closed) or person.id in str(closed) for person in people)
    assert all(room.session.state.has_handed_in(person.id) for person in people)


def test_opened_again_it_takes_changes_to_what_was_closed_before(room: Room) -> None:
    first, second = room.seated(), room.seated()
    begin(room)
    write(first, 2)
    room.session.evaluations.close()
    room.do(OpenEvaluation(NOW))
    assert write(first, 4).status_code == 200
    write(second, 5, key=KEYS[1])
    room.session.evaluations.close()
    items = evaluation_items(room.session.state.plan)
    summary = summarise_evaluations(items, room.session.state.forms)
    assert summary[0].counts == (0, 0, 0, 1, 1)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"key": KEYS[0], "ratings": [], "comments": ["x", "", ""]}, 409),
        ({"key": KEYS[0], "ratings": [6], "comments": []}, 400),
        ({"key": "short", "ratings": [5], "comments": []}, 400),
        ({"key": KEYS[0], "ratings": [5], "comments": ["x" * 1001]}, 400),
        ({"key": KEYS[0], "ratings": [5], "comments": ["x" * 17_000]}, 413),
    ],
)
def test_what_is_no_form_is_refused(room: Room, body: dict[str, Any], status: int) -> None:
    phone = room.seated()
    begin(room)
    assert phone.post("/api/form", **body).status_code == status
    assert phone.state()["evaluation"] == "open"
    assert not boxed(room).exists()


def test_a_form_with_nothing_on_it_is_refused_in_a_sentence(room: Room) -> None:
    phone = room.seated()
    begin(room)
    assert write(phone, 0).json()["error"].startswith("This form is empty")


def test_a_disk_that_refuses_is_told_and_no_seat_counts_as_handed_in(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = room.seated()
    begin(room)
    boxed(room).parent.write_text("a file stands where the folder should be")
    answer = write(phone, 4)
    assert (answer.status_code, answer.json()["reason"]) == (503, "disk")
    assert phone.state()["evaluation"] == "open"
    boxed(room).parent.unlink()
    assert write(phone, 4).status_code == 200


def test_a_stranger_and_a_phone_that_was_let_go_hand_in_nothing(room: Room) -> None:
    phone = room.seated()
    begin(room)
    assert room.phone().get("/api/form").status_code == 401
    room.do(MoveSeat(NOW, phone.seat, hash_token("elsewhere")))
    body = {"key": KEYS[0], "ratings": [5] * 7, "comments": []}
    assert phone.post("/api/form", **body).status_code == 401
