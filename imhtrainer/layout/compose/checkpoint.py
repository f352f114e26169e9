"""A checkpoint's question: label, question and what may be answered, by phone, on paper or by hand."""

from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.quiz import LETTERS, Choice, Kind, Question
from imhtrainer.layout.compose.foot import finish, foot, put_number
from imhtrainer.layout.compose.join_strip import BESIDE_RIGHT, join_strip
from imhtrainer.layout.compose.scale import rating_steps
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import (
    LABEL,
    Style,
    hugging,
    paragraph,
    put,
    put_first_that_fits,
    put_line,
    put_middle,
    single,
)
from imhtrainer.layout.compose.shapes import card, disc, sign_in_disc
from imhtrainer.layout.compose.sunpath import small_path
from imhtrainer.layout.compose.wording import checkpoint_label
from imhtrainer.layout.page import Box, Page
from imhtrainer.layout.text import Frame, fits

QUESTION = Style(34, 45, "ink", "head", bold=True)
QUESTION_LONG = Style(30, 40, "ink", "head", bold=True)
CHOICE = Style(28, 36.4)
CHOICE_TWO_LINES = Style(28, 34)
CHOICE_OF_FOUR = Style(26, 33.8)
CHOICE_OF_FOUR_TWO_LINES = Style(24, 27)
TOP = 226.0
WIDTH = 848.0
WIDTH_BESIDE = 600.0
"""The choices' width beside the join strip; the question may be ten points wider."""

MOST_CHOICES = 4

_ON_PAPER: tuple[Kind, ...] = ("order", "words")
"""Kinds of item that a raised hand cannot answer."""


def compose_checkpoint(scene: Scene) -> Page:
    """The page the room sees while it answers; it gives nothing away.

    While phones can answer, the join strip stands at the right.
    """
    scene.allow()
    question = question_of(scene)
    joined = scene.context.invitation
    width = WIDTH_BESIDE if joined else WIDTH
    boxes: list[Box] = [
        hugging(
            put_first_that_fits(
                scene,
                Frame(56, 72, width + 10 if joined else width, 135),
                scene.slide.title,
                (QUESTION, QUESTION_LONG),
                "title",
                "title",
            )
        ),
        put(
            scene,
            Frame(56, 32, 600, 34),
            (paragraph(_label(scene, question), LABEL),),
            "label",
            "label",
        ),
        *_what_to_answer(scene, question, width),
    ]
    if joined:
        boxes += [*_foot_beside(scene, question), *join_strip(scene, joined)]
    else:
        boxes += foot(scene, sourced=False)
    return finish(scene, "paper", boxes)


def question_of(scene: Scene) -> Question:
    """The slide's question; a slide without one, or with too many choices, is refused."""
    question = scene.slide.question
    if question is None:
        raise LayoutError("a checkpoint slide needs choices (“- [ ] …”)", scene.slide.line)
    if question.kind != "rating" and len(question.choices) > MOST_CHOICES:
        raise LayoutError(
            f"the question has {len(question.choices)} choices, a slide holds {MOST_CHOICES}; "
            "leave some out",
            question.line,
        )
    return question


def _label(scene: Scene, question: Question) -> str:
    label = checkpoint_label(scene, question)
    match question.kind:
        case "multiple":
            return scene.say("choose_all", label=label)
        case "order":
            return scene.say("put_order", label=label)
        case "rating":
            return scene.say("from_1_to_5", label=label)
        case _:
            return label


def _what_to_answer(scene: Scene, question: Question, width: float) -> list[Box]:
    match question.kind:
        case "rating":
            return rating_steps(scene, question, TOP, width)
        case "words":
            return _room_for_words(scene, width)
        case _:
            boxes: list[Box] = []
            for index, choice in enumerate(question.choices):
                of_four = len(question.choices) == MOST_CHOICES
                boxes += _choice(scene, index, choice, width, of_four)
            return boxes


def _choice(
    scene: Scene, index: int, choice: Choice, width: float, of_four: bool
) -> tuple[Box, ...]:
    height, pitch, r = (58.0, 66.0, 20.0) if of_four else (72.0, 84.0, 24.0)
    top = TOP + index * pitch
    middle = top + height / 2
    letter = LETTERS[index]
    room = Frame(144, top, width - 104, height)
    one, two = (CHOICE_OF_FOUR, CHOICE_OF_FOUR_TWO_LINES) if of_four else (CHOICE, CHOICE_TWO_LINES)
    on_one_line = fits(scene.kit.fonts, (paragraph(choice.text, one),), room.w, one.lead)
    style = one if on_one_line else two
    return (
        card(Frame(56, top, width, height), "surface", "lagoon", 2, f"choice-{letter}-card"),
        disc(100, middle, r, "lagoon", name=f"choice-{letter}-disc"),
        sign_in_disc(scene, 100, middle, letter, 28, "paper", f"choice-{letter}-letter"),
        put_middle(scene, room, choice.text, style, f"choice-{letter}", "choice", line=choice.line),
    )


def _room_for_words(scene: Scene, width: float) -> list[Box]:
    """A quiet card that says how words are given."""
    frame = Frame(56, TOP, width, 156)
    inside = Frame(frame.x + 32, frame.y, frame.w - 64, frame.h)
    words = scene.say("words_hint")
    return [
        card(frame, "sand", name="words-card"),
        put_middle(scene, inside, words, CHOICE, "words-hint"),
    ]


def _foot_beside(scene: Scene, question: Question) -> list[Box]:
    """Sun path, a word for who has no phone while it can answer, and the number, left of the join strip."""
    path = small_path(scene.stations(), x=66)
    number = put_number(scene, right=BESIDE_RIGHT)
    turnout = scene.context.turnout
    if turnout is not None and turnout.closed:
        return [*path, number]
    hint = scene.say("no_phone_sheet" if question.kind in _ON_PAPER else "no_phone_hand")
    x = 192 if path else 56
    return [
        *path,
        put_line(scene, x, 505, 400, hint, single(24, "ink-soft"), "no-phone"),
        number,
    ]
