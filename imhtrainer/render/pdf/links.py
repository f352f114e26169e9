"""Links to elsewhere, and jumps to other slides of the same file, which may come later in it."""

import string
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import quote

from imhtrainer.layout.contents import glyph_runs
from imhtrainer.layout.page import Box, GlyphRun, GroupBox, Page
from imhtrainer.render.pdf.content import STATIC
from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.objects import rectangle, reference, references, text

_LINKS = ("https://", "http://", "mailto:", "tel:")


class Links:
    """Writes the annotations of pages; a jump leads to one of ``slides``, the ids that the file has."""

    def __init__(self, file: PdfFile, slides: Collection[str]) -> None:
        self._file, self._slides = file, slides
        # Object numbers of slides' first pages, also of those that a jump named before they came.
        self._pages: dict[str, int] = {}
        self._added: set[str] = set()
        self._reserved: dict[int, int] = {}
        # The group is kept with its runs, so that no other takes its place in memory.
        self._static: dict[int, tuple[GroupBox, tuple[GlyphRun, ...]]] = {}

    def page_number(self, page: Page) -> int:
        """The object number of a page that is about to be written: the one that jumps to it know."""
        if not page.slide_id or page.slide_id in self._added:
            return self._file.reserve()
        self._added.add(page.slide_id)
        return self._page_of(page.slide_id)

    def reserve(self, run: GlyphRun) -> int:
        """The number of the annotation that a run will have; 0 where it leads nowhere."""
        if not self._leads(run.link):
            return 0
        self._reserved[id(run)] = self._file.reserve()
        return self._reserved[id(run)]

    def of(self, page: Page, elements: Mapping[int, int]) -> str:
        """What the dictionary of a page says of its links.

        ``elements`` tells for annotations by which number the structure tree finds their element.
        """
        written: list[int] = []
        for run in self._linked(page.boxes):
            bottom = page.height - run.baseline - run.size * 0.25
            place = rectangle(run.x, bottom, run.x + run.width, bottom + run.size * 1.1)
            number = self._reserved.pop(id(run), 0)
            element = f"/StructParent {elements[number]}" if number in elements else ""
            said = f"/Contents {text(run.text.strip())}"
            body = f"<</Type/Annot/Subtype/Link/Rect{place}/Border[0 0 0]/F 4{said}{element}"
            written.append(self._file.add(f"{body}{self._goal(run.link)}>>", number))
        return f"/Annots{references(written)}" if written else ""

    def _leads(self, link: str) -> bool:
        return link.startswith(_LINKS) or (link[:1] == "#" and link[1:] in self._slides)

    def _goal(self, link: str) -> str:
        if link.startswith("#"):
            return f"/Dest[{reference(self._page_of(link[1:]))}/Fit]"
        return f"/A<</S/URI/URI {text(quote(link, safe=string.printable))}>>"

    def _page_of(self, slide: str) -> int:
        if slide not in self._pages:
            self._pages[slide] = self._file.reserve()
        return self._pages[slide]

    def _linked(self, boxes: Iterable[Box]) -> Iterator[GlyphRun]:
        """The runs that lead somewhere; a static group, which many pages share, is looked through once."""
        for box in boxes:
            if not (isinstance(box, GroupBox) and box.name == STATIC):
                yield from (run for run in glyph_runs((box,)) if self._leads(run.link))
                continue
            if id(box) not in self._static:
                runs = tuple(run for run in glyph_runs(box.boxes) if self._leads(run.link))
                self._static[id(box)] = (box, runs)
            yield from self._static[id(box)][1]
