"""Links written beside the events: with each new entry, later for older ones, and around a purge."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from imhtrainer.domain.events import Redacted
from imhtrainer.store.chain import (
    SALT_BYTES,
    ChainLink,
    entry_digest,
    first_hash,
    make_link,
)
from imhtrainer.store.codec import EventRow
from imhtrainer.store.tables import EVENTS, LINKS


def insert_rows(
    link: Connection,
    pairs: Sequence[tuple[EventRow, bytes]],
    heads: dict[str, tuple[int, bytes]],
) -> None:
    """Write rows and their links; ``heads`` knows the ends of chains and is brought up to date.

    A commit may have reached the disk although it reported an error: no row is ever written twice.
    """
    link.execute(insert(EVENTS).prefix_with("OR IGNORE"), [asdict(row) for row, _salt in pairs])
    made = []
    for row, salt in pairs:
        known = heads.get(row.session)
        before = known[1] if known and known[0] == row.number - 1 else _stored_head(link, row)
        chained = make_link(row, salt, before)
        heads[row.session] = row.number, chained.hash
        made.append(_link_values(row.session, chained))
    link.execute(insert(LINKS).prefix_with("OR IGNORE"), made)


def _link_values(session: str, chained: ChainLink) -> dict[str, object]:
    """A link as the table has it."""
    return {"session": session, **asdict(chained)}


def _stored_head(link: Connection, row: EventRow) -> bytes:
    """The hash that a row follows; a row whose forerunner is not linked begins the chain anew, which shows."""
    here = LINKS.c.session == row.session, LINKS.c.number == row.number - 1
    found = link.execute(select(LINKS.c.hash).where(*here)).scalar()
    return bytes(found) if found is not None else first_hash(row.session)


def adopt_rows(link: Connection) -> None:
    """Link the entries after the end of each chain: those from before there was one, or by an older program.

    A gap within a chain is not closed: it must show.
    """
    counted = select(func.count()).select_from
    if link.execute(counted(EVENTS)).scalar() == link.execute(counted(LINKS)).scalar():
        return
    ends = {
        session: (number, bytes(end))
        for session, number, end in link.execute(
            select(LINKS.c.session, func.max(LINKS.c.number), LINKS.c.hash).group_by(
                LINKS.c.session
            )
        )
    }
    now, made = datetime.now().astimezone().isoformat(timespec="seconds"), []
    for found in link.execute(select(EVENTS).order_by(EVENTS.c.session, EVENTS.c.number)):
        row = EventRow(found.session, found.number, found.at, found.kind, found.body)
        last, before = ends.get(row.session, (0, first_hash(row.session)))
        if row.number <= last:
            continue
        chained = make_link(row, secrets.token_bytes(SALT_BYTES), before, now)
        ends[row.session] = row.number, chained.hash
        made.append(_link_values(row.session, chained))
    if made:
        link.execute(insert(LINKS), made)


def rewrite_rows(link: Connection, rows: Sequence[EventRow]) -> tuple[Redacted, ...]:
    """Write the bodies of entries anew, with new salts; what comes back says which digest became which."""
    made = []
    for row in rows:
        here = (LINKS.c.session == row.session) & (LINKS.c.number == row.number)
        salt = link.execute(select(LINKS.c.salt).where(here)).scalar()
        old = link.execute(
            select(EVENTS).where(EVENTS.c.session == row.session, EVENTS.c.number == row.number)
        ).one()
        before = EventRow(old.session, old.number, old.at, old.kind, old.body)
        fresh = secrets.token_bytes(SALT_BYTES)
        link.execute(
            update(EVENTS)
            .where(EVENTS.c.session == row.session, EVENTS.c.number == row.number)
            .values(body=row.body)
        )
        link.execute(update(LINKS).where(here).values(salt=fresh))
        made.append(
            Redacted(
                row.number,
                entry_digest(before, bytes(salt or b"")).hex(),
                entry_digest(row, fresh).hex(),
            )
        )
    return tuple(made)
