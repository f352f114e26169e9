"""The journal: everything that happened, in order, on disk; and serials that are never given twice."""

import logging
import secrets
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError

from imhtrainer.domain.errors import StoreError
from imhtrainer.domain.events import Event, Redacted
from imhtrainer.store.chain import SALT_BYTES
from imhtrainer.store.codec import EventCodec
from imhtrainer.store.linking import insert_rows, rewrite_rows
from imhtrainer.store.reader import JournalReader
from imhtrainer.store.tables import SERIALS, writing_engine
from imhtrainer.store.writer import JournalWriter, Trouble, writing_error

TRIAL = "trial"
"""No session: under this name writing is tried out."""

_log = logging.getLogger(__name__)


class Journal:
    """Appends events and reads them back; an existing file must have been made by ``open_journal``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._codec = EventCodec()
        self._reader = JournalReader(path)
        self._engine = writing_engine(path)
        self._numbers: dict[str, int] = {}
        self._lock = Lock()
        self._troubles: tuple[Trouble, ...] = ()
        self._writer = JournalWriter(path, self._engine, self._tell)

    def append(self, session_id: str, events: tuple[Event, ...]) -> "Future[None]":
        """Record events at once in memory; the future is done when they are on disk.

        The future carries a StoreError where the disk refuses; the events stay and are tried again.
        """
        with self._lock:
            last = self._last_number(session_id)
            rows = tuple(
                self._codec.write(session_id, number, event)
                for number, event in enumerate(events, start=last + 1)
            )
            done = self._writer.put(rows)
            self._numbers[session_id] = last + len(rows)
            return done

    def settled(self) -> "Future[None]":
        """A future that is done when everything recorded so far is on disk, which may be at once."""
        return self._writer.settled()

    def events(self, session_id: str) -> tuple[Event, ...]:
        """Everything that happened in a session, in order, on disk or about to be."""
        waiting = self._writer.unwritten(session_id)
        rows = {row.number: row for row in (*self._reader.rows(session_id), *waiting)}
        with self._lock:  # so that the first event added need not ask the disk
            self._numbers.setdefault(session_id, max(rows, default=0))
        return tuple(self._codec.read(rows[number]) for number in sorted(rows))

    def happened(self, kinds: Iterable[str]) -> tuple[Event, ...]:
        """All events of these kinds in every session, once everything that waits is on disk."""
        self.flush()
        return self._reader.happened(kinds)

    def rewrite(
        self,
        session_id: str,
        changed: Mapping[int, Event],
        record: Callable[[tuple[Redacted, ...]], Event],
    ) -> None:
        """Write entries anew without what a purge takes, and record that: both or neither, on disk when done.

        ``changed`` are the entries by number, ``record`` makes the entry that names them. What stood there
        is overwritten in the file (https://sqlite.org/pragma.html#pragma_secure_delete). Raises StoreError.
        """
        with self._lock:
            self.flush()
            last = self._reader.length(session_id)
            rows = [self._codec.write(session_id, n, event) for n, event in changed.items()]
            try:
                with self._engine.connect() as link:
                    with link.begin():
                        link.exec_driver_sql("PRAGMA secure_delete=ON")
                        purge = record(rewrite_rows(link, rows))
                        row = self._codec.write(session_id, last + 1, purge)
                        insert_rows(link, [(row, secrets.token_bytes(SALT_BYTES))], {})
                    _empty_log(link)
            except SQLAlchemyError as error:
                raise writing_error(self.path, error) from error
            finally:
                self._writer.forget_heads()
            self._numbers[session_id] = last + 1

    def sessions(self) -> tuple[str, ...]:
        """The ids of all sessions on disk, the first made first."""
        return self._reader.sessions()

    def length(self, session_id: str) -> int:
        """How many events a session has on disk."""
        return self._reader.length(session_id)

    def beat(self, session_id: str, at: datetime) -> None:
        """Note that a session still runs; a later start takes it for the moment of interruption."""
        self._writer.beat(session_id, at)

    def last_beat(self, session_id: str) -> datetime | None:
        """The last noted moment a session ran."""
        return self._reader.last_beat(session_id)

    def prove(self, at: datetime) -> None:
        """Write a moment down as everything is, and read it back from the file; raises StoreError."""
        self.beat(TRIAL, at)
        self.flush()
        if self.last_beat(TRIAL) != at:
            raise StoreError(f"{self.path} does not hold what was just written to it.")

    def reserve_serials(self, year: int, count: int, after: int = 0) -> range:
        """``count`` running numbers of a year that nobody had or will have again, all above ``after``.

        Raises StoreError.
        """
        before = select(SERIALS.c.given).where(SERIALS.c.year == year)
        try:
            with self._engine.begin() as link:
                given = max(link.execute(before).scalar() or 0, after)
                taking = insert(SERIALS).values(year=year, given=given + count)
                link.execute(taking.on_conflict_do_update(["year"], set_={"given": given + count}))
        except SQLAlchemyError as error:
            raise writing_error(self.path, error) from error
        return range(given + 1, given + count + 1)

    def next_serial(self, year: int, after: int = 0) -> int:
        """The running number above ``after`` that would be given next in a year; it waits for no writing."""
        return max(self._reader.last_serial(year), after) + 1

    def watch_trouble(self, observer: Trouble) -> Callable[[], None]:
        """Have ``observer`` hear (on the writing thread) when writing fails and when it works again."""
        self._troubles = (*self._troubles, observer)

        def forget() -> None:
            self._troubles = tuple(known for known in self._troubles if known is not observer)

        return forget

    def flush(self) -> None:
        """Wait until everything is on disk; raises StoreError where that fails."""
        self._writer.put(()).result()

    def close(self) -> None:
        """Write what waits and let go of the file."""
        self._writer.close()

    def _last_number(self, session_id: str) -> int:
        if session_id not in self._numbers:
            self._numbers[session_id] = self._reader.length(session_id)
        return self._numbers[session_id]

    def _tell(self, error: StoreError | None) -> None:
        for observer in self._troubles:
            try:
                observer(error)
            except Exception:
                # A window that is closing must not end the thread that keeps what happens.
                _log.exception("An observer of the journal failed")


def _empty_log(link: Connection) -> None:
    """Bring the log of writing into the file and empty it: the old bodies stand there, too."""
    raw = link.connection.driver_connection
    if raw is not None:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
