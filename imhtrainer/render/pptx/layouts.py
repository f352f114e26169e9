"""The slide layouts by name: which placeholders each has, where they stand and how they look.

Measures are those of the drawn slides, in points on 960 x 540.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from imhtrainer.layout.page import Align, Anchor

SlotKind = Literal["title", "subTitle", "body", "pic", "tbl", "chart", "sldNum"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder: ``role`` is the page box it takes, ``index`` is what PowerPoint binds it by."""

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


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A layout: its name in PowerPoint's menu, its ground colour and its placeholders."""

    name: str
    slots: tuple[Slot, ...]
    ground: str = "paper"

    def slot(self, role: str) -> Slot | None:
        """The placeholder that takes a page box of this role."""
        return next((slot for slot in self.slots if slot.role == role), None)


TITLE = Slot(
    "title", "title", 0, "Title", 56, 36, 848, 52, 40, 52, "lagoon", family="head", bold=True
)
NUMBER = Slot(
    "number", "sldNum", 12, "Slide number", 868, 498, 36, 18, 14, 18, "ink-soft", align="right"
)
SOURCE = Slot("source", "body", 13, "Source", 56, 498, 640, 18, 14, 18, "ink-soft", anchor="bottom")
LABEL = Slot("label", "body", 14, "Label", 56, 32, 600, 34, 26, 34, "coral-text", bold=True)
BODY = Slot("body", "body", 1, "Text", 56, 124, 720, 330, bullet=True)
_PICTURE = Slot("picture", "pic", 15, "Picture", 480, 110, 432, 324)
_FOOT = (SOURCE, NUMBER)


def _at(slot: Slot, x: float, y: float, w: float, h: float) -> Slot:
    return replace(slot, x=x, y=y, w=w, h=h)


def _titled(name: str, *slots: Slot) -> SlideLayout:
    return SlideLayout(name, (TITLE, *slots, *_FOOT))


_TITLE_PAGE = SlideLayout(
    "Title",
    (
        replace(_at(TITLE, 56, 64, 520, 132), size=60, lead=66),
        Slot(
            "subtitle",
            "subTitle",
            1,
            "Subtitle",
            56,
            208,
            400,
            48,
            36,
            46,
            "coral-text",
            family="head",
            bold=True,
        ),
        Slot("audience", "body", 16, "Audience", 56, 282, 330, 68),
        Slot("facilitator", "body", 17, "Facilitator", 56, 464, 848, 32, 24, 32),
        Slot("place", "body", 18, "Place and date", 56, 502, 848, 18, 14, 18),
        _PICTURE,
        NUMBER,
    ),
)
_SECTION = SlideLayout(
    "Section",
    (
        replace(_at(LABEL, 56, 130, 480, 36), size=28, lead=36, color="sand"),
        replace(_at(TITLE, 56, 174, 480, 124), size=54, lead=62, color="paper"),
        Slot("body", "body", 1, "Text", 56, 318, 450, 68, color="paper"),
        Slot("minutes", "body", 16, "Minutes", 56, 480, 640, 32, 24, 32, "sand"),
        replace(NUMBER, color="path"),
    ),
    "lagoon",
)
_COLUMNS = _titled(
    "Two columns",
    Slot("left", "body", 1, "Left", 56, 124, 408, 330, bullet=True),
    Slot("right", "body", 2, "Right", 496, 124, 408, 330, bullet=True),
)
_QUOTE = SlideLayout(
    "Quote",
    (
        replace(_at(TITLE, 56, 72, 700, 36), size=28, lead=36, color="coral-text", family="body"),
        Slot("body", "body", 1, "Thought", 56, 124, 808, 224, 42, 56, family="head"),
        replace(_at(SOURCE, 56, 462, 660, 38), lead=19),
        replace(NUMBER, color="ink"),
    ),
    "sand",
)
_QUESTION = replace(_at(TITLE, 56, 72, 848, 135), size=34, lead=45, color="ink")
_CHECKPOINT = SlideLayout("Checkpoint", (LABEL, _QUESTION, *_FOOT))
_ANSWER = SlideLayout(
    "Answer",
    (
        replace(_at(LABEL, 56, 32, 848, 34), role="title", kind="title", index=0, name="Title"),
        replace(
            _at(_QUESTION, 56, 68, 848, 72),
            role="question",
            kind="body",
            index=1,
            name="Question",
            size=28,
            lead=36,
        ),
        Slot("explain", "body", 2, "Explanation", 82, 394, 822, 76, 28, 38, anchor="middle"),
        *_FOOT,
    ),
)
_ACTIVITY = SlideLayout(
    "Activity",
    (
        _at(LABEL, 116, 32, 460, 34),
        _at(TITLE, 56, 84, 520, 52),
        Slot("body", "body", 1, "Steps", 112, 164, 440, 210, 28, 36),
        Slot("choice", "body", 16, "A way to pass", 76, 384, 456, 64, anchor="middle"),
        *_FOOT,
    ),
)

LAYOUTS: Mapping[str, SlideLayout] = {
    "title": _TITLE_PAGE,
    "section": _SECTION,
    "text": _titled("Text", BODY),
    "columns": _COLUMNS,
    "picture": _titled("Text and picture", _at(BODY, 56, 124, 412, 330), _PICTURE),
    "quote": _QUOTE,
    "table": _titled(
        "Table",
        Slot("table", "tbl", 15, "Table", 56, 108, 848, 306),
        Slot("closing", "body", 1, "Closing line", 56, 428, 848, 36, 28, 36),
    ),
    "diagram": _titled("Diagram"),
    "checkpoint": _CHECKPOINT,
    "answer": _ANSWER,
    "activity": _ACTIVITY,
    "resources": _titled("Resources", _at(BODY, 56, 124, 848, 330)),
    "closing": _titled("Closing", _at(BODY, 56, 124, 412, 330), _PICTURE),
    "points": _titled("The five points", _at(BODY, 56, 124, 848, 330)),
}
"""The layouts by the name a page carries, in the order of PowerPoint's menu."""

PLAIN = _titled("Title only")
"""The layout of a page whose layout name is not known."""
