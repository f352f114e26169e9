"""A certificate says what happened, in everybody's own name, and claims nothing more."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import bidi
import numpy as np
import pytest
import zxingcpp

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.documents.certificate.facts import LIMITS, qr_text
from imhtrainer.domain.award import Provider
from imhtrainer.domain.certificate import Certificate, Paper, make_serial
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.page import GroupBox, Page, PictureBox, QrBox, TextBox

OBJECTIVES = (
    "Define infant mental health",
    "Tell engagement from disengagement cues",
    "Describe one repair after a missed cue",
    "Choose a safe response to crying that will not stop",
    "Name two places to find help",
    "Commit to one action for the coming week",
)
FACTS = Certificate(
    serial=make_serial(2026, 114),
    attendee="1",
    name="Ana Lucía Fuentes Marrero",
    training="Infant Mental Health – It Starts on Day 1",
    held_on="2026-11-21",
    minutes=75,
    issued=datetime(2026, 11, 21, 16, 30, tzinfo=UTC),
    times="10:00 to 11:15 AM",
    venue="Alhambra Family Center",
    city="Coral Gables, Florida",
    objectives=OBJECTIVES,
    facilitator="Marisol Herrera-Quintana",
    credentials="LMHC",
    organisation="Harborlight Family Counseling",
    address="100 Sample Avenue, Coral Gables, Florida 33134",
)
LONG_NAME = "Rosa María de los Ángeles Villavicencio Echeverría"
WORLD_NAMES = (
    "José Müller-Łukasiewicz",
    "Nguyễn Thị Ánh Tuyết",
    "محمد عبد الرحمن",
    "שָׂרָה לֵוִי",
    "श्रीकृष्ण त्रिपाठी",
    "ঋত্বিক চট্টোপাধ্যায়",
    "สมชาย น้ำใจดี",
    "አበበ ብርሃኑ",
    "王小明",
    "田中さくら",
    "김민준",
    "Dr محمد PhD",
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def printer(kit: Kit) -> CertificatePrinter:
    return CertificatePrinter(kit, no_picture)


def no_picture(name: str) -> Path:
    raise AssertionError(name)


def text_boxes(page: Page) -> list[TextBox]:
    inside = [box for group in page.boxes if isinstance(group, GroupBox) for box in group.boxes]
    return [box for box in (*inside, *page.boxes) if isinstance(box, TextBox)]


def texts(page: Page) -> dict[str, TextBox]:
    return {box.name: box for box in text_boxes(page)}


def words(page: Page) -> str:
    return "\n".join(p.text for box in text_boxes(page) for p in box.paragraphs)


def test_the_printed_facts_are_all_there(printer: CertificatePrinter) -> None:
    said = words(printer.page(FACTS))
    for fact in (
        "Ana Lucía Fuentes Marrero",
        "Infant Mental Health – It Starts on Day 1",
        "November 21, 2026",
        "10:00 to 11:15 AM",
        "Alhambra Family Center",
        "Coral Gables, Florida",
        "1.25 hours",
        "75 minutes of instruction ÷ 60",
        "Marisol Herrera-Quintana, LMHC",
        "Harborlight Family Counseling",
        FACTS.serial,
        *OBJECTIVES,
    ):
        assert fact in said


def test_it_claims_completion_and_nothing_more(printer: CertificatePrinter) -> None:
    said = words(printer.page(FACTS))
    assert LIMITS in said
    assert "CEU" not in said
    assert "certifies" not in said


def test_a_rehearsal_can_not_be_taken_for_a_certificate(printer: CertificatePrinter) -> None:
    said = words(printer.page(replace(FACTS, rehearsal=True)))
    assert "Rehearsal, not a certificate" in said
    assert "Certificate of completion" not in said
    assert "no completion" in said


def test_a_common_name_stands_on_one_line_in_full_size(printer: CertificatePrinter) -> None:
    report = printer.report(FACTS.name, FACTS)
    assert (report.lines, report.size, report.as_it_is) == (1, 36.0, True)


def test_a_long_name_takes_two_smaller_lines(printer: CertificatePrinter) -> None:
    report = printer.report(LONG_NAME, FACTS)
    assert (report.lines, report.size) == (2, 27.0)
    assert report.printable
    assert not report.as_it_is


def test_a_longer_name_shrinks_to_the_floor_and_no_further(printer: CertificatePrinter) -> None:
    name = "Maria Antonia Fernandez de la Cruz Villavicencio Echeverria-Montenegro Okonkwo"
    assert 24.0 <= printer.report(name, FACTS).size < 27.0
    assert not printer.report(name * 3, FACTS).fits


def test_a_name_that_does_not_fit_is_reported_and_not_printed(printer: CertificatePrinter) -> None:
    with pytest.raises(CertificateError, match="longer than two lines"):
        printer.page(replace(FACTS, name=" ".join([LONG_NAME] * 4)))


def test_a_letter_no_font_has_is_reported_and_not_printed(printer: CertificatePrinter) -> None:
    name = "Zoë 😀 Smith"
    assert printer.report(name, FACTS).missing == ("😀",)
    with pytest.raises(CertificateError, match="😀"):
        printer.page(replace(FACTS, name=name))


@pytest.mark.parametrize("name", WORLD_NAMES)
def test_names_of_the_world_have_all_their_letters(printer: CertificatePrinter, name: str) -> None:
    assert printer.report(name, FACTS).printable
    assert texts(printer.page(replace(FACTS, name=name)))["name"].paragraphs[0].text == name


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_nothing_leaves_the_frame(printer: CertificatePrinter, paper: Paper) -> None:
    page = printer.page(replace(FACTS, paper=paper))
    for box in text_boxes(page):
        assert box.x >= 27
        assert box.x + box.w <= page.width - 27
        assert box.y >= 27
        assert box.y + box.h <= page.height - 18


def test_the_qr_symbol_gives_the_printed_facts_back(printer: CertificatePrinter) -> None:
    page = printer.page(FACTS)
    symbol = next(box for box in page.boxes if isinstance(box, QrBox))
    assert symbol.w == 85
    read = zxingcpp.read_barcode(painted(symbol))
    assert read is not None
    assert read.text == qr_text(FACTS)
    assert FACTS.serial in read.text
    assert FACTS.name in read.text


def painted(symbol: QrBox, scale: int = 6) -> "np.ndarray[tuple[int, int], np.dtype[np.uint8]]":
    side = int((symbol.w + 40) * scale)
    picture = np.full((side, side), 255, dtype=np.uint8)
    for x, y, w, h in symbol.modules:
        left, top = (x - symbol.x + 20) * scale, (y - symbol.y + 20) * scale
        picture[round(top) : round(top + h * scale), round(left) : round(left + w * scale)] = 0
    return picture


def test_what_people_share_is_composed_once(printer: CertificatePrinter) -> None:
    first = printer.page(FACTS).boxes[0]
    second = printer.page(replace(FACTS, name="Devonte Williams", serial="x")).boxes[0]
    assert first is second


def test_a_long_training_title_moves_the_facts_down(printer: CertificatePrinter) -> None:
    title = "Infant Mental Health – It Starts on Day 1, for home visitors and child-care teams"
    moved = texts(printer.page(replace(FACTS, training=title)))["date"]
    assert moved.y == texts(printer.page(FACTS))["date"].y + 19


def test_an_objective_too_long_for_its_line_says_where_to_mend_it(
    printer: CertificatePrinter,
) -> None:
    with pytest.raises(CertificateError, match=r"deck\.md"):
        printer.page(replace(FACTS, objectives=("word " * 30,)))


def test_pictures_stand_in_their_places(kit: Kit, tmp_path: Path) -> None:
    drawing = tmp_path / "logo.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>',
        encoding="utf-8",
    )
    page = CertificatePrinter(kit, lambda name: tmp_path / name).page(
        replace(FACTS, logo="logo.svg", signature="logo.svg")
    )
    places = {
        box.name: (box.x, box.y, box.w, box.h)
        for group in page.boxes
        if isinstance(group, GroupBox)
        for box in group.boxes
        if isinstance(box, PictureBox)
    }
    assert places == {"logo": (689, 50, 48, 48), "signature": (212, 466, 48, 48)}


@pytest.mark.parametrize("name", ["مريم السيد", "שָׂרָה לֵוִי", "مريم السيد " * 3 + "الطويلة الاسم جدا"])
def test_a_name_read_from_the_right_stands_at_the_column_like_the_rest(
    printer: CertificatePrinter, name: str
) -> None:
    box = texts(printer.page(replace(FACTS, name=name)))["name"]
    lines = [line for p in box.paragraphs for line in p.lines]
    assert min(line.x for line in lines) == pytest.approx(212, abs=1)
    assert max(line.x + line.width for line in lines) <= 212 + box.w + 1


PROVIDER = Provider(
    "Harborlight Family Counseling",
    "50-12345",
    "100 Sample Avenue, Coral Gables",
    "Approved by the Florida Board of Clinical Social Work for continuing education.",
    "2026-01-01",
    "2026-12-31",
)


def test_a_provider_is_printed_in_its_own_words_with_its_number(
    printer: CertificatePrinter,
) -> None:
    said = words(printer.page(replace(FACTS, provider=PROVIDER, ceu=0.1)))
    assert PROVIDER.statement in said
    assert "provider 50-12345, 100 Sample Avenue" in said
    assert "1.25 hours, 0.1 CEU" in said
    assert LIMITS not in said


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_all_optional_facts_together_have_room(printer: CertificatePrinter, paper: Paper) -> None:
    full = replace(
        FACTS,
        paper=paper,
        provider=PROVIDER,
        number="20-1234567",
        license="MH 12345",
        profession="Mental health counselor",
        delivery="online",
        signatory="Dr. Helena Okonkwo-Bright",
        signatory_credentials="PhD",
        basis="120 clock minutes with 100 of instruction, 50 an hour",
        credited=2.0,
        seal="IMH1:0",
    )
    said = words(printer.page(full))
    for fact in (
        "completed the online training 20-1234567",
        "Mental health counselor, license MH 12345",
        "Dr. Helena Okonkwo-Bright, PhD",
        "Facilitator: Marisol Herrera-Quintana, LMHC",
        "120 clock minutes with 100 of instruction",
    ):
        assert fact in said
    page = printer.page(full)
    assert all(box.y + box.h <= page.height - 18 for box in text_boxes(page))


MORE_SCRIPTS = {
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Ольга Ковальчук",
    "Armenian": "Անահիտ Պետրոսյան",
    "Georgian": "ნინო ბერიძე",
    "Gujarati": "પ્રિયા પટેલ",
    "Gurmukhi": "ਹਰਪ੍ਰੀਤ ਕੌਰ",
    "Tamil": "கிருஷ்ணன் ஸ்ரீநிவாசன்",
    "Telugu": "శ్రీనివాస్ రెడ్డి",
    "Kannada": "ಶ್ರೀನಿವಾಸ ಮೂರ್ತಿ",
    "Malayalam": "ലക്ഷ്മി നായർ",
    "Sinhala": "ශ්‍රීමතී පෙරේරා",
    "Khmer": "សុខា ច័ន្ទ",
    "Lao": "ສົມພອນ ວົງສາ",
    "Myanmar": "အောင်ဆန်း မြင့်",
    "Odia": "ପ୍ରିୟଙ୍କା ଦାସ",
}


@pytest.mark.parametrize("script", MORE_SCRIPTS)
def test_more_scripts_have_all_their_letters_in_the_type_of_the_others(
    printer: CertificatePrinter, script: str
) -> None:
    name = MORE_SCRIPTS[script]
    report = printer.report(name, FACTS)
    assert (report.missing, report.lines, report.printable) == ((), 1, True)
    box = texts(printer.page(replace(FACTS, name=name)))["name"]
    runs = [run for p in box.paragraphs for line in p.lines for run in line.runs]
    assert all(0 not in run.glyphs for run in runs)


@pytest.mark.parametrize(
    "name", ["محمد (2) Smith", "Smith (محمد 12)", "דוד [3] כהן", "דוד 34 Cohen"]
)
def test_mixed_directions_stand_as_the_bidirectional_algorithm_has_them(
    printer: CertificatePrinter, name: str
) -> None:
    line = texts(printer.page(replace(FACTS, name=name)))["name"].paragraphs[0].lines[0]
    drawn = ""
    for run in sorted(line.runs, key=lambda run: run.x):
        drawn += "".join(reversed(run.text)) if run.right_to_left else run.text
    mirrored = str.maketrans("()[]", ")(][")
    letters = bidi.get_display(name)
    assert drawn in (letters, letters.translate(mirrored)) or sorted(drawn) == sorted(letters)
    assert [c for c in drawn if c.isalnum()] == [c for c in letters if c.isalnum()]
