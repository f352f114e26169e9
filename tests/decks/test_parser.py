from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.domain.deck import (
    Activity,
    Column,
    Deck,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Run,
    Slide,
    Table,
    plain,
)
from imhtrainer.domain.errors import DeckError

SlideOf = Callable[[str], Slide]


def test_a_deck_is_read_from_its_folder_or_its_file(little: Path) -> None:
    deck = read_deck(little)
    assert deck == read_deck(little / "deck.md")
    assert (deck.title, deck.minutes, deck.lang, deck.theme) == (
        "Looking together",
        30,
        "en",
        "dawn",
    )
    assert [section.id for section in deck.sections] == ["welcome", "respond", "close"]
    assert [section.point for section in deck.sections] == [0, 1, 0]
    assert deck.folder == str(little)


def test_every_slide_has_an_id_a_layout_and_planned_minutes(little: Path) -> None:
    deck = read_deck(little)
    assert [(slide.id, slide.layout, slide.minutes) for slide in deck.slides] == [
        ("title", "title", 0.5),
        ("what-we-do-today", "text", 1),
        ("hands-speak", "picture", 1),
        ("respond-title", "section", 0.5),
        ("two-sides", "columns", 1),
        ("what-is-responding", "quote", 1),
        ("what-you-may-see", "table", 1),
        ("serve-and-return", "diagram", 1),
        ("try-it", "activity", 3),
        ("check-1", "checkpoint", 2),
        ("where-to-find-help", "resources", 1),
        ("thank-you", "closing", 0.5),
    ]


def test_line_numbers_are_the_files_own(little: Path) -> None:
    lines = (little / "deck.md").read_text(encoding="utf-8").split("\n")
    for slide in read_deck(little).slides:
        assert lines[slide.line - 1].startswith(f"## {plain(slide.title)}")
        for block in slide.blocks:
            assert lines[block.line - 1].strip()
            if isinstance(block, Picture):
                assert lines[block.line - 1].startswith("![")


def test_a_text_slide_holds_paragraphs_and_a_list(slide_of: SlideOf) -> None:
    slide = slide_of("## Look\n\nFirst.\n\n- **One** thing\n- two\n")
    assert slide.blocks == (
        Paragraph((Run("First."),), 9),
        ListBlock(((Run("One", bold=True), Run(" thing")), (Run("two"),)), False, 11),
    )


def test_a_loose_list_reads_like_a_tight_one(slide_of: SlideOf) -> None:
    tight = slide_of("## Look\n1. One\n2. Two\n").blocks
    assert slide_of("## Look\n1. One\n\n2. Two\n").blocks == tight


def test_a_picture_beside_text_makes_a_picture_slide(slide_of: SlideOf) -> None:
    slide = slide_of("## Look\n\n- One\n\n![A hand](images/my%20hand.svg){side=left fit=cover}\n")
    assert slide.layout == "picture"
    assert slide.blocks[1] == Picture("images/my hand.svg", "A hand", 11, "cover", "left")


def test_columns_may_begin_with_a_heading_or_a_bold_line(slide_of: SlideOf) -> None:
    slide = slide_of(
        "## Look\n::: left\n### Baby\n- Coos\n:::\n\n::: right\n**You**\n\nLook.\n:::\n"
    )
    assert slide.layout == "columns"
    assert slide.blocks == (
        Column(
            "left",
            (Paragraph((Run("Baby"),), 9, head=True), ListBlock(((Run("Coos"),),), False, 10)),
            8,
        ),
        Column(
            "right",
            (Paragraph((Run("You"),), 14, head=True), Paragraph((Run("Look."),), 16)),
            13,
        ),
    )


def test_a_quote_keeps_its_key_words(slide_of: SlideOf) -> None:
    slide = slide_of("## What? {layout=quote}\n> A **warm**\n> answer\n")
    assert slide.blocks == (Quote((Run("A "), Run("warm", bold=True), Run(" answer")), 8),)


def test_a_table_head_may_have_two_lines(slide_of: SlideOf) -> None:
    slide = slide_of("## Look\n| Age | Ready<br>comes |\n|--|--|\n| New | **Yes** |\n")
    assert slide.layout == "table"
    assert slide.blocks == (
        Table(
            ((Run("Age"),), (Run("Ready\ncomes"),)),
            (((Run("New"),), (Run("Yes", bold=True),)),),
            8,
        ),
    )


def test_an_activity_has_time_mode_steps_and_a_way_to_pass(slide_of: SlideOf) -> None:
    body = "## Try\n::: activity {minutes=2.5 mode=pairs}\n1. Turn.\n2. Talk.\n\nOr think.\n:::\n"
    slide = slide_of(body)
    assert slide.layout == "activity"
    assert slide.minutes == 2.5
    assert slide.blocks == (
        Activity(2.5, "pairs", ((Run("Turn."),), (Run("Talk."),)), (Run("Or think."),), 8),
    )


