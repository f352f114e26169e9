"""All sessions of this data folder: made, opened again, and listed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from threading import RLock
from typing import Protocol

from imhtrainer.domain.credit import completion
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import JournalDamaged, StoreError
from imhtrainer.domain.events import Details, Event, SessionInterrupted
from imhtrainer.domain.plan import make_plan
from imhtrainer.domain.session import SessionState, evolve, replay
from imhtrainer.domain.session.commands import (
    ChangeDetails,
    ChangePlan,
    CreateSession,
    InterruptSession,
)
from imhtrainer.domain.session.state import Stage
from imhtrainer.services.session import Clock, TrainingSession
from imhtrainer.store.journal import Journal


class SessionSource(Protocol):
    """Where sessions are read from: the journal, or its reader beside a running program."""

    def sessions(self) -> tuple[str, ...]:
        """The ids of all sessions."""
        ...

    def events(self, session_id: str) -> tuple[Event, ...]:
        """Everything that happened in a session."""
        ...

    def last_beat(self, session_id: str) -> datetime | None:
        """The last moment a session was known to run."""
        ...


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session in a list; ``number`` of ``pages`` is where it stands, ``elapsed`` are seconds on its clock.

    ``stage`` is ``interrupted`` also for a session whose program died. ``last_moment`` is the last time
    anything was known of it. ``certificates`` are those that count, ``revoked`` those that were taken back. One
    held ``elsewhere``, without the program, has a day and no hour.
    """

    id: str
    title: str
    venue: str
    starts: datetime | None
    stage: Stage
    came: int
    completed: int
    certificates: int
    number: int
    pages: int
    elapsed: float
    last_moment: datetime
    checkpoints_held: int
    rehearsal: bool
    elsewhere: bool = False
    revoked: int = 0


class SessionLibrary:
    """Makes and opens sessions; opening one twice gives the same object."""

    def __init__(
        self, journal: Journal, clock: Clock, make_id: Callable[[datetime], str] | None = None
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._make_id = make_id or dated_id
        self._open: dict[str, TrainingSession] = {}
        self._known: dict[str, tuple[int, SessionSummary]] = {}
        self._lock = RLock()

    def create(
        self,
        deck: Deck,
        details: Details | None = None,
        rehearsal: bool = False,
        practice: bool = False,
        elsewhere: bool = False,
    ) -> TrainingSession:
        """A new session that teaches ``deck``; one held ``elsewhere`` is only recorded."""
        now = self._clock()
        session_id = self._free_id(now)
        session = TrainingSession(session_id, self._journal, self._clock)
        session.do(CreateSession(now, make_plan(deck), rehearsal, practice, elsewhere))
        if details is not None:
            session.do(ChangeDetails(now, details))
        with self._lock:
            self._open[session_id] = session
        return session

    def open(self, session_id: str) -> TrainingSession:
        """A session as it was left; one whose program died is interrupted at its last known moment.

        Raises StoreError for an unknown id and JournalDamaged for a record that cannot be read.
        """
        with self._lock:
            if session_id not in self._open:
                self._open[session_id] = self._restore(session_id)
            return self._open[session_id]

    def summaries(self) -> tuple[SessionSummary, ...]:
        """All sessions that can be read, the newest first; opening one that cannot says why."""
        ids = dict.fromkeys((*self._journal.sessions(), *self._open))
        found = [self._summary(session_id) for session_id in ids]
        return newest_first(summary for summary in found if summary is not None)

    def _free_id(self, now: datetime) -> str:
        session_id = self._make_id(now)
        while session_id in self._open or self._journal.length(session_id):
            session_id = self._make_id(now)
        return session_id

    def _summary(self, session_id: str) -> SessionSummary | None:
        session = self._open.get(session_id)
        if session is not None:
            return summarise(session_id, session.state, self._clock())
        length = self._journal.length(session_id)
        known = self._known.get(session_id)
        if known is not None and known[0] == length:
            return known[1]
        summary = try_summary(self._journal, session_id, alive=False)
        if summary is not None:
            self._known[session_id] = length, summary
        return summary

    def _restore(self, session_id: str) -> TrainingSession:
        state, last = read_state(self._journal, session_id)
        session = TrainingSession(session_id, self._journal, self._clock, state)
        if state.stage == "running":
            session.do(InterruptSession(last))
        return session


def follow_deck(session: TrainingSession, deck: Deck) -> bool:
    """Have a session that has not begun teach ``deck`` as it is now; False where it goes on by an older plan."""
    if session.state.stage == "prepared" and deck.slides:
        session.do(ChangePlan(session.now(), make_plan(deck)))
    return session.state.plan.digest == deck.digest


def dated_id(now: datetime) -> str:
    """An id that sorts by time and can be typed: ``20261121-1000-3fa9``."""
    return f"{now:%Y%m%d-%H%M}-{token_hex(2)}"


def read_state(
    source: SessionSource, session_id: str, alive: bool = True
) -> tuple[SessionState, datetime]:
    """A session's recorded state and the last moment anything was known of it.

    Where no program is ``alive`` to run it, a running session is interrupted at that moment.
    """
    events = source.events(session_id)
    if not events:
        raise StoreError(f"There is no session {session_id}. See “imhtrainer sessions” for all.")
    beat = source.last_beat(session_id)
    last = max(events[-1].at, beat) if beat else events[-1].at
    state = replay(events)
    died = state.stage == "running" and not alive
    return (evolve(state, SessionInterrupted(last)) if died else state), last


def read_summary(source: SessionSource, session_id: str, alive: bool = True) -> SessionSummary:
    """The summary of a session that nobody has open here."""
    state, last = read_state(source, session_id, alive)
    return summarise(session_id, state, last)


def try_summary(
    source: SessionSource, session_id: str, alive: bool = True
) -> SessionSummary | None:
    """The summary of a session; None where its record is damaged, so that the others can still be listed."""
    try:
        return read_summary(source, session_id, alive)
    except JournalDamaged:
        return None


def newest_first(summaries: Iterable[SessionSummary]) -> tuple[SessionSummary, ...]:
    """Sessions in the order of a list: the newest on top."""
    return tuple(sorted(summaries, key=lambda s: (s.starts or s.last_moment, s.id), reverse=True))


def summarise(session_id: str, state: SessionState, last: datetime) -> SessionSummary:
    """A session in a list, as known at ``last``."""
    standings = [completion(state, person.id, last) for person in state.roster]
    asked = (state.question(state.plan.slides[i].id) for i in state.plan.checkpoints)
    return SessionSummary(
        id=session_id,
        title=state.plan.full_title,
        venue=state.details.venue,
        starts=state.started or state.details.starts,
        stage=state.stage,
        came=sum(standing.came for standing in standings),
        completed=sum(standing.completed for standing in standings),
        certificates=len(state.certificates),
        number=state.number if state.plan.slides else 0,
        pages=state.plan.pages,
        elapsed=state.elapsed(last).total_seconds(),
        last_moment=last,
        checkpoints_held=sum(q is not None and q.held is not None for q in asked),
        rehearsal=state.rehearsal,
        elsewhere=state.elsewhere,
        revoked=state.revoked,
    )


def find_id(source: SessionSource, beginning: str) -> str:
    """The one session whose id begins so; raises StoreError where there is none, or more than one."""
    found = [known for known in source.sessions() if known.startswith(beginning)]
    if beginning in found:
        return beginning
    if len(found) == 1:
        return found[0]
    if found:
        raise StoreError(f"{len(found)} sessions begin with {beginning}. Write more of the id.")
    raise StoreError(f"There is no session {beginning}. See “imhtrainer sessions” for all.")
