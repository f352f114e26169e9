"""A template as the style of a file, and what to tell about how our pages stand on it."""

from collections.abc import Iterable, Iterator

from imhtrainer.layout.page import Page, TextBox
from imhtrainer.layout.scaling import Scaling
from imhtrainer.render.pptx.house.choosing import choose, need_of
from imhtrainer.render.pptx.house.holders import Binding, House
from imhtrainer.render.pptx.house.slide import house_slide_xml
from imhtrainer.render.pptx.outlines import Frame
from imhtrainer.render.pptx.parts import Part
from imhtrainer.render.pptx.sheet import Sheet

_LIVE: Frame = (40.0, 28.0, 880.0, 490.0)
"""Where our drawn pages have anything, in points on 960 x 540."""


class HouseStyle:
    """The master and layouts of a template; layouts are bound by role and kind of placeholder."""

    def __init__(self, house: House, notes_master: Part) -> None:
        self.notes_master = notes_master
        self.master, self.width, self.height = house.master, house.width, house.height
        self._house = house
        self._bindings: dict[str, Binding] = {}

    def layout_part(self, page: Page) -> Part:
        """The template's layout that suits such pages best."""
        return self._binding(page).layout.part

    def slide(self, page: Page, sheet: Sheet, name: str) -> bytes:
        """The page in the template's places and look."""
        return house_slide_xml(page, sheet, name, self._binding(page), self._scaling())

    def _scaling(self) -> Scaling:
        """Our drawn pages fill the room that the template gives to a title and the text below it."""
        x, y, w, h = self._room()
        share = min(w / _LIVE[2], h / _LIVE[3])
        left, top = x + (w - _LIVE[2] * share) / 2, y + (h - _LIVE[3] * share) / 2
        return Scaling(share, left - _LIVE[0] * share, top - _LIVE[1] * share)

    def _room(self) -> Frame:
        roles = choose("text", self._house.layouts).roles
        frames = [roles[role].frame for role in ("title", "body") if role in roles]
        if len(frames) < 2:
            return 0.0, 0.0, self.width, self.height
        left, top = min(x for x, _, _, _ in frames), min(y for _, y, _, _ in frames)
        right = min(self.width, max(x + w for x, _, w, _ in frames))
        bottom = min(self.height, max(y + h for _, y, _, h in frames))
        return left, top, right - left, bottom - top

    def _binding(self, page: Page) -> Binding:
        if page.layout not in self._bindings:
            self._bindings[page.layout] = choose(page.layout, self._house.layouts)
        return self._bindings[page.layout]


def remarks_on(house: House, pages: Iterable[Page]) -> tuple[str, ...]:
    """Where each kind of page stands, what found no placeholder, and what was left out, in sentences."""
    kinds: dict[str, list[Page]] = {}
    for page in pages:
        kinds.setdefault(page.layout, []).append(page)
    told = [_told(layout, alike, choose(layout, house.layouts)) for layout, alike in kinds.items()]
    if house.left_out:
        told.append(f"Not taken over from {house.name}: {', '.join(house.left_out)}.")
    return tuple(told)


def _told(layout: str, pages: Iterable[Page], binding: Binding) -> str:
    stands = f"Pages of the kind “{layout}” stand on “{binding.layout.name}”"
    homeless = dict.fromkeys(_homeless(layout, pages, binding))
    if not homeless:
        return f"{stands}."
    return f"{stands}; no placeholder there for {', '.join(homeless)}."


def _homeless(layout: str, pages: Iterable[Page], binding: Binding) -> Iterator[str]:
    """Wanted roles that such pages have and the layout does not."""
    present = {box.role for page in pages for box in page.boxes if isinstance(box, TextBox)}
    present |= {box.name for page in pages for box in page.boxes if not isinstance(box, TextBox)}
    for role in need_of(layout).roles:
        if role in present and role not in binding.roles:
            yield role
