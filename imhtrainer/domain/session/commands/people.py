"""Commands about the details, the roster and who is here."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee, Interval


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """Write down date, place, facilitator, organisation."""

    at: datetime
    details: Details


@dataclass(frozen=True, slots=True)
class AddAttendees:
    """Put people on the roster."""

    at: datetime
    attendees: tuple[Attendee, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class ChangeAttendee:
    """Correct a person's name or other facts."""

    at: datetime
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class RemoveAttendees:
    """Take people off the roster; refused for who has a certificate."""

    at: datetime
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignIn:
    """A person came in, at ``time`` or now."""

    at: datetime
    attendee: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignOut:
    """A person left, at ``time`` or now."""

    at: datetime
    attendee: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class CorrectPresence:
    """Write down when a person was really there."""

    at: datetime
    attendee: str
    intervals: tuple[Interval, ...]
