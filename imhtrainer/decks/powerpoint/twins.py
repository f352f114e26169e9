"""The number that an export puts behind a title which another slide has, too: no word of the deck's."""

import re
from collections.abc import Iterator
from dataclasses import replace

from imhtrainer.decks.powerpoint.show import Shown, ShownSlide, ShownText, Words
from imhtrainer.domain.deck import Slide, plain

_NUMBER = re.compile(r"(?: \(\d+ of \d+\))+$")


def without_number(page: ShownSlide, slide: Slide) -> ShownSlide:
    """The page with its title as the deck has it, unless the deck's own ends in such a number."""
    if not _NUMBER.search(page.title) or _NUMBER.search(plain(slide.title)):
        return page
    return replace(page, shapes=tuple(_unnumbered(page)))


def _unnumbered(page: ShownSlide) -> Iterator[Shown]:
    for shape in page.shapes:
        if isinstance(shape, ShownText) and shape.kind == "title":
            yield replace(shape, words=(*shape.words[:-1], _cut(shape.words[-1])))
        else:
            yield shape


def _cut(words: Words) -> Words:
    """The paragraph without the number, which may stand in several runs."""
    found = _NUMBER.search(plain(words.text))
    left = found.start() if found else len(plain(words.text))
    kept = []
    for run in words.text:
        kept.append(replace(run, text=run.text[:left]))
        left -= len(kept[-1].text)
    return replace(words, text=tuple(run for run in kept if run.text))
