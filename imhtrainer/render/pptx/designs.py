"""The designs of a file: theme, slide master, layouts and notes master in place of the template's."""

from collections.abc import Mapping
from dataclasses import dataclass

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from imhtrainer.layout.theme import Theme
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.layouts import LAYOUTS, PLAIN
from imhtrainer.render.pptx.master import layout_xml, master_xml
from imhtrainer.render.pptx.notes import notes_master_xml
from imhtrainer.render.pptx.slots import SlideLayout
from imhtrainer.render.pptx.theme_part import theme_xml


@dataclass(frozen=True, slots=True)
class Designs:
    """The parts that slides and notes are based on; ``layouts`` by their name in PowerPoint's menu."""

    master: Part
    notes_master: Part
    layouts: Mapping[str, Part]


def make_part(package: Package, name: str, content_type: str, blob: bytes = b"") -> Part:
    """A part of XML under ``/ppt``."""
    return Part(PackURI(f"/ppt/{name}.xml"), content_type, package, blob)


def make_designs(package: Package, theme: Theme, colors: Colors) -> Designs:
    """Our masters and layouts, each related to what it needs."""
    master = make_part(package, "slideMasters/slideMaster1", CT.PML_SLIDE_MASTER)
    notes = make_part(
        package, "notesMasters/notesMaster1", CT.PML_NOTES_MASTER, notes_master_xml(colors)
    )
    layouts = {
        layout.name: _layout(package, layout, number, master, colors)
        for number, layout in enumerate((*LAYOUTS.values(), PLAIN), start=1)
    }
    relations = [master.relate_to(part, RT.SLIDE_LAYOUT) for part in layouts.values()]
    master.blob = master_xml(colors, relations)
    for number, part in enumerate((master, notes), start=1):
        # A notes master must not share the slide master's theme part: PowerPoint calls that damaged.
        name = f"theme/theme{number}"
        part.relate_to(make_part(package, name, CT.OFC_THEME, theme_xml(theme)), RT.THEME)
    return Designs(master, notes, layouts)


def _layout(
    package: Package, layout: SlideLayout, number: int, master: Part, colors: Colors
) -> Part:
    name = f"slideLayouts/slideLayout{number}"
    part = make_part(package, name, CT.PML_SLIDE_LAYOUT, layout_xml(layout, colors))
    part.relate_to(master, RT.SLIDE_MASTER)
    return part
