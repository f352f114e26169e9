"""Pages into one PDF file, each written when it is done: bookmarks, links, shared forms, and what the file says."""

from collections.abc import Callable, Collection, Iterable, Sequence, Sized
from typing import BinaryIO

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.render.pdf.content import Content
from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.links import Links
from imhtrainer.render.pdf.metadata import information, packet
from imhtrainer.render.pdf.objects import dictionary, name, reference, text
from imhtrainer.render.pdf.outline import Bookmarks
from imhtrainer.render.pdf.pagetree import PageTree
from imhtrainer.render.pdf.stock import Stock
from imhtrainer.render.pdf.structure import StructureTree
from imhtrainer.render.pdf.tags import SharedGroups, TaggedPage

Progress = Callable[[int, int], None]


def write_pdf(
    pages: Iterable[Page],
    out: BinaryIO,
    meta: DocumentMeta,
    progress: Progress | None = None,
) -> None:
    """Write pages with every build step shown. The same pages give the same bytes.

    Pages go to ``out`` one by one, so that ten thousand need no more memory than a few; only where they are
    a sequence do jumps lead from slide to slide. ``progress`` is called with pages done and pages in all (0 if
    not known) and may raise to stop; what was written is then no file.
    Raises ``RenderError`` if a picture cannot be read or there is no page.
    """
    slides = _slides_of(pages) if isinstance(pages, Sequence) else ()
    document = _Document(out, slides)
    total = len(pages) if isinstance(pages, Sized) else 0
    done = 0
    for done, page in enumerate(pages, 1):
        document.add(page)
        if progress is not None:
            progress(done, total)
    if not done:
        raise RenderError("The PDF would have no page; give it at least one")
    document.close(meta)


def _slides_of(pages: Iterable[Page]) -> set[str]:
    return {page.slide_id for page in pages if page.slide_id}


_METADATA = {"Type": name("Metadata"), "Subtype": name("XML")}


class _Document:
    """A file with the fonts, pictures and forms that its pages share, and the trees they hang on."""

    def __init__(self, out: BinaryIO, slides: Collection[str]) -> None:
        self._file = PdfFile(out)
        self._stock = Stock(self._file)
        self._pages = PageTree(self._file)
        self._bookmarks = Bookmarks(self._file)
        self._links = Links(self._file, slides)
        self._tree = StructureTree(self._file)
        self._shared = SharedGroups()

    def add(self, page: Page) -> None:
        """Write one page with its bookmark and links."""
        number = self._links.page_number(page)
        content = Content(self._stock, page.palette, page.width, page.height)
        tagged = TaggedPage(content, self._shared, link=self._links.reserve)
        drawn = "\n".join(tagged.page(page))
        if page.title:
            self._bookmarks.add(page.title, number)
            self._tree.begin_section()
        parents, found = self._tree.add(tagged.groups(), number)
        stream = self._file.add_stream(drawn.encode("ascii"))
        self._file.add(
            f"<</Type/Page/Parent {reference(self._pages.parent())}"
            f"/MediaBox[0 0 {page.width:.2f} {page.height:.2f}]/Contents {reference(stream)}"
            f"/Resources {reference(self._stock.resources(content.used, content.shades))}"
            f"/StructParents {parents}/Tabs/S{self._links.of(page, found)}>>",
            number,
        )
        self._pages.add(number)

    def close(self, meta: DocumentMeta) -> None:
        """Write what all pages share, and the end of the file."""
        self._stock.close()
        said = self._file.add_stream(packet(meta).encode(), _METADATA, packed=0)
        catalog = dictionary(
            Type=name("Catalog"),
            Pages=reference(self._pages.close()),
            StructTreeRoot=reference(self._tree.close()),
            MarkInfo=dictionary(Marked="true"),
            Lang=text(meta.lang),
            Metadata=reference(said),
            ViewerPreferences=dictionary(DisplayDocTitle="true"),
        )
        if bookmarks := self._bookmarks.close():
            catalog["Outlines"] = reference(bookmarks)
        self._file.close(self._file.add(catalog), self._file.add(information(meta)))
