"""Each known cause of “PowerPoint found a problem with content” is put into a sound file and found."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import Bar, Bullet, ChartBox, Page, Span, TextBox, TextParagraph
from imhtrainer.render.pptx.lint import package_faults
from imhtrainer.render.pptx.presentation import refuse_faults

Parts = dict[str, bytes]
Damage = Callable[[Parts], None]

SLIDE, OTHER = "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"
ROOT, TYPES = "ppt/presentation.xml", "[Content_Types].xml"
CHART = "ppt/charts/chart1.xml"


@pytest.fixture(scope="module")
def sound(
    page: Callable[..., Page], words: Callable[..., TextBox], written: Callable[..., bytes]
) -> Parts:
    """Two slides with a list that builds, a chart, notes and sections."""
    listed = words("One\n\nTwo", "body", indent=28, bullet=Bullet("•", "coral"))
    built = replace(
        listed,
        paragraphs=tuple(replace(item, step=n) for n, item in enumerate(listed.paragraphs, 1)),
    )
    bars = (Bar("A", 4, "sand"), Bar("B", 9, "leaf"))
    chart = ChartBox(500, 141, 300, 234, bars, 13, 40, "4 and 9 of 13", "answers")
    notes = (TextParagraph((Span("Say hello."),), 16),)
    place: dict[str, Any] = {"notes": notes, "section": "One", "section_id": "one"}
    blob = written(
        page(built, steps=2, slide_id="a", **place),
        page(chart, title="Next", slide_id="b", **place),
    )
    with ZipFile(BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out


def swap(name: str, old: str, new: str) -> Damage:
    """Damage by exchanging the first such text of a part, which must be there."""

    def damage(parts: Parts) -> None:
        text = parts[name].decode()
        changed = re.sub(old, new, text, count=1)
        assert changed != text
        parts[name] = changed.encode()

    return damage


def without(name: str) -> Damage:
    def damage(parts: Parts) -> None:
        del parts[name]

    return damage


def extra(name: str, content: bytes) -> Damage:
    def damage(parts: Parts) -> None:
        parts[name] = content

    return damage


DEFECTS: Mapping[str, tuple[Damage, str]] = {
    "two shapes with one id": (
        swap(SLIDE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),
        "2 shapes have the id 2",
    ),
    "a content type for a part that is not there": (
        swap(
            TYPES,
            "<Override ",
            '<Override PartName="/ppt/slides/slide9.xml" ContentType="x"/><Override ',
        ),
        "slide9.xml is declared but not in the file",
    ),
    "a part without a content type": (
        swap(TYPES, r'<Override PartName="/ppt/slides/slide2.xml"[^>]*/>', ""),
        "slide2.xml: it is declared as plain XML only",
    ),
    "a relationship that leads nowhere": (
        without("ppt/slideLayouts/slideLayout3.xml"),
        "slideLayout3.xml, which is not in the file",
    ),
    "a reference without a relationship": (
        swap(OTHER, r'r:id="rId\d+"', 'r:id="rId99"'),
        "it uses the relationship rId99",
    ),
    "a section id in small letters": (
        swap(ROOT, r'(<p14:section name="One" id=)"\{(.)', r'\1"{x'),
        "is no GUID in braces and capitals",
    ),
    "a slide in no section": (
        swap(ROOT, r'<p14:sldId id="\d+"/>', ""),
        "the sections do not hold every slide once",
    ),
    "an animation of a shape that is gone": (
        swap(SLIDE, r'<p:spTgt spid="\d+"', '<p:spTgt spid="77"'),
        "the animation moves the shape 77",
    ),
    "an animation of a paragraph that is gone": (
        swap(SLIDE, r'<p:pRg st="1" end="1"', '<p:pRg st="8" end="8"'),
        "a paragraph that the shape 3 does not have",
    ),
    "a chart that uses an axis that is not there": (
        swap(CHART, r'<c:axId val="111111111"/>', '<c:axId val="5"/>'),
        "it uses the axis 5, which is not there",
    ),
    "a negative axis id": (
        lambda parts: parts.update(
            {CHART: parts[CHART].replace(b'val="111111111"', b'val="-2068027336"')}
        ),
        "the axis id -2068027336 is no whole number",
    ),
    "an empty placeholder": (
        swap(OTHER, "<a:t>Next</a:t>", "<a:t></a:t>"),
        "the placeholder “title” is empty",
    ),
    "two slides with one title": (
        swap(OTHER, "<a:t>Next</a:t>", "<a:t>two  Ties</a:t>"),
        "slide2.xml: it has the title of ppt/slides/slide1.xml, “two Ties”",
    ),
    "a slide without a title": (
        swap(OTHER, '<p:ph type="title"/>', '<p:ph type="body" idx="1"/>'),
        "slide2.xml: it has no title",
    ),
    "notes without a notes master": (
        swap(ROOT, "<p:notesMasterIdLst>.*</p:notesMasterIdLst>", ""),
        "there is no notes master",
    ),
    "a notes master that shares the slides' theme": (
        swap("ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2.xml", "theme1.xml"),
        "it shares its theme with a slide master",
    ),
    "a colour by its name": (
        swap("ppt/notesMasters/notesMaster1.xml", 'srgbClr val="FFFFFF"', 'srgbClr val="white"'),
        "the colour white is not six hex digits",
    ),
    "two slides with one id": (
        swap(
            ROOT,
            r'<p:sldId id="\d+" r:id="(rId\d+)"/><p:sldId id="\d+"',
            r'<p:sldId id="300" r:id="\1"/><p:sldId id="300"',
        ),
        "the slide id 300 is used 2 times",
    ),
    "a layout with the id of the master": (
        swap(
            "ppt/slideMasters/slideMaster1.xml",
            'sldLayoutId id="2147483649"',
            'sldLayoutId id="2147483648"',
        ),
        "the master or layout id 2147483648 is used 2 times",
    ),
    "a slide that the presentation does not list": (
        swap(ROOT, r'<p:sldId id="\d+" r:id="rId\d+"/>', ""),
        "slide1.xml: the presentation lists it 0 times",
    ),
    "a part that nothing leads to": (
        extra("ppt/media/image9.png", b"x"),
        "image9.png",
    ),
    "a placeholder that its layout does not have": (
        swap(SLIDE, r'<p:ph type="body" idx="1"/>', '<p:ph type="body" idx="66"/>'),
        "its layout has no placeholder 66",
    ),
    "a chart without words": (
        swap(OTHER, r' descr="4 and 9 of 13"', ""),
        "“answers” has no words",
    ),
    "a text without a language": (
        swap(SLIDE, r'<a:rPr lang="en-US"', "<a:rPr"),
        "a text does not say its language",
    ),
    "a chart without its workbook": (
        swap("ppt/charts/_rels/chart1.xml.rels", "relationships/package", "relationships/image"),
        "it has no workbook",
    ),
    "a slide that is no XML": (swap(SLIDE, "</p:sld>", ""), "it is not XML"),
    "a link to a file of this computer": (
        swap(
            "ppt/slides/_rels/slide2.xml.rels",
            "</Relationships>",
            '<Relationship Id="rId70" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/hyperlink" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
        ),
        "rId70 leads outside to file:///etc/passwd",
    ),
}


def test_what_we_write_is_sound(sound: Parts) -> None:
    assert package_faults(packed(sound)) == ()


@pytest.mark.parametrize("defect", DEFECTS)
def test_it_finds(sound: Parts, defect: str) -> None:
    damage, said = DEFECTS[defect]
    parts = dict(sound)
    damage(parts)
    faults = package_faults(packed(parts))
    assert any(said in fault for fault in faults), faults


def test_a_part_that_is_there_twice_is_found(sound: Parts) -> None:
    out = packed(sound)
    with ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SLIDE, sound[SLIDE])
    assert package_faults(out) == (f"{SLIDE}: it is in the file 2 times",)


def test_what_is_no_package_is_said() -> None:
    assert package_faults(BytesIO(b"not a zip file"))[0].startswith("the file is no package")


def test_a_file_with_faults_is_refused_in_words() -> None:
    refuse_faults(())
    with pytest.raises(
        RenderError, match=r"would call it damaged: slide1: first \(1 more faults\)"
    ):
        refuse_faults(("slide1: first", "slide2: second"))
