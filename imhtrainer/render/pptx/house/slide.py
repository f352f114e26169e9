"""One page as a slide on a template's layout.

Pages of words and pictures take the template's places and look. Drawn pages (checkpoints, the circle of
serve and return, activities) keep their figures, in the template's colours and fonts, at its size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from imhtrainer.layout.page import (
    Box,
    ChartBox,
    Page,
    PictureBox,
    QrBox,
    TableBox,
    TextBox,
    TextParagraph,
)
from imhtrainer.layout.scaling import Scaling, scale_boxes
from imhtrainer.render.pptx.builds import Effect, effects_of, in_clicks
from imhtrainer.render.pptx.frames import picture_shape, table_frame
from imhtrainer.render.pptx.house.choosing import need_of
from imhtrainer.render.pptx.house.holders import Binding, Holder
from imhtrainer.render.pptx.house.words import house_body
from imhtrainer.render.pptx.markup import document, tag
from imhtrainer.render.pptx.master import EMPTY_GROUP
from imhtrainer.render.pptx.numbers import is_step_disc
from imhtrainer.render.pptx.outlines import position, preset
from imhtrainer.render.pptx.shapes import drawn_boxes, shape
from imhtrainer.render.pptx.sheet import Sheet
from imhtrainer.render.pptx.text import text_body
from imhtrainer.render.pptx.timing import timing_xml
from imhtrainer.render.pptx.transitions import transition_xml

_ORNAMENT = "sun-path"
_GATHERING = ("body", "left", "subtitle")
"""Roles whose placeholder takes the words that have none of their own."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with the placeholder it fills; one that ``follows`` takes the template's place and look.

    One that is ``cut`` stands in the holder's frame, which ends above what would stand in its way.
    """

    box: Box
    holder: Holder | None = None
    follows: bool = False
    cut: bool = False


def house_slide_xml(page: Page, sheet: Sheet, name: str, binding: Binding, by: Scaling) -> bytes:
    """The slide part of a page; ``by`` brings the page to where the template has its content."""
    sheet.measured = False
    shapes, effects = "", list[Effect]()
    for placed in sorted(place(page, binding, by), key=_titles_first):
        effects += effects_of(placed.box, sheet.next_id)
        shapes += _shape(placed, sheet)
    return document(
        "p:sld",
        {},
        tag("p:cSld", {"name": name}, tag("p:spTree", {}, EMPTY_GROUP, shapes)),
        tag("p:clrMapOvr", {}, tag("a:masterClrMapping")),
        transition_xml(page.transition),
        timing_xml(effects, sheet.clips),
    )


def place(page: Page, binding: Binding, by: Scaling) -> Iterator[Placed]:
    """Every box that is taken over, with its placeholder where the layout has one."""
    if need_of(page.layout).drawn:
        return _drawn(page, binding, by)
    return _flowing(page, binding, by)


def _titles_first(placed: Placed) -> bool:
    holder = placed.holder
    return holder is None or holder.kind not in {"title", "ctrTitle"}


def _drawn(page: Page, binding: Binding, by: Scaling) -> Iterator[Placed]:
    """Everything where it was; title and number are bound, so that programs know them."""
    free = dict(binding.roles)
    title = "label" if page.layout == "answer" else "title"
    for box in drawn_boxes(page.boxes):
        loose = page.layout == "activity" and is_step_disc(box)
        if _is_empty(box) or box.name.startswith(_ORNAMENT) or loose:
            continue  # in a typeface of its own a step may stand beside its disc, but not its number
        role = box.role if isinstance(box, TextBox) else ""
        holder = free.pop("title", None) if role == title else None
        if role == "number":
            holder = free.pop("number", None)
            if holder is None:
                continue
        yield Placed(_scaled(box, by), holder, follows=role == "number")


def _flowing(page: Page, binding: Binding, by: Scaling) -> Iterator[Placed]:
    """Words and pictures in the template's placeholders; ornaments stay behind."""
    texts = [box for box in page.boxes if isinstance(box, TextBox) and not _is_empty(box)]
    gathering = next((role for role in _GATHERING if role in binding.roles), "")
    for role, boxes in _by_role(texts, binding, gathering):
        holder = binding.roles.get(role)
        if holder is not None:
            above = _ending_above(_foot_of(page, binding, by), holder)
            yield Placed(_joined(boxes), above, follows=True, cut=above != holder)
        elif role != "number":
            near = _beside_table(page, binding, by) if role == "closing" else by
            yield from (Placed(_scaled(box, near)) for box in boxes)
    yield from _figures(page, binding, by)


def _foot_of(page: Page, binding: Binding, by: Scaling) -> Sequence[Box]:
    """The lines for sources, which no template has a place for, where they come to stand."""
    homeless = "source" not in binding.roles
    return [
        _scaled(box, by)
        for box in page.boxes
        if isinstance(box, TextBox) and box.role == "source" and homeless and not _is_empty(box)
    ]


