"""Events to JSON rows and back; the kind of a row is the name of its event."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from msgspec import DecodeError, ValidationError
from msgspec.json import Decoder, Encoder

from imhtrainer.domain.errors import JournalDamaged, StoreError
from imhtrainer.domain.events import Event

KINDS: frozenset[str] = frozenset(kind.__name__ for kind in get_args(Event))
"""The names of all events this version knows."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as it lies in the journal; ``number`` counts from 1 within its session."""

    session: str
    number: int
    at: str
    kind: str
    body: bytes


class EventCodec:
    """Writes and reads rows; decoders are made once, for replaying is mostly reading."""

    def __init__(self) -> None:
        self._encoder = Encoder()
        self._decoders: dict[str, Decoder[Event]] = {
            kind.__name__: Decoder(kind) for kind in get_args(Event)
        }

    def write(self, session: str, number: int, event: Event) -> EventRow:
        """The row of an event; raises StoreError for half letters, which some clipboards hold."""
        kind = type(event).__name__
        at = event.at.isoformat()
        try:
            return EventRow(session, number, at, kind, self._encoder.encode(event))
        except UnicodeEncodeError as error:
            raise StoreError(
                "This text holds half a letter that cannot be kept. Type it by hand and try again."
            ) from error

    def read(self, row: EventRow) -> Event:
        """The event of a row; raises JournalDamaged for one that this version cannot read."""
        decoder = self._decoders.get(row.kind)
        if decoder is None:
            raise JournalDamaged(
                f"The journal holds “{row.kind}”, which this version does not know. "
                "Install the newest IMH Trainer to open this session."
            )
        try:
            return decoder.decode(row.body)
        except (DecodeError, ValidationError, UnicodeDecodeError) as error:
            raise JournalDamaged(
                f"Entry {row.number} of session {row.session} cannot be read ({error}). "
                "The rest of the journal is untouched; keep a copy of the file."
            ) from error


def unknown_kinds(kinds: Iterable[str]) -> tuple[str, ...]:
    """The kinds that a newer version must have written."""
    return tuple(sorted(set(kinds) - KINDS))
