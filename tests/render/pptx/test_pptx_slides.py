"""What a facilitator finds when opening the exported deck in PowerPoint."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import validate_pptx
from PIL import Image

from imhtrainer.domain.errors import Cancelled, RenderError
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import (
    Box,
    Bullet,
    EllipseBox,
    GroupBox,
    Page,
    PathBox,
    PictureBox,
    RectBox,
    Span,
    TextBox,
    TextParagraph,
)
from imhtrainer.layout.pictures import Frame, place_picture
from imhtrainer.layout.qr import place_qr
from imhtrainer.render.pptx import write_pptx

Words = Callable[..., TextBox]
MakePage = Callable[..., Page]
Opened = Callable[..., Any]

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
<rect width="40" height="30" fill="#F2B84B"/></svg>"""


@pytest.fixture
def sunrise(tmp_path: Path) -> Path:
    path = tmp_path / "sunrise.svg"
    path.write_text(SVG)
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (64, 32), "#0F5C63").save(path)
    return path


def picture(path: Path, alt: str = "A rising sun", **fields: Any) -> PictureBox:
    return PictureBox(480, 110, 432, 324, str(path), alt, name="picture", role="picture", **fields)


def test_the_title_stands_in_the_title_placeholder(page: MakePage, opened: Opened) -> None:
    slide = opened(page(title="Two ties that grow together")).slides[0]
    assert slide.shapes.title.text_frame.text == "Two ties that grow together"


def test_text_source_and_number_stand_in_their_placeholders(
    page: MakePage, words: Words, opened: Opened
) -> None:
    made = page(
        words("Both ties matter.", "body"),
        words("Groh et al., 2014.", "source", y=498, h=18, size=14, lead=18),
        words("7", "number", x=868, y=498, w=36, h=18, size=14, lead=18),
        number=7,
    )
    slide = opened(made).slides[0]
    filled = {shape.placeholder_format.type.name: shape for shape in slide.placeholders}
    assert filled["SLIDE_NUMBER"].element.find(f".//{A}fld").get("type") == "slidenum"
    texts = {shape.name: shape.text_frame.text for shape in slide.placeholders}
    assert texts["body"] == "Both ties matter."
    assert texts["source"] == "Groh et al., 2014."


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        ("title", "Title"),
        ("section", "Section"),
        ("columns", "Two columns"),
        ("checkpoint", "Checkpoint"),
        ("points", "The five points"),
        ("something new", "Title only"),
    ],
)
def test_a_slide_uses_the_layout_of_its_name(
    page: MakePage, opened: Opened, layout: str, name: str
) -> None:
    assert opened(page(layout=layout)).slides[0].slide_layout.name == name


def test_no_placeholder_is_left_empty(page: MakePage, words: Words, opened: Opened) -> None:
    nothing = TextBox(56, 498, 640, 18, (), "source", "source")
    slide = opened(page(words("Words", "body"), nothing)).slides[0]
    assert [shape.name for shape in slide.placeholders] == ["title", "body"]


def test_an_answer_page_is_titled_by_its_answer(
    page: MakePage, words: Words, opened: Opened
) -> None:
    question = page(title="What does this show?", layout="checkpoint", slide_id="check-1")
    label = words("Checkpoint 1: the answer is B", "label", y=32, h=34)
    answer = page(label, title="What does this show?", layout="answer", slide_id="check-1")
    slides = opened(question, answer).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        "What does this show?",
        "Checkpoint 1: the answer is B",
    ]
    assert slides[1].shapes[0].text_frame.text == "Checkpoint 1: the answer is B"
    assert [slide.name for slide in slides] == ["check-1", "check-1-answer"]


def test_notes_keep_their_bold_leads_and_lists(page: MakePage, opened: Opened) -> None:
    notes = (
        TextParagraph((Span("Say. ", bold=True), Span("Welcome, everyone.")), 16),
        TextParagraph((Span("Name the exits"),), 16, bullet=Bullet("•", "ink")),
    )
    made = opened(page(notes=notes), page(title="No notes"))
    frame = made.slides[0].notes_slide.notes_text_frame
    assert [paragraph.text for paragraph in frame.paragraphs] == [
        "Say. Welcome, everyone.",
        "Name the exits",
    ]
    assert [run.font.bold for run in frame.paragraphs[0].runs] == [True, None]
    assert frame.paragraphs[1]._p.find(f".//{A}buChar") is not None
    assert not made.slides[1].has_notes_slide


def test_pictures_say_what_they_show_and_are_stored_once(
    page: MakePage, opened: Opened, written: Callable[..., bytes], sunrise: Path
) -> None:
    pages = page(picture(sunrise)), page(picture(sunrise, "The sun again"), title="Again")
    shown = [slide.shapes[1] for slide in opened(*pages).slides]
    assert [shape._element.nvPicPr.cNvPr.get("descr") for shape in shown] == [
        "A rising sun",
        "The sun again",
    ]
    names = ZipFile(BytesIO(written(*pages))).namelist()
    assert [name for name in names if "media" in name] == ["ppt/media/image1.png"]
    assert shown[0].image.size == (864, 648)


