"""Which choices an answer page marks as right: by its title, and by where tick, words and card stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from imhtrainer.decks.powerpoint.show import Frame, ShownSlide
from imhtrainer.domain.quiz import LETTERS, Question

_LETTER = re.compile(rf"\b[{LETTERS}]\b")
_ROW = re.compile(rf"choice-([{LETTERS}])-letter")
_SIGN = re.compile(rf"right-[{LETTERS}](|-tick|-card)")
_TITLE = "title"


def moved_answers(question: Question, before: ShownSlide, after: ShownSlide) -> set[str]:
    """The letters that signs of the right answer say now, of the signs that said the deck's own before.

    Empty where no sign was moved; several where signs contradict each other.
    """
    own, old, new = question.right_letters, _signs(before), _signs(after)
    said = (_in_order(question, new[sign]) for sign in old.keys() & new.keys() if old[sign] == own)
    known = LETTERS[: len(question.choices)]
    return {letters for letters in said if letters != own and set(letters) <= set(known)}


def words_of_signs(question: Question, page: ShownSlide) -> set[str]:
    """The words with which an answer page says which choice is right."""
    words = {text.plain for text in page.texts if _SIGN.fullmatch(text.name)}
    named = _signs(page).get(_TITLE) == question.right_letters
    return words | {page.title} if named else words


def with_answers(question: Question, letters: str) -> Question:
    """The question with other choices right; one that takes one answer takes several where two are right."""
    places = tuple(LETTERS.index(letter) for letter in letters)
    if question.kind == "order":
        return replace(question, sequence=places)
    choices = tuple(replace(choice, right=n in places) for n, choice in enumerate(question.choices))
    several = question.kind == "single" and len(places) > 1
    return replace(question, choices=choices, kind="multiple" if several else question.kind)


def _in_order(question: Question, letters: str) -> str:
    """Only an order item's letters stand in an order of their own."""
    return letters if question.kind == "order" else "".join(sorted(set(letters)))


def _signs(page: ShownSlide) -> dict[str, str]:
    """What each kind of sign says, in letters; a kind that is not there says nothing."""
    frames = [(text.name, text.frame) for text in page.texts]
    rows = dict(_rows(frames))
    found: dict[str, set[str]] = {}
    for name, frame in (*frames, *page.drawn):
        sign = _SIGN.fullmatch(name)
        if sign and rows:
            found.setdefault(sign[1], set()).add(_nearest(frame, rows))
    signs = {kind: "".join(sorted(letters)) for kind, letters in found.items()}
    told = "".join(_LETTER.findall(page.title.rpartition(":")[2]))
    return {**signs, _TITLE: told} if told else signs


def _rows(frames: list[tuple[str, Frame]]) -> Iterator[tuple[str, Frame]]:
    for name, frame in frames:
        row = _ROW.fullmatch(name)
        if row:
            yield row[1], frame


def _nearest(frame: Frame, rows: Mapping[str, Frame]) -> str:
    return min(rows, key=lambda letter: abs(_middle(rows[letter]) - _middle(frame)))


def _middle(frame: Frame) -> float:
    _, top, _, height = frame
    return top + height / 2
