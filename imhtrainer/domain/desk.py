"""Who is on the roster and who is here, as the sign-in desk lists them."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.credit import completion
from imhtrainer.domain.roster import Attendee, fold_name, person_order
from imhtrainer.domain.session.state import SessionState

LATE_FROM = 5
"""Whole minutes after the start from which a person counts as late."""
ROWS_LIMIT = 60
"""Rows listed at once; a search finds the others."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person: since when here, until when, and minutes late (0 when in time)."""

    attendee: Attendee
    here: bool
    came: datetime | None
    left: datetime | None
    late: int


@dataclass(frozen=True, slots=True)
class Desk:
    """The rows that match, how many more do, and the head counts."""

    rows: tuple[PersonRow, ...]
    more: int
    here: int
    expected: int


def desk(state: SessionState, wanted: str, now: datetime, kept: tuple[str, ...] = ()) -> Desk:
    """The people whose names hold the words wanted: who has not come first, then by name.

    The people ``kept`` stand first and in that order: a row just pressed does not run away.
    """
    words = fold_name(wanted).split()
    found = [p for p in state.roster if all(word in fold_name(p.name) for word in words)]
    here = frozenset(state.present)
    place = {attendee: at for at, attendee in enumerate(kept)}
    found.sort(key=lambda p: (place.get(p.id, len(kept)), p.id in here, person_order(p)))
    rows = tuple(_row(state, person, now) for person in found[:ROWS_LIMIT])
    return Desk(rows, max(len(found) - ROWS_LIMIT, 0), len(here), len(state.roster))


def _row(state: SessionState, person: Attendee, now: datetime) -> PersonRow:
    presence = state.presence(person.id)
    last = presence.intervals[-1] if presence.intervals else None
    late = completion(state, person.id, now).late
    return PersonRow(
        attendee=person,
        here=presence.here,
        came=last.start if last else None,
        left=last.end if last else None,
        late=late if late >= LATE_FROM else 0,
    )
