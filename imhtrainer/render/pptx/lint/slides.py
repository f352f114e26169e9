"""Rules about slides: their shapes, placeholders, animation, words and colours."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from imhtrainer.render.pptx.lint.opened import A, OpenedPackage, P

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SHAPE_FOLDERS = (
    "ppt/slides",
    "ppt/notesSlides",
    "ppt/slideLayouts",
    "ppt/slideMasters",
    "ppt/notesMasters",
)
_WITH_ALT = (f"{P}pic", f"{P}graphicFrame")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def slide_faults(package: OpenedPackage) -> Iterator[str]:
    """What is wrong on slides, their layouts and masters, and in their notes."""
    for folder in _SHAPE_FOLDERS:
        for name, tree in package.under(folder):
            yield from _shape_ids(name, tree)
            yield from _colors(name, tree)
    yield from _titles(package)
    for name, tree in package.under("ppt/slides"):
        yield from _timing(name, tree)
        yield from _placeholders(package, name, tree)
        yield from _empty_placeholders(name, tree)
        yield from _pictures(name, tree)
        yield from _language(name, tree)
    for name, tree in package.under("ppt/notesSlides"):
        yield from _language(name, tree)


def _shape_ids(name: str, tree: etree._Element) -> Iterator[str]:
    ids = Counter(found.get("id") for found in tree.iter(f"{P}cNvPr"))
    for key, count in ids.items():
        if count > 1:
            yield f"{name}: {count} shapes have the id {key}"


def _colors(name: str, tree: etree._Element) -> Iterator[str]:
    for found in tree.iter(f"{A}srgbClr"):
        if not _HEX.fullmatch(str(found.get("val"))):
            yield f"{name}: the colour {found.get('val')} is not six hex digits"


def _timing(name: str, tree: etree._Element) -> Iterator[str]:
    """Everything that is animated is there, its paragraphs, too."""
    timing = tree.find(f"{P}timing")
    if timing is None:
        return
    shapes = {_shape_id(shape): shape for shape in _shapes(tree)}
    nodes = Counter(found.get("id") for found in timing.iter(f"{P}cTn"))
    if any(count > 1 for count in nodes.values()):
        yield f"{name}: two nodes of the animation have the same id"
    for found in timing.iter(f"{P}spTgt", f"{P}bldP"):
        key = str(found.get("spid"))
        if key not in shapes:
            yield f"{name}: the animation moves the shape {key}, which is not there"
            continue
        count = len(shapes[key].findall(f"{P}txBody/{A}p"))
        for paragraph in found.iter(f"{P}pRg"):
            if int(str(paragraph.get("end"))) >= count:
                yield f"{name}: the animation shows a paragraph that the shape {key} does not have"


def _shapes(tree: etree._Element) -> Iterator[etree._Element]:
    for found in tree.iter(f"{P}cNvPr"):
        outer = found.getparent()
        shape = outer.getparent() if outer is not None else None
        if shape is not None:
            yield shape


def _shape_id(shape: etree._Element) -> str:
    found = next(shape.iter(f"{P}cNvPr"))
    return str(found.get("id"))


def _placeholders(package: OpenedPackage, name: str, tree: etree._Element) -> Iterator[str]:
    """A slide has one layout, and fills placeholders that the layout has, each once."""
    layouts = list(package.related(name, "slideLayout"))
    if len(layouts) != 1 or layouts[0] not in package.trees:
        yield f"{name}: it has {len(layouts)} layouts, not one"
        return
    offered = {_binding(found) for found in package.trees[layouts[0]].iter(f"{P}ph")}
    filled = Counter(_binding(found) for found in tree.iter(f"{P}ph"))
    for key, count in filled.items():
        if key not in offered:
            yield f"{name}: its layout has no placeholder {key}"
        if count > 1:
            yield f"{name}: the placeholder {key} is filled {count} times"


def _binding(found: etree._Element) -> str:
    """What a placeholder is bound by: titles by their kind, all others by their index."""
    kind = str(found.get("type", "obj"))
    return "title" if kind in {"title", "ctrTitle"} else str(found.get("idx", "0"))


def _titles(package: OpenedPackage) -> Iterator[str]:
    """A slide whose layout has a title has one, and no two have the same."""
    first: dict[str, str] = {}
    for name, tree in package.under("ppt/slides"):
        title = _title(tree)
        layouts = (package.trees.get(layout) for layout in package.related(name, "slideLayout"))
        if not title and any(layout is not None and _has_title(layout) for layout in layouts):
            yield f"{name}: it has no title"
        elif title and first.setdefault(title.casefold(), name) != name:
            yield f"{name}: it has the title of {first[title.casefold()]}, “{title}”"


def _title(tree: etree._Element) -> str:
    """The words in a slide's title placeholder, empty where it has none."""
    for shape in tree.iter(f"{P}sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if holder is not None and _binding(holder) == "title":
            return " ".join("".join(words.text or "" for words in shape.iter(f"{A}t")).split())
    return ""


def _has_title(layout: etree._Element) -> bool:
    return any(_binding(found) == "title" for found in layout.iter(f"{P}ph"))


def _empty_placeholders(name: str, tree: etree._Element) -> Iterator[str]:
    for shape in tree.iter(f"{P}sp"):
        if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None:
            continue
        if not any((words.text or "").strip() for words in shape.iter(f"{A}t")):
            yield f"{name}: the placeholder “{_name(shape)}” is empty"


def _pictures(name: str, tree: etree._Element) -> Iterator[str]:
    """Pictures and charts say what they show, or that they show nothing."""
    for shape in tree.iter(*_WITH_ALT):
        if shape.find(f".//{A}tbl") is not None:
            continue
        properties = next(shape.iter(f"{P}cNvPr"))
        if not properties.get("descr") and not any(True for _ in properties.iter(_DECORATIVE)):
            yield f"{name}: “{_name(shape)}” has no words for who cannot see it"


def _language(name: str, tree: etree._Element) -> Iterator[str]:
    for run in tree.iter(f"{A}r", f"{A}fld"):
        properties = run.find(f"{A}rPr")
        if properties is None or not properties.get("lang"):
            yield f"{name}: a text does not say its language"
            return


def _name(shape: etree._Element) -> str:
    return str(next(shape.iter(f"{P}cNvPr")).get("name"))
