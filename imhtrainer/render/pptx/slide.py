"""One page as a slide: boxes in reading order, each bound to the placeholder made for its role."""

from collections.abc import Iterator

from imhtrainer.layout.page import Box, Page, PictureBox, TableBox, TextBox
from imhtrainer.render.pptx.builds import Effect, effects_of, in_clicks
from imhtrainer.render.pptx.layouts import ANSWER, LAYOUTS, PLAIN
from imhtrainer.render.pptx.markup import document, tag
from imhtrainer.render.pptx.master import slide_content
from imhtrainer.render.pptx.shapes import drawn_boxes, shape
from imhtrainer.render.pptx.sheet import Sheet
from imhtrainer.render.pptx.slots import SlideLayout, Slot
from imhtrainer.render.pptx.timing import timing_xml
from imhtrainer.render.pptx.transitions import transition_xml


def layout_of(page: Page) -> SlideLayout:
    """The slide layout that a page is made from."""
    return LAYOUTS.get(page.layout, PLAIN)


def slide_xml(page: Page, sheet: Sheet, name: str) -> bytes:
    """The slide part of a page; ``name`` is unique in the file."""
    ground = sheet.colors.fill(page.ground)
    shapes, effects = _shapes(page, sheet)
    return document(
        "p:sld",
        {},
        slide_content(ground, shapes, name),
        tag("p:clrMapOvr", {}, tag("a:masterClrMapping")),
        transition_xml(page.transition),
        timing_xml(effects, sheet.clips),
    )


def _shapes(page: Page, sheet: Sheet) -> tuple[str, list[Effect]]:
    """The shapes of a page, and what of them appears later."""
    shapes, effects = "", list[Effect]()
    for box, slot in _bound(page):
        effects += effects_of(box, sheet.next_id)
        shapes += shape(box, sheet, slot)
    return shapes, effects


def _bound(page: Page) -> list[tuple[Box, Slot | None]]:
    """Boxes with their placeholders, in reading order: of all words the title comes first."""
    pairs = list(_placed(page))
    is_title = [slot is not None and slot.kind == "title" for _, slot in pairs]
    if any(is_title):
        title = pairs.pop(is_title.index(True))
        is_text = [isinstance(box, TextBox) for box, _ in pairs]
        pairs.insert(min(is_title.index(True), (*is_text, True).index(True)), title)
    return pairs


def _placed(page: Page) -> Iterator[tuple[Box, Slot | None]]:
    """Boxes with their placeholders; a placeholder is filled once."""
    layout, taken = layout_of(page), set[int]()
    for box in _pieces(page):
        if isinstance(box, TextBox) and not any(words.text for words in box.paragraphs):
            continue
        slot = _slot(box, layout)
        if slot is None or slot.index in taken:
            yield box, None
        else:
            taken.add(slot.index)
            yield box, slot


def _pieces(page: Page) -> Iterator[Box]:
    """The boxes that become shapes, a table that comes row by row in its pieces."""
    for box in drawn_boxes(page.boxes):
        if isinstance(box, TableBox):
            yield from in_clicks(box)
        else:
            yield box


def _slot(box: Box, layout: SlideLayout) -> Slot | None:
    match box:
        case TextBox(name=name, role=role):
            other = _TITLE_OF_ANSWER.get(role) if layout is ANSWER else None
            return layout.slot(other or name, other or role)
        case PictureBox(name=name, alt=alt) if alt:
            return layout.slot(name, "picture")
        case TableBox():
            return layout.slot("table", "table")
        case _:
            return None


_TITLE_OF_ANSWER = {"title": "question", "label": "title"}
"""The answer page repeats the question; its label, which names the answer, is the unique title."""
