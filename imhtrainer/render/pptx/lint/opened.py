"""A package opened for looking: its parts, their trees and where their relationships lead."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONTENT_TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one relationship of a part leads; ``target`` is a part's name, or an address outside."""

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class OpenedPackage:
    """Parts by name, the trees of those that are XML, and each part's relationships by id.

    ``broken`` says what could not be opened at all.
    """

    names: tuple[str, ...]
    trees: Mapping[str, etree._Element]
    relations: Mapping[str, Mapping[str, Relation]]
    broken: list[str] = field(default_factory=list)

    def related(self, name: str, kind: str) -> Iterator[str]:
        """The parts to which relationships of one kind lead."""
        for relation in self.relations.get(name, {}).values():
            if relation.kind == kind and not relation.outside:
                yield relation.target

    def under(self, folder: str) -> Iterator[tuple[str, etree._Element]]:
        """The trees of the parts right in a folder such as ``ppt/slides``."""
        for name, tree in self.trees.items():
            if name.rpartition("/")[0] == folder:
                yield name, tree


def open_package(file: BinaryIO) -> OpenedPackage:
    """Open a package; a file that is none, or a part that is no XML, is told in ``broken``."""
    try:
        with ZipFile(file) as archive:
            names = archive.namelist()
            parts = {name: archive.read(name) for name in names if _is_xml(name)}
    except (BadZipFile, OSError, EOFError) as error:
        return OpenedPackage((), {}, {}, [f"the file is no package ({error})"])
    broken = [
        f"{name}: it is in the file {count} times"
        for name, count in Counter(names).items()
        if count > 1
    ]
    return _opened(tuple(names), parts, broken)


def open_members(members: Mapping[str, object]) -> OpenedPackage:
    """The same of what is to be a package: ``bytes`` by their names, and files that are no XML."""
    parts = {
        name: member
        for name, member in members.items()
        if isinstance(member, bytes) and _is_xml(name)
    }
    return _opened(tuple(members), parts, [])


def _opened(names: tuple[str, ...], parts: Mapping[str, bytes], broken: list[str]) -> OpenedPackage:
    trees, parser = dict[str, etree._Element](), _careful_parser()
    for name, content in parts.items():
        try:
            trees[name] = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            broken.append(f"{name}: it is not XML ({error})")
    relations = {
        _owner(name): _relations(_owner(name), tree)
        for name, tree in trees.items()
        if name.endswith(".rels")
    }
    return OpenedPackage(names, trees, relations, broken)


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _careful_parser() -> etree.XMLParser:
    """Nothing outside the file is read, and no entity is expanded."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _owner(name: str) -> str:
    """The part a relationship part belongs to; the package itself is the empty name."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _relations(owner: str, tree: etree._Element) -> dict[str, Relation]:
    folder = posixpath.dirname(owner)
    return {
        str(found.get("Id")): Relation(
            str(found.get("Type")).removeprefix(RELATION_TYPES),
            _target(folder, found),
            found.get("TargetMode") == "External",
        )
        for found in tree
    }


def _target(folder: str, found: etree._Element) -> str:
    target = str(found.get("Target"))
    if found.get("TargetMode") == "External":
        return target
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
