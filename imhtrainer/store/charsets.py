"""Bytes of a text file to letters, whichever program saved it."""

from charset_normalizer import from_bytes

_OTHER_CODES = [
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp874", "shift_jis", "gb18030", "big5", "cp949"),
]
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNS = frozenset("¿¡‘’“”–—…·ªº°´\u00a0€")
_SAMPLE = 200_000


def guess_encoding(content: bytes) -> str:
    """The encoding of a text: its mark, UTF-16 without one, UTF-8, Windows-1252 or 1250, or the likeliest other."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if marked:
        return marked
    if b"\x00" in content[:_SAMPLE]:
        return _unmarked_utf16(content)
    if _decodes(content, "utf-8"):
        return "utf-8"
    sample = b"\n".join(line for line in content[:_SAMPLE].splitlines() if not line.isascii())
    for code in ("cp1252", "cp1250"):
        if _decodes(content, code) and _is_latin(sample.decode(code)):
            return code
    best = from_bytes(sample, cp_isolation=_OTHER_CODES).best()
    return best.encoding if best is not None and _decodes(content, best.encoding) else "cp1252"


def _unmarked_utf16(content: bytes) -> str:
    """Letters of most languages have a zero as their high byte, so it shows which byte comes first."""
    return "utf-16-be" if content[::2].count(0) > content[1::2].count(0) else "utf-16-le"


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _is_latin(text: str) -> bool:
    """Whether it reads as names with a few accents, not as another alphabet seen through the wrong glasses."""
    words = [
        word for word in text.replace(";", " ").replace(",", " ").split() if not word.isascii()
    ]
    foreign = [letter for word in words for letter in word if not letter.isascii()]
    if not all(letter.isalpha() or letter in _SIGNS for letter in foreign):
        return False
    return len(foreign) <= 0.5 * sum(len(word) for word in words)
