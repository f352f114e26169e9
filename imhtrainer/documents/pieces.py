"""Pieces that workbook and guide are made of: text, lists, pictures, lines to write on, choices."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from imhtrainer.documents.flow import MARGIN, Piece, rule
from imhtrainer.domain.deck import Picture, Text
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.directions import base_level
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, Bullet, EllipseBox, RectBox, TextBox, TextParagraph
from imhtrainer.layout.pictures import picture_file, place_picture
from imhtrainer.layout.text import set_text, text_height

CHAPTER = Style(22, 28, "lagoon", "head", bold=True, heading=2)
HEADING = Style(14, 19, "lagoon", "head", bold=True, heading=3)
PART = replace(HEADING, heading=2)
"""A heading on the cover, under the title alone."""
LABEL = Style(11, 15, "coral-text", bold=True)
BODY = Style(12, 16.5)
STRONG = Style(12, 16.5, bold=True)
SOFT = Style(10.5, 14, "ink-soft")

LINE_PITCH = 25.0
"""Points from one line to write on to the next: room for a grown-up's hand."""

_BAR = 48.0
_DOT = 2.2
_INDENT = 15.0
_SQUARE = 11.0
_FEWEST_LINES = 3


def text(
    kit: Kit,
    words: Sequence[TextParagraph],
    w: float,
    x: float = 0.0,
    name: str = "text",
    before: float = 0.0,
    together: int = 0,
) -> Piece:
    """Paragraphs ``x`` points from the left margin and ``w`` wide."""
    height = text_height(kit.fonts, words, w)

    def boxes(top: float) -> Sequence[Box]:
        return (set_text(kit.fonts, Frame(MARGIN + x, top, w, height), words, name),)

    return Piece(height, boxes, before, together)


def line(
    kit: Kit,
    words: Text | str,
    style: Style,
    w: float,
    x: float = 0.0,
    before: float = 0.0,
    together: int = 0,
) -> Piece:
    """One paragraph in a style."""
    return text(kit, (paragraph(words, style),), w, x, before=before, together=together)


def chapter(kit: Kit, words: str, w: float, least: float = 0.0) -> Piece:
    """A chapter's heading with the house's sun line under it; on a new page unless ``least`` points are left."""
    inner = line(kit, words, CHAPTER, w)
    aside = w - _BAR if base_level(words) == 1 and not kit.mirrored else 0.0

    def boxes(top: float) -> Sequence[Box]:
        bar = RectBox(
            MARGIN + aside, top + inner.height + 5, _BAR, 4, fill="sun", radius=2, name="bar"
        )
        return (*inner.boxes(top), bar)

    return Piece(inner.height + 20, boxes, 30, together=2, least=least, heading=words)


def listed(
    kit: Kit, items: Sequence[Text], ordered: bool, w: float, x: float = 0.0, before: float = 4.0
) -> list[Piece]:
    """A list's items, each with its dot or number."""
    made = []
    for number, item in enumerate(items, 1):
        mark = Bullet(f"{number}." if ordered else "•", "coral")
        made.append(_item(kit, item, mark, ordered, w, x, before))
    return made


def _item(
    kit: Kit, item: Text, mark: Bullet, ordered: bool, w: float, x: float, before: float
) -> Piece:
    words = (paragraph(item, BODY),)
    height = text_height(kit.fonts, words, w - _INDENT)

    from_right = base_level(words[0].text) == 1 and not kit.mirrored
    left = MARGIN + x
    begins, sign_at = (left, left + w - _INDENT + 6) if from_right else (left + _INDENT, left)

    def boxes(top: float) -> Sequence[Box]:
        frame = Frame(begins, top, w - _INDENT, height)
        return (
            _mark(kit, mark, ordered, sign_at, top),
            set_text(kit.fonts, frame, words, "item"),
        )

    return Piece(height, boxes, before)


def _mark(kit: Kit, mark: Bullet, ordered: bool, x: float, top: float) -> Box:
    if ordered:
        number = (paragraph(mark.text, replace(STRONG, color="coral-text")),)
        return set_text(kit.fonts, Frame(x, top, _INDENT + 6, BODY.lead), number, "number")
    middle = top + BODY.lead - 0.45 * BODY.size
    return EllipseBox(x + 1, middle - _DOT, 2 * _DOT, 2 * _DOT, fill=mark.color, name="dot")


def stack(pieces: Sequence[Piece], before: float = 0.0) -> Piece:
    """Pieces one under another that stay together."""
    height = sum(piece.height + (piece.before if n else 0) for n, piece in enumerate(pieces))

    def boxes(top: float) -> Sequence[Box]:
        found: list[Box] = []
        y = top
        for number, piece in enumerate(pieces):
            y += piece.before if number else 0.0
            found.extend(piece.boxes(y))
            y += piece.height
        return found

    return Piece(height, boxes, before)


