"""The values that PDF objects are made of, by reportlab's own classes; an object's name is its number."""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

_SHORT = 4096
"""Bytes that one small window sees at once: setting up a large one takes longer than packing a page."""

Value = Any
"""A value of reportlab's, a number, or the written form of any value."""


class _Numbered(dict[int, tuple[int, int]]):
    """Every number as the object number of a first version."""

    def __missing__(self, number: int) -> tuple[int, int]:
        return number, 0


class _Owner(pdfdoc.DummyDoc):  # type: ignore[misc] # reportlab has no types
    """What reportlab's objects ask of the document they belong to while they are written."""

    def __init__(self) -> None:
        self.idToObjectNumberAndVersion = _Numbered()


class _Packing:
    """A filter of reportlab's streams, packing as hard as it is told: from 1 to 9."""

    pdfname = "FlateDecode"

    def __init__(self, level: int) -> None:
        self._level = level

    def encode(self, content: bytes) -> bytes:
        """The packed content; reportlab calls it."""
        return _packed(content, self._level)


_OWNER = _Owner()


def written(value: Value) -> str:
    """A value as it stands in the file."""
    return str(pdfdoc.format(value, _OWNER, toplevel=1).decode("ascii"))


def indirect(number: int, value: Value) -> bytes:
    """An object of that number as it stands in the file."""
    return bytes(pdfdoc.PDFIndirectObject(number, value).format(_OWNER))


def dictionary(entries: Mapping[str, Value] | None = None, /, **more: Value) -> Value:
    """A dictionary; the names of entries are written without a stroke."""
    return pdfdoc.PDFDictionary({**(entries or {}), **more})


def stream(content: bytes, entries: Mapping[str, Value], packed: int) -> Value:
    """A stream with further entries of its dictionary; ``packed`` is 0 where it is written as it is, at most 9."""
    filters = [_Packing(packed)] if packed else []
    return pdfdoc.PDFStream(dictionary(entries), content, filters)


def plain_stream(number: int, content: bytes, packed: int) -> bytes:
    """An object that is a packed stream and says no more of itself, as reportlab writes it: every page has one."""
    inside = _packed(content, packed)
    head = f"{number} 0 obj\n<<\n/Filter [ /FlateDecode ] /Length {len(inside)}\n>>\nstream\n"
    return b"%b%bendstream\nendobj\n" % (head.encode("ascii"), inside)


def _packed(content: bytes, level: int) -> bytes:
    if len(content) > _SHORT:
        return zlib.compress(content, level)
    packer = zlib.compressobj(level, wbits=12, memLevel=5)
    return packer.compress(content) + packer.flush()


def name(word: str) -> Value:
    """A name."""
    return pdfdoc.PDFName(word)


def array(values: Iterable[Value]) -> Value:
    """An array on one line."""
    return pdfdoc.PDFArrayCompact(values)


def text(words: str) -> str:
    """The written form of a text string; halves of letters that no file can hold are shown as missing."""
    if not words.isascii():
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return written(pdfdoc.PDFString(words))


def reference(number: int) -> str:
    """The written form of a reference to an object; files have very many of them."""
    return f"{number} 0 R"


def references(numbers: Iterable[int]) -> str:
    """The written form of an array of references."""
    return f"[{' '.join(f'{number} 0 R' for number in numbers)}]"


def rectangle(left: float, bottom: float, right: float, top: float) -> str:
    """The written form of a rectangle in points, the y axis upwards."""
    return f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
