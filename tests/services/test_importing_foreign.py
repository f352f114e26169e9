"""Any PowerPoint file becomes a training, with a word on what was left out; a hostile one becomes nothing."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Column, ListBlock, Paragraph, Picture, Run, Table
from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.checking import check_deck
from imhtrainer.services.importing import import_training

Change = Callable[[str, bytes], Iterator[tuple[str, bytes]]]
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000) + "EncryptedPackage".encode("utf-16-le")


def picture() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "blue").save(out, "PNG")
    out.seek(0)
    return out


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a bit of everything."""
    made: Any = Presentation()
    layouts = made.slide_layouts
    made.core_properties.title = "Safe sleep at home"

    def add(layout: int, title: str) -> Any:
        slide = made.slides.add_slide(layouts[layout])
        slide.shapes.title.text = title
        return slide

    first = add(0, "Safe sleep")
    first.placeholders[1].text = "For parents"
    first.notes_slide.notes_text_frame.text = "Welcome all.\nAsk: who is here?"
    frame = add(1, "On the back").placeholders[1].text_frame
    frame.text = "A firm, flat bed"
    frame.paragraphs[0].add_run().text = " of its own"
    frame.paragraphs[0].runs[1].font.bold = True
    deeper = frame.add_paragraph()
    deeper.text, deeper.level = "# no smoke", 1
    add(2, "Questions").placeholders[1].text = "Time to ask"
    columns = add(3, "Do and don’t")
    columns.placeholders[1].text, columns.placeholders[2].text = "Back\nFlat", "Belly\nSofa"
    table = add(5, "By month").shapes.add_table(2, 2, 0, Inches(2), Inches(6), Inches(2)).table
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"r{row}|c{column}"
    chart: Any = cast(Any, CategoryChartData)()
    chart.categories = ["a", "b"]
    chart.add_series("x", (1, 2))
    kind, size = XL_CHART_TYPE.COLUMN_CLUSTERED, (0, 0, Inches(4), Inches(3))
    add(5, "A chart").shapes.add_chart(kind, *size, chart)
    shown = add(5, "A cot")
    shown.shapes.add_picture(picture(), Inches(1), Inches(2))
    shown.shapes.add_textbox(Inches(5), Inches(2), Inches(3), Inches(1)).text_frame.text = "Bare."
    out = tmp_path_factory.mktemp("foreign") / "sleep.pptx"
    made.save(str(out))
    return out


def test_every_slide_comes_on_the_nearest_layout(foreign: Path, tmp_path: Path) -> None:
    import_training(foreign, tmp_path / "new")
    deck = read_deck(tmp_path / "new")
    assert (deck.title, deck.subtitle, deck.lang) == ("Safe sleep at home", "For parents", "en")
    assert [(slide.id, slide.layout) for slide in deck.slides] == [
        ("safe-sleep", "title"),
        ("on-the-back", "text"),
        ("questions", "section"),
        ("do-and-don-t", "columns"),
        ("by-month", "table"),
        ("a-chart", "section"),
        ("a-cot", "picture"),
    ]
    assert [section.title for section in deck.sections] == ["Safe sleep", "Questions"]


def test_words_lists_tables_pictures_and_notes_come_along(foreign: Path, tmp_path: Path) -> None:
    import_training(foreign, tmp_path / "new")
    title, listed, section, columns, table, _, cot = read_deck(tmp_path / "new").slides
    assert [
        plain for note in title.notes if isinstance(note, Paragraph) for plain in note.text
    ] == [
        Run("Welcome all."),
        Run("Ask: who is here?"),
    ]
    assert isinstance(listed.blocks[0], ListBlock)
    assert listed.blocks[0].items == (
        (Run("A firm, flat bed "), Run("of its own", bold=True)),
        (Run("# no smoke"),),
    )
    assert isinstance(section.blocks[0], Paragraph)
    assert [type(block) for block in columns.blocks] == [Column, Column]
    assert isinstance(table.blocks[0], Table)
    assert table.blocks[0].rows == (((Run("r1|c0"),), (Run("r1|c1"),)),)
    assert isinstance(cot.blocks[1], Picture)
    copied = tmp_path / "new" / cot.blocks[1].path
    assert copied.read_bytes() == picture().getvalue()


def test_what_was_left_out_is_told_slide_by_slide(foreign: Path, tmp_path: Path) -> None:
    assert import_training(foreign, tmp_path / "new") == (
        "Slide 2: points below points became points of their own.",
        "Slide 6: a chart was left out.",
        "Slide 7: images/slide-7-picture.png needs alt text: write what it shows in ![...].",
    )


