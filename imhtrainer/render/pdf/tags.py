"""The structure tree (ISO 32000-1, 14.7): what of a page is heading, paragraph, list, table or picture.

A screen reader reads the elements in this order; what no element holds is decoration. Links are found by
their place on the page, not by an element, and so the file does not call itself PDF/UA.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc

from imhtrainer.layout.contents import text_boxes
from imhtrainer.layout.page import (
    Box,
    ChartBox,
    GroupBox,
    Page,
    PictureBox,
    QrBox,
    TableBox,
    TextBox,
    TextParagraph,
)
from imhtrainer.render.pdf.content import STATIC, Content
from imhtrainer.render.pdf.objects import Array, Name, Text, dictionary

_MARK = "bullet-"
_DOT = "•"
_SIGN_BEFORE = re.compile(r"number|choice-\w+-letter")
_SIGN_AFTER = re.compile(r"step-\d+")
_MOST_READ = 120
"""Letters of a QR symbol's text that are read out."""

_ITEMS = ("item", "steps")
"""Text boxes of which every paragraph is an item; the choices of a question are items with a letter."""


class Element(pdfdoc.PDFObject):  # type: ignore[misc] # reportlab has no types
    """A structure element: its kind and what stands in it.

    ``alt`` says a picture in words; ``text`` are the words where lines part them, with the spaces between.
    """

    def __init__(self, kind: str, parent: Any, page: Any = None, alt: str = "") -> None:
        self.kids: list[int | Element] = []
        self.kind, self._parent, self._page, self._alt = kind, parent, page, alt
        self.text = ""

    def under(self, kind: str, alt: str = "", page: Any = None) -> "Element":
        """A new last element inside this one, on its page unless another is named."""
        kid = Element(kind, self, page or self._page, alt)
        self.kids.append(kid)
        return kid

    def format(self, document: Any) -> bytes:
        """The element's bytes; reportlab calls it. Written straight, as large files have very many."""
        kids = b" ".join(
            b"%d" % kid if isinstance(kid, int) else _reference(document, kid) for kid in self.kids
        )
        parts = [
            b"/S /%s /P %s /K [%s]" % (self.kind.encode(), _reference(document, self._parent), kids)
        ]
        if self._page is not None:
            parts.append(b"/Pg " + _reference(document, self._page))
        if self._alt:
            parts.append(b"/Alt " + Text(self._alt).format(document))
        if self.text:
            parts.append(b"/ActualText " + Text(self.text).format(document))
        if self.kind == "TH":
            parts.append(b"/A <</O /Table /Scope /Column>>")
        return b"<<%s>>" % b" ".join(parts)


def _reference(document: Any, target: Any) -> bytes:
    return bytes(document.Reference(target).format(document))


class StructureTree:
    """All pages' elements under one Document element."""

    def __init__(self) -> None:
        self._root: Any = dictionary(Type=Name("StructTreeRoot"))
        self._whole = Element("Document", self._root)
        self._pages: list[list[Element]] = []

    def page(self, content: Content, page: Page, written: Any) -> list[str]:
        """The operators of a page in marked content; ``written`` is reportlab's page."""
        tagged = TaggedPage(content, self._whole, written)
        operators = [*tagged.operators(page.boxes), *tagged.rest()]
        written.__NoDefault__ = [*written.__NoDefault__, "StructParents", "Tabs"]
        written.StructParents, written.Tabs = len(self._pages), Name("S")
        self._pages.append(tagged.marked)
        return operators

    def add_to(self, document: Any) -> None:
        """Name the tree in the document's catalog."""
        numbers: list[Any] = []
        for number, marked in enumerate(self._pages):
            numbers += [number, Array([document.Reference(element) for element in marked])]
        root = self._root.dict
        root["K"] = document.Reference(self._whole)
        root["ParentTree"] = document.Reference(dictionary(Nums=Array(numbers)))
        root["ParentTreeNextKey"] = len(self._pages)
        document.Catalog.StructTreeRoot = self._root
        document.Catalog.MarkInfo = dictionary(Marked=pdfdoc.PDFtrue)


