"""How a slide comes after the one before, for PowerPoint since 2010 and for what came earlier."""

from collections.abc import Mapping

from imhtrainer.render.pptx.markup import tag

_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_POWERPOINT_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_MILLISECONDS = 300
_KINDS: Mapping[str, str] = {"fade": tag("p:fade"), "push": tag("p:push", {"dir": "l"})}


def transition_xml(kind: str) -> str:
    """``mc:AlternateContent`` with the transition, its length in newer programs; empty for none."""
    change = _KINDS.get(kind)
    if change is None:
        return ""
    timed = tag("p:transition", {"spd": "fast", "p14:dur": _MILLISECONDS}, change)
    plain = tag("p:transition", {"spd": "fast"}, change)
    return tag(
        "mc:AlternateContent",
        {"xmlns:mc": _COMPATIBLE},
        tag("mc:Choice", {"xmlns:p14": _POWERPOINT_2010, "Requires": "p14"}, timed),
        tag("mc:Fallback", {}, plain),
    )
