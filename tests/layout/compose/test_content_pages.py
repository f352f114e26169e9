"""Text, picture, column, quote, table and diagram pages stand where they were drawn."""

from collections.abc import Callable

import pytest

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.page import (
    Box,
    EllipseBox,
    GroupBox,
    Page,
    PathBox,
    PictureBox,
    RectBox,
    TableBox,
    TextBox,
)

Named = Callable[[Page, str], Box]
PageOf = Callable[..., Page]

LONG_TITLE = "A title so long that it needs two whole lines, since nobody wanted it shorter"
LIST = "- **Notice** the cue.\n- **Steady** yourself.\n- **Answer** it.\n"
PICTURE = "![A father holds his crying baby.](images/crying-comforted.svg)"


def place(box: Box) -> tuple[float, float, float, float]:
    assert isinstance(box, TextBox | RectBox | EllipseBox | PictureBox)
    return box.x, box.y, box.w, box.h


def text(box: Box) -> TextBox:
    assert isinstance(box, TextBox)
    return box


def test_a_title_is_forty_points_high_in_its_line(page_of: PageOf, named: Named) -> None:
    title = text(named(page_of("## Notice, steady\n\nText."), "title"))
    assert place(title) == (56, 36, 848, 52)
    assert title.role == "title"
    span = title.paragraphs[0].spans[0]
    assert (span.size, span.family, span.bold, span.color) == (40, "head", True, "lagoon")
    assert title.paragraphs[0].lines[0].baseline == 36 + 52 - 8


def test_a_title_of_two_lines_moves_what_follows_down(page_of: PageOf, named: Named) -> None:
    short = named(page_of("## Short\n\nText."), "body")
    page = page_of(f"## {LONG_TITLE}\n\nText.")
    assert place(named(page, "title"))[3] == 104
    assert place(named(page, "body"))[1] == place(short)[1] + 52 == 176


def test_text_alone_keeps_to_a_measure_of_720_points(page_of: PageOf, named: Named) -> None:
    words = "word " * 40
    body = text(named(page_of(f"## Text\n\n{words}"), "body"))
    assert body.w <= 720
    assert all(line.width <= 720 for line in body.paragraphs[0].lines)


def test_bullets_stand_on_the_middle_of_small_letters(page_of: PageOf, named: Named) -> None:
    page = page_of(f"## Notice\n\n{LIST}\n{PICTURE}")
    body = text(named(page, "body"))
    assert (body.x, body.y) == (56, 124)
    first = body.paragraphs[0]
    assert first.lines[0].x == 84
    assert first.bullet is not None
    assert first.bullet.text == "•"
    dot = named(page, "bullet-body-1")
    assert place(dot) == (56, 124 + 34 - 0.45 * 26 - 5, 10, 10)


def test_items_are_22_points_apart_and_14_where_text_is_long(page_of: PageOf, named: Named) -> None:
    roomy = text(named(page_of(f"## Notice\n\n{LIST}"), "body"))
    assert [p.before for p in roomy.paragraphs[1:]] == [22, 22]
    long = f"- {'word ' * 30}\n" + f"- {'word ' * 20}\n" * 3
    tight = text(named(page_of(f"## Notice\n\n{long}"), "body"))
    assert [p.before for p in tight.paragraphs[1:]] == [14, 14, 14]


def test_a_numbered_list_has_numbers_in_discs(page_of: PageOf, named: Named) -> None:
    page = page_of("## Steps\n\n1. Check\n2. Soothe\n")
    group = named(page, "bullet-body-2")
    assert isinstance(group, GroupBox)
    assert [type(box) for box in group.boxes] == [EllipseBox, TextBox]
    bullets = [p.bullet.text for p in text(named(page, "body")).paragraphs if p.bullet]
    assert bullets == ["1.", "2."]


def test_a_picture_stands_right_or_mirrored_left(page_of: PageOf, named: Named) -> None:
    right = page_of(f"## Notice\n\n{LIST}\n{PICTURE}")
    assert place(named(right, "picture")) == (480, 110, 432, 324)
    left = page_of(f"## Notice\n\n{LIST}\n{PICTURE}{{side=left}}")
    assert place(named(left, "picture")) == (48, 110, 432, 324)
    assert text(named(left, "body")).paragraphs[0].lines[0].x == 512


def test_columns_stand_side_by_side_under_their_heads(page_of: PageOf, named: Named) -> None:
    page = page_of(
        "## Two ties {layout=columns build=steps}\n\n"
        "::: left\n**Bonding**\n\n- One\n- Two\n:::\n\n::: right\n**Attachment**\n\n- Three\n:::\n"
    )
    left, right = text(named(page, "left")), text(named(page, "right"))
    assert (left.x, left.y, right.x, right.y) == (56, 124, 496, 124)
    assert (left.role, right.role) == ("left", "right")
    assert left.paragraphs[0].spans[0].size == 28
    assert left.paragraphs[0].spans[0].bold
    assert (left.step, right.step, page.steps) == (1, 2, 2)
    assert named(page, "bullet-right-1").step == 2


