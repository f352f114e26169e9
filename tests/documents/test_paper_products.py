"""Handouts, workbook and guide: what each shows, to whom, and that nothing is lost or cut."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.documents.flow import MARGIN, SIZES, Document, Piece, compose_flow
from imhtrainer.documents.guide import compose_guide
from imhtrainer.documents.handout import HandoutWords, SlidesPerPage, compose_handout
from imhtrainer.documents.pieces import BODY, chapter, line, listed
from imhtrainer.documents.workbook import compose_workbook
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.deck import Deck, Run, plain
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.contents import glyph_runs, text_boxes
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import (
    Box,
    EllipseBox,
    GroupBox,
    Page,
    PathBox,
    QrBox,
    RectBox,
    TableBox,
    TextBox,
)
from imhtrainer.render.pdf import write_pdf
from imhtrainer.resources import slides_path

LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"
CONTEXT = Context("Ana Ruiz, LMHC", "Library, Hialeah, January 31, 2026")
WORDS = HandoutWords("Looking together", CONTEXT.place_line, "en")
PAPERS: tuple[Paper, ...] = ("letter", "a4")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def workshop() -> Deck:
    return read_deck(slides_path() / "it-starts-on-day-1")


@pytest.fixture(scope="module")
def little() -> Deck:
    return read_deck(LITTLE)


def printed(pages: tuple[Page, ...]) -> str:
    """The letters that a reader takes out of the printed PDF, spaces folded."""
    out = BytesIO()
    write_pdf(pages, out, DocumentMeta("Paper", "", "", "en"))
    texts = (page.extract_text() for page in PdfReader(out).pages)
    return re.sub(r"\s+", " ", " ".join(texts))


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def stands_inside(page: Page) -> bool:
    return all(
        run.x >= MARGIN - 1
        and run.x + run.width <= page.width - MARGIN + 1
        and run.baseline < page.height - MARGIN + 14
        for run in glyph_runs(page.boxes)
    )


@pytest.mark.parametrize("each", [1, 2, 3, 6])
def test_a_handout_holds_every_slide(kit: Kit, little: Deck, each: SlidesPerPage) -> None:
    slides = compose_deck(little, CONTEXT, kit)
    pages = compose_handout(slides, each, "letter", WORDS, kit)
    assert len(pages) == -(-len(slides) // each)
    frames = [
        box
        for page in pages
        for box in page.boxes
        if isinstance(box, RectBox) and box.name == "miniature-frame"
    ]
    assert len(frames) == len(slides)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("each", [1, 2, 3, 6])
def test_slides_on_a_handout_stay_within_the_margins_and_apart(
    kit: Kit, little: Deck, each: SlidesPerPage, paper: Paper
) -> None:
    pages = compose_handout(compose_deck(little, CONTEXT, kit), each, paper, WORDS, kit)
    for page in pages:
        frames = [b for b in page.boxes if isinstance(b, RectBox) and b.name == "miniature-frame"]
        for frame in frames:
            assert frame.x >= MARGIN - 0.01
            assert frame.x + frame.w <= page.width - MARGIN + 0.01
            assert frame.y >= MARGIN
            assert frame.y + frame.h <= page.height - MARGIN
        for one, other in pairwise(frames):
            assert other.y >= one.y + one.h or other.x >= one.x + one.w


def test_one_slide_to_a_page_lies_crosswise(kit: Kit, little: Deck) -> None:
    page = compose_handout(compose_deck(little, CONTEXT, kit), 1, "a4", WORDS, kit)[0]
    assert (page.width, page.height) == (SIZES["a4"][1], SIZES["a4"][0])


def test_three_to_a_page_come_with_lines_to_write_on(kit: Kit, little: Deck) -> None:
    page = compose_handout(compose_deck(little, CONTEXT, kit), 3, "letter", WORDS, kit)[0]
    lines = [box for box in page.boxes if isinstance(box, PathBox) and box.name == "rule"]
    assert len(lines) >= 15


@pytest.mark.parametrize("paper", PAPERS)
def test_the_workbook_stays_within_the_margins(kit: Kit, workshop: Deck, paper: Paper) -> None:
    assert all(stands_inside(page) for page in compose_workbook(workshop, CONTEXT, paper, kit))


def test_the_workbook_asks_every_question_and_gives_no_answer(kit: Kit, workshop: Deck) -> None:
    text = letters(printed(compose_workbook(workshop, CONTEXT, "letter", kit)))
    for slide in workshop.slides:
        if slide.question is None:
            continue
        assert letters(plain(slide.title)) in text
        for choice in slide.question.choices:
            assert letters(choice.text) in text
            assert letters(choice.feedback) not in text
        assert letters(slide.question.explanation) not in text
    assert "✓" not in text


def test_the_workbook_has_room_for_a_name_and_for_each_activity(kit: Kit, workshop: Deck) -> None:
    pages = compose_workbook(workshop, CONTEXT, "letter", kit)
    text = printed(pages)
    assert "This workbook belongs to" in text
    assert "Be the detective" in text
    assert "988" in text


def test_the_workbook_parts_a_help_line_s_name_from_its_note_and_keeps_the_number_s_link(
    kit: Kit,
) -> None:
    numbers = (
        "- **[988](tel:988)** Lifeline \\\n  Call or text\n- **211** Help line \\\n  English\n"
    )
    body = f"# Help {{minutes=1}}\n\n## Call {{layout=resources}}\n\n{numbers}"
    front = "---\ntrainer: 1\ntitle: Help\nminutes: 1\n---\n"
    deck, problems = parse(f"{front}{body}", LITTLE, "deck.md")
    assert deck is not None, problems
    workbook = compose_workbook(deck, CONTEXT, "a4", kit)
    for pages in (workbook, compose_deck(deck, CONTEXT, kit)):
        boxes = [box for page in pages for box in text_boxes(page.boxes)]
        spans = [span for box in boxes for part in box.paragraphs for span in part.spans]
        links = {span.text: span.link for span in spans}
        assert links["988"] == "tel:988"
        assert links["211"] == ""
    assert "988 Lifeline · Call or text 211 Help line · English" in printed(workbook)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_guide_stays_within_the_margins(kit: Kit, workshop: Deck, paper: Paper) -> None:
    for page in compose_guide(workshop, CONTEXT, paper, kit):
        right = page.width - MARGIN + 1
        runs = list(glyph_runs(page.boxes))
        assert all(run.x >= MARGIN - 1 and run.x + run.width <= right for run in runs)
        assert all(run.baseline < page.height - MARGIN + 14 for run in runs)


def test_the_guide_tells_notes_answers_feedback_minutes_and_what_to_bring(
    kit: Kit, workshop: Deck
) -> None:
    text = letters(printed(compose_guide(workshop, CONTEXT, "letter", kit)))
    for slide in workshop.slides:
        for choice in slide.question.choices if slide.question else ():
            assert letters(choice.feedback) in text
    for words in (*workshop.materials, *(goal.text for goal in workshop.objectives)):
        assert letters(words) in text
    for source in workshop.sources:
        assert letters(source) in text
    assert letters("8 minutes, from 0:18 to 0:26") in text


@pytest.mark.parametrize("paper", PAPERS)
def test_what_people_can_do_afterwards_stands_whole_on_one_page_of_the_guide(
    kit: Kit, workshop: Deck, paper: Paper
) -> None:
    goals = {goal.text for goal in workshop.objectives}
    begun = 0
    for page in compose_guide(workshop, CONTEXT, paper, kit):
        said = {part.text for box in text_boxes(page.boxes) for part in box.paragraphs}
        if "What people can do afterwards" in said:
            begun += 1
            assert goals <= said
    assert begun == 1


def test_the_outline_names_each_chapter_once(kit: Kit, workshop: Deck) -> None:
    titles = [page.title for page in compose_guide(workshop, CONTEXT, "letter", kit) if page.title]
    assert titles[0] == "Facilitator guide"
    assert "3  Read each other’s cues" in titles
    assert len(set(titles)) == len(titles)


def test_a_small_deck_without_materials_makes_a_guide_and_a_workbook(
    kit: Kit, little: Deck
) -> None:
    assert "What to bring" not in printed(compose_guide(little, CONTEXT, "a4", kit))
    assert "Looking together" in printed(compose_workbook(little, CONTEXT, "a4", kit))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_section_of_the_guide_never_begins_at_a_page_s_foot_without_its_first_slide(
    kit: Kit, workshop: Deck, paper: Paper
) -> None:
    begun, titles = 0, tuple(section.title for section in workshop.sections)
    for page in compose_guide(workshop, CONTEXT, paper, kit):
        parts = [part for box in text_boxes(page.boxes) for part in box.paragraphs]
        at = [place for place, part in enumerate(parts) if part.heading == 2]
        for place in (place for place in at if parts[place].text.endswith(titles)):
            assert any(part.heading == 3 for part in parts[place:])
            begun += 1
    assert begun == len(workshop.sections)


def test_a_long_training_title_is_shortened_at_the_head_of_a_handout(
    kit: Kit, little: Deck
) -> None:
    title = "A training whose name goes on and on about babies and families " * 4
    slides = compose_deck(little, CONTEXT, kit)
    (first, *_) = compose_handout(slides, 3, "letter", HandoutWords(title, title, "en"), kit)
    heads = [box for box in text_boxes(first.boxes) if box.name in ("heading", "foot")]
    assert [box.paragraphs[0].text[-2:] for box in heads] == [" …", " …"]
    assert all(len(box.paragraphs[0].lines) == 1 for box in heads)


def test_a_list_that_is_read_from_the_right_has_its_dots_at_the_right(kit: Kit) -> None:
    words = (Run("ابدأ بهدوء"),)
    (piece,) = listed(kit, [words], ordered=False, w=400)
    dot, item = piece.boxes(100)
    assert isinstance(dot, EllipseBox)
    assert isinstance(item, TextBox)
    (line,) = item.paragraphs[0].lines
    assert line.x + line.width < dot.x < MARGIN + 400


def lowest(box: Box) -> float:
    """Where a box ends, in points from the page's top."""
    match box:
        case PathBox(commands=commands):
            return max(n for _, numbers in commands for n in numbers[1::2])
        case GroupBox(boxes=inside):
            return max(lowest(one) for one in inside)
        case TableBox(y=y, rows=rows):
            return y + sum(rows)
        case QrBox(y=y, w=w):
            return y + w
        case _:
            return box.y + box.h


