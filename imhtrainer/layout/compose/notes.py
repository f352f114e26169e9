"""The speaker notes of a page: its minutes, what the deck says, and a word for every choice."""

from collections.abc import Iterator

from imhtrainer.domain.deck import ListBlock, Paragraph, Run, Slide
from imhtrainer.domain.quiz import LETTERS
from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.compose.wording import minutes_in_words
from imhtrainer.layout.page import Bullet, TextParagraph

NOTE = Style(12, 16)
OPTIONAL = " May be left out when time is short."
FEEDBACK = "A word for each choice."


def speaker_notes(slide: Slide, answer: bool) -> tuple[TextParagraph, ...]:
    """The notes of a slide's page; ``answer`` is the page that shows which choice is right.

    That page begins with the feedback on each choice, which no other page shows; the minutes
    stand on the first page, since they are for both.
    """
    head = _feedback(slide) if answer else _minutes(slide)
    return (*head, *_written(slide))


def _minutes(slide: Slide) -> Iterator[TextParagraph]:
    if slide.notes:
        time = Run(f"{minutes_in_words(slide.minutes, 'en')}.".capitalize(), bold=True)
        yield paragraph((time, Run(OPTIONAL)) if slide.optional else (time,), NOTE)


def _feedback(slide: Slide) -> Iterator[TextParagraph]:
    choices = slide.question.choices if slide.question else ()
    told = [pair for pair in zip(LETTERS, choices, strict=False) if pair[1].feedback]
    if told:
        yield paragraph((Run(FEEDBACK, bold=True),), NOTE)
    for letter, choice in told:
        words = (Run(f"{letter}. {choice.text}:", bold=choice.right), Run(f" {choice.feedback}"))
        yield paragraph(words, NOTE, before=3)


def _written(slide: Slide) -> Iterator[TextParagraph]:
    for block in slide.notes:
        match block:
            case Paragraph(text=text):
                yield paragraph(text, NOTE, before=6)
            case ListBlock(items=items, ordered=ordered):
                for count, item in enumerate(items, 1):
                    mark = Bullet(f"{count}." if ordered else "•", "ink")
                    yield paragraph(item, NOTE, before=3, indent=14, bullet=mark)
