"""Commands about seats: from phones, and the facilitator's word on who sits there."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.events import CheckIn


@dataclass(frozen=True, slots=True)
class InvitePhones:
    """Let phones join with this code, and say how they may check in, and whether each name is confirmed."""

    at: datetime
    join_code: str
    check_in: CheckIn = "off"
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """A phone takes a free seat; ``secret`` is the SHA-256 of its token in hexadecimal."""

    at: datetime
    seat: str
    secret: str


@dataclass(frozen=True, slots=True)
class MoveSeat:
    """Whoever knows a seat's code goes on there with another phone."""

    at: datetime
    seat: str
    secret: str


@dataclass(frozen=True, slots=True)
class NameSeat:
    """The person in a seat gives a name, or picks ``attendee`` from the search.

    With check-in, a name that exactly one free person on the roster has signs that person in; any other waits
    for the facilitator, and where each name is confirmed, that one too. Without check-in a name is only a label.
    With ``spelling`` somebody who is linked corrects capitals and accents of the own name on the roster; other
    letters are the facilitator's to change.
    """

    at: datetime
    seat: str
    name: str
    attendee: str = ""
    spelling: bool = False


@dataclass(frozen=True, slots=True)
class AdmitSeat:
    """Yes, this is so: the seat is this person's, who signs in.

    ``attendee`` is somebody on the roster or, for a walk-in, an id nobody has yet.
    """

    at: datetime
    seat: str
    attendee: str


@dataclass(frozen=True, slots=True)
class DeclineSeat:
    """No, this is not that person: the seat is anonymous, and a sign-in that it made is taken back.

    Its answers stay, and whatever name it gives next waits for the facilitator.
    """

    at: datetime
    seat: str


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    """The person leaves the room on the phone."""

    at: datetime
    seat: str
