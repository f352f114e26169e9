"""Phones at the console and on the projector: join strip, join card, who waits, and nothing told too early."""

from collections.abc import Callable
from hashlib import sha256
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.seats import SEAT_WORDS
from imhtrainer.domain.session.commands import (
    AnswerByPhone,
    CloseRound,
    Command,
    InvitePhones,
    NameSeat,
    OpenRound,
    Reveal,
    TakeSeat,
)
from imhtrainer.layout.context import Invitation, Turnout
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.join.rows import seat_rows
from imhtrainer.ui.present.join.seat_line import SeatLine
from imhtrainer.ui.present.pages.shown import shown_slide, shown_to_room, with_phones
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
CARD = Invitation("http://192.168.1.20:8765/?code=4827", "192.168.1.20:8765", "4827")
SEATS = ("maple 472", "river 235", "lemon 679")


class OpenRoom(QObject):
    """A room's server as the console sees it, open at one address."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted, self.running, self.starting = True, True, False
        self.trouble, self.view = "", None
        self.invitation: Invitation | None = CARD
        self.co_url = ""


def invite(room: Room) -> None:
    room.session.do(InvitePhones(room.clock(), "4827", "typed"))
    for seat in SEATS:
        room.session.do(TakeSeat(room.clock(), seat, sha256(seat.encode()).hexdigest()))


def tap(room: Room, seat: str, choice: int) -> Command:
    return AnswerByPhone(room.clock(), seat, "check", 1, Answer((choice,)), 1, seat)


def from_the_room(room: Room, *commands: Command) -> None:
    """Do this on another thread, as the server does."""
    thread = Thread(target=lambda: [room.session.do(command) for command in commands])
    thread.start()
    thread.join()


def press(line: SeatLine, words: str) -> None:
    next(b for b in line.findChildren(QPushButton) if b.text() == words).click()


def screen(room: Room) -> str:
    return room.state.screen


@pytest.fixture
def phones(room: Room, console: OpenConsole) -> ConsolePage:
    """At the checkpoint, three phones in."""
    invite(room)
    room.start()
    page = console()
    server: Any = OpenRoom()
    page.presenting.room = server
    room.go("check")
    return page


def test_the_projector_shows_the_strip_with_the_total_and_nothing_of_the_distribution(
    room: Room, phones: ConsolePage
) -> None:
    before = shown_to_room(room.state, room.clock(), CARD)
    assert before is not None
    assert before.join is not None
    assert before.join.turnout == Turnout(0, 4)
    room.session.do(tap(room, SEATS[0], 0))
    one = shown_to_room(room.state, room.clock(), CARD)
    room.session.do(tap(room, SEATS[1], 1))
    two = shown_to_room(room.state, room.clock(), CARD)
    assert one is not None
    assert two is not None
    assert one.join is not None
    assert one.join.turnout == Turnout(1, 4)
    assert one.tally is None
    assert phones.audience.accessibleDescription().endswith("2 of 4. have answered.")


def test_the_same_turnout_gives_the_same_picture_whoever_voted_for_what(room: Room) -> None:
    invite(room)
    room.start()
    room.go("check")
    room.session.do(tap(room, SEATS[0], 0))
    first = with_phones(shown_slide(room.state), room.state, CARD)
    room.session.do(AnswerByPhone(room.clock(), SEATS[0], "check", 1, Answer((2,)), 2, "again"))
    assert with_phones(shown_slide(room.state), room.state, CARD) == first


def test_when_voting_is_closed_the_room_is_told_and_a_new_vote_invites_again(
    room: Room, phones: ConsolePage
) -> None:
    room.session.do(tap(room, SEATS[0], 0))
    assert "Answer by phone" in phones.audience.accessibleDescription()
    room.session.do(CloseRound(room.clock()))
    said = phones.audience.accessibleDescription()
    assert "Voting is closed. 1 of 4. has answered" in said
    assert "Answer by phone" not in said
    assert "No phone?" not in said
    room.session.do(OpenRound(room.clock()))
    assert "Answer by phone" in phones.audience.accessibleDescription()


def test_after_the_reveal_the_answer_page_stands_there_without_the_strip(
    room: Room, phones: ConsolePage
) -> None:
    room.session.do(tap(room, SEATS[0], 1))
    room.session.do(CloseRound(room.clock()))
    room.session.do(Reveal(room.clock()))
    shown = shown_to_room(room.state, room.clock(), CARD)
    assert shown is not None
    assert (shown.kind, shown.join) == ("answer", None)
    assert shown.tally is not None


def test_answers_from_the_room_are_shown_soon_and_on_the_windows_thread(
    room: Room, phones: ConsolePage, qtbot: QtBot
) -> None:
    rows = phones.parts.round.card.rows
    from_the_room(room, *(tap(room, seat, 1) for seat in SEATS))
    assert rows[1].phones.text == "0"
    qtbot.waitUntil(lambda: rows[1].phones.text == "3")
    assert phones.parts.bar.phones.text() == "3 phones"


def test_an_answer_does_not_take_away_the_question_that_waits_for_the_facilitator(
    room: Room, phones: ConsolePage, qtbot: QtBot
) -> None:
    QTest.keyClick(phones, Key.Key_Right)
    assert phones.presenting.waiting
    from_the_room(room, tap(room, SEATS[0], 1))
    qtbot.waitUntil(lambda: phones.parts.round.card.rows[1].phones.text == "1")
    assert phones.presenting.waiting
    assert phones.parts.bars.asking


def test_the_join_card_stands_on_the_projector_until_the_slides_come_back(
    room: Room, phones: ConsolePage
) -> None:
    phones.parts.side.open("phones")
    drawer = phones.parts.side.phones
    QTest.mouseClick(drawer.show_card, Qt.MouseButton.LeftButton)
    assert screen(room) == "join"
    assert phones.audience.accessibleName() == "Answer with your phone"
    assert drawer.show_card.text() == "Back to the slides"
    QTest.mouseClick(drawer.show_card, Qt.MouseButton.LeftButton)
    assert screen(room) == "live"


def test_a_walk_in_waits_for_a_word_and_is_then_signed_in(room: Room, phones: ConsolePage) -> None:
    room.session.do(NameSeat(room.clock(), SEATS[0], "Maya Newcomer"))
    assert phones.parts.bar.phones.text() == "3 phones, 1 waiting"
    phones.parts.side.open("phones")
    first = phones.parts.side.phones.lines[0]
    assert first.seat.waiting
    first.admitted.emit(first.seat)
    assert [person.name for person in room.state.roster if person.walk_in] == ["Maya Newcomer"]
    assert len(room.state.present) == 5
    assert seat_rows(room.state)[0].person == "Maya Newcomer"


def test_a_no_leaves_the_seat_anonymous(room: Room, phones: ConsolePage) -> None:
    room.session.do(NameSeat(room.clock(), SEATS[0], "Somebody Else"))
    phones.parts.side.open("phones")
    first = phones.parts.side.phones.lines[0]
    first.declined.emit(first.seat.code)
    assert not room.state.waiting_seats
    assert all(not seat.attendee for seat in room.state.seats)


def test_a_name_that_another_phone_gave_first_waits_and_a_wrong_one_is_taken_off(
    room: Room, phones: ConsolePage
) -> None:
    ana = next(p for p in room.state.roster if p.id not in room.state.present)
    for seat in SEATS[:2]:
        room.session.do(NameSeat(room.clock(), seat, ana.name))
    drawer = phones.parts.side.phones
    phones.parts.side.open("phones")
    waiting, first = drawer.lines[0], drawer.lines[1]
    assert (waiting.seat.rival, first.seat.person) == (SEATS[0], ana.name)
    press(first, "Not this person")
    assert room.state.seat_of(ana.id) is None
    assert not room.state.presence(ana.id).here
    still = next(line for line in drawer.lines if line.seat.code == SEATS[1])
    press(still, "Yes, sign in")
    holds = room.state.seat_of(ana.id)
    assert holds is not None
    assert holds.code == SEATS[1]


def test_a_new_phone_leaves_the_lines_of_the_others_alone(room: Room, phones: ConsolePage) -> None:
    drawer = phones.parts.side.phones
    phones.parts.side.open("phones")
    before = drawer.lines
    room.session.do(TakeSeat(room.clock(), "cloud 444", sha256(b"4").hexdigest()))
    drawer.refresh()
    assert len(drawer.lines) == len(before) + 1
    assert set(before) < set(drawer.lines)


def test_a_hall_of_phones_comes_into_the_drawer_bit_by_bit_in_its_order(
    room: Room, phones: ConsolePage, qtbot: QtBot
) -> None:
    for number in range(40):
        code = f"{SEAT_WORDS[number]} 222"
        room.session.do(TakeSeat(room.clock(), code, sha256(code.encode()).hexdigest()))
    drawer = phones.parts.side.phones
    phones.parts.side.open("phones")
    assert len(drawer.lines) < 43
    qtbot.waitUntil(lambda: len(drawer.lines) == 43)
    assert [line.seat for line in drawer.lines] == list(seat_rows(room.state))


def test_one_phone_of_a_hall_is_found_by_its_code(
    room: Room, phones: ConsolePage, qtbot: QtBot
) -> None:
    for number in range(70):
        code = f"{SEAT_WORDS[number]} 222"
        room.session.do(TakeSeat(room.clock(), code, sha256(code.encode()).hexdigest()))
    drawer = phones.parts.side.phones
    phones.parts.side.open("phones")
    assert drawer.rest.text().startswith("13 more")
    drawer.field.setText("lemon 679")
    assert [line.seat.code for line in drawer.lines] == ["lemon 679"]
    assert drawer.escape()
    assert not drawer.escape()


def test_a_phone_can_be_removed_and_its_answer_stays(room: Room, phones: ConsolePage) -> None:
    room.session.do(tap(room, SEATS[0], 1))
    phones.parts.side.open("phones")
    line = next(one for one in phones.parts.side.phones.lines if one.seat.code == SEATS[0])
    line.removed.emit(line.seat.code)
    assert [row.code for row in seat_rows(room.state)] == [SEATS[2], SEATS[1]]
    question = room.state.question("check")
    assert question is not None
    assert question.last is not None
    assert question.last.answered == 1


def test_phones_that_cannot_come_are_said_in_one_line_with_the_reason_a_press_away(
    room: Room, phones: ConsolePage
) -> None:
    server: Any = phones.presenting.room
    server.running, server.trouble = False, "This laptop is in no network."
    server.invitation = None
    phones.presenting.answered.emit()
    line = phones.parts.round.phones_off
    assert line.isVisible()
    assert phones.parts.bar.phones.text() == "No phones"
    QTest.mouseClick(line.why, Qt.MouseButton.LeftButton)
    assert phones.parts.side.phones.said.text() == "This laptop is in no network."
    shown = shown_to_room(room.state, room.clock(), None)
    assert shown is not None
    assert shown.join is None
