"""Slides as they would be after an import, before anything is written: new pictures stand aside meanwhile."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from imhtrainer.decks.powerpoint.pictures import pictures_in, with_picture
from imhtrainer.domain.deck import Block, Deck, Section, Slide
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.pages import compose_answer, compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

Progress = Callable[[int, int], None]


def previewed(
    deck: Deck, sections: tuple[Section, ...], pictures: Mapping[str, bytes], aside: Path
) -> Deck:
    """The deck with other sections; its new ``pictures`` are written into the folder ``aside``."""
    places: dict[str, str] = {}
    for number, (path, content) in enumerate(pictures.items()):
        file = aside / f"{number}{Path(path).suffix}"
        file.write_bytes(content)
        places[path] = str(file)
    changed = (
        replace(part, slides=tuple(_with_pictures(slide, places) for slide in part.slides))
        for part in sections
    )
    return replace(deck, sections=tuple(changed))


def slide_page(deck: Deck, slide_id: str, kit: Kit) -> Page | None:
    """The picture of one slide; None where the deck has none of that id. ``LayoutError`` for what does not fit."""
    place = next((n for n, slide in enumerate(deck.slides) if slide.id == slide_id), None)
    return None if place is None else compose_slide(deck, place, Context(), kit)


def all_pages(
    deck: Deck, kit: Kit, progress: Progress | None = None
) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """Every page that fits its slide, and a sentence for each slide that does not."""
    pages: list[Page] = []
    troubles: list[str] = []
    for place, slide in enumerate(deck.slides):
        try:
            pages += pages_of(deck, place, slide, kit)
        except LayoutError as error:
            troubles.append(f"Slide {deck.numbers[place]}: {error}")
        if progress is not None:
            progress(place + 1, len(deck.slides))
    return tuple(pages), tuple(troubles)


def pages_of(deck: Deck, place: int, slide: Slide, kit: Kit) -> Iterator[Page]:
    """One slide's page, and its answer page where it has one; ``LayoutError`` for what does not fit."""
    yield compose_slide(deck, place, Context(), kit)
    if slide.pages > 1:
        yield compose_answer(deck, place, Context(), kit)


def _with_pictures(slide: Slide, places: Mapping[str, str]) -> Slide:
    return replace(slide, blocks=tuple(_moved(slide.blocks, places)))


def _moved(blocks: tuple[Block, ...], places: Mapping[str, str]) -> Iterable[Block]:
    for picture in list(pictures_in(blocks)):
        if picture.path in places:
            blocks = with_picture(blocks, picture, replace(picture, path=places[picture.path]))
    return blocks
