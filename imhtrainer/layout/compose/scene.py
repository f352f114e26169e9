"""What every composer is given: the deck, which slide, what the room knows, theme and fonts."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from imhtrainer.domain.deck import Block, Deck, Picture, Section, Slide
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.context import Context
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.pictures import picture_file

Station = Literal["done", "now", "to come"]
"""What a station of the sun path says about its point."""

POINTS = 5
"""Stations of the sun path: the article's five points."""

PAGE_WIDTH = 960.0
PAGE_HEIGHT = 540.0
BOTTOM = 484.0
"""Content ends here; below stands the foot."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One slide about to be composed; ``index`` counts the deck's slides from 0."""

    deck: Deck
    index: int
    context: Context
    kit: Kit

    @property
    def slide(self) -> Slide:
        """The slide itself."""
        return self.deck.slides[self.index]

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.deck.sections[self.deck.section_of[self.index]]

    @property
    def number(self) -> int:
        """Its printed number."""
        return self.deck.numbers[self.index]

    @property
    def from_right(self) -> bool:
        """Whether the deck's words run from the right, on pages that are laid out from the left all the same."""
        return house_words(self.deck.lang).from_right

    def say(self, key: str, **facts: object) -> str:
        """The house's own words in the deck's language."""
        return house_words(self.deck.lang).say(key, **facts)

    def file(self, picture: Picture) -> Path:
        """Where a picture of the deck lies."""
        return picture_file(Path(self.deck.folder), picture)

    def stations(self) -> tuple[Station, ...]:
        """The state of each point at this slide; none where the deck has no points."""
        if not any(section.point for section in self.deck.sections):
            return ()
        before = self.deck.sections[: self.deck.section_of[self.index]]
        reached = max((section.point for section in before), default=0)
        now = self.section.point
        return tuple(_station(point, now, reached) for point in range(1, POINTS + 1))

    def allow(self, *kinds: type[Block]) -> None:
        """Refuse a block that this slide's layout has no place for, rather than lose it."""
        for block in self.slide.blocks:
            if not isinstance(block, kinds):
                raise LayoutError(
                    f"the layout “{self.slide.layout}” has no place for a {_word(block)}; "
                    "choose another layout or move it to a slide of its own",
                    block.line,
                )


def _station(point: int, now: int, reached: int) -> Station:
    if point == now:
        return "now"
    return "done" if point < now or (not now and point <= reached) else "to come"


def _word(block: Block) -> str:
    words = {"ListBlock": "list", "Column": "column"}
    kind = type(block).__name__
    return words.get(kind, kind.lower())
