"""A question on its way in or out: as it is written, not as a room sees it."""

from dataclasses import dataclass, replace

from imhtrainer.decks.choices import mixed_up, whole_scale
from imhtrainer.decks.problem import Problem
from imhtrainer.domain.deck import Deck, Slide, plain
from imhtrainer.domain.quiz import Question

MOST_CHOICES = 4
"""A slide holds no more."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question's text and what belongs to it; ``id`` may be empty. ``notes`` are those that it shall come with.

    The choices of an order stand in their right order, and ``question.sequence`` is empty.
    """

    id: str
    text: str
    question: Question
    notes: str = ""

    @property
    def line(self) -> int:
        """Where it began in the file it came from; 0 where that is unknown."""
        return self.question.line


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held: its items, and what had to be left out or changed, by line."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()


def items_of(deck: Deck) -> tuple[Item, ...]:
    """Every question of a deck in order."""
    return tuple(
        Item(slide.id, plain(slide.title), as_written(slide.question))
        for slide in deck.slides
        if slide.question is not None
    )


def as_written(question: Question) -> Question:
    """The question as its author wrote it: things to order in their right order."""
    if not question.sequence:
        return question
    choices = tuple(question.choices[index] for index in question.sequence)
    return replace(question, choices=choices, sequence=())


def as_shown(question: Question) -> Question:
    """The question as the room sees it: things to order mixed up, a scale with all its steps."""
    match question.kind:
        case "rating":
            return replace(question, choices=whole_scale(question.choices, question.line))
        case "order":
            choices, sequence = mixed_up(question.choices)
            return replace(question, choices=choices, sequence=sequence)
        case _:
            return question


def same_words(item: Item, slide: Slide) -> bool:
    """Whether a slide asks just this."""
    if slide.question is None or plain(slide.title) != item.text:
        return False
    mine = [choice.text for choice in item.question.choices]
    return mine == [choice.text for choice in as_written(slide.question).choices]


def explained(item: Item, notes: str) -> Item:
    """The item with all that a deck asks for: ``notes``, its explanation, and what each choice is answered with.

    Other programs often have neither. The explanation is then the right choices' feedback, else their words;
    a choice without feedback is answered with the explanation.
    """
    question = item.question
    item = replace(item, notes=notes)
    if not question.marked or question.phase == "pre":
        return item
    words = question.explanation or _answer(question)
    if question.kind == "order":
        return replace(item, question=replace(question, explanation=words))
    choices = tuple(replace(c, feedback=c.feedback or words) for c in question.choices)
    return replace(item, question=replace(question, explanation=words, choices=choices))


def _answer(question: Question) -> str:
    """The right answer in words, as the file has it."""
    if question.kind == "order":
        return " → ".join(choice.text for choice in question.choices)
    right = [choice for choice in question.choices if choice.right]
    telling = question.choices if question.kind == "truefalse" else right
    said = [choice.feedback for choice in telling if choice.feedback]
    return " ".join(said) or "; ".join(choice.text for choice in right)
