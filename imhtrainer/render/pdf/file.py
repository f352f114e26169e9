"""A PDF file written as it comes: reportlab's objects go to the stream at once, and only their places are kept.

reportlab's own document gathers all objects until the end. Small objects share packed streams (ISO 32000-1,
7.5.7), and the table of places is a stream itself (7.5.8): a tagged file has very many of them.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import accumulate, count
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc

from imhtrainer.render.pdf.objects import (
    Value,
    indirect,
    name,
    plain_stream,
    reference,
    stream,
    written,
)

_PACKED = 240
"""Small objects in one packed stream."""

_QUICKLY = 1
"""Objects are so much alike that looking harder for what repeats takes long and saves little."""

_UNWRITTEN = array("q", [0])
_PLACE_BYTES = 5
_INDEX_BYTES = 2
_INDEX_BITS = 8 * _INDEX_BYTES
_UNUSED = (1 << _INDEX_BITS) - 1
"""The row of number 0, which no object has."""

_PLAIN, _IN_STREAM = (kind << 8 * (_PLACE_BYTES + _INDEX_BYTES) for kind in (1, 2))
"""The first byte of a row in the table of places; place and index in it stand in the others."""


class _Passing(pdfdoc.PDFFile):  # type: ignore[misc] # reportlab has no types
    """reportlab's file, which knows where it is, passing on what it is given instead of gathering it."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__((1, 7))
        self._out, self.digest = out, sha256()
        self.write = self._pass_on
        for gathered in self.strings:
            self._pass_on(gathered)
        self.strings.clear()

    def _pass_on(self, data: bytes) -> None:
        self._out.write(data)
        self.digest.update(data)


class PdfFile:
    """Numbers objects, writes them, and closes the file with the table of where they are."""

    def __init__(self, out: BinaryIO) -> None:
        self._file = _Passing(out)
        # By number: where an object begins, or in which packed stream it is and at which index, as written.
        self._places = array("q", [_UNUSED])
        self._small: list[tuple[int, str]] = []

    def reserve(self, count: int = 1) -> int:
        """The first of so many numbers in a row, for objects that are written later."""
        first = len(self._places)
        self._places.extend(_UNWRITTEN * count)
        return first

    def add(self, value: Value, number: int = 0) -> int:
        """Write a small object, under a reserved number where one is given; returns its number."""
        number = number or self.reserve()
        self.add_all(number, (value if isinstance(value, str) else written(value),))
        return number

    def add_all(self, first: int, values: Iterable[str]) -> None:
        """Write small objects, in their written form, under the reserved numbers from ``first`` on."""
        self._small += zip(count(first), values, strict=False)
        while len(self._small) >= _PACKED:
            self._pack()

    def add_stream(
        self,
        content: bytes,
        entries: Mapping[str, Value] | None = None,
        number: int = 0,
        packed: int = 6,
    ) -> int:
        """Write a stream with further entries of its dictionary; returns its number.

        ``packed`` is how hard it is compressed: 0 for not at all, 9 for the most.
        """
        number = number or self.reserve()
        if packed and not entries:
            whole = plain_stream(number, content, packed)
        else:
            whole = indirect(number, stream(content, entries or {}, packed))
        self._places[number] = _PLAIN | self._file.add(whole) << _INDEX_BITS
        return number

    def close(self, catalog: int, information: int) -> None:
        """Write what is left and the table of places; all reserved numbers must have been written."""
        if self._small:
            self._pack()
        number, begins = self.reserve(), self._file.offset
        self._places[number] = _PLAIN | begins << _INDEX_BITS
        identity = f"<{self._file.digest.hexdigest()[:32]}>"
        entries = {
            "Type": name("XRef"),
            "Size": len(self._places),
            "W": f"[1 {_PLACE_BYTES} {_INDEX_BYTES}]",
            "Root": reference(catalog),
            "Info": reference(information),
            "ID": f"[{identity}{identity}]",
        }
        rows = self._places[:]
        if sys.byteorder == "little":
            rows.byteswap()
        self.add_stream(rows.tobytes(), entries, number, _QUICKLY)
        self._file.add(f"startxref\n{begins}\n%%EOF\n")

    def _pack(self) -> None:
        """Write the small objects that wait."""
        small, self._small = self._small[:_PACKED], self._small[_PACKED:]
        container = self.reserve()
        for row, (number, _) in enumerate(small, _IN_STREAM | container << _INDEX_BITS):
            self._places[number] = row
        starts = accumulate((len(body) + 1 for _, body in small), initial=0)
        head = " ".join(f"{n} {at}" for (n, _), at in zip(small, starts, strict=False)) + "\n"
        whole = head + "\n".join(body for _, body in small)
        entries = {"Type": name("ObjStm"), "N": len(small), "First": len(head)}
        self.add_stream(whole.encode("ascii"), entries, container, _QUICKLY)
