"""A rating's five steps on the question's page, and what the room thought on the answer's."""

from imhtrainer.domain.quiz import RATINGS, Question, Tally
from imhtrainer.domain.wording import counted
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style, middle_top, paragraph, put, put_middle, single
from imhtrainer.layout.compose.shapes import card, disc, sign_in_disc
from imhtrainer.layout.page import Align, Bar, Box, ChartBox, Span, TextParagraph
from imhtrainer.layout.text import Frame

WORD = Style(24, 29)
_GAP, _HEIGHT = 16.0, 96.0
_FIRST, _PITCH, _BAR = 170.0, 46.0, 24.0
_PLOT_LEFT, _PLOT = 500.0, 300.0


def rating_steps(scene: Scene, question: Question, top: float, width: float) -> list[Box]:
    """Five cards with their digits; words stand under each, or under the two ends."""
    side = (width - (len(RATINGS) - 1) * _GAP) / len(RATINGS)
    boxes: list[Box] = []
    for index, digit in enumerate(RATINGS):
        left = 56 + index * (side + _GAP)
        centre, middle = left + side / 2, top + _HEIGHT / 2
        name = f"step-{digit}"
        boxes += [
            card(Frame(left, top, side, _HEIGHT), "surface", "lagoon", 2, f"{name}-card"),
            disc(centre, middle, 28, "lagoon", name=f"{name}-disc"),
            sign_in_disc(scene, centre, middle, digit, 32, "paper", f"{name}-digit"),
        ]
    return [*boxes, *_step_words(scene, question, top + _HEIGHT + 10, width, side)]


def rating_rows(scene: Scene, question: Question, tally: Tally | None) -> list[Box]:
    """The answer's rows: a digit, its words, and with a result its bar and count."""
    boxes: list[Box] = []
    for index, (digit, choice) in enumerate(zip(RATINGS, question.choices, strict=True)):
        middle = _FIRST + index * _PITCH
        room = Frame(116, middle - _PITCH / 2, 370 if tally else 788, _PITCH)
        boxes += [
            disc(78, middle, 20, "ink-soft", name=f"step-{digit}-disc"),
            sign_in_disc(scene, 78, middle, digit, 24, "surface", f"step-{digit}-digit"),
        ]
        if choice.text:
            boxes.append(
                put_middle(scene, room, choice.text, WORD, f"step-{digit}", line=choice.line)
            )
        if tally is not None:
            boxes.append(_count(scene, index, middle, tally))
    return [*boxes, _chart(tally)] if tally else boxes


def _step_words(
    scene: Scene, question: Question, top: float, width: float, side: float
) -> list[Box]:
    if any(choice.text for choice in question.choices[1:-1]):
        return [
            _words(
                scene, question, i, Frame(56 + i * (side + _GAP) - 6, top, side + 12, 90), "center"
            )
            for i in range(len(RATINGS))
        ]
    if not question.choices[0].text:
        return []
    half = width / 2 - _GAP
    return [
        _words(scene, question, 0, Frame(56, top, half, 60), "left"),
        _words(scene, question, len(RATINGS) - 1, Frame(56 + width - half, top, half, 60), "right"),
    ]


def _words(scene: Scene, question: Question, index: int, frame: Frame, align: Align) -> Box:
    choice = question.choices[index]
    words = (paragraph(choice.text, WORD, align=align),)
    return put(scene, frame, words, f"step-{RATINGS[index]}", line=choice.line)


def _count(scene: Scene, index: int, middle: float, tally: Tally) -> Box:
    style = single(26)
    x = _PLOT_LEFT + _PLOT * tally.counts[index] / tally.total + 14
    frame = Frame(x, middle_top(middle, 1, style), 904 - x, style.lead)
    count = Span(str(tally.counts[index]), size=style.size, bold=True)
    return put(scene, frame, (TextParagraph((count,), style.lead),), f"count-{index + 1}", "count")


def _chart(tally: Tally) -> ChartBox:
    firsts = tally.first or (None,) * len(tally.counts)
    bars = tuple(
        Bar(digit, count, "lagoon", first=first)
        for digit, count, first in zip(RATINGS, tally.counts, firsts, strict=True)
    )
    said = ", ".join(f"{bar.label}: {bar.value}" for bar in bars)
    return ChartBox(
        _PLOT_LEFT,
        _FIRST - _PITCH / 2,
        _PLOT,
        _PITCH * len(bars),
        bars,
        tally.total,
        _BAR,
        f"{counted(tally.total, 'answer')}: {said}",
        "answers",
    )
