"""The evaluation form on paper: each statement with five squares, then lines to write on. No name."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from imhtrainer.documents.flow import MARGIN, Document, Piece, compose_flow
from imhtrainer.documents.pieces import BODY, SOFT, abreast, line, stack, writing_lines
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.evaluation import QUESTIONS, STEPS, evaluation_items
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.frame import Frame
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
    foot = state.details.organisation
    document = Document("Evaluation", foot, state.details.paper, state.plan.lang, "evaluation")
    width = document.width
    pieces = [line(kit, "How was it for you?", _TITLE, width - 110), _form_number(kit, width)]
    head = abreast(pieces)
    lines = session_lines(state, now)[:2]  # what it was and when; the rest is no use here
    said = (
        "No name, please. Mark one square a line: 1 is not at all, 5 is fully. "
        "Leave out what you would rather not answer."
    )
    made = [
        head,
        *(
            line(kit, words, SOFT, width, before=4 if number == 0 else 0)
            for number, words in enumerate(lines)
        ),
        line(kit, said, BODY, width, before=10),
        _scale_head(kit, width),
        *(_item(kit, words, width) for words in evaluation_items(state.plan)),
        *_questions(kit, width),
    ]
    return compose_flow(document, made, kit)


def _form_number(kit: Kit, width: float) -> Piece:
    """A line for the number that is written on the form when it is typed in."""
    return stack((line(kit, "Form no. ______", SOFT, 100, width - 100, before=8),))


def _scale_head(kit: Kit, width: float) -> Piece:
    words = ("not at all", "fully")
    left = width - _MARKS

    def boxes(top: float) -> Sequence[Box]:
        low = Frame(MARGIN + left - 24, top, 70, 14)
        high = Frame(MARGIN + width - 52, top, 60, 14)
        return (
            set_text(kit.fonts, low, (paragraph(words[0], SOFT),), "low"),
            set_text(kit.fonts, high, (paragraph(words[1], SOFT),), "high"),
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


def _questions(kit: Kit, width: float) -> Iterator[Piece]:
    for question in QUESTIONS:
        asked = line(kit, question, _QUESTION, width)
        yield stack((asked, writing_lines(2, width)), before=12)
