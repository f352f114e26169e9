"""What leaves the server and what gets in: headers, files, bodies, addresses, the join code."""

import socket

import httpx
import pytest

from imhtrainer.domain.errors import RoomError
from imhtrainer.room.protocol import BODY_LIMIT
from imhtrainer.room.server import RoomServer
from tests.room.conftest import CODE, HERE, Room


def test_every_answer_carries_a_strict_policy(room: Room) -> None:
    phone = room.phone()
    for path in ("/", "/app.js", "/api/ping", "/api/state", "/nowhere"):
        headers = phone.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert f"ws://{HERE}:{room.server.view.port}" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


def test_the_pages_files_have_their_types_and_are_asked_for_again_by_tag(room: Room) -> None:
    phone = room.phone()
    page = phone.get("/")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert phone.get("/app.js").headers["Content-Type"] == "text/javascript; charset=utf-8"
    tag = page.headers["ETag"]
    assert phone.web.get("/", headers={"If-None-Match": tag}).status_code == 304
    assert phone.get("/api/ping").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/notes.txt",
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/web/",
        "//etc/passwd",
    ],
)
def test_nothing_but_the_page_is_served(room: Room, path: str) -> None:
    answer = room.phone().get(path)
    assert answer.status_code in (400, 404)
    assert "secret" not in answer.text


def test_a_seat_needs_the_code_on_the_projector(room: Room) -> None:
    phone = room.phone()
    for code in ("", "0000", "482", "48277", "٤٨٢٧"):
        refused = phone.post("/api/seat", code=code)
        assert (refused.status_code, refused.json()["reason"]) == (403, "code")
    assert phone.post("/api/seat", code=f" {CODE} ").status_code == 200


def test_tokens_are_long_and_the_journal_holds_none(room: Room) -> None:
    phones = [room.seated() for _ in range(5)]
    room.journal.flush()
    kept = b"".join(path.read_bytes() for path in room.path.parent.glob("journal.sqlite*"))
    assert len({phone.token for phone in phones}) == 5
    assert all(len(phone.token) >= 32 and phone.token.encode() not in kept for phone in phones)
    assert all(phone.seat.encode() in kept for phone in phones)


def test_a_body_over_the_limit_is_refused(room: Room) -> None:
    phone = room.phone()
    large = phone.web.post("/api/seat", content=b"x" * (BODY_LIMIT + 1))
    assert (large.status_code, large.json()["reason"]) == (413, "large")

    def endless() -> object:
        for _ in range(100):
            yield b"x" * 1000

    streamed = phone.web.post("/api/seat", content=endless())  # type: ignore[arg-type]
    assert streamed.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"checkpoint": 3, "round": 1, "key": "k"}',
        b'{"checkpoint": "check-1", "round": 0, "key": "k"}',
        b'{"checkpoint": "check-1", "round": 1, "key": ""}',
        b'{"checkpoint": "check-1", "round": 1, "key": "k", "choices": [1e9]}',
        b'{"checkpoint": "check-1", "round": 1, "key": "k", "choices": [-1]}',
        b'{"checkpoint": "check-1", "round": 1, "key": "k", "value": 6}',
        b'{"checkpoint": "check-1", "round": 1, "key": "' + b"k" * 65 + b'"}',
        b"\xff\xfe",
    ],
)
def test_a_malformed_body_is_refused(room: Room, body: bytes) -> None:
    phone = room.seated()
    room.ask()
    headers = {"Authorization": f"Bearer {phone.token}"}
    answer = phone.web.post("/api/answers", content=body, headers=headers)
    assert (answer.status_code, answer.json()["reason"]) == (400, "malformed")


@pytest.mark.parametrize("token", ["x", "Bearer", "x" * 500, "ä" * 30])
def test_without_a_good_token_nothing_is_told(room: Room, token: str) -> None:
    phone = room.phone()
    headers = {b"Authorization": b"Bearer " + token.encode()}
    assert phone.web.get("/api/state", headers=headers).status_code == 401


def test_another_sites_page_and_another_name_for_this_address_are_refused(room: Room) -> None:
    web = room.phone().web
    body = {"code": CODE}
    origin = {"Origin": "http://evil.example"}
    assert web.post("/api/seat", json=body, headers=origin).status_code == 421
    assert web.post("/api/seat", json=body, headers={"Host": "evil.example"}).status_code == 421
    assert web.post("/api/seat", json=body, headers={"Origin": room.url}).status_code == 200


def test_a_forwarded_address_is_not_believed(room: Room) -> None:
    headers = {"X-Forwarded-For": "10.9.8.7"}
    assert room.phone().web.get("/api/ping", headers=headers).status_code == 200
    assert room.server.view.reached == ""


def test_the_room_listens_at_the_chosen_address_only(room: Room) -> None:
    port = room.server.view.port
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.2:{port}/api/ping", timeout=2)


def test_two_rooms_take_two_ports_and_an_address_nobody_has_is_said(room: Room) -> None:
    other = RoomServer(room.session)
    first = room.server.view.port
    assert other.start(HERE).port != first
    other.stop()
    with pytest.raises(RoomError, match="Choose another network adapter"):
        other.start("203.0.113.9")
    assert not other.view.running


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is slowed down waits for longer than a test."""
    for module in ("speaking", "guard"):
        monkeypatch.setattr(f"imhtrainer.room.{module}.SLOWED_SECONDS", 60.0)


@pytest.mark.usefixtures("patience")
def test_who_guesses_the_code_waits_for_the_answer_and_nobody_else_does(room: Room) -> None:
    guessing = room.phone()
    guessing.web.timeout = httpx.Timeout(0.5)
    with pytest.raises(httpx.ReadTimeout):
        guessing.post("/api/seat", code="0000")
    assert room.seated().state()["stage"] == "waiting"


@pytest.mark.usefixtures("patience")
def test_garbage_waits_too_and_what_comes_after_it_is_not_read(room: Room) -> None:
    address = httpx.URL(room.url)
    with socket.create_connection((address.host, address.port or 80), timeout=0.5) as rude:
        rude.sendall(b"\x16\x03\x01 this is no HTTP\r\n\r\n" * 40)
        with pytest.raises(TimeoutError):
            rude.recv(100)
        assert room.seated().state()["stage"] == "waiting"
