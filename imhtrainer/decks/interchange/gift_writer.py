"""Questions to GIFT, Moodle's text format.

GIFT has no rating, order or words. They go out as what Moodle has that is nearest: a rating as choices that
all count, an order as a matching question, words as an essay. A tag says what they were, and tags keep what
GIFT has no place for, so that reading the file again loses nothing. An arrow ``->`` makes Moodle see a matching
question, and no backslash helps: items with an arrow in their words go out as HTML, which can spell it.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape as escape_html

from imhtrainer.decks.interchange.gift_text import escape
from imhtrainer.decks.interchange.item import Item
from imhtrainer.domain.quiz import RATINGS, Choice, Question

_Write = Callable[[str], str]


def write_gift(items: Sequence[Item], title: str) -> str:
    """The text of a GIFT file; ``title`` names the category."""
    head = f"$CATEGORY: {title.replace('/', '//')}\n"
    return head + "".join("\n" + "\n".join(_lines(item)) + "\n" for item in items)


def _lines(item: Item) -> Iterator[str]:
    question = item.question
    yield "// " + " ".join(_tags(item))
    form, write = ("html", _as_html) if _has_arrow(question) else ("plain", escape)
    asked = f"::{escape(item.id or item.text[:40])}::[{form}]{write(item.text)} {{"
    answers = list(_answers(question, write))
    general = [f"\t####{write(question.explanation)}"] if question.explanation else []
    if not answers and not general:
        yield asked + "}"
        return
    yield asked
    yield from (f"\t{answer}" for answer in answers)
    yield from general
    yield "}"


def _tags(item: Item) -> Iterator[str]:
    question = item.question
    if item.id:
        yield f"[id:{item.id}]"
    yield f"[tag:type-{question.kind}]"
    yield f"[tag:phase-{question.phase}]"
    if question.point:
        yield f"[tag:point-{question.point}]"
    if question.objective:
        yield f"[tag:objective-{question.objective}]"
    if question.shuffle:
        yield "[tag:shuffle]"


def _answers(question: Question, write: _Write) -> Iterator[str]:
    choices = question.choices
    match question.kind:
        case "words":
            return
        case "order":
            for place, choice in enumerate(choices, 1):
                feedback = f"#{write(choice.feedback)}" if choice.feedback else ""
                yield f"={place} -> {write(choice.text)}{feedback}"
        case "rating":
            for sign, choice in zip(RATINGS, choices, strict=True):
                yield f"~%100%{_with_feedback(write, choice, f'{sign} {choice.text}'.rstrip())}"
        case "multiple":
            right = sum(choice.right for choice in choices)
            for choice in choices:
                share = f"{100 / right:.7g}" if choice.right else "-100"
                yield f"~%{share}%{_with_feedback(write, choice, choice.text)}"
        case _:
            for choice in choices:
                sign = "=" if choice.right else "~"
                yield f"{sign}{_with_feedback(write, choice, choice.text)}"


def _with_feedback(write: _Write, choice: Choice, text: str) -> str:
    return write(text) + (f"#{write(choice.feedback)}" if choice.feedback else "")


def _has_arrow(question: Question) -> bool:
    told = (text for choice in question.choices for text in (choice.text, choice.feedback))
    return any("->" in text for text in (*told, question.explanation))


def _as_html(text: str) -> str:
    return escape(escape_html(text, quote=False))