def test_a_simple_drawing_is_kept_as_svg_beside_its_raster(
    page: MakePage, opened: Opened, sunrise: Path
) -> None:
    drawn = place_picture(sunrise, Frame(480, 110, 432, 324), alt="A rising sun")
    slide = opened(page(drawn), page(drawn, title="Again")).slides[1]
    blip = slide.shapes[1]._element.find(f".//{A}blip")
    vector = slide.part.related_part(blip.find(".//{*}svgBlip").get(f"{R}embed"))
    assert vector.blob == sunrise.read_bytes()
    assert slide.shapes[1].image.content_type == "image/png"


def test_a_cropped_photo_keeps_its_file_and_its_crop(
    page: MakePage, opened: Opened, photo: Path
) -> None:
    shape = opened(page(picture(photo, crop=(0.25, 0, 0.25, 0)))).slides[0].shapes[1]
    assert shape.image.blob == photo.read_bytes()
    assert (shape.crop_left, shape.crop_right) == (0.25, 0.25)


def test_a_lost_picture_is_named(page: MakePage, written: Callable[..., bytes]) -> None:
    with pytest.raises(RenderError, match=r"lost\.png: the picture cannot be read"):
        written(page(picture(Path("lost.png"))))


@pytest.mark.parametrize("name", ["bad.png", "bad.svg", "bad.jpg"])
def test_a_damaged_picture_is_named(
    page: MakePage, written: Callable[..., bytes], tmp_path: Path, name: str
) -> None:
    damaged = tmp_path / name
    damaged.write_bytes(b"neither a photo nor a drawing")
    with pytest.raises(RenderError, match=f"{name}: the picture cannot be read"):
        written(page(picture(damaged)))


def test_a_photo_lying_on_its_side_is_set_upright(
    page: MakePage, opened: Opened, tmp_path: Path
) -> None:
    photo, sideways = Image.new("RGB", (64, 32), "#0F5C63"), Image.Exif()
    sideways[0x0112] = 6
    photo.save(tmp_path / "side.jpg", exif=sideways)
    shape = opened(page(picture(tmp_path / "side.jpg"))).slides[0].shapes[1]
    assert shape.image.size == (32, 64)


def test_ornaments_are_marked_as_decoration(page: MakePage, opened: Opened) -> None:
    curve = PathBox(
        (("M", (60, 60)), ("C", (70, 50, 90, 50, 99, 60))), stroke="sun", stroke_width=2
    )
    path = GroupBox((curve, EllipseBox(60, 60, 9, 9, "lagoon", name="done")), "sun-path")
    slide = opened(page(RectBox(0, 452, 960, 88, "sand", name="ground"), path)).slides[0]
    marks = {
        found.getparent().getparent().getparent().get("name")
        for found in slide.element.iter(
            "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
        )
    }
    assert marks == {"ground", "sun-path", "drawing", "done"}


def test_a_group_with_words_for_it_is_not_decoration(page: MakePage, opened: Opened) -> None:
    group = GroupBox((EllipseBox(60, 60, 9, 9, "sun"),), "path", "Two of five points are done")
    shape = opened(page(group)).slides[0].shapes[1]
    properties = shape._element.nvGrpSpPr.cNvPr
    assert properties.get("descr") == "Two of five points are done"
    assert len(properties) == 0


def test_colours_and_fonts_come_from_the_theme(
    page: MakePage, words: Words, written: Callable[..., bytes], kit: Kit
) -> None:
    made = page(
        words("Free", x=500, color="leaf"),
        RectBox(10, 10, 50, 50, "sun", "ink-soft", 2),
        RectBox(70, 10, 50, 50, "#123456"),
        ground="lagoon",
    )
    archive = ZipFile(BytesIO(written(made)))
    slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
    slots = [found.get("val") for found in slide.iter(f"{A}schemeClr")]
    assert {"tx2", "accent3", "accent4", "accent6"} <= set(slots)
    assert [found.get("val") for found in slide.iter(f"{A}srgbClr")] == ["123456"]
    assert {found.get("typeface") for found in slide.iter(f"{A}latin")} <= {"+mj-lt", "+mn-lt"}
    theme = archive.read("ppt/theme/theme1.xml").decode()
    assert '<a:majorFont><a:latin typeface="Georgia"/>' in theme
    assert '<a:minorFont><a:latin typeface="Calibri"/>' in theme
    assert f'<a:accent3><a:srgbClr val="{kit.theme.light["sun"].lstrip("#")}"/>' in theme


def test_text_that_looks_like_its_placeholder_says_nothing_of_its_own(
    page: MakePage, words: Words, opened: Opened
) -> None:
    listed = words("Notice the cue", "body", indent=28, bullet=Bullet("•", "coral"))
    paragraph = opened(page(listed)).slides[0].placeholders[1].text_frame.paragraphs[0]
    assert paragraph.font.size is None
    assert dict(paragraph.runs[0]._r.rPr.attrib) == {"lang": "en-US", "dirty": "0"}
    assert paragraph._p.find(f"{A}pPr/{A}buChar") is None


