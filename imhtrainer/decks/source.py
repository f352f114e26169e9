"""The deck's file: found, read, and made sure to be text."""

import re
from pathlib import Path

from imhtrainer.decks.problem import Findings

DECK_FILE = "deck.md"
LARGEST = 5_000_000
"""The largest deck file that is read, in bytes."""

_BYTE_ORDER_MARK = "\ufeff"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Besides tab and newline these are not allowed in XML, so no PowerPoint file could hold them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def find_source(path: Path) -> Path:
    """The deck file for ``path``, which may be the file or its folder."""
    return path / DECK_FILE if path.is_dir() else path


def is_file(path: Path) -> bool:
    """Whether a file is there; a name that no system could hold is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_source(file: Path, findings: Findings) -> str | None:
    """The text of the deck ``file``; None, with a finding, where it is no readable UTF-8 text."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            findings.add(1, f"The file is {size / 1e6:.1f} MB large: a deck has 5 MB at most.")
            return None
        return _decode(file.read_bytes(), findings)
    except FileNotFoundError:
        findings.add(1, "There is no such deck: give a deck.md file or its folder.")
    except OSError as error:
        findings.add(1, f"The file cannot be read: {error.strerror}.")
    return None


def normal_lines(text: str, findings: Findings) -> list[str]:
    """The lines of a text, whatever ends them; characters no slide can hold are left out."""
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if _FORBIDDEN.search(text):
        for number, line in enumerate(lines, 1):
            found = _FORBIDDEN.search(line)
            if found:
                code = f"U+{ord(found[0]):04X}"
                findings.add(number, f"The control character {code} cannot be shown: delete it.")
        lines = [_FORBIDDEN.sub("", line) for line in lines]
    return lines


def _decode(data: bytes, findings: Findings) -> str | None:
    if data.startswith(_UTF16_MARKS):
        findings.add(1, "The file is written in UTF-16. Save it as UTF-8.")
        return None
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        findings.add(line, "A zero byte: the file is UTF-16 or no text. Save it as UTF-8.")
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        code = f"0x{data[error.start]:02X}"
        findings.add(line, f"Byte {error.start} ({code}) is not UTF-8. Save it as UTF-8.")
        return None
