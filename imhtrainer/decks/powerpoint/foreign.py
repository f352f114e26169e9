"""Slides of any PowerPoint file on the nearest layouts of a deck."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from imhtrainer.decks.inline import merge
from imhtrainer.decks.layouts import infer_layout
from imhtrainer.decks.powerpoint.pictures import PictureFiles, described
from imhtrainer.decks.powerpoint.pieces import (
    Pieces,
    as_one,
    blocks_of,
    columns_of,
    table_of,
    word_blocks,
)
from imhtrainer.decks.powerpoint.show import ShownPicture, ShownSlide, Words
from imhtrainer.decks.slides import planned_minutes
from imhtrainer.decks.slugs import slug
from imhtrainer.decks.writing.source import with_free_id
from imhtrainer.domain.deck import Block, Layout, Paragraph, Picture, Run, Slide, plain

Body = tuple[Layout, tuple[Block, ...]]

_TITLES = ("title", "ctrTitle")
_MINUTES = re.compile(r"(\d+) minutes?\.(?: May be left out when time is short\.)?$")
SECTION = "secHead"
"""The kind of a slide that opens a section."""


@dataclass(slots=True)
class ForeignSlides:
    """Makes slides out of shown ones; ``remarks`` gathers what was left out or changed, slide by slide."""

    files: PictureFiles
    taken: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    def make(self, shown: ShownSlide) -> tuple[Slide, ...]:
        """The slide, and further ones for what does not stand beside the first."""
        pieces = Pieces.of(shown)
        pictures = [p for p in (self._picture(shown, one) for one in pieces.pictures) if p]
        bodies = _bodies(shown, pieces, pictures)
        self._tell_changes(shown, pieces, len(bodies))
        made = [self._slide(pieces, body, number) for number, body in enumerate(bodies, 1)]
        notes, minutes = _without_minutes(shown.notes)
        first = replace(made[0], notes=tuple(word_blocks(notes)) if notes else ())
        return (replace(first, minutes=minutes or first.minutes), *made[1:])

    def _slide(self, pieces: Pieces, body: Body, number: int) -> Slide:
        layout, blocks = body
        title = pieces.title if number == 1 else merge((*pieces.title, Run(f" ({number})")))
        slide = Slide(slug(plain(title)) or "slide", title, layout, 0, blocks)
        slide = replace(slide, minutes=planned_minutes(layout, blocks))
        return with_free_id(slide, self.taken)

    def _picture(self, shown: ShownSlide, picture: ShownPicture) -> Picture | None:
        path = self.files.add(picture, picture.alt or f"slide {shown.number} picture")
        if path is None:
            self._tell(shown, f"a picture ({picture.ending}) was left out: it is no PNG or JPEG")
            return None
        if not picture.alt:
            self._tell(shown, f"{path} needs alt text: write what it shows in ![...]")
        return described(Picture(path, "", 0), picture.alt)

    def _tell_changes(self, shown: ShownSlide, pieces: Pieces, slides: int) -> None:
        for what in shown.left_out:
            verb = "were" if what.endswith("s") else "was"
            self._tell(shown, f"{what} {verb} left out")
        if shown.hidden:
            self._tell(shown, "it was hidden and is shown now")
        if any(words.level for body in pieces.bodies for words in body.words):
            self._tell(shown, "points below points became points of their own")
        if not shown.title:
            self._tell(shown, f"it had no title and is called “{plain(pieces.title)}”")
        if slides > 1:
            self._tell(shown, f"it was divided into {slides} slides")

    def _tell(self, shown: ShownSlide, what: str) -> None:
        self.remarks.append(f"Slide {shown.number}: {what}.")


def _without_minutes(notes: tuple[Words, ...]) -> tuple[tuple[Words, ...], float]:
    """Notes without the line that our own export begins them with, and the minutes it tells; else 0.

    A slide that was duplicated in PowerPoint has that line, too.
    """
    told = _MINUTES.match(notes[0].plain) if notes else None
    return (notes[1:], float(told[1])) if told else (notes, 0.0)


def _bodies(shown: ShownSlide, pieces: Pieces, pictures: Sequence[Picture]) -> list[Body]:
    """What stands on one slide after another; there is at least one."""
    if shown.kind in _TITLES and shown.number == 1 and not pieces.tables:
        rest = [body for body in pieces.bodies if body.kind != "subtitle"]
        return [("title", tuple(pictures[:1])), *_open(pieces, blocks_of(rest), pictures[1:])]
    if shown.kind == SECTION and not (pictures or pieces.tables):
        words = as_one(pieces.bodies)
        return [("section", (Paragraph(words, 0),) if words else ())]
    if pieces.halves and not (pictures or pieces.tables):
        return [("columns", columns_of(pieces.halves))]
    texts = blocks_of(pieces.bodies)
    if len(pieces.tables) == 1 and len(texts) == 1 and isinstance(texts[0], Paragraph):
        return [("table", (table_of(pieces.tables[0]), texts[0])), *_open(pieces, (), pictures)]
    tables: list[Body] = [("table", (table_of(table),)) for table in pieces.tables]
    return [*_open(pieces, texts, pictures), *tables] or [("section", ())]


def _open(pieces: Pieces, texts: Sequence[Block], pictures: Sequence[Picture]) -> list[Body]:
    """Text beside the first picture; further pictures beside their own words, for a picture needs some."""
    bodies: list[Body] = []
    left = list(pictures)
    if texts:
        blocks = (*texts, *left[:1])
        bodies.append((infer_layout(blocks), blocks))
        left = left[1:]
    for picture in left:
        words = Paragraph((Run(picture.alt or plain(pieces.title)),), 0)
        bodies.append(("picture", (words, picture)))
    return bodies
