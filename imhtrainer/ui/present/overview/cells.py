"""Which slides the overview shows and where each stands; no Qt."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from imhtrainer.domain.plan import Plan, PlanSlide

MARGIN, GAP = 20, 16
"""Pixels around the cells and between them."""
THUMB = 208
"""Least width of a picture."""
HEADING, WORDS = 40, 26
"""Height of a section's heading, and of the words under a picture."""
ASPECT = 9 / 16


@dataclass(frozen=True, slots=True)
class Cell:
    """One slide: its index, printed number and name."""

    slide: int
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """A section's slides under its heading."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the top left corner of its picture, in pixels from the top of the whole overview."""

    cell: Cell
    x: int
    y: int


@dataclass(frozen=True)
class Arrangement:
    """Everything in its place: headings by their top, cells in reading order, the height of all."""

    headings: tuple[tuple[int, str], ...]
    cells: tuple[Placed, ...]
    width: int
    height: int

    @property
    def picture_height(self) -> int:
        """Pixels a picture is high."""
        return round(self.width * ASPECT)

    @cached_property
    def order(self) -> Mapping[int, int]:
        """Where in ``cells`` a slide stands."""
        return {placed.cell.slide: at for at, placed in enumerate(self.cells)}

    def between(self, top: int, bottom: int) -> tuple[Placed, ...]:
        """The cells that can be seen between two heights."""
        tall = self.picture_height + WORDS
        return tuple(c for c in self.cells if c.y < bottom and c.y + tall > top)

    def beside(self, slide: int, by: int) -> int:
        """The slide so many cells further in reading order, at most the last or the first."""
        at = self.order.get(slide, 0) + by
        return self.cells[min(max(at, 0), len(self.cells) - 1)].cell.slide

    def above(self, slide: int, down: bool) -> int:
        """The slide above this one, or below: the nearest in the next row; itself at the edge."""
        here = self.cells[self.order.get(slide, 0)]
        rows = {c.y for c in self.cells if (c.y > here.y if down else c.y < here.y)}
        if not rows:
            return here.cell.slide
        row = min(rows) if down else max(rows)
        nearest = min((c for c in self.cells if c.y == row), key=lambda c: abs(c.x - here.x))
        return nearest.cell.slide


def searched(plan: Plan, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Each slide's number, label and title as they are compared; ``titles`` by slide id."""
    return tuple(folded(_text(slide, titles)) for slide in plan.slides)


def groups(plan: Plan, texts: tuple[str, ...], sought: str = "") -> tuple[Group, ...]:
    """The sections with the slides in whose ``searched`` texts the sought words are found."""
    words = folded(sought).split()
    found: dict[int, list[Cell]] = {}
    for index, (slide, text) in enumerate(zip(plan.slides, texts, strict=True)):
        if _holds(words, text):
            cell = Cell(index, slide.number, slide.label)
            found.setdefault(slide.section, []).append(cell)
    return tuple(Group(plan.sections[at].title, tuple(cells)) for at, cells in found.items())


def folded(text: str) -> str:
    """Words as they are compared: small letters, no accents, and nothing but letters and digits."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "".join(kept)


def arrange(wanted: tuple[Group, ...], width: int) -> Arrangement:
    """Sections one below the other, their cells in as many columns as fit into ``width`` pixels."""
    room = max(width - 2 * MARGIN, THUMB)
    columns = max((room + GAP) // (THUMB + GAP), 1)
    wide = (room - (columns - 1) * GAP) // columns
    row = round(wide * ASPECT) + WORDS + GAP
    headings, cells, y = [], [], 0
    for group in wanted:
        headings.append((y, group.title))
        y += HEADING
        for at, cell in enumerate(group.cells):
            column, line = at % columns, at // columns
            cells.append(Placed(cell, MARGIN + column * (wide + GAP), y + line * row))
        y += -(-len(group.cells) // columns) * row
    return Arrangement(tuple(headings), tuple(cells), wide, y)


def _text(slide: PlanSlide, titles: Mapping[str, str]) -> str:
    return f"{slide.number} {slide.label} {titles.get(slide.id, '')}"


def _holds(sought: list[str], text: str) -> bool:
    """Whether each sought word begins a word of the text, or stands inside one from three letters on."""
    words = text.split()
    return all(
        any(word.startswith(part) or (len(part) > 2 and part in word) for word in words)
        for part in sought
    )
