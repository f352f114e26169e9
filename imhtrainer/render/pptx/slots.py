"""What a slide layout is made of: placeholders with their place and look, in points."""

from dataclasses import dataclass
from typing import Literal

from imhtrainer.layout.page import Align, Anchor

LEVEL_INDENT = 28.0
"""How far each level of a list is indented, in points."""

LIST_GAP = 22.0
"""Space before each item of a list, in points: a new item typed by a host stands as the others do."""

SlotKind = Literal["title", "subTitle", "body", "pic", "tbl", "chart", "sldNum", "ftr", "dt"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder: ``role`` is the role, or the name, of the page box that it takes.

    ``index`` is what PowerPoint binds it by, unique in its layout; ``bullet`` gives its text dots. In one
    that ``shrinks`` PowerPoint makes text smaller that somebody lengthens beyond it.
    """

    role: str
    kind: SlotKind
    index: int
    name: str
    x: float
    y: float
    w: float
    h: float
    size: float = 26.0
    lead: float = 34.0
    color: str = "ink"
    family: Literal["head", "body"] = "body"
    bold: bool = False
    align: Align = "left"
    anchor: Anchor = "top"
    bullet: bool = False
    shrinks: bool = False

    @property
    def gap(self) -> float:
        """Space before each paragraph, in points."""
        return LIST_GAP if self.bullet else 0.0


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A layout: its name in PowerPoint's menu, its ground colour and its placeholders."""

    name: str
    slots: tuple[Slot, ...]
    ground: str = "paper"

    def slot(self, name: str, role: str) -> Slot | None:
        """The placeholder that takes a page box: by its name if one asks for it, else by its role."""
        wanted = (name, role) if role else ()
        found = (slot for key in wanted for slot in self.slots if slot.role == key)
        return next(found, None)
