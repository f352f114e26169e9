"""The structure tree (ISO 32000-1, 14.7) of a file, written page by page.

A screen reader reads the elements in this order; what no element holds is decoration. No checker of PDF/UA
has judged the files, and so none calls itself that.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.objects import dictionary, name, reference, references, text
from imhtrainer.render.pdf.pagetree import NumberTree


@dataclass(slots=True)
class Element:
    """A structure element: its kind, and what stands in it: marks by number, or other elements.

    ``alt`` says a picture in words; ``text`` are the words where lines part them, with the spaces between;
    ``links`` are the object numbers of a link's annotations, one for each line it stands on.
    """

    kind: str
    alt: str = ""
    text: str = ""
    marks: list[int] = field(default_factory=list)
    kids: list["Element"] = field(default_factory=list)
    links: list[int] = field(default_factory=list)

    def under(self, kind: str) -> "Element":
        """A new last element inside this one."""
        self.kids.append(Element(kind))
        return self.kids[-1]


class _Row(NamedTuple):
    """An element among others that are written at once; ``parent`` and ``kids`` are their indexes."""

    head: str
    parent: int
    marks: tuple[int, ...]
    kids: tuple[int, ...]
    links: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Elements:
    """Elements that stand beside each other, with all in them, made ready once for every page with the same."""

    rows: tuple[_Row, ...]

    @classmethod
    def of(cls, elements: Iterable[Element]) -> "Elements":
        """The elements made ready."""
        rows: list[_Row] = []
        for element in elements:
            _append(rows, element, _NOBODY)
        return cls(tuple(rows))


_NOBODY = -1
"""The parent of an element that stands in no other of the same group."""


class StructureTree:
    """All elements, under a section for each page with a bookmark and those that follow it."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._root, self._whole = file.reserve(), file.reserve()
        self._parents = NumberTree(file)
        self._sections = array("I")
        self._section = 0
        self._kids = array("I")

    def begin_section(self) -> None:
        """Let the pages from the next on stand in a section of their own."""
        self._close_section()
        self._section = self._file.reserve()

    def add(
        self, groups: Iterable[tuple[Elements, int]], page: int
    ) -> tuple[int, Mapping[int, int]]:
        """Write the elements of a page, each group with the number of its first mark.

        Returns the number under which the tree finds the elements of the page's marks, and for each
        annotation of a link the number under which it finds the link's.
        """
        if not self._section:
            self.begin_section()
        marked: dict[int, int] = {}
        found: dict[int, int] = {}
        for elements, first in groups:
            self._write(elements, first, page, marked, found)
        own = self._parents.add(references(marked[mark] for mark in range(len(marked))))
        return own, found

    def close(self) -> int:
        """Write the rest; returns the tree's object number."""
        self._close_section()
        root = reference(self._root)
        whole = dictionary(S=name("Document"), P=root, K=references(self._sections))
        self._file.add(whole, self._whole)
        tree = dictionary(
            Type=name("StructTreeRoot"),
            K=reference(self._whole),
            ParentTree=reference(self._parents.close()),
            ParentTreeNextKey=self._parents.count,
        )
        return self._file.add(tree, self._root)

    def _write(
        self,
        elements: Elements,
        first: int,
        page: int,
        marked: dict[int, int],
        found: dict[int, int],
    ) -> None:
        start = self._file.reserve(len(elements.rows))
        for number, (head, parent, marks, kids, links) in enumerate(elements.rows, start):
            if parent == _NOBODY:
                self._kids.append(number)
                above = self._section
            else:
                above = start + parent
            inside = [str(first + mark) for mark in marks]
            inside += [f"{start + kid} 0 R" for kid in kids]
            inside += [f"<</Type/OBJR/Obj {link} 0 R/Pg {page} 0 R>>" for link in links]
            for link in links:
                found[link] = self._parents.add(reference(number))
            self._file.add(f"{head}{above} 0 R/Pg {page} 0 R/K[{' '.join(inside)}]>>", number)
            for mark in marks:
                marked[first + mark] = number

    def _close_section(self) -> None:
        if self._section:
            section = dictionary(S=name("Sect"), P=reference(self._whole), K=references(self._kids))
            self._sections.append(self._file.add(section, self._section))
            self._section, self._kids = 0, array("I")


def _append(rows: list[_Row], element: Element, parent: int) -> int:
    index = len(rows)
    said = f"/Alt {text(element.alt)}" if element.alt else ""
    said += f"/ActualText {text(element.text)}" if element.text else ""
    said += "/A<</O/Table/Scope/Column>>" if element.kind == "TH" else ""
    head = f"<</S/{element.kind}{said}/P "
    rows.append(_Row(head, parent, tuple(element.marks), (), tuple(element.links)))
    kids = tuple(_append(rows, kid, index) for kid in element.kids)
    rows[index] = rows[index]._replace(kids=kids)
    return index
