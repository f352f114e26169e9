"""What slides are based on: our own theme, slide master, layouts and notes master."""

from typing import Protocol

from imhtrainer.layout.page import Page
from imhtrainer.layout.theme import Theme
from imhtrainer.render.pptx.colors import Colors
from imhtrainer.render.pptx.layouts import LAYOUTS, PLAIN
from imhtrainer.render.pptx.master import layout_xml, master_xml
from imhtrainer.render.pptx.notes import notes_master_xml
from imhtrainer.render.pptx.parts import CT, RT, Part, slide_part
from imhtrainer.render.pptx.sheet import Sheet
from imhtrainer.render.pptx.slide import layout_of, slide_xml
from imhtrainer.render.pptx.slots import SlideLayout
from imhtrainer.render.pptx.theme_part import theme_xml


class Style(Protocol):
    """What slides are based on: masters, a layout for each page, and how a page becomes a slide.

    ``width`` and ``height`` are the slides' in points.
    """

    @property
    def master(self) -> Part:
        """The slide master."""

    @property
    def notes_master(self) -> Part:
        """The notes master."""

    @property
    def width(self) -> float:
        """A slide's width."""

    @property
    def height(self) -> float:
        """A slide's height."""

    def layout_part(self, page: Page) -> Part:
        """The layout that a page stands on."""

    def slide(self, page: Page, sheet: Sheet, name: str) -> bytes:
        """The slide part of a page; ``name`` is unique in the file."""


class OwnStyle:
    """Our own master and layouts; each page has one made for it."""

    width, height = 960.0, 540.0

    def __init__(self, theme: Theme, colors: Colors, notes_master: Part) -> None:
        self.notes_master = notes_master
        self.master = slide_part("slideMasters/slideMaster1", CT.SLIDE_MASTER)
        self._layouts = {
            layout.name: _layout(layout, number, self.master, colors)
            for number, layout in enumerate((*LAYOUTS.values(), PLAIN), start=1)
        }
        relations = [
            self.master.relate_to(part, RT.SLIDE_LAYOUT) for part in self._layouts.values()
        ]
        self.master.blob = master_xml(colors, relations)
        self.master.relate_to(_theme(theme, 1), RT.THEME)

    def layout_part(self, page: Page) -> Part:
        """The layout made for such pages."""
        return self._layouts[layout_of(page).name]

    def slide(self, page: Page, sheet: Sheet, name: str) -> bytes:
        """The page as it was measured."""
        return slide_xml(page, sheet, name)


def make_notes_master(theme: Theme, colors: Colors) -> Part:
    """The notes master. It has a theme part of its own: PowerPoint calls a shared one damaged."""
    name, blob = "notesMasters/notesMaster1", notes_master_xml(colors)
    part = slide_part(name, CT.NOTES_MASTER, blob)
    part.relate_to(_theme(theme, 2), RT.THEME)
    return part


def _theme(theme: Theme, number: int) -> Part:
    return slide_part(f"theme/theme{number}", CT.THEME, theme_xml(theme))


def _layout(layout: SlideLayout, number: int, master: Part, colors: Colors) -> Part:
    name = f"slideLayouts/slideLayout{number}"
    part = slide_part(name, CT.SLIDE_LAYOUT, layout_xml(layout, colors))
    part.relate_to(master, RT.SLIDE_MASTER)
    return part
