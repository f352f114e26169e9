"""One page as a slide: boxes in reading order, each bound to the placeholder made for its role."""

from collections.abc import Iterator

from imhtrainer.layout.page import Box, Page, PictureBox, TableBox, TextBox
from imhtrainer.render.pptx.layouts import LAYOUTS, PLAIN, SlideLayout, Slot
from imhtrainer.render.pptx.markup import document, tag
from imhtrainer.render.pptx.master import slide_content
from imhtrainer.render.pptx.shapes import drawn_boxes, shape
from imhtrainer.render.pptx.sheet import Sheet


def layout_of(page: Page) -> SlideLayout:
    """The slide layout that a page is made from."""
    return LAYOUTS.get(page.layout, PLAIN)


def slide_xml(page: Page, sheet: Sheet, name: str) -> bytes:
    """The slide part of a page; ``name`` is unique in the file."""
    ground = sheet.colors.fill(page.ground)
    shapes = "".join(shape(box, sheet, slot) for box, slot in _bound(page))
    return document(
        "p:sld",
        {},
        slide_content(ground, shapes, name),
        tag("p:clrMapOvr", {}, tag("a:masterClrMapping")),
    )


def _bound(page: Page) -> Iterator[tuple[Box, Slot | None]]:
    """Boxes with their placeholders; a placeholder is filled once."""
    layout, taken = layout_of(page), set[int]()
    for box in drawn_boxes(page.boxes):
        slot = _slot(box, layout)
        if slot is None or slot.index in taken:
            yield box, None
        else:
            taken.add(slot.index)
            yield box, slot


def _slot(box: Box, layout: SlideLayout) -> Slot | None:
    match box:
        case TextBox(role=role) if role:
            return layout.slot(
                _TITLE_OF_ANSWER.get(role, role) if layout.name == "Answer" else role
            )
        case PictureBox(alt=alt) if alt:
            return layout.slot("picture")
        case TableBox():
            return layout.slot("table")
        case _:
            return None


_TITLE_OF_ANSWER = {"title": "question", "label": "title"}
"""The answer page repeats the question; its label, which names the answer, is the unique title."""
