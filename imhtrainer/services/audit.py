"""Following a session's chain: is the record as it was written, and if not, which entry is another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Protocol

from imhtrainer.domain.errors import JournalDamaged
from imhtrainer.domain.events import Event, PeoplePurged
from imhtrainer.domain.wording import counted
from imhtrainer.store.chain import ChainLink, ChainReport, Fault, find_hash, follow_chain
from imhtrainer.store.codec import EventCodec, EventRow


class RowSource(Protocol):
    """Where entries and their links are read from: the journal's reader."""

    def rows(self, session_id: str) -> tuple[EventRow, ...]:
        """The entries of a session in order."""
        ...

    def links(self, session_id: str) -> tuple[ChainLink, ...]:
        """The chain of a session in order."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the journal as an auditor reads it; ``event`` is None where it cannot be read any more."""

    number: int
    at: datetime | None
    kind: str
    event: Event | None
    hash: str


@dataclass(frozen=True, slots=True)
class Audit:
    """A session's record looked through: its entries, what the chain says, and what else is to be known.

    ``faults`` are sentences, one an entry that is not what was written. ``notes`` explain what is no fault:
    purges, entries linked later, a clock that was set back.
    """

    session: str
    entries: tuple[Entry, ...]
    report: ChainReport
    faults: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether the record is as it was written."""
        return not self.faults

    @property
    def head(self) -> str:
        """The last entry's hash, in hexadecimal."""
        return self.report.head.hex()


_FAULTS: dict[Fault, str] = {
    "changed": "was changed after it was written",
    "missing": "is gone",
    "added": "was slipped in: nothing links it",
    "relinked": "does not follow the one before it: an entry or its link was exchanged",
}


_MOST_NAMED = 8
"""Entries that a note names one by one."""


def audit_session(source: RowSource, session_id: str, expected: str = "") -> Audit:
    """Look through a session's record; ``expected`` is the beginning of a hash that somebody kept from before."""
    rows, links = source.rows(session_id), source.links(session_id)
    codec = EventCodec()
    events = {row.number: _read(codec, row) for row in rows}
    report = follow_chain(session_id, rows, links, _purges(events.values()))
    hashes = {link.number: link.hash.hex() for link in links}
    entries = tuple(
        Entry(row.number, _moment(row.at), row.kind, events[row.number], hashes.get(row.number, ""))
        for row in rows
    )
    named = {entry.number: entry for entry in entries}
    faults = [
        f"Entry {found.number}{_what(named.get(found.number))} {_FAULTS[found.fault]}."
        for found in report.findings
    ]
    if expected and find_hash(links, expected) is None:
        faults.append(
            f"No entry has the hash {expected}: the record is another one than when it was printed."
        )
    return Audit(session_id, entries, report, tuple(faults), tuple(_notes(report, entries)))


def _purges(events: Iterable[Event | None]) -> dict[int, dict[bytes, bytes]]:
    """What the recorded purges made of entries: which digest became which."""
    found: defaultdict[int, dict[bytes, bytes]] = defaultdict(dict)
    for event in events:
        if isinstance(event, PeoplePurged):
            for gone in event.entries:
                found[gone.entry][bytes.fromhex(gone.before)] = bytes.fromhex(gone.after)
    return dict(found)


def _notes(report: ChainReport, entries: Sequence[Entry]) -> Iterable[str]:
    for entry in entries:
        if isinstance(entry.event, PeoplePurged):
            people = len(entry.event.attendees)
            who = "one person" if people == 1 else f"{people} people"
            yield (
                f"Entry {entry.number} records that the data of {who} were removed; "
                f"the chain explains what changed in {counted(len(entry.event.entries), 'place')}."
            )
    if report.adopted:
        first, last = report.adopted[0], report.adopted[-1]
        yield (
            f"Entries {first} to {last} were written without a chain and linked later: "
            "nothing vouches for them before that."
        )
    back = [str(b.number) for a, b in pairwise(entries) if a.at and b.at and b.at < a.at]
    if back:
        listed = ", ".join(back[:_MOST_NAMED]) + (" and others" if back[_MOST_NAMED:] else "")
        one = f"Entry {listed} is dated before the entry it follows"
        many = f"Entries {listed} are dated before the entry they follow"
        said = one if len(back) == 1 else many
        yield f"{said}: the clock was set back, or a time was put in later."


def _read(codec: EventCodec, row: EventRow) -> Event | None:
    try:
        return codec.read(row)
    except JournalDamaged:
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _what(entry: Entry | None) -> str:
    if entry is None:
        return ""
    at = f", {entry.at:%Y-%m-%d %H:%M:%S}" if entry.at else ""
    return f" ({entry.kind}{at})"
