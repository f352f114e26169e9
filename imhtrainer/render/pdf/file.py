"""A PDF file written as it comes: reportlab's objects go to the stream at once, and only their places are kept.

reportlab's own document gathers all objects until the end. Small objects share packed streams (ISO 32000-1,
7.5.7), and the table of places is a stream itself (7.5.8): a tagged file has very many of them.
"""

from array import array
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc

from imhtrainer.render.pdf.objects import (
    Value,
    indirect,
    name,
    reference,
    stream,
    written,
)

_PACKED = 240
"""Small objects in one packed stream."""

_QUICKLY = 1
"""Objects are so much alike that looking harder for what repeats takes long and saves little."""

_UNWRITTEN = array("q", [0])
_ROW = 8
"""Bytes of a row in the table of places: one for the kind, five for the place, two for the index in it."""


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
        # By number: where an object begins, or below 0 in which packed stream it is, and at which index.
        self._places = array("q", [0])
        self._small: list[tuple[int, str]] = []

    def reserve(self, count: int = 1) -> int:
        """The first of so many numbers in a row, for objects that are written later."""
        first = len(self._places)
        self._places.extend(_UNWRITTEN * count)
        return first

    def add(self, value: Value, number: int = 0) -> int:
        """Write a small object, under a reserved number where one is given; returns its number."""
        number = number or self.reserve()
        self._small.append((number, value if isinstance(value, str) else written(value)))
        if len(self._small) == _PACKED:
            self._pack()
        return number

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
        whole = indirect(number, stream(content, entries or {}, packed))
        self._places[number] = self._file.add(whole)
        return number

    def close(self, catalog: int, information: int) -> None:
        """Write what is left and the table of places; all reserved numbers must have been written."""
        if self._small:
            self._pack()
        number, begins = self.reserve(), self._file.offset
        self._places[number] = begins
        identity = f"<{self._file.digest.hexdigest()[:32]}>"
        entries = {
            "Type": name("XRef"),
            "Size": len(self._places),
            "W": f"[1 {_ROW - 3} 2]",
            "Root": reference(catalog),
            "Info": reference(information),
            "ID": f"[{identity}{identity}]",
        }
        self.add_stream(b"".join(self._rows()), entries, number, _QUICKLY)
        self._file.add(f"startxref\n{begins}\n%%EOF\n")

    def _pack(self) -> None:
        """Write the small objects that wait."""
        small, self._small = self._small, []
        container = self.reserve()
        starts: list[str] = []
        at = 0
        for index, (number, body) in enumerate(small):
            self._places[number] = -(container * _PACKED + index)
            starts.append(f"{number} {at}")
            at += len(body) + 1
        head = " ".join(starts) + "\n"
        whole = head + "\n".join(body for _, body in small)
        entries = {"Type": name("ObjStm"), "N": len(small), "First": len(head)}
        self.add_stream(whole.encode("ascii"), entries, container, _QUICKLY)

    def _rows(self) -> Iterator[bytes]:
        yield bytes(_ROW - 2) + b"\xff\xff"
        for place in self._places[1:]:
            if place >= 0:
                yield b"\x01" + place.to_bytes(_ROW - 3, "big") + b"\0\0"
            else:
                container, index = divmod(-place, _PACKED)
                yield b"\x02" + container.to_bytes(_ROW - 3, "big") + index.to_bytes(2, "big")
