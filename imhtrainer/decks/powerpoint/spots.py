"""Which letters of a shown paragraph are which words of the deck."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from imhtrainer.decks.powerpoint.places import Path, takes_siblings
from imhtrainer.decks.powerpoint.show import Words
from imhtrainer.decks.powerpoint.styling import cut, restyled, spliced
from imhtrainer.domain.deck import Text, plain

_SHORTEST = 2
"""Letters that words must have to be looked for within a longer paragraph."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Letters ``shown`` (from, to) of a paragraph are letters ``own`` of the text at ``path``."""

    path: Path
    own: tuple[int, int]
    shown: tuple[int, int]


def find_spots(words: Sequence[Words], texts: Mapping[Path, Text]) -> list[tuple[Spot, ...]]:
    """For every paragraph the words of the deck in it; none where the program made it up.

    Paragraphs that are one whole text are found first, then pieces of a text, then paragraphs that hold
    several texts. Each letter of the deck is shown once on a page.
    """
    free = {path: [(0, len(plain(text)))] for path, text in texts.items() if plain(text).strip()}
    flat = {path: _flat(plain(text)) for path, text in texts.items()}
    found: list[tuple[Spot, ...]] = [() for _ in words]
    for whole in (True, False):
        for n, one in enumerate(words):
            if not found[n]:
                found[n] = _as_piece(_flat(plain(one.text)), free, flat, whole)
    for n, one in enumerate(words):
        if not found[n]:
            found[n] = _as_several(_flat(plain(one.text)), free, flat)
    return found


@dataclass(slots=True)
class Changes:
    """What happens to the texts of a slide; ``result`` says it path by path."""

    texts: Mapping[Path, Text]
    pieces: dict[Path, list[tuple[int, int, Text]]] = field(default_factory=dict)
    beside: dict[Path, list[Text]] = field(default_factory=dict)
    ahead: dict[Path, list[Text]] = field(default_factory=dict)

    def reword(self, spots: Sequence[Spot], before: Words, after: Words, trusted: bool) -> None:
        """A shown paragraph reads differently now."""
        for index, spot in enumerate(spots):
            start, end = _moved(before, after, spot, first=not index, last=spot is spots[-1])
            old = cut(self.texts[spot.path], *spot.own)
            new = restyled(old, cut(before.text, *spot.shown), cut(after.text, start, end), trusted)
            if new != old:
                self.pieces.setdefault(spot.path, []).append((*spot.own, new))

    def drop(self, spots: Sequence[Spot]) -> None:
        """A shown paragraph is gone."""
        for spot in spots:
            self.pieces.setdefault(spot.path, []).append((*spot.own, ()))

    def add(self, anchor: Path | None, text: Text, ahead: bool) -> bool:
        """Put a new text beside the one at ``anchor``; False where there is no place for it."""
        if anchor is None or not takes_siblings(anchor):
            return False
        (self.ahead if ahead else self.beside).setdefault(anchor, []).append(text)
        return True

    def result(self) -> dict[Path, tuple[Text, ...]]:
        """What stands at each changed path."""
        return {path: self._at(path) for path in (self.pieces | self.beside | self.ahead)}

    def _at(self, path: Path) -> tuple[Text, ...]:
        text = self.texts[path]
        for start, end, new in sorted(self.pieces.get(path, []), reverse=True):
            text = spliced(text, start, end, new)
        own = (text,) if plain(text).strip() else ()
        return (*self.ahead.get(path, ()), *own, *self.beside.get(path, ()))


def _as_piece(
    shown: str, free: dict[Path, list[tuple[int, int]]], flat: Mapping[Path, str], whole: bool
) -> tuple[Spot, ...]:
    words = shown.strip()
    lead = len(shown) - len(shown.lstrip())
    for path, gaps in free.items():
        if whole and flat[path].strip() != words:
            continue
        for gap in gaps:
            start = flat[path].find(words, *gap) if words else -1
            if start >= 0 and (whole or len(words) >= _SHORTEST):
                own = (start, start + len(words))
                _take(gaps, gap, own)
                return (Spot(path, own, (lead, lead + len(words))),)
    return ()


def _as_several(
    shown: str, free: dict[Path, list[tuple[int, int]]], flat: Mapping[Path, str]
) -> tuple[Spot, ...]:
    spots: list[Spot] = []
    position = 0
    for path, gaps in free.items():
        words = flat[path]
        whole = [(0, len(words))]
        start = shown.find(words, position) if gaps == whole and len(words) > _SHORTEST else -1
        if start >= 0:
            position = start + len(words)
            spots.append(Spot(path, whole[0], (start, position)))
            gaps.clear()
    return tuple(spots)


def _take(gaps: list[tuple[int, int]], gap: tuple[int, int], own: tuple[int, int]) -> None:
    index = gaps.index(gap)
    rest = ((gap[0], own[0]), (own[1], gap[1]))
    gaps[index : index + 1] = [piece for piece in rest if piece[1] > piece[0]]


def _moved(before: Words, after: Words, spot: Spot, first: bool, last: bool) -> tuple[int, int]:
    """Where the letters of a spot stand in the changed paragraph."""
    old, new = plain(before.text), plain(after.text)
    start, end = spot.shown
    reaches_start = first and not old[:start].strip()
    reaches_end = last and not old[end:].strip()
    matcher = SequenceMatcher(None, _flat(old), _flat(new), autojunk=False)
    codes = matcher.get_opcodes()
    left = len(new) - len(new.lstrip()) if reaches_start else _place(codes, start, after=True)
    right = len(new.rstrip()) if reaches_end else _place(codes, end, after=False)
    return left, max(left, right)


def _place(codes: Sequence[tuple[str, int, int, int, int]], position: int, after: bool) -> int:
    """A place between letters in the changed text; what was put in just there belongs to what follows."""
    place = 0
    for change, i1, i2, j1, j2 in codes:
        if i1 <= position <= i2:
            place = j1 + position - i1 if change == "equal" else j2 if position == i2 else j1
            if position < i2 or not after:
                return place
    return place


def _flat(words: str) -> str:
    return words.replace("\n", " ").replace("\xa0", " ")
