"""The server as the windows know it: its view, the proof that phones reach it, an address that changes."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from imhtrainer.room import serving
from imhtrainer.room.adapters import Adapter
from imhtrainer.room.server import RoomView
from tests.room.conftest import HERE, Room


def wait_for(truth: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not truth() and time.monotonic() < until:
        time.sleep(0.01)
    assert truth()


def test_the_view_tells_the_address_to_type_and_what_the_code_on_the_projector_holds(
    room: Room,
) -> None:
    view = room.server.view
    assert view.url == f"http://{HERE}:{view.port}"
    assert view.join_url("4827") == f"{view.url}/?code=4827"
    assert (RoomView().running, RoomView().url, RoomView().join_url("4827")) == (False, "", "")


def test_observers_hear_the_start_and_the_stop(room: Room) -> None:
    heard: list[RoomView] = []
    forget = room.server.watch(heard.append)
    room.server.stop()
    room.server.start(HERE)
    forget()
    room.server.stop()
    assert [view.running for view in heard] == [False, True]


def test_a_join_code_is_made_once_and_kept(room: Room) -> None:
    assert room.server.join_code == "4827"
    room.server.start(HERE)
    assert room.server.join_code == "4827"


@pytest.fixture
def elsewhere(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A laptop to which this machine's own requests look like a phone's."""
    monkeypatch.setattr(serving, "own_addresses", lambda: frozenset({"192.0.2.1"}))
    opened = Room(tmp_path)
    yield opened
    opened.close()


def test_one_phone_that_opens_the_page_is_the_proof_that_phones_can(elsewhere: Room) -> None:
    assert elsewhere.server.view.reached == ""
    elsewhere.phone().get("/")
    assert elsewhere.server.view.reached == HERE


class Router:
    """Gives the laptop's adapter one address and then another."""

    def __init__(self) -> None:
        self.address = HERE

    def adapters(self) -> tuple[Adapter, ...]:
        if not self.address:
            return ()
        return (Adapter("Wi-Fi", self.address, "wifi"),)


@pytest.fixture
def router(monkeypatch: pytest.MonkeyPatch) -> Router:
    made = Router()
    monkeypatch.setattr(serving, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(serving, "list_adapters", made.adapters)
    return made


def test_a_new_address_on_the_same_adapter_is_taken_and_seats_are_good_there(
    router: Router, room: Room
) -> None:
    phone = room.seated()
    router.address = "127.0.0.2"
    wait_for(lambda: room.server.view.address == "127.0.0.2")
    phone.web.base_url = room.server.view.url
    assert phone.get("/api/state").status_code == 200


def test_an_address_that_is_gone_without_another_is_said(router: Router, room: Room) -> None:
    time.sleep(0.2)
    router.address = ""
    wait_for(lambda: room.server.view.lost)