def abreast(pieces: Sequence[Piece], before: float = 0.0, together: int = 0) -> Piece:
    """Pieces side by side, each at its own place, from one top."""
    height = max((piece.height for piece in pieces), default=0.0)

    def boxes(top: float) -> Sequence[Box]:
        return [box for piece in pieces for box in piece.boxes(top)]

    return Piece(height, boxes, before, together)


def lowered(piece: Piece, by: float) -> Piece:
    """A piece some points lower than its top."""
    return replace(piece, height=piece.height + by, boxes=lambda top: piece.boxes(top + by))


def picture(kit: Kit, folder: Path, shown: Picture, x: float, w: float, h: float) -> Piece:
    """A deck's picture in a frame ``w`` x ``h``, ``x`` points from the left margin."""

    def boxes(top: float) -> Sequence[Box]:
        frame = Frame(MARGIN + x, top, w, h)
        shelf = kit.pictures
        return (
            place_picture(
                picture_file(folder, shown),
                frame,
                "contain",
                shown.alt,
                "picture",
                "picture",
                shelf=shelf,
            ),
        )

    return Piece(h, boxes)


def writing_lines(count: int, w: float, x: float = 0.0, before: float = 2.0) -> Piece:
    """Lines to write on."""
    return Piece(count * LINE_PITCH, lambda top: _lines(count, top, x, w), before)


def notes_to_the_end(label: Piece, count: int, w: float) -> list[Piece]:
    """At least ``count`` lines for notes under their label, and as many more as end the page.

    With a ``count`` of 0 there are none unless the page ends here with room for some.
    """

    def fill(top: float, bottom: float) -> Sequence[Box]:
        return _lines(int((bottom - top) // LINE_PITCH), top, 0.0, w)

    def fill_with_label(top: float, bottom: float) -> Sequence[Box]:
        first = top + label.before
        if bottom - first < label.height + _FEWEST_LINES * LINE_PITCH:
            return ()
        return (*label.boxes(first), *fill(first + label.height, bottom))

    if not count:
        return [Piece(0.0, lambda _: (), fill=fill_with_label)]
    return [label, replace(writing_lines(count, w), fill=fill)]


def _lines(count: int, top: float, x: float, w: float) -> tuple[Box, ...]:
    return tuple(
        rule(top + number * LINE_PITCH, MARGIN + x, w, "edge-control")
        for number in range(1, count + 1)
    )


def choice(kit: Kit, letter: str, words: str, w: float, x: float = 0.0) -> Piece:
    """A choice with its letter, if it has one, and a square to mark."""
    said = (paragraph(words, BODY),)
    inset = 46.0 if letter else 24.0
    height = max(text_height(kit.fonts, said, w - inset), BODY.lead)

    def boxes(top: float) -> Sequence[Box]:
        left = MARGIN + x
        square = RectBox(
            left,
            top + (BODY.lead - _SQUARE) / 2 + 1,
            _SQUARE,
            _SQUARE,
            stroke="ink",
            stroke_width=1.0,
            radius=2,
            name="square",
        )
        sign = Frame(left + 24, top, 20, BODY.lead)
        beside_it = Frame(left + inset, top, w - inset, height)
        named = (_set(kit, sign, paragraph(letter, STRONG), "number"),) if letter else ()
        return (square, *named, _set(kit, beside_it, said[0], "item"))

    return Piece(height, boxes, 6)


def card(pieces: Sequence[Piece], w: float, fill: str = "sand", pad: float = 12.0) -> Piece:
    """Pieces on a quiet ground with round corners, kept together."""
    inner = stack(pieces)
    height = inner.height + 2 * pad

    def boxes(top: float) -> Sequence[Box]:
        ground = RectBox(MARGIN, top, w, height, fill=fill, radius=10, name="card")
        return (ground, *inner.boxes(top + pad))

    return Piece(height, boxes, 12)


def must_fit(pieces: Sequence[Piece], room: float, where: str, at: int) -> None:
    """Raise ``LayoutError`` with the deck's line for a piece that is higher than a page."""
    tallest = max((piece.height for piece in pieces), default=0.0)
    if tallest > room:
        raise LayoutError(f"{where} is higher than a page of paper; shorten it or divide it", at)


def _set(kit: Kit, frame: Frame, words: TextParagraph, name: str) -> TextBox:
    return set_text(kit.fonts, frame, (words,), name)
