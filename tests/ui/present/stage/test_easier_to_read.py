"""Large print, stronger contrast and captions on the room's screen, by key and by button."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from imhtrainer.domain.events import Ease
from imhtrainer.layout.compose.caption import GROUND
from imhtrainer.ui.present.console.console import ConsolePage
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]


def seen(page: ConsolePage) -> int:
    """The middle of the room's picture as a number, to tell one from another."""
    image = page.audience.grab().toImage()
    return hash(bytes(image.constBits()))


def foot(page: ConsolePage) -> str:
    """The colour at the lower left of the console's slide, where a caption's band reaches."""
    view = page.parts.slide.picture
    at = view.box.bottomLeft() + QPointF(12, -12)
    return view.grab().toImage().pixelColor(at.toPoint()).name()


def test_large_print_is_shown_to_the_room_and_on_the_console_alike(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    room.go("three")
    QTest.keyClick(page, Qt.Key.Key_Right)
    before = seen(page)
    QTest.keyClick(page, Qt.Key.Key_G)
    assert room.state.ease == Ease(large=True)
    assert page.audience.accessibleDescription() == "First."
    assert seen(page) != before
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.audience.accessibleDescription() == "Second."
    assert page.parts.slide.picture.accessibleDescription() == "Second."
    QTest.keyClick(page, Qt.Key.Key_G)
    assert "First" in page.audience.accessibleDescription()


def test_stronger_contrast_changes_the_picture_and_not_the_words(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    room.go("three")
    before, words = seen(page), page.audience.accessibleDescription()
    QTest.keyClick(page, Qt.Key.Key_H)
    assert room.state.ease == Ease(contrast=True)
    assert (seen(page) != before, page.audience.accessibleDescription()) == (True, words)
    QTest.keyClick(page, Qt.Key.Key_H)
    assert seen(page) == before


def test_captions_come_line_by_line_from_what_is_said_alone(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    assert page.captions.said == ""
    QTest.keyClick(page, Qt.Key.Key_U)
    assert (room.state.ease, page.captions.said) == (Ease(captions=True), "Good morning.")
    QTest.keyClick(page, Qt.Key.Key_U)
    assert page.captions.said == ""
    QTest.keyClick(page, Qt.Key.Key_I)
    assert page.captions.said == "Good morning."
    QTest.keyClick(page, Qt.Key.Key_B)
    assert page.captions.said == ""


def test_one_more_key_after_the_last_line_puts_captions_away_and_the_next_begins_anew(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_U)
    assert (room.state.ease, page.captions.said) == (Ease(), "")
    QTest.keyClick(page, Qt.Key.Key_U)
    assert (room.state.ease, page.captions.said) == (Ease(captions=True), "Good morning.")


def test_shift_and_the_key_put_captions_away_at_any_line_and_never_bring_them(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Qt.Key.Key_U)
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
        assert (room.state.ease, page.captions.said) == (Ease(), "")


def test_the_bar_says_what_is_eased_while_the_slide_is_live(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    words = page.parts.bar.room
    assert words.text == "Live in a window"
    QTest.keyClick(page, Qt.Key.Key_G)
    assert (words.text, words.accessibleName()) == ("Live · large print",) * 2
    QTest.keyClick(page, Qt.Key.Key_H)
    QTest.keyClick(page, Qt.Key.Key_U)
    assert words.text == "Live · large print · contrast · captions"
    QTest.keyClick(page, Qt.Key.Key_B)
    assert words.text == "Black"


def test_the_console_shows_the_rooms_line_and_not_while_another_slide_is_looked_at(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    assert foot(page) != GROUND.lower()
    QTest.keyClick(page, Qt.Key.Key_U)
    assert foot(page) == GROUND.lower()
    page.presenting.look_at(room.index["three"])
    assert foot(page) != GROUND.lower()
    page.presenting.look_at(None)
    assert foot(page) == GROUND.lower()


def test_a_question_has_no_caption_before_its_answer_was_seen(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    QTest.keyClick(page, Qt.Key.Key_U)
    room.go("check")
    assert page.captions.lines(room.state) == ()


def test_the_drawer_of_keys_has_a_button_for_each_and_shows_what_is_on(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    buttons = page.parts.side.keys.ease
    buttons["large"].click()
    buttons["captions"].click()
    assert room.state.ease == Ease(large=True, captions=True)
    assert [button.isChecked() for button in buttons.values()] == [True, False, True]


def test_on_a_slide_without_words_to_say_captions_stay_on_and_say_why(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    room.go("goodbye")
    QTest.keyClick(page, Qt.Key.Key_U)
    assert room.state.ease == Ease(captions=True)
    assert "this slide has none" in page.parts.bars.notice.text
    QTest.keyClick(page, Qt.Key.Key_U)
    assert room.state.ease == Ease(captions=True)
    room.go("hello")
    assert page.captions.said == "Good morning."
    room.go("check")
    QTest.keyClick(page, Qt.Key.Key_U)
    assert "once its answer is shown" in page.parts.bars.notice.text
    QTest.keyClick(page, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    assert room.state.ease == Ease()
