"""Reading the journal, beside a running program too."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Select, func, inspect, select
from sqlalchemy.exc import DBAPIError

from imhtrainer.domain.errors import JournalDamaged, StoreError
from imhtrainer.domain.events import Event
from imhtrainer.store.chain import ChainLink
from imhtrainer.store.codec import EventCodec, EventRow
from imhtrainer.store.tables import BEATS, EVENTS, LINKS, SERIALS, reading_engine


class JournalReader:
    """What is on disk; a journal that does not exist yet has no sessions."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._codec = EventCodec()
        self._engine = reading_engine(path)

    def rows(self, session_id: str) -> tuple[EventRow, ...]:
        """The rows of a session in order."""
        query = (
            select(EVENTS.c.session, EVENTS.c.number, EVENTS.c.at, EVENTS.c.kind, EVENTS.c.body)
            .where(EVENTS.c.session == session_id)
            .order_by(EVENTS.c.number)
        )
        return tuple(
            EventRow(row.session, row.number, row.at, row.kind, _bytes(row.body))
            for row in self._read(query)
        )

    def events(self, session_id: str) -> tuple[Event, ...]:
        """Everything that happened in a session, in order; empty for an unknown one."""
        return tuple(self._codec.read(row) for row in self.rows(session_id))

    def links(self, session_id: str) -> tuple[ChainLink, ...]:
        """The chain of a session in order; empty for a journal from before there was one."""
        if not self._has_chain():
            return ()
        query = select(LINKS).where(LINKS.c.session == session_id).order_by(LINKS.c.number)
        return tuple(
            ChainLink(r.number, bytes(r.salt), bytes(r.digest), bytes(r.hash), r.adopted)
            for r in self._read(query)
        )

    def happened(self, kinds: Iterable[str]) -> tuple[Event, ...]:
        """All events of these kinds in every session, in the order in which they came to the disk."""
        query = (
            select(EVENTS.c.session, EVENTS.c.number, EVENTS.c.at, EVENTS.c.kind, EVENTS.c.body)
            .where(EVENTS.c.kind.in_(tuple(kinds)))
            .order_by(EVENTS.c.position)
        )
        rows = self._read(query)
        return tuple(
            self._codec.read(EventRow(r.session, r.number, r.at, r.kind, r.body)) for r in rows
        )

    def sessions(self) -> tuple[str, ...]:
        """The ids of all sessions, the first made first."""
        query = (
            select(EVENTS.c.session)
            .group_by(EVENTS.c.session)
            .order_by(func.min(EVENTS.c.position))
        )
        return tuple(row[0] for row in self._read(query))

    def length(self, session_id: str) -> int:
        """How many events a session has."""
        query = select(func.max(EVENTS.c.number)).where(EVENTS.c.session == session_id)
        return next((int(row[0] or 0) for row in self._read(query)), 0)

    def last_beat(self, session_id: str) -> datetime | None:
        """The last moment a session was known to run."""
        query = select(BEATS.c.at).where(BEATS.c.session == session_id)
        found = self._read(query)
        return datetime.fromisoformat(found[0][0]) if found else None

    def last_serial(self, year: int) -> int:
        """The last running number that was given in a year; 0 for none."""
        query = select(SERIALS.c.given).where(SERIALS.c.year == year)
        return next((int(row[0]) for row in self._read(query)), 0)

    def _has_chain(self) -> bool:
        if not self.path.exists():
            return False
        try:
            with self._engine.connect() as link:
                return inspect(link).has_table(LINKS.name)
        except DBAPIError as error:
            raise reading_error(self.path, error) from error

    def _read(self, query: Select[Any]) -> Sequence[Row[Any]]:
        if not self.path.exists():
            return ()
        try:
            with self._engine.connect() as link:
                return link.execute(query).all()
        except DBAPIError as error:
            raise reading_error(self.path, error) from error


def _bytes(body: bytes | str) -> bytes:
    """A body as it was written; another program may have put text in its place."""
    return body.encode() if isinstance(body, str) else body


def reading_error(path: Path, error: DBAPIError) -> StoreError:
    """What a database error while reading comes to, in a sentence."""
    if is_damage(error):
        return JournalDamaged(
            f"The journal {path} is damaged ({error.orig}). "
            "Start the app: it keeps the file aside and begins a new journal."
        )
    return StoreError(f"Could not read the journal {path}: {error.orig}.")


def sqlite_code(error: DBAPIError) -> int:
    """SQLite's primary result code (https://sqlite.org/rescode.html), 0 if it gave none."""
    return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF


def is_damage(error: DBAPIError) -> bool:
    """Whether the file itself is wrong, and not the disk or the rights to it."""
    return sqlite_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
