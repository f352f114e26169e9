"""Slides in the order they came back in, each in a section."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from imhtrainer.decks.powerpoint.show import ShownSection
from imhtrainer.decks.slugs import complete_ids
from imhtrainer.domain.deck import Deck, Section, Slide


@dataclass(frozen=True, slots=True)
class Placed:
    """A slide as it came back: ``number`` in the file, and its index in the deck, None for a new one."""

    number: int
    slide: Slide
    place: int | None


def in_sections(
    deck: Deck, slides: Sequence[Placed], known: Mapping[str, int], shown: Sequence[ShownSection]
) -> tuple[Section, ...]:
    """The deck's sections with ``slides`` in their new order.

    ``known`` says which section of the deck a section's key stands for, ``shown`` are the sections of the
    file. Where the program that saved it keeps none, or let them fall behind the order of the slides, a slide
    that moved joins the one before it.
    """
    if _is_whole(shown, slides):
        return _as_shown(deck, slides, known, shown)
    homes = _homes(deck, slides)
    return tuple(
        replace(
            section, slides=tuple(s.slide for s, h in zip(slides, homes, strict=True) if h == n)
        )
        for n, section in enumerate(deck.sections)
    )


def stays(slides: Sequence[Placed]) -> set[int]:
    """The indices of slides that did not move: the longest run that stands in the deck's order."""
    ends: list[int] = []
    chain: list[int] = []
    before: dict[int, int] = {}
    for n, placed in enumerate(slides):
        if placed.place is None:
            continue
        length = bisect_left(ends, placed.place)
        ends[length : length + 1] = [placed.place]
        chain[length : length + 1] = [n]
        before[n] = chain[length - 1] if length else -1
    found: set[int] = set()
    n = chain[-1] if chain else -1
    while n >= 0:
        found.add(n)
        n = before[n]
    return found


def moved_whole(deck: Deck, sections: Sequence[Section], moved: Set[str]) -> set[str]:
    """The sections that moved with all their slides; ``moved`` are the ids of slides that did."""
    homes = {slide.id: section.id for section in deck.sections for slide in section.slides}
    found: set[str] = set()
    for section in sections:
        own = [slide.id for slide in section.slides if homes.get(slide.id) == section.id]
        in_order = own == [slide_id for slide_id in homes if slide_id in set(own)]
        if own and in_order and all(slide_id in moved for slide_id in own):
            found.add(section.id)
    return found


def with_minutes(deck: Deck, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with their planned time: a slide that changes its section takes its minutes along.

    So does what is left of a section that is gone while its slides are not; the whole stays as long as it was.
    """
    now = {slide.id: section.id for section in sections for slide in section.slides}
    minutes = {section.id: section.minutes for section in (*sections, *deck.sections)}
    for section in deck.sections:
        for slide in section.slides:
            taken = min(slide.minutes, minutes[section.id])
            if slide.id in now:
                minutes[section.id] -= taken
                minutes[now[slide.id]] += taken
        heirs = [now[slide.id] for slide in section.slides if slide.id in now]
        if heirs and section.id not in now.values():
            minutes[heirs[0]] += minutes[section.id]
    return tuple(replace(section, minutes=minutes[section.id]) for section in sections)


def _is_whole(shown: Sequence[ShownSection], slides: Sequence[Placed]) -> bool:
    """Whether the file's sections have every slide, and in order."""
    numbers = [number for section in shown for number in section.slides]
    return numbers == sorted(set(numbers)) and {s.number for s in slides} <= set(numbers)


def _homes(deck: Deck, slides: Sequence[Placed]) -> list[int]:
    kept = stays(slides)
    homes: list[int] = []
    for n, placed in enumerate(slides):
        if n in kept and placed.place is not None:
            homes.append(deck.section_of[placed.place])
        else:
            homes.append(homes[-1] if homes else 0)
    return homes


def _as_shown(
    deck: Deck, slides: Sequence[Placed], known: Mapping[str, int], shown: Sequence[ShownSection]
) -> tuple[Section, ...]:
    by_number: dict[int, list[Slide]] = {}
    for placed in slides:
        by_number.setdefault(placed.number, []).append(placed.slide)
    taken = [section.id for section in deck.sections]
    known_slides = {slide.id for slide in deck.slides}
    sections: list[Section] = []
    for section in shown:
        mine = tuple(slide for n in section.slides for slide in by_number.get(n, ()))
        own = known.get(section.key)
        if own is not None:
            old = deck.sections[own]
            title = section.title or old.title
            sections.append(replace(old, title=title, slides=mine))
        elif mine:
            *_, identity = complete_ids([*taken, ""], [*taken, section.title], "section")
            taken.append(identity)
            minutes = sum(slide.minutes for slide in mine if slide.id not in known_slides)
            sections.append(Section(identity, section.title or "Section", minutes, 0, mine))
    return tuple(section for section in sections if section.slides)
