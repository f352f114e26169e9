"""Ids for slides and sections: given ones as they are, missing ones derived from the title."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

_LONGEST = 60


def slug(title: str) -> str:
    """A title in lower case with hyphens, Latin accents left out; other scripts stay."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    kept = ("" if _is_latin_accent(letter) else _in_slug(letter) for letter in letters)
    words = "".join(kept).split()
    return unicodedata.normalize("NFC", "-".join(words))[:_LONGEST].strip("-")


def complete_ids(given: Sequence[str], titles: Sequence[str], fallback: str) -> list[str]:
    """One id for each title: the given one, else its slug, made unique with -2, -3 and so on."""
    taken = set(given)
    repeats: Counter[str] = Counter()
    ids: list[str] = []
    for identity, title in zip(given, titles, strict=True):
        chosen = identity or _free(slug(title) or fallback, taken, repeats)
        taken.add(chosen)
        ids.append(chosen)
    return ids


def _free(base: str, taken: set[str], repeats: Counter[str]) -> str:
    if base not in taken:
        return base
    while True:
        repeats[base] += 1
        candidate = f"{base}-{repeats[base] + 1}"
        if candidate not in taken:
            return candidate


def _in_slug(letter: str) -> str:
    return letter if unicodedata.category(letter)[0] in "LNM" else " "


def _is_latin_accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"
