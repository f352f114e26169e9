"""Everything that is wrong with a deck, said at once."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from imhtrainer.decks.layouts import Fault
from imhtrainer.decks.parser import parse
from imhtrainer.decks.pictures import file_faults, pictures_of
from imhtrainer.decks.problem import Findings, Problem
from imhtrainer.decks.source import find_source, read_source
from imhtrainer.domain.deck import Deck, plain

Fits = Callable[[Deck], Iterable[Problem]]
"""Says what of a deck does not fit its boxes."""


def no_fitting(_: Deck) -> Iterable[Problem]:
    """A ``Fits`` for callers without fonts: nothing is measured."""
    return ()


def find_problems(path: Path, fits: Fits = no_fitting) -> tuple[Problem, ...]:
    """All problems of the deck at ``path`` (a file or its folder), by line; empty if it is sound.

    ``fits`` sees the deck without those slides that have a problem of their own.
    """
    file = find_source(path)
    name, findings = str(file), Findings(str(file))
    text = read_source(file, findings)
    if text is None:
        return findings.in_order()
    deck, found = parse(text, file.parent, name)
    if deck is None:
        return found
    problems = {*found, *_problems(name, _picture_faults(deck))}
    sound = _sound_part(deck, {problem.line for problem in problems})
    problems.update(_problems(name, _deck_faults(deck)))
    if sound.slides:
        problems.update(fits(sound))
    return tuple(sorted(problems))


def _problems(name: str, faults: Iterable[Fault]) -> Iterator[Problem]:
    return (Problem(name, line, message) for line, message in faults)


def _deck_faults(deck: Deck) -> Iterator[Fault]:
    yield from _alt_text_faults(deck)
    yield from _objective_faults(deck)
    yield from _minutes_faults(deck)
    yield from _title_faults(deck)
    for slide in deck.slides:
        if not slide.notes:
            yield slide.line, "The slide has no notes: say in “::: notes” what to say and ask."


def _picture_faults(deck: Deck) -> Iterator[Fault]:
    folder = Path(deck.folder)
    for picture in pictures_of(deck):
        for message in file_faults(folder, picture, thorough=True):
            yield picture.line, message


def _alt_text_faults(deck: Deck) -> Iterator[Fault]:
    for picture in pictures_of(deck):
        if not picture.alt:
            yield picture.line, f"“{picture.file}” has no alt text: write what it shows in ![...]."


def _objective_faults(deck: Deck) -> Iterator[Fault]:
    known = {objective.id for objective in deck.objectives}
    for slide in deck.slides:
        objective = slide.question.objective if slide.question else ""
        if objective and objective not in known:
            yield slide.line, f"The objective “{objective}” is not in the front matter."


def _title_faults(deck: Deck) -> Iterator[Fault]:
    """PowerPoint's own check wants this, too: a list of slides tells them apart by their titles alone."""
    first: dict[str, int] = {}
    for slide, number in zip(deck.slides, deck.numbers, strict=True):
        title = " ".join(plain(slide.title).casefold().split())
        before = first.setdefault(title, number)
        if title and before != number:
            said = f"The title is that of slide {before}, too: give each its own"
            yield slide.line, f"{said}, so that people who listen can tell them apart."


def _minutes_faults(deck: Deck) -> Iterator[Fault]:
    for section in deck.sections:
        if not section.minutes:
            yield section.line, "The section has no planned time: add minutes=... to its title."
        if not section.slides:
            yield section.line, "The section has no slide: add one or remove the section."
    total = sum(section.minutes for section in deck.sections)
    if deck.minutes and abs(total - deck.minutes) > 1e-6:
        yield 1, f"The sections add up to {total:g} minutes, the training has {deck.minutes:g}."


def _sound_part(deck: Deck, lines: set[int]) -> Deck:
    starts = sorted([s.line for s in deck.sections] + [s.line for s in deck.slides])
    broken = {starts[bisect_right(starts, line) - 1] for line in lines if line >= starts[0]}
    sections = (
        replace(part, slides=tuple(slide for slide in part.slides if slide.line not in broken))
        for part in deck.sections
    )
    return replace(deck, sections=tuple(sections))
