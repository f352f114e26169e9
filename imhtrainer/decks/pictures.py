"""The pictures of a deck, and what is wrong with their files; what opens files is loaded for the first one."""

from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

from imhtrainer.decks.media import media_faults
from imhtrainer.domain.deck import Block, Column, Deck, Picture


def pictures_of(deck: Deck) -> Iterator[Picture]:
    """Every picture of a deck, in order."""
    for slide in deck.slides:
        yield from _pictures_in(slide.blocks)


def file_faults(folder: Path, picture: Picture, thorough: bool = False) -> Iterator[str]:
    """What is wrong with the files of a picture: its own or its poster's, and what plays behind it."""
    if picture.path or picture.plays is None:
        picture_faults = resolve_name("imhtrainer.decks.picture_files:picture_faults")
        yield from picture_faults(folder, picture.path, thorough)
    if picture.plays is not None:
        yield from media_faults(folder, picture.plays)


def _pictures_in(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Column):
            yield from _pictures_in(block.blocks)
