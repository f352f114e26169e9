r"""GIFT's letters: which have a meaning, and how they are written when they are meant as letters.

Source: Moodle's documentation, “GIFT format”: the control characters ``~ = # { } :`` take a backslash
before them, and ``\n`` is a line break.
"""

import re
from html import unescape

_CONTROL = re.compile(r"([~=#{}:\\])")
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_TAG = re.compile(r"<[^>]*>")


def escape(text: str) -> str:
    """Text as GIFT writes it."""
    return _CONTROL.sub(r"\\\1", " ".join(text.split()))


def read_text(text: str, html: bool = False) -> str:
    """The text that GIFT wrote, on one line; tags of HTML are left out."""
    letters = _ESCAPED.sub(lambda m: " " if m[1] == "n" else m[1], text)
    if html:
        letters = unescape(_TAG.sub(" ", letters))
    return " ".join(letters.split())


def find_free(text: str, signs: str, start: int = 0) -> int:
    """Where the first of ``signs`` stands that no backslash disarms; -1 where there is none."""
    index = start
    while index < len(text):
        if text[index] == "\\":
            index += 2
            continue
        if text[index] in signs:
            return index
        index += 1
    return -1


def split_free(text: str, signs: str) -> list[str]:
    """The text cut before each of ``signs``, which begins its piece; the first piece may begin with none."""
    pieces, start = [], 0
    while True:
        cut = find_free(text, signs, start + 1 if start or text[:1] in signs else start)
        if cut < 0:
            pieces.append(text[start:])
            return pieces
        if cut > start:
            pieces.append(text[start:cut])
        start = cut
