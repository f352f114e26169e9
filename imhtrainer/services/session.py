"""The one owner of a session's truth: commands go in, events go to the journal, observers see the state."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from threading import RLock

from imhtrainer.domain.errors import CommandRefused, StoreError
from imhtrainer.domain.events import Event, PeoplePurged
from imhtrainer.domain.mentions import Mention
from imhtrainer.domain.purging import mentions_left, purge_events
from imhtrainer.domain.roster import fold_name
from imhtrainer.domain.session import SessionState, decide, evolve, replay
from imhtrainer.domain.session.attendance import written_reason
from imhtrainer.domain.session.commands import Command
from imhtrainer.services.evaluating import EvaluationDesk
from imhtrainer.store.form_box import FormBox
from imhtrainer.store.journal import Journal

Clock = Callable[[], datetime]
"""Says what time it is, with a time zone."""

Observer = Callable[[SessionState, tuple[Event, ...]], None]
WriteObserver = Callable[[StoreError | None], None]


class TrainingSession:
    """One session; every method may be called from any thread. ``evaluations`` takes forms from phones."""

    def __init__(
        self, session_id: str, journal: Journal, clock: Clock, state: SessionState | None = None
    ) -> None:
        self._id = session_id
        self._journal = journal
        self._clock = clock
        self._state = state or SessionState()
        self._observers: tuple[Observer, ...] = ()
        self._news: deque[tuple[SessionState, tuple[Event, ...]]] = deque()
        self._telling = False
        self._lock = RLock()
        box = FormBox(journal.path.with_name("evaluations") / f"{session_id}.json")
        self.evaluations = EvaluationDesk(self, box)

    @property
    def id(self) -> str:
        """The session's id in the journal."""
        return self._id

    @property
    def state(self) -> SessionState:
        """What is true now; immutable."""
        return self._state

    def now(self) -> datetime:
        """The time by the session's clock."""
        return self._clock()

    def do(self, command: Command) -> "Future[None]":
        """Carry out a command: observers see it at once, the future is done when it is on disk.

        A command that changes nothing any more is done when everything before it is on disk.

        Raises CommandRefused where the command makes no sense now. The future carries a StoreError where the
        disk refuses; the session goes on all the same.
        """
        with self._lock:
            events = decide(self._state, command)
            if not events:
                return self._journal.settled()
            promise = self._journal.append(self._id, events)
            for event in events:
                self._state = evolve(self._state, event)
            self._news.append((self._state, events))
            self._tell()
            return promise

    def mentions(self, people: Sequence[str]) -> tuple[Mention, ...]:
        """Where other people's free text names these people; reads the journal, so not for the window's thread."""
        return mentions_left(self._journal.events(self._id), people)

    def purge(self, people: Sequence[str], reason: str, texts: Sequence[Mention] = ()) -> None:
        """Take people's data out of the record for good; on disk, and recorded, before this returns.

        ``texts`` are what others wrote about them and goes with it, as ``mentions`` found it.
        Observers are not told, so that this can be done off their thread: ``announce`` does that. Raises
        CommandRefused while the training runs, or for a reason that names the person; StoreError for the disk.
        """
        with self._lock:
            if self._state.stage in ("running", "interrupted"):
                raise CommandRefused("This training is not over. End it first.")
            if self._state.evaluation_open:
                raise CommandRefused("Phones still take the evaluation. Close it in Wrap up first.")
            events = self._journal.events(self._id)
            changed = purge_events(events, people, texts)
            gone = tuple(who for who in people if who not in self._state.purged)
            names = {p.name for p in self._state.everybody if p.id in gone}
            written = written_reason(reason)
            if any(fold_name(name) in fold_name(written) for name in names):
                raise CommandRefused("The reason stays in the record: leave the name out of it.")
            at = self._clock()
            self._journal.rewrite(
                self._id, changed, lambda entries: PeoplePurged(at, gone, written, entries)
            )
            self._state = replay(self._journal.events(self._id))

    def announce(self) -> None:
        """Tell all observers the state as it is."""
        with self._lock:
            self._news.append((self._state, ()))
            self._tell()

    def watch(self, observer: Observer) -> Callable[[], None]:
        """Have ``observer`` see the state and the events after every change, until the result is called."""
        with self._lock:
            self._observers = (*self._observers, observer)

        def forget() -> None:
            with self._lock:
                self._observers = tuple(known for known in self._observers if known is not observer)

        return forget

    def on_write_error(self, observer: WriteObserver) -> Callable[[], None]:
        """Have ``observer`` hear (on the writing thread) when the disk refuses, and None when it is well again."""
        return self._journal.watch_trouble(observer)

    def beat(self) -> None:
        """Note that the session still runs; call about every two seconds."""
        if self._state.stage == "running":
            self._journal.beat(self._id, self._clock())

    def _tell(self) -> None:
        """Tell observers in order; a command given by an observer is told after the present one."""
        if self._telling:
            return
        self._telling = True
        try:
            while self._news:
                state, events = self._news.popleft()
                for observer in self._observers:
                    observer(state, events)
        finally:
            self._telling = False
