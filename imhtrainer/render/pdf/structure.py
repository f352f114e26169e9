"""The structure tree (ISO 32000-1, 14.7) of a file, written page by page.

A screen reader reads the elements in this order; what no element holds is decoration. No checker of PDF/UA
has judged the files, and so none calls itself that.
"""

from array import array
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

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

    def key(self) -> "Key":
        """What differs between elements that are not the same."""
        kids = tuple([kid.key() for kid in self.kids])
        return (self.kind, self.alt, self.text, tuple(self.marks), tuple(self.links), kids)

    def under(self, kind: str) -> "Element":
        """A new last element inside this one."""
        self.kids.append(Element(kind))
        return self.kids[-1]


Key = tuple[Hashable, ...]

_Gap = tuple[int, int]
"""A number that is missing in the written form of an element: what it counts from, and how far from there."""

_ELEMENT, _MARK, _PAGE, _SECTION = range(4)
_HERE = (_PAGE, 0)


@dataclass(frozen=True, slots=True)
class Elements:
    """Elements that stand beside each other, with all in them, made ready once for every page with the same.

    ``written`` has a line for each, with the places of numbers that differ from page to page, which ``gaps``
    tell. ``tops`` are the lines of those that stand in no other, ``marks`` and ``links`` the marks and the
    annotations with the line of the element they stand in.
    """

    count: int
    written: str
    gaps: tuple[_Gap, ...]
    tops: tuple[int, ...]
    marks: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, elements: Iterable[Element]) -> "Elements":
        """The elements made ready."""
        lines: list[_Line] = []
        tops = tuple([_append(lines, element, (_SECTION, 0)) for element in elements])
        return cls(
            len(lines),
            "\n".join([line.written for line in lines]),
            tuple([gap for line in lines for gap in line.gaps]),
            tops,
            tuple([(m, row) for row, line in enumerate(lines) for m in line.element.marks]),
            tuple([(n, row) for row, line in enumerate(lines) for n in line.element.links]),
        )

    def filled(self, first: int, mark: int, page: int, section: int) -> list[str]:
        """The written form of each where ``first`` is the first one's object number, ``mark`` the first mark's."""
        bases = (first, mark, page, section)
        numbers = tuple([bases[base] + more for base, more in self.gaps])
        return (self.written % numbers).split("\n") if self.count else []


@dataclass(slots=True)
class _Line:
    """An element among others that are written at once."""

    element: Element
    written: str = ""
    gaps: list[_Gap] = field(default_factory=list)


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
        for elements, mark in groups:
            first = self._file.reserve(elements.count)
            self._file.add_all(first, elements.filled(first, mark, page, self._section))
            self._kids.extend([first + row for row in elements.tops])
            for number, row in elements.marks:
                marked[mark + number] = first + row
            for link, row in elements.links:
                found[link] = self._parents.add(reference(first + row))
        own = self._parents.add(references(map(marked.__getitem__, range(len(marked)))))
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

    def _close_section(self) -> None:
        if self._section:
            section = f"<<\n/K {references(self._kids)} /P {self._whole} 0 R /S /Sect\n>>"
            self._sections.append(self._file.add(section, self._section))
            self._section, self._kids = 0, array("I")


def _append(lines: list[_Line], element: Element, above: _Gap) -> int:
    """Add the line of an element, and those of all in it; returns which it is."""
    row, line = len(lines), _Line(element)
    lines.append(line)
    kids = [(_ELEMENT, _append(lines, kid, (_ELEMENT, row))) for kid in element.kids]
    marks = [(_MARK, mark) for mark in element.marks]
    line.gaps = [above, _HERE, *marks, *kids, *[_HERE for _ in element.links]]
    inside = ["%d"] * len(marks) + ["%d 0 R"] * len(kids)
    inside += [f"<</Type/OBJR/Obj {link} 0 R/Pg %d 0 R>>" for link in element.links]
    said = f"/Alt {text(element.alt)}" if element.alt else ""
    said += f"/ActualText {text(element.text)}" if element.text else ""
    said += "/A<</O/Table/Scope/Column>>" if element.kind == "TH" else ""
    said = said.replace("%", "%%")
    line.written = f"<</S/{element.kind}{said}/P %d 0 R/Pg %d 0 R/K[{' '.join(inside)}]>>"
    return row
