"""How a shape says which placeholder of its layout it fills."""

from imhtrainer.render.pptx.markup import tag
from imhtrainer.render.pptx.slots import Slot


def placeholder(slot: Slot | None) -> str:
    """``p:nvPr``, which says which placeholder of the layout a shape fills."""
    if slot is None:
        return tag("p:nvPr")
    attributes: dict[str, str | int] = {"type": slot.kind}
    if slot.kind in {"sldNum", "dt", "ftr"}:
        attributes["sz"] = "quarter"
    if slot.index:
        attributes["idx"] = slot.index
    return tag("p:nvPr", {}, tag("p:ph", attributes))
