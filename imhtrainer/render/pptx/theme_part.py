"""The theme part: twelve colours, Office's stand-ins for our typefaces, and fills without shadows.

The stand-ins (Georgia, Calibri) have the letter widths of the faces in which pages are measured.
"""

from imhtrainer.layout.theme import Theme
from imhtrainer.render.pptx.colors import THEME_SLOTS, hex_digits
from imhtrainer.render.pptx.markup import document, tag

_SCRIPT_FONTS = {
    "Jpan": "Yu Gothic",
    "Hang": "Malgun Gothic",
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
    "Arab": "Arial",
    "Hebr": "Arial",
    "Thai": "Leelawadee UI",
    "Ethi": "Nyala",
    "Beng": "Nirmala UI",
    "Gujr": "Nirmala UI",
    "Khmr": "Leelawadee UI",
    "Knda": "Nirmala UI",
    "Guru": "Nirmala UI",
    "Deva": "Nirmala UI",
    "Telu": "Nirmala UI",
    "Taml": "Nirmala UI",
    "Orya": "Nirmala UI",
    "Mlym": "Nirmala UI",
    "Laoo": "Leelawadee UI",
    "Sinh": "Nirmala UI",
    "Mymr": "Myanmar Text",
    "Viet": "Arial",
    "Geor": "Sylfaen",
    "Armn": "Sylfaen",
}
_PLACEHOLDER_COLOR = tag("a:solidFill", {}, tag("a:schemeClr", {"val": "phClr"}))


def theme_xml(theme: Theme) -> bytes:
    """The theme part of ``theme``."""
    elements = tag("a:themeElements", {}, _colors(theme), _fonts(theme), _formats(theme))
    return document(
        "a:theme",
        {"name": theme.name},
        elements,
        tag("a:objectDefaults"),
        tag("a:extraClrSchemeLst"),
    )


def _colors(theme: Theme) -> str:
    slots = (
        tag(f"a:{slot}", {}, tag("a:srgbClr", {"val": hex_digits(theme.light[token])}))
        for slot, token in THEME_SLOTS.items()
    )
    return tag("a:clrScheme", {"name": theme.name}, *slots)


def _fonts(theme: Theme) -> str:
    scripts = "".join(
        tag("a:font", {"script": script, "typeface": face})
        for script, face in _SCRIPT_FONTS.items()
    )
    families = (
        tag(
            f"a:{kind}",
            {},
            tag("a:latin", {"typeface": theme.families[family]}),
            tag("a:ea", {"typeface": ""}),
            tag("a:cs", {"typeface": ""}),
            scripts,
        )
        for kind, family in (("majorFont", "office-head"), ("minorFont", "office-body"))
    )
    return tag("a:fontScheme", {"name": theme.name}, *families)


def _formats(theme: Theme) -> str:
    """The format scheme needs three of each kind; all are plain, so nothing casts a shadow."""
    lines = "".join(
        tag("a:ln", {"w": width}, _PLACEHOLDER_COLOR, tag("a:prstDash", {"val": "solid"}))
        for width in (9525, 19050, 28575)
    )
    effects = tag("a:effectStyle", {}, tag("a:effectLst")) * 3
    return tag(
        "a:fmtScheme",
        {"name": theme.name},
        tag("a:fillStyleLst", {}, _PLACEHOLDER_COLOR * 3),
        tag("a:lnStyleLst", {}, lines),
        tag("a:effectStyleLst", {}, effects),
        tag("a:bgFillStyleLst", {}, _PLACEHOLDER_COLOR * 3),
    )
