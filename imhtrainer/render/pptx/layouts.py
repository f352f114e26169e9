"""The slide layouts by name: which placeholders each has, where they stand and how they look.

Measures are those of the drawn slides, in points on 960 x 540.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from imhtrainer.layout.frame import Frame
from imhtrainer.render.pptx.slots import SlideLayout, Slot

TITLE = Slot(
    "title",
    "title",
    0,
    "Title",
    56,
    36,
    848,
    84,
    40,
    52,
    "lagoon",
    family="head",
    bold=True,
    shrinks=True,
)
"""Higher than its one line: a title that is lengthened in PowerPoint shrinks to two lines above the text."""
NUMBER = Slot(
    "number", "sldNum", 12, "Slide number", 868, 498, 36, 18, 14, 18, "ink-soft", align="right"
)
SOURCE = Slot("source", "body", 13, "Source", 56, 498, 640, 18, 14, 18, "ink-soft", anchor="bottom")
DATE = Slot("date", "dt", 10, "Date", 700, 520, 150, 14, 11, 14, "ink-soft", align="right")
FOOTER = Slot("footer", "ftr", 11, "Footer", 56, 520, 640, 14, 11, 14, "ink-soft")
"""Empty until somebody turns date and footer on in PowerPoint (Insert, Header & Footer)."""
LABEL = Slot("label", "body", 14, "Label", 56, 32, 600, 34, 26, 34, "coral-text", bold=True)
BODY = Slot("body", "body", 1, "Text", 56, 124, 720, 330, bullet=True)
_PICTURE = Slot("picture", "pic", 15, "Picture", 480, 110, 432, 324)
_FOOT = (SOURCE, NUMBER, DATE, FOOTER)


def _at(slot: Slot, x: float, y: float, w: float, h: float) -> Slot:
    return replace(slot, x=x, y=y, w=w, h=h)


def _titled(name: str, *slots: Slot) -> SlideLayout:
    return SlideLayout(name, (TITLE, *slots, *_FOOT))


def _row(role: str, number: int, name: str, frame: Frame, **look: Any) -> Slot:
    """One of several like placeholders."""
    return Slot(role, "body", 20 + number, name, frame.x, frame.y, frame.w, frame.h, **look)


def _choices(first: Frame, pitch: float, size: float) -> Iterator[Slot]:
    for number, letter in enumerate("ABCD"):
        frame = replace(first, y=first.y + number * pitch)
        yield _row(
            f"choice-{letter}", number, f"Choice {letter}", frame, size=size, lead=1.3 * size
        )


def _resources() -> Iterator[Slot]:
    for number in range(6):
        frame = Frame(56 + 440 * (number % 2), 115 + 124 * (number // 2), 408, 101)
        role, name = f"resource-{number + 1}", f"Resource {number + 1}"
        yield _row(role, number, name, frame, size=24, lead=30)


def _points() -> Iterator[Slot]:
    for number, left in enumerate((147, 163, 196, 252, 364)):
        frame = Frame(left, 388 - 69 * number, 904 - left, 38)
        role, name = f"point-{number + 1}", f"Point {number + 1}"
        yield _row(role, number, name, frame, size=30, lead=38, family="head", bold=True)


def _diagram() -> Iterator[Slot]:
    places = {
        "left": (64, 244, 168, "ink", "ink"),
        "serve": (280, 150, 400, "coral-text", "ink"),
        "return": (280, 328, 400, "lagoon", "ink"),
        "right": (728, 244, 168, "paper", "paper"),
    }
    for number, (role, (x, y, w, word, text)) in enumerate(places.items()):
        lower = Frame(x, y + (44 if w < 400 else 50), w, 36.4)
        size = 26 if w < 400 else 28
        name = f"{role.capitalize()}, "
        look = {"align": "center"}
        head = {"size": 34, "lead": 44.2, "family": "head", "bold": True}
        yield _row(
            f"{role}-word",
            2 * number,
            name + "word",
            Frame(x, y, w, 44.2),
            color=word,
            **head,
            **look,
        )
        yield _row(
            f"{role}-text",
            2 * number + 1,
            name + "text",
            lower,
            size=size,
            lead=1.3 * size,
            color=text,
            **look,
        )
    wait = Frame(392, 268, 176, 33.8)
    yield _row("wait", 8, "Between", wait, size=26, lead=33.8, bold=True, align="center")


_TITLE_PAGE = SlideLayout(
    "Title",
    (
        replace(_at(TITLE, 56, 64, 520, 132), size=60, lead=66, shrinks=False),
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
        replace(_at(TITLE, 56, 174, 480, 124), size=54, lead=62, color="paper", shrinks=False),
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
    replace(_PICTURE, role="picture-left", name="Left picture", x=56, y=176, w=408, h=306),
    replace(
        _PICTURE, role="picture-right", index=16, name="Right picture", x=496, y=176, w=408, h=306
    ),
)
_QUOTE = SlideLayout(
    "Quote",
    (
        replace(
            _at(TITLE, 56, 72, 700, 36),
            size=28,
            lead=36,
            color="coral-text",
            family="body",
            shrinks=False,
        ),
        Slot("body", "body", 1, "Thought", 56, 124, 808, 224, 42, 56, family="head"),
        replace(_at(SOURCE, 56, 462, 660, 38), lead=19),
        replace(NUMBER, color="ink"),
    ),
    "sand",
)
_QUESTION = replace(_at(TITLE, 56, 72, 848, 135), size=34, lead=45, color="ink", shrinks=False)
_CHECKPOINT = SlideLayout(
    "Checkpoint",
    (
        LABEL,
        _QUESTION,
        *_choices(Frame(144, 237, 744, 36.4), 66, 28),
        *_FOOT,
    ),
)
ANSWER = SlideLayout(
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
        *_choices(Frame(120, 155, 370, 33.8), 60, 26),
        Slot("explain", "body", 2, "Explanation", 82, 409, 822, 38, 28, 38),
        *_FOOT,
    ),
)
_ACTIVITY = SlideLayout(
    "Activity",
    (
        _at(LABEL, 116, 32, 460, 34),
        _at(TITLE, 56, 84, 520, 76),
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
    "table": SlideLayout(
        "Table",
        (
            replace(TITLE, h=68),
            Slot("table", "tbl", 15, "Table", 56, 108, 848, 306),
            Slot("closing", "body", 1, "Closing line", 56, 428, 848, 36, 28, 36),
            *_FOOT,
        ),
    ),
    "diagram": _titled("Diagram", *_diagram()),
    "checkpoint": _CHECKPOINT,
    "answer": ANSWER,
    "activity": _ACTIVITY,
    "resources": SlideLayout(
        "Resources",
        (
            _at(TITLE, 56, 36, 540, 76),
            replace(
                _at(LABEL, 636, 38, 252, 36.4), size=28, lead=36.4, color="surface", align="center"
            ),
            *_resources(),
            *_FOOT,
        ),
    ),
    "closing": _titled("Closing", _at(BODY, 56, 124, 412, 330), _PICTURE),
    "points": SlideLayout("The five points", (TITLE, *_points())),
}
"""The layouts by the name a page carries, in the order of PowerPoint's menu."""

PLAIN = _titled("Title only")
"""The layout of a page whose layout name is not known."""
