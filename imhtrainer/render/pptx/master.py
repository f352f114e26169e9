"""The slide master and its layouts as markup."""

from collections.abc import Iterable, Sequence

from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.insets import ANCHORS, fitting
from imhtrainer.render.pptx.layouts import BODY, DATE, FOOTER, NUMBER, TITLE
from imhtrainer.render.pptx.markup import document, emu, tag, words
from imhtrainer.render.pptx.outlines import position
from imhtrainer.render.pptx.placeholders import placeholder
from imhtrainer.render.pptx.slots import LEVEL_INDENT, SlideLayout, Slot
from imhtrainer.render.pptx.text import ALIGNS, FONTS, dot, points_spacing

EMPTY_GROUP = tag(
    "p:nvGrpSpPr", {}, tag("p:cNvPr", {"id": 1, "name": ""}), tag("p:cNvGrpSpPr"), tag("p:nvPr")
) + tag(
    "p:grpSpPr",
    {},
    tag(
        "a:xfrm",
        {},
        tag("a:off", {"x": 0, "y": 0}),
        tag("a:ext", {"cx": 0, "cy": 0}),
        tag("a:chOff", {"x": 0, "y": 0}),
        tag("a:chExt", {"cx": 0, "cy": 0}),
    ),
)
"""The root of every shape tree."""

COLOR_MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
_LEVELS = 9
_FIRST_LAYOUT_ID = 2_147_483_649
_PROMPTS = {
    "title": "Click to add title",
    "subTitle": "Click to add subtitle",
    "body": "Click to add text",
    "pic": "Click to add picture",
    "tbl": "Click to add table",
    "chart": "Click to add chart",
    "sldNum": "‹#›",
    "dt": "1/31/2026",
    "ftr": "",
}
_FIELDS = {"sldNum": "slidenum", "dt": "datetime1"}


def master_xml(colors: Colors, layout_relations: Sequence[str]) -> bytes:
    """The slide master; ``layout_relations`` are the relationships to its layouts, in menu order."""
    ids = (
        tag("p:sldLayoutId", {"id": _FIRST_LAYOUT_ID + number, "r:id": relation})
        for number, relation in enumerate(layout_relations)
    )
    return document(
        "p:sldMaster",
        {},
        slide_content(
            colors.fill("paper"), _placeholders((TITLE, BODY, DATE, FOOTER, NUMBER), colors)
        ),
        tag("p:clrMap", COLOR_MAP),
        tag("p:sldLayoutIdLst", {}, *ids),
        _text_styles(colors),
    )


def layout_xml(layout: SlideLayout, colors: Colors) -> bytes:
    """One slide layout."""
    return document(
        "p:sldLayout",
        {"preserve": 1, "userDrawn": 1},
        slide_content(colors.fill(layout.ground), _placeholders(layout.slots, colors), layout.name),
        tag("p:clrMapOvr", {}, tag("a:masterClrMapping")),
    )


def slide_content(ground: str, shapes: str, name: str = "") -> str:
    """``p:cSld``: ground, shape tree and the name by which programs address it."""
    background = tag("p:bg", {}, tag("p:bgPr", {}, ground, tag("a:effectLst")))
    tree = tag("p:spTree", {}, EMPTY_GROUP, shapes)
    return tag("p:cSld", {"name": name} if name else {}, background, tree)


def _placeholders(slots: Iterable[Slot], colors: Colors) -> str:
    return "".join(_empty(slot, number, colors) for number, slot in enumerate(slots, start=2))


def _empty(slot: Slot, shape_id: int, colors: Colors) -> str:
    """A placeholder with its prompt."""
    return tag(
        "p:sp",
        {},
        tag(
            "p:nvSpPr",
            {},
            tag("p:cNvPr", {"id": shape_id, "name": slot.name}),
            tag("p:cNvSpPr", {}, tag("a:spLocks", {"noGrp": 1})),
            placeholder(slot),
        ),
        tag(
            "p:spPr",
            {},
            position("a:xfrm", (slot.x, slot.y, slot.w, slot.h)),
            tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst")),
        ),
        tag("p:txBody", {}, _box_properties(slot), _list_style(slot, colors), _prompt(slot)),
    )


def _box_properties(slot: Slot) -> str:
    attributes: dict[str, str | int] = {"vert": "horz", "wrap": "square"}
    attributes |= dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    attributes |= {"rtlCol": 0, "anchor": ANCHORS[slot.anchor]}
    return tag("a:bodyPr", attributes, fitting(slot.shrinks))


def _list_style(slot: Slot, colors: Colors) -> str:
    return tag("a:lstStyle", {}, _level(slot, 1, colors))


def _prompt(slot: Slot) -> str:
    language = tag("a:rPr", {"lang": "en-US"})
    text = words("a:t", _PROMPTS[slot.kind])
    if slot.kind in _FIELDS:
        field = {"id": "{C1FF6DA9-008F-4B48-92A6-B652298478BF}", "type": _FIELDS[slot.kind]}
        return tag("a:p", {}, tag("a:fld", field, language, text))
    if not _PROMPTS[slot.kind]:
        return tag("a:p", {}, tag("a:endParaRPr", {"lang": "en-US"}))
    return tag("a:p", {}, tag("a:r", {}, language, text))


def _text_styles(colors: Colors) -> str:
    other = "".join(_level(NUMBER, level, colors) for level in range(1, _LEVELS + 1))
    body = "".join(_level(BODY, level, colors) for level in range(1, _LEVELS + 1))
    return tag(
        "p:txStyles",
        {},
        tag("p:titleStyle", {}, _level(TITLE, 1, colors)),
        tag("p:bodyStyle", {}, body),
        tag("p:otherStyle", {}, other),
    )


def _level(slot: Slot, level: int, colors: Colors) -> str:
    margin = LEVEL_INDENT * (level if slot.bullet else level - 1)
    attributes: dict[str, str | int] = {
        "marL": emu(margin),
        "indent": -emu(LEVEL_INDENT) if slot.bullet else 0,
        "algn": ALIGNS[slot.align],
        "defTabSz": emu(72),
        "rtl": 0,
        "eaLnBrk": 1,
        "latinLnBrk": 0,
        "hangingPunct": 1,
    }
    return tag(
        f"a:lvl{level}pPr",
        attributes,
        tag("a:lnSpc", {}, points_spacing(slot.lead)),
        tag("a:spcBef", {}, points_spacing(slot.gap)),
        tag("a:spcAft", {}, points_spacing(0)),
        dot(colors) if slot.bullet else tag("a:buNone"),
        _letters(slot, colors),
    )


def _letters(slot: Slot, colors: Colors) -> str:
    font = FONTS[slot.family]
    return tag(
        "a:defRPr",
        {"sz": round(slot.size * 100), "b": int(slot.bold), "i": 0, "kern": 1200},
        colors.fill(slot.color),
        tag("a:latin", {"typeface": font}),
        tag("a:ea", {"typeface": font.replace("lt", "ea")}),
        tag("a:cs", {"typeface": font.replace("lt", "cs")}),
    )
