"""The answer to an order item: everything in its place, and how many put it there."""

from imhtrainer.domain.quiz import LETTERS, Question, Tally
from imhtrainer.domain.wording import counted
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style, middle_top, paragraph, put, put_middle, single
from imhtrainer.layout.compose.shapes import disc, sign_in_disc
from imhtrainer.layout.page import Bar, Box, ChartBox, Span, TextBox, TextParagraph
from imhtrainer.layout.text import Frame

PLACE = Style(26, 31)
KEY = Style(24, 32, "ink-soft")
_FIRST, _PITCH, _BAR = 174.0, 59.0, 34.0
_PLOT_LEFT, _PLOT = 500.0, 240.0
_INSIDE = 904.0


def order_rows(scene: Scene, question: Question, tally: Tally | None) -> list[Box]:
    """A row a place, in the right order: number, text with its letter, and how many had it there."""
    boxes: list[Box] = []
    for place, index in enumerate(question.sequence):
        middle = _FIRST + place * _PITCH
        choice = question.choices[index]
        room = Frame(116, middle - _PITCH / 2, 370 if tally else 788, _PITCH)
        words = f"{choice.text} ({LETTERS[index]})"
        boxes += [
            disc(80, middle, 22, "leaf", name=f"place-{place + 1}-disc"),
            sign_in_disc(scene, 80, middle, str(place + 1), 26, "surface", f"place-{place + 1}"),
            put_middle(scene, room, words, PLACE, f"choice-{LETTERS[index]}", line=choice.line),
        ]
        if tally is not None:
            boxes.append(_count(scene, middle, tally.counts[index], tally.total, place))
    return [*boxes, *_result(scene, question, tally)] if tally else boxes


def _result(scene: Scene, question: Question, tally: Tally) -> list[Box]:
    wholly = max(tally.right_people, 0)
    words = paragraph(scene.say("whole_order", count=wholly, total=tally.total), KEY, align="right")
    x = 56 if scene.from_right else 564  # opposite to the label
    return [
        put(scene, Frame(x, 33, 340, 32), (words,), "whole-order", "key"),
        _chart(question, tally),
    ]


def _count(scene: Scene, middle: float, count: int, total: int, place: int) -> TextBox:
    style = single(26)
    x = _PLOT_LEFT + _PLOT * count / total + 14
    frame = Frame(x, middle_top(middle, 1, style), _INSIDE - x, style.lead)
    words: tuple[Span, ...] = (Span(str(count), size=26, bold=True),)
    if not scene.from_right:  # there it would leave the bar's end
        words = (*words, Span(scene.say("of_count", count=total), size=26))
    return put(scene, frame, (TextParagraph(words, style.lead),), f"count-{place + 1}", "count")


def _chart(question: Question, tally: Tally) -> ChartBox:
    bars = tuple(
        Bar(
            LETTERS[index],
            tally.counts[index],
            "leaf",
            first=tally.first[index] if tally.first else None,
        )
        for index in question.sequence
    )
    said = ", ".join(
        f"place {place}, {bar.label}: {bar.value} right" for place, bar in enumerate(bars, start=1)
    )
    return ChartBox(
        _PLOT_LEFT,
        _FIRST - _PITCH / 2,
        _PLOT,
        _PITCH * len(bars),
        bars,
        tally.total,
        _BAR,
        f"{counted(tally.total, 'answer')}. {said}",
        "answers",
    )
