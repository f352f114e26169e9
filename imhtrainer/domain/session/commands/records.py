"""Commands about evaluations and about what becomes of a session's records."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class EnterEvaluation:
    """Type in a paper form."""

    at: datetime
    form: Evaluation


@dataclass(frozen=True, slots=True)
class RemoveEvaluation:
    """Let a typed form count no more."""

    at: datetime
    sheet: int


@dataclass(frozen=True, slots=True)
class MarkHandedIn:
    """Note that a person handed in an evaluation, or did not."""

    at: datetime
    attendee: str
    handed_in: bool = True


@dataclass(frozen=True, slots=True)
class ReportCredit:
    """Note that these people's credit was reported."""

    at: datetime
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportPerson:
    """Note that a person was given their data."""

    at: datetime
    attendee: str
    reason: str


@dataclass(frozen=True, slots=True)
class OpenEvaluation:
    """Have phones show the evaluation form."""

    at: datetime


@dataclass(frozen=True, slots=True)
class HandInEvaluation:
    """Note that a form came from this seat; the form itself is kept apart."""

    at: datetime
    seat: str


@dataclass(frozen=True, slots=True)
class CloseEvaluation:
    """Take no more forms from phones, and bring those that came into the record."""

    at: datetime
    forms: tuple[Evaluation, ...]


EvaluatingCommand = OpenEvaluation | HandInEvaluation | CloseEvaluation
RecordsCommand = (
    EnterEvaluation
    | RemoveEvaluation
    | MarkHandedIn
    | ReportCredit
    | ExportPerson
    | EvaluatingCommand
)
