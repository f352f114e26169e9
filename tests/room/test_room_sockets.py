"""What phones are pushed, and what garbage, floods and idle crowds may not do to the others."""

import asyncio
import gc
import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from imhtrainer.domain.session.commands import CloseRound, CountHands, Reveal
from imhtrainer.room import guard, sockets
from imhtrainer.room.limits import Limits, Rate
from imhtrainer.room.sockets import Phone as OpenPhone
from tests.room.conftest import HERE, NOW, Phone, Room


@contextmanager
def listen(room: Room, phone: Phone) -> Iterator[ClientConnection]:
    with connect(room.url.replace("http", "ws") + "/ws", proxy=None) as pushed:
        pushed.send(json.dumps({"token": phone.token}))
        yield pushed


def heard(open_socket: ClientConnection, seconds: float = 30) -> Any:
    return json.loads(open_socket.recv(timeout=seconds))


def wait_for(truth: Any, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not truth() and time.monotonic() < until:
        time.sleep(0.01)
    assert truth()


def test_a_phone_is_told_at_once_and_at_every_change_it_may_see(room: Room) -> None:
    phone = room.seated()
    with listen(room, phone) as pushed:
        assert heard(pushed)["stage"] == "waiting"
        room.ask()
        states = [heard(pushed)]
        while not states[-1]["items"]:
            states.append(heard(pushed))
        room.do(CloseRound(NOW))
        assert heard(pushed)["items"][0]["state"] == "closed"
        room.do(Reveal(NOW))
        assert heard(pushed)["items"][0]["reveal"]["right"] == [1]


def test_what_phones_may_not_see_is_not_pushed(room: Room) -> None:
    phone, other = room.seated(), room.seated()
    room.ask()
    with listen(room, phone) as pushed:
        heard(pushed)
        other.answer(0)
        room.do(CountHands(NOW, 1, 9))
        with pytest.raises(TimeoutError):
            pushed.recv(timeout=0.3)
        phone.answer(2)
        assert heard(pushed)["items"][0]["mine"]["choices"] == [2]


def test_two_tabs_of_one_phone_show_the_same_answer(room: Room) -> None:
    phone = room.seated()
    room.ask()
    with listen(room, phone) as one, listen(room, phone) as other:
        heard(one), heard(other)
        phone.answer(1)
        assert heard(one)["items"] == heard(other)["items"]


def test_a_phone_whose_seat_moved_is_told_so(room: Room) -> None:
    phone = room.seated()
    with listen(room, phone) as pushed:
        heard(pushed)
        room.phone().join(seat=phone.seat)
        with pytest.raises(ConnectionClosed) as closed:
            pushed.recv(timeout=20)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == sockets.MOVED


@pytest.mark.parametrize("said", ["", "{", "[]", '{"token": 7}', '{"token": "wrong"}', "{}"])
def test_a_socket_that_says_nonsense_is_closed(room: Room, said: str) -> None:
    with connect(room.url.replace("http", "ws") + "/ws", proxy=None) as pushed:
        pushed.send(said)
        with pytest.raises(ConnectionClosed):
            pushed.recv(timeout=20)


def test_the_view_counts_seats_with_a_page_open_and_not_sockets(room: Room) -> None:
    phone = room.seated()
    with listen(room, phone) as one, listen(room, phone) as other:
        heard(one), heard(other)
        assert room.server.view.phones == 1
    wait_for(lambda: room.server.view.phones == 0)


def test_more_tabs_than_anybody_needs_close_the_oldest(room: Room) -> None:
    phone = room.seated()
    with ExitStack() as tabs:
        opened = [tabs.enter_context(listen(room, phone)) for _ in range(4)]
        heard(opened[0])
        for pushed in opened[1:]:
            heard(pushed)
        with pytest.raises(ConnectionClosed):
            opened[0].recv(timeout=20)


@pytest.fixture
def impatient(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(guard, "SILENT_SECONDS", 0.2)
    opened = Room(tmp_path)
    yield opened
    opened.close()


def test_a_thousand_idle_sockets_neither_stop_a_phone_nor_stay(impatient: Room) -> None:
    address = (HERE, impatient.server.view.port)
    crowd = [socket.create_connection(address, timeout=5) for _ in range(1000)]
    try:
        phone = impatient.seated()
        impatient.ask()
        assert phone.answer(1).status_code == 200
        assert all(idle.recv(1) == b"" for idle in crowd[:20])
    except ConnectionResetError:
        pass  # let go by a reset is let go
    finally:
        for idle in crowd:
            idle.close()


def living(kind: type[Any]) -> Iterator[Any]:
    """All objects of a class, told by their own type: the proxy of something gone must not be asked."""
    return (each for each in gc.get_objects() if issubclass(type(each), kind))


def running_tasks() -> int:
    """Tasks of all loops in this process that have not ended."""
    return sum(not task.done() for task in living(asyncio.Task))


def open_phones() -> int:
    """What is kept for phones with a socket open."""
    gc.collect()
    return sum(1 for _ in living(OpenPhone))


def test_after_a_flood_neither_sockets_nor_tasks_nor_files_are_left(impatient: Room) -> None:
    phone = impatient.seated()
    tabs = [impatient.seated() for _ in range(12)]
    with listen(impatient, phone) as pushed:
        heard(pushed)
        this = psutil.Process()
        files, tasks = this.num_fds(), running_tasks()
        for _ in range(3):
            with ExitStack() as crowd:
                for _ in range(60):
                    address = (HERE, impatient.server.view.port)
                    crowd.enter_context(socket.create_connection(address, timeout=5))
                for tab in tabs:
                    heard(crowd.enter_context(listen(impatient, tab)))
        wait_for(lambda: open_phones() == 1)
        wait_for(lambda: running_tasks() <= tasks)
        wait_for(lambda: this.num_fds() <= files)


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x00" * 70_000,
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"POST /api/seat HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"GET /%ff%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
)
def test_garbage_is_answered_or_dropped_and_the_room_goes_on(room: Room, garbage: bytes) -> None:
    with socket.create_connection((HERE, room.server.view.port), timeout=5) as wire:
        try:
            wire.sendall(garbage)
            wire.shutdown(socket.SHUT_WR)
            while wire.recv(65536):
                pass
        except OSError:
            pass
    assert room.seated().get("/api/state").status_code == 200


@pytest.fixture
def strict(tmp_path: Path, pages: Path) -> Iterator[Room]:
    limits = Limits(
        address=Rate(30, 10.0),
        seat=Rate(4, 10.0),
        wrong_codes=Rate(3, 10.0),
        trusted=frozenset(),
    )
    opened = Room(tmp_path, limits)
    yield opened
    opened.close()


def test_a_seat_that_answers_without_end_is_slowed_down(strict: Room) -> None:
    phone = strict.seated()
    strict.ask()
    codes = [phone.answer(1, key=f"{n}", tap=n).status_code for n in range(1, 7)]
    assert codes == [200] * 4 + [429] * 2
    assert int(phone.answer(1, key="9", tap=9).headers["Retry-After"]) >= 1


def test_an_address_that_floods_is_slowed_down(strict: Room) -> None:
    phone = strict.phone()
    codes = [phone.get("/api/ping").status_code for _ in range(40)]
    assert codes.count(200) == 30
    assert set(codes) == {200, 429}


def test_guessing_codes_is_slowed_down_even_with_the_right_one_at_last(strict: Room) -> None:
    phone = strict.phone()
    wrong = [phone.post("/api/seat", code=f"000{n}").status_code for n in range(4)]
    assert wrong == [403, 403, 403, 429]
    assert phone.join().status_code == 429


def test_guessing_seats_is_slowed_down_too(strict: Room) -> None:
    phone = strict.phone()
    codes = [phone.join(seat=f"maple 22{n}").status_code for n in range(2, 6)]
    assert codes == [403, 403, 403, 429]
