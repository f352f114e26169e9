"""What a page needs to know beyond the deck: who gives the training, where, and how the room answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from imhtrainer.domain.quiz import Tally


@dataclass(frozen=True, slots=True)
class Context:
    """``tallies`` by slide id; ``logo`` is a picture file of the organisation, empty without one;
    ``timer_left`` are seconds left of the shown activity, None when not running.
    """

    facilitator_line: str = ""
    place_line: str = ""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    timer_left: float | None = None
    logo: str = ""
