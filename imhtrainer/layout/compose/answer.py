"""A checkpoint's answer: the right choice, how the room answered, and why."""

from dataclasses import dataclass

from imhtrainer.domain.quiz import LETTERS, Question, Tally
from imhtrainer.domain.wording import counted
from imhtrainer.layout.compose.checkpoint import question_of
from imhtrainer.layout.compose.cloud import word_cloud
from imhtrainer.layout.compose.foot import finish, foot
from imhtrainer.layout.compose.scale import rating_rows
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.sequence import order_rows
from imhtrainer.layout.compose.setting import (
    LABEL,
    Style,
    hugging,
    line_count,
    middle_top,
    paragraph,
    put,
    put_line,
    put_middle,
    single,
    spans,
)
from imhtrainer.layout.compose.shapes import card, disc, sign_in_disc, tick
from imhtrainer.layout.compose.wording import answer_label
from imhtrainer.layout.page import Bar, Box, ChartBox, Page, RectBox, Span, TextBox, TextParagraph
from imhtrainer.layout.text import Frame, fits, text_width

QUESTION = Style(28, 36, "ink", "head", bold=True)
CHOICE = Style(26, 33.8)
RIGHT_CHOICE = Style(26, 33.8, bold=True)
RIGHT_WORD = single(26, "leaf", bold=True)
EXPLANATION = Style(28, 38)
EXPLANATION_LONG = Style(26, 34)
FIRST_VOTE_STYLE = Style(24, 32, "ink-soft")
BAR_HEIGHT = 40.0
BAR_HEIGHT_OVER_FIRST_VOTE = 30.0
"""In the low rows of four choices, so that the first vote's line stays inside its card."""

_FOUR = 4
_CARD_INSIDE = 916.0


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where the choices stand: row centres ``first + index * pitch``, and the plot beside them."""

    first: float
    pitch: float
    card: float
    plot: float
    bar: float = BAR_HEIGHT

    def middle(self, index: int) -> float:
        return self.first + index * self.pitch


def compose_answer_page(scene: Scene) -> Page:
    """The page shown at the reveal; without a result it has no bars and wider choices."""
    question = question_of(scene)
    tally = _result(scene, question)
    label = answer_label(scene, question, tally)
    words = (paragraph(scene.slide.title, QUESTION),)
    title = hugging(put(scene, Frame(56, 68, 848, 72), words, "title", "title"))
    boxes: list[Box] = [
        title,
        put(scene, Frame(56, 32, 848, 34), (paragraph(label, LABEL),), "label", "label"),
        *_answers(scene, question, tally, below_two_lines=line_count(title.paragraphs) > 1),
        *_explanation(scene, question),
    ]
    number = scene.number + 1
    return finish(
        scene, "paper", (*boxes, *foot(scene, number)), "answer", number=number, title=label
    )


def _answers(
    scene: Scene, question: Question, tally: Tally | None, below_two_lines: bool
) -> list[Box]:
    match question.kind:
        case "rating":
            return rating_rows(scene, question, tally)
        case "order":
            return order_rows(scene, question, tally)
        case "words":
            return word_cloud(scene, tally, 384 if question.explanation else 478)
        case _:
            return _choices(scene, question, tally, below_two_lines)


def _choices(
    scene: Scene, question: Question, tally: Tally | None, below_two_lines: bool
) -> list[Box]:
    rows = _rows(question, tally, below_two_lines)
    boxes: list[Box] = []
    for index in range(len(question.choices)):
        boxes += _row(scene, question, index, rows, tally)
    if tally is not None:
        boxes += [*_first_vote(scene, tally), _chart(question, rows, tally)]
    return boxes


def _result(scene: Scene, question: Question) -> Tally | None:
    """The room's result; none where nobody answered or the choices have changed since."""
    tally = scene.context.tallies.get(scene.slide.id)
    if tally is None or not tally.total or len(tally.counts) != len(question.choices):
        return None
    return tally


def _rows(question: Question, tally: Tally | None, below_two_lines: bool) -> _Rows:
    """Below a question of two lines the rows stand lower and closer, so that no card meets it."""
    if len(question.choices) == _FOUR:
        first, pitch = (177.0, 59.0) if below_two_lines else (172.0, 60.0)
        voted_twice = tally is not None and tally.first
        bar = BAR_HEIGHT_OVER_FIRST_VOTE if voted_twice else BAR_HEIGHT
        return _Rows(first, pitch, 56, 200, bar)
    alone = len(question.right_letters) == 1
    if below_two_lines:
        return _Rows(190, 75, 78 if alone else 70, 300)
    return _Rows(180, 78, 86 if alone else 72, 300)


