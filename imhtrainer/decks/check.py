"""Everything that is wrong with a deck, said at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from imhtrainer.decks.layouts import Fault
from imhtrainer.decks.parser import parse
from imhtrainer.decks.pictures import picture_faults, pictures_of
from imhtrainer.decks.problem import Findings, Problem
from imhtrainer.decks.source import find_source, read_source
from imhtrainer.domain.deck import Deck

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
    problems = [*found, *(Problem(name, line, message) for line, message in _look_over(deck))]
    problems.extend(fits(_sound_part(deck, {problem.line for problem in problems})))
    return tuple(sorted(set(problems)))


def _look_over(deck: Deck) -> Iterator[Fault]:
    yield from _picture_faults(deck)
    yield from _objective_faults(deck)
    yield from _minutes_faults(deck)
    for slide in deck.slides:
        if not slide.notes:
            yield slide.line, "The slide has no notes: say in “::: notes” what to say and ask."


def _picture_faults(deck: Deck) -> Iterator[Fault]:
    folder = Path(deck.folder)
    for picture in pictures_of(deck):
        if not picture.alt:
            yield (
                picture.line,
                f"“{picture.path}” has no alt text: write what it shows in ![...].",
            )
        for message in picture_faults(folder, picture.path, thorough=True):
            yield picture.line, message


def _objective_faults(deck: Deck) -> Iterator[Fault]:
    known = {objective.id for objective in deck.objectives}
    for slide in deck.slides:
        objective = slide.question.objective if slide.question else ""
        if objective and objective not in known:
            yield (
                slide.line,
                f"The objective “{objective}” is not in the front matter.",
            )


def _minutes_faults(deck: Deck) -> Iterator[Fault]:
    for section in deck.sections:
        if not section.minutes and section.title:
            yield section.line, "The section has no planned time: add minutes=... to its title."
        if not section.slides:
            yield section.line, "The section has no slide: add one or remove the section."
    total = sum(section.minutes for section in deck.sections)
    if deck.minutes and abs(total - deck.minutes) > 1e-6:
        yield 1, f"The sections add up to {total:g} minutes, the training has {deck.minutes:g}."


def _sound_part(deck: Deck, lines: set[int]) -> Deck:
    slides = deck.slides
    ends = [slide.line for slide in slides[1:]]
    ends.append(max(lines, default=0) + slides[-1].line + 1)
    broken = {
        slide.id
        for slide, end in zip(slides, ends, strict=True)
        if any(line in lines for line in range(slide.line, end))
    }
    sections = (
        replace(part, slides=tuple(slide for slide in part.slides if slide.id not in broken))
        for part in deck.sections
    )
    return replace(deck, sections=tuple(sections))
