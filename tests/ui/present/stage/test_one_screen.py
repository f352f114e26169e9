"""One screen: the slides stand where the panes were, and nothing happens that nobody can see."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.services.screens.events import StripWanted
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.hands.tools import Tool
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key


def docked_console(room: Room, console: OpenConsole) -> ConsolePage:
    room.start()
    page = console()
    page.projector.tell(StripWanted())
    assert page.privacy.hidden
    room.go("three")
    return page


def test_a_frozen_picture_says_how_it_goes_on_and_nobody_looks_on_unseen(
    room: Room, console: OpenConsole
) -> None:
    page = docked_console(room, console)
    QTest.keyClick(page, Key.Key_F)
    before = room.state
    picture = page.audience.grab().toImage()
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_End, Key.Key_Home, Key.Key_2):
        QTest.keyClick(page, key)
    QTest.keyClick(page, Key.Key_Return)
    assert room.state == before
    assert page.audience.grab().toImage() == picture
    assert page.presenting.looked_at is None
    assert "F lets the slides go on" in page.parts.bars.notice.text
    assert page.strip.words.text() == "Frozen"
    QTest.keyClick(page, Key.Key_F)
    assert room.state.screen == "live"
    QTest.keyClick(page, Key.Key_PageDown)
    assert (room.state.slide, room.state.step) == (room.index["three"], 1)


def test_no_pen_is_taken_that_has_no_slide_to_draw_on(room: Room, console: OpenConsole) -> None:
    page = docked_console(room, console)
    for key in (Key.Key_D, Key.Key_A, Key.Key_Z):
        QTest.keyClick(page, key)
    assert page.hands.hand.tool is Tool.NONE
    assert "room sees this screen" in page.parts.bars.notice.text


def test_no_overview_opens_behind_the_slides(room: Room, console: OpenConsole) -> None:
    page = docked_console(room, console)
    QTest.keyClick(page, Key.Key_O)
    assert not page.overview.open
    assert "no overview" in page.parts.bars.notice.text


def test_a_vote_says_that_it_is_open_and_how_many_and_is_closed_and_revealed_there(
    room: Room, console: OpenConsole
) -> None:
    page = docked_console(room, console)
    assert not page.strip.vote.isVisible()
    room.go("check")
    vote, following = page.strip.vote, page.strip.next
    assert vote.state.text == "Voting open · 0 of 4"
    assert following.property("kind") == "edge"
    QTest.keyClick(page, Key.Key_3)
    assert vote.state.text == "Voting open · 3 of 4"
    assert not vote.reveal.isVisible()
    vote.close_vote.click()
    assert vote.state.text == "Voting closed · 3 of 4"
    assert not vote.close_vote.isVisible()
    assert following.property("kind") == "edge"
    vote.reveal.click()
    assert room.state.step == 1
    assert not vote.isVisible()
    assert following.property("kind") == "primary"


@pytest.mark.parametrize("width", [1024, 1180, 1279, 1280, 1366, 1500, 1600])
def test_nothing_on_the_strip_is_cut_off_while_a_vote_is_open(
    qtbot: QtBot, room: Room, console: OpenConsole, width: int
) -> None:
    page = docked_console(room, console)
    page.resize(width, 640)
    room.go("check")
    for key in (Key.Key_1, Key.Key_4):
        QTest.keyClick(page, key)
    qtbot.wait(50)
    strip = page.strip
    vote = (strip.vote.state, strip.vote.hands, strip.vote.close_vote)
    shown = (*vote, strip.notes, strip.end, strip.back, strip.next)
    for one in shown:
        assert one.isVisible()
        assert one.width() >= one.sizeHint().width()
    assert strip.width() == width


def test_a_vote_says_for_which_choice_digits_count_and_never_how_many(
    room: Room, console: OpenConsole
) -> None:
    page = docked_console(room, console)
    room.go("check")
    hands = page.strip.vote.hands
    assert hands.text() == "Hands for A"
    QTest.keyClick(page, Key.Key_3)
    assert hands.text() == "Hands for A"
    QTest.keyClick(page, Key.Key_Down)
    assert hands.text() == "Hands for B"
    QTest.keyClick(page, Key.Key_Return)
    assert hands.text() == "Hands for C"
    page.strip.vote.close_vote.click()
    assert not hands.isVisible()


@pytest.mark.parametrize("width", [1024, 1279, 1280, 1366, 1500])
def test_the_way_to_the_notes_stays_beside_a_vote(
    qtbot: QtBot, room: Room, console: OpenConsole, width: int
) -> None:
    page = docked_console(room, console)
    page.resize(width, 640)
    room.go("check")
    qtbot.wait(50)
    notes = page.strip.notes
    assert notes.isVisible()
    assert notes.accessibleName() == "Show my notes"
    assert notes.text() == ("Show my notes" if width >= 1280 else "")
    assert notes.width() >= notes.sizeHint().width()
    notes.click()
    assert not page.privacy.hidden
