"""A co-facilitator at the facilitator's console: invited there, and the room's window follows at once."""

from collections.abc import Callable
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import (
    Back,
    ByCoFacilitator,
    JoinAsCoFacilitator,
    Next,
)
from imhtrainer.domain.session.helping import seen_now
from imhtrainer.ui.present.console.console import ConsolePage
from tests.ui.present.small_training import Room
from tests.ui.present.test_phones_on_console import OpenRoom

OpenConsole = Callable[..., ConsolePage]
SECRET = "a" * 64


@pytest.fixture
def console_page(room: Room, console: OpenConsole) -> ConsolePage:
    room.start()
    page = console()
    server = OpenRoom()
    page.presenting.room = server  # type: ignore[assignment] # what the drawer needs of a link
    page.parts.side.open("phones")
    return page


def helped(room: Room, command: Next | Back, key: str) -> None:
    """A co-facilitator presses on a tablet: the server's thread tells the session."""
    press = ByCoFacilitator(room.clock(), SECRET, key, seen_now(room.state), command)
    thread = Thread(target=lambda: room.session.do(press))
    thread.start()
    thread.join()


def test_a_code_is_made_shown_and_withdrawn_in_the_join_drawer(
    room: Room, console_page: ConsolePage
) -> None:
    box = console_page.parts.side.phones.helper
    assert box.code.isHidden()
    box.invite.click()
    assert len(room.state.co_code) == 10
    assert box.code.text().replace("-", "") == room.state.co_code
    assert box.invite.isHidden()
    box.withdraw.click()
    assert (room.state.co_code, box.code.isHidden()) == ("", True)


def test_the_code_to_scan_leads_to_the_console_while_the_room_is_served(
    room: Room, console_page: ConsolePage
) -> None:
    box = console_page.parts.side.phones.helper
    box.invite.click()
    assert box.qr.isHidden()
    server = console_page.presenting.room
    assert server is not None
    server.co_url = "http://192.168.1.20:8765/co#ABCDEFGHJK"  # type: ignore[misc]
    box.refresh()
    assert box.qr.text.endswith("/co#ABCDEFGHJK")
    assert box.address.text() == "192.168.1.20:8765/co"


def test_next_pressed_on_a_tablet_moves_the_rooms_window_without_a_pause(
    room: Room, console_page: ConsolePage, qtbot: QtBot
) -> None:
    console_page.parts.side.phones.helper.invite.click()
    room.session.do(JoinAsCoFacilitator(room.clock(), room.state.co_code, SECRET, "Noor"))
    before = console_page.audience.accessibleName(), console_page.audience.accessibleDescription()
    with qtbot.waitSignal(console_page.presenting.changed, timeout=30_000):
        helped(room, Next(room.clock()), "first-press")
    after = console_page.audience.accessibleName(), console_page.audience.accessibleDescription()
    assert after != before
