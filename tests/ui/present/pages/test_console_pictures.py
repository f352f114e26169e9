"""Slides for a co-facilitator's console: the room's own pages, small, painted beside the windows' thread."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from imhtrainer.domain.events import Ease
from imhtrainer.domain.session.commands import EaseRoom
from imhtrainer.layout.kit import Kit
from imhtrainer.ui.present.pages.console_pictures import WIDTH, console_painter
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.shown import Shown
from tests.ui.present.small_training import Room


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def as_pillow(image: QImage) -> Image.Image:
    size, stride = (image.width(), image.height()), image.bytesPerLine()
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX", stride)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures' pixels, 0 to 255."""
    means: list[float] = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return max(means)


def test_the_picture_is_the_page_the_room_sees(qapp: QApplication, room: Room, kit: Kit) -> None:
    pages, three = DeckPages(room.deck, kit, room.state), room.index["three"]
    with ThreadPoolExecutor(1) as beside:
        paint = console_painter(pages)
        first, last = (beside.submit(paint, room.state, three, step).result() for step in (0, 3))
    picture = opened(last)
    assert picture.size == (WIDTH, WIDTH * 9 // 16)
    assert difference(picture, as_pillow(pages.image(Shown("slide", three, 3), WIDTH))) < 2
    assert difference(picture, opened(first)) > 0
    assert len(last) < 60_000


def test_what_makes_the_rooms_screen_easier_is_seen_on_the_console(
    qapp: QApplication, room: Room, kit: Kit
) -> None:
    pages, three = DeckPages(room.deck, kit, room.state), room.index["three"]
    paint = console_painter(pages)
    plain = opened(paint(room.state, three, 3))
    room.session.do(EaseRoom(room.clock(), Ease(large=True)))
    assert difference(plain, opened(paint(room.state, three, 3))) > 2
    before = replace(room.state, ease=Ease())
    assert difference(plain, opened(paint(before, three, 3))) == 0
