"""A package on disk: the same parts always give the same bytes.

python-pptx stamps every member of the zip file with the time of writing; here the date is fixed.
"""

from collections.abc import Sequence
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.package import Package

from imhtrainer.render.pptx.markup import DECLARATION, tag

_EARLIEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_ROOT_RELATIONS = (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES)
_COMPRESSED = frozenset({"png", "jpg", "gif", "xlsx"})
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class FilePart(Part):
    """A part that stays in its own file until it is written: videos are too large to hold."""

    def __init__(self, name: PackURI, content_type: str, package: Package, path: Path) -> None:
        super().__init__(name, content_type, package)
        self.path = path


def write_package(package: Package, out: BinaryIO) -> None:
    """Write every part that the package's root relationships lead to."""
    roots = [(kind, package.part_related_by(kind)) for kind in _ROOT_RELATIONS]
    parts = sorted(_reachable([part for _, part in roots]), key=lambda part: str(part.partname))
    with ZipFile(out, "w") as archive:
        _add(archive, CONTENT_TYPES_URI, _content_types(parts))
        _add(archive, PACKAGE_URI.rels_uri, _root_relations(roots))
        for part in parts:
            if isinstance(part, FilePart):
                _add_file(archive, part.partname, part.path)
            else:
                _add(archive, part.partname, part.blob)
            if len(part.rels):
                _add(archive, part.partname.rels_uri, part.rels.xml)


def _reachable(roots: Sequence[Part]) -> list[Part]:
    """All parts, each once, without recursion: decks may be long."""
    found, waiting = dict[str, Part](), list(roots)
    while waiting:
        part = waiting.pop()
        if part.partname in found:
            continue
        found[part.partname] = part
        waiting += [rel.target_part for rel in part.rels.values() if not rel.is_external]
    return list(found.values())


def _add(archive: ZipFile, name: PackURI, blob: bytes) -> None:
    info = ZipInfo(name.membername, _EARLIEST_ZIP_DATE)
    info.compress_type = ZIP_STORED if name.ext in _COMPRESSED else ZIP_DEFLATED
    archive.writestr(info, blob)


def _add_file(archive: ZipFile, name: PackURI, path: Path) -> None:
    info = ZipInfo(name.membername, _EARLIEST_ZIP_DATE)
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
        copyfileobj(source, target)


def _content_types(parts: Sequence[Part]) -> bytes:
    defaults = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    for part in parts:
        if part.partname.ext != "xml":
            defaults.setdefault(part.partname.ext, part.content_type)
    overrides = (
        tag("Override", {"PartName": part.partname, "ContentType": part.content_type})
        for part in parts
        if part.partname.ext == "xml" or defaults[part.partname.ext] != part.content_type
    )
    known = (
        tag("Default", {"Extension": ending, "ContentType": kind})
        for ending, kind in sorted(defaults.items())
    )
    return (DECLARATION + tag("Types", {"xmlns": _TYPES}, *known, *overrides)).encode()


def _root_relations(roots: Sequence[tuple[str, Part]]) -> bytes:
    relations = (
        tag(
            "Relationship",
            {"Id": f"rId{number}", "Type": kind, "Target": part.partname.membername},
        )
        for number, (kind, part) in enumerate(roots, start=1)
    )
    return (DECLARATION + tag("Relationships", {"xmlns": _RELATIONS}, *relations)).encode()
