"""A checkpoint's question: label, question and its choices, to be answered by hands or phones."""

from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.quiz import LETTERS, Choice, Question
from imhtrainer.layout.compose.foot import finish, foot
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import (
    LABEL,
    Style,
    hugging,
    paragraph,
    put,
    put_first_that_fits,
    put_middle,
)
from imhtrainer.layout.compose.shapes import card, disc, sign_in_disc
from imhtrainer.layout.compose.wording import checkpoint_label
from imhtrainer.layout.page import Box, Page
from imhtrainer.layout.text import Frame, fits

QUESTION = Style(34, 45, "ink", "head", bold=True)
QUESTION_LONG = Style(30, 40, "ink", "head", bold=True)
CHOICE = Style(28, 36.4)
CHOICE_TWO_LINES = Style(28, 34)
CHOICE_OF_FOUR = Style(26, 33.8)
TOP = 226.0
WIDTH = 848.0
MOST_CHOICES = 4


def compose_checkpoint(scene: Scene) -> Page:
    """The page the room sees while it answers; it gives nothing away."""
    scene.allow()
    question = question_of(scene)
    label = (paragraph(checkpoint_label(scene, question), LABEL),)
    boxes: list[Box] = [
        hugging(
            put_first_that_fits(
                scene,
                Frame(56, 72, WIDTH, 135),
                scene.slide.title,
                (QUESTION, QUESTION_LONG),
                "title",
                "title",
            )
        ),
        put(scene, Frame(56, 32, 600, 34), label, "label", "label"),
    ]
    for index, choice in enumerate(question.choices):
        boxes += _choice(scene, index, choice, len(question.choices) == MOST_CHOICES)
    return finish(scene, "paper", (*boxes, *foot(scene, sourced=False)))


def question_of(scene: Scene) -> Question:
    """The slide's question; a slide without one, or with too many choices, is refused."""
    question = scene.slide.question
    if question is None:
        raise LayoutError("a checkpoint slide needs choices (“- [ ] …”)", scene.slide.line)
    if len(question.choices) > MOST_CHOICES:
        raise LayoutError(
            f"the question has {len(question.choices)} choices, a slide holds {MOST_CHOICES}; "
            "leave some out",
            question.line,
        )
    return question


def _choice(scene: Scene, index: int, choice: Choice, of_four: bool) -> tuple[Box, ...]:
    height, pitch, r = (58.0, 66.0, 20.0) if of_four else (72.0, 84.0, 24.0)
    top = TOP + index * pitch
    middle = top + height / 2
    letter = LETTERS[index]
    room = Frame(144, top, WIDTH - 104, height)
    style = CHOICE_OF_FOUR if of_four else CHOICE
    if not of_four and not fits(
        scene.kit.fonts, (paragraph(choice.text, style),), room.w, style.lead
    ):
        style = CHOICE_TWO_LINES
    return (
        card(Frame(56, top, WIDTH, height), "surface", "lagoon", 2, f"choice-{letter}-card"),
        disc(100, middle, r, "lagoon", name=f"choice-{letter}-disc"),
        sign_in_disc(scene, 100, middle, letter, 28, "paper", f"choice-{letter}-letter"),
        put_middle(scene, room, choice.text, style, f"choice-{letter}", "choice", line=choice.line),
    )
