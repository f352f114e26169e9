"""Paragraphs of a PowerPoint text as styled words."""

from collections.abc import Callable, Iterator
from typing import Any

from pptx.oxml.ns import qn

from imhtrainer.decks.inline import merge
from imhtrainer.decks.powerpoint.show import Mark, Words
from imhtrainer.domain.deck import Run, Text

Target = Callable[[Any], str]
"""What a hyperlink element leads to: an address, ``#id`` of a slide, or ``""``."""

_TRUE = ("1", "true")


def read_words(body: Any, target: Target, inherited: Mark = "") -> tuple[Words, ...]:
    """The paragraphs of a text body that say anything; ``inherited`` is the mark they have by themselves."""
    if body is None:
        return ()
    found = (_words(paragraph, target, inherited) for paragraph in body.findall(qn("a:p")))
    return tuple(one for one in found if one.plain)


def joined(words: tuple[Words, ...]) -> Words:
    """Several paragraphs as one with line breaks, which is what a table's cell can hold."""
    runs: list[Run] = []
    for number, one in enumerate(words):
        runs += [Run("\n"), *one.text] if number else one.text
    return Words(merge(runs))


def _words(paragraph: Any, target: Target, inherited: Mark) -> Words:
    properties = paragraph.find(qn("a:pPr"))
    level = 0 if properties is None else _number(properties.get("lvl"))
    return Words(_text(paragraph, target), _mark(properties, inherited), level)


def _text(paragraph: Any, target: Target) -> Text:
    return merge(run for run in _runs(paragraph, target) if run.text)


def _runs(paragraph: Any, target: Target) -> Iterator[Run]:
    for child in paragraph:
        if child.tag == qn("a:br"):
            yield Run("\n")
        elif child.tag == qn("a:r") or (
            child.tag == qn("a:fld") and child.get("type", "").startswith("datetime")
        ):
            yield _run(child, target)


def _run(element: Any, target: Target) -> Run:
    letters = element.find(qn("a:t"))
    text = "" if letters is None else (letters.text or "").replace("\v", "\n")
    look = element.find(qn("a:rPr"))
    if look is None:
        return Run(text)
    click = look.find(qn("a:hlinkClick"))
    return Run(
        text,
        bold=look.get("b") in _TRUE,
        italic=look.get("i") in _TRUE,
        link="" if click is None else target(click),
    )


def _mark(properties: Any, inherited: Mark) -> Mark:
    if properties is None:
        return inherited
    if properties.find(qn("a:buNone")) is not None:
        return ""
    if properties.find(qn("a:buAutoNum")) is not None:
        return "number"
    if properties.find(qn("a:buChar")) is not None or properties.find(qn("a:buBlip")) is not None:
        return "dot"
    return inherited


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
