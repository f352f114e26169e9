"""The one owner of the truth: observers hear at once, the journal keeps, the disk may fail."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Engine, event

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import CommandRefused, StoreError
from imhtrainer.domain.events import Details, Event
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session import SessionState, replay
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeDetails,
    CountHands,
    EndSession,
    GoTo,
    Next,
    ResumeSession,
    SetScreen,
    SignIn,
    StartSession,
)
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary, find_id, follow_deck
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from tests.services.little_training import LITTLE, START, Clock


@pytest.fixture
def deck() -> Deck:
    return read_deck(LITTLE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    journal = open_journal(path).journal
    yield journal
    journal.close()


@pytest.fixture
def library(journal: Journal) -> SessionLibrary:
    return SessionLibrary(journal, Clock())


@pytest.fixture
def session(library: SessionLibrary, deck: Deck) -> TrainingSession:
    return library.create(deck, Details(venue="Library"))


def test_observers_see_the_new_state_and_the_events_at_once(session: TrainingSession) -> None:
    seen: list[tuple[SessionState, tuple[Event, ...]]] = []
    forget = session.watch(lambda state, events: seen.append((state, events)))
    session.do(StartSession(session.now()))
    assert seen[0][0] is session.state
    assert seen[0][0].stage == "running"
    assert [type(e).__name__ for e in seen[0][1]] == ["SessionStarted", "SlideShown"]
    forget()
    session.do(Next(session.now()))
    assert len(seen) == 1


def test_when_the_future_is_done_the_events_are_on_disk(
    session: TrainingSession, journal: Journal
) -> None:
    session.do(StartSession(session.now())).result()
    assert replay(journal.events(session.id)) == session.state
    assert journal.length(session.id) == 4


def test_a_refused_command_changes_nothing_and_tells_nobody(
    session: TrainingSession, journal: Journal
) -> None:
    seen: list[object] = []
    session.watch(lambda state, events: seen.append(events))
    before = session.state
    with pytest.raises(CommandRefused):
        session.do(Next(session.now()))
    assert session.state is before
    assert not seen


def test_a_command_that_changes_nothing_is_done_when_what_was_before_it_is_on_disk(
    session: TrainingSession,
) -> None:
    written = session.do(ChangeDetails(session.now(), Details(venue="Library")))
    again = session.do(ChangeDetails(session.now(), Details(venue="Library")))
    again.result(5)
    assert written.done()
    assert session.do(ChangeDetails(session.now(), Details(venue="Library"))).done()


def test_a_command_given_by_an_observer_is_told_to_all_after_the_first(
    session: TrainingSession,
) -> None:
    told: list[str] = []

    def answer(state: SessionState, events: tuple[Event, ...]) -> None:
        if state.screen == "live":
            session.do(SetScreen(session.now(), "black"))

    session.do(StartSession(session.now()))
    session.watch(answer)
    session.watch(lambda state, events: told.append(state.screen))
    session.do(Next(session.now()))
    assert told == ["live", "black"]


def test_commands_from_many_threads_are_one_history(
    session: TrainingSession, journal: Journal
) -> None:
    people = tuple(Attendee(f"a{n}", f"Person {n}") for n in range(80))
    session.do(AddAttendees(session.now(), people))

    def sign_in(part: int) -> None:
        for person in people[part::4]:
            session.do(SignIn(session.now(), person.id))

    threads = [Thread(target=sign_in, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    journal.flush()
    assert len(session.state.present) == 80
    assert replay(journal.events(session.id)) == session.state


def test_when_the_disk_refuses_the_session_goes_on_and_the_window_is_told(
    session: TrainingSession, journal: Journal, path: Path, deck: Deck
) -> None:
    def full(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count=1")

    journal.close()
    event.listen(Engine, "connect", full)
    try:
        tight = Journal(path)
        library = SessionLibrary(tight, Clock())
        running = library.open(session.id)
        told: list[StoreError | None] = []
        running.on_write_error(told.append)
        crowd = tuple(Attendee(f"a{n}", "Ana " * 40) for n in range(500))
        future = running.do(AddAttendees(running.now(), crowd))
        with pytest.raises(StoreError, match="disk is full"):
            future.result()
        running.do(StartSession(running.now()))
        assert (running.state.stage, len(running.state.roster)) == ("running", 500)
        assert len(told) == 1
    finally:
        event.remove(Engine, "connect", full)
    tight.flush()
    assert replay(tight.events(session.id)) == running.state
    tight.close()


def test_a_session_whose_program_died_is_interrupted_at_its_last_known_moment(
    session: TrainingSession, journal: Journal
) -> None:
    session.do(AddAttendees(session.now(), (Attendee("a1", "Ana"),)))
    session.do(SignIn(session.now(), "a1"))
    session.do(StartSession(START + timedelta(minutes=1)))
    check = session.state.plan.checkpoints[0]
    session.do(GoTo(START + timedelta(minutes=5), check, leave=True))
    session.do(CountHands(START + timedelta(minutes=6), 0, 3))
    journal.beat(session.id, START + timedelta(minutes=8))
    journal.flush()
    (summary,) = SessionLibrary(journal, Clock()).summaries()
    assert (summary.stage, summary.elapsed) == ("interrupted", 7 * 60)
    again = SessionLibrary(journal, Clock()).open(session.id)
    assert again.state.stage == "interrupted"
    assert again.state.slide == check
    assert again.state.question(again.state.here.id) == session.state.open_question
    assert again.state.present == ("a1",)
    again.do(ResumeSession(START + timedelta(minutes=20)))
    assert again.state.elapsed(START + timedelta(minutes=21)) == timedelta(minutes=8)


def test_beats_are_written_only_while_the_training_runs(
    session: TrainingSession, journal: Journal
) -> None:
    session.beat()
    journal.flush()
    assert journal.last_beat(session.id) is None
    session.do(StartSession(session.now()))
    session.beat()
    journal.flush()
    assert journal.last_beat(session.id) is not None


def test_a_new_session_never_takes_the_id_of_another(journal: Journal, deck: Deck) -> None:
    names = iter(("same", "same", "same", "other"))
    library = SessionLibrary(journal, Clock(), lambda _: next(names))
    first = library.create(deck)
    journal.flush()
    assert [first.id, library.create(deck).id] == ["same", "other"]


def test_a_prepared_session_follows_its_deck_and_a_begun_one_keeps_its_plan(
    journal: Journal,
) -> None:
    deck = read_deck(LITTLE)
    session = SessionLibrary(journal, Clock()).create(deck)
    changed = replace(deck, digest="1" * 64, sections=deck.sections[:1])
    assert follow_deck(session, changed)
    assert len(session.state.plan.slides) == len(changed.slides) < len(deck.slides)
    session.do(StartSession(session.now()))
    assert not follow_deck(session, deck)
    assert session.state.plan.digest == changed.digest


def test_opening_a_session_twice_gives_the_same_one(
    library: SessionLibrary, session: TrainingSession
) -> None:
    assert library.open(session.id) is session
    with pytest.raises(StoreError, match="no session nothing"):
        library.open("nothing")


def test_summaries_come_newest_first_and_say_what_home_shows(
    library: SessionLibrary, session: TrainingSession, deck: Deck
) -> None:
    other = library.create(deck, Details(starts=START + timedelta(days=1)), rehearsal=True)
    session.do(AddAttendees(session.now(), (Attendee("a1", "Ana"), Attendee("a2", "Bao"))))
    session.do(SignIn(session.now(), "a1"))
    session.do(StartSession(session.now()))
    session.do(EndSession(session.now()))
    first, second = library.summaries()
    assert [first.id, second.id] == [other.id, session.id]
    assert (first.rehearsal, first.stage) == (True, "prepared")
    assert (second.came, second.certificates, second.stage) == (1, 0, "ended")
    assert (second.venue, second.pages) == ("Library", deck.page_count)


def test_summaries_are_up_to_date_after_a_session_went_on(
    journal: Journal, session: TrainingSession
) -> None:
    journal.flush()
    beside = SessionLibrary(journal, Clock())
    assert beside.summaries()[0].stage == "prepared"
    session.do(StartSession(session.now())).result()
    session.do(EndSession(session.now())).result()
    assert beside.summaries()[0].stage == "ended"


def test_an_id_may_be_typed_by_its_beginning(journal: Journal, deck: Deck) -> None:
    names = iter(("20261121-1000-aaaa", "20261121-1000-bbbb", "20261122-0900-cccc"))
    library = SessionLibrary(journal, Clock(), lambda _: next(names))
    for _ in range(3):
        library.create(deck)
    journal.flush()
    assert find_id(journal, "20261122") == "20261122-0900-cccc"
    assert find_id(journal, "20261121-1000-aaaa") == "20261121-1000-aaaa"
    with pytest.raises(StoreError, match="2 sessions begin with"):
        find_id(journal, "20261121")
    with pytest.raises(StoreError, match="no session"):
        find_id(journal, "1999")
