"""Seats as the join drawer lists them: who waits first, then the others; no Qt."""

from dataclasses import dataclass

from imhtrainer.domain.roster import find_attendee, fold_name
from imhtrainer.domain.seats import Seat
from imhtrainer.domain.session.state import SessionState


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat by its code; ``name`` is what the phone said, ``person`` whom it is on the roster.

    ``waiting`` wants the facilitator's word; ``asks`` is whom on the roster is meant then, by name, and
    ``attendee`` by id; both are empty for a walk-in. ``rival`` is the code of a seat that has this person already.
    """

    code: str
    name: str
    person: str
    waiting: bool
    asks: str = ""
    attendee: str = ""
    rival: str = ""


def seat_rows(state: SessionState) -> tuple[SeatRow, ...]:
    """The seats that are taken, those that wait first, then by name, then the anonymous ones."""
    rows = [_row(state, seat) for seat in state.seats if not seat.gone]
    return tuple(
        sorted(
            rows,
            key=lambda r: (not r.waiting, not (r.person or r.name), r.person or r.name, r.code),
        )
    )


def found_rows(rows: tuple[SeatRow, ...], typed: str) -> tuple[SeatRow, ...]:
    """The seats whose name or code holds what was typed; all where nothing was."""
    wanted = fold_name(typed)
    return tuple(row for row in rows if wanted in fold_name(f"{row.person or row.name} {row.code}"))


def _row(state: SessionState, seat: Seat) -> SeatRow:
    known = find_attendee(state.roster, seat.attendee)
    asked = find_attendee(state.roster, seat.asks)
    rival = state.seat_of(seat.asks) if asked is not None else None
    return SeatRow(
        seat.code,
        seat.name,
        known.name if known is not None else "",
        seat.waiting,
        asked.name if asked is not None else "",
        seat.asks if asked is not None else "",
        rival.code if rival is not None else "",
    )
