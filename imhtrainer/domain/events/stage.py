"""What the room sees."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Screen = Literal["live", "black", "white", "points", "frozen", "logo", "join"]
"""``frozen`` keeps the picture the room sees, a video's too, while the facilitator looks elsewhere;
``join`` is the card by which phones come in."""


@dataclass(frozen=True, slots=True)
class Ease:
    """What makes the room's screen easier to read; all off is the slides as they were designed.

    ``large`` shows a slide's words alone, as large as they fit; ``contrast`` darker words on pure white;
    ``captions`` what the notes have the facilitator say, a line at a time.
    """

    large: bool = False
    contrast: bool = False
    captions: bool = False


@dataclass(frozen=True, slots=True)
class RoomEased:
    """The room's screen is made easier to read, or as designed again; it stays so for the session."""

    at: datetime
    ease: Ease


@dataclass(frozen=True, slots=True)
class CaptionShown:
    """The room reads a line of what is said on this slide; 0 is the first."""

    at: datetime
    line: int


@dataclass(frozen=True, slots=True)
class SlideShown:
    """The room sees a slide at a build step; for a question step 1 is its answer page."""

    at: datetime
    slide: int
    step: int


@dataclass(frozen=True, slots=True)
class ScreenSet:
    """The projector shows the slides, one of the screens in their place, or keeps its picture."""

    at: datetime
    screen: Screen
