"""A deck becomes text that reads as the same deck; a changed slide changes no line but its own."""

from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.layouts import LAYOUTS
from imhtrainer.decks.parser import parse
from imhtrainer.decks.writing.deck import deck_text
from imhtrainer.decks.writing.inline import tidy
from imhtrainer.decks.writing.source import rewrite
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
    plain,
)
from imhtrainer.domain.errors import DeckError
from imhtrainer.domain.quiz import Choice, Question
from imhtrainer.resources import slides_path
from tests.decks.writing.bare import bare

LITTLE = Path(__file__).parents[1] / "data" / "little" / "deck.md"
TRAINING = slides_path() / "it-starts-on-day-1" / "deck.md"
DECKS = pytest.mark.parametrize("file", [LITTLE, TRAINING], ids=["little", "training"])
FRONT = Deck("A training", "en", "dawn", 10.0, "", "", ())


def read(text: str) -> Deck:
    deck, _ = parse(text, Path(), "deck.md")
    assert deck is not None
    return deck


def with_slide(deck: Deck, identity: str, **changes: object) -> tuple[Section, ...]:
    def changed(slide: Slide) -> Slide:
        return replace(slide, **changes) if slide.id == identity else slide  # type: ignore[arg-type]

    return tuple(
        replace(section, slides=tuple(map(changed, section.slides))) for section in deck.sections
    )


@DECKS
def test_a_deck_written_anew_reads_as_the_same_deck(file: Path) -> None:
    deck = read(file.read_text("utf-8"))
    assert bare(read(deck_text(deck))) == bare(deck)


@DECKS
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_what_nobody_changed_stays_byte_for_byte(file: Path, ending: str) -> None:
    text = "\ufeff" + file.read_text("utf-8").replace("\n", ending)
    assert rewrite(text, read(text).sections) == text


