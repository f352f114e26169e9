"""A click in PowerPoint is a step in the program: builds, transitions and sections."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from imhtrainer.decks.parser import parse
from imhtrainer.domain.deck import Deck
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Bullet, EllipseBox, GroupBox, Page, Span, TextBox, TextParagraph

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

LITTLE = """---
trainer: 1
title: Little
minutes: 5
transition: fade
---

# One {#one minutes=2}

## A list {#list build=list}

A line before.

1. First
2. Second

::: notes
Say.
:::

## A table {#table layout=table build=steps}

| | Left | Right |
|---|---|---|
| Eyes | meet yours | turn away |
| Hands | open | fist |

Watch for both.

::: notes
Say.
:::

# Two {#two minutes=3}

## Which is right? {#check .checkpoint type=single}

- [x] This one
  > Yes.
- [ ] That one
  > No.

::: explain
Because.
:::

::: notes
Say.
:::
"""


@pytest.fixture(scope="module")
def little() -> Deck:
    deck, problems = parse(LITTLE, Path(), "deck.md")
    assert deck is not None, problems
    return deck


@pytest.fixture(scope="module")
def little_pages(little: Deck, kit: Kit) -> Sequence[Page]:
    return compose_deck(little, Context(), kit)


def slides_of(blob: bytes) -> list[Any]:
    with ZipFile(BytesIO(blob)) as archive:
        names = [name for name in archive.namelist() if re.match(r"ppt/slides/slide\d+\.xml", name)]
        names.sort(key=lambda name: int(re.findall(r"\d+", name)[0]))
        return [etree.fromstring(archive.read(name)) for name in names]


def clicks_of(slide: Any) -> list[Any]:
    """The time nodes of a slide that wait for a click."""
    path = f"{P}timing//{P}cTn[@nodeType='mainSeq']/{P}childTnLst/{P}par/{P}cTn"
    return list(slide.iterfind(path))


def targets_of(click: Any, slide: Any) -> list[str]:
    names = {found.get("id"): found.get("name") for found in slide.iter(f"{P}cNvPr")}
    told = []
    for target in click.iter(f"{P}spTgt"):
        paragraph = target.find(f".//{P}pRg")
        which = "" if paragraph is None else f" {paragraph.get('st')}"
        told.append(names[target.get("spid")] + which)
    return told


def test_the_workshop_takes_as_many_clicks_as_in_the_program(
    workshop: Sequence[Page], workshop_deck: Deck, written: Callable[..., bytes]
) -> None:
    slides = slides_of(written(*workshop))
    assert [len(clicks_of(slide)) for slide in slides] == [page.steps for page in workshop]
    in_powerpoint = sum(len(clicks_of(slide)) for slide in slides) + len(slides) - 1
    in_the_program = sum(slide.steps + 1 for slide in workshop_deck.slides) - 1
    assert in_powerpoint == in_the_program > 60


def test_a_small_deck_takes_as_many_clicks_as_in_the_program(
    little: Deck, little_pages: Sequence[Page], written: Callable[..., bytes]
) -> None:
    slides = slides_of(written(*little_pages))
    assert [len(clicks_of(slide)) for slide in slides] == [2, 2, 0, 0]
    assert sum(slide.steps + 1 for slide in little.slides) - 1 == 2 + 2 + 0 + 0 + 3


def test_items_come_by_paragraph_with_the_discs_behind_their_numbers(
    little_pages: Sequence[Page], written: Callable[..., bytes]
) -> None:
    slide = slides_of(written(*little_pages))[0]
    assert [targets_of(click, slide) for click in clicks_of(slide)] == [
        ["bullet-body-1-disc", "body 1"],
        ["bullet-body-2-disc", "body 2"],
    ]
    builds = {found.get("spid"): dict(found.attrib) for found in slide.iter(f"{P}bldP")}
    assert sorted(build.get("build", "shape") for build in builds.values()) == [
        "p",
        "shape",
        "shape",
    ]


def test_a_table_comes_row_by_row_and_each_row_says_what_its_cells_mean(
    little_pages: Sequence[Page], written: Callable[..., bytes]
) -> None:
    slide = slides_of(written(*little_pages))[1]
    tables = {
        frame.find(f".//{P}cNvPr").get("name"): frame for frame in slide.iter(f"{P}graphicFrame")
    }
    assert [targets_of(click, slide) for click in clicks_of(slide)] == [
        ["table 2"],
        ["table 3", "closing"],
    ]
    assert tables["table 2"].find(f".//{P}cNvPr").get("descr") == (
        "Eyes, Left: meet yours, Right: turn away"
    )
    headed = [table.find(".//{*}tblPr").get("firstRow") for table in tables.values()]
    assert headed == ["1", "0", "0"]


def test_what_is_built_and_then_changed_by_hand_still_plays(
    page: Callable[..., Page], written: Callable[..., bytes]
) -> None:
    group = GroupBox((EllipseBox(9, 9, 9, 9, "sun"),), "sun", "A sun", step=1)
    slide = slides_of(written(page(group, steps=1)))[0]
    (click,) = clicks_of(slide)
    assert targets_of(click, slide) == ["sun"]
    assert slide.find(f"{P}timing/{P}bldLst") is None


def test_a_slide_without_builds_says_nothing_of_time(
    page: Callable[..., Page], written: Callable[..., bytes]
) -> None:
    (slide,) = slides_of(written(page()))
    assert slide.find(f"{P}timing") is None
    assert slide.find(f"{MC}AlternateContent") is None


@pytest.mark.parametrize("kind", ["fade", "push"])
def test_transitions_are_known_to_new_and_old_programs(
    page: Callable[..., Page], written: Callable[..., bytes], kind: str
) -> None:
    (slide,) = slides_of(written(page(transition=kind)))
    choice, fallback = slide.find(f"{MC}AlternateContent")
    assert choice.get("Requires") == "p14"
    assert int(choice[0].get(f"{P14}dur")) > 0
    assert [etree.QName(found[0][0]).localname for found in (choice, fallback)] == [kind, kind]


def test_sections_hold_every_slide_once_in_order(
    little_pages: Sequence[Page], written: Callable[..., bytes]
) -> None:
    with ZipFile(BytesIO(written(*little_pages))) as archive:
        root = etree.fromstring(archive.read("ppt/presentation.xml"))
    sections = [
        (found.get("name"), [slide.get("id") for slide in found.iter(f"{P14}sldId")])
        for found in root.iter(f"{P14}section")
    ]
    listed = [found.get("id") for found in root.iter(f"{P}sldId")]
    assert sections == [("One", listed[:2]), ("Two", listed[2:])]
    guids = [str(found.get("id")) for found in root.iter(f"{P14}section")]
    assert all(re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", it) for it in guids)
    assert len(set(guids)) == 2


def test_a_page_without_a_section_joins_its_neighbour(
    little_pages: Sequence[Page], written: Callable[..., bytes]
) -> None:
    homeless = replace(little_pages[0], section="", section_id="", slide_id="stray")
    with ZipFile(BytesIO(written(homeless, *little_pages, homeless))) as archive:
        root = etree.fromstring(archive.read("ppt/presentation.xml"))
    counts = [len(list(found.iter(f"{P14}sldId"))) for found in root.iter(f"{P14}section")]
    assert counts == [3, 3]


def test_a_paragraph_on_its_own_box_step_appears_with_the_box(
    words: Callable[..., TextBox], page: Callable[..., Page], written: Callable[..., bytes]
) -> None:
    box = replace(words("One\n\nTwo"), step=2)
    slide = slides_of(written(page(box, steps=2)))[0]
    assert [targets_of(click, slide) for click in clicks_of(slide)] == [["words"]]
    later = TextParagraph((Span("Three"),), 34, bullet=Bullet("•", "coral"), step=3)
    mixed = replace(box, paragraphs=(*box.paragraphs, later))
    slide = slides_of(written(page(mixed, steps=3)))[0]
    assert [targets_of(click, slide) for click in clicks_of(slide)] == [
        ["words 0", "words 1"],
        ["words 2"],
    ]
