from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from imhtrainer.domain.events import Details
from imhtrainer.domain.session.commands import EndSession, Next, StartSession
from imhtrainer.services.screens.display import Display
from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.help_page import HelpPage
from imhtrainer.ui.prepare.page import DOORS, PreparePage
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.services import Services
from imhtrainer.ui.sessionbar import SessionBar
from imhtrainer.ui.settings_page import SettingsPage
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.style.focus import FocusRing
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.places import Place
from imhtrainer.ui.widgets.words import ElidedLabel
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.ui.conftest import StandingClock

Settle = Callable[[], None]
SCREENS = (("Laptop", 0), ("Epson", 1366))
CTRL = Qt.KeyboardModifier.ControlModifier


Enter = Callable[[TrainingSession, Place], None]


def page(window: MainWindow) -> QWidget:
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    (stack,) = window.findChildren(QStackedWidget, options=directly)
    shown = stack.currentWidget()
    assert shown is not None
    return shown


def stage(session: TrainingSession) -> str:
    return session.state.stage


def press(window: QWidget, words: str) -> None:
    buttons = (b for b in window.findChildren(QPushButton) if b.isVisible())
    next(b for b in buttons if b.text() == words).click()


def place_button(window: MainWindow, words: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if b.text() == words)


def test_a_session_shows_its_title_and_the_three_places(
    window: MainWindow, session: TrainingSession, enter: Enter
) -> None:
    enter(session, Place.PREPARE)
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert session.state.plan.full_title in said
    assert isinstance(page(window), PreparePage)
    assert place_button(window, "Prepare").isChecked()
    assert not place_button(window, "Wrap up").isEnabled()
    assert place_button(window, "Wrap up").toolTip() == "When the training has ended"


def test_present_before_the_beginning_asks_first(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot
) -> None:
    enter(session, Place.PREPARE)
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert stage(session) == "prepared"
    assert window.message.text.startswith("The training has not begun.")
    press(window.message, "Start the training")
    assert stage(session) == "running"
    assert isinstance(page(window), ConsolePage)


def test_the_filled_buttons_of_prepare_lead_to_the_console_where_next_begins(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot
) -> None:
    enter(session, Place.PREPARE)
    press(window, "Roster")
    press(window, "Room and phones")
    press(window, "Before the doors open")
    press(window, "Open the doors")
    assert window.place is Place.PRESENT
    console = page(window)
    assert isinstance(console, ConsolePage)
    assert stage(session) == "prepared"
    qtbot.keyClick(console, Qt.Key.Key_PageDown)
    assert stage(session) == "running"


def test_the_end_of_the_training_leads_to_wrap_up(
    window: MainWindow, session: TrainingSession, enter: Enter, services: Services
) -> None:
    session.do(StartSession(services.clock()))
    enter(session, Place.PRESENT)
    session.do(EndSession(services.clock()))
    assert window.place is Place.WRAP_UP
    assert isinstance(page(window), WrapUpPage)
    assert not place_button(window, "Present").isEnabled()


def test_control_and_a_digit_go_from_place_to_place(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot, services: Services
) -> None:
    session.do(StartSession(services.clock()))
    enter(session, Place.PRESENT)
    for key, place in (
        (Qt.Key.Key_1, Place.HOME),
        (Qt.Key.Key_2, Place.PREPARE),
        (Qt.Key.Key_3, Place.PRESENT),
    ):
        qtbot.keyClick(window, key, CTRL)
        assert window.place is place


def test_the_room_keeps_its_last_page_through_wrap_up_and_settings_until_home(
    window: MainWindow, session: TrainingSession, enter: Enter, services: Services
) -> None:
    session.do(StartSession(services.clock()))
    enter(session, Place.PRESENT)
    console = page(window)
    assert isinstance(console, ConsolePage)
    laptop, epson = (ScreenFacts(name, "", 1366, 768, left=at) for name, at in SCREENS)
    console.projector.display = Display((laptop, epson), laptop, "fullscreen", epson)
    console.presenting.end()
    assert "until you go Home" in window.message.text
    window.settings_asked.emit()
    window.go_back()
    window.go(Place.PREPARE)
    assert console.audience.isVisible()
    window.go(Place.HOME)
    assert not console.audience.isVisible()


def test_where_no_projector_is_the_rooms_window_goes_with_the_training(
    window: MainWindow, session: TrainingSession, enter: Enter, services: Services
) -> None:
    session.do(StartSession(services.clock()))
    enter(session, Place.PRESENT)
    console = page(window)
    assert isinstance(console, ConsolePage)
    assert console.audience.isVisible()
    console.presenting.end()
    assert window.place is Place.WRAP_UP
    assert window.message.text == ""
    assert not console.audience.isVisible()


def test_the_console_recalls_what_the_sections_took_the_last_time(
    window: MainWindow,
    session: TrainingSession,
    enter: Enter,
    services: Services,
    standing_clock: StandingClock,
    trainings_folder: Path,
    qtbot: QtBot,
) -> None:
    session.do(StartSession(services.clock()))
    standing_clock.pass_time(minutes=31)
    session.do(EndSession(services.clock()))
    standing_clock.pass_time(days=7)
    deck = services.trainings.load(trainings_folder / "little")
    again = services.sessions.create(deck, Details())
    again.do(StartSession(services.clock()))
    enter(again, Place.PRESENT)
    console = page(window)
    assert isinstance(console, ConsolePage)
    advice = console.parts.slide.clock.advice
    qtbot.waitUntil(lambda: "Last time this section took 31 min" in advice.text())


