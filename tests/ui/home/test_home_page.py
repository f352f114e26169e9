from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copytree
from threading import Event
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import EndSession, Next, SignIn, StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.home.desk import HomeDesk
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.home.training_card import TrainingCard, broken_after_dash
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.places import Place
from tests.ui.conftest import LITTLE

Show = Callable[[QWidget], None]
Settle = Callable[[], None]


@pytest.fixture
def home(window_look: Look, services: Services, shown: Show) -> HomePage:
    page = HomePage(window_look, services.clock)
    page.resize(1366, 712)
    shown(page)
    return page


@pytest.fixture
def desk(home: HomePage, services: Services, settle: Settle) -> HomeDesk:
    made = HomeDesk(home, services, home)
    made.refresh()
    settle()
    settle()
    return made


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())


def card(home: HomePage) -> TrainingCard:
    return home.cards.cards[0]


def test_who_opens_it_first_is_told_what_to_do(desk: HomeDesk, home: HomePage) -> None:
    assert card(home).button.text() == "Prepare your first session"
    assert card(home).button.property("kind") == "primary"
    assert "Sessions you have held will be listed here." in words(home.past)
    assert not home.band.isVisible()


def test_a_card_tells_title_length_slides_and_checkpoints(desk: HomeDesk, home: HomePage) -> None:
    said = words(card(home))
    assert "Looking together\u00a0–\nA\u00a0short\u00a0training" in said
    assert any(text.startswith("30 min · ") for text in said)
    assert "Not held yet" in said


def test_the_greeting_follows_the_hour_and_the_first_name(
    home: HomePage, services: Services
) -> None:
    home.greet("Dr. Marisol Vega")
    hour = services.clock().astimezone().hour
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    assert f"Good {part}, Marisol" in words(home)


def test_preparing_opens_a_new_session_at_prepare(
    desk: HomeDesk, home: HomePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.entered) as entered:
        card(home).button.click()
    session, place = entered.args
    assert place is Place.PREPARE
    assert session.state.stage == "prepared"
    assert session.state.plan.title == "Looking together"


def test_a_session_prepared_and_left_empty_is_taken_again(
    desk: HomeDesk, home: HomePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.entered) as first:
        card(home).button.click()
    with qtbot.waitSignal(desk.entered) as second:
        card(home).button.click()
    assert first.args[0] is second.args[0]


def test_what_is_remembered_of_the_facilitator_is_in_a_new_session(
    desk: HomeDesk, home: HomePage, services: Services, qtbot: QtBot
) -> None:
    now = services.settings.now
    services.settings.change(type(now)(facilitator="Marisol Vega", paper="a4"))
    with qtbot.waitSignal(desk.entered) as entered:
        card(home).button.click()
    details = entered.args[0].state.details
    assert (details.facilitator, details.paper) == ("Marisol Vega", "a4")
    assert details.starts > services.clock()


def interrupt(services: Services, session: TrainingSession) -> None:
    session.do(StartSession(services.clock()))
    session.do(Next(services.clock()))
    services.journal.beat(session.id, services.clock())
    services.journal.flush()


@pytest.fixture
def stopped(
    services: Services, session: TrainingSession, invite: Callable[..., None]
) -> TrainingSession:
    """A session that runs, with two people signed in."""
    invite(session, "Ana", "Bo")
    for person in session.state.roster:
        session.do(SignIn(services.clock(), person.id))
    interrupt(services, session)
    return session


def test_a_session_that_runs_is_offered_with_what_is_safe(
    stopped: TrainingSession, desk: HomeDesk, home: HomePage
) -> None:
    said = " ".join(words(home.band))
    assert home.band.isVisible()
    assert "Running now" in said
    assert "Slide 2 of" in said
    assert "2 people signed in" in said
    assert "Everything up to that moment is saved." in said


def test_resuming_leads_to_present(
    stopped: TrainingSession, desk: HomeDesk, home: HomePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.entered) as entered:
        qtbot.keyClick(home, Qt.Key.Key_Return)
    assert entered.args == [stopped, Place.PRESENT]


def test_ending_leads_to_wrapping_up(
    stopped: TrainingSession, desk: HomeDesk, home: HomePage, qtbot: QtBot
) -> None:
    before = stopped.state
    button(home.band, "End and wrap up").click()
    assert "nobody can go on" in home.message.text
    assert stopped.state is before
    with qtbot.waitSignal(desk.entered) as entered:
        button(home.message, "End it").click()
    assert entered.args == [stopped, Place.WRAP_UP]
    assert stopped.state.stage == "ended"


def test_a_stray_click_on_ending_ends_nothing(
    stopped: TrainingSession, desk: HomeDesk, home: HomePage
) -> None:
    before = stopped.state
    button(home.band, "End and wrap up").click()
    home.message.put_away()
    assert stopped.state is before


def test_a_training_held_before_says_when_and_is_the_filled_button(
    stopped: TrainingSession,
    services: Services,
    desk: HomeDesk,
    home: HomePage,
    settle: Settle,
) -> None:
    stopped.do(EndSession(services.clock() + timedelta(minutes=30)))
    desk.refresh()
    settle()
    settle()
    assert any(text.startswith("Last held November ") for text in words(card(home)))
    assert card(home).button.property("kind") == "primary"
    assert card(home).button.text() == "Prepare a session"


