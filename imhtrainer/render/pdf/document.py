"""Pages into one PDF file: bookmarks, links, shared forms, and what the file says of itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.contents import glyph_runs
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Box, GlyphRun, GroupBox, Page, PictureBox
from imhtrainer.render.pdf.content import STATIC, Content, shade_name
from imhtrainer.render.pdf.fonts import FontSet
from imhtrainer.render.pdf.objects import (
    Array,
    Name,
    UndatedInfo,
    dictionary,
    packed_stream,
    raw_stream,
)
from imhtrainer.render.pdf.pictures import embed_picture
from imhtrainer.render.pdf.tags import StructureTree

Progress = Callable[[int, int], None]

_Rect = tuple[float, float, float, float]
_Jump = tuple[str, _Rect]

_CREATOR = "IMH Trainer"
_LINKS = ("https://", "http://", "mailto:", "tel:")


def write_pdf(
    pages: Iterable[Page],
    out: BinaryIO | Path,
    meta: DocumentMeta,
    progress: Progress | None = None,
) -> None:
    """Write pages with every build step shown. The same pages give the same bytes.

    ``progress`` is called with pages done and pages in all (0 if not known) and may raise to stop.
    Raises ``RenderError`` if a picture cannot be read, there is no page, or the file not written.
    """
    document = _Document(meta)
    total = len(pages) if isinstance(pages, Sized) else 0
    done = 0
    for done, page in enumerate(pages, 1):
        document.add(page)
        if progress is not None:
            progress(done, total)
    if not done:
        raise RenderError("The PDF would have no page; give it at least one")
    data = document.data()
    if not isinstance(out, Path):
        out.write(data)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise RenderError(f"{out}: the PDF cannot be written ({error.strerror})") from error


class _Document:
    """A reportlab canvas with the fonts, pictures and forms that its pages share."""

    def __init__(self, meta: DocumentMeta) -> None:
        self.fonts = FontSet()
        self._tree = StructureTree()
        self._canvas = Canvas("", pageCompression=0, invariant=1, lang=meta.lang)
        self._document: Any = self._canvas._doc
        self._pictures: dict[tuple[str, float, tuple[float, ...]], str] = {}
        self._forms: list[tuple[GroupBox, Mapping[str, str], float, str]] = []
        self._shared_resources: dict[tuple[tuple[str, ...], tuple[float, ...]], Any] = {}
        # The group is kept with its runs, so that no other takes its place in memory.
        self._links: dict[int, tuple[GroupBox, tuple[GlyphRun, ...]]] = {}
        self._jumps: list[tuple[Any, str, _Rect]] = []
        self._slides: dict[str, Any] = {}
        self._height = 0.0
        self._width = 0.0
        self._describe(meta)

    def add(self, page: Page) -> None:
        """Write one page with its bookmark and links."""
        self._width, self._height = page.width, page.height
        canvas = self._canvas
        canvas.setPageSize((page.width, page.height))
        content = Content(self, page.palette, page.height)
        jumps = self._link(page)
        if page.title:
            key = f"page{canvas.getPageNumber()}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(page.title, key)
        canvas.showPage()
        written = self._document.Pages.pages[-1]
        self._jumps += [(written, slide_id, rect) for slide_id, rect in jumps]
        if page.slide_id:
            self._slides.setdefault(page.slide_id, written)
        operators = ["/Artifact BMC", content.ground(page.ground, page.width), "EMC"]
        operators += self._tree.page(content, page, written)
        # Instead of the canvas's own stream, which is empty but for a standard font.
        written.Contents = packed_stream("\n".join(operators).encode("ascii"))
        written.Resources = self._resources(tuple(content.used), tuple(content.shades))

    def data(self) -> bytes:
        """The finished file."""
        self._jump()
        self._tree.add_to(self._document)
        self.fonts.add_to(self._document)
        # The canvas registers Helvetica, which no page uses.
        self._document.idToObject["BasicFonts"].dict.pop("F1", None)
        return bytes(self._canvas.getpdfdata())

    def picture(self, box: PictureBox) -> str:
        """The name of the image that holds the box's file."""
        key = (box.path, round(box.w, 1), box.crop)
        if key not in self._pictures:
            name = f"P{len(self._pictures)}"
            embedded = embed_picture(box)
            if embedded.mask is not None:
                embedded.image.dictionary["SMask"] = self._document.Reference(embedded.mask)
            self._document.addForm(name, embedded.image)
            self._pictures[key] = name
        return self._pictures[key]

    def shared(self, group: GroupBox, palette: Mapping[str, str]) -> str:
        """The name of the form that holds a static group."""
        for known, colors, height, name in self._forms:
            same = known is group or known == group
            if same and height == self._height and (colors is palette or colors == palette):
                return name
        name = f"S{len(self._forms)}"
        content = Content(self, palette, self._height)
        operators = "\n".join(content.operators(group.boxes)).encode("ascii")
        entries = {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": Array([0, 0, self._width, self._height]),
            "Resources": self._resources(tuple(content.used), tuple(content.shades)),
        }
        self._document.addForm(name, packed_stream(operators, entries))
        self._forms.append((group, palette, self._height, name))
        return name

    def _resources(self, used: tuple[str, ...], shades: tuple[float, ...]) -> Any:
        """The resources of pages that use the same pictures, forms and shades, written once."""
        key = (used, shades)
        if key not in self._shared_resources:
            resources = dictionary(Font=pdfdoc.PDFObjectReference(pdfdoc.BasicFonts))
            if used:
                resources["XObject"] = self._document.xobjDict(used)
            if shades:
                states = {shade_name(s): dictionary(CA=s, ca=s) for s in shades}
                resources["ExtGState"] = dictionary(**states)
            self._shared_resources[key] = self._document.Reference(resources)
        return self._shared_resources[key]

    def _link(self, page: Page) -> list[_Jump]:
        """Make the links to elsewhere; the jumps to slides of this file are what comes back."""
        jumps = []
        for run in self._linked(page.boxes):
            bottom = page.height - run.baseline - run.size * 0.25
            rect = (run.x, bottom, run.x + run.width, bottom + run.size * 1.1)
            if run.link.startswith(_LINKS):
                self._canvas.linkURL(run.link, rect)
            elif run.link.startswith("#"):
                jumps.append((run.link[1:], rect))
        return jumps

    def _jump(self) -> None:
        """Let every jump lead to its slide, where the slide is in this file."""
        for page, slide_id, rect in self._jumps:
            if slide_id in self._slides:
                link = dictionary(
                    Type=Name("Annot"),
                    Subtype=Name("Link"),
                    Rect=Array([round(end, 2) for end in rect]),
                    Border=Array([0, 0, 0]),
                    Dest=Array([self._document.Reference(self._slides[slide_id]), Name("Fit")]),
                )
                page.Annots = [*(page.Annots or ()), self._document.Reference(link)]

    def _linked(self, boxes: Iterable[Box]) -> Iterator[GlyphRun]:
        """The runs with a link; a static group, which many pages share, is looked through once."""
        for box in boxes:
            if not (isinstance(box, GroupBox) and box.name == STATIC):
                yield from (run for run in glyph_runs((box,)) if run.link)
                continue
            if id(box) not in self._links:
                runs = tuple(run for run in glyph_runs(box.boxes) if run.link)
                self._links[id(box)] = (box, runs)
            yield from self._links[id(box)][1]

    def _describe(self, meta: DocumentMeta) -> None:
        info = UndatedInfo()
        info.title, info.author, info.subject = meta.title, meta.author, meta.subject
        info.keywords = ", ".join(meta.keywords)
        info.creator = info.producer = _CREATOR
        self._document.info = info
        entries = {"Type": Name("Metadata"), "Subtype": Name("XML")}
        self._document.Catalog.Metadata = raw_stream(_xmp(meta).encode(), entries)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")


def _xmp(meta: DocumentMeta) -> str:
    """The metadata packet (ISO 16684-1), without dates."""
    keywords = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in meta.keywords)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f"<dc:title><rdf:Alt>{_alternative(meta.title)}</rdf:Alt></dc:title>"
        f"<dc:creator><rdf:Seq><rdf:li>{escape(meta.author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:description><rdf:Alt>{_alternative(meta.subject)}</rdf:Alt></dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(meta.lang)}</rdf:li></rdf:Bag></dc:language>"
        f"<dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>"
        f"<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool><pdf:Producer>{_CREATOR}</pdf:Producer>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )


def _alternative(text: str) -> str:
    return f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
