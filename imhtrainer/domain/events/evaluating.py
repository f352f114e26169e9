"""The evaluation on phones: opened, handed in, closed; what a form says and whose it is never stand together."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class EvaluationOpened:
    """Phones show the form."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SeatHandedIn:
    """The person in a seat handed in a form; which one, this record does not say."""

    at: datetime
    seat: str


@dataclass(frozen=True, slots=True)
class EvaluationClosed:
    """Phones take no more forms; ``forms`` are all that came, in the order of their marks, which is by chance."""

    at: datetime
    forms: tuple[Evaluation, ...] = ()
