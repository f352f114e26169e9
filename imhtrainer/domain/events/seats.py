"""Seats: a person's place in the ledger, held by a phone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

CheckIn = Literal["off", "typed", "search"]
"""How phones may be linked to the roster: not at all, by a name typed whole, or picked from a short search."""


@dataclass(frozen=True, slots=True)
class PhonesInvited:
    """Phones may join with ``join_code``; said again where the code or the way to check in changes.

    With ``confirm`` every name waits for the facilitator's word, also one on the roster that nobody holds.
    """

    at: datetime
    join_code: str
    check_in: CheckIn = "off"
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """A phone took a seat; ``seat`` is its code, ``secret`` the SHA-256 of the token that only the phone has."""

    at: datetime
    seat: str
    secret: str


@dataclass(frozen=True, slots=True)
class SeatMoved:
    """The person went on with another phone, which has a new token; the old one is worth nothing."""

    at: datetime
    seat: str
    secret: str


@dataclass(frozen=True, slots=True)
class SeatNamed:
    """The person in a seat gave a name; ``attendee`` where it is one on the roster.

    ``waiting`` is true while the facilitator is asked whether this is so: a name that nobody on the roster has,
    that looks like somebody's, or that another seat holds already. ``refused`` is the facilitator's no: whatever
    name the seat gives from then on waits.
    """

    at: datetime
    seat: str
    name: str
    attendee: str = ""
    waiting: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class SeatsMerged:
    """Two seats were one person with two phones: what ``seat`` answered is now ``into``'s."""

    at: datetime
    seat: str
    into: str


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """The person left the room on the phone; the answers stay, the token is worth nothing any more."""

    at: datetime
    seat: str


@dataclass(frozen=True, slots=True)
class NameConfirmed:
    """The person in a seat said that the own name stands on the roster as it shall be printed."""

    at: datetime
    seat: str
    attendee: str
