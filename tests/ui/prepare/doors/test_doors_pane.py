from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.room.server import RoomView
from imhtrainer.services.preflight.finding import Check, good, note, wrong
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.phones.parts import RoomParts
from imhtrainer.ui.prepare.doors.pane import DoorsPane
from imhtrainer.ui.prepare.doors.row import HIGH, LOW
from imhtrainer.ui.prepare.doors.test_picture import TestPicture
from imhtrainer.ui.prepare.page import DOORS, PHONES, PreparePage
from imhtrainer.ui.services import Services
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.places import Place
from tests.ui.phones.quiet_server import WIFI, QuietServer

Show = Callable[[QWidget], None]
Key = Qt.Key


def check(name: str) -> Check:
    return Check(name, name.title(), lambda: good("Fine."))


def test_the_heading_says_how_it_stands(window_look: Look, shown: Show) -> None:
    pane = DoorsPane(window_look)
    shown(pane)
    pane.show_checks((check("power"), check("disk")))
    assert pane.heading.text() == "Looking at 2 things"
    assert pane.rows["disk"].words.text() == "Looking…"
    pane.show_finding("power", wrong("Empty."))
    pane.show_finding("disk", note("Small."))
    assert pane.heading.text() == "1 thing needs you"
    pane.show_finding("power", good("Full."))
    assert pane.heading.text() == "Ready to open the doors"


def test_a_row_offers_one_button_and_names_it(window_look: Look, shown: Show, qtbot: QtBot) -> None:
    pane = DoorsPane(window_look)
    shown(pane)
    pane.show_checks((check("clicker"),))
    pane.show_finding("clicker", note("Try it.", "clicker", "Learn its keys"))
    row = pane.rows["clicker"]
    assert row.button.accessibleName() == "Learn its keys, Clicker"
    with qtbot.waitSignal(pane.acted) as acted:
        row.button.click()
    assert acted.args == ["clicker", "clicker"]


@pytest.fixture
def doors(
    session: TrainingSession,
    window_look: Look,
    services: Services,
    shown: Show,
    settle: Callable[[], None],
) -> PreparePage:
    def others() -> tuple[Check, ...]:
        return (Check("door", "Door", lambda: wrong("The room is locked.")),)

    page = PreparePage(session, window_look, services, others)
    shown(page)
    page.open_step(DOORS)
    settle()
    settle()
    return page


def test_everything_is_looked_at_when_the_step_is_opened(doors: PreparePage) -> None:
    found = {name: row.finding for name, row in doors.doors.rows.items()}
    assert None not in found.values()
    verdicts = {name: finding.verdict for name, finding in found.items() if finding is not None}
    assert verdicts["slides"] == verdicts["disk"] == verdicts["certificate"] == "good"
    assert verdicts["screens"] == "note"
    assert verdicts["door"] == "wrong"
    assert doors.doors.heading.text() == "1 thing needs you"


def test_a_deck_that_cannot_be_painted_is_wrong_with_its_line(
    doors: PreparePage, settle: Callable[[], None], session: TrainingSession
) -> None:
    deck = session.state.plan.folder
    with open(f"{deck}/deck.md", "a", encoding="utf-8") as file:  # noqa: PTH123 - one line is added
        file.write("\n## Too long {#long}\n\n" + "Very many words. " * 400 + "\n")
    doors.doors.again_button.click()
    settle()
    settle()
    finding = doors.doors.rows["slides"].finding
    assert finding is not None
    assert finding.verdict == "wrong"
    assert "deck.md:" in finding.words


