"""What a screen reader is told about a PDF: headings, lists, tables, pictures, and what is decoration."""

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.documents.certificate.facts import LIMITS
from imhtrainer.documents.guide import compose_guide
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import (
    ChartBox,
    GroupBox,
    Page,
    PictureBox,
    RectBox,
    Span,
    TextBox,
    TextParagraph,
)
from imhtrainer.layout.text import Frame, set_text
from imhtrainer.render.pdf import write_pdf
from imhtrainer.resources import slides_path
from tests.documents.test_certificate import FACTS

SetText = Callable[..., TextBox]
MakePage = Callable[..., Page]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def slides(kit: Kit) -> tuple[Page, ...]:
    return compose_deck(read_deck(slides_path() / "it-starts-on-day-1"), Context(), kit)


@pytest.fixture(scope="module")
def told(slides: tuple[Page, ...]) -> pypdf.PdfReader:
    return read(*slides)


def read(*pages: Page) -> pypdf.PdfReader:
    out = io.BytesIO()
    write_pdf(pages, out, DocumentMeta("Serve & return", lang="en-US"))
    return pypdf.PdfReader(out)


def root(reader: pypdf.PdfReader) -> Any:
    """The document's catalog."""
    return reader.root_object


def elements(reader: pypdf.PdfReader) -> Iterator[Any]:
    """Every element in the order in which it is read, the document's own first."""
    waiting = [root(reader)["/StructTreeRoot"]["/K"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if not isinstance(element, int) and element.get("/Type") != "/OBJR":
            yield element
            waiting[:0] = list(element["/K"])


def of_kind(reader: pypdf.PdfReader, kind: str) -> list[Any]:
    return [element for element in elements(reader) if element["/S"] == kind]


def test_the_file_says_that_it_is_tagged_and_in_which_language(told: pypdf.PdfReader) -> None:
    assert root(told)["/MarkInfo"]["/Marked"]
    assert root(told)["/Lang"] == "en-US"
    assert [str(page["/Tabs"]) for page in told.pages] == ["/S"] * len(told.pages)


def test_every_slide_has_one_heading_of_the_first_level(
    told: pypdf.PdfReader, slides: tuple[Page, ...]
) -> None:
    pages = [heading["/Pg"].get_object() for heading in of_kind(told, "/H1")]
    assert pages == [page.get_object() for page in told.pages]


def test_every_picture_with_meaning_says_it_in_words(
    told: pypdf.PdfReader, slides: tuple[Page, ...]
) -> None:
    spoken = [figure["/Alt"] for figure in of_kind(told, "/Figure")]
    pictures = [
        box.alt
        for page in slides
        for box in page.boxes
        if isinstance(box, PictureBox | GroupBox | ChartBox) and box.alt
    ]
    assert spoken == pictures
    assert pictures


def test_a_numbered_item_is_read_after_its_number(told: pypdf.PdfReader) -> None:
    items = [item for item in of_kind(told, "/LI") if len(item["/K"]) == 2]
    assert len(items) > 20
    for item in items:
        assert [kid.get_object()["/S"] for kid in item["/K"]] == ["/Lbl", "/LBody"]


def test_the_first_row_of_a_table_is_its_heading(told: pypdf.PdfReader) -> None:
    for table in of_kind(told, "/Table"):
        first, *others = (row.get_object()["/K"] for row in table["/K"])
        assert {cell.get_object()["/S"] for cell in first} == {"/TH"}
        assert {cell.get_object()["/S"] for row in others for cell in row} == {"/TD"}
    assert of_kind(told, "/Table")


def test_words_of_several_lines_keep_the_space_between_them(told: pypdf.PdfReader) -> None:
    spoken = [
        element["/ActualText"] for element in of_kind(told, "/H1") if "/ActualText" in element
    ]
    assert "Infant Mental Health" in spoken


def test_every_mark_on_a_page_is_known_and_nothing_stands_outside(told: pypdf.PdfReader) -> None:
    branches = root(told)["/StructTreeRoot"]["/ParentTree"]["/Kids"]
    numbers = [number for branch in branches for number in branch.get_object()["/Nums"]]
    for page, place, parents in zip(told.pages, numbers[::2], numbers[1::2], strict=True):
        contents = page.get_contents()
        assert contents is not None
        data = contents.get_data().decode("ascii")
        marks = [int(found) for found in re.findall(r"/MCID (\d+)", data)]
        assert page["/StructParents"] == place
        assert marks == list(range(len(parents)))
        for mark, parent in zip(marks, parents, strict=True):
            assert mark in parent.get_object()["/K"]
        assert not outside(data)


def outside(data: str) -> list[str]:
    """The operators that stand in no marked content."""
    loose, depth = [], 0
    for line in data.split("\n"):
        if line.endswith(("BDC", "BMC")):
            depth += 1
        elif line == "EMC":
            depth -= 1
        elif depth != 1:
            loose.append(line)
    return loose


def test_a_link_is_an_element_that_leads_to_its_place_and_back(
    fonts: FontLibrary, make_page: MakePage
) -> None:
    reader = read(make_page(linked(fonts, 400, ("Call ", ""), ("988", "tel:988"), (" now.", ""))))
    kinds = [(element["/S"], element.get("/ActualText")) for element in elements(reader)][2:]
    assert kinds == [("/P", None), ("/Span", "Call "), ("/Link", "988"), ("/Span", " now. ")]
    (link,) = of_kind(reader, "/Link")
    (place,) = (kid for kid in link["/K"] if not isinstance(kid, int))
    assert place["/Pg"].get_object() == reader.pages[0].get_object()
    annotation = place["/Obj"].get_object()
    assert annotation["/A"]["/URI"] == "tel:988"
    assert annotation["/Contents"] == "988"
    assert found_by_number(reader, annotation["/StructParent"]) == link


def test_a_link_over_two_lines_is_one_element_with_a_place_on_each(
    fonts: FontLibrary, make_page: MakePage
) -> None:
    words = ("Postpartum Support International", "https://www.postpartum.net")
    reader = read(make_page(linked(fonts, 120, words)))
    (link,) = of_kind(reader, "/Link")
    places = [kid["/Obj"].get_object() for kid in link["/K"] if not isinstance(kid, int)]
    assert len(places) > 1
    assert link["/ActualText"].strip() == words[0]
    assert [found_by_number(reader, place["/StructParent"]) for place in places] == [link] * len(
        places
    )


def test_a_jump_to_nowhere_is_read_as_plain_words(fonts: FontLibrary, make_page: MakePage) -> None:
    there = replace(make_page(), slide_id="there")
    lines = (("to the end", "#there"), (", to nothing", "#nowhere"))
    reader = read(make_page(linked(fonts, 400, *lines)), there)
    assert [element["/S"] for element in elements(reader)][2:5] == ["/P", "/Link", "/Span"]
    (link,) = of_kind(reader, "/Link")
    assert link["/K"][-1]["/Obj"].get_object()["/Dest"][0].get_object() == reader.pages[1]


def test_links_of_a_whole_deck_pass_a_foreign_checker(kit: Kit, tmp_path: Path) -> None:
    deck = read_deck(Path(__file__).parents[1] / "decks" / "data" / "little")
    out = tmp_path / "little.pdf"
    with out.open("wb") as stream:
        write_pdf(compose_deck(deck, Context(), kit), stream, DocumentMeta("Little", lang="en"))
    subprocess.run(["qpdf", "--check", str(out)], check=True, capture_output=True)
    told = subprocess.run(["pdfinfo", "-struct", str(out)], check=True, capture_output=True)
    assert b"Link" in told.stdout


def linked(fonts: FontLibrary, width: float, *parts: tuple[str, str]) -> TextBox:
    """A paragraph of words, each with where it leads."""
    spans = tuple(Span(words, size=20, link=link) for words, link in parts)
    return set_text(fonts, Frame(60, 60, width, 300), (TextParagraph(spans, 26),), "text")


def found_by_number(reader: pypdf.PdfReader, number: int) -> Any:
    """What the tree holds under a number."""
    branches = root(reader)["/StructTreeRoot"]["/ParentTree"]["/Kids"]
    numbers = [each for branch in branches for each in branch.get_object()["/Nums"]]
    return dict(zip(numbers[::2], numbers[1::2], strict=True))[number].get_object()


def test_ornaments_are_decoration(text_box: SetText, make_page: MakePage) -> None:
    reader = read(make_page(RectBox(30, 30, 900, 480, "sand"), text_box(60, 60, 400, 40, "Calm")))
    assert [element["/S"] for element in elements(reader)] == ["/Document", "/Sect", "/P"]


def test_the_guide_reads_title_parts_chapters_and_slides_as_headings_of_falling_rank(
    kit: Kit,
) -> None:
    deck = read_deck(Path(__file__).parents[1] / "decks" / "data" / "little")
    reader = read(*compose_guide(deck, Context(), "a4", kit))
    ranks = [int(e["/S"][2]) for e in elements(reader) if re.fullmatch(r"/H\d", e["/S"])]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert ranks.count(3) >= len(deck.slides)
    assert all(rank <= before + 1 for before, rank in pairwise(ranks))


def test_a_percent_sign_in_what_pages_share_is_read_on_each(make_page: MakePage) -> None:
    rise = GroupBox((RectBox(30, 30, 90, 90, "sand"),), "rise", alt="100% of 5 %d")
    shared = GroupBox((rise,), "static")
    reader = read(*(make_page(shared, title=f"Page {n}") for n in range(3)))
    assert [figure["/Alt"] for figure in of_kind(reader, "/Figure")] == ["100% of 5 %d"] * 3
    assert [figure["/K"] for figure in of_kind(reader, "/Figure")] == [[0]] * 3


def test_what_pages_share_may_be_decoration_alone(text_box: SetText, make_page: MakePage) -> None:
    ground = GroupBox((RectBox(30, 30, 90, 90, "sand"),), "static")
    reader = read(
        *(make_page(ground, text_box(60, 60, 400, 40, words)) for words in ("One", "Two"))
    )
    kinds = [element["/S"] for element in elements(reader)]
    assert kinds == ["/Document", "/Sect", "/P", "/Sect", "/P"]


def test_a_page_with_a_bookmark_begins_a_section(text_box: SetText, make_page: MakePage) -> None:
    pages = [
        make_page(text_box(60, 60, 400, 40, words), title=title)
        for words, title in (("One", "One"), ("still one", ""), ("Two", "Two"))
    ]
    kinds = [element["/S"] for element in elements(read(*pages))]
    assert kinds == ["/Document", "/Sect", "/P", "/P", "/Sect", "/P"]


def test_a_certificate_is_read_from_its_heading_to_its_limits(kit: Kit, tmp_path: Path) -> None:
    file = tmp_path / "certificate.pdf"
    certificate = replace(FACTS, second_page=True, agenda=(("Welcome", 10.0),))
    with file.open("wb") as out:
        write_pdf(CertificatePrinter(kit, Path).pages(certificate), out, DocumentMeta("One"))
    told = subprocess.run(
        ["pdfinfo", "-struct-text", str(file)], capture_output=True, text=True, check=True
    ).stdout.replace(" (block)", "")
    headings = re.findall(r'(H\d)\n +"(.+)"', told)
    assert headings == [
        ("H1", "Certificate of completion"),
        ("H2", FACTS.name),
        ("H2", "Objectives"),
        ("H2", "What the training held"),
        ("H3", "Agenda"),
        ("H3", "Objectives"),
    ]
    facts = (
        FACTS.name,
        FACTS.training,
        "November 21, 2026",
        FACTS.venue,
        "1.25 hours",
        FACTS.serial,
    )
    places = [told.index(f'"{fact}"') for fact in (*facts, LIMITS)]
    assert places == sorted(places)
    assert told.count("LBody") == 2 * len(FACTS.objectives)