def test_resources_keep_number_name_and_note_apart(slide_of: SlideOf) -> None:
    body = "## Help {layout=resources}\n- **988** Lifeline \\\n  Call\n- **911** Danger\n  Call\n"
    slide = slide_of(body)
    assert slide.blocks == (
        ListBlock(
            (
                (Run("988", bold=True), Run(" Lifeline\nCall")),
                (Run("911", bold=True), Run(" Danger\nCall")),
            ),
            False,
            8,
        ),
    )


def test_notes_and_sources_stand_beside_the_blocks(slide_of: SlideOf) -> None:
    body = (
        "## Look\nSee.\n\n::: source\nOne (2020). *Title.*\n:::\n\n"
        "::: notes\n**Say.** Hello.\n\n- Paper\n:::\n"
    )
    slide = slide_of(body)
    assert slide.sources == ((Run("One (2020). "), Run("Title.", italic=True)),)
    assert slide.notes == (
        Paragraph((Run("Say.", bold=True), Run(" Hello.")), 15),
        ListBlock(((Run("Paper"),),), False, 17),
    )
    assert slide.blocks == (Paragraph((Run("See."),), 8),)


def test_a_slide_may_be_left_out_and_named_shortly(slide_of: SlideOf) -> None:
    slide = slide_of('## Look **here** {#look optional short="Look" minutes=4}\nSee.\n')
    assert (slide.id, slide.optional, slide.label, slide.minutes) == ("look", True, "Look", 4)
    assert slide.title == (Run("Look "), Run("here", bold=True))


def test_a_sections_title_is_plain_text(deck_of: Callable[[str], Deck]) -> None:
    front = "---\ntrainer: 1\ntitle: x\nminutes: 5\n---\n"
    section = deck_of(f"{front}# **One** {{minutes=5 point=2}}\n## Look\nSee.\n").sections[0]
    assert (section.id, section.title, section.minutes, section.point) == ("one", "One", 5, 2)


def test_line_endings_and_a_byte_order_mark_make_no_difference(little: Path) -> None:
    text = (little / "deck.md").read_text(encoding="utf-8")
    plain_deck = parse(text, little, "deck.md")
    assert parse(text.replace("\n", "\r\n"), little, "deck.md") == plain_deck
    assert parse("\ufeff" + text, little, "deck.md") == plain_deck


def test_a_changed_letter_changes_the_digest(deck_of: Callable[[str], Deck], little: Path) -> None:
    text = (little / "deck.md").read_text(encoding="utf-8")
    assert deck_of(text).digest != deck_of(text.replace("Go gently", "Go Gently")).digest


def test_a_deck_with_problems_is_not_handed_out(tmp_path: Path) -> None:
    text = "---\ntrainer: 1\ntitle: x\nminutes: 5\n---\n# One\n## Look {colour=red}\n![a](b.svg)\n"
    (tmp_path / "deck.md").write_text(text, encoding="utf-8")
    with pytest.raises(DeckError) as caught:
        read_deck(tmp_path)
    file = tmp_path / "deck.md"
    assert str(caught.value) == f"{caught.value.problems[0]} (and 2 more)"
    assert caught.value.problems[0].startswith(f"{file}:7: Layout picture needs a paragraph")
    assert caught.value.problems[1].startswith(f"{file}:7: Unknown attribute “colour”")
    assert caught.value.problems[2].startswith(f"{file}:8: The picture “b.svg” is missing")


def test_nothing_readable_is_no_deck() -> None:
    deck, problems = parse("", Path(), "deck.md")
    assert deck is None
    assert problems


LINES = st.sampled_from(
    [
        "---", "trainer: 1", "title: x", "minutes: 5", "objectives:", "  - a: b", "",
        "# One {minutes=5 point=1}", "## Two {#two .checkpoint type=multiple}", "## {", "# ",
        "## Three {layout=quote build=list}", "## Four {layout=table}", "### Head",
        "- [x] right", "- [ ] wrong", "  > feedback", "> quote", "- item", "  - nested", "1. step",
        "| a | b |", "|---|---|", "| c<br> | d |", "![alt](a.svg){side=left}", "![](x y.svg)",
        "::: left", "::: right {x}", "::: activity {minutes=2}", "::: explain", "::: notes",
        "::: source", ":::", ":::: x", "text **bold* [l](#two)", "```", "<div>", "***", "\t- tab",
        "\\", "    code", "[r]: http://x", "======",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=40).map("\n".join))
def test_no_text_makes_it_raise(text: str) -> None:
    _, problems = parse(text, Path(), "deck.md")
    assert list(problems) == sorted(set(problems))
    count = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= problem.line <= count for problem in problems)


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_a_sound_beginning_stays_readable_whatever_follows(text: str) -> None:
    front = "---\ntrainer: 1\ntitle: x\nminutes: 5\n---\n# One {minutes=5}\n## First\nSee.\n\n"
    deck, _ = parse(front + text, Path(), "deck.md")
    assert deck is not None
    assert plain(deck.slides[0].title) == "First"
    ids = [slide.id for slide in deck.slides if slide.id != "two"]
    assert len(set(ids)) == len(ids)
