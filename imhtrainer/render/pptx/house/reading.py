"""A template read: its first master and that master's layouts stay, everything foreign is left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pptx.opc.packuri import PackURI
from pptx.util import Length

from imhtrainer.domain.errors import RenderError
from imhtrainer.render.pptx.house.holders import Holder, House, HouseLayout
from imhtrainer.render.pptx.opening import open_presentation
from imhtrainer.render.pptx.outlines import Frame
from imhtrainer.render.pptx.parts import RT, Lead, Part

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MASTER_ID = 2_147_483_648
_FREE_INDEX = 1000
_KEPT = frozenset({RT.SLIDE_MASTER, RT.SLIDE_LAYOUT, RT.THEME, RT.IMAGE})
_SHAPES = frozenset(
    f"{_P}{name}" for name in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart")
)
_WHOLE_PARTS = {
    "slide": "slides",
    "notesMaster": "its notes master",
    "handoutMaster": "its handout master",
    "vbaProject": "macros",
    "commentAuthors": "comments",
    "customXml": "data of other programs",
    "font": "embedded fonts",
    "tags": "tags of other programs",
}


def read_house(path: Path) -> House:
    """The template in a ``.pptx`` or ``.potx`` file; ``RenderError`` where it cannot be used."""
    presentation = open_presentation(path)
    masters = list(presentation.slide_masters)
    if not masters or not presentation.slide_width or not presentation.slide_height:
        raise RenderError(f"{path}: the file has no slide master. Choose a template with one.")
    left_out = dict.fromkeys(_left_out_wholly(presentation.part))
    if len(masters) > 1:
        left_out["further slide masters"] = None
    for part in (masters[0].part, *(layout.part for layout in masters[0].slide_layouts)):
        left_out.update(dict.fromkeys(_cleaned(part)))
        _mend_ids(part)
    _renumber(masters[0])
    taken = _taken_over(masters[0].part)
    return House(
        path.name,
        taken[masters[0].part.partname],
        tuple(_layout(layout, taken) for layout in masters[0].slide_layouts),
        presentation.slide_width.pt,
        presentation.slide_height.pt,
        tuple(left_out),
    )


def _taken_over(master: Any) -> dict[str, Part]:
    """The master and all that it leads to as parts of ours, with the keys of their relationships."""
    taken: dict[str, Part] = {}
    waiting, pairs = [master], list[tuple[Any, Part]]()
    while waiting:
        old = waiting.pop()
        if old.partname in taken:
            continue
        taken[old.partname] = new = Part(old.partname.membername, old.content_type, old.blob)
        pairs.append((old, new))
        waiting += [relation.target_part for relation in old.rels.values()]
    for old, new in pairs:
        for key, relation in old.rels.items():
            new.leads[key] = Lead(relation.reltype, taken[relation.target_part.partname])
    return taken


def _left_out_wholly(root: Any) -> Iterator[str]:
    for relation in root.rels.values():
        what = _WHOLE_PARTS.get(relation.reltype.rsplit("/", 1)[-1])
        if what:
            yield what


def _renumber(master: Any) -> None:
    """Names and ids that cannot meet those of our own parts."""
    layouts = [layout.part for layout in master.slide_layouts]
    master.part.partname = PackURI("/ppt/slideMasters/slideMaster1.xml")
    master.part.part_related_by(RT.THEME).partname = PackURI("/ppt/theme/theme1.xml")
    for number, part in enumerate(layouts, start=1):
        part.partname = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
    for number, listed in enumerate(master._element.iter(f"{_P}sldLayoutId"), start=1):
        listed.set("id", str(_MASTER_ID + number))
    theme = master.part.part_related_by(RT.THEME)
    for number, picture in enumerate(_pictures((master.part, theme, *layouts)), start=1):
        picture.partname = PackURI(f"/ppt/media/house{number}.{picture.partname.ext}")


def _pictures(parts: Iterable[Any]) -> list[Any]:
    pictures = (
        relation.target_part
        for part in parts
        for relation in part.rels.values()
        if relation.reltype == RT.IMAGE
    )
    return list({id(picture): picture for picture in pictures}.values())


def _cleaned(part: Any) -> Iterator[str]:
    """Take out of a master or layout what leads to foreign parts or outside, and say what it was."""
    foreign = [
        key
        for key, relation in part.rels.items()
        if relation.is_external or relation.reltype not in _KEPT or _is_no_picture(relation)
    ]
    for key in foreign:
        yield f"“{part.rels[key].reltype.rsplit('/', 1)[-1]}” in {part.partname.filename}"
        part.rels.pop(key)
    element = part._element
    for timing in element.findall(f"{_P}timing"):
        element.remove(timing)
    for found in [found for found in element.iter("*") if _uses(found, foreign)]:
        _remove(found)


def _mend_ids(part: Any) -> None:
    """Every shape an id and every placeholder an index of its own: some programs save them twice."""
    for number, found in enumerate(part._element.iter(f"{_P}cNvPr"), start=1):
        found.set("id", str(number))
    taken = set[str]()
    for number, found in enumerate(part._element.iter(f"{_P}ph"), start=_FREE_INDEX):
        index = found.get("idx", "0")
        if found.get("type") in {"title", "ctrTitle"}:
            continue
        if index in taken:
            index = str(number)
            found.set("idx", index)
        taken.add(index)


def _is_no_picture(relation: Any) -> bool:
    return relation.reltype == RT.IMAGE and not relation.target_part.content_type.startswith(
        "image/"
    )


def _uses(element: Any, keys: Sequence[str]) -> bool:
    return any(key.startswith(_R) and value in keys for key, value in element.attrib.items())


def _remove(element: Any) -> None:
    """Remove the shape that an element belongs to; a link or a list entry by itself."""
    target = element
    if not element.tag.endswith(("}hlinkClick", "}hlinkHover", "}tags")):
        shapes = (outer for outer in element.iterancestors() if outer.tag in _SHAPES)
        target = element if element.tag in _SHAPES else next(shapes, element)
    parent = target.getparent()
    if parent is not None:
        parent.remove(target)


def _layout(layout: Any, taken: Mapping[str, Part]) -> HouseLayout:
    holders = tuple(
        Holder(_attributes(shape), shape.name, _frame(shape), *_type(shape, layout.slide_master))
        for shape in layout.placeholders
    )
    kind = layout._element.get("type") or ""
    return HouseLayout(layout.name, kind, taken[layout.part.partname], holders)


def _attributes(shape: Any) -> tuple[tuple[str, str], ...]:
    found = next(shape._element.iter(f"{_P}ph"))
    kept = ("type", "orient", "sz", "idx")
    return tuple((name, found.get(name)) for name in kept if found.get(name))


def _type(shape: Any, master: Any) -> tuple[float, float]:
    """Size and indent, in points, of a placeholder's first level: its own, else the master's body text's."""
    bodies = [
        holder._element
        for holder in master.placeholders
        if next(holder._element.iter(f"{_P}ph")).get("type") == "body"
    ]
    styles = [shape._element, *bodies, *master._element.iter(f"{_P}bodyStyle")]
    levels = [level for style in styles for level in style.iter(f"{_A}lvl1pPr")]
    sizes = (run.get("sz") for level in levels for run in level.iter(f"{_A}defRPr"))
    indents = (level.get("marL") for level in levels)
    size = next((int(size) / 100 for size in sizes if size), 0.0)
    return size, next((Length(int(indent)).pt for indent in indents if indent), 0.0)


def _frame(shape: Any) -> Frame:
    sides = (shape.left, shape.top, shape.width, shape.height)
    x, y, w, h = (Length(side or 0).pt for side in sides)
    return x, y, w, h
