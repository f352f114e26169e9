"""Pictures, and what plays where one stands."""

from dataclasses import dataclass
from typing import Literal

from imhtrainer.layout.page.shapes import PathBox


@dataclass(frozen=True, slots=True)
class Clip:
    """A video or sound that plays where its poster stands; paths are absolute, ``subtitles`` may be empty."""

    path: str
    mime: str
    kind: Literal["video", "audio"]
    loop: bool = False
    mute: bool = False
    subtitles: str = ""


PLAY_SIGN = "play-sign"
"""Name of the group drawn over a poster: it says that something plays there, and is decoration."""


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture file fitted into the box; ``alt`` is empty only for decoration.

    For an SVG of the house's simple kind ``drawing`` holds its shapes, already in page points, and screen and
    paper draw those; other pictures are rasters at ``path``. ``crop`` is left, top, right, bottom in shares of
    the picture that ``fit=cover`` cuts away. The box is where the visible part stands. With a ``clip`` the
    picture is the poster of a video or sound; a group named ``PLAY_SIGN`` is drawn over it.
    """

    x: float
    y: float
    w: float
    h: float
    path: str
    alt: str
    drawing: tuple[PathBox, ...] = ()
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    name: str = ""
    role: str = ""
    step: int = 0
    clip: Clip | None = None
