"""A PDF file written as it comes: objects go to the stream at once, and only where each begins is remembered.

Small objects share packed streams (ISO 32000-1, 7.5.7), and the table of places is a stream itself (7.5.8):
a tagged file has very many of them. Bodies are the text of one object each.
"""

import zlib
from array import array
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

_PACKED = 240
"""Small objects in one packed stream."""

_SHORT = 4096
"""Bytes that one small window sees at once: setting up a large one takes longer than packing a page."""

_QUICKLY = 1
"""Objects are so much alike that looking harder for what repeats takes long and saves little."""

_UNWRITTEN = array("q", [0])
_ROW = 8
"""Bytes of a row in the table of places: one for the kind, five for the place, two for the index in it."""


class PdfFile:
    """Numbers objects, writes them, and closes the file with the table of where they are."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._length = 0
        self._digest = sha256()
        # By number: where an object begins, or below 0 in which packed stream it is, and at which index.
        self._places = array("q", [0])
        self._small: list[tuple[int, str]] = []
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self, count: int = 1) -> int:
        """The first of so many numbers in a row, for objects that are written later."""
        first = len(self._places)
        self._places.extend(_UNWRITTEN * count)
        return first

    def add(self, body: str, number: int = 0) -> int:
        """Write a small object, under a reserved number where one is given; returns its number."""
        number = number or self.reserve()
        self._small.append((number, body))
        if len(self._small) == _PACKED:
            self._pack()
        return number

    def add_stream(
        self, content: bytes, entries: str = "", number: int = 0, packed: int = 6
    ) -> int:
        """Write a stream with further entries of its dictionary; returns its number.

        ``packed`` is how hard it is compressed: 0 for not at all, 9 for the most.
        """
        number = number or self.reserve()
        if packed:
            content = _compressed(content, packed)
            entries += "/Filter/FlateDecode"
        self._places[number] = self._length
        head = f"{number} 0 obj\n<<{entries}/Length {len(content)}>>\nstream\n"
        self._put(head.encode("ascii") + content + b"\nendstream\nendobj\n")
        return number

    def close(self, catalog: int, information: int) -> None:
        """Write what is left and the table of places; all reserved numbers must have been written."""
        if self._small:
            self._pack()
        number, begins = self.reserve(), self._length
        self._places[number] = begins
        identity = f"<{self._digest.hexdigest()[:32]}>"
        entries = (
            f"/Type/XRef/Size {len(self._places)}/W[1 5 2]/Root {catalog} 0 R/Info {information} 0 R"
            f"/ID[{identity}{identity}]"
        )
        self.add_stream(b"".join(self._rows()), entries, number, _QUICKLY)
        self._put(b"startxref\n%d\n%%%%EOF\n" % begins)

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._length += len(data)

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
        entries = f"/Type/ObjStm/N {len(small)}/First {len(head)}"
        self.add_stream(whole.encode("ascii"), entries, container, _QUICKLY)

    def _rows(self) -> Iterator[bytes]:
        yield bytes(_ROW - 2) + b"\xff\xff"
        for place in self._places[1:]:
            if place >= 0:
                yield b"\x01" + place.to_bytes(_ROW - 3, "big") + b"\0\0"
            else:
                container, index = divmod(-place, _PACKED)
                yield b"\x02" + container.to_bytes(_ROW - 3, "big") + index.to_bytes(2, "big")


def _compressed(content: bytes, level: int) -> bytes:
    if len(content) > _SHORT:
        return zlib.compress(content, level)
    packer = zlib.compressobj(level, wbits=12, memLevel=5)
    return packer.compress(content) + packer.flush()
