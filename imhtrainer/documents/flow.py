"""Pieces of a document that flow from page to page, and what stands on every page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from imhtrainer.documents.setting import Type, paragraph
from imhtrainer.domain.certificate import Paper
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.mirroring import mirrored
from imhtrainer.layout.page import Box, Page, PathBox
from imhtrainer.layout.text import set_text

MARGIN = 48.0
"""White around a document's pages, in points."""

SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}
"""Portrait papers in points."""

FOOT_ROOM = 40.0
"""What the running foot takes from the page's bottom, above the margin, in points."""

_FOOT = Type(9, 12, "ink-soft")


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is not parted: ``boxes`` draws it from a top, ``height`` points high.

    ``before`` is the room above it except at a page's top; ``together`` how many pieces after it must
    stand on the same page; ``least`` begins a new page unless so many points are left on this one.
    ``heading`` begins a chapter: the outline names it. ``fill`` draws from a top to a bottom in the room that is
    left below the piece where the page ends with it. ``again`` has it stand at the top of every later page, too.
    """

    height: float
    boxes: Callable[[float], Sequence[Box]]
    before: float = 0.0
    together: int = 0
    least: float = 0.0
    heading: str = ""
    fill: Callable[[float, float], Sequence[Box]] | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What a flowing document says on each page: its title, its foot, and its language."""

    title: str
    foot: str
    paper: Paper
    lang: str
    layout: str

    @property
    def width(self) -> float:
        """The room between the margins, in points."""
        return SIZES[self.paper][0] - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Filled:
    """A page's boxes and the heading that begins on it; empty where an earlier one goes on."""

    boxes: tuple[Box, ...]
    heading: str


def compose_flow(
    document: Document, pieces: Sequence[Piece], kit: Kit, repeated: Sequence[Piece] = ()
) -> tuple[Page, ...]:
    """The document's pages, numbered; ``repeated`` stands again at the top of every later page."""
    width, height = SIZES[document.paper]
    bottom = height - MARGIN - FOOT_ROOM
    filled = tuple(_fill(pieces, bottom, repeated, document.title))
    return tuple(
        Page(
            width=width,
            height=height,
            ground="surface",
            boxes=_turned(
                (*page.boxes, _foot(document, kit, number, len(filled))), width, kit.mirrored
            ),
            palette=kit.theme.colors,
            layout=document.layout,
            title=page.heading,
            description=f"{document.title}, page {number} of {len(filled)}",
            lang=document.lang,
            number=number,
        )
        for number, page in enumerate(filled, start=1)
    )


def _turned(boxes: Sequence[Box], width: float, from_right: bool) -> tuple[Box, ...]:
    return mirrored(boxes, width) if from_right else tuple(boxes)


def rule(top: float, x: float, w: float, color: str = "edge") -> PathBox:
    """A hair line from ``x``, ``w`` points long."""
    ends = (("M", (x, top)), ("L", (x + w, top)))
    return PathBox(ends, stroke=color, stroke_width=0.75, name="rule")


def divider(x: float, top: float, h: float, color: str = "edge") -> PathBox:
    """An upright hair line from ``top``, ``h`` points high."""
    ends = (("M", (x, top)), ("L", (x, top + h)))
    return PathBox(ends, stroke=color, stroke_width=0.75, name="rule")


def _fill(
    pieces: Sequence[Piece], bottom: float, repeated: Sequence[Piece], title: str
) -> Iterator[Filled]:
    boxes: list[Box] = []
    top, heading, at_top = MARGIN, title, True
    for index, piece in enumerate(pieces):
        block = pieces[index : index + 1 + piece.together]
        needed = sum(one.height + one.before for one in block) - (piece.before if at_top else 0.0)
        if boxes and top + max(needed, piece.least) > bottom:
            yield Filled(tuple(boxes), heading)
            boxes, top = _again(repeated)
            heading, at_top = "", not repeated
        top += 0.0 if at_top else piece.before
        boxes.extend(piece.boxes(top))
        top += piece.height
        repeated = (piece,) if piece.again else repeated
        heading, at_top = heading or piece.heading, False
        if piece.fill is not None and _is_last(pieces[index + 1 : index + 2], bottom - top):
            boxes.extend(piece.fill(top, bottom))
    yield Filled(tuple(boxes), heading)


def _is_last(after: Sequence[Piece], left: float) -> bool:
    """Whether nothing more comes on a page with so much room left."""
    return not after or left < max(after[0].least, after[0].height)


def _again(repeated: Sequence[Piece]) -> tuple[list[Box], float]:
    """What stands on top of every page after the first."""
    boxes: list[Box] = []
    top = MARGIN
    for piece in repeated:
        boxes.extend(piece.boxes(top))
        top += piece.height
    return boxes, top


def _foot(document: Document, kit: Kit, number: int, count: int) -> Box:
    width, height = SIZES[document.paper]
    page = house_words(document.lang).say("page", number=number, count=count)
    words = f"{document.foot}  ·  {page}" if document.foot else page
    frame = Frame(MARGIN, height - MARGIN - 12, width - 2 * MARGIN, 24)
    return set_text(kit.fonts, frame, (paragraph(words, _FOOT),), "foot", "number")
