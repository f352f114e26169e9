"""A certificate's design is data: checked when it is read, told with file and line, the same for both papers."""

from dataclasses import replace
from pathlib import Path

import pytest

from imhtrainer.documents.certificate import CertificatePrinter, Templates
from imhtrainer.documents.certificate.template_file import read_template
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.page import EllipseBox, GroupBox, Page, PathBox, QrBox, RectBox, TextBox
from imhtrainer.resources import resource_path
from tests.documents.test_certificate import FACTS, LONG_NAME, PROVIDER, text_boxes, texts

DESIGNS = ("parents", "professionals")
AGENDA = (
    ("Welcome, and what the day holds", 5.0),
    ("Point 1: what infant mental health is", 12.0),
    ("Break", 10.0),
    ("Point 2: serve and return between a baby and the people who care for it", 12.5),
)
FULL = replace(
    FACTS,
    second_page=True,
    agenda=AGENDA,
    competencies=("Observing without judging", "Working with families in two languages"),
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def printer(kit: Kit) -> CertificatePrinter:
    return CertificatePrinter(kit, Path)


@pytest.fixture(scope="module")
def source() -> str:
    return resource_path("certificates", "professionals.toml").read_text("utf-8")


def words(page: Page) -> str:
    return "\n".join(p.text for box in text_boxes(page) for p in box.paragraphs)


def read(kit: Kit, text: str) -> None:
    read_template(text.encode(), "mine.toml", kit.theme.colors)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_both_designs_that_ship_are_sound(kit: Kit) -> None:
    templates = Templates(kit.theme.colors, Path)
    assert templates.names() == DESIGNS
    assert [templates.shipped(name).title for name in DESIGNS] == [
        "For parents",
        "For professionals",
    ]


FAULTS = (
    ('fill = "sand"', 'fill = "gravy"', r"box “panel”: the theme has no color “gravy”"),
    ('words = "{place}"', 'words = "{plac}"', r"box “place”: there is no fact \{plac\}"),
    ('words = "{place}"', 'words = "{place"', r"box “place”: the braces are odd"),
    ('type = "serial"', 'type = "cereal"', r"there is no type “cereal”"),
    ('follows = "training"', 'follows = "weather"', r"no box before it is named “weather”"),
    ("at = [652, 460, 85]", "at = [652, 460, 60]", r"symbol must be 85 points"),
    ("at = [212, 560, 525, 12]", "at = [212, 605, 525, 12]", r"it leaves the paper"),
    ('kind = "qr"', 'kind = "barcode"', r"barcode"),
    ('name = "frame"', 'name = "sun"', r"another box has this name"),
    ('d = "M212 247 L737 247"', 'd = "somewhere"', r"this is no path"),
    ("width = 792.0", 'width = "wide"', r"Expected"),
    ("size = 36, lead = 46", "size = 36, leads = 46", r"lead"),
    ("across = ", "acros = ", r"acros"),
    ("at = [212, 190, 525, 46]", "at = [212, 190, 525, 20]", r"higher than the box"),
    ("[[box]]", "[[box]", r"this is no TOML"),
)


@pytest.mark.parametrize(("sound", "corrupt", "fault"), FAULTS)
def test_each_fault_is_told_with_its_line(
    kit: Kit, source: str, sound: str, corrupt: str, fault: str
) -> None:
    broken = source.replace(sound, corrupt, 1)
    with pytest.raises(CertificateError, match=fault) as caught:
        read(kit, broken)
    told = int(str(caught.value).split(":")[1])
    assert told == line_of(source, sound)
    assert str(caught.value).startswith("mine.toml:")


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("limits", r"must print \{limits\}"),
        ("serial", r"must print \{serial\}"),
        ("basis", r"must print \{basis\}"),
    ],
)
def test_what_a_certificate_must_say_cannot_be_left_out(
    kit: Kit, source: str, fact: str, said: str
) -> None:
    with pytest.raises(CertificateError, match=said):
        read(kit, source.replace(f'"{{{fact}}}"', '"nothing"'))


