"""A deck as it is taught: sections, slides, and the blocks on a slide.

Every value that came from the deck's text carries ``line``, the 1-based line it began on,
so that whoever refuses it can say where.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from imhtrainer.domain.quiz import Question

Layout = Literal[
    "title",
    "section",
    "text",
    "columns",
    "picture",
    "quote",
    "table",
    "diagram",
    "checkpoint",
    "activity",
    "resources",
    "closing",
]
Build = Literal["", "list", "steps"]
Transition = Literal["none", "fade", "push"]
GroupMode = Literal["alone", "pairs", "groups"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; a newline in ``text`` is a hard line break."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Text = tuple[Run, ...]


def trimmed(text: Text) -> Text:
    """A text without spaces at its ends; styles, links and hard breaks stay."""
    if not text:
        return text
    begun = (replace(text[0], text=text[0].text.lstrip()), *text[1:])
    return (*begun[:-1], replace(begun[-1], text=begun[-1].text.rstrip()))


def plain(text: Text) -> str:
    """The letters of a text, styles left out and hard breaks as spaces."""
    return "".join(run.text for run in text).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``head`` marks a column's heading."""

    text: Text
    line: int
    head: bool = False


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list of single-level items."""

    items: tuple[Text, ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column holds row heads, header cells may hold two lines."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One thought to hold; bold runs are its key words."""

    text: Text
    line: int


@dataclass(frozen=True, slots=True)
class Media:
    """A video or sound file relative to the deck's folder; ``mime`` is its MIME type."""

    path: str
    kind: Literal["video", "audio"]
    mime: str
    loop: bool = False
    mute: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file relative to the deck's folder, with words for who cannot see it.

    Where it ``plays``, the picture is the poster that stands there before; a sound may have none, which is
    an empty ``path``.
    """

    path: str
    alt: str
    line: int
    fit: Literal["contain", "cover"] = "contain"
    side: Literal["left", "right"] = "right"
    plays: Media | None = None

    @property
    def file(self) -> str:
        """The path people know it by: the video or sound, else the picture."""
        return self.plays.path if self.plays is not None else self.path


@dataclass(frozen=True, slots=True)
class Column:
    """One half of a two-column slide."""

    side: Literal["left", "right"]
    blocks: "tuple[Block, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Activity:
    """Something the room does: numbered steps, a time in minutes, and a way to pass."""

    minutes: float
    mode: GroupMode
    steps: tuple[Text, ...]
    choice: Text
    line: int


Block = Paragraph | ListBlock | Table | Quote | Picture | Column | Activity


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of the source; ``minutes`` is its planned time."""

    id: str
    title: Text
    layout: Layout
    line: int
    blocks: tuple[Block, ...] = ()
    notes: tuple[Paragraph | ListBlock, ...] = ()
    sources: tuple[Text, ...] = ()
    build: Build = ""
    minutes: float = 1.0
    optional: bool = False
    short: str = ""
    question: Question | None = None

    @property
    def pages(self) -> int:
        """Pages this slide makes: a revealed question has an answer page of its own."""
        question = self.question
        return 2 if question is not None and question.phase != "pre" and not question.sealed else 1

    @property
    def steps(self) -> int:
        """Clicks this slide takes before the next: its build, or a question's answer page."""
        if self.question is not None:
            return self.pages - 1
        if self.build == "list":
            return sum(len(block.items) for block in self.blocks if isinstance(block, ListBlock))
        return self._layout_steps() if self.build == "steps" else 0

    def _layout_steps(self) -> int:
        if self.layout == "table":
            return sum(len(block.rows) for block in self.blocks if isinstance(block, Table))
        return {"diagram": 3, "columns": 2}.get(self.layout, 0)

    @property
    def label(self) -> str:
        """The slide's name in an outline."""
        return self.short or plain(self.title)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the training with planned ``minutes``; ``point`` is 1 to 5 or 0, ``rest`` tells a break."""

    id: str
    title: str
    minutes: float
    line: int
    slides: tuple[Slide, ...]
    point: int = 0
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Objective:
    """What a participant can do afterwards."""

    id: str
    text: str


@dataclass(frozen=True)
class Deck:
    """A whole training; ``folder`` is where ``deck.md`` and its pictures lie, ``digest`` SHA-256 of the text.

    ``transition`` is how one slide gives way to the next, ``materials`` what the facilitator brings.
    """

    title: str
    lang: str
    theme: str
    minutes: float
    folder: str
    digest: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    audience: str = ""
    article: str = ""
    objectives: tuple[Objective, ...] = ()
    sources: tuple[str, ...] = ()
    transition: Transition = "none"
    materials: tuple[str, ...] = ()

    @cached_property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        return tuple(slide for section in self.sections for slide in section.slides)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Each slide's printed number: 1 plus the pages before it."""
        return tuple(self._count_pages())

    @property
    def page_count(self) -> int:
        """Pages of the whole deck, answer pages included."""
        return sum(slide.pages for slide in self.slides)

    @cached_property
    def section_of(self) -> tuple[int, ...]:
        """For each slide, the index of its section."""
        return tuple(index for index, section in enumerate(self.sections) for _ in section.slides)

    def _count_pages(self) -> Iterator[int]:
        number = 1
        for slide in self.slides:
            yield number
            number += slide.pages
