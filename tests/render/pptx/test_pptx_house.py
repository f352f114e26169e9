"""An organization's own template takes our slides; nothing foreign comes along, nothing is corrupted."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Emu, Inches

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Bullet, Page, TextBox
from imhtrainer.render.pptx import write_pptx
from imhtrainer.render.pptx.house import remarks_on
from imhtrainer.render.pptx.house.fitting import share_that_fits
from imhtrainer.render.pptx.house.reading import read_house

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MakePage = Callable[..., Page]
Words = Callable[..., TextBox]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A template in 4:3 with a slide of its own, notes, and a link and a picture on its master."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "An old slide"
    slide.notes_slide.notes_text_frame.text = "Old notes"
    deck.core_properties.author = "Somebody else"
    box = deck.slide_master.shapes
    master = deck.slide_master.part
    link = master.relate_to("https://example.org", RT.HYPERLINK, is_external=True)
    properties = box[0]._element.find(".//{*}cNvPr")
    properties.insert(0, properties.makeelement(f"{A}hlinkClick", {f"{{{R}}}id": link}))
    path = tmp_path / "house.pptx"
    deck.save(str(path))
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes], out: Path) -> Path:
    with ZipFile(path) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out


def written_on(path: Path, pages: Sequence[Page], kit: Kit) -> bytes:
    out = BytesIO()
    write_pptx(pages, out, DocumentMeta("Ours", "Ana"), kit.theme, house=read_house(path))
    return out.getvalue()


def holders_of(slide: Any) -> dict[str, str]:
    return {
        holder.placeholder_format.type.name: holder.text_frame.text
        for holder in slide.placeholders
        if holder.has_text_frame
    }


def test_the_workshop_stands_on_the_template_and_both_validators_are_content(
    workshop: Sequence[Page],
    kit: Kit,
    house: Path,
    tmp_path: Path,
    microsoft_errors: Callable[[bytes], list[str]],
) -> None:
    blob = written_on(house, workshop, kit)
    out = tmp_path / "out.pptx"
    out.write_bytes(blob)
    assert [str(error) for error in validate_pptx(out).errors] == []
    assert microsoft_errors(blob) == []
    deck = Presentation(BytesIO(blob))
    assert len(deck.slides) == len(workshop)
    assert {slide.slide_layout.name for slide in deck.slides} == {
        "Title Slide",
        "Section Header",
        "Title and Content",
        "Two Content",
        "Title Only",
    }
    assert (deck.slide_width, deck.slide_height) == (Inches(10), Inches(7.5))


def test_words_take_the_look_of_the_template(
    page: MakePage, words: Words, kit: Kit, house: Path
) -> None:
    listed = words("Notice\n\nAnswer", "body", indent=28, bullet=Bullet("•", "coral"))
    number = words("1", "number", x=868, y=498, w=36, h=18, size=14, lead=18)
    (slide,) = Presentation(BytesIO(written_on(house, [page(listed, number)], kit))).slides
    assert holders_of(slide) == {
        "TITLE": "Two ties",
        "OBJECT": "Notice\nAnswer",
        "SLIDE_NUMBER": "1",
    }
    assert slide.element.find(".//{*}bg") is None
    for holder in slide.placeholders:
        assert holder._element.spPr.find(f"{A}xfrm") is None
        assert [run.get("sz") for run in holder._element.iter(f"{A}rPr")] == [None] * len(
            list(holder._element.iter(f"{A}rPr"))
        )
    assert list(slide.element.iter(f"{A}srgbClr")) == []


def test_words_without_a_place_of_their_own_join_the_body(
    page: MakePage, words: Words, kit: Kit, house: Path
) -> None:
    made = page(
        words("Point 1 of 5", "label", y=10),
        words("Small signals", "body", y=300),
        words("8 minutes", "minutes", y=480),
        layout="section",
    )
    (slide,) = Presentation(BytesIO(written_on(house, [made], kit))).slides
    assert holders_of(slide)["BODY"] == "Point 1 of 5\nSmall signals\n8 minutes"


def test_words_end_above_the_source_and_shrink_until_they_do(
    page: MakePage, words: Words, kit: Kit, house: Path
) -> None:
    source = words("After Tronick and Gold, 2020.", "source", y=490, h=20, size=12, lead=16)
    few = page(words("Notice", "body"), source)
    listed = words(
        "One more look, and a soft voice. " * 4, "body", h=300, bullet=Bullet("•", "coral")
    )
    many = page(replace(listed, paragraphs=listed.paragraphs * 3), source)
    for slide, shrunk in zip(
        Presentation(BytesIO(written_on(house, [few, many], kit))).slides,
        (False, True),
        strict=True,
    ):
        body = next(
            holder
            for holder in slide.placeholders
            if "soft" in holder.text or "Notice" in holder.text
        )
        below = next(shape for shape in slide.shapes if "Tronick" in shape.text_frame.text)
        assert body.top + body.height <= below.top
        assert (body.left, body.top) == (Inches(0.5), Inches(1.75))
        share = body._element.find(f".//{A}normAutofit").get("fontScale")
        assert (share is not None and int(share) < 90_000) == shrunk


def test_the_more_words_the_smaller_and_never_below_a_quarter(words: Words, house: Path) -> None:
    layout = next(one for one in read_house(house).layouts if one.name == "Two Content")
    holder = next(one for one in layout.holders if one.kind == "obj")
    assert (holder.size, holder.indent) == (28.0, 27.0)
    sentence = words("A soft voice.", "body").paragraphs
    shares = [share_that_fits(sentence * count, holder) for count in (1, 6, 12, 24, 200)]
    assert shares == sorted(shares, reverse=True)
    assert (shares[0], shares[-1]) == (1.0, 0.25)
    assert len(set(shares)) >= 4


def test_nothing_foreign_comes_along(page: MakePage, kit: Kit, house: Path) -> None:
    blob = written_on(house, [page()], kit)
    with ZipFile(BytesIO(blob)) as archive:
        told = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert "An old slide" not in told
    assert "Old notes" not in told
    assert "Somebody else" not in told
    assert "example.org" not in told
    assert "hlinkClick" not in told


def test_it_is_told_where_pages_stand_and_what_was_left_out(
    page: MakePage, words: Words, house: Path
) -> None:
    told = remarks_on(read_house(house), [page(words("Words", "body"))])
    assert told[0] == "Pages of the kind “text” stand on “Title and Content”."
    assert told[1].startswith("Not taken over from house.pptx: slides, its notes master")
    assert "hyperlink" in told[1]


def test_what_found_no_placeholder_is_told(
    page: MakePage, words: Words, kit: Kit, tmp_path: Path
) -> None:
    deck = Presentation()
    for layout in list(deck.slide_layouts)[:5] + list(deck.slide_layouts)[6:]:
        deck.slide_layouts.remove(layout)
    path = tmp_path / "bare.pptx"
    deck.save(str(path))
    made = page(words("Words that stay", "body"))
    assert remarks_on(read_house(path), [made])[0] == (
        "Pages of the kind “text” stand on “Title Only”; no placeholder there for body."
    )
    (slide,) = Presentation(BytesIO(written_on(path, [made], kit))).slides
    assert "Words that stay" in [shape.text_frame.text for shape in slide.shapes]


def test_a_potx_is_as_good_as_a_pptx(page: MakePage, kit: Kit, house: Path, tmp_path: Path) -> None:
    def as_template(name: str, content: bytes) -> bytes:
        return content.replace(b"presentation.main+xml", b"template.main+xml")

    potx = rewritten(house, as_template, tmp_path / "house.potx")
    assert b"template.main" in ZipFile(potx).read("[Content_Types].xml")
    assert len(Presentation(BytesIO(written_on(potx, [page()], kit))).slides) == 1


def test_a_wide_template_keeps_its_size_and_drawn_pages_fit_on_it(
    workshop: Sequence[Page], kit: Kit, tmp_path: Path
) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(9144000), Emu(5143500)
    path = tmp_path / "wide.pptx"
    deck.save(str(path))
    drawn = [made for made in workshop if made.layout in {"checkpoint", "activity"}]
    made = Presentation(BytesIO(written_on(path, drawn, kit)))
    assert (made.slide_width, made.slide_height) == (9144000, 5143500)
    for slide in made.slides:
        placed = [shape for shape in slide.shapes if "card" in shape.name or shape.is_placeholder]
        assert all(shape.left >= 0 and shape.top >= 0 for shape in placed)
        cards = [shape for shape in placed if "card" in shape.name]
        assert all(shape.top + shape.height <= 5143500 for shape in cards)
        assert all(shape.left + shape.width <= 9144000 for shape in cards)


def test_steps_of_an_activity_keep_their_numbers_but_no_disc_that_could_part_from_them(
    workshop: Sequence[Page], kit: Kit, house: Path
) -> None:
    activities = [made for made in workshop if made.layout == "activity"]
    slides = Presentation(BytesIO(written_on(house, activities, kit))).slides
    for slide in slides:
        (steps,) = [shape for shape in slide.shapes if shape.name == "steps"]
        marks = list(
            steps._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}buAutoNum")
        )
        assert len(marks) == len(steps.text_frame.paragraphs)
        assert not [shape.name for shape in slide.shapes if shape.name.startswith("step-")]


def test_the_same_template_and_pages_give_the_same_bytes(
    workshop: Sequence[Page], kit: Kit, house: Path
) -> None:
    assert written_on(house, workshop[:12], kit) == written_on(house, workshop[:12], kit)


def test_a_template_without_titles_is_refused(page: MakePage, kit: Kit, tmp_path: Path) -> None:
    deck = Presentation()
    for layout in list(deck.slide_layouts)[:6] + list(deck.slide_layouts)[7:]:
        deck.slide_layouts.remove(layout)
    path = tmp_path / "blank.pptx"
    deck.save(str(path))
    with pytest.raises(RenderError, match="no layout with a title placeholder"):
        written_on(path, [page()], kit)


def test_what_is_no_powerpoint_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.pptx"
    path.write_bytes(b"Dear all")
    with pytest.raises(RenderError, match=r"letter\.pptx: it cannot be read as a PowerPoint file"):
        read_house(path)
    with ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(RenderError, match="cannot be read as a PowerPoint file"):
        read_house(path)
    with pytest.raises(RenderError, match="cannot be read"):
        read_house(tmp_path / "missing.pptx")


def test_a_file_that_swells_is_not_opened(house: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.pptx"
    bomb.write_bytes(house.read_bytes())
    with ZipFile(bomb, "a", ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/zeros.bin", b"\0" * 40_000_000)
    with pytest.raises(RenderError, match="would unpack to far more"):
        read_house(bomb)


def test_a_file_that_swells_by_many_small_parts_is_not_opened(house: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.pptx"
    bomb.write_bytes(house.read_bytes())
    with ZipFile(bomb, "a", ZIP_DEFLATED) as archive:
        for number in range(90):
            archive.writestr(f"ppt/media/zeros{number}.bin", b"\0" * 1_000_000)
    with pytest.raises(RenderError, match="would unpack to far more"):
        read_house(bomb)


def test_a_file_that_declares_entities_is_not_opened(house: Path, tmp_path: Path) -> None:
    lol = b'<!DOCTYPE p [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'

    def with_entities(name: str, content: bytes) -> bytes:
        if name != "ppt/slideMasters/slideMaster1.xml":
            return content
        return content.replace(b"<p:sldMaster", lol + b"<p:sldMaster", 1)

    with pytest.raises(RenderError, match="declares entities"):
        read_house(rewritten(house, with_entities, tmp_path / "lol.pptx"))


def test_ids_that_a_template_uses_twice_are_mended(
    page: MakePage, kit: Kit, house: Path, tmp_path: Path, words: Words
) -> None:
    def careless(name: str, content: bytes) -> bytes:
        if name == "ppt/slideMasters/slideMaster1.xml":
            return re.sub(rb'(<p:cNvPr id=)"\d+"', rb'\1"1"', content)
        if name.startswith("ppt/slideLayouts/slideLayout"):
            return content.replace(b' idx="2"', b' idx="1"')
        return content

    path = rewritten(house, careless, tmp_path / "careless.pptx")
    made = page(words("Left", "left"), words("Right", "right", x=496), layout="columns")
    (slide,) = Presentation(BytesIO(written_on(path, [made], kit))).slides
    assert slide.slide_layout.name == "Two Content"
    assert [holder.text_frame.text for holder in slide.placeholders][1:] == ["Left", "Right"]


def test_drawn_pages_keep_to_the_room_that_the_template_gives(
    workshop: Sequence[Page], kit: Kit, house: Path
) -> None:
    room = next(lay for lay in read_house(house).layouts if lay.name == "Title and Content").holders
    left = min(holder.frame[0] for holder in room[:2])
    right = max(holder.frame[0] + holder.frame[2] for holder in room[:2])
    drawn = [made for made in workshop if made.layout in {"checkpoint", "answer", "diagram"}]
    for slide in Presentation(BytesIO(written_on(house, drawn, kit))).slides:
        cards = [shape for shape in slide.shapes if shape.name.endswith("-card")]
        assert all(shape.left.pt >= left - 1 for shape in cards)
        assert all((shape.left + shape.width) / 12700 <= right + 1 for shape in cards)


def test_a_line_under_a_table_stays_under_it(
    workshop: Sequence[Page], kit: Kit, house: Path
) -> None:
    tables = [made for made in workshop if made.layout == "table"]
    for slide in Presentation(BytesIO(written_on(house, tables, kit))).slides:
        bottoms = [shape.top + shape.height for shape in slide.shapes if shape.has_table]
        closing = next(shape for shape in slide.shapes if shape.name == "closing")
        assert closing.top >= max(bottoms)
