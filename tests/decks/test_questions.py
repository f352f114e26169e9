from collections import Counter
from collections.abc import Callable
from math import factorial

import pytest

from imhtrainer.decks.choices import mixed_up
from imhtrainer.domain.deck import Deck, Slide
from imhtrainer.domain.quiz import Choice, Question

Messages = Callable[[str], list[str]]
SlideOf = Callable[[str], Slide]

RIGHT = "- [x] Yes\n  > Well seen.\n"
WRONG = "- [ ] No\n  > Look again.\n"
EXPLAIN = "\n::: explain\nBecause.\n:::\n"


def test_a_checkpoint_holds_its_question(slide_of: SlideOf) -> None:
    head = "## What is it? {#c .checkpoint point=2 type=single objective=define shuffle}\n"
    slide = slide_of(f"{head}{WRONG}{RIGHT}{EXPLAIN}")
    assert slide.layout == "checkpoint"
    assert slide.minutes == 2
    assert slide.blocks == ()
    assert slide.question == Question(
        kind="single",
        phase="check",
        point=2,
        choices=(
            Choice("No", False, "Look again.", 8),
            Choice("Yes", True, "Well seen.", 10),
        ),
        explanation="Because.",
        line=7,
        objective="define",
        shuffle=True,
    )


def test_styles_inside_choices_are_left_out(slide_of: SlideOf) -> None:
    slide = slide_of(f"## Q? {{.checkpoint}}\n- [X] **Yes**,\n  *truly*\n  > a\n{WRONG}{EXPLAIN}")
    assert slide.question is not None
    assert slide.question.choices[0] == Choice("Yes, truly", True, "a", 8)


def test_a_checkpoint_takes_its_point_from_its_section(deck_of: Callable[[str], Deck]) -> None:
    front = "---\ntrainer: 1\ntitle: x\nminutes: 5\n---\n# Three {point=3}\n"
    question = deck_of(f"{front}## Q? {{.checkpoint}}\n{RIGHT}{WRONG}{EXPLAIN}").slides[0].question
    assert question is not None
    assert question.point == 3


def test_a_first_item_needs_no_feedback_and_has_one_page(slide_of: SlideOf) -> None:
    slide = slide_of("## Q? {.checkpoint phase=pre}\n- [x] a\n- [ ] b\n")
    assert slide.question is not None
    assert (slide.question.phase, slide.pages) == ("pre", 1)


def test_several_choices_may_be_right_when_the_type_says_so(slide_of: SlideOf) -> None:
    slide = slide_of(f"## Q? {{.checkpoint type=multiple}}\n{RIGHT}{RIGHT}{WRONG}{EXPLAIN}")
    assert slide.question is not None
    assert slide.question.right_letters == "AB"


@pytest.mark.parametrize(
    ("attributes", "choices", "problem"),
    [
        ("", WRONG + WRONG, "7: No choice is right"),
        ("", RIGHT + RIGHT, "7: 2 choices are right: keep one [x], or write type=multiple"),
        ("", RIGHT, "7: A checkpoint has 2 to 4 choices, this one has 1"),
        ("", RIGHT + WRONG * 4, "7: A checkpoint has 2 to 4 choices, this one has 5"),
        ("", "Text.\n", "8: A checkpoint shows its title and choices only"),
        ("", RIGHT + "- No\n  > x\n", "10: A choice begins with [ ] or"),
        ("", RIGHT + "- [ ] No\n", "10: The choice “No” has no feedback"),
        ("phase=post", RIGHT + "- [ ] No\n", "10: The choice “No” has no feedback"),
        ("", RIGHT + WRONG + "  > again\n\n  more\n", "14: A choice holds its text and one"),
        ("type=truefalse", RIGHT + WRONG + WRONG, "7: A truefalse item has exactly two"),
        ("type=rating", RIGHT + WRONG, "8: type=rating has no boxes: leave out [x]"),
        ("type=rating", "- a\n- b\n- c\n", "7: type=rating has 3 words for its five steps"),
        ("type=order", "1. a\n2. b\n", "7: type=order has 3 or 4 items to order, this one has 2"),
        ("type=order", "1. a\n2. b\n3. a\n", "10: “a” stands there twice"),
        ("type=order shuffle", "1. a\n2. b\n3. c\n", "7: shuffle has no meaning with type=order"),
        ("type=words", "- a\n- b\n", "7: type=words asks for people’s own words"),
        ("type=singel", RIGHT + WRONG, "7: Unknown type “singel”: did you mean “single”?"),
        ("layout=text", RIGHT + WRONG, "7: Unknown layout “text”: known here: checkpoint."),
        ("phase=after", RIGHT + WRONG, "7: Unknown phase “after”: known here"),
        ("colour=red", RIGHT + WRONG, "7: Unknown attribute “colour” on a checkpoint"),
        ("", RIGHT + WRONG + "::: left\na\n:::\n", "12: A checkpoint cannot show “::: left”"),
        ("", RIGHT + WRONG + EXPLAIN, "17: There are two explanations"),
    ],
)
def test_each_fault_of_an_item_is_said(
    slide_problems: Messages, attributes: str, choices: str, problem: str
) -> None:
    problems = slide_problems(f"## Q? {{.checkpoint {attributes}}}\n{choices}{EXPLAIN}")
    assert any(found.startswith(f"deck.md:{problem}") for found in problems), problems


