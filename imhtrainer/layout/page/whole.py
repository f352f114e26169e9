"""The page itself, and all kinds of boxes that can stand on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from imhtrainer.layout.page.figures import ChartBox, QrBox, TableBox
from imhtrainer.layout.page.pictures import PictureBox
from imhtrainer.layout.page.shapes import EllipseBox, PathBox, RectBox
from imhtrainer.layout.page.text import TextBox, TextParagraph


@dataclass(frozen=True, slots=True)
class GroupBox:
    """Boxes that belong together, such as the sun path; ``alt`` is empty when they are decoration."""

    boxes: "tuple[Box, ...]"
    name: str
    alt: str = ""
    step: int = 0


Box = TextBox | RectBox | EllipseBox | PathBox | PictureBox | TableBox | ChartBox | QrBox | GroupBox


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ``width`` x ``height`` points: ground colour, boxes from back to front, words about it.

    ``layout`` names the slide layout it was made by (or the document's name), ``steps`` how many build steps
    it has, ``title`` and ``description`` what a screen reader says, ``notes`` the speaker notes.
    ``section_id`` and ``section`` are the id and the title of the section it stands in, ``transition``
    is how it comes after the page before.
    """

    width: float
    height: float
    ground: str
    boxes: tuple[Box, ...]
    palette: Mapping[str, str]
    layout: str
    title: str
    description: str
    lang: str = "en"
    steps: int = 0
    number: int = 0
    slide_id: str = ""
    notes: tuple[TextParagraph, ...] = field(default=())
    section_id: str = ""
    section: str = ""
    transition: Literal["none", "fade", "push"] = "none"
