"""Text before and after it is measured: spans, paragraphs and the box they stand in."""

from dataclasses import dataclass
from typing import Literal

from imhtrainer.layout.page.glyphs import Line

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph's text in one style, as it was before it was measured."""

    text: str
    family: Literal["head", "body"] = "body"
    size: float = 26.0
    color: str = "ink"
    bold: bool = False
    italic: bool = False
    link: str = ""
    semibold: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list item's mark: a drawn dot, or a number in a disc; ``text`` is what PowerPoint types."""

    text: str
    color: str


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph before it was broken: kept so that PowerPoint gets real paragraphs.

    ``lead`` is the line height and ``before`` the space above, in points; ``indent`` the left indent;
    ``step`` the build step at which it appears; ``heading`` the level of a heading, 0 for running text.
    """

    spans: tuple[Span, ...]
    lead: float
    before: float = 0.0
    align: Align = "left"
    indent: float = 0.0
    bullet: Bullet | None = None
    step: int = 0
    lines: tuple[Line, ...] = ()
    heading: int = 0

    @property
    def text(self) -> str:
        """The paragraph's letters."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class TextBox:
    """Measured text. Lines stand in their paragraphs; nothing may wrap them again."""

    x: float
    y: float
    w: float
    h: float
    paragraphs: tuple[TextParagraph, ...]
    name: str
    role: str = ""
    anchor: Anchor = "top"
    step: int = 0
