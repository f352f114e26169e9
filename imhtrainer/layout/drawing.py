"""SVG pictures of the house's simple kind as paths; whatever else a file holds makes it a raster.

The kind: nested groups that move, turn and scale; path (no arcs), circle, ellipse and rect; plain
fills and strokes. Line ends and joins are both round or both not.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from imhtrainer.layout.page import Command, PathBox
from imhtrainer.layout.paths import (
    Affine,
    ellipse_path,
    mapped,
    path_data,
    rounded_rect_path,
)

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_SILENT = frozenset(("title", "desc", "metadata"))
_IGNORED = frozenset(("id", "role", "version", "width", "height", "viewBox", "aria-label"))
_STYLE = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
}
_GEOMETRY = {
    "path": frozenset(("d",)),
    "circle": frozenset(("cx", "cy", "r")),
    "ellipse": frozenset(("cx", "cy", "rx", "ry")),
    "rect": frozenset(("x", "y", "width", "height", "rx", "ry")),
    "g": frozenset[str](),
    "svg": frozenset[str](),
}
_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_COLOR_NAMES = {"none": "", "black": "#000000", "white": "#FFFFFF"}
_TRANSFORM = re.compile(r"\s*(matrix|translate|rotate|scale)\s*\(([^()]*)\)[\s,]*")


class _Unsupported(Exception):
    """The file is not of the simple kind."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing's size and its paths, in the units of its viewBox moved to 0, 0."""

    width: float
    height: float
    paths: tuple[PathBox, ...]


def read_drawing(svg: Path) -> Drawing | None:
    """The drawing in a file, or None if it holds more than straight and cubic shapes."""
    try:
        return parse_drawing(svg.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None


def parse_drawing(markup: str) -> Drawing | None:
    """The drawing in SVG markup, or None; markup with a DTD is never parsed (entity bombs)."""
    if "<!DOCTYPE" in markup.upper() or "<!ENTITY" in markup.upper():
        return None
    try:
        root = ElementTree.fromstring(markup)
        x, y, width, height = _view_box(root)
        paths = tuple(_shapes(root, Affine(e=-x, f=-y), _STYLE))
    except (ElementTree.ParseError, _Unsupported):
        return None
    return Drawing(width, height, paths)


def place(drawing: Drawing, x: float, y: float, w: float, h: float) -> tuple[PathBox, ...]:
    """The drawing's paths scaled to stand in a rectangle of its own proportions."""
    scale = w / drawing.width
    affine = Affine(scale, 0.0, 0.0, h / drawing.height, x, y)
    return tuple(
        PathBox(
            mapped(path.commands, affine),
            path.fill,
            path.stroke,
            path.stroke_width * scale,
            path.round_ends,
        )
        for path in drawing.paths
    )


def _view_box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    if root.tag != f"{_NAMESPACE}svg":
        raise _Unsupported
    given = root.get("viewBox") or f"0 0 {root.get('width')} {root.get('height')}"
    numbers = _numbers(given)
    if len(numbers) != 4 or numbers[2] <= 0 or numbers[3] <= 0:
        raise _Unsupported
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _shapes(
    element: ElementTree.Element, affine: Affine, inherited: Mapping[str, str]
) -> Iterator[PathBox]:
    tag = element.tag.removeprefix(_NAMESPACE)
    if tag in _SILENT:
        return
    _refuse_unknown(element, tag)
    style = {name: element.get(name, value) for name, value in inherited.items()}
    affine = affine.then(_transform(element.get("transform", "")))
    if tag in ("g", "svg"):
        for child in element:
            yield from _shapes(child, affine, style)
    else:
        yield from _shape(_outline(element, tag), affine, style)


def _refuse_unknown(element: ElementTree.Element, tag: str) -> None:
    geometry = _GEOMETRY.get(tag)
    if geometry is None or (element.text or "").strip() or (element.tail or "").strip():
        raise _Unsupported
    for name in element.attrib:
        if name not in geometry and name not in _STYLE and name not in _IGNORED | {"transform"}:
            raise _Unsupported


def _outline(element: ElementTree.Element, tag: str) -> tuple[Command, ...]:
    if tag == "path":
        commands = path_data(element.get("d", ""))
        if commands is None:
            raise _Unsupported
        return commands
    if tag == "circle":
        radius = _length(element, "r")
        return ellipse_path(_length(element, "cx"), _length(element, "cy"), radius, radius)
    rx, ry = (_length(element, name) for name in ("rx", "ry"))
    if tag == "ellipse":
        return ellipse_path(_length(element, "cx"), _length(element, "cy"), rx, ry)
    x, y, width, height = (_length(element, name) for name in ("x", "y", "width", "height"))
    return rounded_rect_path(x, y, width, height, rx or ry, ry or rx)


def _shape(
    commands: tuple[Command, ...], affine: Affine, style: Mapping[str, str]
) -> Iterator[PathBox]:
    fill, stroke = _color(style["fill"]), _color(style["stroke"])
    widths = _numbers(style["stroke-width"])
    if len(widths) != 1 or (stroke and not affine.keeps_circles):
        raise _Unsupported
    width = widths[0] * affine.scale if stroke else 0.0
    stroke = stroke if width > 0 else ""
    if fill or stroke:
        yield PathBox(mapped(commands, affine), fill, stroke, width, _is_round(commands, style))


def _is_round(commands: tuple[Command, ...], style: Mapping[str, str]) -> bool:
    ends, joins = style["stroke-linecap"] == "round", style["stroke-linejoin"] == "round"
    return joins if commands[-1][0] == "Z" else ends


def _transform(value: str) -> Affine:
    affine, at = Affine(), 0
    while at < len(value.rstrip()):
        found = _TRANSFORM.match(value, at)
        if found is None:
            raise _Unsupported
        affine = affine.then(_one_transform(found[1], _numbers(found[2])))
        at = found.end()
    return affine


def _one_transform(kind: str, numbers: tuple[float, ...]) -> Affine:
    match kind, numbers:
        case "translate", (x, *rest) if len(rest) < 2:
            return Affine(e=x, f=rest[0] if rest else 0.0)
        case "scale", (x, *rest) if len(rest) < 2:
            return Affine(a=x, d=rest[0] if rest else x)
        case "rotate", (angle,):
            return _rotation(angle)
        case "rotate", (angle, x, y):
            return Affine(e=x, f=y).then(_rotation(angle)).then(Affine(e=-x, f=-y))
        case "matrix", (a, b, c, d, e, f):
            return Affine(a, b, c, d, e, f)
    raise _Unsupported


def _rotation(degrees: float) -> Affine:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return Affine(cos, sin, -sin, cos)


def _color(value: str) -> str:
    if value in _COLOR_NAMES:
        return _COLOR_NAMES[value]
    if not _COLOR.fullmatch(value):
        raise _Unsupported
    digits = value[1:].upper()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def _length(element: ElementTree.Element, name: str) -> float:
    numbers = _numbers(element.get(name, "0"))
    if len(numbers) != 1:
        raise _Unsupported
    return numbers[0]


def _numbers(value: str) -> tuple[float, ...]:
    try:
        numbers = tuple(float(part) for part in value.replace(",", " ").split())
    except ValueError:
        raise _Unsupported from None
    if not all(map(math.isfinite, numbers)):
        raise _Unsupported
    return numbers
