"""A checkpoint's list, feedback and explanation to a Question."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast, get_args

from imhtrainer.decks.attributes import Fields
from imhtrainer.decks.blocks import BlockReader
from imhtrainer.decks.choices import mixed_up, read_choices, whole_scale
from imhtrainer.decks.outline import Part
from imhtrainer.domain.deck import plain
from imhtrainer.domain.quiz import RATINGS, Choice, Kind, Phase, Question

KINDS: tuple[Kind, ...] = get_args(Kind)
_PHASES: tuple[Phase, ...] = get_args(Phase)
_LEAST, _MOST = 2, 4
_LEAST_TO_ORDER = 3
_BOTH_ENDS = 2

Fault = tuple[int, str]


def read_question(
    reader: BlockReader, parts: Sequence[Part], fields: Fields, section_point: int
) -> Question:
    """The item on a checkpoint slide; styles within choices and feedback are left out.

    ``point`` defaults to the section's own, ``phase`` to ``check``.
    """
    kind = cast(Kind, fields.one_of("type", KINDS, "single"))
    phase = cast(Phase, fields.one_of("phase", _PHASES, "check"))
    choices: list[Choice] = []
    explanation = ""
    for part in parts:
        if part.directive == "explain":
            if explanation:
                reader.findings.add(part.line, "There are two explanations: keep one.")
            explanation = _explanation(reader, part)
        elif not part.directive:
            choices.extend(read_choices(reader, part, kind))
    question = Question(
        kind=kind,
        phase=phase,
        point=fields.point() or (section_point if phase == "check" else 0),
        choices=tuple(choices),
        explanation=explanation,
        line=fields.line,
        objective=fields.words("objective"),
        shuffle=fields.flag("shuffle"),
    )
    if phase == "check" and section_point not in (0, question.point):
        reader.findings.add(
            fields.line,
            f"This checkpoint says point={question.point} in the section of point {section_point}.",
        )
    for line, message in _faults(question):
        reader.findings.add(line, message)
    return _as_shown(question)


def _as_shown(question: Question) -> Question:
    """The item with its choices as the room sees them."""
    if question.kind == "rating":
        return replace(question, choices=whole_scale(question.choices, question.line))
    if question.kind == "order":
        choices, sequence = mixed_up(question.choices)
        return replace(question, choices=choices, sequence=sequence)
    return question


def _explanation(reader: BlockReader, part: Part) -> str:
    Fields(part.attributes, part.line, reader.findings).only("::: explain", ())
    groups = list(reader.groups(part.lines, part.first))
    for extra in groups[1:]:
        reader.findings.add(extra.line, "The explanation is one paragraph: join or shorten it.")
    if not groups or groups[0].opening.type != "paragraph_open":
        reader.findings.add(part.line, "The explanation is one paragraph of plain text.")
        return ""
    return plain(reader.inline.read(groups[0].inner[0].content, groups[0].line))


def _faults(question: Question) -> Iterator[Fault]:
    count = len(question.choices)
    match question.kind:
        case "rating":
            if count not in (0, _BOTH_ENDS, len(RATINGS)):
                yield question.line, _rating_fault(count)
        case "order":
            if not _LEAST_TO_ORDER <= count <= _MOST:
                yield question.line, f"type=order has 3 or 4 items to order, this one has {count}."
            yield from _twins(question)
        case "words":
            if count:
                yield question.line, "type=words asks for people’s own words: remove the list."
        case _:
            yield from _key_faults(question)
    if question.marked and not question.explanation and question.phase != "pre":
        yield question.line, "There is no explanation: add one in “::: explain”."
    if question.shuffle and question.kind in ("rating", "order", "words"):
        yield question.line, f"shuffle has no meaning with type={question.kind}: remove it."


def _rating_fault(count: int) -> str:
    return (
        f"type=rating has {count} words for its five steps: "
        "write the two ends of the scale, all five, or none."
    )


def _twins(question: Question) -> Iterator[Fault]:
    seen: set[str] = set()
    for choice in question.choices:
        if choice.text in seen:
            yield choice.line, f"“{choice.text}” stands there twice: it cannot be put in order."
        seen.add(choice.text)


def _key_faults(question: Question) -> Iterator[Fault]:
    count, right = len(question.choices), sum(choice.right for choice in question.choices)
    if not _LEAST <= count <= _MOST:
        yield question.line, f"A checkpoint has 2 to 4 choices, this one has {count}."
    if count and not right:
        yield question.line, "No choice is right: mark one with [x]."
    if right > 1 and question.kind != "multiple":
        message = f"{right} choices are right: keep one [x], or write type=multiple."
        yield question.line, message
    if question.kind == "truefalse" and count != _LEAST:
        yield question.line, "A truefalse item has exactly two choices."
    for choice in question.choices:
        if not choice.feedback and question.phase != "pre":
            message = f"The choice “{choice.text}” has no feedback: add “> ...” below it."
            yield choice.line, message
