"""The one thread that writes the journal: what waits goes to the disk in one transaction."""

import secrets
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Condition, Thread

from sqlalchemy import Connection, Engine
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError

from imhtrainer.domain.errors import StoreError
from imhtrainer.store.chain import SALT_BYTES
from imhtrainer.store.codec import EventRow
from imhtrainer.store.faults import DISK_FULL
from imhtrainer.store.linking import insert_rows
from imhtrainer.store.reader import sqlite_code
from imhtrainer.store.tables import BEATS

RETRY_SECONDS = 2.0
"""Pause before what could not be written is tried again."""

Trouble = Callable[[StoreError | None], None]
"""Hears the error when writing begins to fail, and None when everything is on disk again."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that belong together, the salts of their links, and the promise that they are on disk."""

    rows: tuple[EventRow, ...]
    salts: tuple[bytes, ...]
    done: "Future[None]"


class JournalWriter:
    """Keeps what is not on disk yet, in order, and writes it; nothing is dropped when writing fails."""

    def __init__(self, path: Path, engine: Engine, trouble: Trouble) -> None:
        self._path = path
        self._engine = engine
        self._trouble = trouble
        self._changed = Condition()
        self._pending: list[Batch] = []
        self._beats: dict[str, datetime] = {}
        self._fresh = False
        self._failing = False
        self._closing = False
        self._link: Connection | None = None
        self._heads: dict[str, tuple[int, bytes]] = {}
        self._thread = Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def put(self, rows: tuple[EventRow, ...]) -> "Future[None]":
        """Have rows written; the future is done when they are on disk, or carries a StoreError."""
        # Salts are chosen once: what is tried again after a failure must give the same links.
        salts = tuple(secrets.token_bytes(SALT_BYTES) for _ in rows)
        batch = Batch(rows, salts, Future())
        with self._changed:
            if self._closing:
                raise StoreError("The journal is closed, so nothing more can be recorded.")
            self._pending.append(batch)
            self._fresh = True
            self._changed.notify()
        return batch.done

    def settled(self) -> "Future[None]":
        """A future that is done when nothing waits to be written any more; what failed is tried again."""
        with self._changed:
            if self._pending and not self._closing:
                return self.put(())
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def beat(self, session_id: str, at: datetime) -> None:
        """Have the last moment a session ran written; only the newest counts."""
        with self._changed:
            self._beats[session_id] = at
            self._fresh = True
            self._changed.notify()

    def unwritten(self, session_id: str) -> tuple[EventRow, ...]:
        """The rows of a session that are not on disk yet."""
        with self._changed:
            rows = tuple(row for batch in self._pending for row in batch.rows)
        return tuple(row for row in rows if row.session == session_id)

    def close(self) -> None:
        """Write what waits, once more if need be, and end the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()
        self._engine.dispose()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work, RETRY_SECONDS if self._failing else None)
                closing, self._fresh = self._closing, False
                batches, beats = tuple(self._pending), dict(self._beats)
            if batches or beats:
                self._try_to_write(batches, beats)
            if closing:
                self._drop_link()
                return

    def _has_work(self) -> bool:
        return self._fresh or self._closing

    def _try_to_write(self, batches: Sequence[Batch], beats: dict[str, datetime]) -> None:
        try:
            self._write(batches, beats)
        except Exception as error:
            # Whatever it is, this thread must live: people wait for its word that their answer is safe.
            self._drop_link()
            self._fail(batches, writing_error(self._path, error))
            return
        with self._changed:
            del self._pending[: len(batches)]
            for session_id, at in beats.items():
                if self._beats.get(session_id) == at:
                    del self._beats[session_id]
        for batch in batches:
            if not batch.done.done():
                batch.done.set_result(None)
        if self._failing:
            self._failing = False
            self._trouble(None)

    def forget_heads(self) -> None:
        """Ask the disk for the ends of the chains again: something else was written beside this thread."""
        self._heads = {}

    def _write(self, batches: Sequence[Batch], beats: dict[str, datetime]) -> None:
        if self._link is None:
            self._link = self._engine.connect()
        pairs = [pair for batch in batches for pair in zip(batch.rows, batch.salts, strict=True)]
        heads = dict(self._heads)
        with self._link.begin():
            if pairs:
                insert_rows(self._link, pairs, heads)
            for session_id, at in beats.items():
                beating = upsert(BEATS).values(session=session_id, at=at.isoformat())
                newer = beating.on_conflict_do_update(["session"], set_={"at": at.isoformat()})
                self._link.execute(newer)
        self._heads = heads

    def _fail(self, batches: Sequence[Batch], error: StoreError) -> None:
        first = not self._failing
        self._failing = True
        for batch in batches:
            if not batch.done.done():
                batch.done.set_exception(error)
        if first:
            self._trouble(error)

    def _drop_link(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()


def writing_error(path: Path, error: Exception) -> StoreError:
    """What a database error while writing comes to: what is wrong and what to do."""
    code = sqlite_code(error) if isinstance(error, DBAPIError) else 0
    kept = "Nothing is lost while the program runs: it keeps trying."
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"Could not write the journal {path}. {DISK_FULL} {kept}")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            f"Could not write the journal {path}: this place may not be changed. "
            f"Give yourself the right to write there. {kept}"
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(f"Another program holds the journal {path}. Close that program. {kept}")
    reason = error.orig if isinstance(error, DBAPIError) else error
    return StoreError(f"Could not write the journal {path}: {reason}. Check the disk. {kept}")
