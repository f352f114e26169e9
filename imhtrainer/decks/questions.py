"""A checkpoint's task list, feedback and explanation to a Question."""

import re
from collections.abc import Sequence
from typing import cast

from imhtrainer.decks.attributes import Fields
from imhtrainer.decks.blocks import BlockReader, Group, split_groups
from imhtrainer.decks.outline import Part
from imhtrainer.domain.deck import plain
from imhtrainer.domain.quiz import Choice, Kind, Phase, Question

KINDS = ("single", "multiple", "truefalse")
_LATER_KINDS = ("rating", "order", "words")
_PHASES = ("pre", "check", "post")
_TASK = re.compile(r"\[([ xX])\]\s+(.*)", re.DOTALL)
_LEAST, _MOST = 2, 4


def read_question(
    reader: BlockReader, parts: Sequence[Part], fields: Fields, section_point: int
) -> Question:
    """The item on a checkpoint slide; styles within choices and feedback are left out.

    ``point`` defaults to the section's own, ``phase`` to ``check``.
    """
    phase = cast(Phase, fields.one_of("phase", _PHASES, "check"))
    choices: list[Choice] = []
    explanation = ""
    for part in parts:
        if part.directive == "explain":
            if explanation:
                reader.findings.add(part.line, "There are two explanations: keep one.")
            explanation = _explanation(reader, part)
        elif not part.directive:
            choices.extend(_choices(reader, part))
    question = Question(
        kind=_kind(fields),
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
    return question


def _kind(fields: Fields) -> Kind:
    value = fields.attributes.get("type")
    if value in _LATER_KINDS:
        fields.findings.add(
            fields.line,
            f"type={value} is not supported by this version: use single, multiple or truefalse.",
        )
        return "single"
    return cast(Kind, fields.one_of("type", KINDS, "single"))


def _explanation(reader: BlockReader, part: Part) -> str:
    Fields(part.attributes, part.line, reader.findings).only("::: explain", ())
    groups = list(reader.groups(part.lines, part.first))
    for extra in groups[1:]:
        reader.findings.add(extra.line, "The explanation is one paragraph: join or shorten it.")
    if not groups or groups[0].opening.type != "paragraph_open":
        reader.findings.add(part.line, "The explanation is one paragraph of plain text.")
        return ""
    return plain(reader.inline.read(groups[0].inner[0].content, groups[0].line))


def _choices(reader: BlockReader, part: Part) -> list[Choice]:
    choices: list[Choice] = []
    for group in reader.groups(part.lines, part.first):
        if group.opening.type in ("bullet_list_open", "ordered_list_open"):
            items = split_groups(group.inner, part.first)
            choices.extend(_choice(reader, item, part.first) for item in items)
        else:
            message = "A checkpoint shows its title and choices only: move this."
            reader.findings.add(group.line, message)
    return choices


def _choice(reader: BlockReader, item: Group, first: int) -> Choice:
    inner = list(split_groups(item.inner, first))
    content = inner[0].inner[0].content if inner and inner[0].opening.tag == "p" else ""
    match = _TASK.fullmatch(content)
    if match is None:
        reader.findings.add(item.line, "A choice begins with [ ] or, when it is right, [x].")
        return Choice(content, False, "", item.line)
    feedback = ""
    for group in inner[1:]:
        if group.opening.type == "blockquote_open" and not feedback:
            feedback = plain(reader.flat(group, first, "A feedback"))
        else:
            reader.findings.add(group.line, "A choice holds its text and one “> feedback” only.")
    text = plain(reader.inline.read(match[2], item.line))
    return Choice(text, match[1] != " ", feedback, item.line)


def _faults(question: Question) -> list[tuple[int, str]]:
    count, right = len(question.choices), sum(choice.right for choice in question.choices)
    faults: list[tuple[int, str]] = []
    if not _LEAST <= count <= _MOST:
        faults.append((question.line, f"A checkpoint has 2 to 4 choices, this one has {count}."))
    if count and not right:
        faults.append((question.line, "No choice is right: mark one with [x]."))
    if right > 1 and question.kind != "multiple":
        message = f"{right} choices are right: keep one [x], or write type=multiple."
        faults.append((question.line, message))
    if question.kind == "truefalse" and count != _LEAST:
        faults.append((question.line, "A truefalse item has exactly two choices."))
    if not question.explanation and question.phase != "pre":
        faults.append((question.line, "There is no explanation: add one in “::: explain”."))
    for choice in question.choices:
        if not choice.feedback and question.phase != "pre":
            message = f"The choice “{choice.text}” has no feedback: add “> ...” below it."
            faults.append((choice.line, message))
    return faults
