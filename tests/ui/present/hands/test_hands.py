from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QInputDevice,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.domain.ink import Stroke
from imhtrainer.domain.session.commands import InterruptSession, ResumeSession
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.hands.tools import WHOLE, Tool
from imhtrainer.ui.present.hands.view import HandView
from imhtrainer.ui.widgets.buttons import Button
from tests.ui.present.small_training import FakeSettings, Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(room: Room, console: OpenConsole, key: Key | None = None) -> ConsolePage:
    room.start()
    page = console()
    room.go("after")
    if key is not None:
        QTest.keyClick(page, key)
    return page


def at(view: HandView, x: float, y: float) -> QPoint:
    box = view.box
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height()).toPoint()


def drag(view: HandView, *places: tuple[float, float]) -> None:
    QTest.mousePress(view, LEFT, pos=at(view, *places[0]))
    for place in places[1:]:
        QTest.mouseMove(view, at(view, *place))
    QTest.mouseRelease(view, LEFT, pos=at(view, *places[-1]))


def ink(room: Room, slide: str = "after") -> tuple[Stroke, ...]:
    return room.state.page_ink(slide, 0).strokes


def room_sees(page: ConsolePage) -> QImage:
    return page.audience.grab().toImage()


def color_at(page: ConsolePage, x: float, y: float) -> QColor:
    image = room_sees(page)
    return image.pixelColor(round(x * image.width()), round(y * image.height()))


def colors_near(page: ConsolePage, x: float, y: float) -> set[str]:
    """The colours a few pixels above and below a place: a mouse stands on whole pixels."""
    image = room_sees(page)
    middle = round(y * image.height())
    across = round(x * image.width())
    return {image.pixelColor(across, down).name() for down in range(middle - 4, middle + 5)}


def is_drawn(page: ConsolePage) -> bool:
    """Whether the pen's colour stands where a line was drawn; a thin line's edges are mixed with the paper."""
    pen = QColor("#b93a16")
    found = [QColor(name) for name in colors_near(page, 0.4, 0.7)]
    return any(
        abs(pen.red() - each.red()) < 40 and abs(pen.green() - each.green()) < 40 for each in found
    )


def test_nothing_is_in_the_hand_until_it_is_asked_for(room: Room, console: OpenConsole) -> None:
    page = opened(room, console)
    before = room_sees(page)
    drag(page.parts.slide.picture, (0.2, 0.5), (0.6, 0.5))
    assert ink(room) == ()
    assert room_sees(page) == before
    assert page.parts.slide.tools.isHidden()


def test_a_line_drawn_on_the_console_stands_on_the_projector(
    room: Room, console: OpenConsole
) -> None:
    page = opened(room, console, Key.Key_D)
    assert not page.parts.slide.tools.isHidden()
    drag(page.parts.slide.picture, (0.2, 0.7), (0.4, 0.7), (0.6, 0.7))
    (stroke,) = ink(room)
    assert stroke.color == "coral-text"
    assert is_drawn(page)


