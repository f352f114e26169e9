"""GIFT, Moodle's text format, to items. Source: Moodle's documentation, “GIFT format”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from imhtrainer.decks.interchange.gift_text import find_free, read_text, split_free
from imhtrainer.decks.interchange.item import MOST_CHOICES, Item, Reading
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.quiz import RATINGS, Choice, Kind, Phase, Question
from imhtrainer.domain.wording import counted

_NOTE = re.compile(r"\[(id|tag):((?:\\.|[^\]])*)\]")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"%(-?\d+(?:\.\d+)?)%")
_TRUE_FALSE = re.compile(r"(T|TRUE|F|FALSE)(?=$|#)", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"^[1-5](?:\s+|$)")
_LEAST = 2


class _LeftOut(Exception):
    """A question that this program cannot ask, and why."""


@dataclass(slots=True)
class _Block:
    """The lines of one question, and what the comments above it said."""

    line: int
    notes: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def answered(self) -> bool:
        """Its answers are there and closed: a title after them begins another question."""
        opening = find_free(self.text, "{")
        return opening >= 0 and find_free(self.text, "}", opening) >= 0


def read_gift(text: str, name: str) -> Reading:
    """Every question of a GIFT file; what cannot be asked here is said with its line and left out."""
    findings = Findings(name)
    items = []
    for block in _blocks(text):
        try:
            items.append(_item(block))
        except _LeftOut as reason:
            findings.add(block.line, f"Left out: {reason}")
    return Reading(tuple(items), findings.in_order())


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block(0)
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        bare = line.strip()
        if bare.startswith("//"):
            block.notes.update(_notes(bare))
        elif bare.startswith("$CATEGORY:"):
            continue
        elif bare:
            if bare.startswith("::") and block.answered:
                yield block
                block = _Block(0)
            block.line = block.line or number
            block.lines.append(bare)
        elif block.lines:
            yield block
            block = _Block(0)
    if block.lines:
        yield block


def _notes(comment: str) -> dict[str, str]:
    """The id and the tags in a comment: ``[id:x] [tag:point-3]``."""
    found: dict[str, str] = {}
    for kind, value in _NOTE.findall(comment):
        key, _, rest = value.partition("-")
        found.update({"id": value} if kind == "id" else {key: rest})
    return found


def _item(block: _Block) -> Item:
    title, html, rest = _opening(block.text)
    opening = find_free(rest, "{")
    if opening < 0:
        raise _LeftOut("a description without a question. Write it as a slide.")
    closing = find_free(rest, "}", opening)
    if closing < 0:
        raise _LeftOut("its answers are not closed. Add a } after them.")
    before, after = rest[:opening], rest[closing + 1 :].strip()
    asked = read_text(f"{before} _____ {after}" if after else before, html)
    if not asked:
        raise _LeftOut("it asks nothing. Write the question before the {.")
    answers, general = _general(rest[opening + 1 : closing].strip())
    question = _question(answers, read_text(general, html), block, html)
    return Item(block.notes.get("id", "") or _as_id(title), asked, question)


def _opening(text: str) -> tuple[str, bool, str]:
    """The title between double colons, whether the text is HTML, and the rest."""
    title = ""
    if text.startswith("::") and (end := _double_colon(text, 2)) >= 0:
        title, text = read_text(text[2:end]), text[end + 2 :].lstrip()
    match = _FORMAT.match(text)
    if match is None:
        return title, False, text
    return title, match[1].lower() in ("html", "moodle"), text[match.end() :]


def _double_colon(text: str, start: int) -> int:
    at = find_free(text, ":", start)
    while at >= 0 and text[at : at + 2] != "::":
        at = find_free(text, ":", at + 1)
    return at


def _general(answers: str) -> tuple[str, str]:
    """The answers, and the general feedback after four hashes."""
    at = find_free(answers, "#")
    while at >= 0 and answers[at : at + 4] != "####":
        at = find_free(answers, "#", at + 1)
    return (answers, "") if at < 0 else (answers[:at].rstrip(), answers[at + 4 :])


def _as_id(title: str) -> str:
    return title if re.fullmatch(r"[^\W_][\w-]*", title) else ""


def _question(answers: str, explanation: str, block: _Block, html: bool) -> Question:
    kind, choices = _kind_and_choices(answers, block, html)
    phase = block.notes.get("phase", "")
    point = block.notes.get("point", "")
    return Question(
        kind=kind,
        phase=cast(Phase, phase) if phase in ("pre", "check", "post") else "check",
        point=int(point) if point in tuple(RATINGS) else 0,
        choices=choices,
        explanation=explanation,
        line=block.line,
        objective=block.notes.get("objective", ""),
        shuffle="shuffle" in block.notes,
    )


def _kind_and_choices(answers: str, block: _Block, html: bool) -> tuple[Kind, tuple[Choice, ...]]:
    if not answers:
        return "words", ()
    if answers.startswith("#"):
        raise _LeftOut("a question whose answer is a number. Offer choices instead.")
    if _TRUE_FALSE.match(answers):
        return "truefalse", _true_false(answers, block.line, html)
    pieces = [piece.strip() for piece in split_free(answers, "=~") if piece.strip()]
    if all(piece.startswith("=") and "->" in piece for piece in pieces):
        return "order", _ordered(pieces, block.line, html)
    return _chosen(pieces, block, html)


def _true_false(answers: str, line: int, html: bool) -> tuple[Choice, ...]:
    """``T#feedback when wrong#feedback when right``."""
    word, *feedback = [part.removeprefix("#") for part in split_free(answers, "#")]
    wrong, right = (*(read_text(part, html) for part in feedback), "", "")[:2]
    is_true = word.strip().upper().startswith("T")
    return (
        Choice("True", is_true, right if is_true else wrong, line),
        Choice("False", not is_true, wrong if is_true else right, line),
    )


