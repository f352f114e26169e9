"""The training's objectives in two columns, at most eight."""

from imhtrainer.documents.setting import Type, paragraph
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.page import Box, EllipseBox, TextBox
from imhtrainer.layout.text import fits, set_text

LIMIT = 8
"""Objectives that a certificate has room for."""

_COLUMNS = (0.0, 268.0)
_WIDTH = 242.0
_INDENT = 11.0
_TYPE = Type(11, 16)
_TIGHT = Type(11, 13)


def objective_boxes(
    fonts: FontLibrary, objectives: tuple[str, ...], x: float, y: float, tight: bool
) -> tuple[Box, ...]:
    """The objectives as dotted lines from ``x``, ``y``; ``tight`` when the title took two lines.

    Raises ``CertificateError`` when there are more than eight or one is longer than a line.
    """
    if len(objectives) > LIMIT:
        raise CertificateError(
            f"A certificate has room for {LIMIT} objectives, the training names {len(objectives)}."
        )
    style = _TIGHT if tight or len(objectives) > 6 else _TYPE
    rows = (len(objectives) + 1) // 2
    boxes: list[Box] = []
    for number, text in enumerate(objectives):
        left = x + _COLUMNS[number // rows]
        top = y + (number % rows) * style.lead
        boxes += [_dot(left, top, style), _line(fonts, text, left, top, style)]
    return tuple(boxes)


def _line(fonts: FontLibrary, text: str, x: float, y: float, style: Type) -> TextBox:
    words = paragraph(text, style)
    if not fits(fonts, (words,), _WIDTH, style.lead):
        raise CertificateError(
            f"The objective “{text}” is longer than a line of the certificate. "
            "Shorten it at the top of deck.md."
        )
    frame = Frame(x + _INDENT, y, _WIDTH, style.lead)
    return set_text(fonts, frame, (words,), "objective")


def _dot(x: float, y: float, style: Type) -> EllipseBox:
    middle = y + style.lead - 0.45 * style.size
    return EllipseBox(x + 1.2, middle - 1.6, 3.2, 3.2, fill="lagoon", name="bullet")
