"""A new deck out of any PowerPoint file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from imhtrainer.decks.powerpoint.foreign import SECTION, ForeignSlides
from imhtrainer.decks.powerpoint.pictures import PictureFiles
from imhtrainer.decks.powerpoint.show import Show, ShownSlide
from imhtrainer.decks.slugs import complete_ids
from imhtrainer.domain.deck import Deck, Section

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NO_TITLES = ("", "powerpoint presentation", "presentation", "slide 1")


@dataclass(frozen=True, slots=True)
class NewDeck:
    """A deck, its picture files by their path, and what was left out or changed, line by line."""

    deck: Deck
    files: dict[str, bytes] = field(repr=False)
    remarks: tuple[str, ...]


def new_deck(show: Show, file_name: str) -> NewDeck:
    """A deck that says what ``show`` says; its title is the file's, else its first slide's, else ``file_name``."""
    files = PictureFiles()
    foreign = ForeignSlides(files)
    sections = _with_ids(list(_sections(show, foreign)))
    deck = Deck(
        title=_title(show, file_name),
        subtitle=_subtitle(show),
        lang=show.lang if _LANGUAGE.fullmatch(show.lang) else "en",
        theme="dawn",
        minutes=sum(section.minutes for section in sections),
        folder="",
        digest="",
        sections=sections,
    )
    return NewDeck(deck, files.files, tuple(foreign.remarks))


def _title(show: Show, file_name: str) -> str:
    if show.title.lower() not in _NO_TITLES:
        return show.title
    return show.slides[0].title or file_name


def _subtitle(show: Show) -> str:
    first = show.slides[0]
    shown = next((text.plain for text in first.texts if text.kind == "subtitle"), "")
    return shown or show.subject


def _sections(show: Show, foreign: ForeignSlides) -> Iterator[Section]:
    for title, shown in _runs(show):
        slides = tuple(slide for one in shown for slide in foreign.make(one))
        minutes = sum(slide.minutes for slide in slides)
        yield Section("", title or shown[0].title or "Slides", minutes, 0, slides)


def _runs(show: Show) -> list[tuple[str, list[ShownSlide]]]:
    """Sections as the file names them, else from one slide that opens a section to the next."""
    named = {number: section for section in show.sections for number in section.slides}
    runs: list[tuple[str, list[ShownSlide]]] = []
    last = None
    for slide in show.slides:
        section = named.get(slide.number, last)
        opens = section is not last if named else slide.kind == SECTION
        if opens or not runs:
            runs.append((section.title if section else "", []))
        runs[-1][1].append(slide)
        last = section
    return runs


def _with_ids(sections: Sequence[Section]) -> tuple[Section, ...]:
    titles = [section.title for section in sections]
    ids = complete_ids([""] * len(titles), titles, "section")
    pairs = zip(sections, ids, strict=True)
    return tuple(replace(section, id=identity) for section, identity in pairs)
