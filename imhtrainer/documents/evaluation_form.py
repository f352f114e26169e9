"""The evaluation form on paper: each statement with five squares, then lines to write on. No name."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from imhtrainer.documents.flow import MARGIN, Document, Piece, compose_flow
from imhtrainer.documents.pieces import BODY, SOFT, abreast, line, stack, writing_lines
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.evaluation import STEPS
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.evaluation_words import items_to_rate, questions_to_answer
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.house_words import HouseWords, house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, Page, RectBox
from imhtrainer.layout.text import set_text

_TITLE = Style(22, 28, "lagoon", "head", bold=True)
_QUESTION = Style(12, 16.5, bold=True)
_MARKS = 150.0
_PITCH = 30.0
_SQUARE = 16.0
_DIGIT = Style(9.5, 12, "ink-soft")


def compose_evaluation_form(state: SessionState, kit: Kit, now: datetime) -> tuple[Page, ...]:
    """One form, to be copied or printed as often as people come."""
    kit = kit.reading(state.plan.lang)
    foot = state.details.organisation
    document = Document("Evaluation", foot, state.details.paper, state.plan.lang, "evaluation")
    width, words = document.width, house_words(state.plan.lang)
    heading = line(kit, words.say("form_heading"), _TITLE, width - 110)
    pieces = [heading, _form_number(kit, width, words)]
    head = abreast(pieces)
    lines = session_lines(state, now)[:2]  # what it was and when; the rest is no use here
    made = [
        head,
        *(
            line(kit, told, SOFT, width, before=4 if number == 0 else 0)
            for number, told in enumerate(lines)
        ),
        line(kit, words.say("form_said"), BODY, width, before=10),
        _scale_head(kit, width, words),
        *(_item(kit, item, width) for item in items_to_rate(state.plan)),
        *_questions(kit, width, questions_to_answer(state.plan)),
    ]
    return compose_flow(document, made, kit)


def _form_number(kit: Kit, width: float, words: HouseWords) -> Piece:
    """A line for the number that is written on the form when it is typed in."""
    return stack((line(kit, words.say("form_number"), SOFT, 100, width - 100, before=8),))


def _scale_head(kit: Kit, width: float, words: HouseWords) -> Piece:
    """What the least and the most mean, over the first square and the last."""
    first = MARGIN + width - _MARKS + 6 + _SQUARE / 2
    ends = ((first, "form_low"), (first + (STEPS - 1) * _PITCH, "form_high"))

    def boxes(top: float) -> Sequence[Box]:
        return tuple(
            set_text(
                kit.fonts,
                Frame(middle - 35, top, 70, 14),
                (paragraph(words.say(key), SOFT, align="center"),),
                key,
            )
            for middle, key in ends
        )

    return Piece(16, boxes, 12, together=1)


def _item(kit: Kit, words: str, width: float) -> Piece:
    said = line(kit, words, BODY, width - _MARKS - 24)
    height = max(said.height, _SQUARE + 4)

    def boxes(top: float) -> Sequence[Box]:
        return (*said.boxes(top), *_squares(kit, top, width))

    return Piece(height, boxes, 3)


def _squares(kit: Kit, top: float, width: float) -> Iterator[Box]:
    for step in range(1, STEPS + 1):
        x = MARGIN + width - _MARKS + (step - 1) * _PITCH + 6
        yield RectBox(
            x, top, _SQUARE, _SQUARE, "surface", "ink-soft", 0.9, 2.5, name=f"mark-{step}"
        )
        digit = Frame(x, top + 2, _SQUARE, 12)
        centred = paragraph(str(step), _DIGIT, align="center")
        yield set_text(kit.fonts, digit, (centred,), "digit")


def _questions(kit: Kit, width: float, questions: Sequence[str]) -> Iterator[Piece]:
    for question in questions:
        asked = line(kit, question, _QUESTION, width)
        yield stack((asked, writing_lines(2, width)), before=12)
