"""Where the words of a slide stand: each text by a stable path, and the slide with some of them changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from imhtrainer.domain.deck import (
    Activity,
    Block,
    Column,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Run,
    Slide,
    Table,
    Text,
    plain,
)
from imhtrainer.domain.quiz import Choice, Question

Path = tuple[str | int, ...]
"""Such as ``("block", 0, "item", 2)``, ``("choice", 1)`` or ``("note", 3)``."""

Edits = Mapping[Path, tuple[Text, ...]]
"""What stands at a path afterwards: nothing, the text changed, or several texts."""

_SIBLINGS = ("item", "paragraph", "step", "note", "source", "choice")


def takes_siblings(path: Path) -> bool:
    """Whether a text may have another one beside it."""
    return any(name in _SIBLINGS for name in path)


def texts_on(slide: Slide) -> dict[Path, Text]:
    """Every text that a slide shows, by its path; notes are apart."""
    found: dict[Path, Text] = {("title",): slide.title}
    if slide.question is not None:
        found |= _question_texts(slide.question)
    found |= block_texts(slide)
    found |= {("source", n): text for n, text in enumerate(slide.sources)}
    return found


def block_texts(slide: Slide) -> dict[Path, Text]:
    """Every text in the blocks of a slide, by its path."""
    return _texts("block", slide.blocks)


def texts_in_notes(slide: Slide) -> dict[Path, Text]:
    """Every text of a slide's notes, and the feedback on its choices, which notes show too."""
    found = _texts("note", slide.notes)
    choices = slide.question.choices if slide.question else ()
    return found | {
        ("feedback", n): (Run(c.feedback),) for n, c in enumerate(choices) if c.feedback
    }


def changed_slide(slide: Slide, edits: Edits) -> Slide:
    """The slide with the texts at some paths changed; blocks that lose all their words go."""
    question = slide.question
    return replace(
        slide,
        title=_one(edits, ("title",), slide.title),
        blocks=tuple(_blocks("block", slide.blocks, edits)),
        notes=tuple(
            block
            for block in _blocks("note", slide.notes, edits)
            if isinstance(block, Paragraph | ListBlock)
        ),
        sources=tuple(
            text for n, old in enumerate(slide.sources) for text in edits.get(("source", n), (old,))
        ),
        question=None if question is None else _question(question, edits),
    )


def _question_texts(question: Question) -> dict[Path, Text]:
    found: dict[Path, Text] = {
        ("choice", n): (Run(choice.text),) for n, choice in enumerate(question.choices)
    }
    if question.explanation:
        found["explanation",] = (Run(question.explanation),)
    return found


def _texts(owner: str | int, blocks: Iterable[Block], *above: str | int) -> dict[Path, Text]:
    return dict(_each_text((*above, owner), blocks))


def _each_text(above: Path, blocks: Iterable[Block]) -> Iterator[tuple[Path, Text]]:
    for n, block in enumerate(blocks):
        here = (*above, n)
        match block:
            case Paragraph(text=text):
                yield (*here, "paragraph"), text
            case Quote(text=text):
                yield (*here, "quote"), text
            case ListBlock(items=items):
                yield from (((*here, "item", i), item) for i, item in enumerate(items))
            case Table(header=header, rows=rows):
                for r, row in enumerate((header, *rows)):
                    yield from (((*here, "cell", r, c), cell) for c, cell in enumerate(row))
            case Column(blocks=inner):
                yield from _each_text((*here, "in"), inner)
            case Activity(steps=steps, choice=choice):
                yield from (((*here, "step", i), step) for i, step in enumerate(steps))
                yield (*here, "pass"), choice
            case Picture():
                continue


def _blocks(owner: str, blocks: Iterable[Block], edits: Edits) -> Iterator[Block]:
    yield from _changed_blocks((owner,), blocks, edits)


def _changed_blocks(above: Path, blocks: Iterable[Block], edits: Edits) -> Iterator[Block]:
    for n, block in enumerate(blocks):
        yield from _changed((*above, n), block, edits)


def _changed(here: Path, block: Block, edits: Edits) -> Iterator[Block]:
    match block:
        case Paragraph(text=text):
            for new in edits.get((*here, "paragraph"), (text,)):
                yield replace(block, text=new)
        case Quote(text=text):
            yield replace(block, text=_one(edits, (*here, "quote"), text))
        case ListBlock(items=items):
            kept = _several(edits, (*here, "item"), items)
            if kept:
                yield replace(block, items=kept)
        case Table(header=header, rows=rows):
            cells = [
                tuple(_one(edits, (*here, "cell", r, c), cell) for c, cell in enumerate(row))
                for r, row in enumerate((header, *rows))
            ]
            yield replace(block, header=cells[0], rows=tuple(row for row in cells[1:] if any(row)))
        case Column(blocks=inner):
            yield replace(block, blocks=tuple(_changed_blocks((*here, "in"), inner, edits)))
        case Activity(steps=steps, choice=choice):
            kept, passing = _several(edits, (*here, "step"), steps), (*here, "pass")
            yield replace(block, steps=kept, choice=_one(edits, passing, choice))
        case Picture():
            yield block


def _question(question: Question, edits: Edits) -> Question:
    explanation = _one(edits, ("explanation",), (Run(question.explanation),))
    choices: list[Choice] = []
    places: dict[int, int] = {}
    for n, choice in enumerate(question.choices):
        places[n] = len(choices)
        choices += _choices(n, choice, edits)
    kept = [n for n in places if edits.get(("choice", n)) != ()]
    sequence = tuple(places[n] for n in question.sequence if n in kept)
    return replace(
        question, choices=tuple(choices), explanation=plain(explanation), sequence=sequence
    )


def _choices(n: int, choice: Choice, edits: Edits) -> Iterator[Choice]:
    texts = edits.get(("choice", n), ((Run(choice.text),),))
    feedback = plain(_one(edits, ("feedback", n), (Run(choice.feedback),)))
    for index, text in enumerate(texts):
        if index == 0:
            yield replace(choice, text=plain(text), feedback=feedback)
        else:
            yield Choice(plain(text), False, "", choice.line)


def _several(edits: Edits, above: Path, texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(
        new for n, text in enumerate(texts) for new in edits.get((*above, n), (text,)) if new
    )


def _one(edits: Edits, path: Path, text: Text) -> Text:
    """A text that cannot be two: several are joined with a space."""
    texts = edits.get(path, (text,))
    runs: list[Run] = []
    for n, one in enumerate(texts):
        runs += [Run(" "), *one] if n else one
    return tuple(runs)
