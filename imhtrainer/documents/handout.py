"""Slides on paper: one to a page, two or six for reading again, three with lines to write on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from imhtrainer.documents.flow import MARGIN, SIZES, rule
from imhtrainer.documents.setting import Type, put, put_shortened
from imhtrainer.domain.certificate import Paper
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.mirroring import mirrored, placed
from imhtrainer.layout.page import Box, Page
from imhtrainer.layout.scaling import miniature

SlidesPerPage = Literal[1, 2, 3, 6]

_HEAD = Type(10, 14, "ink-soft")
_HEAD_ROOM = 28.0
_FOOT_ROOM = 28.0
_GAP = 24.0
_LINE_PITCH = 24.0
_BESIDE_LINES = 0.54
"""The share of the width that a slide takes beside its lines."""


@dataclass(frozen=True, slots=True)
class HandoutWords:
    """What stands at the head and the foot of every page: the training, and who gives it where."""

    title: str
    place: str
    lang: str


def compose_handout(
    slides: Sequence[Page], each: SlidesPerPage, paper: Paper, words: HandoutWords, kit: Kit
) -> tuple[Page, ...]:
    """The slides' pages ``each`` to a page of paper; one to a page lies crosswise."""
    groups = [slides[start : start + each] for start in range(0, len(slides), each)]
    portrait_w, portrait_h = SIZES[paper]
    width, height = (portrait_h, portrait_w) if each == 1 else (portrait_w, portrait_h)
    return tuple(
        Page(
            width=width,
            height=height,
            ground="surface",
            boxes=(
                *_words(words, kit, width, height, number, len(groups)),
                *_slides(group, each, width, height, house_words(words.lang).from_right),
            ),
            palette=kit.theme.colors,
            layout="handout",
            title=_title(group, words.lang),
            description=" ".join(slide.description for slide in group),
            lang=words.lang,
            number=number,
        )
        for number, group in enumerate(groups, start=1)
    )


def _title(group: Sequence[Page], lang: str) -> str:
    first, last = group[0], group[-1]
    if first is last:
        return first.title
    facts = {"first": first.number, "last": last.number, "title": first.title}
    return house_words(lang).say("slides_title", **facts)


def _words(
    words: HandoutWords, kit: Kit, width: float, height: float, number: int, count: int
) -> Iterator[Box]:
    say = house_words(words.lang)
    boxes = _plain_words(
        words, kit, width, height, say.say("number_of", number=number, count=count)
    )
    yield from mirrored(boxes, width) if say.from_right else boxes


def _plain_words(
    words: HandoutWords, kit: Kit, width: float, height: float, number: str
) -> Iterator[Box]:
    room = width - 2 * MARGIN
    head = Frame(MARGIN, MARGIN - 14, room, 14)
    yield put_shortened(kit.fonts, head, words.title, _HEAD, "heading")
    foot = Frame(MARGIN, height - MARGIN, room - 90, 14)
    if words.place:
        yield put_shortened(kit.fonts, foot, words.place, _HEAD, "foot")
    page = Frame(width - MARGIN - 80, height - MARGIN, 80, 14)
    yield put(kit.fonts, page, number, _HEAD, "number", "right")


def _slides(
    group: Sequence[Page], each: SlidesPerPage, width: float, height: float, from_right: bool
) -> Iterator[Box]:
    places = list(_places(each, width, height, group[0].height / group[0].width))
    for slide, place in zip(group, places, strict=False):
        x = placed(place.x, place.w, width, from_right)
        yield from miniature(slide, x, place.y, place.w)
        if each == 3:
            lines = tuple(_lines(place, width, _room(height) / each))
            yield from mirrored(lines, width) if from_right else lines


def _places(each: SlidesPerPage, width: float, height: float, ratio: float) -> Iterator[Frame]:
    """Where slides of a height to width ``ratio`` stand: as large as the paper allows."""
    across = 2 if each == 6 else 1
    down = each // across
    room_w, room_h = width - 2 * MARGIN, _room(height)
    w = (room_w - (across - 1) * _GAP) / across * (_BESIDE_LINES if each == 3 else 1)
    w = min(w, (room_h - (down - 1) * _GAP) / down / ratio)
    h = w * ratio
    left = MARGIN if each in (3, 6) else (width - w) / 2
    free = (room_h - down * h) / down
    for index in range(each):
        row, column = divmod(index, across)
        x = left + column * (w + _GAP)
        yield Frame(x, MARGIN + _HEAD_ROOM / 2 + free / 2 + row * (h + free), w, h)


def _room(height: float) -> float:
    """What the head and the foot leave of a page's height for slides."""
    return height - 2 * MARGIN - _HEAD_ROOM / 2


def _lines(place: Frame, width: float, row: float) -> Iterator[Box]:
    """Lines beside a slide, as many as its row of the page holds, with the slide at their middle."""
    x = place.x + place.w + _GAP
    count = int((row - _LINE_PITCH) // _LINE_PITCH)
    first = place.y + place.h / 2 - (count - 1) / 2 * _LINE_PITCH
    for index in range(count):
        yield rule(first + index * _LINE_PITCH, x, width - MARGIN - x, "edge-control")
