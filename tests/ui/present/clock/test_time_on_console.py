from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.pacing import SectionTime
from imhtrainer.domain.session.commands import InterruptSession
from imhtrainer.ui.present.console.console import ConsolePage
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key


def shown_buttons(page: ConsolePage) -> list[str]:
    row = page.parts.slide.clock.row
    return [b.text() for b in row.findChildren(QPushButton) if b.isVisible() and b.text()]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def pass_time(page: ConsolePage, room: Room, **length: float) -> None:
    room.clock.pass_time(**length)
    page._tick()


class TestAQuestion:
    def test_q_has_the_sections_clock_wait_and_next_goes_on(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        clock = page.parts.slide.clock
        QTest.keyClick(page, Key.Key_Q)
        pass_time(page, room, seconds=90)
        assert page.parts.transport.question.isChecked()
        assert clock.section.text == "5:00 left"
        assert clock.clock.text == "1:30"
        assert clock.row.figure.text == "1:30"
        QTest.keyClick(page, Key.Key_Right)
        assert room.state.slide == 1
        assert room.state.asking is None
        assert not page.parts.transport.question.isChecked()

    def test_the_button_does_the_same(self, room: Room, console: OpenConsole) -> None:
        room.start()
        page = console()
        page.parts.transport.question.click()
        assert room.state.asking is not None
        page.parts.transport.question.click()
        assert room.state.asking is None


class TestABreak:
    def test_t_asks_how_long_and_the_room_sees_when_we_go_on(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        QTest.keyClick(page, Key.Key_T)
        bar = page.parts.bars.question
        ten = next(b for b in bar.findChildren(QPushButton) if b.text() == "10 min")
        ten.click()
        assert page.audience.accessibleName().startswith("Break, 10 minutes. We go on at ")
        assert page.parts.bar.room.text == "Break"
        assert page.parts.transport.next.words == "Go on"

    def test_asked_twice_the_keyboard_stays_on_the_answer(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        bar = page.parts.bars.question
        QTest.keyClick(page, Key.Key_T)
        none = QApplication.focusWidget()
        assert none is not None
        QTest.keyClick(none, Key.Key_T)
        assert QApplication.focusWidget() is none
        ten = next(b for b in bar.findChildren(QPushButton) if b.text() == "10 min")
        ten.setFocus()
        QTest.keyClick(ten, Key.Key_T)
        assert QApplication.focusWidget() is ten
        QTest.keyClick(ten, Key.Key_Return)
        assert room.state.breaks[-1].minutes == 10

    @pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
    def test_no_break_begins_before_its_length_was_gone_to(
        self, qtbot: QtBot, room: Room, console: OpenConsole, key: Key
    ) -> None:
        room.start()
        page = console()
        QTest.keyClick(page, Key.Key_T)
        QTest.keyClick(focused(), key)
        assert not page.parts.bars.asking
        assert not room.state.breaks
        qtbot.waitUntil(page.hasFocus)
        QTest.keyClick(page, Key.Key_T)
        QTest.keyClick(focused(), Key.Key_Tab)
        QTest.keyClick(focused(), key)
        assert [pause.minutes for pause in room.state.breaks] == [5]

    def test_a_slides_number_goes_on_counting_while_the_question_stands(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        QTest.keyClick(page, Key.Key_T)
        five = next(
            b for b in page.parts.bars.question.findChildren(QPushButton) if b.text() == "5 min"
        )
        five.setFocus()
        for key in (Key.Key_3, Key.Key_Return):
            QTest.keyClick(focused(), key)
        assert room.state.breaks == ()
        assert room.state.here.id == "circle"

    def test_after_another_question_the_keyboard_is_on_the_answer_that_changes_nothing(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        page.parts.bars.ask_to_end("End the training?")
        page.parts.bars.ask_break()
        none = QApplication.focusWidget()
        assert isinstance(none, QPushButton)
        assert none.text() == "No break"

    def test_it_grows_by_key_and_ends_with_next(self, room: Room, console: OpenConsole) -> None:
        room.start()
        page = console()
        page.keys.time.start_break(5)
        QTest.keyClick(page, Key.Key_Plus)
        assert room.state.breaks[-1].minutes == 6
        QTest.keyClick(page, Key.Key_Minus)
        QTest.keyClick(page, Key.Key_Minus)
        assert room.state.breaks[-1].minutes == 4
        QTest.keyClick(page, Key.Key_PageDown)
        assert room.state.pause is None
        assert page.audience.accessibleName() == "Welcome to the room"

    def test_late_is_said_in_the_row_and_delay_in_the_pace(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        page.keys.time.start_break(5)
        pass_time(page, room, minutes=5, seconds=40)
        assert page.parts.slide.clock.row.figure.text == "+0:40 over"
        assert page.parts.slide.clock.pace.text == "6 min behind"

    def test_the_end_of_a_break_is_not_the_end_of_the_training(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        room.go("goodbye")
        page = console()
        page.keys.time.start_break(5)
        assert page.parts.transport.next.words == "Go on"
        QTest.keyClick(page, Key.Key_Right)
        assert room.state.stage == "running"
        assert page.parts.transport.next.words == "Finish"


class TestATimer:
    def test_starts_waits_and_goes_on_with_one_key(self, room: Room, console: OpenConsole) -> None:
        room.start()
        room.go("circle")
        page = console()
        assert shown_buttons(page) == ["Start the timer"]
        QTest.keyClick(page, Key.Key_T)
        pass_time(page, room, seconds=24)
        assert page.parts.slide.clock.row.figure.text == "1:36 left"
        assert shown_buttons(page) == ["−1 min", "+1 min", "Pause"]
        QTest.keyClick(page, Key.Key_T)
        pass_time(page, room, seconds=60)
        assert page.parts.slide.clock.row.figure.text == "1:36 left"
        assert shown_buttons(page)[-1] == "Continue"

    def test_paused_on_another_slide_it_does_not_change_by_key(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        room.go("circle")
        page = console()
        QTest.keyClick(page, Key.Key_T)
        QTest.keyClick(page, Key.Key_T)
        paused = room.state.timer
        room.go("hello")
        QTest.keyClick(page, Key.Key_Plus)
        QTest.keyClick(page, Key.Key_Minus)
        assert room.state.timer == paused
        room.go("circle")
        QTest.keyClick(page, Key.Key_Plus)
        assert room.state.timer != paused

    def test_the_room_sees_each_second_and_hears_none(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        room.go("circle")
        page = console()
        before = (page.audience.accessibleName(), page.audience.accessibleDescription())
        QTest.keyClick(page, Key.Key_T)
        first = page.audience.grab().toImage()
        pass_time(page, room, seconds=1)
        assert page.audience.grab().toImage() != first
        assert (page.audience.accessibleName(), page.audience.accessibleDescription()) == before

    def test_its_end_calls_back_and_can_be_put_away(self, room: Room, console: OpenConsole) -> None:
        room.start()
        room.go("circle")
        page = console()
        QTest.keyClick(page, Key.Key_T)
        pass_time(page, room, minutes=2, seconds=40)
        assert page.audience.accessibleDescription() == "Time to come back"
        assert page.parts.slide.clock.row.figure.text == "+0:40 over"
        QTest.keyClick(page, Key.Key_T)
        assert room.state.timer is None

    def test_a_frozen_room_keeps_the_second_it_saw(self, room: Room, console: OpenConsole) -> None:
        room.start()
        room.go("circle")
        page = console()
        QTest.keyClick(page, Key.Key_T)
        QTest.keyClick(page, Key.Key_F)
        frozen = page.audience.grab().toImage()
        pass_time(page, room, seconds=5)
        assert page.audience.grab().toImage() == frozen

    def test_it_runs_on_through_a_crash(self, room: Room, console: OpenConsole) -> None:
        room.start()
        room.go("circle")
        page = console()
        QTest.keyClick(page, Key.Key_T)
        room.clock.pass_time(seconds=20)
        room.session.do(InterruptSession(room.clock()))
        room.clock.pass_time(seconds=10)
        QTest.keyClick(page, Key.Key_Right)
        assert page.parts.slide.clock.row.figure.text == "1:30 left"


class TestTheSectionsClock:
    def test_is_started_again_and_taken_back_by_buttons(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        pass_time(page, room, minutes=3)
        row, section = page.parts.slide.clock.row, page.parts.slide.clock.section
        row.again.click()
        assert section.text == "5:00 left"
        assert shown_buttons(page) == ["Undo"]
        row.undo.click()
        assert section.text == "2:00 left"

    def test_low_windows_still_show_what_runs(self, room: Room, console: OpenConsole) -> None:
        room.start()
        page = console(1024, 640)
        page.keys.time.start_break(5)
        assert page.parts.slide.clock.row.isVisible()


class TestTheLastTime:
    def test_a_section_that_took_longer_is_told_until_something_presses_more(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        clock = page.parts.slide.clock
        assert not clock.row.icon.isVisible()
        page.remember((SectionTime("welcome", "Welcome", 5, 9 * 60, 0, False),))
        told = "Last time this section took 9 min, 5 are planned."
        assert (clock.advice.text(), clock.advice.isVisible()) == (told, True)
        pass_time(page, room, minutes=7)
        assert "leave out" in clock.advice.text()
        pass_time(page, room, minutes=-7)
        assert clock.advice.text() == told
        room.go("circle")
        assert "Last time" not in clock.advice.text()

    def test_a_question_and_a_timer_stand_in_its_place(
        self, room: Room, console: OpenConsole
    ) -> None:
        room.start()
        page = console()
        page.remember((SectionTime("welcome", "Welcome", 5, 9 * 60, 0, False),))
        QTest.keyClick(page, Key.Key_Q)
        assert "waits for the next key" in page.parts.slide.clock.advice.text()
