"""The bookmarks of a file, one a titled page, written as they come."""

from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.objects import dictionary, name, reference, text


class Bookmarks:
    """A flat list; each is written when the next is known, as each names both of its neighbors."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._root = 0
        self._first = self._last = self._count = 0
        self._body = ""

    def add(self, title: str, page: int) -> None:
        """A bookmark to the page of that object number."""
        self._root = self._root or self._file.reserve()
        number = self._file.reserve()
        before = f"/Prev {reference(self._last)}" if self._last else ""
        self._write(f"/Next {reference(number)}")
        self._body = (
            f"<</Title {text(title)}/Parent {reference(self._root)}"
            f"/Dest[{reference(page)}/Fit]{before}"
        )
        self._first, self._last = self._first or number, number
        self._count += 1

    def close(self) -> int:
        """Write the rest; returns the list's object number, 0 where no page has a title."""
        if not self._count:
            return 0
        self._write("")
        ends = dictionary(
            Type=name("Outlines"),
            First=reference(self._first),
            Last=reference(self._last),
            Count=self._count,
        )
        return self._file.add(ends, self._root)

    def _write(self, after: str) -> None:
        if self._body:
            self._file.add(f"{self._body}{after}>>", self._last)
