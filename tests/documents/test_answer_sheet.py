"""Sheets on which a person answers by pen, and the facilitator finds the number again."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfReader

from imhtrainer.cli.main import main
from imhtrainer.decks.parser import read_deck
from imhtrainer.documents.answer_sheet import compose_answer_sheets
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.errors import LayoutError
from imhtrainer.domain.plan import Plan, PlanQuestion, PlanSection, PlanSlide, make_plan
from imhtrainer.domain.quiz import Kind
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page, PathBox, RectBox, TextBox
from imhtrainer.render.pdf import write_pdf
from imhtrainer.resources import slides_path

KINDS: dict[Kind, int] = {
    "single": 3,
    "multiple": 4,
    "truefalse": 2,
    "rating": 5,
    "order": 4,
    "words": 0,
}
FORTY: tuple[Kind, ...] = ("single",) * 40


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def own() -> Plan:
    return make_plan(read_deck(slides_path() / "it-starts-on-day-1"))


def plan_of(*kinds: Kind) -> Plan:
    slides = tuple(_asked(number, kind) for number, kind in enumerate(kinds))
    return Plan(
        title="A training",
        subtitle="",
        folder="",
        digest="",
        lang="en",
        minutes=60,
        objectives=(),
        sections=(PlanSection("s", "S", 60),),
        slides=slides,
        pages=len(slides),
    )


def _asked(number: int, kind: Kind) -> PlanSlide:
    count = KINDS[kind]
    asked = PlanQuestion(
        f"What about {number}?", ("x",) * count, (False,) * count, "check", 1, kind
    )
    return PlanSlide(f"q{number}", "Q", 0, 1, 1, 1.0, "checkpoint", question=asked)


def texts(page: Page) -> Iterator[str]:
    for box in page.boxes:
        if isinstance(box, TextBox):
            yield " ".join(paragraph.text for paragraph in box.paragraphs)


def numbers(pages: Sequence[Page]) -> list[str]:
    return [
        box.paragraphs[0].text
        for page in pages
        for box in page.boxes
        if isinstance(box, TextBox) and box.name == "sheet-number"
    ]


@pytest.mark.parametrize("paper", get_args(Paper))
def test_every_sheet_has_a_number_of_its_own_and_all_items_on_one_side(
    own: Plan, kit: Kit, paper: Paper
) -> None:
    pages = compose_answer_sheets(own, "Miami", 5, paper, kit)
    assert numbers(pages) == ["1", "2", "3", "4", "5"]
    assert len(pages) == 3
    asked = [own.slides[index].question for index in own.questions]
    for question in asked:
        assert question is not None
        assert list(texts(pages[0])).count(question.text) == 2


def test_two_sheets_are_parted_by_a_cut_line_in_the_middle(own: Plan, kit: Kit) -> None:
    (page,) = compose_answer_sheets(own, "", 2, "letter", kit)
    cut = next(box for box in page.boxes if isinstance(box, PathBox) and box.name == "cut")
    assert cut.commands == (("M", (396.0, 0.0)), ("L", (396.0, 612.0)))
    for box in page.boxes:
        if isinstance(box, TextBox | RectBox):
            assert box.x + box.w < 396 or box.x > 396


def test_each_kind_has_its_boxes_and_a_way_to_pass(kit: Kit) -> None:
    (page,) = compose_answer_sheets(plan_of(*KINDS), "", 1, "letter", kit)
    squares = [box.name for box in page.boxes if isinstance(box, RectBox)]
    for number, (kind, count) in enumerate(KINDS.items()):
        mine = [name for name in squares if name.startswith(f"q{number}-")]
        assert len(mine) == count + 1, kind
        assert f"q{number}-pass" in mine
    assert any(box.name == "writing-line" for box in page.boxes)
    assert "q3-5" in squares
    assert "q4-1st" in squares


def test_a_long_deck_goes_on_on_a_second_side_with_the_same_numbers(kit: Kit) -> None:
    pages = compose_answer_sheets(plan_of(*FORTY), "", 2, "letter", kit)
    assert numbers(pages) == ["1", "2", "1", "2"]
    assert any("side 2 of 2" in words for words in texts(pages[1]))
    said = [words for page in pages for words in texts(page)]
    assert all(said.count(f"What about {number}?") == 2 for number in range(40))


def test_a_sheet_gives_no_answer_away(own: Plan, kit: Kit) -> None:
    (page,) = compose_answer_sheets(own, "", 1, "letter", kit)
    squares = [box for box in page.boxes if isinstance(box, RectBox)]
    assert {(box.fill, box.stroke) for box in squares} == {("surface", "ink-soft")}


def test_there_is_nothing_to_print_where_nothing_is_asked(kit: Kit) -> None:
    with pytest.raises(LayoutError, match="asks nothing"):
        compose_answer_sheets(plan_of(), "", 1, "letter", kit)
    with pytest.raises(LayoutError, match="from 1 to 999"):
        compose_answer_sheets(plan_of("single"), "", 1000, "letter", kit)


def test_the_pdf_reads_back(own: Plan, kit: Kit) -> None:
    out = BytesIO()
    write_pdf(compose_answer_sheets(own, "", 2, "letter", kit), out, DocumentMeta("Sheets"), None)
    words = PdfReader(out).pages[0].extract_text()
    assert "rather" in words
    assert "Before we start" in words


def test_the_command_prints_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sheets.pdf"
    with pytest.raises(SystemExit) as ended:
        main(["answer-sheets", "it-starts-on-day-1", "-o", str(out), "--count", "3"])
    assert ended.value.code == 0
    assert "3 answer sheets" in capsys.readouterr().out
    assert len(PdfReader(out).pages) == 2
    told = PdfReader(out).metadata
    assert told is not None
    assert told.title == "Answer sheets: Infant Mental Health – It Starts on Day 1"
    assert told.author == "IMH Trainer"


@pytest.mark.parametrize("paper", get_args(Paper))
def test_a_title_of_two_lines_breaks_after_its_dash(own: Plan, kit: Kit, paper: Paper) -> None:
    (page,) = compose_answer_sheets(own, "", 1, paper, kit)
    title = next(box for box in page.boxes if isinstance(box, TextBox) and box.name == "title")
    (words,) = title.paragraphs
    lines = [" ".join(line.text.split()) for line in words.lines]
    assert lines in (
        ["Infant Mental Health –", "It Starts on Day 1"],
        [" ".join(own.title.split())],
    )