def test_the_check_asks_for_alt_text_where_a_program_wrote_a_file_name(
    foreign: Path, tmp_path: Path
) -> None:
    import_training(foreign, tmp_path / "new")
    found = [str(problem) for problem in check_deck(tmp_path / "new", load_kit())]
    assert any("“images/slide-7-picture.png” has no alt text" in problem for problem in found)


def variant(source: Path, out: Path, change: Change) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            for changed, content in change(name, old.read(name)):
                new.writestr(changed, content)
    return out


def bomb(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if name == "ppt/presentation.xml":
        yield "ppt/media/bomb.png", bytes(30 * 1024 * 1024)


def entities(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    doctype = b'?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'
    yield name, content.replace(b"?>", doctype, 1) if name.endswith("slide1.xml") else content


def wide_entities(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    if name.endswith("slide1.xml"):
        head = '<?xml version="1.0" encoding="UTF-16"?>'
        head += '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        content = (head + content.decode().split("?>", 1)[1]).encode("utf-16")
    yield name, content


def entities_by_another_name(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The first slide with entities as ``slide1.bin``; what leads to it still calls it a slide."""
    for _, changed in entities(name, content):
        yield (
            name.replace("slide1.xml", "slide1.bin"),
            changed.replace(b"slide1.xml", b"slide1.bin"),
        )


def seven_bit_entities(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A document type whose letters no search for bytes finds: UTF-7 writes its bracket as ``+ADw-``."""
    if name.endswith("slide1.xml"):
        body = content.decode().split("?>", 1)[1]
        doctype = '<!DOCTYPE x [<!ENTITY a "aa">]>'
        content = b'<?xml version="1.0" encoding="UTF-7"?>' + f"{doctype}{body}".encode("utf-7")
        content = content.replace(b"<!DOCTYPE", b"+ADw-!DOCTYPE")
    yield name, content


def half_a_slide(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content[: len(content) // 2] if name == "ppt/slides/slide2.xml" else content


def no_slide_2(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    if name != "ppt/slides/slide2.xml":
        yield name, content


def layout_outside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content.replace(b"../slideLayouts/slideLayout2.xml", b"../../../../etc/passwd")


def no_slides(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    start, end = content.find(b"<p:sldIdLst>"), content.find(b"</p:sldIdLst>")
    yield name, content[:start] + content[end + 13 :] if start >= 0 else content


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (bomb, "unpack to far more"),
        (entities, "declares entities"),
        (wide_entities, "declares entities"),
        (entities_by_another_name, r"slide1\.bin declares entities"),
        (seven_bit_entities, "declares entities"),
        (half_a_slide, "cannot be read"),
        (no_slide_2, "cannot be read"),
        (layout_outside, "cannot be read"),
        (no_slides, "no slide"),
    ],
)
def test_a_hostile_or_damaged_file_is_one_sentence_and_writes_nothing(
    change: Change, told: str, foreign: Path, tmp_path: Path
) -> None:
    file = variant(foreign, tmp_path / "hostile.pptx", change)
    with pytest.raises(RenderError, match=told):
        import_training(file, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("content", [OLE, b"", b"hello"], ids=["locked or .ppt", "empty", "text"])
def test_what_is_no_package_is_one_sentence_too(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "locked.pptx"
    file.write_bytes(content)
    with pytest.raises(RenderError, match="without a password"):
        import_training(file, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_no_name_in_a_file_becomes_a_path_and_nothing_outside_is_read(
    foreign: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(picture().getvalue())
    link = '<Relationship Id="rId99" TargetMode="External" Type="http://schemas.openxmlformats.org/'
    link += f'officeDocument/2006/relationships/image" Target="{secret.as_uri()}"/>'

    def outside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
        if name.startswith("ppt/slides/_rels"):
            content = content.replace(b"</Relationships>", link.encode() + b"</Relationships>")
        if name == "ppt/slides/slide7.xml":
            content = content.replace(b'r:embed="rId2"', b'r:embed="rId99"')
        yield name, content
        if name == "ppt/presentation.xml":
            yield "../../escaped.txt", b"x"

    file = variant(foreign, tmp_path / "outside.pptx", outside)
    remarks = import_training(file, tmp_path / "in" / "new")
    assert "Slide 7: a picture that lies outside the file was left out." in remarks
    assert sorted(p.name for p in (tmp_path / "in").rglob("*")) == [
        "deck.md",
        "import.txt",
        "new",
    ]
    assert not list(tmp_path.rglob("escaped.txt"))
