"""A slide as lines of Markdown: its title line, and the parts below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imhtrainer.decks.interchange.item import as_written
from imhtrainer.decks.interchange.markup import choice_lines
from imhtrainer.decks.layouts import infer_layout
from imhtrainer.decks.slides import planned_minutes
from imhtrainer.decks.writing.blocks import (
    Plain,
    activity_lines,
    block_lines,
    column_lines,
    fenced,
    number_text,
    paragraph_lines,
    plain_item,
)
from imhtrainer.decks.writing.inline import heading
from imhtrainer.domain.deck import Activity, Block, Column, Slide
from imhtrainer.domain.quiz import Question


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """Lines of one part of a slide; ``directive`` is as in ``outline.Part``."""

    directive: str
    lines: tuple[str, ...]


def slide_lines(slide: Slide, section_point: int = 0) -> list[str]:
    """All lines of a slide with an empty line after each part; ``section_point`` is its section's point."""
    lines = [title_line(slide, section_point), ""]
    for part in slide_parts(slide):
        lines += [*part.lines, ""]
    return lines


def title_line(slide: Slide, section_point: int = 0) -> str:
    """The slide's title with its attributes."""
    return f"## {heading(slide.title)} {braces(slide, section_point)}".rstrip()


def braces(slide: Slide, section_point: int = 0) -> str:
    """The attributes of a slide, those left out that reading gives by itself."""
    return f"{{{' '.join(_attributes(slide, section_point))}}}"


def slide_parts(slide: Slide) -> tuple[WrittenPart, ...]:
    """What stands below the title: content, explanation, sources and notes."""
    return tuple(_parts(slide))


def _parts(slide: Slide) -> Iterator[WrittenPart]:
    if slide.question is not None:
        yield from _question_parts(slide.question)
    yield from _content_parts(slide.blocks)
    if slide.sources:
        texts = [paragraph_lines(text) for text in slide.sources]
        inner = [line for text in texts for line in ("", *text)][1:]
        yield WrittenPart("source", tuple(fenced("source", (), inner)))
    if slide.notes:
        yield WrittenPart("notes", tuple(fenced("notes", (), block_lines(slide.notes))))


def _content_parts(blocks: Sequence[Block]) -> Iterator[WrittenPart]:
    gathered: list[Plain] = []
    for block in blocks:
        match block:
            case Column() | Activity():
                if gathered:
                    yield WrittenPart("", tuple(block_lines(gathered)))
                    gathered = []
                if isinstance(block, Column):
                    yield WrittenPart(block.side, tuple(column_lines(block)))
                else:
                    yield WrittenPart("activity", tuple(activity_lines(block)))
            case _:
                gathered.append(block)
    if gathered:
        yield WrittenPart("", tuple(block_lines(gathered)))


def _question_parts(question: Question) -> Iterator[WrittenPart]:
    choices = tuple(choice_lines(as_written(question)))
    if choices:
        yield WrittenPart("", choices)
    if question.explanation:
        inner = [plain_item(question.explanation)]
        yield WrittenPart("explain", tuple(fenced("explain", (), inner)))


def _attributes(slide: Slide, section_point: int) -> Iterator[str]:
    question = slide.question
    yield f"#{slide.id}"
    if question is not None:
        yield ".checkpoint"
        yield from _question_attributes(question, section_point)
    elif slide.layout != infer_layout(slide.blocks):
        yield f"layout={slide.layout}"
    if slide.build:
        yield f"build={slide.build}"
    if slide.minutes != planned_minutes(slide.layout, slide.blocks):
        yield f"minutes={number_text(slide.minutes)}"
    if slide.optional:
        yield "optional"
    if slide.short:
        yield f'short="{slide.short}"'


def _question_attributes(question: Question, section_point: int) -> Iterator[str]:
    default = section_point if question.phase == "check" else 0
    if question.point and question.point != default:
        yield f"point={question.point}"
    if question.phase != "check":
        yield f"phase={question.phase}"
    if question.objective:
        yield f'objective="{question.objective}"'
    yield f"type={question.kind}"
    if question.shuffle:
        yield "shuffle"
