"""The text of PDF values (ISO 32000-1, 7.3)."""

from collections.abc import Iterable


def reference(number: int) -> str:
    """A reference to the object of a number."""
    return f"{number} 0 R"


def references(numbers: Iterable[int]) -> str:
    """An array of references."""
    return f"[{' '.join(f'{number} 0 R' for number in numbers)}]"


def text(words: str) -> str:
    """A text string: plain letters as they are, any others in UTF-16."""
    if words.isascii() and words.isprintable():
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{words.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


def rectangle(left: float, bottom: float, right: float, top: float) -> str:
    """A rectangle in points, the y axis upwards."""
    return f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
