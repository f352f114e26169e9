"""Checkpoint and answer pages, with and without a result."""

from collections.abc import Callable

import pytest

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.compose import compose_answer, compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, ChartBox, EllipseBox, Page, RectBox, TextBox

Named = Callable[[Page, str], Box]
PageOf = Callable[..., Page]

THREE = "- [ ] Harm that is done\n- [x] A repair\n- [ ] A sign to leave\n"
FOUR = f"{THREE}- [ ] A reason to call\n"
EXPLAIN = "\n::: explain\nMismatches are ordinary.\n:::\n"


def question(choices: str = THREE, more: str = "", title: str = "What is this?") -> str:
    return f"## {title} {{#check .checkpoint point=2 type=single {more}}}\n\n{choices}{EXPLAIN}"


def text(box: Box) -> TextBox:
    assert isinstance(box, TextBox)
    return box


def words(box: Box) -> str:
    return " ".join(paragraph.text for paragraph in text(box).paragraphs)


def place(box: Box) -> tuple[float, float, float, float]:
    assert isinstance(box, TextBox | RectBox | EllipseBox)
    return box.x, box.y, box.w, box.h


def middle(box: Box) -> float:
    _, y, _, h = place(box)
    return y + h / 2


def voted(*counts: int, first: tuple[int, ...] = (), right: int = 1) -> Context:
    keys = tuple(index == right for index in range(len(counts)))
    return Context(tallies={"check": Tally(counts, keys, first)})


def test_the_question_page_has_its_drawn_boxes(page_of: PageOf, named: Named) -> None:
    page = page_of(question())
    assert place(named(page, "label"))[:2] == (56, 32)
    assert words(named(page, "label")) == "Checkpoint 1"
    title = text(named(page, "title"))
    assert (title.x, title.y, title.paragraphs[0].spans[0].size) == (56, 72, 34)
    cards = [place(named(page, f"choice-{letter}-card")) for letter in "ABC"]
    assert cards == [(57, 227 + 84 * n, 846, 70) for n in range(3)]
    assert place(named(page, "choice-B-disc")) == (76, 322, 48, 48)
    assert text(named(page, "choice-A")).paragraphs[0].lines[0].x == 144


def test_the_question_page_gives_nothing_away(page_of: PageOf) -> None:
    page = page_of(question() + "\n::: source\nTronick & Gold, 2020.\n:::\n", voted(4, 14, 3))
    assert "source" not in [box.name for box in page.boxes]
    assert "ordinary" not in page.description
    assert not any(isinstance(box, ChartBox) for box in page.boxes)


def test_four_choices_are_lower_and_closer(page_of: PageOf, named: Named) -> None:
    page = page_of(question(FOUR))
    cards = [place(named(page, f"choice-{letter}-card")) for letter in "ABCD"]
    assert cards == [(57, 227 + 66 * n, 846, 56) for n in range(4)]
    assert place(named(page, "choice-D-disc"))[2] == 40
    assert text(named(page, "choice-D")).paragraphs[0].spans[0].size == 26


def test_a_long_question_takes_the_next_smaller_size(page_of: PageOf, named: Named) -> None:
    long = "What does a tired father who misreads his baby show when he comes back " * 2
    page = page_of(question(title=long))
    title = text(named(page, "title"))
    assert title.paragraphs[0].spans[0].size in {30, 34}
    assert title.h <= 135
    with pytest.raises(LayoutError, match="title needs"):
        page_of(question(title=long * 2))


def test_labels_count_the_questions_of_their_kind(
    kit: Kit, deck_of: Callable[[str], Deck], named: Named
) -> None:
    body = "# A {minutes=5}\n\n" + "".join(
        f"## Q{n}? {{#q{n} .checkpoint point=1 type=single {phase}}}\n\n{THREE}{EXPLAIN}\n"
        for n, phase in enumerate(("phase=pre", "phase=pre", "", "", "phase=post"))
    )
    deck = deck_of(body)
    pages = [compose_slide(deck, index, Context(), kit) for index in range(5)]
    assert [words(named(page, "label")) for page in pages] == [
        "Before we start, 1 of 2",
        "Before we start, 2 of 2",
        "Checkpoint 1",
        "Checkpoint 2",
        "Final check, 1 of 1",
    ]
    answer = compose_answer(deck, 4, Context(), kit)
    assert words(named(answer, "label")) == "Final check, 1 of 1: the answer is B"


def test_the_answer_page_names_the_answer_and_marks_it_in_three_ways(
    page_of: PageOf, named: Named
) -> None:
    page = page_of(question(), voted(4, 14, 3), True)
    assert words(named(page, "label")) == "Checkpoint 1: the answer is B"
    assert page.title == "Checkpoint 1: the answer is B"
    assert place(named(page, "title"))[:2] == (56, 68)
    discs = [named(page, f"choice-{letter}-disc") for letter in "ABC"]
    assert [middle(disc) for disc in discs] == [180, 258, 336]
    assert [d.fill for d in discs if isinstance(d, EllipseBox)] == ["ink-soft", "leaf", "ink-soft"]
    assert place(named(page, "right-B-card")) == (41.5, 216.5, 877, 83)
    assert words(named(page, "right-B")) == "Right answer"
    assert "right-B-tick" in [box.name for box in page.boxes]


