"""What one shown slide is made of, and the blocks of a deck that say the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imhtrainer.decks.powerpoint.show import (
    ShownPicture,
    ShownSlide,
    ShownTable,
    ShownText,
    Words,
)
from imhtrainer.decks.writing.inline import one_line, tidy
from imhtrainer.domain.deck import Column, ListBlock, Paragraph, Run, Table, Text

_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Pieces:
    """A slide's title and the rest by its sort; a slide without a title is called by its first line."""

    title: Text
    bodies: tuple[ShownText, ...]
    tables: tuple[ShownTable, ...]
    pictures: tuple[ShownPicture, ...]

    @classmethod
    def of(cls, shown: ShownSlide) -> "Pieces":
        """The pieces of a shown slide."""
        titles = [text for text in shown.texts if text.kind == "title"]
        bodies = [text for text in shown.texts if text not in titles[:1]]
        title = one_line(_joined(titles[0].words)) if titles else ()
        if not title and bodies and len(bodies[0].words[0].plain) <= _LONGEST_TITLE:
            first, *others = bodies
            title = one_line(first.words[0].text)
            rest = ShownText(first.name, first.kind, first.words[1:], first.frame)
            bodies = [rest, *others] if rest.words else others
        return cls(
            tuple(Run(run.text) for run in title) or (Run(f"Slide {shown.number}"),),
            tuple(bodies),
            tuple(shape for shape in shown.shapes if isinstance(shape, ShownTable)),
            tuple(shown.pictures),
        )

    @property
    def halves(self) -> tuple[ShownText, ...]:
        """The left and the right body, where there are just two beside each other."""
        bodies = sorted(self.bodies, key=lambda body: body.frame[0])
        if len(bodies) != 2:
            return ()
        (x, _, w, _), (other, *_) = bodies[0].frame, bodies[1].frame
        return tuple(bodies) if w and x + w <= other + 0.02 else ()


def blocks_of(bodies: Iterable[ShownText]) -> tuple[Paragraph | ListBlock, ...]:
    """Paragraphs and one list; a slide shows one, so the items of further lists join it."""
    return tuple(_joined_lists(block for body in bodies for block in word_blocks(body.words)))


def word_blocks(words: Sequence[Words]) -> Iterator[Paragraph | ListBlock]:
    """Paragraphs and lists as they stand; one line with a mark of its own is a paragraph."""
    marks = [one.mark for one in words]
    if len(words) == 1:
        marks = [""]
    start = 0
    for n, one in enumerate(words):
        if n + 1 < len(words) and marks[n] and marks[n + 1] == marks[n]:
            continue
        run, start = words[start : n + 1], n + 1
        if marks[n]:
            yield ListBlock(tuple(tidy(o.text) for o in run), marks[n] == "number", 0)
        else:
            yield Paragraph(tidy(one.text), 0)


def columns_of(halves: Sequence[ShownText]) -> tuple[Column, ...]:
    """A left and a right column."""
    left, right = (tuple(word_blocks(half.words)) for half in halves)
    return Column("left", left, 0), Column("right", right, 0)


def table_of(shown: ShownTable) -> Table:
    """A table whose rows are all as long as its header."""
    width = max(len(row) for row in shown.rows)
    rows = [
        tuple(tidy(c.text) if not n else one_line(c.text) for c in row) + ((),) * (width - len(row))
        for n, row in enumerate(shown.rows)
    ]
    return Table(rows[0], tuple(rows[1:]), 0)


def as_one(bodies: Iterable[ShownText]) -> Text:
    """All words of some texts in one paragraph."""
    return _joined([words for body in bodies for words in body.words])


def _joined(words: Sequence[Words]) -> Text:
    runs: list[Run] = []
    for n, one in enumerate(words):
        runs += [Run(" "), *one.text] if n else one.text
    return tidy(tuple(runs))


def _joined_lists(
    blocks: Iterable[Paragraph | ListBlock],
) -> Iterator[Paragraph | ListBlock]:
    found = list(blocks)
    lists = [block for block in found if isinstance(block, ListBlock)]
    items = tuple(item for block in lists for item in block.items)
    told = False
    for block in found:
        if isinstance(block, Paragraph):
            yield block
        elif not told:
            told = True
            yield ListBlock(items, all(one.ordered for one in lists), 0)
