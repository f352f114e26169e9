"""Sections of the slide list, as PowerPoint since 2010 shows them beside the slides."""

from collections.abc import Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from imhtrainer.layout.page import Page
from imhtrainer.render.pptx.markup import tag

_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_POWERPOINT_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def sections_xml(pages: Sequence[Page], slide_ids: Sequence[int]) -> str:
    """The extension of the presentation that names the sections; empty where no page names one.

    Pages without a section join the one before, for PowerPoint wants every slide in a section.
    """
    if not any(page.section for page in pages):
        return ""
    runs = groupby(zip(_ids(pages), pages, slide_ids, strict=True), lambda triple: triple[0])
    sections = (
        _section(number, section_id, list(members))
        for number, (section_id, members) in enumerate(runs)
    )
    listed = tag("p14:sectionLst", {"xmlns:p14": _POWERPOINT_2010}, *sections)
    return tag("p:extLst", {}, tag("p:ext", {"uri": _EXTENSION}, listed))


def guid(name: str) -> str:
    """A stable GUID in braces and capitals, the way Office reads it."""
    return f"{{{uuid5(NAMESPACE_URL, name)}}}".upper()


def _ids(pages: Sequence[Page]) -> list[str]:
    known = next(page.section_id for page in pages if page.section)
    ids = []
    for page in pages:
        known = page.section_id if page.section else known
        ids.append(known)
    return ids


def _section(number: int, section_id: str, members: Sequence[tuple[str, Page, int]]) -> str:
    name = next((page.section for _, page, _ in members if page.section), "")
    slides = (tag("p14:sldId", {"id": slide_id}) for _, _, slide_id in members)
    return tag(
        "p14:section",
        {"name": name, "id": guid(f"section:{number}:{section_id}")},
        tag("p14:sldIdLst", {}, *slides),
    )
