"""Who, where and when: the details, the roster, and who came and left."""

from dataclasses import dataclass, field
from datetime import datetime

from imhtrainer.domain.award import Award
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.roster import Attendee, Interval


@dataclass(frozen=True, slots=True)
class Details:
    """What the facilitator says about a session; ``starts`` is the planned start with its time zone.

    ``signature`` and ``logo`` name pictures in the data folder by their content. ``required_share`` is the
    part of the session a person must be present for, 0 to 1; ``award`` what completing brings, by which rule.
    """

    starts: datetime | None = None
    venue: str = ""
    city: str = ""
    facilitator: str = ""
    credentials: str = ""
    signature: str = ""
    organisation: str = ""
    address: str = ""
    logo: str = ""
    paper: Paper = "letter"
    required_share: float = 0.9
    award: Award = field(default_factory=Award)


@dataclass(frozen=True, slots=True)
class DetailsChanged:
    """Date, place, facilitator or organisation were written down."""

    at: datetime
    details: Details


@dataclass(frozen=True, slots=True)
class AttendeesAdded:
    """People came onto the roster, one by hand or many from ``source``, a file's name."""

    at: datetime
    attendees: tuple[Attendee, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class AttendeeChanged:
    """A person's name or other facts were corrected."""

    at: datetime
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class AttendeesRemoved:
    """People were taken off the roster."""

    at: datetime
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person came in at ``time``."""

    at: datetime
    attendee: str
    time: datetime


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A person left at ``time``."""

    at: datetime
    attendee: str
    time: datetime


@dataclass(frozen=True, slots=True)
class PresenceCorrected:
    """The facilitator wrote down when a person was really there."""

    at: datetime
    attendee: str
    intervals: tuple[Interval, ...]