def test_the_answer_page_shows_the_result_as_bars(page_of: PageOf, named: Named) -> None:
    page = page_of(question(), voted(4, 14, 3), True)
    chart = named(page, "answers")
    assert isinstance(chart, ChartBox)
    assert (chart.x, chart.y, chart.w, chart.h) == (500, 141, 300, 234)
    assert (chart.maximum, chart.bar_height) == (21, 40)
    assert [(bar.value, bar.fill, bar.stroke) for bar in chart.bars] == [
        (4, "sand", "ink-soft"),
        (14, "leaf", ""),
        (3, "sand", "ink-soft"),
    ]
    assert chart.alt == "21 answers: A 4, B 14, C 3"
    count = text(named(page, "count-B"))
    assert (count.x, words(count)) == (500 + 300 * 14 / 21 + 14, "14 of 21")
    assert words(named(page, "count-A")) == "4"


def test_a_re_vote_keeps_the_first_vote_in_view(page_of: PageOf, named: Named) -> None:
    chart = named(page_of(question(), voted(1, 24, 0, first=(9, 12, 4)), True), "answers")
    assert isinstance(chart, ChartBox)
    assert [bar.first for bar in chart.bars] == [9, 12, 4]


@pytest.mark.parametrize("right", range(4))
@pytest.mark.parametrize("count", [3, 4])
def test_no_card_meets_a_question_of_two_lines_or_the_explanation(
    page_of: PageOf, named: Named, count: int, right: int
) -> None:
    right = min(right, count - 1)
    choices = "".join(f"- [{'x' if n == right else ' '}] Choice {n}\n" for n in range(count))
    long = "What does a tired father show who misreads his baby and then comes back to her?"
    page = page_of(question(choices, title=long), voted(*range(3, 3 + count), right=right), True)
    title = text(named(page, "title"))
    _, top, _, height = place(named(page, f"right-{'ABCD'[right]}-card"))
    assert title.h == 72
    assert top > title.y + title.h + 4
    assert top + height < place(named(page, "rule"))[1] - 8


def test_the_thin_lines_of_a_first_vote_are_named(page_of: PageOf, named: Named) -> None:
    again = page_of(question(), voted(4, 14, 3, first=(8, 9, 4)), True)
    assert words(named(again, "first-vote")) == "Line: first vote"
    once = page_of(question(), voted(4, 14, 3), True)
    assert "first-vote" not in [box.name for box in once.boxes]


def test_four_choices_keep_a_first_vote_inside_the_card(page_of: PageOf, named: Named) -> None:
    page = page_of(question(FOUR), voted(4, 14, 3, 0, first=(8, 9, 2, 2)), True)
    chart = named(page, "answers")
    assert isinstance(chart, ChartBox)
    assert (chart.w, chart.bar_height) == (200, 30)
    assert [middle(named(page, f"choice-{letter}-disc")) for letter in "ABCD"] == [
        172,
        232,
        292,
        352,
    ]
    assert words(named(page, "right-B")) == "Right"
    assert words(named(page, "count-B")) == "14"


@pytest.mark.parametrize("context", [Context(), voted(0, 0, 0), voted(3, 4)])
def test_without_a_result_there_are_no_bars_and_choices_are_wider(
    page_of: PageOf, named: Named, context: Context
) -> None:
    page = page_of(question(), context, True)
    assert not any(isinstance(box, ChartBox) for box in page.boxes)
    assert text(named(page, "choice-A")).w == 780


def test_several_right_answers_are_all_named(page_of: PageOf, named: Named) -> None:
    choices = "- [x] Call a friend\n- [ ] Wait\n- [x] Call 988\n"
    markdown = question(choices).replace("type=single", "type=multiple")
    page = page_of(markdown, Context(), True)
    assert words(named(page, "label")) == "Checkpoint 1: the answers are A and C"
    cards = [named(page, "right-A-card"), named(page, "right-C-card")]
    tops = [place(card)[1] for card in cards]
    assert tops[0] + place(cards[0])[3] < tops[1]


def test_the_explanation_is_centred_beside_its_rule(page_of: PageOf, named: Named) -> None:
    page = page_of(question(), Context(), True)
    assert place(named(page, "rule")) == (56, 394, 6, 76)
    explanation = text(named(page, "explanation"))
    baseline = explanation.paragraphs[0].lines[0].baseline
    assert baseline == pytest.approx(432 + 0.3225 * 28)


def test_a_long_explanation_takes_three_smaller_lines(page_of: PageOf, named: Named) -> None:
    long = question().replace("Mismatches are ordinary.", "word " * 38)
    explanation = text(named(page_of(long, Context(), True), "explanation"))
    assert explanation.paragraphs[0].spans[0].size == 26
    assert len(explanation.paragraphs[0].lines) == 3


def test_the_answer_page_has_the_number_after_the_question(page_of: PageOf, named: Named) -> None:
    asked, answered = page_of(question()), page_of(question(), Context(), True)
    assert answered.number == asked.number + 1
    assert words(named(answered, "number")) == str(answered.number)
    assert answered.layout == "answer"
    assert answered.slide_id == asked.slide_id == "check"


def test_a_full_hall_still_fits_beside_its_bar(page_of: PageOf, named: Named) -> None:
    page = page_of(question(), voted(0, 1024, 0), True)
    assert words(named(page, "count-B")) == "1024"
    assert words(named(page_of(question(), voted(0, 24, 0), True), "count-B")) == "24 of 24"
