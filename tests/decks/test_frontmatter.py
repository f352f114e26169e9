import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.frontmatter import FrontMatter, read_front_matter
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.deck import Objective


def read(text: str) -> tuple[FrontMatter, list[str]]:
    findings = Findings("deck.md")
    front = read_front_matter(text.split("\n"), findings)
    return front, [str(problem) for problem in findings.in_order()]


def inside(*lines: str) -> str:
    return "\n".join(["---", "trainer: 1", "title: Looking", "minutes: 30", *lines, "---"])


def test_it_holds_the_facts_of_the_deck() -> None:
    front, problems = read(
        inside(
            "subtitle: First steps",
            "audience: >",
            "  For parents",
            "  and nurses",
            "lang: es-MX",
            "theme: dusk",
            'article: "After: an article"',
            "objectives:",
            "  - define: Define it",
            '  - act: "Act: at once"',
            "sources:",
            '  - "One (2020). *Title.*"',
            "  - Two",
        )
    )
    assert problems == []
    assert front == FrontMatter(
        title="Looking",
        subtitle="First steps",
        audience="For parents and nurses",
        lang="es-MX",
        theme="dusk",
        minutes=30.0,
        article="After: an article",
        objectives=(Objective("define", "Define it"), Objective("act", "Act: at once")),
        sources=("One (2020). *Title.*", "Two"),
        end=18,
    )


def test_a_word_that_yaml_would_turn_into_something_else_stays_a_word() -> None:
    front, problems = read("---\ntrainer: 1\ntitle: 2024\nminutes: 30\nlang: no\n---")
    assert (front.title, front.lang, problems) == ("2024", "no", [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# Section", "deck.md:1: The deck has no front matter"),
        ("---\ntitle: x", "deck.md:1: The front matter is not closed"),
        ("---\n---", "deck.md:1: The front matter is empty"),
        ("---\n- a\n---", "deck.md:1: The front matter is empty"),
        (inside("colour: red"), "deck.md:5: Unknown key “colour” in the front matter"),
        (inside("titel: x"), "deck.md:5: Unknown key “titel” in the front matter: did you mean"),
        (inside("title: Twice"), "deck.md:5: “title” is given twice"),
        (inside("lang: English please"), "deck.md:5: “English please” is not a language tag"),
        (inside("objectives: one"), "deck.md:5: “objectives” must be a list"),
        (inside("objectives:", "  - just text"), "deck.md:6: An objective is “- id: What"),
        (inside("objectives:", "  - a b: text"), "deck.md:6: “a b” is no id"),
        (inside("objectives:", "  - a: x", "  - a: y"), "deck.md:7: The objective “a” is given"),
        (inside("sources:", "  - a: b"), "deck.md:6: A source is one text"),
        (inside("subtitle: [a]"), "deck.md:5: “subtitle” must be one text"),
        (inside("subtitle: One: two"), "deck.md:5: A colon inside a text confuses"),
        (inside("subtitle: 'open"), "The front matter cannot be read here"),
        (inside("\tsubtitle: x"), "deck.md:5: The front matter cannot be read here"),
        ("---\ntitle: x\nminutes: 3\n---", "deck.md:1: The front matter lacks “trainer: 1”"),
        ("---\ntrainer: 1\nminutes: 3\n---", "deck.md:1: The deck has no title"),
        ("---\ntrainer: 1\ntitle:\nminutes: 3\n---", "deck.md:3: The deck has no title"),
        ("---\ntrainer: 1\ntitle: x\n---", "deck.md:1: The front matter lacks the training's"),
        ("---\ntrainer: 1\ntitle: x\nminutes: soon\n---", "deck.md:4: “minutes” must be a number"),
        ("---\ntrainer: one\ntitle: x\nminutes: 3\n---", "deck.md:2: The deck format “one” is not"),
        ("---\ntrainer: 0.5\ntitle: x\nminutes: 3\n---", "deck.md:2: The deck format “0.5” is not"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, problem: str) -> None:
    problems = read(text)[1]
    assert len(problems) == 1
    assert problem in problems[0]


def test_a_newer_deck_asks_for_a_newer_program() -> None:
    front, problems = read("---\ntrainer: 2\nfuture: yes\n---")
    assert front.newer
    assert "deck.md:2: This deck needs a newer IMH Trainer" in problems[0]


@given(st.text(alphabet="[]{}:-&*!|>'\"%@`#, \nab1\t"))
def test_it_never_raises(text: str) -> None:
    read(f"---\n{text}\n---")


def test_deep_nesting_is_no_crash() -> None:
    assert len(read("---\n" + "[" * 100_000 + "\n---")[1]) == 1


def test_a_deck_says_how_slides_give_way_to_each_other() -> None:
    front, problems = read(inside("transition: push"))
    assert (front.transition, problems) == ("push", [])
    front, problems = read(inside("transition: spin"))
    assert front.transition == "none"
    assert problems == ["deck.md:5: “transition” is one of: none, fade, push."]
