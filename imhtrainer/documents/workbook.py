"""The participant workbook: key points, room to write, questions without answers, and where to find help."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from imhtrainer.documents.flow import Document, Piece, compose_flow
from imhtrainer.documents.pieces import (
    BODY,
    HEADING,
    LABEL,
    PART,
    SOFT,
    STRONG,
    abreast,
    card,
    chapter,
    choice,
    line,
    listed,
    lowered,
    notes_to_the_end,
    picture,
    stack,
    writing_lines,
)
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.deck import (
    Activity,
    Block,
    Column,
    Deck,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Run,
    Section,
    Slide,
    Table,
    Text,
    trimmed,
)
from imhtrainer.domain.quiz import Question, signs
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.setting import Style
from imhtrainer.layout.compose.wording import activity_label, checkpoint_label
from imhtrainer.layout.context import Context
from imhtrainer.layout.house_words import HouseWords, house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

_TITLE = Style(34, 42, "lagoon", "head", bold=True, heading=1)
_SUBTITLE = Style(18, 24, "coral-text", "head", semibold=True)
_THOUGHT = Style(15, 21, "ink", "head", strong="lagoon")
_NUMBER = Style(16, 21, "lagoon", bold=True)
_TO_NUMBER = 3.7
"""Points from the baseline of running text to that of a number beside it."""

_PICTURE = (150.0, 112.0)
_COVER = (300.0, 225.0)
_NOTES = 4
_CHAPTER_ROOM = 300.0
"""Points a chapter wants on the page it begins on."""

_SILENT = ("title", "section", "closing")


@dataclass(frozen=True, slots=True)
class _Bench:
    """What every part needs at hand: the deck, the kit, and the width between the margins."""

    deck: Deck
    kit: Kit
    w: float
    context: Context
    words: HouseWords

    @property
    def folder(self) -> Path:
        return Path(self.deck.folder)


def compose_workbook(deck: Deck, context: Context, paper: Paper, kit: Kit) -> tuple[Page, ...]:
    """The workbook's pages; no answer stands on any of them. ``LayoutError`` for a text that fits no page."""
    kit = kit.reading(deck.lang)
    say = house_words(deck.lang)
    document = Document(say.say("workbook"), deck.title, paper, deck.lang, "workbook")
    bench = _Bench(deck, kit, document.width, context, say)
    pieces = [*_cover(bench)]
    for section in deck.sections:
        pieces += _section(bench, section)
    return compose_flow(document, pieces, kit)


def _cover(bench: _Bench) -> Iterator[Piece]:
    deck, kit, w = bench.deck, bench.kit, bench.w
    yield line(kit, deck.title.replace(" – ", " –\n"), _TITLE, w)
    if deck.subtitle and deck.subtitle not in deck.title:
        yield line(kit, deck.subtitle, _SUBTITLE, w, before=4)
    yield line(kit, bench.words.say("workbook"), _SUBTITLE, w, before=6)
    for words in (bench.context.facilitator_line, bench.context.place_line):
        if words:
            yield line(kit, words, SOFT, w, before=6)
    shown = next((b for s in deck.slides[:1] for b in s.blocks if isinstance(b, Picture)), None)
    if shown is not None:
        x = (w - _COVER[0]) / 2
        framed = picture(kit, bench.folder, shown, x, *_COVER)
        yield Piece(framed.height, framed.boxes, 28)
    yield line(kit, bench.words.say("belongs"), SOFT, w, before=28)
    yield writing_lines(1, w * 0.6)
    if deck.objectives:
        yield line(kit, bench.words.say("goals"), PART, w, before=26, together=1)
        yield from listed(kit, [(Run(goal.text),) for goal in deck.objectives], False, w)


def _section(bench: _Bench, section: Section) -> list[Piece]:
    made: list[Piece] = []
    for slide in section.slides:
        made += _slide(bench, slide)
    if not made:
        return []
    title = f"{section.point}  {section.title}" if section.point else section.title
    label = line(bench.kit, bench.words.say("my_notes"), LABEL, bench.w, before=20, together=1)
    notes = notes_to_the_end(label, _NOTES if section.point else 0, bench.w)
    return [chapter(bench.kit, title, bench.w, _CHAPTER_ROOM), *made, *notes]


def _slide(bench: _Bench, slide: Slide) -> list[Piece]:
    if slide.question is not None:
        return _question(bench, slide, slide.question)
    if slide.layout in _SILENT:
        return []
    if slide.layout == "resources":
        return list(_resources(bench, slide))
    activities = [block for block in slide.blocks if isinstance(block, Activity)]
    if activities:
        return list(_activity(bench, slide, activities[0]))
    return list(_key_points(bench, slide))


