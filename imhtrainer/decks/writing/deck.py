"""A whole deck as text, for one that was not text before."""

import json
from collections.abc import Iterator, Sequence

from imhtrainer.decks.frontmatter import FORMAT_VERSION
from imhtrainer.decks.writing.blocks import number_text
from imhtrainer.decks.writing.section import section_line
from imhtrainer.decks.writing.slide import slide_lines
from imhtrainer.domain.deck import Deck


def deck_text(deck: Deck) -> str:
    """The text that reads as ``deck``."""
    lines = ["---", *_front_matter(deck), "---", ""]
    for section in deck.sections:
        lines += [section_line(section), ""]
        for slide in section.slides:
            lines += slide_lines(slide, section.point)
    return "\n".join(lines)


def _front_matter(deck: Deck) -> Iterator[str]:
    yield f"trainer: {FORMAT_VERSION}"
    words = {"title": deck.title, "subtitle": deck.subtitle, "audience": deck.audience}
    yield from (f"{key}: {_quoted(value)}" for key, value in words.items() if value)
    yield f"lang: {deck.lang}"
    yield f"theme: {deck.theme}"
    if deck.minutes:
        yield f"minutes: {number_text(deck.minutes)}"
    if deck.transition != "none":
        yield f"transition: {deck.transition}"
    if deck.article:
        yield f"article: {_quoted(deck.article)}"
    if deck.objectives:
        yield "objectives:"
        yield from (f"  - {one.id}: {_quoted(one.text)}" for one in deck.objectives)
    yield from _listed("materials", deck.materials)
    yield from _listed("sources", deck.sources)


def _listed(key: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"{key}:"
        yield from (f"  - {_quoted(text)}" for text in texts)


def _quoted(text: str) -> str:
    """A text in double quotes; what JSON writes is YAML, too."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
