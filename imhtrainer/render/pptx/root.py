"""The presentation part: it lists the masters and slides and says how large they are."""

from collections.abc import Sequence

from imhtrainer.layout.page import Page
from imhtrainer.render.pptx.designs import Style
from imhtrainer.render.pptx.markup import document, emu, tag
from imhtrainer.render.pptx.notes import PAGE_HEIGHT, PAGE_WIDTH
from imhtrainer.render.pptx.parts import CT, RT, Part, slide_part
from imhtrainer.render.pptx.sections import sections_xml

_FIRST_SLIDE_ID = 256
_MASTER_ID = 2_147_483_648
_LEVELS = 9
_INDENT = 36.0
_MEDIUM_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""The table style that PowerPoint gives to new tables."""


def presentation_part(style: Style, slides: Sequence[Part], pages: Sequence[Page]) -> Part:
    """The presentation of these slides, related to all that PowerPoint wants beside them."""
    root = slide_part("presentation", CT.PRESENTATION)
    master = root.relate_to(style.master, RT.SLIDE_MASTER)
    notes = root.relate_to(style.notes_master, RT.NOTES_MASTER)
    for theme in style.master.related(RT.THEME):
        root.relate_to(theme, RT.THEME)
    _add_settings(root)
    ids = [_FIRST_SLIDE_ID + number for number in range(len(slides))]
    root.blob = document(
        "p:presentation",
        {"saveSubsetFonts": 1, "autoCompressPictures": 0},
        tag("p:sldMasterIdLst", {}, tag("p:sldMasterId", {"id": _MASTER_ID, "r:id": master})),
        tag("p:notesMasterIdLst", {}, tag("p:notesMasterId", {"r:id": notes})),
        tag("p:sldIdLst", {}, *_slide_ids(root, slides, ids)) if slides else "",
        tag("p:sldSz", {"cx": emu(style.width), "cy": emu(style.height)}),
        tag("p:notesSz", {"cx": emu(PAGE_WIDTH), "cy": emu(PAGE_HEIGHT)}),
        tag("p:defaultTextStyle", {}, *map(_level, range(1, _LEVELS + 1))),
        sections_xml(pages, ids),
    )
    return root


def _slide_ids(root: Part, slides: Sequence[Part], ids: Sequence[int]) -> list[str]:
    return [
        tag("p:sldId", {"id": number, "r:id": root.relate_to(slide, RT.SLIDE)})
        for number, slide in zip(ids, slides, strict=True)
    ]


def _add_settings(root: Part) -> None:
    """Parts that PowerPoint expects, though there is nothing to say in them."""
    styles = document("a:tblStyleLst", {"def": _MEDIUM_STYLE})
    for name, kind, relation, blob in (
        ("presProps", CT.PRES_PROPS, RT.PRES_PROPS, document("p:presentationPr")),
        ("viewProps", CT.VIEW_PROPS, RT.VIEW_PROPS, document("p:viewPr")),
        ("tableStyles", CT.TABLE_STYLES, RT.TABLE_STYLES, styles),
    ):
        root.relate_to(slide_part(name, kind, blob), relation)


def _level(level: int) -> str:
    """How text outside of placeholders looks that somebody adds in PowerPoint."""
    color = tag("a:solidFill", {}, tag("a:schemeClr", {"val": "tx1"}))
    fonts = "".join(tag(f"a:{kind}", {"typeface": f"+mn-{short}"}) for kind, short in _FONTS)
    return tag(
        f"a:lvl{level}pPr",
        {"marL": emu(_INDENT * (level - 1)), "algn": "l", "defTabSz": emu(_INDENT), "rtl": 0},
        tag("a:defRPr", {"sz": 1800, "kern": 1200}, color, fonts),
    )


_FONTS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
