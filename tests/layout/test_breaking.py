"""Where lines break, and how much room is left around the breaks."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imhtrainer.layout.breaking import (
    NARROWEST,
    Breakable,
    break_lines,
    break_offsets,
    breakable,
    choose_breaks,
    wrap_margin,
)
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.page import Span, TextParagraph
from imhtrainer.layout.shaping import shape_text
from imhtrainer.layout.text import Frame, set_text
from imhtrainer.resources import resource_path

LIBRARY = FontLibrary(resource_path("fonts"))
words = st.lists(st.sampled_from(["a", "baby", "looks,", "re-vote", "mother’s", "3–4", "ungraded"]))
sentences = words.map(" ".join)
widths = st.floats(120, 900)


def source(text: str, size: float = 26) -> Breakable:
    return breakable(shape_text(LIBRARY, [Span(text, size=size)]))


def pieces(text: str) -> list[str]:
    offsets = [0, *break_offsets(text)]
    return [text[a:b] for a, b in pairwise(offsets)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("serve and return", ["serve ", "and ", "return"]),
        ("a  b", ["a  ", "b"]),
        ("re-vote now", ["re-", "vote ", "now"]),
        ("ages 3-4", ["ages ", "3-", "4"]),
        ("wait…then", ["wait…", "then"]),
        ("calm—then", ["calm", "—", "then"]),
        ("“Stop!”—and", ["“Stop!”—", "and"]),
        ("no—“yes”", ["no", "—“yes”"]),
        ("minus -5", ["minus ", "-5"]),
        ("3–4 weeks", ["3–", "4 ", "weeks"]),
        ("yes — no", ["yes ", "— ", "no"]),
        ("and/or", ["and/or"]),
        ("10\u00a0minutes", ["10\u00a0minutes"]),
        ("王小明。", ["王", "小", "明。"]),
        ("「王」", ["「王」"]),
        ("long\u200bword", ["long\u200b", "word"]),
        ("", [""]),
    ],
)
def test_lines_may_end_where_office_suites_end_them(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(sentences, widths)
@settings(max_examples=100)
def test_no_line_is_wider_than_its_box_and_nothing_is_lost(text: str, width: float) -> None:
    lines = break_lines(source(text), width)
    assert all(line.width <= width + 1e-5 for line in lines)
    shown = "".join(text[line.start : line.end] for line in lines)
    assert shown.replace(" ", "") == text.replace(" ", "")
    assert all(not text[line.start : line.end].endswith(" ") for line in lines)


@given(sentences, widths)
@settings(max_examples=100)
def test_every_line_but_the_last_had_no_room_for_the_next_word(text: str, width: float) -> None:
    *full, last = break_lines(source(text), width)
    assert all(line.next_width > width for line in full)
    assert last.next_width == 0


@given(sentences, widths)
@settings(max_examples=100)
def test_the_chosen_width_never_costs_a_line_and_is_hardly_narrower(
    text: str, width: float
) -> None:
    whole = break_lines(source(text), width)
    (chosen,) = choose_breaks([source(text)], width)
    assert len(chosen) == len(whole)
    again = max(line.width for line in chosen)
    # Greedy filling at some width between the least share and the whole gives these very lines.
    assert break_lines(source(text), max(again, NARROWEST * width)) == chosen


@given(sentences, widths)
@settings(max_examples=100)
def test_other_programs_have_at_least_as_much_room_as_before(text: str, width: float) -> None:
    def room(lines: list[tuple[float, float]]) -> float:
        nexts = [after for _, after in lines if after]
        return min(nexts, default=10_000) - max(line for line, _ in lines)

    whole = [(line.width, line.next_width) for line in break_lines(source(text), width)]
    (chosen,) = choose_breaks([source(text)], width)
    assert room([(line.width, line.next_width) for line in chosen]) >= room(whole) - 1e-6


@given(sentences, widths)
@settings(max_examples=100)
def test_wrapping_in_the_middle_of_the_margin_gives_the_same_lines(text: str, width: float) -> None:
    box = set_text(
        LIBRARY,
        Frame(0, 0, width, 10_000),
        [TextParagraph((Span(text or "a"),), lead=34)],
        "body",
    )
    margin = wrap_margin(box)
    assert margin.tolerance >= 0
    again = break_lines(source(text or "a"), width + margin.shift)
    lines = box.paragraphs[0].lines
    assert [line.text for line in lines] == [(text or "a")[line.start : line.end] for line in again]


def test_a_word_wider_than_the_box_keeps_a_line_of_its_own() -> None:
    lines = break_lines(source("a kindergarten b"), 60)
    assert [line.width > 60 for line in lines] == [False, True, False]


def test_a_break_one_point_from_tipping_is_moved() -> None:
    text = "Always place babies on their back to sleep for naps and at night"
    exact = source(text).shaped.prefix[len("Always place babies on their")]
    (chosen,) = choose_breaks([source(text)], exact + 0.5)
    assert text[: chosen[0].end] == "Always place babies on"


@given(
    st.lists(st.sampled_from(["a", "baby", "kindergarten", "re-vote"]), max_size=12),
    st.floats(5, 300),
)
@settings(max_examples=100)
def test_words_wider_than_the_box_do_not_stop_the_choice(words: list[str], width: float) -> None:
    text = " ".join(words)
    (chosen,) = choose_breaks([source(text)], width)
    assert len(chosen) == len(break_lines(source(text), width))


def test_an_empty_text_is_one_empty_line() -> None:
    assert [(line.start, line.end, line.width) for line in break_lines(source(""), 100)] == [
        (0, 0, 0.0)
    ]