def _ending_above(foot: Sequence[Box], holder: Holder) -> Holder:
    """The holder with a frame that ends above what stands at the foot of it."""
    x, y, w, h = holder.frame
    if not holder.is_content:
        return holder
    tops = [
        box.y
        for box in foot
        if isinstance(box, TextBox)
        and y + h / 2 < box.y < y + h
        and x < box.x + box.w
        and box.x < x + w
    ]
    return replace(holder, frame=(x, y, w, min(tops) - y)) if tops else holder


def _by_role(
    texts: Sequence[TextBox], binding: Binding, gathering: str
) -> Iterator[tuple[str, list[TextBox]]]:
    """Texts by the role whose placeholder takes them, each group from the top down."""
    groups: dict[str, list[TextBox]] = {}
    for box in sorted(texts, key=lambda box: box.y):
        homeless = box.role not in binding.roles and box.role not in {"source", "number"}
        groups.setdefault(gathering or box.role if homeless else box.role, []).append(box)
    yield from groups.items()


def _joined(boxes: Sequence[TextBox]) -> TextBox:
    """Several texts as one; what appeared with its box appears by its paragraphs."""
    if len(boxes) == 1:
        return boxes[0]
    paragraphs = tuple(_stepped(box, paragraph) for box in boxes for paragraph in box.paragraphs)
    return replace(boxes[0], paragraphs=paragraphs, step=0)


def _stepped(box: TextBox, paragraph: TextParagraph) -> TextParagraph:
    return replace(paragraph, step=max(box.step, paragraph.step))


def _figures(page: Page, binding: Binding, by: Scaling) -> Iterator[Placed]:
    """Pictures, tables, charts and codes."""
    pictures = [role for role in ("picture",) if role in binding.roles]
    for box in page.boxes:
        match box:
            case PictureBox(alt=alt) if alt:
                holder = binding.roles[pictures.pop()] if pictures else None
                if holder is None and page.layout == "title":
                    continue  # a title in the template's place would stand on it
                yield Placed(_contained(box, holder) if holder else _scaled(box, by), holder)
            case TableBox():
                holder = binding.roles.get("table")
                placed = _scaled(box, _beside_table(page, binding, by))
                assert isinstance(placed, TableBox)
                for number, piece in enumerate(in_clicks(placed)):
                    yield Placed(piece, None if number else holder)
            case ChartBox() | QrBox():
                yield Placed(_scaled(box, by))


def _scaled(box: Box, by: Scaling) -> Box:
    return scale_boxes((box,), by)[0]


def _contained(box: PictureBox, holder: Holder) -> PictureBox:
    """The picture whole and as large as its placeholder allows, in its middle."""
    x, y, w, h = holder.frame
    share = min(w / box.w, h / box.h)
    wide, high = box.w * share, box.h * share
    return replace(box, x=x + (w - wide) / 2, y=y + (h - high) / 2, w=wide, h=high)


def _beside_table(page: Page, binding: Binding, by: Scaling) -> Scaling:
    """What brings a table, and the line under it, into the placeholder for tables."""
    holder = binding.roles.get("table")
    table = next((box for box in page.boxes if isinstance(box, TableBox)), None)
    if holder is None or table is None:
        return by
    x, y, w, h = holder.frame
    under = [box for box in page.boxes if isinstance(box, TextBox) and box.role == "closing"]
    bottom = max((table.y + sum(table.rows), *(box.y + box.h for box in under)))
    share = min(w / sum(table.columns), h / (bottom - table.y))
    return Scaling(share, x - table.x * share, y - table.y * share)


def _is_empty(box: Box) -> bool:
    return isinstance(box, TextBox) and not any(words.text for words in box.paragraphs)


def _shape(placed: Placed, sheet: Sheet) -> str:
    box, holder = placed.box, placed.holder
    if holder is None:
        return shape(box, sheet)
    binding = tag("p:nvPr", {}, tag("p:ph", dict(holder.attributes)))
    match box:
        case TextBox():
            return _text(box, binding, sheet, placed)
        case PictureBox():
            return picture_shape(box, sheet, None, binding)
        case TableBox():
            return table_frame(box, sheet, None, binding)
        case _:
            return shape(box, sheet)


def _text(box: TextBox, binding: str, sheet: Sheet, placed: Placed) -> str:
    follows = placed.holder if placed.follows else None
    place = position("a:xfrm", follows.frame if follows else (box.x, box.y, box.w, box.h))
    voice = sheet.voice()
    return tag(
        "p:sp",
        {},
        tag(
            "p:nvSpPr",
            {},
            sheet.properties(box.name or box.role),
            tag("p:cNvSpPr", {}, tag("a:spLocks", {"noGrp": 1})),
            binding,
        ),
        tag(
            "p:spPr",
            {},
            "" if follows and not placed.cut else place + ("" if follows else preset("rect")),
        ),
        house_body(box.paragraphs, follows, voice) if follows else text_body(box, voice),
    )
