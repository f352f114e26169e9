"""The shapes of a PowerPoint slide: texts, tables and pictures; the rest is named and left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pptx.oxml.ns import qn

from imhtrainer.decks.powerpoint.show import (
    Frame,
    Mark,
    Shown,
    ShownPicture,
    ShownTable,
    ShownText,
)
from imhtrainer.decks.powerpoint.words import Target, joined, read_words

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_GRAPHICS = {_CHART: "a chart", _DIAGRAM: "a SmartArt drawing"}
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"}
_MADE_BY_MASTER = ("sldNum", "dt", "ftr", "hdr", "sldImg")
_KINDS = {
    "ctrTitle": "title",
    "title": "title",
    "subTitle": "subtitle",
    "body": "body",
    "obj": "body",
    "": "body",
}
_FILE_NAME = re.compile(r"\S*\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)", re.IGNORECASE)
_DEEPEST = 40
"""Groups within groups that are looked into."""


@dataclass(slots=True)
class ShapeReader:
    """Reads the shapes of one slide; ``left_out`` gathers what a deck cannot hold, ``drawn`` shapes without words.

    ``layout`` is the shape tree of its layout, ``size`` the slide's width and height in EMU.
    """

    part: Any
    layout: Any
    target: Target
    size: tuple[int, int]
    left_out: list[str] = field(default_factory=list)
    drawn: list[tuple[str, Frame]] = field(default_factory=list)

    def read(self, tree: Any, depth: int = 0) -> Iterator[Shown]:
        """The shapes below ``tree`` in reading order, those within groups among them."""
        for element in tree:
            match element.tag.rpartition("}")[2]:
                case "sp":
                    yield from self._text(element)
                case "pic":
                    yield from self._picture(element)
                case "graphicFrame":
                    yield from self._graphic(element)
                case "grpSp" if depth < _DEEPEST:
                    yield from self.read(element, depth + 1)
                case "AlternateContent":
                    yield from self._alternative(element, depth)
                case "contentPart":
                    self._leave("a drawing in ink")
                case "cxnSp":
                    self._leave("drawn shapes")

    def _text(self, element: Any) -> Iterator[Shown]:
        holder = element.find(f".//{qn('p:nvPr')}/{qn('p:ph')}")
        which = "" if holder is None else holder.get("type", "")
        if which in _MADE_BY_MASTER:
            return
        if element.find(f".//{_MATH}") is not None:
            self._leave("an equation")
        kind = "" if holder is None else _KINDS.get(which, "body")
        inherited: Mark = "dot" if kind == "body" and which in ("", "obj", "body") else ""
        words = read_words(element.find(qn("p:txBody")), self.target, inherited)
        if words:
            yield ShownText(_name(element), kind, words, self._frame(element, holder))
        elif holder is None:
            self.drawn.append((_name(element), self._frame(element)))
            self._leave("drawn shapes")

    def _picture(self, element: Any) -> Iterator[Shown]:
        media = [tag for tag in ("a:videoFile", "a:audioFile") if self._has(element, tag)]
        if media:
            self._leave("a video" if media[0] == "a:videoFile" else "a sound")
            return
        blip = element.find(f".//{qn('a:blip')}")
        identity = None if blip is None else blip.get(qn("r:embed"))
        part = self._related(identity)
        if part is None:
            self._leave("a picture that lies outside the file")
            return
        ending = _ENDINGS.get(part.content_type, str(part.partname).rpartition(".")[2].lower())
        properties = element.find(f".//{qn('p:cNvPr')}")
        alt = "" if properties is None else _alt(properties.get("descr") or "")
        yield ShownPicture(_name(element), alt, part.blob, ending, self._frame(element))

    def _graphic(self, element: Any) -> Iterator[Shown]:
        data = element.find(f".//{qn('a:graphicData')}")
        uri = "" if data is None else data.get("uri", "")
        if uri != _TABLE:
            self._leave(_GRAPHICS.get(uri, "an embedded object"))
            return
        rows = tuple(
            tuple(joined(read_words(c.find(qn("a:txBody")), self.target)) for c in row)
            for row in ([*r.findall(qn("a:tc"))] for r in element.iter(qn("a:tr")))
        )
        if any(cell.plain for row in rows for cell in row):
            yield ShownTable(_name(element), rows, self._frame(element))

    def _alternative(self, element: Any, depth: int) -> Iterator[Shown]:
        """What is written in two ways is read in the one that every program understands."""
        if element.find(f".//{_MATH}") is not None:
            self._leave("an equation")
        for child in element:
            if child.tag.endswith("}Fallback"):
                yield from self.read(child, depth + 1)

    def _related(self, identity: str | None) -> Any:
        relations = self.part.rels
        if not identity or identity not in relations or relations[identity].is_external:
            return None
        return relations[identity].target_part

    def _frame(self, element: Any, holder: Any = None) -> Frame:
        """Where a shape stands; a placeholder that does not say it stands where its layout's stands."""
        transform = _transform(element)
        if transform is None and holder is not None:
            transform = self._inherited(holder)
        offset = None if transform is None else transform.find(qn("a:off"))
        extent = None if transform is None else transform.find(qn("a:ext"))
        if offset is None or extent is None:
            return (0.0, 0.0, 0.0, 0.0)
        width, height = self.size
        return (
            int(offset.get("x", 0)) / width,
            int(offset.get("y", 0)) / height,
            int(extent.get("cx", 0)) / width,
            int(extent.get("cy", 0)) / height,
        )

    def _inherited(self, holder: Any) -> Any:
        for shape in self.layout:
            own = shape.find(f".//{qn('p:nvPr')}/{qn('p:ph')}")
            if own is not None and own.get("idx", "0") == holder.get("idx", "0"):
                return _transform(shape)
        return None

    def _has(self, element: Any, tag: str) -> bool:
        return element.find(f".//{qn(tag)}") is not None

    def _leave(self, what: str) -> None:
        self.left_out.append(what)


def _name(element: Any) -> str:
    properties = element.find(f".//{qn('p:cNvPr')}")
    return "" if properties is None else properties.get("name", "")


def _transform(element: Any) -> Any:
    inside = element.find(f".//{qn('a:xfrm')}")
    return element.find(qn("p:xfrm")) if inside is None else inside


def _alt(described: str) -> str:
    """Alt text; the name of a file, which many programs put there, is none."""
    words = " ".join(described.split())
    return "" if _FILE_NAME.fullmatch(words) else words
