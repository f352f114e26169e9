"""XML as text: every element of a part is made here, so escaping happens in one place.

Slides are written once and never read back, so they need no tree: text is twice as fast as one.
"""

import re
from collections.abc import Mapping

Attributes = Mapping[str, str | int]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Mapping[str, str] = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}

_EMU_PER_POINT = 12700
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIAL = re.compile('[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]')


def emu(points: float) -> int:
    """English metric units, the whole numbers that Office counts lengths in."""
    return round(points * _EMU_PER_POINT)


def escape(text: str) -> str:
    """Text safe inside an element or attribute; letters that XML forbids are left out."""
    return _SPECIAL.sub(_escaped, text) if _SPECIAL.search(text) else text


def tag(name: str, attributes: Attributes | None = None, *children: str) -> str:
    """One element; ``children`` are elements already made."""
    opening = f"<{name}"
    if attributes:
        for key, value in attributes.items():
            opening += f' {key}="{escape(value) if isinstance(value, str) else value}"'
    inside = "".join(children) if children else ""
    return f"{opening}>{inside}</{name}>" if inside else f"{opening}/>"


def words(name: str, text: str) -> str:
    """An element that holds text only."""
    return f"<{name}>{escape(text)}</{name}>"


def document(name: str, attributes: Attributes | None = None, *children: str) -> bytes:
    """A whole part: declaration and root element with the namespaces of slides."""
    root = tag(name, {**NAMESPACES, **(attributes or {})}, *children)
    return (DECLARATION + root).encode()


def _escaped(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], "")
