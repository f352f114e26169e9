"""Phones, paper and hands side by side on the console, and what seldom happens: void, words, sittings."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from imhtrainer.domain.ledger import Round
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.session.commands import (
    AnswerByPhone,
    CloseRound,
    CountHands,
    InvitePhones,
    OpenRound,
    TakeSeat,
)
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.round.figures import RoundFigures, round_figures
from imhtrainer.ui.present.round.told import all_moves, lead_words, shift_words, source_words
from imhtrainer.ui.present.round.words import finding
from tests.ui.present.small_training import DECK, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
SEATS = ("maple 472", "river 235", "lemon 679")


def phones(room: Room, *choices: int, vote: int = 1) -> None:
    """Phones join where they have not yet, and each takes its choice."""
    now = room.clock()
    for seat, choice in zip(SEATS, choices, strict=False):
        if room.state.seat(seat) is None:
            room.session.do(InvitePhones(now, "4827"))
            room.session.do(TakeSeat(now, seat, sha256(seat.encode()).hexdigest()))
        answer = Answer((choice,))
        room.session.do(AnswerByPhone(now, seat, "check", vote, answer, 1, f"{seat}{vote}"))


def figures_of(room: Room) -> RoundFigures:
    figures = round_figures(room.state, room.clock())
    assert figures is not None
    return figures


def last_vote(room: Room) -> Round:
    question = room.state.question(room.state.here.id)
    assert question is not None
    assert question.last is not None
    return question.last


def at_checkpoint(room: Room, console: OpenConsole) -> ConsolePage:
    room.start()
    page = console()
    room.go("check")
    return page


def type_sheet(page: ConsolePage, words: str) -> None:
    field = page.parts.side.paper.field
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Key.Key_Return)


def test_each_way_to_answer_has_its_column(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    first, second, _ = page.parts.round.card.rows
    assert first.phones.text == "off"
    phones(room, 0, 1, 1)
    QTest.keyClick(page, Key.Key_2)
    QTest.keyClick(page, Key.Key_E)
    type_sheet(page, "7 b")
    assert [first.phones.text, first.paper.text, first.all.text] == ["1", "0", "3"]
    assert [second.phones.text, second.paper.text, second.all.text] == ["2", "1", "3"]
    assert source_words(figures_of(room)) == "3 of 3 phones · 1 sheet · 2 hands"
    assert figures_of(room).answered == 6


def test_sheets_are_typed_one_after_another_without_a_mouse(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_E)
    drawer = page.parts.side.paper
    assert page.parts.side.currentWidget() is drawer
    assert drawer.field.hasFocus()
    for words in ("4 a", "9b", "4 b", "11 -"):
        type_sheet(page, words)
        assert drawer.field.text() == ""
    assert [(row.number, row.answer) for row in drawer.rows] == [(11, ""), (9, "B"), (4, "B")]
    assert drawer.heading.text() == "3 sheets entered"
    assert page.parts.round.buttons.undo.text() == "Undo sheet 11"
    QTest.keyClick(drawer.field, Key.Key_Escape)
    assert not drawer.isVisible()


def test_a_slip_is_said_beside_the_field_and_what_was_typed_stays(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_E)
    type_sheet(page, "4 x")
    drawer = page.parts.side.paper
    assert drawer.refusal.text() == "This question has A to C, not “X”."
    assert drawer.field.text() == "4 x"
    assert last_vote(room).sheets == ()


def test_a_vote_that_closed_takes_no_sheet_and_says_only_that(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_E)
    type_sheet(page, "4 a")
    type_sheet(page, "5 x")
    room.session.do(CloseRound(room.clock()))
    drawer = page.parts.side.paper
    assert not drawer.refusal.isVisible()
    assert drawer.hint.text() == "No vote is open."
    assert not drawer.rows[0].out.isEnabled()


def test_a_sheet_can_be_taken_out(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_E)
    type_sheet(page, "4 a")
    (row,) = page.parts.side.paper.rows
    button = row.findChild(QPushButton)
    assert button is not None
    assert button.accessibleName() == "Take sheet 4 out"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert last_vote(room).sheets == ()
    assert page.parts.side.paper.rows == ()


def test_a_void_vote_wants_its_reason_and_opens_afresh(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_5)
    panel = page.parts.round
    panel.card.more.void.trigger()
    assert panel.void.isVisible()
    assert panel.void.reason.hasFocus()
    assert not panel.void.void.isEnabled()
    QTest.keyClicks(panel.void.reason, "misread")
    QTest.keyClick(panel.void.reason, Key.Key_Return)
    question = room.state.question("check")
    assert question is not None
    assert [vote.void for vote in question.rounds] == ["misread", ""]
    assert last_vote(room).answered == 0
    assert not panel.void.isVisible()
    assert lead_words(figures_of(room)) == "Checkpoint 1 of 1, first vote"


def test_while_a_reason_is_asked_for_the_strip_stands_where_the_buttons_stood(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    panel = page.parts.round
    panel.card.more.void.trigger()
    assert panel.buttons.isHidden()
    QTest.keyClick(panel.void.reason, Key.Key_Escape)
    assert panel.void.isHidden()
    assert not panel.buttons.isHidden()
    assert not page.parts.bars.asking
    assert last_vote(room).void == ""


def test_enter_that_confirms_the_reason_counts_no_hands(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    panel = page.parts.round
    panel.card.more.void.trigger()
    QTest.keyClicks(panel.void.reason, "misread")
    QTest.keyClick(panel.void.reason, Key.Key_Return)
    assert panel.focused == 0
    assert page.hasFocus()


def test_words_keep_their_letters_where_the_buttons_row_is_narrow(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    buttons = page.parts.round.buttons
    parent = buttons.parentWidget()
    assert parent is not None
    for width in (900, 620, 560):
        parent.resize(width, parent.height())
        for button in (buttons.undo, buttons.paper, buttons.again, buttons.reveal):
            words = button.fontMetrics().horizontalAdvance(button.text())
            assert button.width() >= words + 20
    buttons.resize(560, buttons.height())
    assert buttons.undo.icon().isNull()


def test_the_shift_tells_right_to_wrong_and_wrong_to_right(room: Room) -> None:
    room.start()
    room.go("check")
    phones(room, 0, 2, 1)
    room.session.do(CloseRound(room.clock()))
    room.session.do(OpenRound(room.clock()))
    phones(room, 1, 1, 0, vote=2)
    told = figures_of(room)
    assert shift_words(told) == "2 went to the right answer, 1 away from it"
    assert "1 went from B to A." in all_moves(told)


KINDS = {
    "order": "1. Notice\n2. Wait\n3. Return\n",
    "rating": "- Never\n- Always\n",
    "words": "",
}


@pytest.fixture
def deck_text(request: pytest.FixtureRequest) -> str:
    kind = getattr(request, "param", "")
    if not kind:
        return DECK
    head, rest = DECK.split("- [ ] Play louder", 1)
    _, tail = rest.split("::: why", 1)
    return f"{head.replace('type=single', f'type={kind}')}{KINDS[kind]}\n::: why{tail}"


@pytest.mark.parametrize("deck_text", ["rating"], indirect=True)
def test_a_rating_has_five_rows_with_digits(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    assert len(page.parts.round.card.rows) == 5
    room.session.do(CountHands(room.clock(), 3, 2))
    assert [choice.letter for choice in figures_of(room).choices] == list("12345")
    assert figures_of(room).advice is None
    assert page.parts.round.card.rows[3].all.text == "2"


@pytest.mark.parametrize("deck_text", ["order"], indirect=True)
def test_an_order_is_not_counted_by_hand(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    assert all(row.hands.isHidden() for row in page.parts.round.card.rows)
    QTest.keyClick(page, Key.Key_3)
    QTest.keyClick(page, Key.Key_Plus)
    assert last_vote(room).answered == 0
    assert finding(figures_of(room)) == "Answers come from phones and paper."
    QTest.keyClick(page, Key.Key_E)
    places = {choice.place: choice.letter for choice in figures_of(room).choices}
    type_sheet(page, f"3 {places[1]}{places[2]}{places[3]}")
    assert [choice.paper for choice in figures_of(room).choices] == [1, 1, 1]
    assert finding(figures_of(room)) == "100% right so far."


@pytest.mark.parametrize("deck_text", ["words"], indirect=True)
def test_words_are_let_through_by_keyboard(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_E)
    for words in ("1 tea", "2 Tea, walking", "3 something rude"):
        type_sheet(page, words)
    page.parts.side.open("")
    page.setFocus()
    told = figures_of(room).words
    assert (told[0].text, told[0].people, told[0].passed) == ("tea", 2, False)
    QTest.keyClick(page, Key.Key_Return)
    QTest.keyClick(page, Key.Key_Plus)
    passed = [word.text for word in figures_of(room).words if word.passed]
    assert passed == ["tea", "walking"]
    QTest.keyClick(page, Key.Key_Minus)
    assert [word.text for word in figures_of(room).words if word.passed] == ["tea"]
    assert page.parts.round.card.words.rows[0].button.text() == "Keep back"


@pytest.mark.parametrize("deck_text", ["words"], indirect=True)
def test_words_have_all_the_room_there_is(room: Room, console: OpenConsole, qtbot: QtBot) -> None:
    panel = at_checkpoint(room, console).parts.round
    qtbot.waitUntil(lambda: panel.clock.y() - panel.buttons.geometry().bottom() < 30)
    assert panel.clock.isVisible()