def test_a_quote_is_large_on_sand_with_its_key_words_in_lagoon(
    page_of: PageOf, named: Named
) -> None:
    page = page_of("## What is it? {layout=quote}\n\n> How a child is **growing**.\n")
    assert page.ground == "sand"
    assert place(named(page, "title"))[:3] == (56, 72, 700)
    quote = text(named(page, "quote"))
    assert (quote.x, quote.y) == (56, 124)
    assert [(s.text, s.size, s.color) for s in quote.paragraphs[0].spans] == [
        ("How a child is ", 42, "ink"),
        ("growing", 42, "lagoon"),
        (".", 42, "ink"),
    ]
    number = text(named(page, "number"))
    assert number.paragraphs[0].spans[0].color == "ink"


def test_a_long_quote_takes_the_next_smaller_size_and_no_other(
    page_of: PageOf, named: Named
) -> None:
    page = page_of(f"## What? {{layout=quote}}\n\n> {'growing up ' * 18}\n")
    assert text(named(page, "quote")).paragraphs[0].spans[0].size == 36
    with pytest.raises(LayoutError, match="quote needs"):
        page_of(f"## What? {{layout=quote}}\n\n> {'growing up ' * 40}\n")


TABLE = (
    "| | “Be with me”<br>Engagement | “Pause”<br>Disengagement |\n|---|---|---|\n"
    "| Eyes | Bright | Glazed |\n| Face | Relaxed | Yawning |\n\n"
)


def test_a_table_has_its_drawn_measures(page_of: PageOf, named: Named) -> None:
    page = page_of(f"## Babies ask {{build=steps}}\n\n{TABLE}You find out what.\n")
    table = named(page, "table")
    assert isinstance(table, TableBox)
    assert (table.x, table.y) == (56, 108)
    assert list(table.columns) == [128, 360, 360]
    assert list(table.rows) == [78, 57, 57]
    assert [[cell.fill for cell in row] for row in table.cells] == [
        ["", "lagoon", "plum"],
        ["", "", ""],
        ["surface"] * 3,
    ]
    assert list(table.rules) == [("", 0), ("sand", 1.5), ("ink-soft", 1.5)]
    assert list(table.steps) == [0, 1, 2]
    closing = text(named(page, "closing"))
    assert (closing.y, closing.step, page.steps) == (108 + 78 + 114 + 14, 2, 2)


def test_a_table_whose_heads_have_one_line_has_a_lower_head(page_of: PageOf, named: Named) -> None:
    page = page_of(f"## Babies\n\n{TABLE.replace('<br>', ' ')}")
    table = named(page, "table")
    assert isinstance(table, TableBox)
    assert table.rows[0] == 60


def test_a_table_with_too_many_rows_is_refused(page_of: PageOf, lines_before: int) -> None:
    rows = "| Hands | Open | Closed |\n" * 4
    with pytest.raises(LayoutError, match="6 rows, a slide holds 5") as refused:
        page_of(f"## Babies\n\n{TABLE.strip()}\n{rows}")
    assert refused.value.line == lines_before + 3


DIAGRAM = (
    "1. **Baby** signals\n2. **Serve** looks, coos\n3. **then wait**\n"
    "4. **Return** name it\n5. **You** notice\n"
)


def test_the_diagram_builds_serve_then_wait_then_return(page_of: PageOf, named: Named) -> None:
    page = page_of(f"## Serve {{layout=diagram build=steps}}\n\n{DIAGRAM}")
    steps = {
        name: named(page, name).step
        for name in ("left-word", "serve-arrow", "serve-text", "wait", "return-word", "disc-right")
    }
    assert steps == {
        "left-word": 0,
        "serve-arrow": 1,
        "serve-text": 1,
        "wait": 2,
        "return-word": 3,
        "disc-right": 0,
    }
    assert page.steps == 3
    assert place(named(page, "disc-left")) == (56, 196, 184, 184)
    arrow = named(page, "serve-arrow")
    assert isinstance(arrow, PathBox)
    assert arrow.arrow
    assert arrow.commands == (("M", (214, 210)), ("C", (322, 98, 638, 98, 736, 196)))


def test_a_diagram_does_not_move_for_a_long_title(page_of: PageOf) -> None:
    with pytest.raises(LayoutError, match="the drawing ends"):
        page_of(f"## {LONG_TITLE} {{layout=diagram}}\n\n{DIAGRAM}")


def test_what_a_layout_cannot_show_is_refused_and_not_lost(
    page_of: PageOf, lines_before: int
) -> None:
    with pytest.raises(LayoutError, match="“text” has no place for a table") as refused:
        page_of(f"## Babies {{layout=text}}\n\nWords.\n\n{TABLE}")
    assert refused.value.line == lines_before + 5


def test_too_much_text_is_refused_with_the_line_of_the_deck(
    page_of: PageOf, lines_before: int
) -> None:
    item = f"- {'word ' * 60}\n"
    with pytest.raises(LayoutError, match="body needs") as refused:
        page_of(f"## Notice\n\n{item * 4}")
    assert refused.value.line == lines_before + 3
