"""The co-facilitator: invited, come in, sent away, and what they did."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CoFacilitatorInvited:
    """A co-facilitator may come in with this code, on as many devices as are wanted."""

    at: datetime
    code: str


@dataclass(frozen=True, slots=True)
class CoFacilitatorJoined:
    """A console came in; ``secret`` is the SHA-256 of the token that only it has."""

    at: datetime
    secret: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CoFacilitatorsDismissed:
    """The code and every console that came in with it are worth nothing any more."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CoFacilitatorActed:
    """What follows at this moment was asked by a co-facilitator: ``name`` says who, ``command`` what.

    ``key`` is the press's own, by which a repeated one is known.
    """

    at: datetime
    secret: str
    key: str
    command: str
    name: str = ""