def _ordered(pieces: Sequence[str], line: int, html: bool) -> tuple[Choice, ...]:
    """Pairs whose left sides count 1, 2, 3 are an order; other pairs cannot be asked here."""
    found: dict[str, Choice] = {}
    for piece in pieces:
        place, _, rest = piece.removeprefix("=").partition("->")
        text, feedback = _parted(rest, html)
        found[read_text(place, html)] = Choice(text, False, feedback, line)
    places = [str(number) for number in range(1, len(pieces) + 1)]
    if sorted(found) != places:
        raise _LeftOut("a matching question. Ask it as an order, with 1 -> first, 2 -> second.")
    return _few(tuple(found[place] for place in places))


def _chosen(pieces: Sequence[str], block: _Block, html: bool) -> tuple[Kind, tuple[Choice, ...]]:
    if all(piece.startswith("=") for piece in pieces):
        raise _LeftOut("a question that is answered by typing one right word. Offer choices.")
    weights = [_weight(piece) for piece in pieces]
    choices = tuple(
        _choice(piece, weight > 0, block.line, html)
        for piece, weight in zip(pieces, weights, strict=True)
    )
    right = sum(choice.right for choice in choices)
    told = block.notes.get("type", "")
    if told == "rating" and len(choices) == len(RATINGS):
        return "rating", tuple(_step(choice) for choice in choices)
    if not right:
        raise _LeftOut("none of its choices is right. Mark one with =.")
    if told in ("truefalse", "multiple"):
        return cast(Kind, told), _few(choices)
    return ("multiple" if right > 1 else "single"), _few(choices)


def _weight(piece: str) -> float:
    match = _WEIGHT.match(piece[1:].lstrip())
    if match is not None:
        return float(match[1])
    return 100.0 if piece.startswith("=") else 0.0


def _choice(piece: str, right: bool, line: int, html: bool) -> Choice:
    body = piece[1:].lstrip() if piece[:1] in "=~" else piece
    text, feedback = _parted(_WEIGHT.sub("", body, count=1) if body.startswith("%") else body, html)
    return Choice(text, right, feedback, line)


def _step(choice: Choice) -> Choice:
    """A step of a rating: its digit is not part of its words."""
    return Choice(_FIRST_NUMBER.sub("", choice.text), False, choice.feedback, choice.line)


def _parted(text: str, html: bool) -> tuple[str, str]:
    """An answer's text and its feedback after a hash."""
    at = find_free(text, "#")
    words, feedback = (text, "") if at < 0 else (text[:at], text[at + 1 :])
    return read_text(words, html), read_text(feedback, html)


def _few(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    if not _LEAST <= len(choices) <= MOST_CHOICES:
        raise _LeftOut(
            f"it has {counted(len(choices), 'choice')}, and a slide holds 2 to {MOST_CHOICES}."
        )
    return choices
