"""PDF files: what poppler, pypdf and a reader's eyes find in them."""

import io
import subprocess
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from fontTools import fontBuilder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import GroupBox, Page, PictureBox, RectBox, TextBox
from imhtrainer.render.pdf import write_pdf

META = DocumentMeta("Serve & return", "Ann Lee", "Infants", "en-US", ("baby", "calm"))

SetText = Callable[..., TextBox]
MakePage = Callable[..., Page]


def written(*pages: Page, meta: DocumentMeta = META) -> bytes:
    out = io.BytesIO()
    write_pdf(pages, out, meta)
    return out.getvalue()


def copied(data: bytes, tmp_path: Path) -> list[str]:
    """What pdftotext gives back page by page, without direction marks."""
    file = tmp_path / "copied.pdf"
    file.write_bytes(data)
    found = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True
    )
    return [plain(page) for page in found.stdout.decode().split("\f")]


def plain(text: str) -> str:
    kept = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", kept).strip()


NAMES = (
    "José Müller-Łukasiewicz",
    "Nguyễn Thị Ánh Tuyết",
    "Şükrü Ğ. Žižka O’Brien",
    "محمد عبد الرحمن",
    "علاء الدين",
    "مُحَمَّد سَلَام",
    "שָׂרָה לֵוִי",
    "श्रीकृष्ण त्रिपाठी",
    "ঋত্বিক চট্টোপাধ্যায়",
    "สมชาย น้ำใจดี",
    "አበበ ብርሃኑ",
    "王小明",
    "田中さくら",
    "김민준",
    "王小明・田中さくら・김민준",
    "Dr محمد PhD",
    "Anna (سارة) Müller",
    "Sara שרה Levi, RN",
    "தமிழ்ச்செல்வி",
    "Ελένη Παπαδοπούλου",
    "Олександра Шевченко",
    "Գոռ Հակոբյան",
    "გიორგი ბერიძე",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_on_a_certificate_is_copied_as_it_was_typed(
    name: str, text_box: SetText, make_page: MakePage, tmp_path: Path
) -> None:
    page = make_page(
        text_box(60, 100, 840, 40, "This records that"),
        text_box(60, 200, 840, 60, name, family="head", size=36),
        text_box(60, 300, 840, 40, "completed the in-person training"),
    )
    assert plain(name) in copied(written(page), tmp_path)[0].split("\n")


def test_a_letter_that_no_font_has_is_drawn_as_a_box_and_still_copied(
    text_box: SetText, make_page: MakePage, tmp_path: Path
) -> None:
    data = written(make_page(text_box(60, 100, 840, 40, "Zoë 😀 Smith")))
    assert copied(data, tmp_path)[0] == "Zoë 😀 Smith"


@given(st.text(max_size=20))
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
def test_any_text_at_all_can_be_written(text_box: SetText, make_page: MakePage, text: str) -> None:
    page = make_page(text_box(60, 100, 840, 40, text), title=text)
    assert len(pypdf.PdfReader(io.BytesIO(written(page))).pages) == 1


def test_the_same_pages_give_the_same_bytes(text_page: Page, shape_page: Page) -> None:
    assert written(text_page, shape_page) == written(text_page, shape_page)


def test_the_hour_of_printing_changes_no_byte(
    text_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(text_page)
    monkeypatch.setattr(fontBuilder, "timestampNow", lambda: 4_000_000_000)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert written(text_page) == first


def test_every_font_is_embedded(text_page: Page, name_pages: list[Page], tmp_path: Path) -> None:
    file = tmp_path / "fonts.pdf"
    file.write_bytes(written(text_page, *name_pages))
    listed = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True)
    rows = listed.stdout.splitlines()[2:]
    assert rows
    assert all("CID TrueType" in row and "yes yes yes" in row for row in rows)


def test_the_file_says_what_it_is(text_page: Page) -> None:
    reader = pypdf.PdfReader(io.BytesIO(written(text_page)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Serve & return"
    assert reader.metadata.author == "Ann Lee"
    assert reader.metadata.subject == "Infants"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Serve & return"}
    assert reader.xmp_metadata.dc_creator == ["Ann Lee"]
    assert str(reader.root_object["/Lang"]) == "en-US"


def test_every_page_has_its_bookmark(text_page: Page, name_pages: list[Page]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(written(text_page, *name_pages)))
    titles = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert titles == [page.title for page in (text_page, *name_pages)]


def test_a_link_can_be_clicked_where_its_words_stand(text_page: Page) -> None:
    page = pypdf.PdfReader(io.BytesIO(written(text_page))).pages[0]
    assert page.annotations is not None
    (link,) = [annotation.get_object() for annotation in page.annotations]
    assert link["/A"]["/URI"] == "https://example.org/help"
    left, bottom, right, top = (float(number) for number in link["/Rect"])
    assert 199 < left < right < 300
    assert 540 - 440 < bottom < top < 540 - 400


def test_a_static_group_is_written_once(text_box: SetText, make_page: MakePage) -> None:
    ground = GroupBox(
        (RectBox(30, 30, 900, 480, "sand"), text_box(60, 60, 400, 40, "Same")), "static"
    )
    pages = [make_page(ground, text_box(60, 200, 400, 40, f"Number {n}")) for n in range(3)]
    data = written(*pages)
    assert (
        data.count(b"/Subtype /Form") == 2
    )  # the ornament, and the words with a mark of their own
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        contents = page.get_contents()
        assert contents is not None
        assert [contents.get_data().count(b"/S%d Do" % number) for number in (0, 1)] == [1, 1]


def test_a_picture_with_see_through_parts_keeps_them(make_page: MakePage, tmp_path: Path) -> None:
    path = tmp_path / "signature.png"
    Image.new("RGBA", (30, 10), (0, 0, 0, 0)).save(path)
    page = make_page(PictureBox(10, 10, 300, 100, str(path), "Signature"))
    assert b"/SMask" in written(page)


def test_a_picture_that_pages_share_is_on_each(make_page: MakePage, tmp_path: Path) -> None:
    path, file = tmp_path / "logo.png", tmp_path / "shared.pdf"
    Image.new("RGB", (30, 10), (200, 0, 0)).save(path)
    shared = GroupBox((PictureBox(0, 0, 960, 540, str(path), "Logo"),), "static")
    file.write_bytes(written(make_page(shared), make_page(shared)))
    subprocess.run(["pdftoppm", "-r", "20", "-png", str(file), str(tmp_path / "p")], check=True)
    for number in (1, 2):
        with Image.open(tmp_path / f"p-{number}.png") as shown:
            assert shown.convert("RGB").getpixel((shown.width // 2, shown.height // 2)) == (
                200,
                0,
                0,
            )


def test_a_photograph_is_kept_as_it_was_taken(make_page: MakePage, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    Image.effect_noise((200, 100), 40).convert("RGB").save(path, quality=80)
    page = make_page(PictureBox(10, 10, 300, 150, str(path), "A photo"))
    assert path.read_bytes() in written(page)


def test_a_picture_lost_since_the_layout_is_named(make_page: MakePage, tmp_path: Path) -> None:
    page = make_page(PictureBox(10, 10, 300, 100, str(tmp_path / "gone.png"), "Gone"))
    with pytest.raises(RenderError, match=r"gone\.png"):
        written(page)


def test_no_page_makes_no_file() -> None:
    with pytest.raises(RenderError, match="no page"):
        write_pdf([], io.BytesIO(), META)


def test_progress_counts_the_pages_and_may_stop_the_work(name_pages: list[Page]) -> None:
    seen: list[tuple[int, int]] = []

    def stop_at_three(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_pdf(name_pages, io.BytesIO(), META, stop_at_three)
    assert seen == [(1, len(name_pages)), (2, len(name_pages)), (3, len(name_pages))]


def test_pages_may_come_one_by_one(name_pages: list[Page]) -> None:
    out = io.BytesIO()
    write_pdf(iter(name_pages), out, META)
    assert len(pypdf.PdfReader(out).pages) == len(name_pages)


def test_words_stand_where_they_were_measured(
    fonts: FontLibrary, text_box: SetText, make_page: MakePage, tmp_path: Path
) -> None:
    box = text_box(56, 124, 848, 80, "Mismatches are ordinary.")
    file = tmp_path / "words.pdf"
    file.write_bytes(written(make_page(box)))
    found = subprocess.run(
        ["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True, text=True
    )
    lefts = [
        float(row.split('xMin="')[1].split('"')[0])
        for row in found.stdout.splitlines()
        if "<word" in row
    ]
    run = box.paragraphs[0].lines[0].runs[0]
    places = [run.x + sum(run.advances[:i]) for i in (0, 11, 15)]
    assert lefts == pytest.approx(places, abs=0.05)


def test_a_jump_leads_to_its_slide_and_one_to_nowhere_is_no_link(
    text_box: SetText, make_page: MakePage
) -> None:
    here = make_page(
        text_box(60, 60, 400, 40, "to the end", link="#there"),
        text_box(60, 160, 400, 40, "to nothing", link="#nowhere"),
    )
    there = replace(make_page(), slide_id="there")
    reader = pypdf.PdfReader(io.BytesIO(written(here, there)))
    assert reader.pages[0].annotations is not None
    (link,) = [annotation.get_object() for annotation in reader.pages[0].annotations]
    assert link["/Dest"][0].get_object() == reader.pages[1].get_object()
    assert reader.pages[1].annotations is None
