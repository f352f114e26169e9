"""The placeholders that a template's layout offers, and which of our roles each can take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imhtrainer.render.pptx.outlines import Frame
from imhtrainer.render.pptx.parts import Part

KINDS: Mapping[str, tuple[str, ...]] = {
    "title": ("ctrTitle", "title"),
    "subtitle": ("subTitle", "body"),
    "body": ("body", "obj"),
    "left": ("body", "obj"),
    "right": ("body", "obj"),
    "picture": ("pic", "obj"),
    "table": ("tbl", "obj"),
    "number": ("sldNum",),
}
"""For each role the kinds of placeholder that can take it, best first."""

_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One placeholder of a layout: the attributes it is bound by, and where it stands, in points.

    ``size`` and ``indent`` are those of its first level, in points; 0 where the template does not say.
    """

    attributes: tuple[tuple[str, str], ...]
    name: str
    frame: Frame
    size: float = 0.0
    indent: float = 0.0

    @property
    def kind(self) -> str:
        """Its type; one without a type takes anything."""
        return dict(self.attributes).get("type", "obj")

    @property
    def is_content(self) -> bool:
        """Whether it is there for a slide's own content, not for date, footer or number."""
        return self.kind not in _FURNITURE

    @property
    def is_upright(self) -> bool:
        """Whether its text is not turned by a right angle."""
        return dict(self.attributes).get("orient", "horz") == "horz"


@dataclass(frozen=True, slots=True)
class HouseLayout:
    """A layout of the template; ``kind`` is what PowerPoint says it is for, such as ``twoObj``."""

    name: str
    kind: str
    part: Part
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class House:
    """A template ready to take slides; sizes in points. ``left_out`` says what of it is not taken over."""

    name: str
    master: Part
    layouts: tuple[HouseLayout, ...]
    width: float
    height: float
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """Which layout takes our pages of one kind, and which of its placeholders each role."""

    layout: HouseLayout
    roles: Mapping[str, Holder]


def bind(wanted: Iterable[str], layout: HouseLayout) -> Binding:
    """Each wanted role to the first free placeholder, in reading order, of the best kind there is."""
    free = sorted(layout.holders, key=lambda holder: (holder.frame[0], holder.frame[1]))
    roles: dict[str, Holder] = {}
    for role in wanted:
        kinds = KINDS.get(role, ())
        fitting = [holder for holder in free if holder.kind in kinds and holder.is_upright]
        if fitting:
            best = min(fitting, key=lambda holder: (kinds.index(holder.kind), free.index(holder)))
            free.remove(best)
            roles[role] = best
    return Binding(layout, roles)
