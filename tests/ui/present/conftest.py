"""A small training in a room of six people, with a clock that the test moves."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imhtrainer.decks.parser import parse
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees, SignIn
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import Look, apply_look
from imhtrainer.ui.tasks import TaskRunner
from tests.ui.present.small_training import DECK, Clock, FakeSettings, FewServices, Room


@pytest.fixture(scope="session")
def kit() -> Kit:
    return load_kit()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def deck_text() -> str:
    """The training's source; a test that needs another one says so."""
    return DECK


@pytest.fixture
def deck(deck_text: str) -> Deck:
    made, _problems = parse(deck_text, Path(), "deck.md")
    assert made is not None
    return made


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite").journal
    yield opened
    opened.close()


@pytest.fixture
def room(journal: Journal, clock: Clock, deck: Deck) -> Room:
    """Six people on the roster, four of them signed in; the training is prepared."""
    session = SessionLibrary(journal, clock).create(deck)
    names = ("Ana Lopez", "Bo Chen", "Cy Diaz", "Di Evans", "Ed Fox", "Flo Grau")
    people = tuple(Attendee(f"p{index}", name) for index, name in enumerate(names))
    session.do(AddAttendees(clock(), people))
    for person in people[:4]:
        session.do(SignIn(clock(), person.id))
    index = {slide.id: at for at, slide in enumerate(session.state.plan.slides)}
    return Room(session, clock, deck, index)


@pytest.fixture
def look(qapp: QApplication, kit: Kit) -> Look:
    load_window_fonts()
    made = Look(kit.theme)
    apply_look(qapp, made)
    return made


@pytest.fixture
def settings(qapp: QApplication) -> FakeSettings:
    return FakeSettings()


@pytest.fixture
def console(
    qtbot: QtBot, room: Room, look: Look, kit: Kit, settings: FakeSettings, tmp_path: Path
) -> Iterator[Callable[..., ConsolePage]]:
    """Opens the console; the test moves the session before or after."""
    opened: list[ConsolePage] = []

    runner = TaskRunner()
    services: Any = FewServices(kit, settings, PictureStore(tmp_path), runner)

    def open_console(width: int = 1366, height: int = 768) -> ConsolePage:
        page = ConsolePage(room.session, room.deck, look, services, windowed=True)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        page.setFocus()
        qtbot.wait(10)
        opened.append(page)
        return page

    yield open_console
    for page in opened:
        page.close()
    runner.close()
