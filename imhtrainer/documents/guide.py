"""The facilitator guide: the plan, what to bring, and for each slide its picture, minutes, notes and answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from imhtrainer.documents.flow import MARGIN, Document, Piece, compose_flow
from imhtrainer.documents.pieces import (
    BODY,
    HEADING,
    LABEL,
    PART,
    SOFT,
    abreast,
    chapter,
    choice,
    line,
    listed,
    text,
)
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.deck import Deck, ListBlock, Paragraph, Run, Section, Slide, plain
from imhtrainer.domain.quiz import Question, signs
from imhtrainer.layout.compose.pages import compose_answer, compose_slide
from imhtrainer.layout.compose.setting import Style, paragraph
from imhtrainer.layout.context import Context
from imhtrainer.layout.house_words import HouseWords, house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, GroupBox, Page, TextParagraph
from imhtrainer.layout.scaling import miniature

_TITLE = Style(30, 38, "lagoon", "head", bold=True, heading=1)
_SUBTITLE = Style(18, 24, "coral-text", "head", semibold=True)
_NOTE = Style(11, 15)
_RIGHT = Style(11, 15, "leaf", bold=True)
_CHOICE = Style(11, 15, bold=True)
_EXPLAINED = Style(11, 15, "plum")
_SOURCE = Style(10, 13.5)
_PICTURE = 184.0
_GAP = 18.0
_SOURCES_ROOM = 300.0
_TIMES = (0.0, 60.0, 130.0)


@dataclass(frozen=True, slots=True)
class _Bench:
    """What every part needs at hand: the deck, its context and kit, and the width between the margins."""

    deck: Deck
    context: Context
    kit: Kit
    w: float
    words: HouseWords


def compose_guide(deck: Deck, context: Context, paper: Paper, kit: Kit) -> tuple[Page, ...]:
    """The guide's pages; ``LayoutError`` with the deck's line for a slide that does not fit."""
    kit = kit.reading(deck.lang)
    say = house_words(deck.lang)
    document = Document(say.say("guide"), deck.title, paper, deck.lang, "guide")
    bench = _Bench(deck, context, kit, document.width, say)
    pieces = [*_cover(bench)]
    begins = accumulate((section.minutes for section in deck.sections), initial=0.0)
    for section, begin in zip(deck.sections, begins, strict=False):
        pieces += _section(bench, section, begin)
    return compose_flow(document, [*pieces, *_sources(bench)], kit)


def _cover(bench: _Bench) -> Iterator[Piece]:
    deck, kit, w = bench.deck, bench.kit, bench.w
    yield line(kit, deck.title.replace(" – ", " –\n"), _TITLE, w)
    yield line(kit, bench.words.say("guide"), _SUBTITLE, w, before=6)
    for words in (bench.context.facilitator_line, bench.context.place_line, deck.audience):
        if words:
            yield line(kit, words, SOFT, w, before=4)
    yield line(kit, bench.words.say("plan"), PART, w, before=20, together=2)
    yield from _plan(bench)
    if deck.materials:
        yield line(kit, bench.words.say("bring"), PART, w, before=20, together=1)
        yield from (choice(kit, "", words, w) for words in deck.materials)
    if deck.objectives:
        kept = len(deck.objectives)
        yield line(kit, bench.words.say("people_can"), PART, w, before=20, together=kept)
        yield from listed(kit, [(Run(goal.text),) for goal in deck.objectives], False, w)


def _plan(bench: _Bench) -> Iterator[Piece]:
    say = bench.words.say
    rows = [(say("begins"), say("minutes"), say("section"))]
    begin = 0.0
    for section in bench.deck.sections:
        named = f"{section.point}. {section.title}" if section.point else section.title
        rows.append((_clock(begin), f"{section.minutes:g}", named))
        begin += section.minutes
    rows.append((_clock(begin), "", say("end")))
    for number, row in enumerate(rows):
        style = BODY if number else SOFT
        cells = [
            line(bench.kit, words or " ", style, bench.w - x, x)
            for words, x in zip(row, _TIMES, strict=True)
        ]
        yield abreast(cells, 3)


def _clock(minutes: float) -> str:
    whole = round(minutes)
    return f"{whole // 60}:{whole % 60:02}"


def _section(bench: _Bench, section: Section, begin: float) -> list[Piece]:
    if not section.slides:
        return []
    title = f"{section.point}  {section.title}" if section.point else section.title
    time = bench.words.say(
        "section_time",
        minutes=bench.words.minutes(section.minutes),
        begin=_clock(begin),
        end=_clock(begin + section.minutes),
    )
    slides = [piece for slide in section.slides for piece in _slide(bench, slide)]
    # The heading never stands alone at a page's foot.
    kept = 1 + slides[0].together
    return [
        replace(chapter(bench.kit, title, bench.w), together=1 + kept),
        line(bench.kit, time, SOFT, bench.w, before=0, together=kept),
        *slides,
    ]


def _slide(bench: _Bench, slide: Slide) -> list[Piece]:
    index = bench.deck.slides.index(slide)
    page = compose_slide(bench.deck, index, bench.context, bench.kit)
    heading = [*_heading(bench, slide, bench.deck.numbers[index]), *_notes(bench, slide)]
    if slide.pages == 1:
        return _beside(page, [*heading, *_answers(bench, slide)], 22)
    answer = compose_answer(bench.deck, index, bench.context, bench.kit)
    return [*_beside(page, heading, 22), *_beside(answer, list(_answers(bench, slide)), 12)]


def _beside(page: Page, words: list[Piece], before: float) -> list[Piece]:
    """A slide's picture with its words at the side; the words go on where they are longer."""
    picture = _picture(page)
    first = words[0] if words else Piece(0.0, lambda _: ())
    opening = Piece(
        first.height,
        lambda top: (*picture.boxes(top), *first.boxes(top)),
        before=before,
        together=_covering(words, picture.height),
    )
    taken = sum(piece.height + piece.before for piece in words[1:]) + first.height
    rest = max(picture.height - taken, 0.0)
    return [opening, *words[1:], Piece(rest, lambda _: ())]


