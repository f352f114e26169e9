"""Which slide, shape and paragraph of a file is which of the one it was made from."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from imhtrainer.decks.powerpoint.show import Shown, ShownPicture, ShownSlide, ShownTable, ShownText

Thing = TypeVar("Thing")

_ALIKE_SLIDE = 0.5
_ALIKE_SHAPE = 0.4
_MOST_LETTERS = 600
"""Letters of each text that are compared: the beginning tells slides apart."""

_ANYONES = ("placeholder ", "textbox ", "text box ", "picture ", "title ", "content placeholder ")


def match_slides(old: Sequence[ShownSlide], new: Sequence[ShownSlide]) -> dict[int, int]:
    """For each slide of ``new`` (by index) the one of ``old`` that it was, by name, words, then likeness."""
    found: dict[int, int] = {}
    free = dict(enumerate(old))
    for key in (_by_name, _by_all, _by_title_and_notes):
        known = {key(slide): index for index, slide in reversed(free.items()) if key(slide)}
        for index, slide in enumerate(new):
            place = known.pop(key(slide), None) if index not in found else None
            if place is not None:
                found[index] = place
                del free[place]
    _match_alike(free, {i: s for i, s in enumerate(new) if i not in found}, found)
    return found


def match_shapes(
    old: Sequence[Shown], new: Sequence[Shown]
) -> tuple[list[tuple[Shown, Shown]], list[Shown], list[Shown]]:
    """Pairs of shapes, shapes that are gone, and shapes that were added; a table is matched with a table."""
    pairs: list[tuple[Shown, Shown]] = []
    gone, added = list(old), list(new)
    for same in (_same_name, _same_words, _alike, _same_place):
        for before in list(gone):
            after = next((one for one in added if same(before, one)), None)
            if after is not None:
                pairs.append((before, after))
                gone.remove(before)
                added.remove(after)
    return pairs, gone, added


def likeness(first: str, second: str) -> float:
    """How alike two texts are, 0 to 1."""
    a, b = first[:_MOST_LETTERS], second[:_MOST_LETTERS]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE_SHAPE or matcher.quick_ratio() < _ALIKE_SHAPE:
        return 0.0
    return matcher.ratio()


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Paragraphs of two texts side by side, in order; None where one has no partner."""
    matcher = SequenceMatcher(None, list(old), list(new), autojunk=False)
    for change, i1, i2, j1, j2 in matcher.get_opcodes():
        if change == "equal" or i2 - i1 == j2 - j1:
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            yield from _nearest(old, new, (i1, i2), (j1, j2))


def _nearest(
    old: Sequence[str], new: Sequence[str], mine: tuple[int, int], theirs: tuple[int, int]
) -> Iterator[tuple[int | None, int | None]]:
    """Within a stretch of different lengths each old paragraph takes the next new one that is like it."""
    j, last = theirs
    for i in range(*mine):
        found = next((k for k in range(j, last) if likeness(old[i], new[k]) >= _ALIKE_SHAPE), None)
        if found is None:
            yield i, None
            continue
        yield from ((None, k) for k in range(j, found))
        yield i, found
        j = found + 1
    yield from ((None, k) for k in range(j, last))


def _by_name(slide: ShownSlide) -> str:
    return slide.name


def _by_all(slide: ShownSlide) -> str:
    notes = " ".join(words.plain for words in slide.notes)
    return f"{slide.plain}\n{notes}".strip()


def _by_title_and_notes(slide: ShownSlide) -> str:
    notes = " ".join(words.plain for words in slide.notes)
    return f"{slide.title}\n{notes}" if slide.title and notes else ""


def _match_alike(
    old: dict[int, ShownSlide], new: dict[int, ShownSlide], found: dict[int, int]
) -> None:
    """The slides left over, the likeliest pairs first; neighbours that were matched speak for a pair."""
    scores = [
        (_slide_likeness(before, after) + _neighbours(i, j, found), -abs(i - j), i, j)
        for j, after in new.items()
        for i, before in old.items()
        if not (before.name and after.name)
    ]
    taken: set[int] = set()
    for score, _, i, j in sorted(scores, reverse=True):
        if score >= _ALIKE_SLIDE and i not in taken and j not in found:
            found[j] = i
            taken.add(i)


def _slide_likeness(before: ShownSlide, after: ShownSlide) -> float:
    notes = [" ".join(words.plain for words in slide.notes) for slide in (before, after)]
    parts = [likeness(before.title, after.title), likeness(before.plain, after.plain)]
    if any(notes):
        parts.append(likeness(*notes))
    return sum(parts) / len(parts)


def _neighbours(i: int, j: int, found: dict[int, int]) -> float:
    return 0.1 * ((found.get(j - 1) == i - 1) + (found.get(j + 1) == i + 1))


def _same_name(before: Shown, after: Shown) -> bool:
    own = not before.name.lower().startswith(_ANYONES)
    return own and before.name == after.name and _same_sort(before, after)


def _same_words(before: Shown, after: Shown) -> bool:
    if not _same_sort(before, after):
        return False
    if isinstance(before, ShownPicture) and isinstance(after, ShownPicture):
        return before.content == after.content
    return _plain(before) == _plain(after)


def _alike(before: Shown, after: Shown) -> bool:
    if not _same_sort(before, after):
        return False
    if isinstance(before, ShownPicture) and isinstance(after, ShownPicture):
        return bool(before.alt) and before.alt == after.alt
    return likeness(_plain(before), _plain(after)) >= _ALIKE_SHAPE


def _same_place(before: Shown, after: Shown) -> bool:
    """What fills the same kind of place; of pictures there is mostly one."""
    if isinstance(before, ShownPicture) and isinstance(after, ShownPicture):
        return True
    if isinstance(before, ShownText) and isinstance(after, ShownText):
        return before.kind == after.kind == "title" or (
            bool(before.kind) and bool(after.kind) and _near(before, after)
        )
    return isinstance(before, ShownTable) and isinstance(after, ShownTable)


def _near(before: ShownText, after: ShownText) -> bool:
    return all(abs(a - b) < 0.02 for a, b in zip(before.frame, after.frame, strict=True))


def _same_sort(before: Shown, after: Shown) -> bool:
    return type(before) is type(after)


def _plain(shape: Shown) -> str:
    return "" if isinstance(shape, ShownPicture) else shape.plain
