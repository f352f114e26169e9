"""The rows of the roster's table: who is on it, and what an open import would do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from imhtrainer.domain.roster import Attendee, by_name, fold_name, person_order
from imhtrainer.domain.roster_import import ImportRow

Standing = Literal["on", "here", "add", "ask", "question"]
Answer = Literal["same", "two"]


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row: a person and how they stand, or the question under an asked person.

    ``other`` is who the person may be; ``source`` is the row of the import it came from, -1 for none.
    """

    attendee: Attendee
    standing: Standing = "on"
    other: Attendee | None = None
    source: int = -1


@dataclass(frozen=True, slots=True)
class ImportCount:
    """What pressing Add would do."""

    new: int = 0
    asked: int = 0
    here: int = 0
    blank: int = 0


def roster_rows(roster: Sequence[Attendee]) -> tuple[RosterRow, ...]:
    """The roster by name."""
    return tuple(RosterRow(person) for person in by_name(roster))


def preview_rows(
    roster: Sequence[Attendee], plan: Sequence[ImportRow], answers: Mapping[int, Answer]
) -> tuple[RosterRow, ...]:
    """The roster as it stands together with what an import would bring, by name."""
    met = {row.other.id for row in plan if row.verdict == "here" and row.other is not None}
    met |= {
        row.other.id
        for index, row in enumerate(plan)
        if row.other is not None and answers.get(index) == "same"
    }
    known = [RosterRow(p, "here" if p.id in met else "on") for p in roster]
    brought = list(_brought(plan, answers))
    ordered = sorted((*known, *brought), key=lambda row: person_order(row.attendee))
    return tuple(each for row in ordered for each in _with_question(row))


def to_add(plan: Sequence[ImportRow], answers: Mapping[int, Answer]) -> tuple[Attendee, ...]:
    """Who Add brings in: the new ones, and those answered to be someone else."""
    return tuple(row.attendee for row in _brought(plan, answers) if row.standing == "add")


def count_import(plan: Sequence[ImportRow], answers: Mapping[int, Answer]) -> ImportCount:
    """What Add would do, in figures."""
    brought = list(_brought(plan, answers))
    blank = sum(row.verdict == "blank" for row in plan)
    return ImportCount(
        new=sum(row.standing == "add" for row in brought),
        asked=sum(row.standing == "ask" for row in brought),
        here=len(plan) - blank - len(brought),
        blank=blank,
    )


def find_rows(rows: Sequence[RosterRow], text: str) -> tuple[RosterRow, ...]:
    """The rows whose name or e-mail holds the text, accents and case aside."""
    wanted, mail = fold_name(text), text.strip().casefold()
    if not mail:
        return tuple(rows)
    return tuple(
        row
        for row in rows
        if (wanted and wanted in fold_name(row.attendee.name))
        or mail in row.attendee.email.casefold()
    )


def _brought(plan: Sequence[ImportRow], answers: Mapping[int, Answer]) -> Iterator[RosterRow]:
    for index, row in enumerate(plan):
        if row.verdict == "new" or (row.verdict == "ask" and answers.get(index) == "two"):
            yield RosterRow(row.attendee, "add", source=index)
        elif row.verdict == "ask" and index not in answers:
            yield RosterRow(row.attendee, "ask", row.other, index)


def _with_question(row: RosterRow) -> tuple[RosterRow, ...]:
    if row.standing != "ask":
        return (row,)
    return (row, RosterRow(row.attendee, "question", row.other, row.source))