def _covering(words: Sequence[Piece], height: float) -> int:
    """How many pieces after the first stand beside the picture, so that none of it is parted.

    What is over where the words end stands below them, as a piece of its own.
    """
    taken = -words[0].before if words else 0.0
    for count, piece in enumerate(words):
        taken += piece.height + piece.before
        if taken >= height:
            return max(count, words[0].together)
    return max(len(words), 1)


def _picture(page: Page) -> Piece:
    """A slide as a small picture."""

    def boxes(top: float) -> Sequence[Box]:
        small = miniature(page, MARGIN, top, _PICTURE)
        return (GroupBox(small, "slide", alt=page.description),)

    return Piece(_PICTURE * page.height / page.width, boxes)


def _heading(bench: _Bench, slide: Slide, number: int) -> Iterator[Piece]:
    say, minutes = bench.words.say, bench.words.minutes(slide.minutes)
    label = say("slide_label", number=number, minutes=minutes)
    if slide.pages > 1:
        label = say("slides_label", first=number, second=number + 1, minutes=minutes)
    label += f", {say('left_out')}" if slide.optional else ""
    head = (paragraph(label, LABEL), paragraph(slide.title, HEADING, before=1))
    yield text(bench.kit, head, _width(bench), _PICTURE + _GAP, "heading", together=1)


def _notes(bench: _Bench, slide: Slide) -> Iterator[Piece]:
    x, w = _PICTURE + _GAP, _width(bench)
    for block in slide.notes:
        match block:
            case Paragraph(text=words):
                yield line(bench.kit, words, _NOTE, w, x, before=6)
            case ListBlock(items=items, ordered=ordered):
                yield from listed(bench.kit, items, ordered, w, x)


def _answers(bench: _Bench, slide: Slide) -> Iterator[Piece]:
    question = slide.question
    if question is None:
        return
    x, w = _PICTURE + _GAP, _width(bench)
    for number, words in enumerate(_choices(question, bench.words)):
        yield text(bench.kit, words, w, x, "choice", before=4 if number else 10)
    if question.sequence:
        order = bench.words.say("right_order", letters=", ".join(question.right_letters))
        yield line(bench.kit, order, _RIGHT, w, x, before=6)
    if question.explanation:
        yield line(bench.kit, question.explanation, _EXPLAINED, w, x, before=6)


def _choices(question: Question, say: HouseWords) -> Iterator[tuple[TextParagraph, ...]]:
    for sign, option in zip(signs(question.kind), question.choices, strict=False):
        right = option.right and question.marked and not question.sequence
        mark = f"  ✓ {say.say('right')}" if right else ""
        said = paragraph(f"{say.mark(sign)}  {option.text}{mark}", _RIGHT if right else _CHOICE)
        feedback = (paragraph(option.feedback, _NOTE),) if option.feedback else ()
        yield (said, *feedback)


def _sources(bench: _Bench) -> list[Piece]:
    deck = bench.deck
    if not deck.sources:
        return []
    made = [chapter(bench.kit, bench.words.say("sources"), bench.w, _SOURCES_ROOM)]
    made += [line(bench.kit, source, _SOURCE, bench.w, before=5) for source in deck.sources]
    cited = [
        bench.words.say("slide_source", number=deck.numbers[index], source=plain(source))
        for index, slide in enumerate(deck.slides)
        for source in slide.sources
    ]
    if cited:
        made.append(
            line(bench.kit, bench.words.say("named"), HEADING, bench.w, before=18, together=1)
        )
        made += [line(bench.kit, words, _SOURCE, bench.w, before=3) for words in cited]
    return made


def _width(bench: _Bench) -> float:
    return bench.w - _PICTURE - _GAP
