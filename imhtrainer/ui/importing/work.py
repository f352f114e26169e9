"""What the import page has done beside the window: reading, comparing, drawing slides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from imhtrainer.decks.powerpoint.newdeck import NewDeck, new_deck
from imhtrainer.decks.powerpoint.reading import read_show
from imhtrainer.domain.errors import DeckError, LayoutError
from imhtrainer.services.import_preview import all_pages, previewed, slide_page
from imhtrainer.services.importing import (
    Review,
    apply_review,
    copied,
    guess_origin,
    review_show,
)

if TYPE_CHECKING:
    from imhtrainer.decks.powerpoint.show import Show
    from imhtrainer.domain.deck import Deck
    from imhtrainer.layout.kit import Kit
    from imhtrainer.layout.page import Page
    from imhtrainer.ui.tasks import Progress

Picture = tuple["Page | None", str]
"""A slide's page, or the sentence that stands in its place."""


@dataclass(frozen=True, slots=True)
class Came:
    """A file that was read, the trainings it can be compared with, and the one it most likely is of."""

    file: Path
    show: Show = field(repr=False)
    decks: tuple[Deck, ...] = field(repr=False)
    origin: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file changes in a training; ``after`` is the training as it would be, with pictures set aside."""

    review: Review
    after: Deck = field(repr=False)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """The training that a file becomes, with its pages and all that is to be said of it."""

    made: NewDeck = field(repr=False)
    pages: tuple[Page, ...] = field(repr=False)
    remarks: tuple[str, ...]


def read_file(
    file: Path, folders: Sequence[Path], load: Callable[[Path], Deck], progress: Progress
) -> Came:
    """Read a file, and every training that can be read."""
    show = read_show(file, progress)
    decks = load_all(folders, load)
    origin = guess_origin(show, decks)
    return Came(file, show, decks, None if origin is None else decks.index(origin))


def load_all(folders: Sequence[Path], load: Callable[[Path], Deck]) -> tuple[Deck, ...]:
    """Every training that can be read; one that is broken says so on its own card."""
    decks: list[Deck] = []
    for folder in dict.fromkeys(folders):
        with suppress(DeckError):
            decks.append(load(folder))
    return tuple(decks)


def compare(came: Came, deck: Deck, kit: Kit, aside: Path, progress: Progress) -> Compared:
    """What the file changes in one of the trainings."""
    review = review_show(came.show, Path(deck.folder), kit, progress)
    return Compared(review, previewed(review.deck, review.sections, review.pictures, aside))


def become(came: Came, kit: Kit, aside: Path, progress: Progress) -> Newcomer:
    """The new training that the file would be."""
    made = new_deck(came.show, came.file.stem)
    shown = previewed(made.deck, made.deck.sections, made.files, aside)
    pages, troubles = all_pages(shown, kit, progress)
    return Newcomer(made, pages, (*made.remarks, *troubles))


def draw(deck: Deck, slide_id: str, kit: Kit, nothing: str) -> Picture:
    """One slide's page; ``nothing`` is said where the deck has no such slide."""
    try:
        page = slide_page(deck, slide_id, kit)
    except LayoutError as error:
        return None, str(error)
    return page, nothing if page is None else ""


def write_review(review: Review, copy: Path | None) -> Review:
    """Write what was chosen into the training, or into a copy of it made in ``copy``; returns what was written."""
    wanted = review if copy is None else copied(review, copy)
    apply_review(wanted)
    return wanted
