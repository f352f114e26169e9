"""A phone and a running room: joining, answering, being told, whatever happens on the way."""

import pytest

from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    CloseRound,
    CountHands,
    EndSession,
    GoTo,
    InterruptSession,
    InvitePhones,
    OpenRound,
    OpenSitting,
    Reveal,
    VoidRound,
)
from tests.room.conftest import CODE, NOW, Room


def test_a_phone_joins_answers_and_is_told_it_is_saved(room: Room) -> None:
    phone = room.seated()
    assert phone.state()["items"] == []
    room.ask()
    item = phone.state()["items"][0]
    assert (item["checkpoint"], item["state"], item["mine"]) == ("check-1", "open", None)
    assert [choice["letter"] for choice in item["choices"]] == ["A", "B", "C"]
    saved = phone.answer(1)
    assert (saved.status_code, saved.json()["saved"]) == (200, True)
    assert phone.state()["items"][0]["mine"]["choices"] == [1]


def test_what_was_said_to_be_saved_is_in_the_journal(room: Room) -> None:
    phone = room.seated()
    room.ask()
    phone.answer(2)
    question = replay(room.journal.events("s")).question("check-1")
    assert question is not None
    assert question.rounds[0].counts == (0, 0, 1)


def test_an_answer_sent_again_counts_once_and_an_overtaken_one_is_told_what_counts(
    room: Room,
) -> None:
    phone = room.seated()
    room.ask()
    phone.answer(0, key="first", tap=1)
    phone.answer(1, key="second", tap=2)
    again = phone.answer(0, key="first", tap=1)
    assert again.status_code == 200
    assert (again.json()["mine"]["choices"], again.json()["tap"]) == ([1], 2)


def test_a_closed_round_takes_no_answer_and_the_phone_is_told_why(room: Room) -> None:
    phone = room.seated()
    room.ask()
    room.do(CloseRound(NOW))
    late = phone.answer(0)
    assert late.status_code == 409
    body = late.json()
    assert (body["saved"], body["reason"], body["error"]) == (False, "closed", "Voting is closed.")
    assert body["state"]["items"][0]["state"] == "closed"


def test_an_answer_the_question_does_not_have_is_refused(room: Room) -> None:
    phone = room.seated()
    room.ask()
    assert phone.answer(7).json()["reason"] == "answer"
    assert phone.answer(0, 1).json()["reason"] == "answer"


def test_rather_not_saying_is_an_answer(room: Room) -> None:
    phone = room.seated()
    room.ask()
    assert phone.answer().json()["mine"]["declined"]


def test_nothing_of_the_answer_or_the_tally_leaves_before_the_reveal(room: Room) -> None:
    phone, other = room.seated(), room.seated()
    room.ask()
    other.answer(0)
    room.do(CountHands(NOW, 1, 9))
    while_open = phone.get("/api/state").text
    room.do(CloseRound(NOW))
    for body in (while_open, phone.get("/api/state").text):
        assert '"reveal":null' in body
        assert "counts" not in body
        assert "right" not in body
    room.do(Reveal(NOW))
    reveal = phone.state()["items"][0]["reveal"]
    assert (reveal["right"], reveal["counts"], reveal["total"]) == ([1], [1, 9, 0], 10)
    assert (reveal["was_right"], other.state()["items"][0]["reveal"]["was_right"]) == (None, False)


def test_a_second_vote_is_a_new_round_and_a_void_one_is_asked_anew(room: Room) -> None:
    phone = room.seated()
    room.ask()
    phone.answer(0)
    room.do(CloseRound(NOW))
    room.do(OpenRound(NOW))
    item = phone.state()["items"][0]
    assert (item["round"], item["vote"], item["mine"], item["state"]) == (2, 2, None, "open")
    room.do(VoidRound(NOW, "misread"))
    item = phone.state()["items"][0]
    assert (item["round"], item["vote"]) == (3, 2)


