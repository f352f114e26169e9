from collections.abc import Callable

import pytest

Messages = Callable[[str], list[str]]

LEFT = "::: left\n- a\n:::\n"
RIGHT = "::: right\nb\n:::\n"
PICTURE = "\n![a](b.svg)\n\n"
TABLE = "\n| a | b |\n|--|--|\n| c | d |\n\n"
STEPS = "1. a\n2. b\n\nOr pass.\n"


@pytest.mark.parametrize(
    "body",
    [
        "## A {layout=title}\n",
        f"## A {{layout=title}}\n{PICTURE}",
        "## A {layout=section}\n",
        "## A {layout=section}\nOne line.\n",
        f"## A\n{RIGHT}{LEFT}",
        f"## A\n::: left\n{PICTURE}:::\n{RIGHT}",
        f"## A\nText.\n{PICTURE}",
        f"## A\n{TABLE}After.\n",
        f"## A {{layout=closing}}\nText.\n{PICTURE}",
        f"## A\n::: activity\n{STEPS}:::\n",
        "## A {layout=resources}\nPill.\n\n- **1** b\n  c\n",
    ],
)
def test_what_a_layout_can_show_is_accepted(slide_problems: Messages, body: str) -> None:
    assert slide_problems(body) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("## A {layout=title}\nText.\n", "8: Layout title cannot show a paragraph"),
        ("## A {layout=section}\na\n\nb\n", "10: Layout section shows 1 paragraph at most"),
        ("## A\n", "7: Layout text needs a paragraph or a list"),
        ("## A\n- a\n\nb\n\n1. c\n", "12: Layout text shows 1 list at most"),
        ("## A\n> a\n", "8: Layout text cannot show a quote"),
        (f"## A\nx\n{PICTURE}{PICTURE}", "13: Layout picture shows 1 picture at most"),
        (f"## A\n{PICTURE}", "7: Layout picture needs a paragraph or a list"),
        ("## A {layout=picture}\nx\n", "7: Layout picture needs a picture"),
        (f"## A {{layout=text}}\nx\n{PICTURE}", "10: Layout text cannot show a picture"),
        (f"## A\n{LEFT}{LEFT}", "7: Layout columns needs “::: left” once, not 2x"),
        (f"## A\n::: left\n{TABLE}:::\n{RIGHT}", "10: A column cannot show a table"),
        (f"## A\n::: left\n:::\n{RIGHT}", "8: The left column is empty"),
        (f"## A\n::: left\n- a\n\n{PICTURE}:::\n{RIGHT}", "8: A column shows one list or one pic"),
        (f"## A\n::: left\na\n\n### b\n:::\n{RIGHT}", "11: A column has one heading"),
        (f"## A\n::: left\n#### a\n\nb\n:::\n{RIGHT}", "9: Only #, ## and ### are headings"),
        (f"## A\n{LEFT}", "7: Layout columns needs a column ::: left or ::: right"),
        ("## A {layout=quote}\n", "7: Layout quote needs a quote"),
        ("## A {layout=quote}\n> a\n>\n> b\n", "10: A quote holds one paragraph"),
        (f"## A\nBefore.\n{TABLE}", "8: The paragraph of a table slide stands below"),
        ("## A {layout=diagram}\n- a\n", "8: A diagram is a numbered list of five"),
        ("## A {layout=diagram}\n1. a\n", "8: A diagram is a numbered list of five"),
        ("## A\n::: activity\n- a\n\nOr pass.\n:::\n", "8: An activity has 1 to 4 numbered"),
        ("## A\n::: activity\n1. a\n:::\n", "8: The activity offers no way to pass"),
        (f"## A\n::: activity {{mode=two}}\n{STEPS}:::\n", "8: Unknown mode “two”: known here"),
        (f"## A\n::: activity {{time=2}}\n{STEPS}:::\n", "8: Unknown attribute “time” on ::: act"),
        ("## A {layout=resources}\n- b\n", "8: The entry “b” must be **number** name"),
        ("## A {layout=resources}\n- **1** b\n\nc\n", "10: The paragraph of a resources slide"),
    ],
)
def test_what_a_layout_cannot_show_is_said(
    slide_problems: Messages, body: str, problem: str
) -> None:
    assert any(found.startswith(f"deck.md:{problem}") for found in slide_problems(body))


def test_a_resources_slide_shows_six_entries(slide_problems: Messages) -> None:
    body = "## A {layout=resources}\n" + "- **1** b\n  c\n" * 7
    assert "shows six entries" in slide_problems(body)[0]
