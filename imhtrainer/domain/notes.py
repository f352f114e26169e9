"""Speaker notes in parts: what to say, to ask, to watch for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from imhtrainer.domain.deck import ListBlock, Paragraph, Run, Text, plain
from imhtrainer.domain.quiz import LETTERS, Choice, Question

SAY = "say"
CAPTION_LETTERS = 84
"""Letters of a caption line: two lines on the projector, as subtitles have them."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ“‘¿¡\[])")

HEAD_LIMIT = 32
"""Letters a bold beginning may have to count as a heading."""


@dataclass(frozen=True, slots=True)
class NotePart:
    """A paragraph of the notes; ``head`` is its bold beginning, such as ``Say``; ``listed`` is an item."""

    head: str
    text: Text
    listed: bool = False


def note_parts(notes: Sequence[Paragraph | ListBlock]) -> tuple[NotePart, ...]:
    """The parts of a slide's notes in order."""
    return tuple(part for block in notes for part in _parts(block))


def feedback_parts(question: Question | None, head: str) -> tuple[NotePart, ...]:
    """A word for each choice of a question, to be said after the reveal, under ``head``.

    Questions before the training have none: their answers come later.
    """
    if question is None or question.phase == "pre":
        return ()
    return tuple(
        NotePart(head if letter == LETTERS[0] else "", _word(letter, choice))
        for letter, choice in zip(LETTERS, question.choices, strict=False)
        if choice.feedback
    )


def _word(letter: str, choice: Choice) -> Text:
    return (Run(f"{letter}. {choice.text}:", bold=choice.right), Run(f" {choice.feedback}"))


def _parts(block: Paragraph | ListBlock) -> Iterator[NotePart]:
    if isinstance(block, ListBlock):
        yield from (NotePart("", item, listed=True) for item in block.items)
    else:
        yield _headed(block.text)


def _headed(text: Text) -> NotePart:
    first = text[0] if text else Run("")
    head = first.text.strip().rstrip(".:")
    if not first.bold or len(head) > HEAD_LIMIT or not plain(text[1:]).strip():
        return NotePart("", text)
    rest = text[1:]
    return NotePart(head, (replace(rest[0], text=rest[0].text.lstrip()), *rest[1:]))


def caption_lines(notes: Sequence[NotePart]) -> tuple[str, ...]:
    """What the notes have the facilitator say, in lines the room can read at a glance.

    Only paragraphs under “Say” are told: what to ask, to watch for or to know is the facilitator's alone. A line
    ends with its sentence where that is short enough, else between words.
    """
    said = (plain(part.text) for part in notes if part.head.casefold() == SAY)
    return tuple(line for words in said for line in _lines(words))


def _lines(words: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(" ".join(words.split())):
        yield from wrap(sentence, CAPTION_LETTERS, break_long_words=False, break_on_hyphens=False)