class TaggedPage:
    """Puts a page's operators into marked content; ``marked`` are the elements by their number on it."""

    def __init__(self, content: Content, whole: Element, page: Any) -> None:
        self.marked: list[Element] = []
        self._content, self._whole, self._page = content, whole, page
        self._list: Element | None = None
        # Numbers that are drawn before their items, and items whose numbers are drawn after them.
        self._numbers: list[list[str]] = []
        self._unnumbered: list[Element] = []

    def operators(self, boxes: Iterable[Box]) -> Iterator[str]:
        """The operators of boxes, each inside the element that it belongs to."""
        for box in boxes:
            drawn = self._content.operators((box,))
            match box:
                case TextBox():
                    yield from self._text(box)
                case TableBox():
                    yield from self._table(box)
                case PictureBox(alt=alt) | ChartBox(alt=alt) | GroupBox(alt=alt) if alt:
                    yield from self._inside(self._new("Figure", alt), drawn)
                case QrBox():
                    yield from self._inside(self._new("Figure", _symbol_words(box)), drawn)
                case GroupBox(name=name) if name.startswith(_MARK):
                    yield from self._mark(box)
                case GroupBox(name=name) if name == STATIC and any(text_boxes(box.boxes)):
                    yield from self._inside(self._new("P"), drawn)
                case GroupBox(name=name) if name != STATIC:
                    yield from self.operators(box.boxes)
                case _:
                    yield from _decoration(drawn)

    def rest(self) -> Iterator[str]:
        """The operators of numbers and letters whose item never came."""
        for drawn in self._numbers:
            yield from self._inside(self._new("P"), drawn)

    def _text(self, box: TextBox) -> Iterator[str]:
        if box.role == "number":
            yield from _decoration(self._content.text(box.paragraphs))
        elif _SIGN_AFTER.fullmatch(box.name):
            yield from self._mark(box)
        elif _SIGN_BEFORE.fullmatch(box.name):
            self._numbers += [list(self._content.text(box.paragraphs))]
        else:
            for paragraph in box.paragraphs:
                if any(line.runs for line in paragraph.lines):
                    yield from self._paragraph(box, paragraph)

    def _paragraph(self, box: TextBox, paragraph: TextParagraph) -> Iterator[str]:
        chosen = box.role == "choice" and bool(self._numbers)
        if paragraph.bullet is not None or box.name in _ITEMS or chosen:
            item = self._item()
            if self._numbers:
                yield from self._inside(item.under("Lbl"), self._numbers.pop(0))
            element = item.under("LBody")
            bullet = paragraph.bullet.text if paragraph.bullet else _DOT
            if bullet != _DOT or box.name == "steps":
                self._unnumbered.append(item)
        else:
            element = self._new(_kind(box, paragraph))
        element.text = " ".join(paragraph.text.split()) if len(paragraph.lines) > 1 else ""
        yield from self._inside(element, self._content.text((paragraph,)))

    def _mark(self, box: GroupBox | TextBox) -> Iterator[str]:
        """A number that is drawn after its item is read before it."""
        drawn = self._content.operators((box,))
        if self._unnumbered:
            item = self._unnumbered.pop(0)
            label = item.under("Lbl")
            item.kids.insert(0, item.kids.pop())
            yield from self._inside(label, drawn)
        else:
            yield from _decoration(drawn)

    def _item(self) -> Element:
        if self._list is None:
            self._list = self._whole.under("L", page=self._page)
        return self._list.under("LI")

    def _table(self, box: TableBox) -> Iterator[str]:
        yield from _decoration(self._content.grounds(box))
        table = self._new("Table", box.alt)
        for number, row in enumerate(box.cells):
            line = table.under("TR")
            for cell in row:
                kind = "TH" if box.headed and number == 0 else "TD"
                yield from self._inside(line.under(kind), self._content.text(cell.text.paragraphs))

    def _new(self, kind: str, alt: str = "") -> Element:
        self._list = None
        return self._whole.under(kind, alt, self._page)

    def _inside(self, element: Element, drawn: Iterable[str]) -> Iterator[str]:
        element.kids.append(len(self.marked))
        yield f"/{element.kind} <</MCID {len(self.marked)}>> BDC"
        self.marked.append(element)
        yield from drawn
        yield "EMC"


def _decoration(drawn: Iterable[str]) -> Iterator[str]:
    operators = list(drawn)
    if operators:
        yield from ("/Artifact BMC", *operators, "EMC")


def _symbol_words(box: QrBox) -> str:
    """What a symbol says, where a person can make something of it: a seal is letters without sense."""
    return f"QR code: {box.text}" if len(box.text) <= _MOST_READ else "QR code"


def _kind(box: TextBox, paragraph: TextParagraph) -> str:
    level = paragraph.heading or (1 if box.role == "title" else 0)
    return f"H{level}" if level else "P"
