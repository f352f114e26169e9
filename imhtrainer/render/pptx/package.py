"""A package on disk: the same parts always give the same bytes, for every date in it is fixed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from imhtrainer.render.pptx.markup import DECLARATION, tag
from imhtrainer.render.pptx.parts import CT, FilePart, Part

_EARLIEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_COMPRESSED = frozenset({"png", "jpg", "gif", "xlsx"})
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


Member = bytes | Path
"""What is in a part: its bytes, or the file that holds them."""


def members_of(root: Part) -> dict[str, Member]:
    """Every part that the relationships of ``root``, the package itself, lead to, by its name."""
    parts = sorted(_reachable(root), key=lambda part: part.name)
    members: dict[str, Member] = {
        "[Content_Types].xml": _content_types(parts),
        root.relations_name: root.relations_xml(),
    }
    for part in parts:
        members[part.name] = part.path if isinstance(part, FilePart) else part.blob
        if part.leads:
            members[part.relations_name] = part.relations_xml()
    return members


def write_members(members: Mapping[str, Member], out: BinaryIO) -> None:
    """Write a package in the order of its members."""
    with ZipFile(out, "w") as archive:
        for name, member in members.items():
            if isinstance(member, Path):
                _add_file(archive, name, member)
            else:
                _add(archive, name, member)


def _reachable(root: Part) -> list[Part]:
    """All parts, each once, without recursion: decks may be long."""
    found, waiting = dict[str, Part](), [root]
    while waiting:
        part = waiting.pop()
        if part.name in found:
            continue
        found[part.name] = part
        waiting += [lead.target for lead in part.leads.values() if isinstance(lead.target, Part)]
    del found[root.name]
    return list(found.values())


def _add(archive: ZipFile, name: str, blob: bytes) -> None:
    info = ZipInfo(name, _EARLIEST_ZIP_DATE)
    ready = name.rpartition(".")[2] in _COMPRESSED
    info.compress_type = ZIP_STORED if ready else ZIP_DEFLATED
    archive.writestr(info, blob)


def _add_file(archive: ZipFile, name: str, path: Path) -> None:
    info = ZipInfo(name, _EARLIEST_ZIP_DATE)
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
        copyfileobj(source, target)


def _content_types(parts: Sequence[Part]) -> bytes:
    defaults = {"rels": CT.RELATIONSHIPS, "xml": CT.XML}
    for part in parts:
        defaults.setdefault(part.ending, part.content_type)
    overrides = (
        tag("Override", {"PartName": f"/{part.name}", "ContentType": part.content_type})
        for part in parts
        if defaults[part.ending] != part.content_type
    )
    known = (
        tag("Default", {"Extension": ending, "ContentType": kind})
        for ending, kind in sorted(defaults.items())
    )
    return (DECLARATION + tag("Types", {"xmlns": _TYPES}, *known, *overrides)).encode()
