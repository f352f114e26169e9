"""What the room sees."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Screen = Literal["live", "black", "white", "points", "frozen", "logo", "join"]
"""``frozen`` keeps the picture the room sees, a video's too, while the facilitator looks elsewhere;
``join`` is the card by which phones come in."""


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
