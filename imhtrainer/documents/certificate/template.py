"""A certificate's design as data: papers, type styles, and boxes in points with their steps of shrinking."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta, Struct

from imhtrainer.documents.setting import Type
from imhtrainer.layout.page import Align
from imhtrainer.layout.pictures import Across, Down

Points = Annotated[float, Meta(ge=-2000, le=2000)]
Length = Annotated[float, Meta(gt=0, le=2000)]
Place = tuple[Points, Points, Length, Length]
Words = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=1, le=40)]
TextFact = Literal["objectives", "competencies"]

NAME = "name"
"""The name of the box with the attendee's name."""

SMALLEST_SYMBOL = 85.0
"""Points, 30 mm: a phone reads it after printing and scanning."""


class Paper(Struct, frozen=True, forbid_unknown_fields=True):
    """A paper's size, and how far all boxes move on it, in points."""

    width: Length
    height: Length
    right: Points = 0.0
    down: Points = 0.0


class TypeStyle(Struct, frozen=True, forbid_unknown_fields=True):
    """A type style as the file writes it."""

    size: Annotated[float, Meta(ge=6, le=120)]
    lead: Annotated[float, Meta(ge=6, le=160)]
    color: Words = "ink"
    weight: Literal["regular", "semibold", "bold"] = "regular"
    family: Literal["head", "body"] = "body"

    def as_type(self) -> Type:
        """The style for setting text."""
        bold, semibold = self.weight == "bold", self.weight == "semibold"
        return Type(self.size, self.lead, self.color, bold, semibold, self.family)


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """A way to shrink: what it leaves out stays as the box has it."""

    at: Place | None = None
    type: Words | None = None
    lines: Count | None = None
    gap: Annotated[float, Meta(ge=0, le=40)] | None = None
    until: Points | None = None


class _Part(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", kw_only=True):
    """What every box has: a name, the pages it stands on, and the box it moves with.

    ``needs`` names a fact without which the box is left out.
    """

    name: Words
    pages: tuple[Literal[1, 2], ...] = (1,)
    follows: str = ""
    needs: str = ""


class _Set(_Part, frozen=True, kw_only=True):
    """A box of words: where, in which type, and how it may shrink; ``until`` is the lowest point of its words."""

    at: Place
    type: Words
    lines: Count = 1
    gap: Annotated[float, Meta(ge=0, le=40)] = 0.0
    until: Points | None = None
    steps: tuple[Step, ...] = ()

    def tries(self) -> Iterator["Try"]:
        """The box as it is drawn first, then each step."""
        first = Try(self.at, self.type, self.lines, self.gap, self.until)
        yield first
        for step in self.steps:
            yield Try(
                step.at or first.at,
                step.type or first.type,
                step.lines or first.lines,
                first.gap if step.gap is None else step.gap,
                first.until if step.until is None else step.until,
            )


class TextPart(_Set, frozen=True, tag="text", kw_only=True):
    """Words with facts in braces.

    ``rehearsal`` stands in for them in a rehearsal. ``hug`` keeps words read from the right at the left edge.
    ``level`` is the rank of a heading, 0 for other words: screen readers go from heading to heading.
    """

    words: Words
    rehearsal: str = ""
    align: Align = "left"
    hug: bool = False
    level: Annotated[int, Meta(ge=0, le=6)] = 0


class ListPart(_Set, frozen=True, tag="list", kw_only=True):
    """Dotted lines in columns that begin at ``columns`` from the left; each item takes ``lines`` at most."""

    fact: TextFact
    columns: tuple[Points, ...] = (0.0,)
    indent: Points = 11.0
    bullet: Length = 3.2
    color: Words = "lagoon"


class AgendaPart(_Set, frozen=True, tag="agenda", kw_only=True):
    """The planned sections with their minutes at the right, a line under each."""

    unit: Words = "{minutes} min"
    line: Words = "path"


class PicturePart(_Part, frozen=True, tag="picture", kw_only=True):
    """The logo or the signature, fitted into its place."""

    at: Place
    fact: Literal["logo", "signature"]
    across: Across = "left"
    down: Down = "middle"


class SymbolPart(_Part, frozen=True, tag="qr", kw_only=True):
    """The QR symbol: left, top and side."""

    at: tuple[Points, Points, Length]


class RectPart(_Part, frozen=True, tag="rect", kw_only=True):
    """A rectangle."""

    at: Place
    fill: str = ""
    stroke: str = ""
    stroke_width: Annotated[float, Meta(ge=0, le=40)] = 0.0


class EllipsePart(_Part, frozen=True, tag="ellipse", kw_only=True):
    """An ellipse in its rectangle."""

    at: Place
    fill: str = ""
    stroke: str = ""
    stroke_width: Annotated[float, Meta(ge=0, le=40)] = 0.0


class PathPart(_Part, frozen=True, tag="path", kw_only=True):
    """A path in SVG's letters."""

    d: Words
    fill: str = ""
    stroke: str = ""
    stroke_width: Annotated[float, Meta(ge=0, le=40)] = 0.0
    ends: Literal["round", "square"] = "round"


Part = (
    TextPart | ListPart | AgendaPart | PicturePart | SymbolPart | RectPart | EllipsePart | PathPart
)
SetPart = TextPart | ListPart | AgendaPart
ShapePart = RectPart | EllipsePart | PathPart


@dataclass(frozen=True, slots=True)
class Try:
    """One way to set a box: the place, the type's name, the most lines, and the lowest point."""

    at: Place
    type: str
    lines: int
    gap: float
    until: float | None


@dataclass(frozen=True, slots=True)
class Template:
    """A design that was read and checked."""

    title: str
    papers: dict[str, Paper]
    types: dict[str, Type]
    parts: tuple[Part, ...]

    def on_page(self, number: int) -> tuple[Part, ...]:
        """The boxes of the first or the second page, from back to front."""
        return tuple(part for part in self.parts if number in part.pages)

    @property
    def name_part(self) -> TextPart:
        """The box of the attendee's name."""
        return next(p for p in self.parts if isinstance(p, TextPart) and p.name == NAME)
