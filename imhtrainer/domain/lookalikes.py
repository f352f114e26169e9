"""Names that look like others: what a phone may call itself, and what two names look like."""

import unicodedata

from imhtrainer.domain.roster import clean_name, fold_name

SEAT_NAME_LIMIT = 60
"""Letters a name from a phone may have; longer ones are cut."""

_MOST_MARKS = 2
"""Accents a letter may carry; piles of them climb over the lines above."""

_LIKE_LATIN = str.maketrans(
    # Cyrillic, then Greek: letters that stand for a Latin one in most typefaces (from Unicode's confusables).
    "авеікмнорстухѕјԁԛԝһӏ" + "αβεηικνορτυχγω",
    "abeikmhopctyxsjdqwhl" + "abeniknoptuxyw",
)
_LIKE_LETTERS = str.maketrans("01358", "olese")
"""Digits that are read as letters."""


def seat_name(text: str) -> str:
    """A name as a phone may show it: clean, at most 60 letters, no letter under a pile of accents."""
    kept, marks = [], 0
    for letter in clean_name(text):
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)[:SEAT_NAME_LIMIT].strip()


def looks(name: str) -> str:
    """What a name looks like: two names that can be taken for each other look the same."""
    plain = fold_name(unicodedata.normalize("NFKC", name)).casefold()
    return plain.translate(_LIKE_LATIN).translate(_LIKE_LETTERS).replace(" ", "")