def test_a_sitting_shows_all_its_items_and_takes_them_in_any_order(room: Room) -> None:
    phone = room.seated()
    room.ask()
    room.do(GoTo(NOW, 2, leave=True))
    room.do(OpenSitting(NOW, "pre"))
    state = phone.state()
    assert state["sitting"]
    assert [(i["checkpoint"], i["number"], i["of"]) for i in state["items"]] == [
        ("pre-1", 1, 3),
        ("pre-2", 2, 3),
        ("pre-3", 3, 3),
    ]
    body = {"round": 1, "key": "x", "tap": 1, "choices": [2]}
    assert phone.post("/api/answers", checkpoint="pre-3", **body).status_code == 200


def test_a_person_goes_on_with_another_phone_by_the_seats_code(room: Room) -> None:
    old = room.seated()
    room.ask()
    old.answer(1)
    new = room.phone()
    assert new.join(seat=old.seat.upper().replace(" ", "-")).status_code == 200
    assert new.seat == old.seat
    assert new.state()["items"][0]["mine"]["choices"] == [1]
    assert old.get("/api/state").status_code == 401


def test_the_seat_survives_a_crash_and_restart_of_the_program(room: Room) -> None:
    phone = room.seated()
    room.ask()
    phone.answer(1)
    room.server.stop()
    room.session._state = replay(room.journal.events("s"))
    room.do(InterruptSession(NOW))
    url = room.server.start("127.0.0.1").url
    phone.web.base_url = url
    state = phone.state()
    assert (state["stage"], state["items"][0]["mine"]["choices"]) == ("paused", [1])
    assert phone.answer(2, key="after", tap=2).status_code == 200


def test_a_typed_name_checks_in_only_when_the_facilitator_allows_it(room: Room) -> None:
    room.do(AddAttendees(NOW, (Attendee("a1", "Ana Ruiz"),)))
    phone = room.seated()
    assert phone.post("/api/name", name="Ana Ruiz").json()["person"] == "none"
    room.do(InvitePhones(NOW, CODE, "typed"))
    assert phone.post("/api/name", name="ana ruiz").json()["person"] == "linked"
    assert room.session.state.present == ("a1",)
    other = room.phone()
    other.join(name="Chidi Okoro")
    assert other.state()["person"] == "waiting"


def test_nobody_is_listed_to_strangers_and_the_search_tells_few(room: Room) -> None:
    people = tuple(Attendee(f"a{n}", f"Ana Number {n}") for n in range(9))
    room.do(AddAttendees(NOW, people))
    phone = room.seated()
    assert phone.get("/api/people?q=ana").json() == {"people": []}
    room.do(InvitePhones(NOW, CODE, "search"))
    assert room.phone().get("/api/people?q=ana").status_code == 401
    assert phone.get("/api/people?q=a").json() == {"people": []}
    found = phone.get("/api/people?q=numb").json()["people"]
    assert len(found) == 5
    named = phone.post("/api/name", attendee=found[0]["id"]).json()
    assert (named["person"], named["name"]) == ("linked", found[0]["name"])


def test_who_leaves_gives_the_seat_up(room: Room) -> None:
    phone = room.seated()
    assert phone.post("/api/leave").status_code == 200
    assert phone.get("/api/state").status_code == 401


def test_after_the_end_phones_are_told_so(room: Room) -> None:
    phone = room.seated()
    room.ask()
    room.do(EndSession(NOW))
    assert phone.state()["stage"] == "ended"
    assert phone.answer(0).status_code == 409


@pytest.mark.parametrize("stopped", range(3))
def test_stopping_and_starting_again_serves_the_same_seats(room: Room, stopped: int) -> None:
    phone = room.seated()
    for _ in range(stopped + 1):
        room.server.stop()
        phone.web.base_url = room.server.start("127.0.0.1").url
    assert phone.get("/api/state").status_code == 200
