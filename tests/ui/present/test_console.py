from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import (
    InterruptSession,
    InvitePhones,
    OpenEvaluation,
    SignOut,
)
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.console.step_keys import SECOND_WORD
from tests.ui.present.small_training import FakeSettings, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key


def open_drawer(page: ConsolePage) -> str:
    return page.parts.side.drawer


def button(widget: QWidget, text: str) -> QPushButton:
    found = [b for b in widget.findChildren(QPushButton) if b.text() == text]
    return next(b for b in found if b.isVisibleTo(widget))


def middle_of_the_room(page: ConsolePage) -> str:
    image = page.audience.grab().toImage()
    return QColor(image.pixel(image.width() // 2, image.height() - 20)).name()


def test_next_begins_the_training_and_then_moves_the_room(room: Room, console: OpenConsole) -> None:
    page = console()
    assert page.parts.transport.next.words == "Start"
    QTest.keyClick(page, Key.Key_Right)
    assert room.state.stage == "running"
    assert page.parts.transport.next.words == "Next"
    QTest.keyClick(page, Key.Key_PageDown)
    assert room.state.slide == 1
    assert page.audience.accessibleName() == "Three things"


def test_every_key_for_next_and_back_is_known(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Space, Key.Key_PageDown, Key.Key_N):
        before = (room.state.slide, room.state.step)
        QTest.keyClick(page, key)
        assert (room.state.slide, room.state.step) > before
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_PageUp, Key.Key_P):
        before = (room.state.slide, room.state.step)
        QTest.keyClick(page, key)
        assert (room.state.slide, room.state.step) < before


def test_home_end_and_a_number_with_enter_jump(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_End)
    assert room.state.here.id == "goodbye"
    QTest.keyClick(page, Key.Key_Home)
    assert room.state.slide == 0
    QTest.keyClick(page, Key.Key_3)
    assert "3" in page.parts.transport.place.text()
    QTest.keyClick(page, Key.Key_Return)
    assert room.state.here.id == "circle"


def test_a_number_that_no_slide_has_is_said_in_a_bar(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    for key in (Key.Key_9, Key.Key_9, Key.Key_Return):
        QTest.keyClick(page, key)
    assert room.state.slide == 0
    assert page.parts.bars.notice.text == "There is no slide 99: the last is 7."


def test_black_white_and_five_points_are_said_in_the_bar(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    for key, words in ((Key.Key_B, "Black"), (Key.Key_Comma, "White"), (Key.Key_S, "Five points")):
        QTest.keyClick(page, key)
        assert page.parts.bar.room.text == words
    QTest.keyClick(page, Key.Key_S)
    assert page.parts.bar.room.text == "Live in a window"


def test_black_and_white_reach_the_room_and_next_brings_the_slide_back(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_Period)
    assert middle_of_the_room(page) == "#000000"
    QTest.keyClick(page, Key.Key_W)
    assert middle_of_the_room(page) == "#ffffff"
    QTest.keyClick(page, Key.Key_Right)
    assert room.state.screen == "live"
    assert room.state.slide == 0


def test_looking_through_the_outline_never_moves_the_room(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.parts.outline.list, Key.Key_Down)
    QTest.keyClick(page.parts.outline.list, Key.Key_Down)
    assert room.state.slide == 0
    assert page.parts.slide.words.text() == "Only you see slide 3"
    assert page.parts.slide.return_button.text() == "Back to 1"
    QTest.mouseClick(page.parts.slide.return_button, Qt.MouseButton.LeftButton)
    assert page.parts.slide.looking.isHidden()


def test_enter_in_the_outline_shows_the_slide_to_the_room(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.parts.outline.list, Key.Key_Down)
    QTest.keyClick(page.parts.outline.list, Key.Key_Return)
    assert room.state.slide == 1
    assert page.parts.slide.looking.isHidden()


def test_one_person_is_one_person(room: Room, console: OpenConsole) -> None:
    room.start()
    for attendee in room.state.present[1:]:
        room.session.do(SignOut(room.clock(), attendee))
    page = console()
    QTest.keyClick(page, Key.Key_Escape)
    assert page.parts.bars.question.text.startswith("End the training? 1 person is still signed in")


def test_escape_asks_in_a_bar_and_never_ends_by_itself(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_Escape)
    assert page.parts.bars.question.text == (
        "End the training? 4 people are still signed in; Wrap up asks about them."
    )
    QTest.keyClick(page.focusWidget() or page, Key.Key_Escape)
    assert not page.parts.bars.asking
    assert room.state.stage == "running"


def test_ending_takes_the_word_of_the_bar(qtbot: QtBot, room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.mouseClick(page.parts.bar.end, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.ended):
        QTest.mouseClick(button(page.parts.bars, "End"), Qt.MouseButton.LeftButton)
    assert room.state.stage == "ended"
    assert page.audience.isHidden()


def test_next_after_the_last_step_asks_whether_to_end(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_End)
    while page.parts.transport.next.words == "Next":
        QTest.keyClick(page, Key.Key_PageDown)
    assert page.parts.transport.next.words == "Finish"
    QTest.keyClick(page, Key.Key_PageDown)
    assert page.parts.bars.question.text.startswith("End the training?")
    QTest.keyClick(page.focusWidget() or page, Key.Key_PageDown)
    assert room.state.stage == "running"


def test_next_again_at_the_end_leaves_the_question_and_its_keyboard_alone(
    qtbot: QtBot, room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_End)
    while page.parts.transport.next.words == "Next":
        QTest.keyClick(page, Key.Key_PageDown)
    QTest.keyClick(page, Key.Key_PageDown)
    keep = page.focusWidget()
    assert isinstance(keep, QPushButton)
    assert keep.text() == "Keep going"
    for _ in range(2):
        QTest.keyClick(keep, Key.Key_PageDown)
        qtbot.wait(10)
        assert page.focusWidget() is keep
    assert page.parts.bars.ending
    QTest.keyClick(keep, Key.Key_1)
    QTest.keyClick(keep, Key.Key_Return)
    assert (room.state.stage, room.state.slide) == ("running", 0)


def test_an_unanswered_checkpoint_is_asked_about_once(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    room.go("check")
    QTest.keyClick(page, Key.Key_PageDown)
    assert "Nobody has answered" in page.parts.bars.question.text
    assert room.state.here.id == "check"
    QTest.mouseClick(button(page.parts.bars, "Move on"), Qt.MouseButton.LeftButton)
    assert room.state.here.id == "after"
    question = room.state.question("check")
    assert question is not None
    assert question.skipped


def test_a_clickers_second_press_is_yes_but_a_hasty_one_is_not(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    room.go("check")
    QTest.keyClick(page, Key.Key_PageDown)
    QTest.keyClick(page.focusWidget() or page, Key.Key_PageDown)
    assert room.state.here.id == "check"
    room.clock.now += SECOND_WORD
    QTest.keyClick(page.focusWidget() or page, Key.Key_PageDown)
    assert room.state.here.id == "after"


def test_staying_leaves_the_vote_open(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    room.go("check")
    QTest.keyClick(page, Key.Key_PageDown)
    QTest.mouseClick(button(page.parts.bars, "Stay"), Qt.MouseButton.LeftButton)
    assert not page.parts.bars.asking
    assert not page.presenting.waiting
    assert room.state.here.id == "check"


def test_notes_and_what_comes_next_follow_the_room(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    assert "Good morning." in page.parts.side.notes.words.text()
    assert page.parts.side.next.lead.text() == "Next, slide 2"
    assert page.parts.side.next.name.text() == "Three things"
    room.go("three")
    assert "One by one." in page.parts.side.notes.words.text()
    assert page.parts.side.next.lead.text() == "Next, step 1 of 3"
    assert page.parts.transport.step.text() == "step 0 of 3"


def test_the_size_of_the_notes_is_kept(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(page.parts.side.notes.larger, Qt.MouseButton.LeftButton)
    assert settings.now.notes_size == 20
    QTest.keyClick(page, Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert settings.now.notes_size == 19


def test_the_figures_tell_section_pace_and_clock(room: Room, console: OpenConsole) -> None:
    room.start()
    room.clock.pass_time(minutes=7)
    page = console()
    figures = page.parts.slide.clock
    assert figures.section.text == "+2:00 over"
    assert figures.pace.text == "2 min behind"
    assert figures.clock.text == "7:00"
    assert "leave out “Circle of names” on slide 3" in figures.advice.text()


def test_the_moon_asks_for_dark_windows(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Key.Key_Question)
    assert open_drawer(page) == "keys"
    QTest.mouseClick(page.parts.side.keys.moon, Qt.MouseButton.LeftButton)
    assert settings.now.scheme == "dark"
    QTest.keyClick(page, Key.Key_Question)
    assert open_drawer(page) == ""


def test_opening_the_console_goes_on_with_an_interrupted_training(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    room.go("three")
    room.session.do(InterruptSession(room.clock()))
    page = console()
    assert room.state.stage == "running"
    assert page.parts.slide.picture.shown is not None
    assert room.state.here.id == "three"


def test_trouble_with_the_disk_is_said_and_taken_back(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    page.presenting.written.emit("The disk is full.")
    assert page.parts.bars.saving.text == "Not saved on this laptop: The disk is full."
    page.presenting.written.emit("")
    assert page.parts.bars.saving.text == ""


def test_low_and_narrow_windows_fold(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console(1280, 720)
    assert page.parts.outline.width() == 220
    page.resize(1024, 640)
    assert page.parts.outline.isHidden()
    QTest.keyClick(page, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not page.parts.outline.isHidden()
    assert page.parts.side.isHidden()
    QTest.keyClick(page.parts.outline.list, Key.Key_Return)
    assert page.parts.outline.isHidden()
    assert not page.parts.side.isHidden()
    page.resize(1920, 1080)
    assert not page.parts.outline.isHidden()
    assert page.parts.side.width() == 520


def test_a_practice_run_says_so_in_the_bar(room: Room, console: Callable[..., ConsolePage]) -> None:
    room.start()
    page = console()
    assert page.parts.bar.practice.isHidden()
    page.parts.bar.show_practice(True)
    assert page.parts.bar.practice.text() == "Practice"


def test_the_end_is_told_once_whatever_the_record_takes_in_later(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    told: list[bool] = []
    page.ended.connect(lambda: told.append(True))
    page.presenting.end()
    room.session.do(InvitePhones(room.clock(), "4827"))
    room.session.do(OpenEvaluation(room.clock()))
    assert told == [True]


def test_before_the_start_the_console_shows_what_comes_after_the_first_slide(
    room: Room, console: OpenConsole
) -> None:
    page = console()
    beside = page.parts.side.next
    assert (beside.lead.text(), beside.name.text()) == ("Next, slide 2", "Three things")
    assert not beside.picture.isHidden()
    assert room.state.stage == "prepared"