def _row(
    scene: Scene, question: Question, index: int, rows: _Rows, tally: Tally | None
) -> list[Box]:
    choice = question.choices[index]
    middle = rows.middle(index)
    letter = LETTERS[index]
    boxes: list[Box] = []
    if choice.right:
        frame = Frame(40, middle - rows.card / 2, 880, rows.card)
        boxes.append(card(frame, "surface", "leaf", 3, f"right-{letter}-card"))
    ground = "leaf" if choice.right else "ink-soft"
    boxes += [
        disc(80, middle, 24, ground, name=f"choice-{letter}-disc"),
        sign_in_disc(scene, 80, middle, letter, 28, "surface", f"choice-{letter}-letter"),
        *_choice(scene, question, index, rows, tally),
    ]
    if tally is not None:
        boxes.append(_count(scene, index, rows, tally, choice.right))
    return boxes


def _choice(
    scene: Scene, question: Question, index: int, rows: _Rows, tally: Tally | None
) -> list[Box]:
    choice = question.choices[index]
    width = 370.0 if tally is not None else 780.0
    name = f"choice-{LETTERS[index]}"
    middle = rows.middle(index)
    four = len(question.choices) == _FOUR
    if not choice.right or four:
        if four and tally is None and choice.right:
            width = 812.0 - 120 - 12
        style = RIGHT_CHOICE if choice.right else CHOICE
        frame = Frame(120, middle - rows.pitch / 2, width, rows.pitch)
        boxes: list[Box] = [
            put_middle(scene, frame, choice.text, style, name, "choice", line=choice.line)
        ]
        return (
            [*boxes, *_right(scene, 812, middle, scene.say("right_short"), LETTERS[index])]
            if choice.right
            else boxes
        )
    line = choice.line
    text = put_line(
        scene, 120, middle - 16, width, choice.text, RIGHT_CHOICE, name, "choice", line=line
    )
    return [text, *_right(scene, 120, middle + 18, scene.say("right_answer"), LETTERS[index], 300)]


def _right(
    scene: Scene, x: float, middle: float, words: str, letter: str, width: float = 100
) -> list[Box]:
    """The tick and the word that say it without colour, with room for another program's wider letters."""
    if scene.from_right:  # so that the word begins beside its tick
        width = text_width(scene.kit.fonts, spans(words, RIGHT_WORD)) + 1
    return [
        tick(x + 10.75, middle - 0.75, 4.5, "leaf", name=f"right-{letter}-tick"),
        put_line(scene, x + 30, middle, width, words, RIGHT_WORD, f"right-{letter}"),
    ]


def _count(scene: Scene, index: int, rows: _Rows, tally: Tally, right: bool) -> TextBox:
    """How many chose it; beside the right one, of how many, where there is room for it."""
    count = tally.counts[index]
    x = 500 + rows.plot * count / tally.total + 14
    style = single(28)
    words: tuple[Span, ...] = (Span(str(count), size=28, bold=True),)
    whole = (*words, Span(scene.say("of_count", count=tally.total), size=28))
    roomy = right and rows.plot > 200 and not scene.from_right
    if roomy and text_width(scene.kit.fonts, whole) <= _CARD_INSIDE - x:
        words = whole
    frame = Frame(x, middle_top(rows.middle(index), 1, style), _CARD_INSIDE - x, style.lead)
    text = (TextParagraph(words, style.lead),)
    return put(scene, frame, text, f"count-{LETTERS[index]}", "count")


def _first_vote(scene: Scene, tally: Tally) -> list[Box]:
    """What the thin lines under the bars are."""
    if not tally.first:
        return []
    words = paragraph(scene.say("first_vote"), FIRST_VOTE_STYLE, align="right")
    x = 56 if scene.from_right else 664  # opposite to the label
    return [put(scene, Frame(x, 33, 240, 32), (words,), "first-vote", "key")]


def _chart(question: Question, rows: _Rows, tally: Tally) -> ChartBox:
    pairs = zip(question.choices, tally.counts, strict=True)
    bars = tuple(
        _bar(LETTERS[index], count, choice.right, tally.first[index] if tally.first else None)
        for index, (choice, count) in enumerate(pairs)
    )
    said = ", ".join(f"{bar.label} {bar.value}" for bar in bars)
    return ChartBox(
        500,
        rows.first - rows.pitch / 2,
        rows.plot,
        rows.pitch * len(bars),
        bars,
        tally.total,
        rows.bar,
        f"{counted(tally.total, 'answer')}: {said}",
        "answers",
    )


def _bar(label: str, count: int, right: bool, first: int | None) -> Bar:
    if right:
        return Bar(label, count, "leaf", first=first)
    return Bar(label, count, "sand", "ink-soft", first)


def _explanation(scene: Scene, question: Question) -> list[Box]:
    if not question.explanation:
        return []
    fonts = scene.kit.fonts
    style = EXPLANATION
    if not fits(fonts, (paragraph(question.explanation, style),), 822, 2 * style.lead):
        style = EXPLANATION_LONG
    room = Frame(82, 432 - 1.5 * style.lead, 822, 3 * style.lead)
    text = put_middle(
        scene, room, question.explanation, style, "explanation", "explain", line=question.line
    )
    height = max(76.0, line_count(text.paragraphs) * style.lead)
    return [RectBox(56, 432 - height / 2, 6, height, "leaf", radius=3, name="rule"), text]
