import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.blocks import make_markdown
from imhtrainer.decks.inline import InlineReader
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.deck import Run, Text, plain

MARKDOWN = make_markdown()


def read(content: str, soft: str = " ") -> Text:
    return InlineReader(MARKDOWN, Findings("deck.md")).read(content, 7, soft)


def problem(content: str) -> str:
    findings = Findings("deck.md")
    InlineReader(MARKDOWN, findings).read(content, 7)
    return str(findings.problems[0])


def test_bold_italic_and_links_become_runs() -> None:
    assert read("A **b** *c* ***d*** [e](https://example.org)") == (
        Run("A "),
        Run("b", bold=True),
        Run(" "),
        Run("c", italic=True),
        Run(" "),
        Run("d", bold=True, italic=True),
        Run(" "),
        Run("e", link="https://example.org"),
    )


def test_a_line_end_is_a_space_and_a_hard_break_a_new_line() -> None:
    assert read("one\ntwo") == (Run("one two"),)
    assert read("one \\\ntwo") == (Run("one\ntwo"),)
    assert read("one  \ntwo") == (Run("one\ntwo"),)
    assert read("one\ntwo", soft="\n") == (Run("one\ntwo"),)


def test_typographic_signs_and_other_scripts_stay_as_written() -> None:
    for text in ("“Day 1” – it’s now…", "صحة الرضع", "शिशु", "3 * 4 = 12", "snake_case"):
        assert plain(read(text)) == text


def test_a_link_to_a_slide_is_kept_for_checking() -> None:
    findings = Findings("deck.md")
    InlineReader(MARKDOWN, findings).read("[see](#welcome)", 7)
    assert findings.links == [("welcome", 7)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a <b>b</b>", "deck.md:7: Raw HTML is not shown: remove <b>"),
        ("a<br>b", "deck.md:7: Raw HTML is not shown: remove <br>"),
        ("press `B`", "deck.md:7: Code is not shown on slides: remove the backticks of `B`."),
        ("see ![x](y.svg) there", "deck.md:7: A picture stands in a paragraph of its own"),
        ("[x](other.md)", "deck.md:7: The link target “other.md” is unknown"),
        ("[x](javascript:alert)", "deck.md:7: This link cannot be read"),
    ],
)
def test_what_a_slide_cannot_show_is_refused(content: str, message: str) -> None:
    assert problem(content).startswith(message)


pieces = st.sampled_from(["**", "**", "a", "b.", " ", "\n", "(", ")", "“", "€", "\u00a0", ":", "*"])


@given(st.lists(pieces, max_size=14).map("".join))
def test_the_short_way_for_bold_agrees_with_markdown(raw: str) -> None:
    lines = ["a", *(line.strip(" ") for line in raw.split("\n")), "."]
    content = "\n".join(line for line in lines if line)
    # An entity is special, so the second reading goes through markdown-it-py.
    assert read(f"{content} ☃") == read(f"{content} &#x2603;")
