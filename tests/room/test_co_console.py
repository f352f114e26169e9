"""A co-facilitator's console and a running room: coming in, steering, the desk, and that no phone gets there."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from imhtrainer.domain.deck import Paragraph, Run
from imhtrainer.domain.events import Ease
from imhtrainer.domain.notes import note_parts
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.script import Said, Script, SlideScript
from imhtrainer.domain.session import SessionState, replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    CloseRound,
    DismissCoFacilitators,
    EaseRoom,
    InviteCoFacilitator,
    InvitePhones,
    Next,
    Reveal,
    StartSession,
    TakeQuestion,
)
from imhtrainer.room.seats import make_co_code
from imhtrainer.room.server import RoomServer
from tests.room.conftest import HERE, NOW, Phone, Room

CO_CODE = "K7QM2R9TPX"
SAY = Paragraph((Run("Say.", bold=True), Run(" Welcome. I am "), Run("glad", italic=True)), 1)
SCRIPT = Script(
    {
        "title": SlideScript("It Starts on Day 1", note_parts((SAY,)), (Said(0, "A hand."),)),
        "build": SlideScript("Two things", (), (Said(1, "First."), Said(2, "Second."))),
        "check-1": SlideScript(
            "Which?", (), (Said(0, "A: One. B: Two. C: Three."),), "B: Two. So."
        ),
    }
)


class Console(Phone):
    """A tablet on which somebody helps."""

    number = 0

    def come_in(self, code: str = CO_CODE) -> httpx.Response:
        answer = self.post("/co/api/join", code=code, name="Noor")
        if answer.status_code == 200:
            self.token = answer.json()["token"]
        return answer

    def look(self) -> Any:
        return self.get("/co/api/state").json()

    def press(self, do: str, **more: Any) -> httpx.Response:
        self.number += 1
        facts = {"key": f"press-{self.number:04}", "seen": self.look()["seen"], **more}
        return self.post("/co/api/do", do=do, **facts)


@pytest.fixture
def helped(room: Room, tmp_path: Path) -> Room:
    """A room whose facilitator has invited a co-facilitator."""
    room.server.stop()
    room.server = RoomServer(room.session, tmp_path / "web", script=lambda _plan: SCRIPT)
    room.url = room.server.start(HERE).url
    room.do(InviteCoFacilitator(NOW, CO_CODE))
    return room


def console_in(room: Room) -> Console:
    console = Console(room.phone().web)
    assert console.come_in().status_code == 200
    return console


def test_a_console_comes_in_with_the_code_however_it_is_typed(helped: Room) -> None:
    console = Console(helped.phone().web)
    for wrong in ("", "4827", "K7QM2-R9TPY"):
        refused = console.come_in(wrong)
        assert (refused.status_code, refused.json()["reason"]) == (403, "code")
    assert console.come_in("k7qm2-r9tpx").status_code == 200
    assert console.look()["name"] == "Noor"


def test_a_code_is_long_and_never_the_same(helped: Room) -> None:
    assert len({make_co_code() for _ in range(50)}) == 50
    assert all(len(make_co_code()) == 10 for _ in range(5))


def test_guessing_is_slowed_down_for_everybody_from_an_address(helped: Room) -> None:
    console = Console(helped.phone().web)
    answers = [console.come_in("AAAAABBBBB").status_code for _ in range(8)]
    assert answers == [403] * 6 + [429] * 2
    waits = console.come_in()
    assert waits.status_code == 429
    assert int(waits.headers["Retry-After"]) > 0


def test_the_journal_holds_no_token(helped: Room) -> None:
    console = console_in(helped)
    helped.journal.flush()
    kept = b"".join(path.read_bytes() for path in helped.path.parent.glob("journal.sqlite*"))
    assert len(console.token) >= 32
    assert console.token.encode() not in kept
    assert b"Noor" in kept


ROUTES = (
    ("GET", "/co/api/state"),
    ("POST", "/co/api/do"),
    ("GET", "/co/api/slide?at=0"),
    ("GET", "/co/api/picture?slide=0&step=0"),
    ("GET", "/co/api/outline"),
    ("GET", "/co/api/people?q=an"),
)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_an_attendees_phone_reaches_none_of_it(helped: Room, method: str, path: str) -> None:
    helped.do(AddAttendees(NOW, (Attendee("a1", "Ana Ruiz"),)))
    phone = helped.seated()
    for headers in ({}, {"Authorization": f"Bearer {phone.token}"}):
        body = {"key": "12345678", "do": "next"} if method == "POST" else None
        refused = phone.web.request(method, path, headers=headers, json=body)
        assert (refused.status_code, refused.json()["reason"]) == (401, "co")
        assert refused.json()["state"] is None
        assert "Ana" not in refused.text


def test_the_rooms_code_opens_no_console_and_a_phones_socket_is_let_go(helped: Room) -> None:
    phone = helped.seated()
    with connect(helped.url.replace("http", "ws") + "/co/ws", proxy=None) as pushed:
        pushed.send(json.dumps({"token": phone.token}))
        with pytest.raises(ConnectionClosed) as closed:
            pushed.recv(timeout=20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


def test_a_console_has_no_seat(helped: Room) -> None:
    console = console_in(helped)
    assert console.get("/api/state").status_code == 401
    assert console.answer(0).status_code == 401


def test_next_is_on_disk_and_the_record_says_that_a_co_facilitator_pressed(helped: Room) -> None:
    helped.do(StartSession(NOW))
    console = console_in(helped)
    told = console.press("next").json()
    assert (told["here"]["slide"], told["next"]["step"]) == (1, 1)
    kept = helped.journal.events("s")
    assert [type(event).__name__ for event in kept[-2:]] == ["CoFacilitatorActed", "SlideShown"]
    assert replay(kept).slide == 1


def test_a_press_for_a_slide_that_is_over_is_refused_and_told_what_is_true(helped: Room) -> None:
    helped.do(StartSession(NOW))
    console = console_in(helped)
    seen = console.look()["seen"]
    helped.do(Next(NOW))
    late = console.press("next", seen=seen)
    assert (late.status_code, late.json()["reason"]) == (409, "moved")
    assert late.json()["state"]["here"]["slide"] == 1
    assert helped.session.state.slide == 1


def test_a_press_sent_again_moves_once(helped: Room) -> None:
    helped.do(StartSession(NOW))
    console = console_in(helped)
    seen = console.look()["seen"]
    sent = [console.press("next", seen=seen, key="one-press").status_code for _ in range(3)]
    assert sent == [200, 200, 200]
    assert helped.session.state.slide == 1


def test_an_unanswered_checkpoint_is_asked_about_once(helped: Room) -> None:
    helped.ask()
    console = console_in(helped)
    asked = console.press("next")
    assert (asked.status_code, asked.json()["reason"]) == (409, "waiting")
    assert console.press("next", leave=True).json()["here"]["slide"] == helped.checkpoint + 1


def test_a_vote_is_counted_by_source_closed_opened_again_and_revealed(helped: Room) -> None:
    helped.ask()
    helped.seated().answer(1)
    console = console_in(helped)
    vote = console.press("count", choice=1, hands=4).json()["vote"]
    assert [c["hands"] + c["phones"] for c in vote["choices"]] == [0, 5, 0]
    assert (vote["phones"], vote["hands"], vote["answered"]) == (1, 4, 5)
    assert console.press("undo").json()["vote"]["hands"] == 0
    closed = console.press("close").json()["vote"]
    assert (closed["state"], closed["move"], closed["share"]) == ("closed", "reveal", 1.0)
    assert console.press("open").json()["vote"]["vote"] == 2
    console.press("close")
    assert console.press("reveal").json()["here"]["answer"] is True


def test_the_desk_signs_in_and_out_and_takes_in_who_walks_in(helped: Room) -> None:
    helped.do(AddAttendees(NOW, (Attendee("a1", "Ana Ruiz"), Attendee("a2", "Bảo Trần"))))
    console = console_in(helped)
    found = console.get("/co/api/people?q=bao").json()
    assert [(p["name"], p["here"]) for p in found["people"]] == [("Bảo Trần", False)]
    assert console.press("sign_in", attendee="a2").json()["signed_in"] == 1
    assert console.press("sign_out", attendee="a2").json()["signed_in"] == 0
    walked = {"name": " Cy   Young ", "key": "walk-in-1"}
    assert [console.press("walk_in", **walked).json()["expected"] for _ in range(2)] == [3, 3]
    person = helped.session.state.roster[-1]
    assert (person.name, person.walk_in) == ("Cy Young", True)
    assert helped.session.state.present == (person.id,)


def test_who_waits_on_a_phone_is_let_in_or_not(helped: Room) -> None:
    helped.do(InvitePhones(NOW, "4827", "typed"))
    console = console_in(helped)
    for name in ("Cy Young", "Nobody Real"):
        helped.seated().post("/api/name", name=name)
    waiting = console.look()["waiting"]
    assert [each["name"] for each in waiting] == ["Cy Young", "Nobody Real"]
    assert console.press("admit", seat=waiting[0]["seat"]).json()["signed_in"] == 1
    assert console.press("decline", seat=waiting[1]["seat"]).json()["waiting"] == []
    assert [person.name for person in helped.session.state.roster] == ["Cy Young"]


def test_notes_keep_their_heads_and_styles(helped: Room) -> None:
    told = console_in(helped).get("/co/api/slide?at=0").json()
    assert (told["title"], told["notes"][0]["head"]) == ("It Starts on Day 1", "Say")
    assert told["notes"][0]["words"][1] == {"text": "glad", "bold": False, "italic": True}
    console = console_in(helped)
    for path in ("?at=99", "?at=-1", "?at=x", ""):
        assert console.get(f"/co/api/slide{path}").status_code == 404


def test_a_console_is_told_at_once_and_sent_away_when_the_code_is_withdrawn(helped: Room) -> None:
    console = console_in(helped)
    with connect(helped.url.replace("http", "ws") + "/co/ws", proxy=None) as pushed:
        pushed.send(json.dumps({"token": console.token}))
        assert json.loads(pushed.recv(timeout=20))["stage"] == "waiting"
        assert helped.server.view.consoles == 1
        helped.do(StartSession(NOW))
        assert json.loads(pushed.recv(timeout=20))["stage"] == "running"
        helped.do(DismissCoFacilitators(NOW))
        with pytest.raises(ConnectionClosed):
            pushed.recv(timeout=20)
    assert console.get("/co/api/state").status_code == 401
    assert console.come_in().status_code == 403


def test_a_question_a_break_and_what_stands_beside_the_slide(helped: Room) -> None:
    helped.do(StartSession(NOW))
    console = console_in(helped)
    assert console.press("question").json()["timing"]["question"] is True
    assert console.press("question").json()["timing"]["question"] is False
    assert console.press("break", minutes=10).json()["clock"]["pause"] == 600
    assert console.press("break_change", minutes=-1).json()["clock"]["pause"] == 540
    assert console.press("break_end").json()["clock"]["pause"] is None
    refused = console.press("timer")
    assert (refused.status_code, refused.json()["reason"]) == (409, "refused")


def test_a_break_that_two_begin_together_is_begun_once(helped: Room) -> None:
    helped.do(StartSession(NOW))
    console = console_in(helped)
    seen = console.look()["seen"]
    helped.do(TakeQuestion(NOW))
    late = console.press("question", seen=seen)
    assert (late.status_code, late.json()["reason"]) == (409, "moved")
    assert late.json()["state"]["timing"]["question"] is True


def test_the_rooms_screen_is_made_easier_also_while_the_slide_moves(helped: Room) -> None:
    helped.do(StartSession(NOW))
    console = console_in(helped)
    assert console.look()["caption"] is None
    seen = console.look()["seen"]
    helped.do(Next(NOW))
    told = console.press("ease", ease="captions", on=True, seen=seen).json()
    assert told["ease"] == {"large": False, "contrast": False, "captions": True}
    console.press("ease", ease="contrast", on=True)
    assert helped.session.state.ease == Ease(contrast=True, captions=True)


def test_captions_go_line_by_line_and_end_with_none(helped: Room) -> None:
    helped.do(StartSession(NOW))
    helped.do(EaseRoom(NOW, Ease(captions=True)))
    console = console_in(helped)
    assert console.look()["caption"] == {
        "line": 0,
        "lines": 2,
        "text": "Welcome.",
        "coming": "I am glad",
    }
    last = console.press("caption", line=2).json()["caption"]
    assert (last["text"], last["coming"]) == ("", "")
    assert console.press("caption", line=9999).json()["caption"]["line"] == 2


def test_pictures_that_wait_when_the_console_page_closes_are_told_not_to_come(helped: Room) -> None:
    begun, go_on = Event(), Event()

    def paint(state: SessionState, slide: int, step: int) -> bytes:
        begun.set()
        go_on.wait(10)
        return b"RIFF"

    helped.server.paint_by(paint)
    console = console_in(helped)
    with ThreadPoolExecutor(3) as asking:
        first = asking.submit(console.get, "/co/api/picture?slide=0&step=0")
        assert begun.wait(10)
        second = asking.submit(console.get, "/co/api/picture?slide=1&step=0")
        closing = asking.submit(helped.server.paint_by, None)
        go_on.set()
        closing.result(10)
        assert {first.result(10).status_code, second.result(10).status_code} <= {200, 404}
    assert console.get("/co/api/picture?slide=1&step=0").status_code == 404


def test_a_slide_is_a_picture_that_is_painted_once_and_only_for_consoles(helped: Room) -> None:
    painted: list[tuple[int, int]] = []

    def paint(state: SessionState, slide: int, step: int) -> bytes:
        painted.append((slide, step))
        return b"RIFF" + bytes([slide, step])

    helped.do(StartSession(NOW))
    console = console_in(helped)
    assert console.look()["here"]["picture"] == ""
    assert console.get("/co/api/picture?slide=1&step=1").status_code == 404
    helped.server.paint_by(paint)
    told = console.look()
    assert told["here"]["picture"] != told["next"]["picture"]
    for _ in range(3):
        picture = console.get("/co/api/picture?slide=1&step=1")
        assert (picture.content, picture.headers["content-type"]) == (b"RIFF\1\1", "image/webp")
    assert painted == [(1, 1)]
    for nowhere in ("slide=99&step=0", "slide=1&step=9", "slide=-1&step=0", "slide=1"):
        assert console.get(f"/co/api/picture?{nowhere}").status_code == 404
    helped.do(EaseRoom(NOW, Ease(contrast=True)))
    assert console.look()["here"]["picture"] != told["here"]["picture"]
    helped.server.paint_by(None)
    assert console.look()["here"]["picture"] == ""


@pytest.mark.parametrize(
    "body",
    [
        {"do": "end"},
        {"do": "break", "minutes": 1000},
        {"do": "ease", "ease": "sound"},
        {"do": "caption", "line": -1},
        {"do": "go", "slide": -1},
        {"do": "count", "hands": 1000},
        {"do": "screen", "screen": "red"},
        {"do": "next", "key": "short"},
        {"do": "next", "seen": {"slide": 0}},
    ],
)
def test_nonsense_is_refused_and_the_training_cannot_be_ended(
    helped: Room, body: dict[str, Any]
) -> None:
    helped.do(StartSession(NOW))
    console = console_in(helped)
    refused = console.press(**body)
    assert (refused.status_code, refused.json()["reason"]) == (400, "malformed")
    assert helped.session.state.stage == "running"


def test_a_phone_is_told_the_screen_in_words_and_never_the_answer_before_the_room(
    helped: Room,
) -> None:
    phone = helped.seated()
    assert phone.get("/api/slide").json()["shows"] == "nothing"
    assert Phone(phone.web).get("/api/slide").status_code == 401
    helped.do(StartSession(NOW))
    told = phone.get("/api/slide").json()
    assert (told["shows"], told["title"], told["text"]) == (
        "slide",
        "It Starts on Day 1",
        "A hand.",
    )
    helped.do(Next(NOW))
    helped.do(Next(NOW))
    assert phone.get("/api/slide").json()["text"] == "First."


def test_the_answer_is_told_on_its_page_alone(helped: Room) -> None:
    phone = helped.seated()
    helped.ask()
    assert phone.get("/api/slide").json()["text"] == "A: One. B: Two. C: Three."
    helped.do(CloseRound(NOW))
    assert "So." not in phone.get("/api/slide").text
    helped.do(Reveal(NOW))
    assert phone.get("/api/slide").json()["text"] == "B: Two. So."


def test_a_phone_that_wants_slides_is_told_of_each_and_others_are_not(helped: Room) -> None:
    helped.do(StartSession(NOW))
    url = helped.url.replace("http", "ws") + "/ws"
    with connect(url, proxy=None) as hearing, connect(url, proxy=None) as other:
        for pushed, phone in ((hearing, helped.seated()), (other, helped.seated())):
            pushed.send(json.dumps({"token": phone.token}))
            pushed.recv(timeout=20)
        hearing.send("slides")
        with suppress(TimeoutError):  # the news of its own coming in
            while True:
                other.recv(timeout=0.5)
        helped.do(Next(NOW))
        assert json.loads(hearing.recv(timeout=20))["stage"] == "running"
        with pytest.raises(TimeoutError):
            other.recv(timeout=0.5)
