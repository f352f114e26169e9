"""A journal's entries in the lines of a report: those that are alike together, and whose doing they were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from imhtrainer.domain.events import CoFacilitatorActed
from imhtrainer.services.audit import Entry


@dataclass(frozen=True, slots=True)
class EntryLine:
    """Entries of one line; ``together`` are the words of a run, empty where an entry stands alone.

    ``by`` is who pressed: “the co-facilitator Noor”; empty for the facilitator, the program and phones.
    """

    entries: tuple[Entry, ...]
    together: str
    by: str


def entry_lines(entries: Sequence[Entry], together: Mapping[str, str]) -> Iterator[EntryLine]:
    """The lines in order; kinds that come in runs have their words in ``together``.

    A co-facilitator's press is one moment with all that came of it, and stands in its line.
    """
    bys = tuple(_pressed(entries))
    keys = [_key(entries, at, bys, together) for at in range(len(entries))]
    for (words, _, by), run in groupby(zip(keys, entries, strict=True), key=lambda each: each[0]):
        yield EntryLine(tuple(entry for _, entry in run), words, by)


def _pressed(entries: Sequence[Entry]) -> Iterator[CoFacilitatorActed | None]:
    """The press that each entry is, or came of."""
    press: CoFacilitatorActed | None = None
    for entry in entries:
        if isinstance(entry.event, CoFacilitatorActed):
            press = entry.event
        elif press is not None and entry.at != press.at:
            press = None
        yield press


def _key(
    entries: Sequence[Entry],
    at: int,
    presses: Sequence[CoFacilitatorActed | None],
    together: Mapping[str, str],
) -> tuple[str, int, str]:
    """Alike for entries of one line: the run's words, or the number of the one that stands alone; and by whom."""
    press, entry = presses[at], entries[at]
    if entry.event is press and at + 1 < len(entries) and presses[at + 1] is press:
        entry = entries[at + 1]
    words = together.get(entry.kind, "")
    by = "" if press is None else f"the co-facilitator {press.name}".rstrip()
    return words, 0 if words else entry.number, by
