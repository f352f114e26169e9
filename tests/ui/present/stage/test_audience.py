from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.services.screens.events import Began
from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.keys.key_map import BOUNCE, Bounce
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.pages.shown import Shown
from imhtrainer.ui.present.stage.audience import AudienceWindow
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]
Key = Qt.Key
EPSON = ScreenFacts("Epson EB-W52", "X1", 1920, 1080, left=5000)


def test_the_window_never_takes_the_keyboard(qtbot: QtBot) -> None:
    window = AudienceWindow()
    qtbot.addWidget(window)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_page_is_shown_in_the_middle_on_black(qtbot: QtBot) -> None:
    window = AudienceWindow()
    qtbot.addWidget(window)
    window.resize(400, 400)
    window.show()
    page = QPixmap(window.picture_width, 225)
    page.fill(QColor("#0F5C63"))
    window.show_picture(page, "A slide", "Its words")
    image = window.grab().toImage()
    assert image.pixelColor(200, 200).name() == "#0f5c63"
    assert image.pixelColor(200, 20).name() == "#000000"
    assert window.accessibleName() == "A slide"
    assert window.accessibleDescription() == "Its words"


def test_stray_clicks_and_escape_on_it_end_nothing(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    before = room.state
    QTest.mouseClick(page.audience, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(page.audience, Qt.MouseButton.LeftButton)
    QTest.keyClick(page.audience, Key.Key_Escape)
    assert room.state == before
    assert page.audience.isVisible()


def test_keys_that_reach_it_do_what_they_do_on_the_console(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page.audience, Key.Key_PageDown)
    assert room.state.slide == 1


def test_closing_it_by_hand_ends_nothing_and_f5_brings_it_back(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    page.audience.close()
    assert page.audience.isHidden()
    assert room.state.stage == "running"
    assert page.parts.bar.room.text == "The room’s window is closed"
    QTest.keyClick(page, Key.Key_F5)
    assert page.audience.isVisible()
    assert page.parts.bar.room.text == "Live in a window"


def test_a_projector_that_goes_hides_the_window_and_says_so(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    laptop = page.projector.console_screen()
    assert laptop is not None
    page.projector.tell(Began((laptop, EPSON), laptop))
    assert page.parts.bar.room.text == "Live on the projector"
    page.projector.settle_screens()
    assert page.audience.isHidden()
    assert page.parts.bar.room.text == "No projector"
    assert not page.parts.bar.where.isHidden()
    QTest.mouseClick(page.parts.bar.where, Qt.MouseButton.LeftButton)
    assert "Check its cable" in page.parts.bars.projector.text
    assert room.state.stage == "running"


def test_its_text_is_the_slides(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    room.go("after")
    assert page.audience.accessibleName() == "After the vote"
    assert "Some words." in page.audience.accessibleDescription()


def press(key: Key, at: int) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(at)
    return event


def test_a_worn_switch_counts_once_and_fast_fingers_twice() -> None:
    bounce = Bounce()
    assert not bounce.is_bounce(press(Key.Key_PageDown, 1000))
    assert bounce.is_bounce(press(Key.Key_PageDown, 1000 + BOUNCE - 1))
    assert not bounce.is_bounce(press(Key.Key_PageDown, 1000 + 3 * BOUNCE))
    assert not bounce.is_bounce(press(Key.Key_PageUp, 1001 + 3 * BOUNCE))


def test_neighbours_are_painted_in_idle_time_and_others_forgotten(qtbot: QtBot) -> None:
    painted: list[Shown] = []

    def paint(shown: Shown, width: int) -> QImage:
        painted.append(shown)
        return QImage(width, width, QImage.Format.Format_RGB32)

    pictures = PagePictures(paint, spare=16 * 16)
    one, two, three = (Shown("slide", at) for at in range(3))
    pictures.picture(one, 16)
    pictures.prepare("room", (one, two, None), 16)
    assert not pictures.ready(two, 16)
    qtbot.waitUntil(lambda: pictures.ready(two, 16))
    assert painted == [one, two]
    pictures.prepare("room", (three,), 16)
    qtbot.waitUntil(lambda: pictures.ready(three, 16))
    assert not pictures.ready(one, 16)
    assert pictures.ready(two, 16)


def test_the_picture_shown_last_is_kept_however_large_it_is(qtbot: QtBot) -> None:
    pictures = PagePictures(lambda _shown, w: QImage(w, w, QImage.Format.Format_RGB32), spare=1)
    one, two, three = (Shown("slide", at) for at in range(3))
    for shown in (one, two, three):
        pictures.picture(shown, 16)
    pictures.prepare("room", (three,), 16)
    assert [pictures.ready(shown, 16) for shown in (one, two, three)] == [False, True, True]
