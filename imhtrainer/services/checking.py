"""Checking a deck: its text, its pictures, and whether everything fits its page."""

from collections.abc import Iterable
from pathlib import Path

from imhtrainer.decks.check import find_problems, no_fitting
from imhtrainer.decks.problem import Problem
from imhtrainer.decks.source import find_source
from imhtrainer.domain.deck import Deck
from imhtrainer.layout.compose import fitting_problems
from imhtrainer.layout.kit import Kit


def check_deck(path: Path, kit: Kit | None = None) -> tuple[Problem, ...]:
    """All problems of a deck by line; with a ``kit`` also what does not fit. Empty if it is sound."""
    if kit is None:
        return find_problems(path, no_fitting)
    measured, name = kit, str(find_source(path))

    def fits(deck: Deck) -> Iterable[Problem]:
        found = fitting_problems(deck, measured)
        return (Problem(name, line, message) for line, message in found)

    return find_problems(path, fits)
