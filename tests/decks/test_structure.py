from collections.abc import Callable

import pytest

Messages = Callable[[str], list[str]]
FRONT = "---\ntrainer: 1\ntitle: Looking\nminutes: 10\n---\n"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("## Look\nSee.\n", "deck.md:6: This slide stands outside a section"),
        ("Hello\n# One\n## Look\nSee.\n", "deck.md:6: Text above the first section is shown"),
        ("# One\nHello\n\nyou\n## Look\nSee.\n", "deck.md:7: Text above a section's first slide"),
        ("# \n## Look\nSee.\n", "deck.md:6: The section has no title"),
        (
            "# One {colour=red}\n## Look\nSee.\n",
            "deck.md:6: Unknown attribute “colour” on a section",
        ),
        ("# One {point=7}\n## Look\nSee.\n", "deck.md:6: point=7 is not one of the five points"),
        (
            "# One\n::: notes\nx\n:::\n## Look\nSee.\n",
            "deck.md:7: “::: notes” stands outside a slide",
        ),
        ("# One\n", "deck.md:5: The deck has no slide"),
    ],
)
def test_sections_and_slides_are_in_order(problems_of: Messages, body: str, problem: str) -> None:
    assert problems_of(FRONT + body)[0].startswith(problem)
    assert len(problems_of(FRONT + body)) == 1


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("## \nSee.\n", "deck.md:7: The slide has no title"),
        ("## Look {layuot=text}\nSee.\n", "deck.md:7: Unknown attribute “layuot” on a slide: did"),
        ("## Look {layout=txt}\nSee.\n", "deck.md:7: Unknown layout “txt”: did you mean “text”?"),
        ("## Look {short}\nSee.\n", "deck.md:7: short has no value"),
        ("## Look {build=all}\n- a\n", "deck.md:7: Unknown build “all”: known here: list, steps."),
        ("## Look {point=1}\nSee.\n", "deck.md:7: Unknown attribute “point” on a slide"),
        ("## Look {.big}\nSee.\n", "deck.md:7: Unknown class “.big” on a slide"),
        ("## Look {build=list}\nSee.\n", "deck.md:7: build=list needs a list"),
        ("## Look {build=steps}\n- a\n", "deck.md:7: build=steps needs layout diagram"),
        ("## Look\nSee.\n::: note\nx\n:::\n", "deck.md:9: Unknown block “::: note”: did you mean"),
        ("## Look\nSee.\n::: notes now\nx\n:::\n", "deck.md:9: Unknown block “::: notes now”"),
        ("## Look\nSee.\n::: notes {x}\ny\n:::\n", "deck.md:9: Unknown attribute “x” on ::: notes"),
        ("## Look\nSee.\n::: notes\nx\n", "deck.md:9: “::: notes” is not closed"),
        ("## Look\nSee.\n:::\n", "deck.md:9: This ::: closes nothing"),
        ("## Look\nSee.\n::: notes\n![a](b.svg)\n:::\n", "deck.md:10: Notes hold paragraphs and"),
        ("## Look\nSee.\n::: source\n:::\n", "deck.md:9: “::: source” is empty"),
        ("## Look\nSee.\n::: source\n- a\n:::\n", "deck.md:10: A source is one or two lines"),
        (
            "## Look\nSee.\n::: explain\nx\n:::\n",
            "deck.md:9: “::: explain” belongs on a .checkpoint",
        ),
        ("## Look\nSee.\n\n<div>\n", "deck.md:10: Raw HTML is not shown"),
        ("## Look\nSee.\n\n<!-- later -->\n", "deck.md:10: Raw HTML is not shown"),
        ("## Look\nSee.\n\n```\nx\n```\n", "deck.md:10: Code blocks are not shown"),
        ("## Look\nSee.\n\n---\n", "deck.md:10: A line of dashes shows nothing"),
        ("## Look\nSee.\n\n### Head\n", "deck.md:10: A ### heading stands only at the top"),
        ("## Look\n- a\n  - b\n", "deck.md:9: A list item holds one paragraph"),
        ("## Look\n- > a\n", "deck.md:8: A list item holds plain text only"),
        ("## Look\n- a\n-\n", "deck.md:9: This list item is empty"),
        ("## Look\n- [ ] a\n", "deck.md:8: Choices belong on a checkpoint"),
        ("## Look\nsee [x](#nowhere)\n", "deck.md:8: The link target #nowhere does not exist"),
        ("## Look\nx\n\n![a](my pic.svg)\n", "deck.md:10: This picture cannot be read"),
        ("## Look\nx\n\n![a](b.svg){fit=wide}\n", "deck.md:10: Unknown fit “wide”: known here"),
        ("## A {#x}\na\n## B {#x}\nb\n", "deck.md:9: The id #x is taken since line 7"),
        ("## Look\nbell \x07\n", "deck.md:8: The control character U+0007 cannot be shown"),
        ("## Look\nnull \x00\n", "deck.md:8: The control character U+0000 cannot be shown"),
    ],
)
def test_each_fault_has_its_line(slide_problems: Messages, body: str, problem: str) -> None:
    problems = slide_problems(body)
    assert problems[0].startswith(problem)
    assert len(problems) == 1


def test_a_block_inside_a_block_is_refused(slide_problems: Messages) -> None:
    problems = slide_problems("## Look\nSee.\n::: left\na\n::: notes\nb\n:::\n")
    assert "deck.md:11: “::: notes” begins inside “::: left” of line 9" in problems[-1]


def test_all_problems_are_told_at_once_in_order(slide_problems: Messages) -> None:
    body = "## Look {a=1 b=2}\n<br>\n\n![x](y z)\n## Look {layout=none}\n- [ ] a\n::: nots\n"
    lines = [int(problem.split(":")[1]) for problem in slide_problems(body)]
    assert lines == sorted(lines)
    assert set(lines) == {7, 8, 10, 11, 12, 13}


def test_a_newer_deck_is_not_judged_by_todays_rules(problems_of: Messages) -> None:
    newer = FRONT.replace("trainer: 1", "trainer: 2")
    problems = problems_of(newer + "# One {future=1}\n## Look {layout=hologram}\n")
    assert len(problems) == 1
    assert "Update the program" in problems[0]
