"""The room's server beside a session, as the windows see it: a real one, on this machine alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx
import pytest
from pytestqt.qtbot import QtBot

from imhtrainer.domain.errors import RoomError
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.commands import InviteCoFacilitator, InvitePhones
from imhtrainer.room.adapters import Adapter
from imhtrainer.room.server import RoomServer, RoomView
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.phones.link import RoomLink, choose
from imhtrainer.ui.phones.parts import RoomParts
from imhtrainer.ui.services import Services

HERE = Adapter("Wi-Fi", "127.0.0.1", "wifi")
ELSEWHERE = Adapter("Cable", "127.0.0.2", "ethernet")
DOWN = Adapter("Old", "10.0.0.9", "wifi", up=False)


@pytest.fixture
def link(
    services: Services, session: TrainingSession, settle: Callable[[], None]
) -> Iterator[RoomLink]:
    parts = RoomParts(RoomServer, lambda: (HERE, ELSEWHERE, DOWN))
    made = RoomLink(session, services.settings, services.runner, parts)
    yield made
    settle()
    made.close()
    settle()


def allowed(link: RoomLink, qtbot: QtBot) -> None:
    link.want(True)
    qtbot.waitUntil(lambda: link.running, timeout=20_000)


def url(link: RoomLink) -> str:
    return link.invitation.url if link.invitation is not None else ""


def test_nobody_can_connect_until_phones_are_allowed(
    link: RoomLink, settle: Callable[[], None]
) -> None:
    link.open()
    settle()
    assert not link.running
    assert link.invitation is None
    assert link.session.state.join_code == ""


def test_allowed_phones_reach_the_page_at_the_address_of_the_card(
    link: RoomLink, qtbot: QtBot, services: Services
) -> None:
    services.settings.change(replace(services.settings.now, wifi="Guest", wifi_password="pw"))
    allowed(link, qtbot)
    card = link.invitation
    assert card is not None
    assert card.address.startswith("127.0.0.1:")
    assert card.code == link.session.state.join_code
    assert (card.wifi, card.password) == ("Guest", "pw")
    assert httpx.get(card.url).status_code == 200
    assert services.settings.now.phones


def test_phones_refused_again_find_nobody(
    link: RoomLink, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    allowed(link, qtbot)
    address = url(link)
    link.want(False)
    settle()
    assert url(link) == ""
    with pytest.raises(httpx.ConnectError):
        httpx.get(address)


def test_another_adapter_gets_another_card_and_the_same_code(
    link: RoomLink, qtbot: QtBot, services: Services
) -> None:
    allowed(link, qtbot)
    code = link.session.state.join_code
    link.take(ELSEWHERE)
    qtbot.waitUntil(
        lambda: link.invitation is not None and link.invitation.address.startswith("127.0.0.2")
    )
    assert link.session.state.join_code == code
    assert link.adapter == ELSEWHERE
    assert services.settings.now.adapter == "Cable"


def test_a_laptop_in_no_network_says_so_in_a_sentence(
    services: Services, session: TrainingSession, settle: Callable[[], None]
) -> None:
    link = RoomLink(
        session, services.settings, services.runner, RoomParts(RoomServer, lambda: (DOWN,))
    )
    link.want(True)
    settle()
    assert not link.running
    assert link.trouble.startswith("This laptop is in no network")


def test_an_address_that_cannot_be_had_is_one_sentence_not_a_crash(
    services: Services, session: TrainingSession, settle: Callable[[], None]
) -> None:
    foreign = RoomParts(RoomServer, lambda: (Adapter("Wi-Fi", "192.0.2.77", "wifi"),))
    link = RoomLink(session, services.settings, services.runner, foreign)
    link.want(True)
    settle()
    assert link.trouble.startswith("Phones cannot be served at 192.0.2.77")
    assert link.trouble.endswith("Choose another network adapter in Prepare.")
    link.want(False)
    assert link.trouble == ""


def test_the_card_is_drawn_anew_where_the_laptop_has_moved(
    services: Services, session: TrainingSession, settle: Callable[[], None], qtbot: QtBot
) -> None:
    tellers: list[Callable[[RoomView], None]] = []

    class MovingServer:
        view = RoomView()

        def watch(self, observer: Callable[[RoomView], None]) -> Callable[[], None]:
            tellers.append(observer)
            return lambda: None

        def start(self, address: str) -> RoomView:
            if not address:
                raise RoomError("no address")
            session.do(invite())
            self.view = RoomView(address, 8765)
            return self.view

        def paint_by(self, paint: object) -> None:
            pass

        def stop(self) -> None:
            self.view = RoomView()

    def invite() -> InvitePhones:

        return InvitePhones(session.now(), "4827")

    server = MovingServer()
    link = RoomLink(
        session, services.settings, services.runner, RoomParts(lambda _s: server, lambda: (HERE,))
    )
    allowed(link, qtbot)
    assert link.invitation is not None
    before = link.invitation.address
    tellers[0](RoomView("10.1.2.3", 8765, phones=4))
    qtbot.waitUntil(lambda: link.invitation is not None and link.invitation.address != before)
    assert link.invitation.address == "10.1.2.3:8765"
    assert link.phones == 4
    tellers[0](RoomView("10.1.2.3", 8765, lost=True))
    qtbot.waitUntil(lambda: link.invitation is None)


def test_the_named_adapter_is_taken_where_it_is_up_and_else_the_best() -> None:
    assert choose((HERE, ELSEWHERE, DOWN), "Cable") == ELSEWHERE
    assert choose((HERE, ELSEWHERE, DOWN), "Old") == HERE
    assert choose((HERE, ELSEWHERE), "") == HERE
    assert choose((DOWN,), "Old") is None


def test_pictures_for_consoles_are_painted_by_the_page_that_stands_and_by_no_other(
    link: RoomLink, qtbot: QtBot
) -> None:
    def old(state: SessionState, slide: int, step: int) -> bytes:
        return b"old"

    def new(state: SessionState, slide: int, step: int) -> bytes:
        return b"new"

    link.paint_by(old)
    allowed(link, qtbot)
    assert taken(link) == b"old"
    qtbot.waitUntil(lambda: link.adapters != (), timeout=20_000)
    link.paint_by(new)
    link.stop_painting(old)
    assert taken(link) == b"new"
    link.stop_painting(new)
    assert taken(link) is None


def taken(link: RoomLink) -> bytes | None:
    """The first slide's picture as a console gets it, None for none."""
    session = link.session
    if not session.state.co_code:
        session.do(InviteCoFacilitator(session.now(), "K7QM2R9TPX"))
    assert link.view is not None
    with httpx.Client(base_url=link.view.url) as web:
        token = web.post("/co/api/join", json={"code": "K7QM2R9TPX"}).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        told = web.get("/co/api/picture?slide=0&step=0", headers=headers)
        return told.content if told.status_code == 200 else None