@DECKS
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_slide_can_change_and_no_other_line_does(file: Path, ending: str) -> None:
    text = file.read_text("utf-8").replace("\n", ending)
    deck = read(text)
    lines = {section.line for section in deck.sections} | {slide.line for slide in deck.slides}
    starts = [*sorted(lines), 10**6]
    for slide in deck.slides[:: 1 + len(deck.slides) // 13]:
        sections = with_slide(
            deck, slide.id, title=(Run("Now *this* #"),), notes=(Paragraph((Run("Say."),), 0),)
        )
        changed = rewrite(text, sections)
        assert bare(read(changed).sections) == bare(sections)
        end = next(start for start in starts if start > slide.line)
        before, after = text.split(ending), changed.split(ending)
        assert after[: slide.line - 1] == before[: slide.line - 1]
        assert after[len(after) - len(before[end - 1 :]) :] == before[end - 1 :]


def test_a_new_item_is_one_new_line() -> None:
    text = TRAINING.read_text("utf-8")
    deck = read(text)
    blocks = next(slide for slide in deck.slides if slide.id == "safety").blocks
    listed = next(block for block in blocks if isinstance(block, ListBlock))
    longer = replace(listed, items=(*listed.items, (Run("Breathe"),)))
    swapped = tuple(longer if block is listed else block for block in blocks)
    changed = rewrite(text, with_slide(deck, "safety", blocks=swapped))
    lines = (text.split("\n"), changed.split("\n"))
    codes = [
        code for code in SequenceMatcher(None, *lines, False).get_opcodes() if code[0] != "equal"
    ]
    assert [(code[0], lines[1][code[3] : code[4]]) for code in codes] == [("insert", ["- Breathe"])]


def test_slides_move_go_and_come_between_sections() -> None:
    text = LITTLE.read_text("utf-8")
    deck = read(text)
    first, second, third = deck.sections
    new = Slide("mine", (Run("Mine"),), "text", 0, (Paragraph((Run("Words."),), 0),))
    sections = (
        replace(first, slides=first.slides[:1]),
        replace(third, slides=(*third.slides, new)),
        Section("extra", "Extra", 3.0, 0, second.slides[::-1]),
    )
    changed = rewrite(text, sections)
    assert bare(read(changed).sections) == bare(sections)
    assert changed.endswith("\n")
    assert not changed.endswith("\n\n")


def test_an_id_that_came_from_the_title_survives_a_new_title() -> None:
    text = LITTLE.read_text("utf-8")
    changed = rewrite(text, with_slide(read(text), "what-we-do-today", title=(Run("Our plan"),)))
    assert "## Our plan {#what-we-do-today}" in changed


def test_notes_in_two_blocks_become_one_when_they_change() -> None:
    text = LITTLE.read_text("utf-8").replace(
        "**Say.** This is the first point.\n:::", "**Say.** One.\n:::\n\n::: notes\nTwo.\n:::"
    )
    sections = with_slide(read(text), "respond-title", notes=(Paragraph((Run("Three."),), 0),))
    assert bare(read(rewrite(text, sections)).sections) == bare(sections)


def test_a_text_without_slides_is_refused() -> None:
    with pytest.raises(DeckError, match="no slide"):
        rewrite("nothing", ())


WORDS = st.text("ab c-#*_`|[]()<>&!.:1éع漢", min_size=1, max_size=20)


def texts(least: str = "x") -> st.SearchStrategy[Text]:
    """Texts as Markdown can hold them."""
    return WORDS.map(lambda words: tidy((Run(words),)) or (Run(least),))


PARAGRAPHS = st.builds(Paragraph, texts(), st.just(0))
LISTS = st.builds(
    ListBlock, st.lists(texts(), min_size=1, max_size=3).map(tuple), st.booleans(), st.just(0)
)
PICTURES = st.builds(
    Picture,
    st.sampled_from(["images/a.svg", "images/süß (1).png"]),
    st.sampled_from(["", "Two hands"]),
    st.just(0),
    st.sampled_from(["contain", "cover"]),
    st.sampled_from(["left", "right"]),
)


def columns(side: str) -> st.SearchStrategy[Column]:
    head = st.builds(Paragraph, texts(), st.just(0), st.just(True))
    inside = st.tuples(head, LISTS)
    return st.builds(Column, st.just(side), inside, st.just(0))


def rows(width: int) -> st.SearchStrategy[tuple[Text, ...]]:
    return st.lists(texts(), min_size=width, max_size=width).map(tuple)


TABLES = st.builds(Table, rows(2), st.lists(rows(2), min_size=1, max_size=2).map(tuple), st.just(0))
ACTIVITIES = st.builds(
    Activity,
    st.sampled_from([0.5, 1.0, 2.25]),
    st.sampled_from(["alone", "pairs", "groups"]),
    st.lists(texts(), min_size=1, max_size=3).map(tuple),
    texts(),
    st.just(0),
)
BLOCKS: dict[str, st.SearchStrategy[tuple[Block, ...]]] = {
    "title": st.tuples(PICTURES),
    "section": st.tuples(PARAGRAPHS),
    "text": st.tuples(PARAGRAPHS, LISTS),
    "columns": st.tuples(columns("left"), columns("right")),
    "picture": st.tuples(LISTS, PICTURES),
    "quote": st.tuples(st.builds(Quote, texts(), st.just(0))),
    "table": st.tuples(TABLES, PARAGRAPHS),
    "diagram": st.tuples(LISTS),
    "checkpoint": st.just(()),
    "activity": st.tuples(ACTIVITIES),
    "resources": st.tuples(PARAGRAPHS, LISTS),
    "closing": st.tuples(PARAGRAPHS, PICTURES),
}
QUESTIONS = st.builds(
    Question,
    st.sampled_from(["single", "multiple", "truefalse"]),
    st.sampled_from(["pre", "check", "post"]),
    st.integers(0, 5),
    st.lists(
        st.builds(Choice, texts().map(plain), st.booleans(), texts().map(plain), st.just(0)),
        min_size=2,
        max_size=4,
    ).map(tuple),
    texts().map(plain),
    st.just(0),
    st.sampled_from(["", "define"]),
    st.booleans(),
)


def test_every_layout_is_tried() -> None:
    assert set(BLOCKS) == set(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
def test_a_slide_of_every_layout_reads_as_it_was_written(layout: str, data: st.DataObject) -> None:
    slide = Slide(
        id="mine",
        title=data.draw(texts()),
        layout=layout,  # type: ignore[arg-type]
        line=0,
        blocks=data.draw(BLOCKS[layout]),
        notes=data.draw(st.lists(PARAGRAPHS | LISTS, max_size=3).map(tuple)),
        sources=data.draw(st.lists(texts(), max_size=2).map(tuple)),
        minutes=data.draw(st.sampled_from([0.5, 1.0, 2.5])),
        optional=data.draw(st.booleans()),
        short=data.draw(st.sampled_from(["", "In short"])),
        question=data.draw(QUESTIONS) if layout == "checkpoint" else None,
    )
    deck = replace(FRONT, sections=(Section("one", "One", 10.0, 0, (slide,)),))
    assert bare(read(deck_text(deck)).sections) == bare(deck.sections)
