"""Short ways to write a deck in a test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from imhtrainer.decks.parser import parse
from imhtrainer.domain.deck import Deck, Slide

FRONT = "---\ntrainer: 1\ntitle: Looking\nminutes: 10\n---\n"
"""Front matter of five lines; the section line is line 6, the first slide is line 7."""

NOTES = "::: notes\n**Say.** Welcome.\n:::\n"

Messages = Callable[[str], list[str]]


@pytest.fixture
def little() -> Path:
    """A sound deck with every layout."""
    return Path(__file__).parent / "data" / "little"


@pytest.fixture
def deck_of() -> Callable[[str], Deck]:
    """The deck of a text that has no problem."""

    def read(text: str) -> Deck:
        deck, problems = parse(text, Path(), "deck.md")
        assert not problems
        assert deck is not None
        return deck

    return read


@pytest.fixture
def slide_of(deck_of: Callable[[str], Deck]) -> Callable[[str], Slide]:
    """The first slide of a body that begins with ##."""

    def read(body: str) -> Slide:
        return deck_of(f"{FRONT}# One {{minutes=10}}\n{body}").slides[0]

    return read


@pytest.fixture
def problems_of() -> Messages:
    """The problems of a whole text as ``deck.md:LINE: message``."""

    def read(text: str) -> list[str]:
        return [str(problem) for problem in parse(text, Path(), "deck.md")[1]]

    return read


@pytest.fixture
def slide_problems() -> Messages:
    """The problems of a body that begins with ## on line 7."""

    def read(body: str) -> list[str]:
        text = f"{FRONT}# One {{minutes=10}}\n{body}"
        return [str(problem) for problem in parse(text, Path(), "deck.md")[1]]

    return read


@pytest.fixture
def folder_with(tmp_path: Path) -> Callable[[str], Path]:
    """A deck folder whose deck has this body (## on line 7), notes added at its end."""

    def write(body: str) -> Path:
        text = f"{FRONT}# One {{minutes=10}}\n{body}\n{NOTES}"
        (tmp_path / "images").mkdir(exist_ok=True)
        (tmp_path / "deck.md").write_text(text, encoding="utf-8")
        return tmp_path

    return write