def test_control_and_3_lead_nowhere_once_the_training_has_ended(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot, services: Services
) -> None:
    session.do(StartSession(services.clock()))
    session.do(EndSession(services.clock()))
    enter(session, Place.WRAP_UP)
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert window.place is Place.WRAP_UP


def test_control_and_4_lead_to_wrap_up_once_the_training_has_ended(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot, services: Services
) -> None:
    session.do(StartSession(services.clock()))
    enter(session, Place.PREPARE)
    qtbot.keyClick(window, Qt.Key.Key_4, CTRL)
    assert isinstance(page(window), PreparePage)
    session.do(EndSession(services.clock()))
    for key, place in ((Qt.Key.Key_1, Place.HOME), (Qt.Key.Key_4, Place.WRAP_UP)):
        qtbot.keyClick(window, key, CTRL)
        assert window.place is place
    assert isinstance(page(window), WrapUpPage)


def test_a_clicker_learned_while_the_training_runs_moves_the_slide(
    window: MainWindow,
    session: TrainingSession,
    enter: Enter,
    qtbot: QtBot,
    services: Services,
    settle: Settle,
) -> None:
    session.do(StartSession(services.clock()))
    enter(session, Place.PRESENT)
    console = page(window)
    qtbot.keyClick(console, Qt.Key.Key_VolumeUp)
    assert session.state.slide == 0
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    prepare = page(window)
    assert isinstance(prepare, PreparePage)
    prepare.open_step(DOORS)
    settle()
    settle()
    prepare.doors.rows["clicker"].button.click()
    lesson = prepare.doors_desk.lesson
    for key in (Qt.Key.Key_VolumeUp, Qt.Key.Key_VolumeDown, Qt.Key.Key_F9):
        qtbot.keyClick(lesson, key)
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert page(window) is console
    qtbot.keyClick(console, Qt.Key.Key_VolumeUp)
    assert session.state.slide == 1
    qtbot.keyClick(console, Qt.Key.Key_VolumeDown)
    assert session.state.slide == 0
    qtbot.keyClick(console, Qt.Key.Key_F9)
    assert session.state.screen == "black"


def test_home_offers_the_session_that_runs(
    window: MainWindow,
    session: TrainingSession,
    enter: Enter,
    services: Services,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    session.do(StartSession(services.clock()))
    session.do(Next(services.clock()))
    enter(session, Place.PRESENT)
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    settle()
    press(window, "Back to slide 2")
    settle()
    assert window.place is Place.PRESENT


def test_closing_asks_once_while_the_training_runs(
    window: MainWindow, session: TrainingSession, enter: Enter, services: Services
) -> None:
    session.do(StartSession(services.clock()))
    enter(session, Place.PRESENT)
    window.close()
    assert window.isVisible()
    assert window.message.text.startswith("The training is running.")


def test_settings_and_help_open_over_a_place_and_lead_back(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot
) -> None:
    enter(session, Place.PREPARE)
    press(window, "Settings")
    assert page(window).findChild(SettingsPage) is not None
    qtbot.keyClick(page(window).findChild(SettingsPage), Qt.Key.Key_Escape)
    assert isinstance(page(window), PreparePage)
    press(window, "Help")
    assert page(window).findChild(HelpPage) is not None
    press(page(window), "Done")
    assert isinstance(page(window), PreparePage)


def test_f6_walks_the_panes(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot
) -> None:
    enter(session, Place.PREPARE)
    seen = set()
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus)
    assert len(seen) == 3


def test_the_ring_follows_the_keyboard(
    window: MainWindow, session: TrainingSession, enter: Enter, qtbot: QtBot
) -> None:
    enter(session, Place.PREPARE)
    prepare = page(window)
    assert isinstance(prepare, PreparePage)
    field = prepare.form.texts["venue"]
    field.setFocus()
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.size().width() == field.width() + 10


def test_another_session_puts_the_first_away(
    window: MainWindow, session: TrainingSession, enter: Enter, services: Services, qtbot: QtBot
) -> None:
    enter(session, Place.PREPARE)
    first = page(window)
    deck = services.trainings.load(services.trainings.folders()[0])
    other = services.sessions.create(deck)
    enter(other, Place.PREPARE)
    assert window.session is other
    qtbot.waitUntil(lambda: not isValid(first))


def test_what_was_said_in_one_place_does_not_follow_into_the_next(
    window: MainWindow, enter: Enter, session: TrainingSession
) -> None:
    enter(session, Place.PREPARE)
    window.message.say("broken.png is damaged.", "alarm")
    window.go(Place.HOME)
    assert window.message.text == ""


def test_a_sessions_title_is_whole_in_a_narrow_window_and_the_places_stand_in_the_middle_of_a_wide_one(
    window_look: Look, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    bar = SessionBar(window_look)
    bar.resize(1024, 56)
    shown(bar)
    bar.show_session("Infant Mental Health – It Starts on Day 1", "Saturday, 10:00 AM")
    (title,) = (w for w in bar.findChildren(ElidedLabel) if w.text().startswith("Infant"))
    qtbot.waitUntil(lambda: title.width() >= title.sizeHint().width())
    assert title.toolTip() == ""
    bar.resize(1920, 56)
    qtbot.waitUntil(lambda: abs(bar.places.geometry().center().x() - 960) <= 2)