def test_the_room_sees_the_line_while_it_is_drawn(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    view = page.parts.slide.picture
    QTest.mousePress(view, LEFT, pos=at(view, 0.2, 0.7))
    QTest.mouseMove(view, at(view, 0.6, 0.7))
    assert ink(room) == ()
    assert is_drawn(page)
    QTest.mouseRelease(view, LEFT, pos=at(view, 0.6, 0.7))


def test_drawn_bit_by_bit_or_at_once_the_picture_is_the_same(
    room: Room, console: OpenConsole
) -> None:
    page = opened(room, console, Key.Key_D)
    for y in (0.6, 0.7, 0.8):
        drag(page.parts.slide.picture, (0.2, y), (0.6, y + 0.05))
    bit_by_bit = room_sees(page)
    page.pictures.clear()
    room.go("three")
    room.go("after")
    assert room_sees(page) == bit_by_bit


def test_lines_stay_on_their_slide_and_come_back_with_it(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    bare = colors_near(page, 0.4, 0.7)
    drag(page.parts.slide.picture, (0.2, 0.7), (0.6, 0.7))
    room.go("goodbye")
    assert colors_near(page, 0.4, 0.7) == bare
    room.go("after")
    assert colors_near(page, 0.4, 0.7) != bare


def test_undo_redo_and_wiping_clean(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    drag(page.parts.slide.picture, (0.2, 0.7), (0.6, 0.7))
    QTest.keyClick(page, Key.Key_Z, CONTROL)
    assert ink(room) == ()
    QTest.keyClick(page, Key.Key_Y, CONTROL)
    assert len(ink(room)) == 1
    QTest.mouseClick(page.parts.slide.tools.clear, LEFT)
    assert ink(room) == ()
    assert not page.parts.slide.tools.clear.isEnabled()
    QTest.mouseClick(page.parts.slide.tools.undo, LEFT)
    assert len(ink(room)) == 1


def test_the_eraser_wipes_the_line_it_passes(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    drag(page.parts.slide.picture, (0.2, 0.6), (0.6, 0.6))
    drag(page.parts.slide.picture, (0.2, 0.8), (0.6, 0.8))
    QTest.mouseClick(page.parts.slide.tools.tools[Tool.ERASER], LEFT)
    drag(page.parts.slide.picture, (0.4, 0.55), (0.4, 0.65))
    assert len(ink(room)) == 1
    assert ink(room)[0].points[0][1] > 400


def test_a_tablets_pen_draws_and_its_other_end_wipes(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    view = page.parts.slide.picture
    pen, wiper = QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser
    tablet(view, pen, (0.2, 0.7), (0.6, 0.7))
    assert len(ink(room)) == 1
    tablet(view, wiper, (0.4, 0.7), (0.41, 0.7))
    assert ink(room) == ()


def tablet(view: HandView, kind: QPointingDevice.PointerType, *places: tuple[float, float]) -> None:
    device = QPointingDevice(
        "Tablet",
        7,
        QInputDevice.DeviceType.Stylus,
        kind,
        QInputDevice.Capability.Position,
        1,
        3,
        "",
        QPointingDeviceUniqueId(),
    )
    types = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
    spots = (places[0], places[-1], places[-1])
    for event_type, spot in zip(types, spots, strict=True):
        where = QPointF(at(view, *spot))
        event = QTabletEvent(
            event_type, device, where, where, 1.0, 0, 0, 0.0, 0.0, 0.0,
            Qt.KeyboardModifier.NoModifier, LEFT, LEFT,
        )  # fmt: skip
        QGuiApplication.sendEvent(view, event)


def test_the_pointer_is_seen_only_while_the_hand_is_on_the_slide(
    room: Room, console: OpenConsole
) -> None:
    page = opened(room, console, Key.Key_A)
    view = page.parts.slide.picture
    before = room_sees(page)
    QTest.mouseMove(view, at(view, 0.5, 0.7))
    assert color_at(page, 0.5, 0.7).name() == "#e4572e"
    QGuiApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert room_sees(page) == before
    QTest.mouseMove(view, at(view, 0.5, 0.7))
    QTest.keyClick(page, Key.Key_A)
    assert room_sees(page) == before


def test_a_frozen_room_sees_neither_pointer_nor_lines(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_F)
    before = room_sees(page)
    QTest.keyClick(page, Key.Key_A)
    QTest.mouseMove(page.parts.slide.picture, at(page.parts.slide.picture, 0.5, 0.7))
    assert room_sees(page) == before
    QTest.keyClick(page, Key.Key_D)
    drag(page.parts.slide.picture, (0.2, 0.7), (0.6, 0.7))
    assert len(ink(room)) == 1
    assert room_sees(page) == before
    QTest.keyClick(page, Key.Key_F)
    assert is_drawn(page)


def test_the_spotlight_leaves_its_place_light_and_the_rest_dark(
    room: Room, console: OpenConsole
) -> None:
    page = opened(room, console, Key.Key_D)
    light = color_at(page, 0.5, 0.7)
    QTest.mouseClick(page.parts.slide.tools.tools[Tool.SPOTLIGHT], LEFT)
    view = page.parts.slide.picture
    for x in (0.4, 0.5):
        QTest.mouseMove(view, at(view, x, 0.7))
    assert color_at(page, 0.5, 0.7) == light
    assert color_at(page, 0.05, 0.1).lightness() < light.lightness() / 2


def still(settings: FakeSettings) -> None:
    settings.change(replace(settings.now, motion="still"))


def test_z_zooms_in_and_back_and_the_part_is_painted_anew(
    room: Room, console: OpenConsole, settings: FakeSettings, qtbot: QtBot
) -> None:
    still(settings)
    page = opened(room, console)
    whole = room_sees(page)
    view = page.parts.slide.picture
    QTest.mouseMove(view, at(view, 0.2, 0.2))
    QTest.keyClick(page, Key.Key_Z)
    region = page.hands._room.region
    assert region[2] == 0.5
    shown = page.hands._room
    qtbot.waitUntil(lambda: shown._last is not None and shown._last.region == region)
    half = whole.copy(
        round(region[0] * whole.width()),
        round(region[1] * whole.height()),
        whole.width() // 2,
        whole.height() // 2,
    ).scaled(whole.size(), mode=Qt.TransformationMode.SmoothTransformation)
    assert sharpness(room_sees(page)) > 1.2 * sharpness(half)
    QTest.keyClick(page, Key.Key_Z)
    assert room_sees(page) == whole


def sharpness(image: QImage) -> float:
    """Mean square of the steps from pixel to pixel: what is only enlarged has soft ones."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, line = grey.width(), grey.bytesPerLine()
    data = bytes(grey.constBits())
    rows = range(0, grey.height(), 3)
    steps = [
        (data[y * line + x + 1] - data[y * line + x]) ** 2 for y in rows for x in range(wide - 1)
    ]
    return sum(steps) / len(steps)


def test_the_wheel_alone_does_nothing_and_with_control_comes_nearer(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    still(settings)
    page = opened(room, console)
    turn(page.parts.slide.picture, Qt.KeyboardModifier.NoModifier)
    assert page.hands._room.region == WHOLE
    turn(page.parts.slide.picture, CONTROL)
    assert page.hands._room.region[2] < 1
    QTest.keyClick(page, Key.Key_Escape)
    assert page.hands._room.region == WHOLE
    assert not page.parts.bars.asking


def turn(view: HandView, modifiers: Qt.KeyboardModifier) -> None:
    where = QPointF(at(view, 0.5, 0.5))
    event = QWheelEvent(
        where, where, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(view, event)


def test_a_frame_drawn_with_the_zoom_tool_is_what_the_room_sees(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    still(settings)
    page = opened(room, console, Key.Key_D)
    QTest.mouseClick(page.parts.slide.tools.tools[Tool.ZOOM], LEFT)
    drag(page.parts.slide.picture, (0.2, 0.2), (0.4, 0.4), (0.6, 0.6))
    left, top, share, _ = page.hands._room.region
    assert (round(left, 2), round(top, 2), round(share, 2)) == (0.2, 0.2, 0.4)
    drag(page.parts.slide.picture, (0.2, 0.2), (0.201, 0.201))
    assert page.hands._room.region[2] == share
    QTest.mouseClick(page.parts.slide.return_button, LEFT)
    assert page.hands._room.region == WHOLE


def test_the_tools_keep_their_words_and_shapes_where_the_room_sees_a_part(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    still(settings)
    page = opened(room, console, Key.Key_Z)
    QTest.keyClick(page, Key.Key_D)
    page.resize(1366, 768)
    page.grab()
    assert page.hands.near
    tools = page.parts.slide.tools
    for button in tools.findChildren(Button):
        assert button.isHidden() or button.width() >= button.minimumSizeHint().width(), (
            button.text()
        )


def test_the_console_says_that_a_part_is_seen_and_offers_the_whole(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    still(settings)
    page = opened(room, console, Key.Key_Z)
    assert page.parts.slide.words.text() == "The room sees the framed part"
    QTest.mouseClick(page.parts.slide.return_button, LEFT)
    assert page.hands._room.region == WHOLE
    assert "framed" not in page.parts.slide.words.text() or page.parts.slide.looking.isHidden()


def test_another_slide_is_seen_whole(
    room: Room, console: OpenConsole, settings: FakeSettings
) -> None:
    still(settings)
    page = opened(room, console, Key.Key_Z)
    QTest.keyClick(page, Key.Key_PageDown)
    assert page.hands._room.region == WHOLE


def test_escape_puts_the_tools_away_before_it_asks_to_end(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    QTest.keyClick(page, Key.Key_Escape)
    assert page.parts.slide.tools.isHidden()
    assert not page.parts.bars.asking


def test_what_was_drawn_survives_an_interruption(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    drag(page.parts.slide.picture, (0.2, 0.7), (0.6, 0.7))
    room.session.do(InterruptSession(room.clock()))
    room.session.do(ResumeSession(room.clock()))
    assert len(ink(room)) == 1
    assert is_drawn(page)


def test_a_pen_taken_during_a_vote_shows_the_slide_it_draws_on(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    room.go("check")
    assert page.parts.middle.currentWidget() is page.parts.round
    QTest.keyClick(page, Key.Key_D)
    assert page.parts.middle.currentWidget() is page.parts.slide
    drag(page.parts.slide.picture, (0.2, 0.2), (0.6, 0.6))
    assert len(ink(room, "check")) == 1
    QTest.keyClick(page, Key.Key_D)
    assert page.parts.middle.currentWidget() is page.parts.round


def test_a_vote_that_begins_takes_the_pen_out_of_the_hand(room: Room, console: OpenConsole) -> None:
    page = opened(room, console, Key.Key_D)
    assert page.hands.hand.tool is Tool.PEN
    room.go("check")
    assert page.parts.slide.tools.isHidden()
    assert page.parts.middle.currentWidget() is page.parts.round
