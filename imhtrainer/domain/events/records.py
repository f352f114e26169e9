"""What becomes of a session's records: evaluations, credit reported, data given out and taken away."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class EvaluationEntered:
    """A paper form was typed in; one with the same number takes its place."""

    at: datetime
    form: Evaluation


@dataclass(frozen=True, slots=True)
class EvaluationRemoved:
    """A form that was typed in counts no more."""

    at: datetime
    sheet: int


@dataclass(frozen=True, slots=True)
class EvaluationHandedIn:
    """A person handed in an evaluation, or did not after all; which form it was nobody knows."""

    at: datetime
    attendee: str
    handed_in: bool = True


@dataclass(frozen=True, slots=True)
class CreditReported:
    """Credit of these people was reported to the state's tracking system."""

    at: datetime
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonExported:
    """A person was given the data held about them; ``reason`` says who asked."""

    at: datetime
    attendee: str
    reason: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """An entry from which a purge took data: its number, and its digest (hexadecimal) before and after."""

    entry: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PeoplePurged:
    """The personal data of these attendees were taken out of the record, and which entries changed by it."""

    at: datetime
    attendees: tuple[str, ...]
    reason: str
    entries: tuple[Redacted, ...] = ()