def test_a_clicker_is_learned_by_pressing_each_key_once(
    doors: PreparePage, qtbot: QtBot, services: Services
) -> None:
    doors.doors.rows["clicker"].button.click()
    lesson = doors.doors_desk.lesson
    assert "next slide" in lesson.words.text()
    qtbot.keyClick(lesson, Key.Key_VolumeUp)
    qtbot.keyClick(lesson, Key.Key_VolumeUp)
    assert "before" in lesson.words.text()
    qtbot.keyClick(lesson, Key.Key_Tab)
    lesson.skip_button.click()
    assert QApplication.focusWidget() is doors.doors.rows["clicker"].button
    assert services.settings.now.clicker == (
        ("next", int(Key.Key_VolumeUp)),
        ("back", int(Key.Key_Tab)),
    )
    finding = doors.doors.rows["clicker"].finding
    assert finding is not None
    assert finding.words == "Its keys are learned: Volume Up, Tab."


def test_a_lesson_that_is_stopped_leaves_the_keyboard_in_its_row(doors: PreparePage) -> None:
    button = doors.doors.rows["clicker"].button
    button.click()
    assert QApplication.focusWidget() is doors.doors_desk.lesson
    doors.doors_desk.lesson.stop_button.click()
    assert QApplication.focusWidget() is button


def test_the_test_picture_says_how_it_goes_away_and_goes(
    services: Services, shown: Show, qtbot: QtBot
) -> None:
    picture = TestPicture(services.kit.theme)
    shown(picture)
    assert picture.way_out == "Esc or a click closes this picture."
    said = picture.grab().toImage()
    picture.way_out = ""
    assert picture.grab().toImage() != said
    with qtbot.waitSignal(picture.destroyed):
        qtbot.keyClick(picture, Key.Key_Escape)


def test_the_filled_button_opens_the_doors_and_no_clock_runs(
    doors: PreparePage, qtbot: QtBot, session: TrainingSession
) -> None:
    assert doors.next_button.text() == "Open the doors"
    with qtbot.waitSignal(doors.doors_opened):
        doors.next_button.click()
    assert session.state.stage == "prepared"


def test_practising_alone_is_a_session_of_its_own_that_nobody_is_recorded_in(
    window: MainWindow,
    session: TrainingSession,
    services: Services,
    invite: Callable[..., None],
    enter: Callable[[TrainingSession, Place], None],
    settle: Callable[[], None],
) -> None:
    invite(session, "Ana Lopez")
    enter(session, Place.PREPARE)
    page = window.findChild(PreparePage)
    assert page is not None
    page.open_step(DOORS)
    page.practise_button.click()
    settle()
    settle()
    practice = window.session
    assert practice is not None
    assert practice is not session
    assert (practice.state.rehearsal, practice.state.stage) == (True, "running")
    assert len(practice.state.roster) == 6
    assert "Ana Lopez" not in [person.name for person in practice.state.roster]
    assert practice.state.present == ()
    assert practice.state.plan.slides == session.state.plan.slides
    assert session.state.stage == "prepared"
    kept = {each.id: each.rehearsal for each in services.sessions.summaries()}
    assert kept == {session.id: False, practice.id: True}


def test_the_tone_is_heard_or_not_and_the_row_says_so(doors: PreparePage) -> None:
    row = doors.doors.rows["sound"]
    row.button.click()
    assert row.words.text() == "Did you hear a soft tone?"
    assert (row.button.text(), row.other.text()) == ("Yes", "No")
    row.other.click()
    assert "No tone was heard" in row.words.text()
    assert doors.doors.heading.text() == "2 things need you"
    assert not row.other.isVisible()
    row.button.click()
    row.button.click()
    assert row.words.text() == "The tone was heard."
    assert doors.doors.heading.text() == "1 thing needs you"


def test_the_row_for_phones_leads_to_their_step(doors: PreparePage) -> None:
    row = doors.doors.rows["phones"]
    assert row.finding is not None
    assert row.finding.words
    doors.doors.acted.emit("phones", "phones")
    assert doors.steps.buttons[PHONES].isChecked()


