"""Words become Markdown that reads back as the same words in the same style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.blocks import BlockReader, make_markdown
from imhtrainer.decks.inline import InlineReader, merge
from imhtrainer.decks.problem import Findings
from imhtrainer.decks.writing.blocks import alt_words, paragraph_lines
from imhtrainer.decks.writing.inline import tidy, write_text
from imhtrainer.domain.deck import Paragraph, Run, Text, plain

SIGNS = "ab c1.)-+#>|~=:!*_`\\<&[]{}\"'’é漢ع\n"
RUNS = st.builds(
    Run,
    st.text(SIGNS, min_size=1, max_size=8),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "https://a.b/c_d", "#steady"]),
)


def read(lines: list[str]) -> Text:
    markdown, findings = make_markdown(), Findings("")
    reader = BlockReader(markdown, InlineReader(markdown, findings), findings)
    blocks = reader.read(lines, 1)
    assert len(blocks) == 1, lines
    assert isinstance(blocks[0], Paragraph), lines
    return blocks[0].text


@given(st.lists(RUNS, min_size=1, max_size=4))
def test_no_letter_is_lost_whatever_stands_next_to_it(runs: list[Run]) -> None:
    text = tidy(tuple(runs))
    if text:
        assert plain(read(paragraph_lines(text))) == plain(text)


@given(st.lists(RUNS, min_size=1, max_size=4))
def test_words_between_spaces_keep_their_style(runs: list[Run]) -> None:
    spaced: list[Run] = []
    for run in runs:
        words = "".join(letter for letter in run.text if letter.isalnum()) or "x"
        spaced += [Run(words, run.bold, run.italic, run.link), Run(" ")]
    text = tidy(merge(spaced))
    assert read(paragraph_lines(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        (Run("a"), Run("b", bold=True), Run("c")),
        (Run("say"), Run("(now)", bold=True), Run("or")),
        (Run("“More”", bold=True), Run("looks")),
        (Run("one", bold=True), Run("two", italic=True)),
        (Run("one", bold=True), Run("two", bold=True, italic=True)),
        (Run("see "), Run("the key", link="#key"), Run(".")),
        (Run("[x](y", link="https://example.org/a"),),
        (Run("first\nsecond", bold=True),),
    ],
)
def test_style_within_a_word_is_kept(text: Text) -> None:
    assert read(paragraph_lines(text)) == text


@pytest.mark.parametrize(
    "words",
    ["# no heading", "- no list", "1. no list", "> no quote", "::: notes", "![no](picture)"],
)
def test_a_sign_at_the_start_begins_nothing(words: str) -> None:
    assert plain(read([write_text((Run(words),))])) == words


def test_a_space_at_the_end_of_bold_words_stands_outside() -> None:
    text = tidy((Run("a flat bed"), Run(" of its own ", bold=True), Run("and firm")))
    assert write_text(text) == "a flat bed **of its own** and firm"


def test_plain_words_stay_plain() -> None:
    assert write_text((Run("Wait! It’s [name] & her 3 - 4 friends: #1 (a_b)."),)) == (
        "Wait! It’s [name] & her 3 - 4 friends: #1 (a\\_b)."
    )


def test_alt_text_stands_in_square_brackets_of_its_own() -> None:
    assert alt_words("A [red]\nfield `x`") == "A (red) field 'x'"