def test_a_session_held_is_listed_and_opens_at_wrap_up(
    stopped: TrainingSession,
    services: Services,
    desk: HomeDesk,
    home: HomePage,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    stopped.do(EndSession(services.clock() + timedelta(minutes=30)))
    desk.refresh()
    settle()
    assert "2 came, 0 completed" in words(home.past)
    with qtbot.waitSignal(desk.entered) as entered:
        home.past.rows[0].click()
    assert entered.args == [stopped, Place.WRAP_UP]


def test_a_session_prepared_ahead_is_listed_and_opens_at_prepare(
    session: TrainingSession, desk: HomeDesk, home: HomePage, qtbot: QtBot
) -> None:
    assert "Prepared, not held yet" in words(home.past)
    with qtbot.waitSignal(desk.entered) as entered:
        home.past.rows[0].click()
    assert entered.args == [session, Place.PREPARE]


def test_a_broken_training_says_so_on_its_card_and_shows_what_to_mend(
    desk: HomeDesk, home: HomePage, trainings_folder: Path, settle: Settle
) -> None:
    (trainings_folder / "little" / "images" / "hands.svg").unlink()
    home.cards.look_again.emit(trainings_folder / "little")
    settle()
    assert card(home).button.text() == "See what to mend"
    assert card(home).button.property("kind") == "edge"
    card(home).button.click()
    assert any("hands.svg" in text and text.startswith("line ") for text in words(card(home)))
    assert card(home).button.text() == "Look again"


def test_a_training_that_was_mended_can_be_prepared_again(
    desk: HomeDesk, home: HomePage, trainings_folder: Path, settle: Settle
) -> None:
    picture = trainings_folder / "little" / "images" / "hands.svg"
    kept = picture.read_bytes()
    picture.unlink()
    home.cards.look_again.emit(trainings_folder / "little")
    settle()
    picture.write_bytes(kept)
    card(home).button.click()
    card(home).button.click()
    settle()
    assert card(home).button.text() == "Prepare your first session"


def test_a_folder_with_a_deck_joins_the_trainings_and_is_remembered(
    desk: HomeDesk,
    home: HomePage,
    services: Services,
    trainings_folder: Path,
    tmp_path: Path,
    settle: Settle,
) -> None:
    other = tmp_path / "elsewhere"
    (trainings_folder / "little").rename(other)
    desk.add_training(other)
    settle()
    assert [c.facts.folder for c in home.cards.cards] == [other]
    assert services.settings.now.added_trainings == (str(other),)


def test_a_folder_without_a_deck_is_refused_in_words(
    desk: HomeDesk, home: HomePage, tmp_path: Path
) -> None:
    desk.add_training(tmp_path)
    assert "There is no deck.md in" in home.message.text


def test_arrows_walk_the_cards_and_the_rows(
    session: TrainingSession, desk: HomeDesk, home: HomePage, qtbot: QtBot
) -> None:
    qtbot.keyClick(home, Qt.Key.Key_Right)
    assert home.focusWidget() is card(home).button
    qtbot.keyClick(home, Qt.Key.Key_Down)
    assert home.focusWidget() is home.past.rows[0]


def test_the_cover_is_painted_when_it_has_been_read(desk: HomeDesk, home: HomePage) -> None:
    image = card(home).grab().toImage()
    colors = {image.pixelColor(x, 90).name() for x in range(20, 260)}
    assert len(colors) > 3


def test_a_title_breaks_after_its_dash() -> None:
    broken = broken_after_dash("Infant Mental Health – It Starts on Day 1")
    assert broken == "Infant Mental Health\u00a0–\nIt\u00a0Starts\u00a0on\u00a0Day\u00a01"


def test_a_journal_kept_aside_is_said_on_home(
    window_look: Look, services: Services, shown: Show, tmp_path: Path
) -> None:
    said = "The journal is damaged. It was kept as j.bad."
    kept = replace(services, kept_aside=(said, tmp_path / "j.bad"))
    page = HomePage(window_look, services.clock)
    shown(page)
    HomeDesk(page, kept, page)
    assert page.message.text == said
    assert button(page, "Show the file").isVisible()


def test_tab_goes_as_one_reads_from_resume_to_the_trainings(
    stopped: TrainingSession, desk: HomeDesk, home: HomePage, qtbot: QtBot
) -> None:
    home.setFocus()
    reached = []
    for _stop in range(7):
        qtbot.keyClick(home.focusWidget() or home, Qt.Key.Key_Tab)
        focus = home.focusWidget()
        assert isinstance(focus, QPushButton)
        reached.append(focus.text() or focus.toolTip())
    assert reached == [
        "Back to slide 2",
        "End and wrap up",
        "Import PowerPoint",
        "Import questions",
        "Add a training",
        "Slides, handouts and guide to take away",
        "Prepare a session",
    ]


def test_what_was_read_before_a_training_came_is_not_shown_after_it(
    desk: HomeDesk, home: HomePage, services: Services, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    come = Event()
    trainings = services.trainings
    folders = trainings.folders

    def read_slowly() -> tuple[Path, ...]:
        found = folders()
        come.wait(20)
        return found

    with patch.object(trainings, "folders", read_slowly):
        desk.refresh()
        qtbot.wait(50)
    copytree(LITTLE, tmp_path / "another")
    desk.add_training(tmp_path / "another")
    qtbot.waitUntil(lambda: len(home.cards.cards) == 2)
    come.set()
    settle()
    assert len(home.cards.cards) == 2


def test_a_copy_of_a_training_says_so_on_its_card(
    desk: HomeDesk, home: HomePage, trainings_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("one", "two"):
        copytree(trainings_folder / "little", tmp_path / name)
        desk.add_training(tmp_path / name)
    title = "Looking together – A short training"
    qtbot.waitUntil(
        lambda: (
            [card.accessibleName() for card in home.cards.cards if title in card.accessibleName()]
            == [title, f"{title} (copy)", f"{title} (copy 2)"]
        )
    )
