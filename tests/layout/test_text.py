"""Paragraphs in boxes: where lines stand, what fits and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.contents import glyph_runs, missing_letters, text_boxes, text_lines
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.page import (
    Bullet,
    GroupBox,
    Page,
    Span,
    TableBox,
    TableCell,
    TextBox,
    TextParagraph,
)
from imhtrainer.layout.text import (
    Frame,
    count_lines,
    fits,
    fitting_lines,
    set_text,
    text_height,
    text_width,
)
from imhtrainer.resources import resource_path

LIBRARY = FontLibrary(resource_path("fonts"))
BOX = Frame(60, 100, 400, 300)
LONG = "Always place babies on their back to sleep for naps and at night"


def paragraph(text: str, lead: float = 34, **more: object) -> TextParagraph:
    return TextParagraph((Span(text),), lead, **more)  # type: ignore[arg-type]


def test_a_baseline_stands_a_fifth_of_the_size_above_its_lines_end(fonts: FontLibrary) -> None:
    box = set_text(fonts, BOX, [paragraph(LONG), paragraph("Next", before=10)], "body")
    first, second = (p.lines for p in box.paragraphs)
    assert first[0].baseline == pytest.approx(100 + 34 - 0.2 * 26)
    assert first[1].baseline == pytest.approx(first[0].baseline + 34)
    assert second[0].baseline == pytest.approx(first[-1].baseline + 10 + 34)


def test_the_largest_size_of_a_paragraph_sets_its_baseline(fonts: FontLibrary) -> None:
    mixed = TextParagraph((Span("14", size=28, bold=True), Span(" of 21", size=20)), 36)
    box = set_text(fonts, BOX, [mixed], "count")
    assert box.paragraphs[0].lines[0].baseline == pytest.approx(100 + 36 - 0.2 * 28)


@pytest.mark.parametrize(("anchor", "top"), [("top", 100), ("middle", 233), ("bottom", 366)])
def test_text_hangs_stands_or_floats_in_its_box(
    fonts: FontLibrary, anchor: str, top: float
) -> None:
    box = set_text(fonts, BOX, [paragraph("One line")], "body", anchor=anchor)  # type: ignore[arg-type]
    assert box.paragraphs[0].lines[0].baseline == pytest.approx(top + 34 - 5.2)


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_lines_stand_left_in_the_middle_or_right(fonts: FontLibrary, align: str) -> None:
    box = set_text(fonts, BOX, [paragraph("Calm", align=align)], "body")
    (line,) = box.paragraphs[0].lines
    free = 400 - line.width
    assert line.x == pytest.approx(60 + {"left": 0, "center": free / 2, "right": free}[align])
    assert line.runs[0].x == line.x


def test_a_bulleted_paragraph_is_indented_and_nothing_is_drawn_for_it(fonts: FontLibrary) -> None:
    item = paragraph(LONG, indent=28, bullet=Bullet("•", "coral"))
    box = set_text(fonts, BOX, [item], "body")
    assert {line.x for line in box.paragraphs[0].lines} == {88}
    assert all(line.width <= 372 for line in box.paragraphs[0].lines)
    assert "•" not in "".join(run.text for run in glyph_runs([box]))


def test_right_to_left_text_is_set_from_the_right(fonts: FontLibrary) -> None:
    box = set_text(fonts, BOX, [paragraph("محمد عبد الرحمن")], "name")
    (line,) = box.paragraphs[0].lines
    assert line.x + line.width == pytest.approx(460)


def test_mixed_directions_are_drawn_in_visual_order(fonts: FontLibrary) -> None:
    box = set_text(fonts, BOX, [paragraph("Dr محمد علي PhD")], "name")
    runs = list(glyph_runs([box]))
    assert [run.text.strip() for run in runs if run.text.strip()] == ["Dr", "محمد علي", "PhD"]
    assert [run.x for run in runs] == sorted(run.x for run in runs)


def test_a_hebrew_line_with_a_latin_word_runs_from_the_right(fonts: FontLibrary) -> None:
    box = set_text(fonts, BOX, [paragraph("שרה Sara לוי")], "name")
    runs = [run.text.strip() for run in glyph_runs([box]) if run.text.strip()]
    assert runs == ["לוי", "Sara", "שרה"]
    assert box.paragraphs[0].lines[0].text == "שרה Sara לוי"


def test_runs_follow_each_other_without_gap(fonts: FontLibrary) -> None:
    spans = (Span("Step out. ", bold=True), Span("No reason needed, "), Span("王小明", italic=True))
    box = set_text(fonts, BOX, [TextParagraph(spans, 34)], "body")
    for line in box.paragraphs[0].lines:
        x = line.x
        for run in line.runs:
            assert run.x == pytest.approx(x)
            x += run.width
        assert x - line.x == pytest.approx(line.width)


def test_a_line_feed_is_a_hard_break(fonts: FontLibrary) -> None:
    spans = (Span("Breathe\nin, "), Span("and\nout", bold=True))
    box = set_text(fonts, BOX, [TextParagraph(spans, 34)], "body")
    assert [line.text for line in box.paragraphs[0].lines] == ["Breathe", "in, and", "out"]


def test_an_empty_line_between_two_breaks_keeps_its_height(fonts: FontLibrary) -> None:
    assert count_lines(fonts, [paragraph("a\n\nb")], 400) == 3
    assert text_height(fonts, [paragraph("")], 400) == 34


def test_the_space_before_the_first_paragraph_is_not_used(fonts: FontLibrary) -> None:
    both = [paragraph("a", before=10), paragraph("b", before=10)]
    assert text_height(fonts, both, 400) == 34 + 10 + 34


def test_text_too_high_is_refused_with_the_decks_line(fonts: FontLibrary) -> None:
    with pytest.raises(
        LayoutError, match=r"title needs 2 lines of 34 pt, the box holds 1;"
    ) as refused:
        set_text(fonts, Frame(0, 0, 400, 40), [paragraph(LONG)], "title", line=7)
    assert refused.value.line == 7
    assert "shorten it or split the slide" in str(refused.value)


def test_paragraphs_of_several_leads_are_refused_in_points(fonts: FontLibrary) -> None:
    texts = [paragraph("a", 40), paragraph("b", 20)]
    with pytest.raises(LayoutError, match="needs 60 pt of height, the box has 50"):
        set_text(fonts, Frame(0, 0, 400, 50), texts, "body")


def test_a_word_too_wide_is_refused_by_name(fonts: FontLibrary) -> None:
    with pytest.raises(LayoutError, match=r"“Donaudampfschifffahrt” is .* pt wide, the box 100"):
        set_text(fonts, Frame(0, 0, 100, 400), [paragraph("Donaudampfschifffahrt")], "cell")


def test_overflow_may_be_allowed(fonts: FontLibrary) -> None:
    box = set_text(fonts, Frame(0, 0, 100, 10), [paragraph(LONG)], "body", overflow="allow")
    assert len(box.paragraphs[0].lines) > 4


def test_what_fits_is_what_is_not_refused(fonts: FontLibrary) -> None:
    assert fits(fonts, [paragraph(LONG)], 400, 68)
    assert not fits(fonts, [paragraph(LONG)], 400, 67)
    assert not fits(fonts, [paragraph("Donaudampfschifffahrt")], 100, 400)
    assert fits(fonts, [], 100, 0)


def test_lines_are_counted_where_they_fit_and_only_there(fonts: FontLibrary) -> None:
    lines = count_lines(fonts, [paragraph(LONG)], 400)
    assert fitting_lines(fonts, [paragraph(LONG)], 400, 68) == lines > 1
    assert fitting_lines(fonts, [paragraph(LONG)], 400, 67) == 0
    assert fitting_lines(fonts, [paragraph("Donaudampfschifffahrt")], 100, 400) == 0


def test_counting_agrees_with_setting(fonts: FontLibrary) -> None:
    for width in range(120, 900, 13):
        frame = Frame(0, 0, width, 9_999)
        box = set_text(fonts, frame, [paragraph(LONG), paragraph(LONG, indent=28)], "body")
        lines = [line for p in box.paragraphs for line in p.lines]
        assert len(lines) == count_lines(fonts, box.paragraphs, width)
        assert max(line.x + line.width for line in lines) <= width + 0.01


def test_a_text_is_as_wide_as_its_line(fonts: FontLibrary) -> None:
    box = set_text(fonts, BOX, [paragraph("Serve and return")], "body")
    assert text_width(fonts, (Span("Serve and return"),)) == pytest.approx(
        box.paragraphs[0].lines[0].width
    )


def test_golden_widths_stay_as_they_are(fonts: FontLibrary) -> None:
    """Measured once; a change means that every deck may break its lines anew."""
    measured = {
        text: round(text_width(fonts, (Span(text, **style),)), 2)  # type: ignore[arg-type]
        for text, style in {
            "Mismatches are ordinary.": {"size": 28},
            "Serve and return": {"family": "head", "size": 40, "bold": True},
            "Nguyễn Thị Ánh Tuyết": {"family": "head", "size": 36},
            "محمد عبد الرحمن": {"size": 26},
        }.items()
    }
    assert measured == {
        "Mismatches are ordinary.": 287.9,
        "Serve and return": 348.48,
        "Nguyễn Thị Ánh Tuyết": 359.77,
        "محمد عبد الرحمن": 179.95,
    }


ODD = st.sampled_from(
    [
        *("a", "B ", "محمد", "שרה", " ", "1", "-", "(", ")", "१", "क्", "ি", "王", "😀"),
        *("\u202e", "\u2067", "\u2069", "\u200f", "\u0301", "\u200d", "\u00ad", "\ufeff"),
        *("\n", "\t", "\r", "\x00", "\u2028", "\U000108b0"),
    ]
)


@given(st.one_of(st.text(max_size=30), st.lists(ODD, max_size=14).map("".join)), st.floats(5, 500))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_set_with_every_letter_in_a_run(text: str, width: float) -> None:
    spans = (Span(text), Span(text, family="head", bold=True))
    frame = Frame(0, 0, width, 100)
    box = set_text(LIBRARY, frame, [TextParagraph(spans, 30)], "odd", overflow="allow")
    for line in text_lines([box]):
        assert sum(run.width for run in line.runs) == pytest.approx(line.width)
        assert sorted("".join(run.text for run in line.runs)) == sorted(line.text)


def test_missing_letters_are_reported_once_and_in_order(fonts: FontLibrary) -> None:
    name = set_text(fonts, BOX, [paragraph("Zoë 😀 and 🎈 and 😀")], "name")
    assert missing_letters(name) == ("😀", "🎈")
    page = Page(960, 540, "paper", (GroupBox((name,), "group"),), {}, "text", "t", "d")
    assert missing_letters(page) == ("😀", "🎈")


def test_text_in_groups_and_tables_is_found(fonts: FontLibrary) -> None:
    def box(name: str) -> TextBox:
        return set_text(fonts, BOX, [paragraph(name)], name)

    table = TableBox(0, 0, (100.0,), (40.0,), ((TableCell(box("cell")),),), (("", 0.0),), "table")
    found = text_boxes([box("one"), GroupBox((box("two"), table), "group")])
    assert [text.name for text in found] == ["one", "two", "cell"]
