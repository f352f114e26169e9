"""The journal's tables, and how a connection to its file is made."""

import sqlite3
from pathlib import Path

from sqlalchemy import (
    URL,
    Column,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    create_engine,
    event,
)
from sqlalchemy.pool import NullPool

APPLICATION_ID = 0x494D4854
"""“IMHT” in the file's header: the file is a journal of this program."""

VERSION = 1
"""The layout of the tables, in the file's header; a higher number was written by a newer program."""

METADATA = MetaData()

EVENTS = Table(
    "events",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("session", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("session", "number"),
)

LINKS = Table(
    "links",
    METADATA,
    Column("session", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("adopted", String, nullable=False),
)
"""The chain of ``store.chain`` beside the events; a program that does not know it leaves it alone."""

BEATS = Table(
    "beats",
    METADATA,
    Column("session", String, primary_key=True),
    Column("at", String, nullable=False),
)

SERIALS = Table(
    "serials",
    METADATA,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("given", Integer, nullable=False),
)


def writing_engine(path: Path) -> Engine:
    """Connections whose transactions take the write lock at once and are on the disk when they commit."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)
    event.listen(engine, "connect", _prepare_writing)
    event.listen(engine, "begin", lambda link: link.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def reading_engine(path: Path) -> Engine:
    """Connections that can only read, beside a running program too."""
    address = f"{path.absolute().as_uri()}?mode=ro"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, isolation_level=None)

    return create_engine("sqlite://", creator=connect, poolclass=NullPool)


def _prepare_writing(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None
    for pragma in ("busy_timeout=5000", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}").close()
