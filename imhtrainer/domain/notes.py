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
LEAST_PHRASE = 24
"""Letters before and after a cut within a sentence: a shorter phrase is no line of its own."""
_PAUSES = ",;:—–"
_DASHES = "—–("
_JOINING = frozenset({"and", "or", "but", "because", "when", "that", "which", "who", "if", "until"})
"""English words that begin a phrase; other languages have their pauses."""
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
    ends with its sentence where that is short enough, else with a phrase, and where there is none between words.
    """
    said = (plain(part.text) for part in notes if part.head.casefold() == SAY)
    return tuple(line for words in said for line in _lines(words))


def _lines(words: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(" ".join(words.split())):
        yield from _phrases(sentence)


def _phrases(sentence: str) -> Iterator[str]:
    """Cut at the last pause that fits, else before the last joining word, else as evenly as words allow."""
    rest = sentence
    while len(rest) > CAPTION_LETTERS:
        cuts = [at for at, letter in enumerate(rest[: CAPTION_LETTERS + 1]) if letter == " "]
        whole = [at for at in cuts if at >= LEAST_PHRASE and len(rest) - at > LEAST_PHRASE]
        pauses = [at for at in whole if rest[at - 1] in _PAUSES or rest[at + 1] in _DASHES]
        joins = [at for at in whole if rest[at + 1 :].split(" ", 1)[0].casefold() in _JOINING]
        if not cuts:
            break
        cut = max(pauses or joins, default=0) or _evenly(rest, cuts)
        yield rest[:cut]
        rest = rest[cut + 1 :]
    yield from wrap(rest, CAPTION_LETTERS, break_long_words=False, break_on_hyphens=False)


def _evenly(words: str, cuts: Sequence[int]) -> int:
    """The place that leaves this line as long as those after it."""
    lines = -(-len(words) // CAPTION_LETTERS)
    return min(cuts, key=lambda at: abs(at - len(words) / lines))