def test_in_the_smallest_window_all_rows_are_seen_at_once(doors: PreparePage, qtbot: QtBot) -> None:
    area = doors.doors.findChild(QScrollArea)
    assert area is not None
    doors.window().resize(1024, 640)
    doors.resize(1024, 640 - 56)
    qtbot.waitUntil(lambda: LOW <= doors.doors.rows["power"].minimumHeight() < HIGH)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    doors.window().resize(1366, 900)
    doors.resize(1366, 900 - 56)
    qtbot.waitUntil(lambda: doors.doors.rows["power"].minimumHeight() == HIGH)


@pytest.mark.parametrize("height", [640, 700, 768, 800])
def test_rows_give_way_only_as_far_as_the_height_asks(
    doors: PreparePage, qtbot: QtBot, height: int
) -> None:
    area = doors.doors.findChild(QScrollArea)
    assert area is not None
    doors.window().resize(1366, height)
    doors.resize(1366, height - 56)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    rows = list(doors.doors.rows.values())

    def left_under() -> int:
        return doors.doors.height() - rows[-1].mapTo(doors.doors, rows[-1].rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: rows[0].minimumHeight() == HIGH or left_under() < 60)


class TestThePhonesRow:
    """What the row says from the moment phones are allowed until one has proved that they can."""

    @pytest.fixture
    def server(self, session: TrainingSession) -> QuietServer:
        return QuietServer(session)

    @pytest.fixture
    def page(
        self,
        session: TrainingSession,
        window_look: Look,
        services: Services,
        server: QuietServer,
        shown: Show,
        settle: Callable[[], None],
    ) -> Iterator[PreparePage]:
        parts = RoomParts(lambda _session: server, lambda: (WIFI,))
        link = RoomLink(session, services.settings, services.runner, parts)
        services.settings.change(replace(services.settings.now, phones=True))
        page = PreparePage(session, window_look, services, room=link)
        shown(page)
        page.open_step(DOORS)
        settle()
        settle()
        yield page
        settle()
        link.close()
        settle()

    def row(self, page: PreparePage) -> tuple[str, str, str]:
        row = page.doors.rows["phones"]
        assert row.finding is not None
        return row.finding.verdict, row.words.text(), row.button.text()

    def test_it_waits_for_a_phones_proof_and_then_is_green(
        self, page: PreparePage, server: QuietServer, settle: Callable[[], None]
    ) -> None:
        verdict, words, button = self.row(page)
        assert (verdict, button) == ("note", "Room and phones")
        assert "no phone has tried yet" in words
        server.say(RoomView(WIFI.address, 8765, phones=1, reached="192.168.1.77"))
        settle()
        settle()
        assert self.row(page)[0] == "good"
        assert "phones reach this laptop" in self.row(page)[1]

    def test_a_network_that_was_left_is_said_while_one_looks_on(
        self, page: PreparePage, server: QuietServer, settle: Callable[[], None]
    ) -> None:
        server.say(RoomView(WIFI.address, 8765, lost=True))
        settle()
        settle()
        verdict, words, _button = self.row(page)
        assert verdict == "wrong"
        assert "has left the network" in words
        assert page.doors.heading.text().endswith("you")

    def test_a_blocked_door_says_why_and_leads_to_where_it_is_mended(
        self, page: PreparePage, server: QuietServer, settle: Callable[[], None]
    ) -> None:
        server.blocked = "Another program has the door that phones use. Close it and try again."
        page._link.again()
        settle()
        settle()
        verdict, words, button = self.row(page)
        assert (verdict, words) == ("wrong", server.blocked)
        assert button == "Room and phones"
        page.doors.rows["phones"].button.click()
        assert page._stack.currentIndex() == PHONES


def test_who_wants_a_chime_is_asked_to_hear_the_loudspeaker(
    doors: PreparePage, services: Services, settle: Callable[[], None]
) -> None:
    assert "chime" not in doors.doors.rows["sound"].words.text()
    services.settings.change(replace(services.settings.now, chime=True))
    doors.doors.again_button.click()
    settle()
    settle()
    assert "You want a chime" in doors.doors.rows["sound"].words.text()
