"""What the room sees."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Screen = Literal["live", "black", "white", "points"]


@dataclass(frozen=True, slots=True)
class SlideShown:
    """The room sees a slide at a build step; for a question step 1 is its answer page."""

    at: datetime
    slide: int
    step: int


@dataclass(frozen=True, slots=True)
class ScreenSet:
    """The projector shows the slides, black, white or the five points."""

    at: datetime
    screen: Screen
