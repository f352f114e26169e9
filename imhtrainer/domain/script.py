"""What a deck says slide by slide beside its pictures: notes for who teaches, words for who cannot see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from imhtrainer.domain.deck import (
    Activity,
    Block,
    Column,
    Deck,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Slide,
    Table,
    Text,
    plain,
)
from imhtrainer.domain.notes import NotePart, feedback_parts, note_parts
from imhtrainer.domain.quiz import signs

FEEDBACK = "A word for each choice"
_ENDS = ".?!:…"


@dataclass(frozen=True, slots=True)
class Said:
    """Words and the build step they appear at; ``picture`` tells words that stand for a picture."""

    step: int
    text: str
    picture: bool = False


@dataclass(frozen=True, slots=True)
class SlideScript:
    """One slide: its title, its notes, and its words build by build, each with the step it appears at.

    ``answer`` is what a question's answer page adds; it is told only where the room sees that page.
    """

    title: str
    notes: tuple[NotePart, ...] = ()
    words: tuple[Said, ...] = ()
    answer: str = ""

    def description(self, step: int) -> str:
        """What the slide says so far, in reading order; nothing that the room does not see yet."""
        return " ".join(said.text for said in self.words if said.step <= step)


@dataclass(frozen=True, slots=True)
class Script:
    """The scripts of a deck's slides by slide id."""

    slides: dict[str, SlideScript]

    def of(self, slide_id: str, label: str) -> SlideScript:
        """A slide's script; its bare name where the deck no longer has it."""
        return self.slides.get(slide_id) or SlideScript(label)


EMPTY_SCRIPT = Script({})


def make_script(deck: Deck) -> Script:
    """The script of a deck."""
    return Script({slide.id: slide_script(slide) for slide in deck.slides})


def slide_script(slide: Slide) -> SlideScript:
    """The script of one slide."""
    return SlideScript(
        plain(slide.title),
        (*note_parts(slide.notes), *feedback_parts(slide.question, FEEDBACK)),
        tuple(_question(slide) if slide.question is not None else _words(slide)),
        _answer(slide),
    )


def _question(slide: Slide) -> Iterator[Said]:
    yield from _words(slide)
    if slide.question is not None:
        letters = signs(slide.question.kind)
        pairs = zip(letters, slide.question.choices, strict=False)
        yield from (Said(0, f"{letter}: {_ended(choice.text)}") for letter, choice in pairs)


def _answer(slide: Slide) -> str:
    question = slide.question
    if question is None:
        return ""
    letters = signs(question.kind)
    right = [
        f"{letter}: {_ended(choice.text)}"
        for letter, choice in zip(letters, question.choices, strict=False)
        if choice.right
    ]
    return " ".join((*right, question.explanation)).strip()


def _words(slide: Slide) -> Iterator[Said]:
    """The blocks' words; items of a list, rows of a table, columns come with the build they appear at."""
    step = 0
    for block in slide.blocks:
        for text in _said(block):
            if _builds(slide, block):
                step += 1
            if text:
                appears = step if _builds(slide, block) else 0
                yield Said(appears, _ended(text), isinstance(block, Picture))


def _builds(slide: Slide, block: Block) -> bool:
    if slide.build == "list":
        return isinstance(block, ListBlock)
    if slide.build == "steps":
        kinds = {"table": Table, "columns": Column, "diagram": ListBlock}
        return isinstance(block, kinds.get(slide.layout, ()))
    return False


def _said(block: Block) -> Iterable[str]:
    match block:
        case Paragraph() | Quote():
            return (plain(block.text),)
        case ListBlock():
            return (plain(item) for item in block.items)
        case Table():
            return (_row(row, block.header) for row in block.rows)
        case Picture():
            return (block.alt,)
        case Column():
            return (
                " ".join(_ended(said) for part in block.blocks for said in _said(part) if said),
            )
        case Activity():
            return (*(plain(step) for step in block.steps), plain(block.choice))


def _row(row: tuple[Text, ...], header: tuple[Text, ...]) -> str:
    """A table's row with the head of each column before its cell."""
    heads = (plain(head) for head in header)
    pairs = zip(heads, (plain(cell) for cell in row), strict=False)
    return ", ".join(f"{head}: {cell}" if head else cell for head, cell in pairs if cell)


def _ended(words: str) -> str:
    closed = words.rstrip("”’\"')")
    return words if closed.endswith(tuple(_ENDS)) else f"{words}."
