"""Rules about the presentation: its ids, its sections, its masters and its notes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from imhtrainer.render.pptx.lint.opened import PRESENTATION, OpenedPackage, P, R

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
_SLIDE_IDS = range(256, 2**31)
_MASTER_IDS = range(2**31, 2**32)


def root_faults(package: OpenedPackage) -> Iterator[str]:
    """What is wrong with the lists in the presentation part."""
    root = package.trees.get(PRESENTATION)
    if root is None:
        yield f"{PRESENTATION}: it is missing"
        return
    yield from _slide_ids(package, root)
    yield from _master_ids(package, root)
    yield from _sections(root)
    yield from _notes(package, root)


def _slide_ids(package: OpenedPackage, root: etree._Element) -> Iterator[str]:
    listed = list(root.iter(f"{P}sldId"))
    yield from _id_faults([_number(found.get("id")) for found in listed], _SLIDE_IDS, "slide")
    known = package.relations.get(PRESENTATION, {})
    shown = Counter(
        known[key].target for found in listed if (key := str(found.get(f"{R}id"))) in known
    )
    for name, _ in package.under("ppt/slides"):
        if shown[name] != 1:
            yield f"{name}: the presentation lists it {shown[name]} times"


def _master_ids(package: OpenedPackage, root: etree._Element) -> Iterator[str]:
    """Masters and layouts share one range of ids."""
    ids = [_number(found.get("id")) for found in root.iter(f"{P}sldMasterId")]
    for _, master in package.under("ppt/slideMasters"):
        ids += [_number(found.get("id")) for found in master.iter(f"{P}sldLayoutId")]
    yield from _id_faults(ids, _MASTER_IDS, "master or layout")


def _id_faults(ids: Sequence[int], allowed: range, what: str) -> Iterator[str]:
    for number, count in Counter(ids).items():
        if count > 1:
            yield f"{PRESENTATION}: the {what} id {number} is used {count} times"
        if number not in allowed:
            yield f"{PRESENTATION}: the {what} id {number} is out of its range"


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else -1


def _sections(root: etree._Element) -> Iterator[str]:
    sections = list(root.iter(f"{_P14}section"))
    if not sections:
        return
    for guid, count in Counter(str(found.get("id")) for found in sections).items():
        if not _GUID.fullmatch(guid):
            yield f"{PRESENTATION}: the section id {guid} is no GUID in braces and capitals"
        if count > 1:
            yield f"{PRESENTATION}: the section id {guid} is used {count} times"
    inside = [found.get("id") for found in root.iter(f"{_P14}sldId")]
    if inside != [found.get("id") for found in root.iter(f"{P}sldId")]:
        yield f"{PRESENTATION}: the sections do not hold every slide once and in order"


def _notes(package: OpenedPackage, root: etree._Element) -> Iterator[str]:
    masters = list(package.related(PRESENTATION, "notesMaster"))
    if root.find(f"{P}notesMasterIdLst") is None or not masters:
        if any(package.under("ppt/notesSlides")):
            yield f"{PRESENTATION}: slides have notes, but there is no notes master"
        return
    themes = {
        theme
        for name, _ in package.under("ppt/slideMasters")
        for theme in package.related(name, "theme")
    }
    for master in masters:
        own = set(package.related(master, "theme"))
        if not own:
            yield f"{master}: it has no theme"
        if own & themes:
            yield f"{master}: it shares its theme with a slide master"
    for name, _ in package.under("ppt/notesSlides"):
        for kind in ("notesMaster", "slide"):
            if not any(package.related(name, kind)):
                yield f"{name}: it belongs to no {'slide' if kind == 'slide' else 'notes master'}"