def filled(page: Page) -> float:
    """How much of a page's height is used, its running foot left out."""
    return max(lowest(box) for box in page.boxes if box.name != "foot") / (page.height - MARGIN)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_no_page_of_the_workbook_is_left_a_third_empty(
    kit: Kit, workshop: Deck, paper: Paper
) -> None:
    pages = compose_workbook(workshop, Context(), paper, kit)
    assert [page.number for page in pages if filled(page) < 0.67] == []


def test_room_below_a_chapter_becomes_lines_for_notes(kit: Kit, workshop: Deck) -> None:
    pages = compose_workbook(workshop, Context(), "letter", kit)
    (detective,) = (page for page in pages if "Be the detective" in letters_on(page))
    assert sum(box.name == "rule" for box in detective.boxes) > 12
    assert filled(detective) > 0.9


def letters_on(page: Page) -> str:
    return " ".join(
        span.text for box in text_boxes(page.boxes) for p in box.paragraphs for span in p.spans
    )


def test_a_chapter_goes_on_where_there_is_room_and_begins_a_page_where_there_is_little(
    kit: Kit,
) -> None:
    document = Document("Workbook", "A training", "letter", "en", "workbook")
    for taken, pages in ((300.0, 1), (400.0, 2)):
        pieces = [
            Piece(taken, lambda _: ()),
            chapter(kit, "Next", document.width, least=300.0),
            *(line(kit, "Words", BODY, document.width) for _ in range(2)),
        ]
        pieces[0] = replace(pieces[0], boxes=lambda top: (RectBox(0, top, 1, 1),))
        assert len(compose_flow(document, pieces, kit)) == pages


def test_the_picture_of_an_answer_stands_beside_the_answers(kit: Kit, workshop: Deck) -> None:
    pages = compose_guide(workshop, Context(), "letter", kit)
    boxes = [box for page in pages for box in page.boxes]
    for here, after in pairwise(boxes):
        if isinstance(here, GroupBox) and "the answer is" in here.alt:
            assert after.name == "choice"
            assert isinstance(after, TextBox)
            assert after.y == pytest.approx(lowest_top(here))


def lowest_top(group: GroupBox) -> float:
    ground = group.boxes[0]
    assert isinstance(ground, RectBox)
    return ground.y
