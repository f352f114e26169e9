"""Answer sheets for who has no phone: two to a page with a cut line, one number each, every item of the deck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imhtrainer.documents.setting import Type, broken_at_dash, paragraph, put, put_shortened
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSlide
from imhtrainer.domain.quiz import Phase, signs
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.mirroring import mirrored
from imhtrainer.layout.page import Box, Page, PathBox, RectBox
from imhtrainer.layout.text import text_height

MOST_SHEETS = 999
"""As many as a sheet's number has digits for."""

_SIZES: dict[Paper, tuple[float, float]] = {"letter": (792.0, 612.0), "a4": (841.9, 595.3)}
"""Landscape papers in points; a sheet is one half."""

_MARGIN = 30.0
_TOP, _FOOT = 90.0, 34.0
_GAP, _BOX, _PITCH = 3.0, 15.0, 20.0
_HEADING = 18.0
_PASS_WIDTH = 44.0
_LEAST = 20.0
_TITLE = Type(13, 17, "lagoon", bold=True, family="head", heading=1)
_NUMBER = Type(40, 46, "lagoon", bold=True)
_SOFT = Type(9, 11.5, "ink-soft")
_PHASE = Type(9.5, 13, "coral-text", bold=True)
_TEXT = Type(9.5, 11.5)
_LETTER = Type(9, 11, "ink-soft", bold=True)
_PHASES: dict[Phase, str] = {"pre": "pre", "check": "checkpoints", "post": "post"}
_PLACES = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading, or an item with its height in points."""

    height: float
    heading: str = ""
    item: PlanSlide | None = None
    label: str = ""


def compose_answer_sheets(
    plan: Plan, place_line: str, count: int, paper: Paper, kit: Kit
) -> tuple[Page, ...]:
    """Pages for ``count`` sheets, numbered from 1; a long deck goes on on the next page, its sides in order.

    Raises ``LayoutError`` where the deck asks nothing, or for more sheets than numbers.
    """
    if not plan.questions:
        raise LayoutError("This training asks nothing, so there is nothing to answer on paper.")
    if not 1 <= count <= MOST_SHEETS:
        raise LayoutError(f"Print from 1 to {MOST_SHEETS} answer sheets.")
    sheet = _Sheet(plan, place_line, kit, *_SIZES[paper])
    sides = sheet.sides()
    pages = (
        sheet.page(number, min(number + 1, count), side, sides)
        for number in range(1, count + 1, 2)
        for side in range(len(sides))
    )
    return tuple(pages)


class _Sheet:
    """Lays one sheet's sides into the halves of a page."""

    def __init__(self, plan: Plan, place_line: str, kit: Kit, width: float, height: float) -> None:
        self._plan, self._place_line, self._kit = plan, place_line, kit
        self._width, self._height = width, height
        self._words = house_words(plan.lang)

    @property
    def _room(self) -> float:
        return self._width / 2 - 2 * _MARGIN

    def sides(self) -> tuple[tuple[_Line, ...], ...]:
        """The lines of each side; a heading keeps its first item beside it."""
        sides: list[list[_Line]] = [[]]
        left = self._height - _TOP - _FOOT
        for block in self._blocks():
            needed = sum(line.height for line in block)
            if needed > left and sides[-1]:
                sides.append([])
                left = self._height - _TOP - _FOOT
            sides[-1] += block
            left -= needed
        return tuple(tuple(side) for side in sides)

    def page(self, first: int, last: int, side: int, sides: Sequence[Sequence[_Line]]) -> Page:
        """One side of the sheets ``first`` and ``last``, with the cut line between them."""
        half = self._width / 2
        boxes = [*self._half(0, first, side, sides)]
        if last > first:
            boxes += self._half(half, last, side, sides)
        cut = (("M", (half, 0.0)), ("L", (half, self._height)))
        boxes.append(PathBox(cut, stroke="path", stroke_width=0.75, name="cut"))
        say = self._words.say
        said = say("sheet", number=first)
        if last > first:
            said = say("sheets", first=first, second=last)
        return Page(
            width=self._width,
            height=self._height,
            ground="surface",
            boxes=mirrored(boxes, self._width) if self._words.from_right else tuple(boxes),
            palette=self._kit.theme.colors,
            layout="answer-sheet",
            title=said,
            description=say("side", sheet=said, side=side + 1, sides=len(sides)),
            lang=self._plan.lang,
        )

    def _blocks(self) -> Iterator[tuple[_Line, ...]]:
        phase: Phase | None = None
        number = 0
        for index in self._plan.questions:
            slide = self._plan.slides[index]
            asked = slide.question
            if asked is None:
                continue
            head: tuple[_Line, ...] = ()
            if asked.phase != phase:
                phase, number = asked.phase, 0
                head = (_Line(_HEADING, heading=self._words.say(_PHASES[phase])),)
            counted = asked.marked or asked.phase != "check"
            number += counted
            label = f"{number}" if counted else "•"
            yield (*head, _Line(self._item_height(asked), item=slide, label=label))

    def _item_height(self, asked: PlanQuestion) -> float:
        words = text_height(
            self._kit.fonts, (paragraph(asked.text, _TEXT),), self._words_width(asked)
        )
        written = 22.0 if asked.kind == "words" else 0.0
        return max(_LEAST, words + 2) + written + _GAP

    def _words_width(self, asked: PlanQuestion) -> float:
        boxes = 0.0 if asked.kind == "words" else _PITCH * len(asked.choices)
        return self._room - 18 - boxes - _PASS_WIDTH - 8

    def _half(
        self, x: float, number: int, side: int, sides: Sequence[Sequence[_Line]]
    ) -> Iterator[Box]:
        left = x + _MARGIN
        yield from self._head(left, number)
        top = _TOP
        for line in sides[side]:
            if line.item is None:
                yield self._put(Frame(left, top + 3, self._room, 13), line.heading, _PHASE)
            else:
                yield from self._item(left, top, line, line.item)
            top += line.height
        key = "sheet_side_foot" if len(sides) > 1 else "sheet_foot"
        foot = self._words.say(key, number=number, side=side + 1, sides=len(sides))
        yield self._put(Frame(left, self._height - 30, self._room, 12), foot, _SOFT)

    def _head(self, left: float, number: int) -> Iterator[Box]:
        fonts = self._kit.fonts
        room = self._room - 84
        frame = Frame(left, 26, room, 34)
        title = broken_at_dash(self._plan.title)
        yield put_shortened(fonts, frame, title, _TITLE, "title", "bottom")
        yield self._put(Frame(left, 62, room, 23), self._hint(), _SOFT)
        yield put(
            fonts,
            Frame(left + self._room - 80, 22, 80, 46),
            str(number),
            _NUMBER,
            "sheet-number",
            align="right",
        )
        frame = Frame(left + self._room - _PASS_WIDTH - 20, 68, _PASS_WIDTH + 20, 23)
        yield put(fonts, frame, self._words.say("pass"), _SOFT, "pass-head", align="right")

    def _hint(self) -> str:
        hint = self._words.say("sheet_hint")
        return f"{hint} {self._place_line}" if self._place_line else hint

    def _item(self, left: float, top: float, line: _Line, slide: PlanSlide) -> Iterator[Box]:
        asked = slide.question
        if asked is None:
            return
        words = self._words_width(asked)
        height = line.height - _GAP
        yield put(self._kit.fonts, Frame(left, top, 16, 12), line.label, _LETTER, "item-number")
        yield put(self._kit.fonts, Frame(left + 18, top, words, height), asked.text, _TEXT, "item")
        right = left + self._room
        yield _square(right - _BOX - 8, top, f"{slide.id}-pass")
        if asked.kind == "words":
            yield from self._writing_line(left + 18, top + height, self._room - 18 - _PASS_WIDTH)
            return
        start = right - _PASS_WIDTH - _PITCH * len(asked.choices)
        marks = self._places() if asked.kind == "order" else tuple(signs(asked.kind))
        for index, sign in zip(range(len(asked.choices)), marks, strict=False):
            x = start + index * _PITCH
            yield _square(x, top, f"{slide.id}-{sign}")
            frame = Frame(x - 2, top + 2, _BOX + 4, 11)
            below = Frame(x - 4, top + _BOX + 0.5, _BOX + 8, 9)
            if asked.kind == "order":
                small = Type(7, 9, "ink-soft")
                yield put(self._kit.fonts, below, sign, small, "place", align="center")
            else:
                yield put(self._kit.fonts, frame, sign, _LETTER, "letter", align="center")

    def _places(self) -> tuple[str, ...]:
        return tuple(self._words.say(f"place_{number}") for number in range(1, _PLACES + 1))

    def _writing_line(self, x: float, y: float, width: float) -> Iterator[Box]:
        commands = (("M", (x, y - 2)), ("L", (x + width, y - 2)))
        yield PathBox(commands, stroke="ink-soft", stroke_width=0.75, name="writing-line")

    def _put(self, frame: Frame, words: str, style: Type) -> Box:
        return put(self._kit.fonts, frame, words, style, "words")


def _square(x: float, y: float, name: str) -> RectBox:
    return RectBox(x, y, _BOX, _BOX, "surface", "ink-soft", 0.75, 2.5, name=name)
