"""What holds for every page: inside its edges, large enough, readable, told in words, in order."""

from collections.abc import Callable, Iterable

import pytest

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.compose import (
    compose_deck,
    compose_points,
    compose_slide,
    fitting_problems,
)
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
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
from imhtrainer.layout.theme import contrast

DeckOf = Callable[[str], Deck]
PageOf = Callable[..., Page]
Texts = Callable[[Iterable[Box]], list[TextBox]]

SMALL_PRINT = {"source", "number", "place"}
LEAST = 24


@pytest.fixture(scope="module")
def own_pages(own_deck: Deck, kit: Kit) -> tuple[Page, ...]:
    tallies = {
        slide.id: Tally(
            tuple(range(3, 3 + len(slide.question.choices))),
            tuple(choice.right for choice in slide.question.choices),
        )
        for slide in own_deck.slides
        if slide.question
    }
    context = Context("Marisol Herrera-Quintana, LMHC", "Coral Gables", tallies)
    return (*compose_deck(own_deck, context, kit), compose_points(own_deck, context, kit))


def flat(boxes: Iterable[Box]) -> list[Box]:
    found: list[Box] = []
    for box in boxes:
        found += flat(box.boxes) if isinstance(box, GroupBox) else [box]
    return found


def edges(box: Box) -> tuple[float, float, float, float]:
    match box:
        case RectBox() | EllipseBox() | TextBox() | PictureBox():
            return box.x, box.y, box.x + box.w, box.y + box.h
        case TableBox():
            return box.x, box.y, box.x + sum(box.columns), box.y + sum(box.rows)
        case PathBox(commands=commands):
            ends = [numbers[-2:] for _, numbers in commands if numbers]
            xs, ys = [end[0] for end in ends], [end[1] for end in ends]
            return min(xs), min(ys), max(xs), max(ys)
        case _:
            return 0, 0, 0, 0


def test_the_program_s_own_deck_fits_its_pages(own_deck: Deck, kit: Kit) -> None:
    assert fitting_problems(own_deck, kit) == ()


def test_pages_come_in_order_with_the_answers_after_their_questions(
    own_deck: Deck, own_pages: tuple[Page, ...]
) -> None:
    numbers = [page.number for page in own_pages[:-1]]
    assert numbers == list(range(1, own_deck.page_count + 1))
    assert [page.slide_id for page in own_pages if page.layout == "answer"] == [
        slide.id for slide in own_deck.slides if slide.pages == 2
    ]


def test_nothing_stands_outside_a_page(own_pages: tuple[Page, ...], texts: Texts) -> None:
    for page in own_pages:
        for box in flat(page.boxes):
            left, top, right, bottom = edges(box)
            assert left >= -0.01, (page.slide_id, box.name)
            assert top >= -0.01, (page.slide_id, box.name)
            assert right <= page.width + 0.01, (page.slide_id, box.name)
            assert bottom <= page.height + 0.01, (page.slide_id, box.name)
        for text in texts(page.boxes):
            for paragraph in text.paragraphs:
                for line in paragraph.lines:
                    assert line.x >= text.x - 0.6
                    assert line.x + line.width <= text.x + text.w + 0.6


def test_nothing_but_the_small_print_is_under_24_points(
    own_pages: tuple[Page, ...], texts: Texts
) -> None:
    for page in own_pages:
        for text in texts(page.boxes):
            sizes = {span.size for paragraph in text.paragraphs for span in paragraph.spans}
            assert text.role in SMALL_PRINT or not sizes or min(sizes) >= LEAST, text


def test_every_text_can_be_read_on_what_lies_under_it(own_pages: tuple[Page, ...]) -> None:
    for page in own_pages:
        grounds: list[tuple[Box, str]] = []
        for box in flat(page.boxes):
            match box:
                case TextBox():
                    assert_readable(page, box, grounds)
                case TableBox():
                    for row in box.cells:
                        for cell in row:
                            assert_readable(page, cell.text, [(cell.text, cell.fill)])
                case RectBox(fill=fill) | EllipseBox(fill=fill) if fill:
                    grounds.append((box, fill))
                case _:
                    continue


def assert_readable(page: Page, text: TextBox, grounds: list[tuple[Box, str]]) -> None:
    for paragraph in text.paragraphs:
        for line in paragraph.lines:
            x, y = line.x + line.width / 2, line.baseline - 5
            ground = page.ground
            for box, fill in grounds:
                left, top, right, bottom = edges(box)
                if fill and left <= x <= right and top <= y <= bottom:
                    ground = fill
            for run in line.runs:
                seen = contrast(page.palette[run.color], page.palette[ground])
                assert seen >= 4.5, (page.slide_id, text.name, run.color, ground)


