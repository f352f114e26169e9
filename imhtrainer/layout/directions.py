"""Bidirectional levels of a text (UAX #9 by python-bidi, without isolates)."""

import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

from bidi import algorithm

# python-bidi drops these from its storage or fails on them; they take their neighbour's level.
# The empty one is of characters that Python's Unicode does not know.
_UNSEEN = frozenset(("", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


class Levelled(Protocol):
    """Anything with an embedding level; odd levels run from right to left."""

    @property
    def level(self) -> int:
        """The embedding level."""


Piece = TypeVar("Piece", bound=Levelled)

RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
"""The kinds of letters that run, or count, from the right."""


def base_level(text: str) -> int:
    """0 if a paragraph runs from left to right, 1 if its first strong letter runs the other way."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return 1
        if kind == "L":
            return 0
    return 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each letter of one line's or paragraph's text."""
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    if not base and RIGHT_TO_LEFT.isdisjoint(kinds):
        return [0] * len(text)
    kept = [i for i, kind in enumerate(kinds) if kind not in _UNSEEN]
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(text[i] for i in kept), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = dict(zip(kept, (int(entry["level"]) for entry in storage["chars"]), strict=True))
    result: list[int] = []
    for i in range(len(text)):
        result.append(found.get(i, result[-1] if result else base))
    return result


def visual_order(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one line from left to right (rule L2 of UAX #9)."""
    ordered = list(pieces)
    if len(ordered) == 1:
        return ordered
    highest = max((piece.level for piece in ordered), default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end].level >= level:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = end + 1
    return ordered
