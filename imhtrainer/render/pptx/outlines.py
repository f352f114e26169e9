"""Where shapes stand and how they are outlined: presets, freeforms and the frames around them."""

from collections.abc import Sequence

from imhtrainer.layout.geometry import arrow_head
from imhtrainer.layout.page import (
    Box,
    Command,
    GroupBox,
    PathBox,
    QrBox,
    RectBox,
    TableBox,
)
from imhtrainer.render.pptx.markup import emu, tag

_MOST_ROUND = 0.5

Frame = tuple[float, float, float, float]
"""Left, top, width and height in points."""


def position(name: str, frame: Frame) -> str:
    """Offset and size in EMU as ``a:xfrm`` or ``p:xfrm``."""
    x, y, w, h = frame
    return tag(
        name,
        {},
        tag("a:off", {"x": emu(x), "y": emu(y)}),
        tag("a:ext", {"cx": max(emu(w), 0), "cy": max(emu(h), 0)}),
    )


def preset(name: str, **adjustments: int) -> str:
    """One of Office's own geometries with its adjustments."""
    guides = (
        tag("a:gd", {"name": guide, "fmla": f"val {value}"}) for guide, value in adjustments.items()
    )
    return tag("a:prstGeom", {"prst": name}, tag("a:avLst", {}, *guides))


def rectangle(box: RectBox) -> str:
    """A rectangle's geometry, with round corners where it has a radius."""
    if not box.radius:
        return preset("rect")
    share = min(box.radius / max(min(box.w, box.h), 0.01), _MOST_ROUND)
    return preset("roundRect", adj=round(share * 100_000))


def outline(box: PathBox) -> Sequence[Command]:
    """The path; where it ends in an arrow, up to the head's tip, which is where Office ends lines."""
    if not box.arrow:
        return box.commands
    _, tip = arrow_head(box)[0]
    return (*box.commands, ("L", tip))


def freeform(commands: Sequence[Command], fill: str) -> tuple[Frame, str]:
    """The bounding frame of a path and its geometry, relative to that frame."""
    numbers = [value for _, values in commands for value in values]
    left, top = min(numbers[0::2]), min(numbers[1::2])
    width, height = max(numbers[0::2]) - left, max(numbers[1::2]) - top
    pieces = "".join(_command(letter, values, left, top) for letter, values in commands)
    size: dict[str, str | int] = {"w": max(emu(width), 1), "h": max(emu(height), 1)}
    if not fill:
        size["fill"] = "none"
    geometry = tag(
        "a:custGeom",
        {},
        *(tag(f"a:{part}") for part in ("avLst", "gdLst", "ahLst", "cxnLst")),
        tag("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"}),
        tag("a:pathLst", {}, tag("a:path", size, pieces)),
    )
    return (left, top, width, height), geometry


def _command(letter: str, values: Sequence[float], left: float, top: float) -> str:
    if letter == "Z":
        return tag("a:close")
    name = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo"}[letter]
    points = (
        tag("a:pt", {"x": emu(x - left), "y": emu(y - top)})
        for x, y in zip(values[0::2], values[1::2], strict=True)
    )
    return tag(name, {}, *points)


def bounds(boxes: Sequence[Box]) -> Frame:
    """The frame around all boxes."""
    frames = [_bounding_frame(box) for box in boxes]
    left, top = min(x for x, _, _, _ in frames), min(y for _, y, _, _ in frames)
    right, bottom = max(x + w for x, _, w, _ in frames), max(y + h for _, y, _, h in frames)
    return (left, top, right - left, bottom - top)


def _bounding_frame(box: Box) -> Frame:
    match box:
        case PathBox():
            return freeform(outline(box), box.fill)[0]
        case TableBox():
            return (box.x, box.y, sum(box.columns), sum(box.rows))
        case QrBox():
            return (box.x, box.y, box.w, box.w)
        case GroupBox():
            return bounds(box.boxes)
        case _:
            return (box.x, box.y, box.w, box.h)
