"""What is typed for an answer sheet: its number, then its letters; no Qt."""

import re
from dataclasses import dataclass

from imhtrainer.domain.errors import AnswerRefused
from imhtrainer.domain.quiz import RATHER_NOT, Answer, Kind, signs

_TYPED = re.compile(r"\s*#?(\d{1,3})(?:[\s:.,]+|(?=\D))(.*?)\s*", re.DOTALL)
_BETWEEN = re.compile(r"[\s,;.>]+")
PASS = "-"
"""What is typed for “I’d rather not say”."""


@dataclass(frozen=True, slots=True)
class SheetTyped:
    """A sheet's number and what stands on it."""

    sheet: int
    answer: Answer


def read_sheet(typed: str, kind: Kind, choices: int) -> SheetTyped:
    """``7 b``, ``7b``, ``7 ac``, ``7 4`` (a rating), ``7 calm, tea`` (words), or ``7 -`` for rather not.

    Raises AnswerRefused, in one sentence, for what is none of these.
    """
    match = _TYPED.fullmatch(typed)
    if match is None or not match[2]:
        raise AnswerRefused(f"Type the sheet’s number, then its answer: {example(kind)}.")
    sheet, written = int(match[1]), match[2]
    if written in (PASS, "–"):
        return SheetTyped(sheet, RATHER_NOT)
    if kind == "words":
        return SheetTyped(sheet, Answer(words=written))
    known = signs(kind)[:choices]
    found = []
    for sign in _BETWEEN.sub("", written).upper():
        if sign not in known:
            raise AnswerRefused(f"This question has {known[0]} to {known[-1]}, not “{sign}”.")
        found.append(known.index(sign))
    return SheetTyped(sheet, Answer(tuple(found)))


def example(kind: Kind) -> str:
    """What may be typed, such as ``7 B``."""
    return {"multiple": "7 AC", "rating": "7 4", "order": "7 BDAC", "words": "7 calm, tea"}.get(
        kind, "7 B"
    )
