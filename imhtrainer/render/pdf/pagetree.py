"""The tree of pages and the tree of numbers: branches of a few dozen leaves, so that none grows with the file."""

from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.objects import dictionary, name, reference, references

_LEAVES = 64


class PageTree:
    """All pages by their object numbers, under branches that are written when they are full."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._root, self._branch = file.reserve(), 0
        self._branches: list[int] = []
        self._pages: list[int] = []
        self.count = 0

    def parent(self) -> int:
        """The object number of the branch that the next page hangs on."""
        self._branch = self._branch or self._file.reserve()
        return self._branch

    def add(self, page: int) -> None:
        """A page that was written with ``parent``."""
        self._pages.append(page)
        self.count += 1
        if len(self._pages) == _LEAVES:
            self._close_branch()

    def close(self) -> int:
        """Write the rest; returns the tree's object number."""
        if self._pages:
            self._close_branch()
        kids = references(self._branches)
        root = dictionary(Type=name("Pages"), Kids=kids, Count=self.count)
        return self._file.add(root, self._root)

    def _close_branch(self) -> None:
        branch = dictionary(
            Type=name("Pages"),
            Parent=reference(self._root),
            Kids=references(self._pages),
            Count=len(self._pages),
        )
        self._file.add(branch, self._branch)
        self._branches.append(self._branch)
        self._pages, self._branch = [], 0


class NumberTree:
    """Values by rising numbers from 0 (ISO 32000-1, 7.9.7)."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._branches: list[int] = []
        self._values: list[str] = []
        self.count = 0

    def add(self, value: str) -> int:
        """The number under which the value stands."""
        self._values.append(value)
        self.count += 1
        if len(self._values) == _LEAVES:
            self._close_branch()
        return self.count - 1

    def close(self) -> int:
        """Write the rest; returns the tree's object number."""
        if self._values:
            self._close_branch()
        return self._file.add(dictionary(Kids=references(self._branches)))

    def _close_branch(self) -> None:
        first = self.count - len(self._values)
        pairs = " ".join(f"{number} {value}" for number, value in enumerate(self._values, first))
        branch = dictionary(Limits=f"[{first} {self.count - 1}]", Nums=f"[{pairs}]")
        self._branches.append(self._file.add(branch))
        self._values = []