def test_a_list_set_apart_has_bullets_of_its_own(
    page: MakePage, words: Words, opened: Opened
) -> None:
    dotted = words("One\n\nTwo", x=500, indent=28, bullet=Bullet("•", "coral"))
    numbered = words("One\n\nTwo", indent=50, bullet=Bullet("1.", "ink"))
    disc = GroupBox(
        (EllipseBox(56, 130, 36, 36, "sun", name="bullet-disc"), words("1", name="bullet-digit")),
        "bullet-words-1",
    )
    dot = EllipseBox(500, 130, 10, 10, "coral", name="bullet-words-1")
    slide = opened(page(dotted, dot, numbered, disc)).slides[0]
    assert [shape.name for shape in slide.shapes] == ["bullet-disc", "title", "words", "words 2"]
    assert len(list(slide.element.iter(f"{A}buChar"))) == 2
    assert len(list(slide.element.iter(f"{A}buAutoNum"))) == 2


def test_links_lead_to_the_web_and_to_slides(page: MakePage, words: Words, opened: Opened) -> None:
    links = [
        words("Web", link="https://www.zerotothree.org/?a=1&b=2"),
        words("Slide", x=500, link="#second"),
        words("Nowhere", y=300, link="file:///etc/passwd"),
    ]
    made = opened(page(*links, slide_id="first"), page(title="Second", slide_id="second"))
    web, jump, nowhere = list(made.slides[0].shapes)[1:4]
    assert (
        web.text_frame.paragraphs[0].runs[0].hyperlink.address
        == links[0].paragraphs[0].spans[0].link
    )
    click = jump._element.find(f".//{A}hlinkClick")
    assert click.get("action") == "ppaction://hlinksldjump"
    assert nowhere._element.find(f".//{A}hlinkClick") is None


def test_shape_ids_and_names_are_unique(page: MakePage, words: Words, opened: Opened) -> None:
    boxes: list[Box] = [RectBox(n, n, 9, 9, "sun", name="card") for n in range(4)]
    boxes += [
        GroupBox((EllipseBox(0, 0, 5, 5, "sun", name="card"),), "card"),
        words("Text", "body"),
    ]
    slide = opened(page(*boxes)).slides[0]
    known = [(found.get("id"), found.get("name")) for found in slide.element.iter(f"{P}cNvPr")][1:]
    assert len({number for number, _ in known}) == len(known) == 8
    assert len({name for _, name in known}) == len(known)


def test_a_qr_symbol_is_one_shape_that_says_what_it_holds(page: MakePage, opened: Opened) -> None:
    symbol = place_qr("http://192.168.1.20:8080", 720, 72, 208)
    shape = opened(page(symbol)).slides[0].shapes[1]
    assert shape._element.nvSpPr.cNvPr.get("descr") == "QR code: http://192.168.1.20:8080"
    assert len(list(shape._element.iter(f"{A}moveTo"))) == len(symbol.modules)


def test_the_file_says_what_it_is(page: MakePage, opened: Opened) -> None:
    meta = DocumentMeta(
        "It starts on day 1", "Maya", "Infant mental health", "en", ("babies", "trust")
    )
    properties = opened(page(), meta=meta).core_properties
    assert (properties.title, properties.author) == ("It starts on day 1", "Maya")
    assert (properties.language, properties.keywords) == ("en", "babies, trust")


def test_the_same_pages_give_the_same_bytes(
    page: MakePage, words: Words, written: Callable[..., bytes], sunrise: Path
) -> None:
    pages = page(words("Words", "body"), picture(sunrise)), page(title="Next", slide_id="x")
    assert written(*pages) == written(*pages)


def test_letters_that_xml_forbids_do_no_harm(page: MakePage, words: Words, opened: Opened) -> None:
    slide = opened(page(words("<b>&\x0b\x00 “x”", "body"))).slides[0]
    assert slide.placeholders[1].text_frame.text == "<b>& “x”"


def test_stopping_leaves_nothing_behind(page: MakePage, kit: Kit, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled(f"stopped after {done} of {total}")

    out = tmp_path / "deck.pptx"
    with pytest.raises(Cancelled, match="1 of 2"):
        write_pptx([page(), page()], out, DocumentMeta("x"), kit.theme, stop)
    assert not out.exists()


def test_the_validator_finds_nothing(
    page: MakePage, words: Words, written: Callable[..., bytes], sunrise: Path, tmp_path: Path
) -> None:
    notes = (TextParagraph((Span("Say. ", bold=True), Span("Hello\nall")), 16),)
    pages = [
        page(words("One\ntwo", "body"), picture(sunrise), layout="picture", notes=notes),
        page(words("محمد عبد الرحمن", "body"), layout="text", lang="ar", slide_id="b"),
        page(words("Jump", link="#b"), RectBox(1, 2, 30, 40, "surface", "leaf", 3, 12)),
        page(PathBox((("M", (9, 9)), ("L", (90, 9))), stroke="coral", stroke_width=9, arrow=True)),
    ]
    out = tmp_path / "deck.pptx"
    out.write_bytes(written(*pages))
    result = validate_pptx(out)
    assert [str(error) for error in result.errors] == []
