"""The presentation part: it lists the masters and slides and says how large they are."""

from collections.abc import Sequence
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation

from imhtrainer.layout.page import Page
from imhtrainer.render.pptx.designs import Style
from imhtrainer.render.pptx.markup import document, emu, tag
from imhtrainer.render.pptx.notes import PAGE_HEIGHT, PAGE_WIDTH
from imhtrainer.render.pptx.sections import sections_xml

_FIRST_SLIDE_ID = 256
_MASTER_ID = 2_147_483_648
_REPLACED = (RT.SLIDE_MASTER, RT.THEME, RT.PRINTER_SETTINGS)


def list_parts(
    template: Presentation, style: Style, slides: Sequence[Part], pages: Sequence[Page]
) -> None:
    """Put a style's designs and our slides in the place of the template's."""
    root = template.part
    for key in [key for key, relation in root.rels.items() if relation.reltype in _REPLACED]:
        root.rels.pop(key)
    # PowerPoint wants the part, but the template's guides are those of a narrower slide.
    root.part_related_by(RT.VIEW_PROPS).blob = document("p:viewPr")
    master = root.relate_to(style.master, RT.SLIDE_MASTER)
    notes = root.relate_to(style.notes_master, RT.NOTES_MASTER)
    root.relate_to(style.master.part_related_by(RT.THEME), RT.THEME)
    ids = [_FIRST_SLIDE_ID + number for number in range(len(slides))]
    lists = (
        tag("p:sldMasterIdLst", {}, tag("p:sldMasterId", {"id": _MASTER_ID, "r:id": master})),
        tag("p:notesMasterIdLst", {}, tag("p:notesMasterId", {"r:id": notes})),
        tag("p:sldIdLst", {}, *_slide_ids(root, slides, ids)) if slides else "",
        tag("p:sldSz", {"cx": emu(style.width), "cy": emu(style.height)}),
        tag("p:notesSz", {"cx": emu(PAGE_WIDTH), "cy": emu(PAGE_HEIGHT)}),
    )
    _replace_lists(template, lists, sections_xml(pages, ids))


def _slide_ids(root: Part, slides: Sequence[Part], ids: Sequence[int]) -> list[str]:
    return [
        tag("p:sldId", {"id": number, "r:id": root.relate_to(slide, RT.SLIDE)})
        for number, slide in zip(ids, slides, strict=True)
    ]


def _replace_lists(template: Presentation, lists: Sequence[str], sections: str) -> None:
    """Only the default text style of the template's own root stays."""
    element = template.element
    for child in list(element):
        if not child.tag.endswith("}defaultTextStyle"):
            element.remove(child)
    for index, child in enumerate(_elements(lists)):
        element.insert(index, child)
    for child in _elements([sections]):
        element.append(child)


def _elements(markup: Sequence[str]) -> list[Any]:
    return list(parse_xml(document("p:presentation", {}, *markup)))