def test_colours_are_those_of_the_theme(own_pages: tuple[Page, ...]) -> None:
    for page in own_pages:
        for box in flat(page.boxes):
            if isinstance(box, RectBox | EllipseBox | PathBox):
                assert {box.fill, box.stroke} - {""} <= page.palette.keys()


def test_the_title_comes_first_among_what_is_read(own_pages: tuple[Page, ...]) -> None:
    for page in own_pages:
        first = next(box for box in page.boxes if isinstance(box, TextBox))
        assert first.role == "title"


def test_box_names_are_told_apart_on_a_page(own_pages: tuple[Page, ...]) -> None:
    for page in own_pages:
        named = [box.name for box in page.boxes if isinstance(box, TextBox)]
        assert len(named) == len(set(named)), (page.slide_id, named)


def test_a_page_is_told_in_words(page_of: PageOf) -> None:
    page = page_of(
        "## Notice, steady\n\n- **Notice** the cue\n- Steady “yourself.”\n\n"
        "![A father holds his baby.](images/crying-comforted.svg)\n\n"
        "::: source\nTronick, 2020.\n:::\n\n::: notes\n**Say.** Welcome.\n\n- One\n:::\n"
    )
    assert page.title == "Notice, steady"
    assert page.description == (
        "Notice, steady. Notice the cue. Steady “yourself.” A father holds his baby. Tronick, 2020."
    )
    assert page.lang == "en-US"
    minutes, say, one = page.notes
    assert [span.text for span in minutes.spans] == ["1 minute."]
    assert [(span.text, span.bold) for span in say.spans] == [("Say.", True), (" Welcome.", False)]
    assert one.bullet is not None


def test_the_notes_of_a_slide_that_may_be_left_out_say_so(page_of: PageOf) -> None:
    page = page_of("## Look {optional minutes=1.5}\n\n- One\n\n::: notes\n**Say.** Hello.\n:::\n")
    assert "".join(span.text for span in page.notes[0].spans) == (
        "1½ minutes. May be left out when time is short."
    )


def test_the_notes_of_an_answer_have_a_word_for_every_choice(own_pages: tuple[Page, ...]) -> None:
    page = next(p for p in own_pages if p.layout == "answer" and p.slide_id == "check-1")
    lines = ["".join(span.text for span in paragraph.spans) for paragraph in page.notes]
    assert lines[0] == "A word for each choice."
    assert [line[:2] for line in lines[1:4]] == ["A.", "B.", "C."]
    assert lines[4].startswith("Say.")


def test_builds_show_one_item_at_each_step(page_of: PageOf) -> None:
    page = page_of("## Notice {build=list}\n\nLook.\n\n- One\n- Two\n- Three\n")
    body = next(box for box in page.boxes if box.name == "body")
    assert isinstance(body, TextBox)
    assert [paragraph.step for paragraph in body.paragraphs] == [0, 1, 2, 3]
    dots = [box.step for box in page.boxes if box.name.startswith("bullet-")]
    assert dots == [1, 2, 3]
    assert page.steps == 3


def test_every_page_has_the_steps_its_slide_promises(own_deck: Deck, kit: Kit) -> None:
    for index, slide in enumerate(own_deck.slides):
        page = compose_slide(own_deck, index, Context(), kit)
        assert page.steps == (0 if slide.question else slide.steps), slide.id


def test_fitting_problems_name_every_slide_that_does_not_fit(kit: Kit, deck_of: DeckOf) -> None:
    too_long = "- " + "word " * 200
    body = (
        f"# One {{minutes=8}}\n\n## First\n\n{too_long}\n\n## Fine\n\nText.\n\n"
        "## Lost\n\n![A.](images/none-such.svg)\n\nText.\n\n"
        "## What? {#q .checkpoint point=1 type=single}\n\n"
        "- [x] A choice that is much too long for the answer page with its bars, where one line is\n"
        "- [ ] Short\n\n::: explain\nSo.\n:::\n\n## Letters\n\nTifinagh \U00013000\n"
    )
    deck = deck_of(body)
    lines = [line for line, _ in fitting_problems(deck, kit)]
    messages = " / ".join(message for _, message in fitting_problems(deck, kit))
    first, _, lost, asked, letters = deck.slides
    assert "body needs" in messages
    assert "none-such.svg: there is no such picture" in messages
    assert "choice-A" in messages
    assert "no font has the letters" in messages
    assert lines[0] == first.line + 2
    assert lost.line + 2 in lines
    assert letters.line in lines
    assert asked.question is not None
    assert asked.question.choices[0].line in lines
