"""The whole workshop as a PowerPoint file keeps every promise at once."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pptx
import pytest
from openxml_audit import validate_pptx

from imhtrainer.layout.page import Page

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(scope="module")
def blob(workshop: Sequence[Page], written: Callable[..., bytes]) -> bytes:
    return written(*workshop)


@pytest.fixture(scope="module")
def slides(blob: bytes) -> Sequence[Any]:
    return list(pptx.Presentation(BytesIO(blob)).slides)


def test_the_validator_finds_nothing_in_the_workshop(blob: bytes, tmp_path: Path) -> None:
    out = tmp_path / "workshop.pptx"
    out.write_bytes(blob)
    assert [str(error) for error in validate_pptx(out).errors] == []


def test_microsofts_validator_finds_nothing_in_the_workshop(
    workshop: Sequence[Page],
    written: Callable[..., bytes],
    microsoft_errors: Callable[[bytes], list[str]],
) -> None:
    for kind in ("none", "fade", "push"):
        pages = [replace(page, transition=kind) for page in workshop]
        assert microsoft_errors(written(*pages)) == []


def test_every_slide_has_a_title_of_its_own(slides: Sequence[Any]) -> None:
    titles = Counter(slide.shapes.title.text_frame.text for slide in slides)
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_every_slide_has_notes_and_no_empty_placeholder(slides: Sequence[Any]) -> None:
    assert [slide.name for slide in slides if not slide.has_notes_slide] == []
    frames = [
        shape.text_frame for slide in slides for shape in slide.placeholders if shape.has_text_frame
    ]
    assert all(frame.text for frame in frames)


def test_every_picture_and_chart_has_words_or_is_decoration(slides: Sequence[Any]) -> None:
    without = [
        (slide.name, found.get("name"))
        for slide in slides
        for kind in ("pic", "graphicFrame")
        for shape in slide.element.iter(f"{P}{kind}")
        for found in shape.iter(f"{P}cNvPr")
        if not found.get("descr") and not len(found) and shape.find(f".//{A}tbl") is None
    ]
    assert without == []


def test_no_slide_names_a_colour_or_font_outside_the_theme(blob: bytes) -> None:
    with ZipFile(BytesIO(blob)) as archive:
        parts = {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if re.match(r"ppt/(slides|slideLayouts|slideMasters|charts)/[^/]+[.]xml", name)
        }
    assert [name for name, text in parts.items() if "srgbClr" in text] == []
    fonts = {font for text in parts.values() for font in re.findall(r'typeface="([^"]+)"', text)}
    assert fonts <= {"+mj-lt", "+mn-lt", "+mj-ea", "+mn-ea", "+mj-cs", "+mn-cs"}


def test_numbers_on_slides_are_their_places(slides: Sequence[Any]) -> None:
    for place, slide in enumerate(slides, start=1):
        fields = [found.findtext(f"{A}t") for found in slide.element.iter(f"{A}fld")]
        assert fields in ([], [str(place)])


def test_answer_pages_have_a_native_chart(slides: Sequence[Any]) -> None:
    answers = [slide for slide in slides if slide.slide_layout.name == "Answer"]
    assert len(answers) >= 5
    assert all(any(shape.has_chart for shape in slide.shapes) for slide in answers)


def test_a_list_item_that_a_host_types_stands_apart_like_the_others(slides: Sequence[Any]) -> None:
    slide = next(slide for slide in slides if slide.name == "safety")
    body = next(shape for shape in slide.placeholders if shape.name == "body")
    typed = next(
        level
        for shape in slide.slide_layout.placeholders
        if shape.placeholder_format.idx == body.placeholder_format.idx
        for level in shape._element.iter(f"{A}lvl1pPr")
    )
    assert [gap.get("val") for gap in typed.find(f"{A}spcBef")] == ["2200"]
    assert body.text_frame.paragraphs[0].space_before.pt == 0
    assert {paragraph.space_before for paragraph in body.text_frame.paragraphs[1:]} == {None}


def test_each_step_of_an_activity_is_read_with_its_number(slides: Sequence[Any]) -> None:
    """The numbers are the list's own, so that nothing reads them behind the steps."""
    activities = [slide for slide in slides if slide.slide_layout.name == "Activity"]
    assert activities
    for slide in activities:
        names = [shape.name for shape in slide.shapes]
        steps = next(shape for shape in slide.shapes if shape.name == "steps")
        marks = list(steps._element.iter(f"{A}buAutoNum"))
        discs = [name for name in names if re.fullmatch(r"step-\d+-disc", name)]
        assert len(marks) == len(steps.text_frame.paragraphs) == len(discs)
        assert max(names.index(disc) for disc in discs) < names.index("steps")
        assert not any(re.fullmatch(r"step-\d+", name) for name in names)
