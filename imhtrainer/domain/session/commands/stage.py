"""Commands about what the room sees."""

from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.events import Ease, Screen


@dataclass(frozen=True, slots=True)
class Next:
    """One step on. With a checkpoint unanswered it is refused once; ``leave`` moves on all the same."""

    at: datetime
    leave: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """One step back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class GoTo:
    """Show the slide with this index (0-based) from its beginning, or at a step."""

    at: datetime
    slide: int
    leave: bool = False
    step: int = 0


@dataclass(frozen=True, slots=True)
class SetScreen:
    """Show the slides, a screen in their place, or keep the picture; asking again shows the slides."""

    at: datetime
    screen: Screen


@dataclass(frozen=True, slots=True)
class EaseRoom:
    """Make the room's screen easier to read, or as designed again."""

    at: datetime
    ease: Ease


@dataclass(frozen=True, slots=True)
class ShowCaption:
    """Have the room read this line of the slide's caption, 0-based; only while captions are on."""

    at: datetime
    line: int