def test_a_file_of_another_encoding_is_told(kit: Kit) -> None:
    with pytest.raises(CertificateError, match="UTF-8"):
        read_template(b'title = "\xe9"', "mine.toml", kit.theme.colors)


def test_an_unknown_design_names_those_there_are(printer: CertificatePrinter) -> None:
    with pytest.raises(CertificateError, match="parents, professionals"):
        printer.page(replace(FACTS, template="birthday"))


def test_a_design_never_leads_out_of_its_folder(printer: CertificatePrinter) -> None:
    with pytest.raises(CertificateError, match="no certificate design"):
        printer.page(replace(FACTS, template="../themes/dawn"))


def test_the_design_for_parents_says_it_more_plainly_and_without_a_license(
    printer: CertificatePrinter,
) -> None:
    certificate = replace(FACTS, license="MH 12345", profession="Counselor")
    plain = words(printer.page(replace(certificate, template="parents")))
    assert "MH 12345" in words(printer.page(certificate))
    assert "MH 12345" not in plain
    assert "What it was about" in plain
    assert "75 minutes of instruction ÷ 60" in plain


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", [FACTS.name, LONG_NAME])
def test_the_second_page_holds_objectives_agenda_and_competency_areas(
    printer: CertificatePrinter, design: str, paper: Paper, name: str
) -> None:
    first, second = printer.pages(replace(FULL, template=design, paper=paper, name=name))
    said = words(second)
    assert name in said
    assert FACTS.serial in said
    assert "12.5 min" in said
    assert all(title in said for title, _ in AGENDA)
    assert all(objective in said for objective in FACTS.objectives)
    assert ("Observing without judging" in said) == (design == "professionals")
    assert (second.width, second.height) == (first.width, first.height)
    for box in text_boxes(second):
        assert box.x >= 27
        assert box.x + box.w <= second.width - 27
        assert box.y + box.h <= second.height - 18
    assert not overlapping(second)


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of texts that stand in each other, or in the symbol with its quiet zone."""
    inked: list[tuple[str, float, float, float, float]] = []
    for box in text_boxes(page):
        lines = [line for p in box.paragraphs for line in p.lines]
        top = min(line.baseline for line in lines) - 7
        low = max(line.baseline for line in lines)
        left = min(line.x for line in lines)
        inked.append((box.name, left, top, max(line.x + line.width for line in lines), low))
    for qr in (box for box in page.boxes if isinstance(box, QrBox)):
        quiet = 4 * qr.w / len(qr.rows)
        inked.append((qr.name, qr.x - quiet, qr.y - quiet, qr.x + qr.w + quiet, qr.y + qr.w))
    return [
        (a[0], b[0])
        for i, a in enumerate(inked)
        for b in inked[i + 1 :]
        if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]
    ]


def test_there_is_one_page_unless_a_second_is_asked_for(printer: CertificatePrinter) -> None:
    assert len(printer.pages(replace(FULL, second_page=False))) == 1


def test_an_agenda_longer_than_the_page_is_told(printer: CertificatePrinter) -> None:
    long = tuple((f"Section {n}", 5.0) for n in range(40))
    with pytest.raises(CertificateError, match="no room for 40 sections"):
        printer.pages(replace(FULL, agenda=long))


@pytest.mark.parametrize("design", DESIGNS)
def test_a_long_title_and_long_places_stand_in_nobodys_way(
    printer: CertificatePrinter, design: str
) -> None:
    long = replace(
        FULL,
        template=design,
        name=LONG_NAME,
        training="Infant Mental Health – It Starts on Day 1, for home visitors and child-care teams",
        venue="The Alhambra Family and Community Center of South Florida",
        objectives=(*FACTS.objectives, "Plan a visit", "Know whom to call"),
    )
    for page in printer.pages(long):
        assert not overlapping(page)


def test_shapes_come_from_the_design(printer: CertificatePrinter) -> None:
    groups = [box for box in printer.page(FACTS).boxes if isinstance(box, GroupBox)]
    drawn = [type(box) for group in groups for box in group.boxes if not isinstance(box, TextBox)]
    assert drawn.count(EllipseBox) == 6 + len(FACTS.objectives)
    assert {RectBox, PathBox} <= set(drawn)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(
    ("venue", "city", "place", "detail"),
    [
        ("Harborlight Hall", "Coral Gables", "Harborlight Hall", "Coral Gables"),
        ("Harborlight Hall", "", "Harborlight Hall", None),
        ("", "Coral Gables", "Coral Gables", None),
    ],
)
def test_where_it_was_held_is_said_as_far_as_it_is_known(
    printer: CertificatePrinter, design: str, venue: str, city: str, place: str, detail: str | None
) -> None:
    page = printer.page(replace(FACTS, template=design, venue=venue, city=city))
    said = {
        name: box.paragraphs[0].text
        for name, box in texts(page).items()
        if name.startswith("place")
    }
    expected = {"place label": "Place", "place": place, "place detail": detail}
    assert said == {name: words for name, words in expected.items() if words}


@pytest.mark.parametrize("design", DESIGNS)
def test_without_a_place_no_label_and_no_line_stands_there(
    printer: CertificatePrinter, design: str
) -> None:
    page = printer.page(replace(FACTS, template=design, venue="", city=""))
    groups = [box for box in page.boxes if isinstance(box, GroupBox)]
    names = [box.name for group in groups for box in group.boxes]
    assert not [name for name in names if name.startswith("place")]
    assert "line 1" not in names
    assert "line 2" in names


STATEMENT = (
    "Harborlight Family Counseling has been approved by NBCC as an Approved Continuing Education Provider, "
    "ACEP No. 9999. Programs that do not qualify for NBCC credit are clearly identified. Harborlight Family "
    "Counseling is solely responsible for all aspects of the programs. "
)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("letters", [40, 130, 270, 400])
def test_a_statement_of_approval_stands_whole_between_the_signer_and_the_frame(
    printer: CertificatePrinter, design: str, paper: Paper, letters: int
) -> None:
    statement = (STATEMENT * 2)[:letters].strip()
    facts = replace(
        FACTS,
        template=design,
        paper=paper,
        provider=replace(PROVIDER, statement=statement),
        signatory="Dr. Helena Okonkwo-Bright",
        signatory_credentials="PhD",
        seal="IMH1:0",
        credited=2.0,
    )
    page = printer.page(facts)
    limits = next(box for box in text_boxes(page) if box.name == "limits")
    lines = [line for part in limits.paragraphs for line in part.lines]
    said = " ".join(words(page).split())
    assert " ".join(f"{statement} {PROVIDER.name}, provider".split()) in said
    frame = 585 - (8.35 if paper == "a4" else 0)
    descent = 2.5
    assert lines[-1].baseline + descent <= frame - 3.5
    above = [box for box in text_boxes(page) if box.name in ("role", "offline")]
    assert len(above) == 2
    lowest = max(line.baseline for box in above for part in box.paragraphs for line in part.lines)
    assert lines[0].baseline - lowest >= 11


@pytest.mark.parametrize("design", DESIGNS)
def test_two_lines_of_what_the_hours_come_from_stand_clear_of_the_objectives(
    printer: CertificatePrinter, design: str
) -> None:
    basis = "120 clock minutes with 100 of instruction, 50 an hour"
    said = texts(printer.page(replace(FACTS, template=design, basis=basis, credited=2.0)))
    detail = next(box for name, box in said.items() if name.endswith("hours detail"))
    lines = [line for part in detail.paragraphs for line in part.lines]
    label = said["objectives label"].paragraphs[0].lines[0]
    assert len(lines) == 2
    assert label.baseline - lines[-1].baseline >= 16
