"""What a page needs to know beyond the deck: who gives the training, where, and how the room answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from imhtrainer.domain.ink import Stroke
from imhtrainer.domain.quiz import Tally


@dataclass(frozen=True, slots=True)
class Invitation:
    """How a phone gets into the room: ``url`` goes into the QR symbol, ``address`` is what people type.

    ``wifi`` is the network's name and ``password`` its key; both are empty where the room should not see them.
    """

    url: str
    address: str
    code: str
    wifi: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many have answered so far of how many are here: all that is shown before the reveal.

    ``closed`` tells that nobody can answer any more.
    """

    answered: int
    here: int
    closed: bool = False


@dataclass(frozen=True, slots=True)
class TimerFacts:
    """Seconds left of an activity, and seconds it was given."""

    left: float
    total: float


@dataclass(frozen=True, slots=True)
class BreakFacts:
    """A break of ``minutes``, of which ``left`` seconds are to come; ``back`` is its end as people read it."""

    minutes: float
    left: float
    back: str


@dataclass(frozen=True, slots=True)
class Context:
    """``tallies`` by slide id; ``logo`` is a picture file of the organisation, empty without one;
    ``timer`` is the time of the shown activity, None while it has not begun. ``invitation``
    is there while phones can answer, ``turnout`` while a round is held. ``ink`` is what was drawn on
    slides, by slide id and page: 0 is the slide, 1 a question's answer.
    """

    facilitator_line: str = ""
    place_line: str = ""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    timer: TimerFacts | None = None
    logo: str = ""
    invitation: Invitation | None = None
    turnout: Turnout | None = None
    ink: Mapping[tuple[str, int], tuple[Stroke, ...]] = field(default_factory=dict)
