"""Who prepares a training again sees how long it took the last time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.session.commands import EndSession, GoTo, StartSession
from imhtrainer.services.last_time import LastTime, last_time
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from tests.services.little_training import LITTLE, START

DECK = read_deck(LITTLE)


class Clock:
    """Stands until it is moved."""

    now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite").journal
    yield opened
    opened.close()


@pytest.fixture
def sessions(journal: Journal, clock: Clock) -> SessionLibrary:
    return SessionLibrary(journal, clock)


def held(
    sessions: SessionLibrary, clock: Clock, first: float, deck: Deck = DECK, alone: bool = False
) -> TrainingSession:
    """A session whose first section took ``first`` minutes, and all else five more."""
    session = sessions.create(deck, rehearsal=alone)
    session.do(StartSession(clock()))
    clock.now += timedelta(minutes=first)
    session.do(GoTo(clock(), 3, leave=True))
    clock.now += timedelta(minutes=5)
    session.do(EndSession(clock()))
    clock.now += timedelta(days=7)
    return session


def recalled(sessions: SessionLibrary, journal: Journal, deck: Deck = DECK) -> LastTime | None:
    wanted = sessions.create(deck).state
    return last_time(journal, sessions.summaries(), wanted)


def test_the_newest_session_held_is_recalled(
    sessions: SessionLibrary, clock: Clock, journal: Journal
) -> None:
    held(sessions, clock, 8)
    newest = held(sessions, clock, 13)
    found = recalled(sessions, journal)
    assert found is not None
    assert found.held == newest.state.started
    assert [(s.id, s.taken / 60) for s in found.sections][:2] == [("welcome", 13), ("respond", 5)]


def test_practice_and_other_trainings_do_not_count(
    sessions: SessionLibrary, clock: Clock, journal: Journal
) -> None:
    held(sessions, clock, 8, alone=True)
    held(sessions, clock, 9, replace(DECK, title="Another"))
    sessions.create(DECK).do(StartSession(clock()))
    assert recalled(sessions, journal) is None


def test_a_section_that_is_gone_is_not_told(
    sessions: SessionLibrary, clock: Clock, journal: Journal
) -> None:
    held(sessions, clock, 8)
    shorter = replace(DECK, sections=DECK.sections[1:])
    found = recalled(sessions, journal, shorter)
    assert found is not None
    assert [section.id for section in found.sections] == ["respond", "close"]
