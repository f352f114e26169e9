"""Links to elsewhere, and jumps to other slides of the same file, which may come later in it."""

import string
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from imhtrainer.layout.contents import glyph_runs
from imhtrainer.layout.page import Box, GlyphRun, GroupBox, Page
from imhtrainer.render.pdf.content import STATIC
from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.syntax import rectangle, reference, references, text

_LINKS = ("https://", "http://", "mailto:", "tel:")


class Links:
    """Writes the annotations of pages; jumps wait until all slides are known."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        # For pages with jumps: the number of their annotations, those written, and where each jump stands.
        self._waiting: list[tuple[int, list[int], list[tuple[str, str]]]] = []
        self._slides: dict[str, int] = {}
        # The group is kept with its runs, so that no other takes its place in memory.
        self._static: dict[int, tuple[GroupBox, tuple[GlyphRun, ...]]] = {}

    def of(self, page: Page, number: int) -> str:
        """What the dictionary of a page says of its links."""
        if page.slide_id:
            self._slides.setdefault(page.slide_id, number)
        written: list[int] = []
        jumps: list[tuple[str, str]] = []
        for run in self._linked(page.boxes):
            bottom = page.height - run.baseline - run.size * 0.25
            place = rectangle(run.x, bottom, run.x + run.width, bottom + run.size * 1.1)
            if run.link.startswith(_LINKS):
                address = text(quote(run.link, safe=string.printable))
                written.append(self._add(place, f"/A<</S/URI/URI {address}>>"))
            elif run.link.startswith("#"):
                jumps.append((run.link[1:], place))
        if not jumps:
            return f"/Annots{references(written)}" if written else ""
        self._waiting.append((self._file.reserve(), written, jumps))
        return f"/Annots {reference(self._waiting[-1][0])}"

    def close(self) -> None:
        """Let every jump lead to its slide, where the slide is in this file."""
        for number, written, jumps in self._waiting:
            led = [
                self._add(place, f"/Dest[{reference(self._slides[slide])}/Fit]")
                for slide, place in jumps
                if slide in self._slides
            ]
            self._file.add(references([*written, *led]), number)

    def _add(self, place: str, where: str) -> int:
        return self._file.add(f"<</Type/Annot/Subtype/Link/Rect{place}/Border[0 0 0]/F 4{where}>>")

    def _linked(self, boxes: Iterable[Box]) -> Iterator[GlyphRun]:
        """The runs with a link; a static group, which many pages share, is looked through once."""
        for box in boxes:
            if not (isinstance(box, GroupBox) and box.name == STATIC):
                yield from (run for run in glyph_runs((box,)) if run.link)
                continue
            if id(box) not in self._static:
                runs = tuple(run for run in glyph_runs(box.boxes) if run.link)
                self._static[id(box)] = (box, runs)
            yield from self._static[id(box)][1]