def test_an_item_explains_its_answer(slide_problems: Messages) -> None:
    body = f"## Q? {{.checkpoint}}\n{RIGHT}{WRONG}"
    assert "There is no explanation" in slide_problems(body)[0]
    two = slide_problems(body + "::: explain\na\n\nb\n:::\n")
    assert two[0].startswith("deck.md:15: The explanation is one paragraph")
    named = slide_problems(body + "::: explain {x}\na\n:::\n")
    assert named == ["deck.md:12: Unknown attribute “x” on ::: explain: none is known here."]
    listed = slide_problems(body + "::: explain\n- a\n:::\n")
    assert listed[1].startswith("deck.md:12: The explanation is one paragraph of plain text")


def test_a_checkpoint_stands_in_the_section_of_its_point(problems_of: Messages) -> None:
    front = "---\ntrainer: 1\ntitle: x\nminutes: 5\n---\n# Three {point=3}\n"
    problems = problems_of(f"{front}## Q? {{.checkpoint point=2}}\n{RIGHT}{WRONG}{EXPLAIN}")
    assert problems == ["deck.md:7: This checkpoint says point=2 in the section of point 3."]


ENDS = "- Not sure\n- Very sure\n"


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        (ENDS, ["Not sure", "", "", "", "Very sure"]),
        ("", ["", "", "", "", ""]),
        ("- a\n- b\n- c\n- d\n- e\n", ["a", "b", "c", "d", "e"]),
    ],
)
def test_a_rating_has_five_steps_named_at_their_ends_or_all(
    slide_of: SlideOf, written: str, steps: list[str]
) -> None:
    question = slide_of(f"## How sure are you? {{.checkpoint type=rating}}\n{written}").question
    assert question is not None
    assert [choice.text for choice in question.choices] == steps
    assert not question.marked
    assert question.right_letters == ""


def test_things_to_order_are_written_rightly_and_shown_mixed_up(slide_of: SlideOf) -> None:
    body = f"## Order? {{.checkpoint type=order}}\n1. Notice\n2. Wait\n3. Return\n{EXPLAIN}"
    question = slide_of(body).question
    assert question is not None
    shown = [choice.text for choice in question.choices]
    assert shown != ["Notice", "Wait", "Return"]
    assert [shown[index] for index in question.sequence] == ["Notice", "Wait", "Return"]
    assert slide_of(body).question == question
    assert sorted(question.right_letters) == ["A", "B", "C"]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_wrong_order_comes_equally_often_and_the_right_one_never(count: int) -> None:
    others = factorial(count) - 1
    seen = Counter[tuple[int, ...]]()
    for number in range(200 * others):
        written = [Choice(f"Thing {number}, {place}", False, "", 0) for place in range(count)]
        mixed, sequence = mixed_up(written)
        assert [mixed[index] for index in sequence] == written
        seen[sequence] += 1
    assert tuple(range(count)) not in seen
    assert len(seen) == others
    assert all(140 <= often <= 260 for often in seen.values())


@pytest.mark.parametrize("count", [0, 1])
def test_one_thing_alone_has_one_order(count: int) -> None:
    written = [Choice("Notice", False, "", 0)] * count
    assert mixed_up(written) == (tuple(written), tuple(range(count)))


def test_words_need_neither_choices_nor_an_explanation(
    slide_of: SlideOf, slide_problems: Messages
) -> None:
    body = "## What helps you? {.checkpoint type=words}\n"
    assert slide_problems(body + "\n::: notes\nAsk.\n:::\n") == []
    question = slide_of(body).question
    assert question is not None
    assert (question.kind, question.choices) == ("words", ())
