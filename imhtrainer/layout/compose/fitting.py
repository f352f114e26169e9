"""Does a deck fit its pages? Every slide is composed, and what is refused is collected."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from imhtrainer.domain.deck import Deck, Slide
from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.quiz import Question, Tally
from imhtrainer.layout.compose.pages import compose_answer, compose_slide
from imhtrainer.layout.context import Context, Invitation
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, GroupBox, Page, TableBox, TextBox

_HANDS = 24
"""Answers in the trial result: two digits, as in the rooms this is made for."""

_WITH_PHONES = Context(invitation=Invitation("http://192.168.100.200:8765/", "address", "0000"))
"""Beside the join strip a question has less room."""


def fitting_problems(deck: Deck, kit: Kit) -> tuple[tuple[int, str], ...]:
    """What does not fit, as the deck's line and a message; never raises for a fault of the deck.

    Questions are tried with and without the join strip, answers with and without a result, because strip
    and bars leave their choices less room. Letters that no font has are reported too.
    """
    found: dict[tuple[int, str], None] = {}
    for index, slide in enumerate(deck.slides):
        for attempt in _attempts(deck, index, slide, kit):
            found.update(dict.fromkeys(_problems(slide, attempt)))
    return tuple(found)


def _attempts(deck: Deck, index: int, slide: Slide, kit: Kit) -> Iterator[Callable[[], Page]]:
    yield partial(compose_slide, deck, index, Context(), kit)
    if slide.question is None:
        return
    yield partial(compose_slide, deck, index, _WITH_PHONES, kit)
    if slide.pages > 1:
        yield partial(compose_answer, deck, index, Context(), kit)
        yield partial(compose_answer, deck, index, _with_result(slide, slide.question), kit)


def _with_result(slide: Slide, question: Question) -> Context:
    counts = tuple(
        _HANDS if choice.right or not any(c.right for c in question.choices) else 0
        for choice in question.choices
    )
    tally = Tally(counts, tuple(c.right for c in question.choices), people=max(_HANDS, sum(counts)))
    return Context(tallies={slide.id: tally})


def _problems(slide: Slide, attempt: Callable[[], Page]) -> Iterator[tuple[int, str]]:
    try:
        page = attempt()
    except LayoutError as error:
        yield error.line or slide.line, str(error)
        return
    for letters in _missing(page.boxes):
        yield slide.line, f"no font has the letters “{letters}”; they would print as boxes"


def _missing(boxes: Iterable[Box]) -> Iterator[str]:
    for text in _texts(boxes):
        for paragraph in text.paragraphs:
            for line in paragraph.lines:
                yield from (run.text for run in line.runs if run.missing)


def _texts(boxes: Iterable[Box]) -> Iterator[TextBox]:
    for box in boxes:
        match box:
            case TextBox():
                yield box
            case GroupBox(boxes=inside):
                yield from _texts(inside)
            case TableBox(cells=rows):
                yield from (cell.text for row in rows for cell in row)
            case _:
                continue
