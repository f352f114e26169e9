from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from imhtrainer.domain.ledger import Round
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.round.choice_row import OFF_LINE
from imhtrainer.ui.present.round.panel import TYPING
from imhtrainer.ui.present.round.vote_bar import VoteBar
from tests.ui.present.small_training import DECK, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
LONG_CHOICE = (
    "Wait until she looks again, and then go on from there as slowly as she likes it best of all"
)


def last_vote(room: Room) -> Round:
    question = room.state.question("check")
    assert question is not None
    assert question.last is not None
    return question.last


def at_checkpoint(room: Room, console: OpenConsole) -> ConsolePage:
    room.start()
    page = console()
    room.go("check")
    return page


def test_the_round_takes_the_place_of_the_slide(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    assert page.parts.middle.currentWidget() is page.parts.round
    assert page.parts.side.next.name.text() == "Question and choices"
    assert not page.parts.side.next.picture.isHidden()


@pytest.mark.parametrize(("key", "says"), [(Qt.Key.Key_B, "Black"), (Qt.Key.Key_W, "White")])
def test_a_screen_put_out_during_a_round_is_named_as_what_the_room_sees(
    room: Room, console: OpenConsole, key: Qt.Key, says: str
) -> None:
    page = at_checkpoint(room, console)
    beside = page.parts.side.next
    QTest.keyClick(page, key)
    assert (beside.lead.text(), beside.name.text()) == ("The room sees", says)
    assert beside.picture.isHidden()
    QTest.keyClick(page, key)
    assert beside.name.text() == "Question and choices"
    assert not beside.picture.isHidden()


def test_digits_count_hands_and_enter_goes_to_the_next_choice(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    for key in (Key.Key_1, Key.Key_2, Key.Key_Return, Key.Key_7):
        QTest.keyClick(page, key)
    room.clock.now += TYPING * 2
    QTest.keyClick(page, Key.Key_8)
    assert last_vote(room).counts == (12, 8, 0)
    assert page.parts.round.focused == 1


def test_arrows_plus_and_minus_belong_to_the_round(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_Down)
    QTest.keyClick(page, Key.Key_Plus)
    QTest.keyClick(page, Key.Key_Plus)
    QTest.keyClick(page, Key.Key_Minus)
    assert last_vote(room).counts == (0, 1, 0)
    assert room.state.here.id == "check"


def test_the_buttons_beside_the_count_work_too(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    third = page.parts.round.card.rows[2]
    QTest.mouseClick(third.hands.plus, Qt.MouseButton.LeftButton)
    QTest.mouseClick(third.hands.plus, Qt.MouseButton.LeftButton)
    assert last_vote(room).counts == (0, 0, 2)
    assert page.parts.round.focused == 2


def test_the_first_hand_is_one_answer(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_1)
    said = [label.text() for label in page.parts.round.card.findChildren(QLabel)]
    assert "1 of 4 has answered" in said


def test_undo_takes_the_last_count_back(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_4)
    assert page.parts.round.buttons.undo.text() == "Undo A +4"
    QTest.keyClick(page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert last_vote(room).counts == (0, 0, 0)
    assert not page.parts.round.buttons.undo.isEnabled()


def test_a_typed_number_is_one_step_back_to_what_stood_there(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_5)
    room.clock.now += TYPING * 2
    for key in (Key.Key_1, Key.Key_8):
        QTest.keyClick(page, key)
    assert last_vote(room).counts == (18, 0, 0)
    assert page.parts.round.buttons.undo.text() == "Undo A +13"
    QTest.keyClick(page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert last_vote(room).counts == (5, 0, 0)
    assert page.parts.round.buttons.undo.text() == "Undo A +5"


def test_the_filled_button_moves_from_close_to_reveal_to_next(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    buttons, transport = page.parts.round.buttons, page.parts.transport
    for key in (Key.Key_Return, Key.Key_4):
        QTest.keyClick(page, key)
    assert buttons.close_vote.property("kind") == "primary"
    assert transport.next.property("kind") == "edge"
    assert not buttons.reveal.isEnabled()
    assert buttons.reveal.toolTip() == "Close the vote first."
    QTest.keyClick(page, Key.Key_C)
    assert buttons.reveal.property("kind") == "primary"
    QTest.keyClick(page, Key.Key_R)
    assert (room.state.here.id, room.state.step) == ("check", 1)
    assert page.parts.middle.currentWidget() is page.parts.slide
    assert transport.next.property("kind") == "primary"


def test_vote_again_opens_a_second_vote(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    for key in (Key.Key_3, Key.Key_C, Key.Key_V):
        QTest.keyClick(page, key)
    question = room.state.question("check")
    assert question is not None
    assert len(question.rounds) == 2
    assert question.rounds[0].counts == (3, 0, 0)


def test_a_clicker_works_while_the_vote_is_open(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_PageUp)
    assert room.state.here.id == "circle"


def test_what_is_refused_is_said_in_the_bar(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    QTest.keyClick(page, Key.Key_R)
    assert page.parts.bars.notice.text == "Voting is open. Close it before you show the answer."


def test_the_room_sees_no_counts_before_they_are_revealed(room: Room, console: OpenConsole) -> None:
    page = at_checkpoint(room, console)
    before = page.audience.grab().toImage()
    QTest.keyClick(page, Key.Key_5)
    QTest.keyClick(page, Key.Key_C)
    assert page.audience.grab().toImage() == before
    QTest.keyClick(page, Key.Key_R)
    assert page.audience.grab().toImage() != before


def test_choices_keep_their_height_in_the_lowest_window(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console(1024, 640)
    room.go("check")
    QApplication.processEvents()
    assert all(row.height() >= 60 for row in page.parts.round.card.rows)


def test_in_a_high_window_the_question_stands_right_under_the_cards_edge(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console(1920, 1080)
    room.go("check")
    QApplication.processEvents()
    card = page.parts.round.card
    assert card.height() < 500
    assert all(row.height() > 80 for row in card.rows)


@pytest.mark.parametrize("deck_text", [DECK.replace("Wait until she looks again", LONG_CHOICE)])
def test_two_votes_bars_keep_off_the_line_under_a_choice_of_three_lines(
    room: Room, console: OpenConsole
) -> None:
    page = at_checkpoint(room, console)
    room.vote(1, 3, 0)
    page.presenting.vote_again()
    QTest.qWait(20)
    row = page.parts.round.card.rows[1]
    bar = row.findChild(VoteBar)
    assert bar is not None
    text = next(each for each in row.findChildren(QLabel) if each.text() == LONG_CHOICE)
    assert text.height() > 2 * text.fontMetrics().height()
    assert row.height() - bar.geometry().bottom() - 1 >= OFF_LINE
    assert text.geometry().top() >= OFF_LINE
