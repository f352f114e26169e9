"""Aiken, the plainest question format, to items. Source: Moodle's documentation, “Aiken format”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from imhtrainer.decks.interchange.item import MOST_CHOICES, Item, Reading
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.quiz import LETTERS, Choice, Kind, Question
from imhtrainer.domain.wording import counted

_CHOICE = re.compile(r"([A-Za-z])[.)]\s+(.*)")
_ANSWER = re.compile(r"ANSWER\s*:\s*(.*)", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A question as far as it has been read."""

    line: int = 0
    asked: list[str] = field(default_factory=list)
    choices: list[tuple[str, str, int]] = field(default_factory=list)


def read_aiken(text: str, name: str) -> Reading:
    """Every question of an Aiken file; a question without an ANSWER line is said and left out."""
    findings = Findings(name)
    return Reading(tuple(_items(text, findings)), findings.in_order())


def _items(text: str, findings: Findings) -> Iterator[Item]:
    draft = _Draft()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        bare = line.strip()
        if not bare:
            continue
        if answer := _ANSWER.fullmatch(bare):
            found = _item(draft, answer[1], number, findings)
            draft = _Draft()
            if found is not None:
                yield found
        elif (choice := _CHOICE.fullmatch(bare)) and draft.asked:
            draft.choices.append((choice[1].upper(), choice[2], number))
        else:
            if draft.choices:
                findings.add(draft.line, "Left out: there is no ANSWER line after its choices.")
                draft = _Draft()
            draft.line = draft.line or number
            draft.asked.append(bare)
    if draft.asked:
        findings.add(draft.line, "Left out: there is no ANSWER line after its choices.")


def _item(draft: _Draft, answer: str, line: int, findings: Findings) -> Item | None:
    right = set(re.findall(r"[A-Z]", answer.upper()))
    letters = [letter for letter, _, _ in draft.choices]
    fault = _fault(draft, right, letters)
    if fault:
        findings.add(line, f"Left out: {fault}")
        return None
    choices = tuple(Choice(text, letter in right, "", at) for letter, text, at in draft.choices)
    kind: Kind = "multiple" if len(right) > 1 else "single"
    question = Question(kind, "check", 0, choices, "", draft.line)
    return Item("", " ".join(draft.asked), question)


def _fault(draft: _Draft, right: set[str], letters: list[str]) -> str:
    if not draft.asked:
        return "there is no question before this ANSWER line."
    if letters != list(LETTERS[: len(letters)]):
        return "its choices are not lettered A, B, C in order."
    if not 2 <= len(letters) <= MOST_CHOICES:
        return f"it has {counted(len(letters), 'choice')}, and a slide holds 2 to {MOST_CHOICES}."
    if not right or not right <= set(letters):
        return "its ANSWER is none of its choices."
    return ""
