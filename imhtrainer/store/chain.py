"""The journal's chain: the hash of each entry covers the one before, so that a changed record shows.

An entry's *digest* is SHA-256 over 16 random bytes (its salt) and all its columns; its *hash* is SHA-256 over
the hash of the entry before and that digest. Whoever changes, takes out or slips in an entry breaks the chain
at that entry. Whoever recomputes the whole chain cannot hide it from somebody who holds a hash from before:
the audit report prints one, and ``find_hash`` looks it up.

A person's data may be purged on request. Then the bodies of some entries are written anew without them, and
the entry that records the purge names each: its digest before and after. The chain still holds, because it
rests on digests and not on bodies, and the entry is *explained* instead of *changed*. The old salt is
forgotten with the old body, so that nobody can test guesses at what stood there.

Entries written before there was a chain, or by a program without one, are *adopted*: linked when the journal
is next opened, and marked with that moment, since nothing vouches for them before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from imhtrainer.store.codec import EventRow

SALT_BYTES = 16

Fault = Literal["changed", "missing", "added", "relinked"]
"""What is wrong with an entry: its content is another one; it is gone; it was never linked; its link is another."""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """How an entry hangs in its session's chain; ``adopted`` is the ISO time it was linked later, or empty."""

    number: int
    salt: bytes
    digest: bytes
    hash: bytes
    adopted: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry that is not what the chain says."""

    number: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What following a chain found: how many entries, the last hash, and which entries are wrong.

    ``explained`` are entries from which a recorded purge took data; ``adopted`` those linked later.
    """

    entries: int
    head: bytes
    findings: tuple[Finding, ...]
    explained: tuple[int, ...]
    adopted: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, taken out or slipped in."""
        return not self.findings


def first_hash(session: str) -> bytes:
    """What the first entry of a session follows."""
    return sha256(b"IMH Trainer journal\0" + session.encode()).digest()


def entry_digest(row: EventRow, salt: bytes) -> bytes:
    """The digest of an entry's content; every part is counted, so that none can flow into the next."""
    made = sha256(salt)
    for part in (row.session, str(row.number), row.at, row.kind):
        written = part.encode()
        made.update(len(written).to_bytes(8, "big") + written)
    made.update(len(row.body).to_bytes(8, "big") + row.body)
    return made.digest()


def make_link(row: EventRow, salt: bytes, before: bytes, adopted: str = "") -> ChainLink:
    """The link of an entry that follows the hash ``before``."""
    digest = entry_digest(row, salt)
    return ChainLink(row.number, salt, digest, _hash(before, digest), adopted)


def follow_chain(
    session: str,
    rows: Sequence[EventRow],
    links: Sequence[ChainLink],
    purges: Mapping[int, Mapping[bytes, bytes]],
) -> ChainReport:
    """Follow a session's chain; ``purges`` tell for an entry's number which digest became which."""
    known = {row.number: row for row in rows}
    linked = {link.number: link for link in links}
    last = max((*known, *linked), default=0)
    explained: list[int] = []
    found = tuple(_follow(session, last, known, linked, purges, explained))
    return ChainReport(
        entries=len(rows),
        head=linked[last].hash if last in linked else first_hash(session),
        findings=found,
        explained=tuple(explained),
        adopted=tuple(link.number for link in links if link.adopted),
    )


def find_hash(links: Iterable[ChainLink], beginning: str) -> int | None:
    """The number of the entry whose hash begins so (hexadecimal); None where no entry's does."""
    wanted = beginning.strip().lower()
    return next((link.number for link in links if link.hash.hex().startswith(wanted)), None)


def _follow(
    session: str,
    last: int,
    known: Mapping[int, EventRow],
    linked: Mapping[int, ChainLink],
    purges: Mapping[int, Mapping[bytes, bytes]],
    explained: list[int],
) -> Iterator[Finding]:
    before = first_hash(session)
    for number in range(1, last + 1):
        row, link = known.get(number), linked.get(number)
        if row is None:
            yield Finding(number, "missing")
        elif link is None:
            yield Finding(number, "added")
        elif link.hash != _hash(before, link.digest):
            yield Finding(number, "relinked")
        elif (now := entry_digest(row, link.salt)) != link.digest:
            if _purged(link.digest, purges.get(number, {})) == now:
                explained.append(number)
            else:
                yield Finding(number, "changed")
        before = link.hash if link is not None else before


def _purged(digest: bytes, became: Mapping[bytes, bytes]) -> bytes:
    """The digest after all purges of an entry, one after another."""
    for _ in became:
        digest = became.get(digest, digest)
    return digest


def _hash(before: bytes, digest: bytes) -> bytes:
    return sha256(before + digest).digest()
