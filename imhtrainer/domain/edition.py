"""For whom a deck is exported: whoever gives the training, or whoever takes part in it."""

from dataclasses import replace
from typing import Literal

from imhtrainer.domain.deck import Deck, Section, Slide
from imhtrainer.domain.quiz import Choice, Question

Edition = Literal["trainer", "participant"]
"""The trainer's has answers, notes and minutes; the participant's has none of them."""


def deck_in(edition: Edition, deck: Deck) -> Deck:
    """The deck as an edition shows it."""
    return deck if edition == "trainer" else without_answers(deck)


def without_answers(deck: Deck) -> Deck:
    """The deck with its questions but no answer anywhere: no key, feedback, explanation or notes."""
    return replace(deck, sections=tuple(_section(section) for section in deck.sections))


def _section(section: Section) -> Section:
    return replace(section, slides=tuple(_slide(slide) for slide in section.slides))


def _slide(slide: Slide) -> Slide:
    question = slide.question
    if question is None:
        return replace(slide, notes=())
    return replace(slide, notes=(), sources=(), question=_sealed(question))


def _sealed(question: Question) -> Question:
    choices = tuple(_unmarked(choice) for choice in question.choices)
    return replace(question, choices=choices, explanation="", sequence=(), sealed=True)


def _unmarked(choice: Choice) -> Choice:
    return replace(choice, right=False, feedback="")
