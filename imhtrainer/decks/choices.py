"""What stands under a checkpoint's question: choices with their key, a scale's words, or things to order."""

import re
from collections.abc import Sequence
from hashlib import sha256
from math import factorial

from imhtrainer.decks.blocks import BlockReader, Group, split_groups
from imhtrainer.decks.outline import Part
from imhtrainer.domain.deck import plain
from imhtrainer.domain.quiz import RATINGS, Choice, Kind

_TASK = re.compile(r"\[([ xX])\]\s+(.*)", re.DOTALL)


def read_choices(reader: BlockReader, part: Part, kind: Kind) -> list[Choice]:
    """The items of a checkpoint's list; those of a rating or an order have no boxes."""
    choices: list[Choice] = []
    for group in reader.groups(part.lines, part.first):
        if group.opening.type in ("bullet_list_open", "ordered_list_open"):
            items = split_groups(group.inner, part.first)
            choices.extend(_item(reader, item, part.first, kind) for item in items)
        else:
            message = "A checkpoint shows its title and choices only: move this."
            reader.findings.add(group.line, message)
    return choices


def whole_scale(written: Sequence[Choice], line: int) -> tuple[Choice, ...]:
    """The five steps of a rating from its five words, its two ends, or none."""
    if len(written) == len(RATINGS):
        return tuple(written)
    blank = Choice("", False, "", line)
    if not written:
        return (blank,) * len(RATINGS)
    return (written[0], *(blank,) * (len(RATINGS) - 2), written[-1])


def mixed_up(written: Sequence[Choice]) -> tuple[tuple[Choice, ...], tuple[int, ...]]:
    """Things to order as the room sees them, and their right order; the same mix for the same words.

    Every order but the right one comes equally often.
    """
    mixed = sorted(written, key=lambda choice: sha256(choice.text.encode()).digest())
    if mixed == list(written):
        mixed = _another_order(written)
    return tuple(mixed), tuple(mixed.index(choice) for choice in written)


def _another_order(written: Sequence[Choice]) -> list[Choice]:
    """One of the other orders by a number made of the words; of one thing there is none."""
    words = "\n".join(choice.text for choice in written).encode()
    others = max(factorial(len(written)) - 1, 1)
    return _order(written, 1 + int.from_bytes(sha256(words).digest(), "big") % others)


def _order(written: Sequence[Choice], number: int) -> list[Choice]:
    """The order with a number (Lehmer code): 0 leaves all as it is, ``n! - 1`` turns it round."""
    left, made = list(written), list[Choice]()
    while left:
        place, number = divmod(number, factorial(len(left) - 1))
        made.append(left.pop(place % len(left)))
    return made


def _item(reader: BlockReader, item: Group, first: int, kind: Kind) -> Choice:
    inner = list(split_groups(item.inner, first))
    content = inner[0].inner[0].content if inner and inner[0].opening.tag == "p" else ""
    match = _TASK.fullmatch(content)
    if kind in ("single", "multiple", "truefalse"):
        if match is None:
            message = "A choice begins with [ ] or, when it is right, [x]."
            reader.findings.add(item.line, message)
            return Choice(content, False, "", item.line)
    elif match is not None:
        reader.findings.add(item.line, f"type={kind} has no boxes: leave out [{match[1]}].")
    words, right = (match[2], match[1] != " ") if match else (content, False)
    text = plain(reader.inline.read(words, item.line))
    return Choice(text, right, _feedback(reader, inner[1:], first), item.line)


def _feedback(reader: BlockReader, groups: Sequence[Group], first: int) -> str:
    feedback = ""
    for group in groups:
        if group.opening.type == "blockquote_open" and not feedback:
            feedback = plain(reader.flat(group, first, "A feedback"))
        else:
            reader.findings.add(group.line, "A choice holds its text and one “> feedback” only.")
    return feedback
