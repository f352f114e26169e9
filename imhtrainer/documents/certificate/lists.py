"""Objectives and competency areas as dotted lines, and the agenda with its minutes."""

from collections.abc import Sequence

from imhtrainer.documents.certificate.template import AgendaPart, ListPart, Try
from imhtrainer.documents.setting import Type, paragraph, put
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.page import Box, EllipseBox, PathBox
from imhtrainer.layout.text import fitting_lines, set_text

_MINUTES = 60.0
"""Points for the minutes at the right of the agenda."""


def set_list(
    fonts: FontLibrary,
    part: ListPart,
    way: Try,
    style: Type,
    items: Sequence[str],
    room: Frame,
) -> tuple[Box, ...] | None:
    """The items column by column, each with its dot; None where they do not fit the room."""
    rows = -(-len(items) // len(part.columns))
    boxes: list[Box] = []
    for number, left in enumerate(part.columns):
        top = room.y
        for words in items[number * rows : (number + 1) * rows]:
            said = paragraph(words, style)
            lines = fitting_lines(fonts, (said,), room.w, way.lines * style.lead)
            high = lines * style.lead
            if not lines or top + high > room.y + room.h + 0.5:
                return None
            x = room.x + left
            boxes.append(_dot(part, x, top, style))
            frame = Frame(x + part.indent, top, room.w, high)
            boxes.append(set_text(fonts, frame, (said,), "item"))
            top += high + way.gap
    return tuple(boxes)


def set_agenda(
    fonts: FontLibrary,
    part: AgendaPart,
    way: Try,
    style: Type,
    agenda: Sequence[tuple[str, float]],
    room: Frame,
) -> tuple[Box, ...] | None:
    """The sections with their minutes, a line under each; None where they do not fit the room."""
    top, wide = room.y, room.w - _MINUTES
    boxes: list[Box] = []
    for title, minutes in agenda:
        said = paragraph(title, style)
        lines = fitting_lines(fonts, (said,), wide, way.lines * style.lead)
        high = lines * style.lead
        if not lines or top + high > room.y + room.h + 0.5:
            return None
        boxes.append(set_text(fonts, Frame(room.x, top, wide, high), (said,), part.name))
        beside = Frame(room.x + wide, top, _MINUTES, style.lead)
        taken = part.unit.format(minutes=f"{minutes:g}")
        boxes.append(put(fonts, beside, taken, style, "minutes", "right"))
        under = top + high + way.gap / 2
        ends = (("M", (room.x, under)), ("L", (room.x + room.w, under)))
        boxes.append(PathBox(ends, stroke=part.line, stroke_width=0.75, round_ends=False))
        top += high + way.gap
    return tuple(boxes)


def _dot(part: ListPart, x: float, y: float, style: Type) -> EllipseBox:
    middle, side = y + style.lead - 0.45 * style.size, part.bullet
    left = x + 1.2
    return EllipseBox(left, middle - side / 2, side, side, fill=part.color, name="bullet")