def _key_points(bench: _Bench, slide: Slide) -> Iterator[Piece]:
    yield line(bench.kit, slide.title, HEADING, bench.w, before=18, together=1)
    if columns := [block for block in slide.blocks if isinstance(block, Column)]:
        yield _side_by_side(bench, columns)
        return
    shown = next((block for block in slide.blocks if isinstance(block, Picture)), None)
    if shown is None:
        yield from _blocks(bench, slide.blocks, bench.w)
        return
    across, down = _PICTURE
    others = [block for block in slide.blocks if not isinstance(block, Picture)]
    left = list(_blocks(bench, others, bench.w - across - 20))
    right = picture(bench.kit, bench.folder, shown, bench.w - across, across, down)
    yield abreast([stack(left), right], 4)


def _blocks(bench: _Bench, blocks: Sequence[Block], w: float, x: float = 0.0) -> Iterator[Piece]:
    kit = bench.kit
    for block in blocks:
        match block:
            case Paragraph(text=words, head=head):
                yield line(kit, words, STRONG if head else BODY, w, x, before=5)
            case ListBlock(items=items, ordered=ordered):
                yield from listed(kit, items, ordered, w, x)
            case Quote(text=words):
                yield line(kit, words, _THOUGHT, w, x, before=6)
            case Table():
                yield from _table(bench, block, w, x)
            case Picture():
                yield picture(kit, bench.folder, block, x, *_PICTURE)
            case _:
                continue


def _side_by_side(bench: _Bench, columns: Sequence[Column]) -> Piece:
    half = (bench.w - 24) / 2
    stacks = [
        stack(list(_blocks(bench, column.blocks, half, index * (half + 24))))
        for index, column in enumerate(columns)
    ]
    return abreast(stacks, 4)


def _table(bench: _Bench, table: Table, w: float, x: float) -> Iterator[Piece]:
    rows = (table.header, *table.rows)
    widths = [w * share for share in _shares(len(table.header))]
    for number, row in enumerate(rows):
        style = STRONG if number == 0 else BODY
        cells = []
        left = x
        for index, (cell, width) in enumerate(zip(row, widths, strict=False)):
            shown = STRONG if index == 0 and number else style
            cells.append(line(bench.kit, cell, shown, width - 12, left))
            left += width
        yield abreast(cells, 5, 0 if number else 1)


def _shares(columns: int) -> tuple[float, ...]:
    """The first column names the row and needs less room."""
    if columns < 2:
        return (1.0,)
    return (0.2, *(0.8 / (columns - 1) for _ in range(columns - 1)))


def _activity(bench: _Bench, slide: Slide, activity: Activity) -> Iterator[Piece]:
    kit, pad = bench.kit, 14.0
    w = bench.w - 2 * pad
    inner = [
        line(kit, activity_label(activity.mode, activity.minutes, bench.deck.lang), LABEL, w, pad),
        line(kit, slide.title, HEADING, w, pad, before=2),
        *listed(kit, activity.steps, True, w, pad),
    ]
    if activity.choice:
        inner.append(line(kit, activity.choice, SOFT, w, pad, before=8))
    framed = card(inner, bench.w)
    yield Piece(framed.height, framed.boxes, 20, together=1)
    yield writing_lines(4, bench.w)


def _question(bench: _Bench, slide: Slide, question: Question) -> list[Piece]:
    kit, w = bench.kit, bench.w
    scene = Scene(bench.deck, bench.deck.slides.index(slide), bench.context, kit)
    label = checkpoint_label(scene, question)
    head = line(kit, label, LABEL, w, before=18, together=len(question.choices) + 1)
    asked = line(kit, slide.title, STRONG, w, before=1, together=len(question.choices))
    return [head, asked, *_answers(bench, question)]


def _answers(bench: _Bench, question: Question) -> list[Piece]:
    kit, w = bench.kit, bench.w
    match question.kind:
        case "words":
            return [writing_lines(2, w)]
        case "order":
            say = line(kit, bench.words.say("order_squares"), SOFT, w, before=3)
            return [say, *(choice(kit, "", c.text, w) for c in question.choices)]
        case _:
            named = zip(signs(question.kind), question.choices, strict=False)
            return [choice(kit, sign, option.text, w) for sign, option in named]


def _resources(bench: _Bench, slide: Slide) -> Iterator[Piece]:
    yield line(bench.kit, slide.title, HEADING, bench.w, before=18, together=2)
    for block in slide.blocks:
        if isinstance(block, Paragraph):
            yield line(bench.kit, block.text, LABEL, bench.w, before=4, together=1)
        elif isinstance(block, ListBlock):
            for item in block.items:
                number = trimmed(tuple(run for run in item if run.bold))
                rest = _on_one_line(trimmed(tuple(run for run in item if not run.bold)))
                cells = [
                    line(bench.kit, number, _NUMBER, 150),
                    lowered(line(bench.kit, rest, BODY, bench.w - 170, 170), _TO_NUMBER),
                ]
                yield abreast(cells, 8)


def _on_one_line(words: Text) -> Text:
    """A name and its note, which stand below each other on a slide, with a dot between them."""
    return tuple(replace(run, text=run.text.replace("\n", "  ·  ")) for run in words)
