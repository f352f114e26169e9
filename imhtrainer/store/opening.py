"""Opening the journal: a damaged or newer one is kept aside, said so, and a new one begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from imhtrainer.store.aside import keep_aside
from imhtrainer.store.codec import unknown_kinds
from imhtrainer.store.faults import store_error
from imhtrainer.store.journal import Journal
from imhtrainer.store.linking import adopt_rows
from imhtrainer.store.reader import is_damage, reading_error
from imhtrainer.store.tables import (
    APPLICATION_ID,
    EVENTS,
    METADATA,
    SERIALS,
    VERSION,
    reading_engine,
    writing_engine,
)
from imhtrainer.store.writer import writing_error

_COMPANIONS = ("-wal", "-shm")
_SMALLEST = 512
"""SQLite's smallest page in bytes; it would take a shorter file for an empty one and write over it."""


@dataclass(frozen=True, slots=True)
class OpenedJournal:
    """A journal ready for use; ``kept_aside`` is where an unusable one was put and ``why``, in a sentence."""

    journal: Journal
    kept_aside: Path | None = None
    why: str = ""


def open_journal(path: Path, at: datetime | None = None) -> OpenedJournal:
    """The journal at ``path``, made where there is none; ``at`` dates what must be kept aside.

    Raises StoreError where the place can be neither read nor written.
    """
    _make_folder(path)
    why = find_fault(path)
    if not why:
        _make_tables(path)
        return OpenedJournal(Journal(path))
    given = _given_serials(path)
    kept = keep_aside(path, at or datetime.now().astimezone(), _COMPANIONS)
    _make_tables(path, given)
    said = f"{why} It was kept as {kept.name} in {kept.parent}; a new journal begins."
    return OpenedJournal(Journal(path), kept, said)


def find_fault(path: Path) -> str:
    """Why the file at ``path`` cannot be used as journal; empty where it can, or where there is none."""
    if not path.exists():
        return ""
    if 0 < path.stat().st_size < _SMALLEST:
        return "The journal is damaged (it is cut short)."
    engine = reading_engine(path)
    try:
        with engine.connect() as link:
            return _header_fault(link) or _content_fault(link)
    except DBAPIError as error:
        if is_damage(error):
            return f"The journal is damaged ({error.orig})."
        raise reading_error(path, error) from error
    finally:
        engine.dispose()


def _header_fault(link: Connection) -> str:
    owner = link.exec_driver_sql("PRAGMA application_id").scalar()
    version = link.exec_driver_sql("PRAGMA user_version").scalar() or 0
    if owner != APPLICATION_ID and inspect(link).get_table_names():
        return "The file in the journal's place belongs to another program."
    if version > VERSION:
        return (
            "The journal was written by a newer IMH Trainer. Install the newest version to use it."
        )
    return ""


def _content_fault(link: Connection) -> str:
    found = link.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        return f"The journal is damaged ({found})."
    if not inspect(link).has_table(EVENTS.name):
        return ""
    kinds = [row[0] for row in link.execute(select(EVENTS.c.kind).distinct())]
    if unknown_kinds(kinds):
        return (
            "The journal was written by a newer IMH Trainer. Install the newest version to use it."
        )
    return ""


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise store_error("make the data folder", path.parent, error) from error


def _given_serials(path: Path) -> list[dict[str, int]]:
    """What can still be read of the serials given, so that a new journal gives none of them again."""
    engine = reading_engine(path)
    try:
        with engine.connect() as link:
            rows = link.execute(select(SERIALS.c.year, SERIALS.c.given)).all()
    except DBAPIError:
        return []
    finally:
        engine.dispose()
    return [{"year": int(year), "given": int(given)} for year, given in rows]


def _make_tables(path: Path, given: Sequence[dict[str, int]] = ()) -> None:
    engine = writing_engine(path)
    try:
        with engine.begin() as link:
            link.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            link.exec_driver_sql(f"PRAGMA user_version={VERSION}")
            METADATA.create_all(link)
            for serials in given:
                link.execute(insert(SERIALS).values(serials))
            adopt_rows(link)
    except DBAPIError as error:
        raise writing_error(path, error) from error
    finally:
        engine.dispose()
