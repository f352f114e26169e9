"""The parts of a file and the relationships between them (ECMA-376, part 2: Open Packaging Conventions)."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from imhtrainer.render.pptx.markup import DECLARATION, tag

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FORMATS = "application/vnd.openxmlformats"
_SLIDES = f"{_FORMATS}-officedocument.presentationml"


class RT:
    """Kinds of relationship."""

    AUDIO = f"{_OFFICE}/audio"
    CHART = f"{_OFFICE}/chart"
    CORE_PROPERTIES = f"{_PACKAGE}/metadata/core-properties"
    EXTENDED_PROPERTIES = f"{_OFFICE}/extended-properties"
    HYPERLINK = f"{_OFFICE}/hyperlink"
    IMAGE = f"{_OFFICE}/image"
    NOTES_MASTER = f"{_OFFICE}/notesMaster"
    NOTES_SLIDE = f"{_OFFICE}/notesSlide"
    OFFICE_DOCUMENT = f"{_OFFICE}/officeDocument"
    PACKAGE = f"{_OFFICE}/package"
    PRES_PROPS = f"{_OFFICE}/presProps"
    SLIDE = f"{_OFFICE}/slide"
    SLIDE_LAYOUT = f"{_OFFICE}/slideLayout"
    SLIDE_MASTER = f"{_OFFICE}/slideMaster"
    TABLE_STYLES = f"{_OFFICE}/tableStyles"
    THEME = f"{_OFFICE}/theme"
    VIDEO = f"{_OFFICE}/video"
    VIEW_PROPS = f"{_OFFICE}/viewProps"


class CT:
    """Content types."""

    CHART = f"{_FORMATS}-officedocument.drawingml.chart+xml"
    CORE_PROPERTIES = f"{_FORMATS}-package.core-properties+xml"
    EXTENDED_PROPERTIES = f"{_FORMATS}-officedocument.extended-properties+xml"
    NOTES_MASTER = f"{_SLIDES}.notesMaster+xml"
    NOTES_SLIDE = f"{_SLIDES}.notesSlide+xml"
    PRESENTATION = f"{_SLIDES}.presentation.main+xml"
    PRES_PROPS = f"{_SLIDES}.presProps+xml"
    RELATIONSHIPS = f"{_FORMATS}-package.relationships+xml"
    SLIDE = f"{_SLIDES}.slide+xml"
    SLIDE_LAYOUT = f"{_SLIDES}.slideLayout+xml"
    SLIDE_MASTER = f"{_SLIDES}.slideMaster+xml"
    TABLE_STYLES = f"{_SLIDES}.tableStyles+xml"
    THEME = f"{_FORMATS}-officedocument.theme+xml"
    VIEW_PROPS = f"{_SLIDES}.viewProps+xml"
    WORKBOOK = f"{_FORMATS}-officedocument.spreadsheetml.sheet"
    XML = "application/xml"


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a relationship leads: to a part, or to an address outside."""

    kind: str
    target: Union["Part", str]


class Part:
    """A part by its name, such as ``ppt/slides/slide1.xml``, with what is in it and where it leads."""

    def __init__(self, name: str, content_type: str, blob: bytes = b"") -> None:
        self.name, self.content_type, self.blob = name, content_type, blob
        self.leads: dict[str, Lead] = {}
        self._keys: dict[tuple[str, str], str] = {}

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters."""
        return self.name.rpartition(".")[2].lower()

    def relate_to(self, target: "Part | str", kind: str) -> str:
        """The key of the relationship to a part or an address outside; there is one of each kind."""
        known = (kind, target if isinstance(target, str) else f"/{target.name}")
        if known not in self._keys:
            self._keys[known] = key = f"rId{len(self.leads) + 1}"
            self.leads[key] = Lead(kind, target)
        return self._keys[known]

    def related(self, kind: str) -> Iterator["Part"]:
        """The parts to which relationships of one kind lead."""
        for lead in self.leads.values():
            if lead.kind == kind and isinstance(lead.target, Part):
                yield lead.target

    @property
    def relations_name(self) -> str:
        """The name of the part that holds its relationships."""
        folder, file = posixpath.split(self.name)
        return posixpath.join(folder, "_rels", f"{file}.rels")

    def relations_xml(self) -> bytes:
        """Its relationships as a part."""
        listed = (self._relation(key, lead) for key, lead in self.leads.items())
        return (DECLARATION + tag("Relationships", {"xmlns": RELATIONS}, *listed)).encode()

    def _relation(self, key: str, lead: Lead) -> str:
        if isinstance(lead.target, str):
            outside = {"Target": lead.target, "TargetMode": "External"}
            return tag("Relationship", {"Id": key, "Type": lead.kind, **outside})
        target = _relative(lead.target.name, posixpath.dirname(self.name))
        return tag("Relationship", {"Id": key, "Type": lead.kind, "Target": target})


class FilePart(Part):
    """A part that stays in its own file until it is written: videos are too large to hold."""

    def __init__(self, name: str, content_type: str, path: Path) -> None:
        super().__init__(name, content_type)
        self.path = path


def slide_part(name: str, content_type: str, blob: bytes = b"") -> Part:
    """A part of XML under ``ppt``."""
    return Part(f"ppt/{name}.xml", content_type, blob)


def _relative(name: str, folder: str) -> str:
    """A part's name as it is written in a folder of the package; ``posixpath`` would ask the disk."""
    here, there = folder.split("/") if folder else [], name.split("/")
    shared = 0
    while shared < len(here) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])
