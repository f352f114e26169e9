from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.ui.present.keys.key_map import Action
from imhtrainer.ui.present.keys.router import KeyRouter

Key = Qt.Key


class Desk:
    """A window with a console in it that holds a field and a button, and what was asked by key."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.console = QWidget(self.window)
        self.console.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = QLineEdit()
        self.button = QPushButton("Press")
        inside = QVBoxLayout(self.console)
        inside.addWidget(self.field)
        inside.addWidget(self.button)
        self.audience = QWidget()
        self.router = KeyRouter(self.console, self.audience)
        self.router.adopt(self.window)
        self.asked: list[Action] = []
        self.router.asked.connect(lambda action, _digit: self.asked.append(action))
        for widget in (self.window, self.audience):
            qtbot.addWidget(widget)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()


def test_the_console_takes_every_key_of_its_own(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.console.setFocus()
    for key in (Key.Key_Space, Key.Key_Period, Key.Key_F5):
        QTest.keyClick(desk.console, key)
    assert desk.asked == [Action.NEXT, Action.BLACK, Action.PROJECTOR]


def test_what_is_typed_belongs_to_the_field_but_a_clicker_still_works(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.field.setFocus()
    QTest.keyClicks(desk.field, "b n 12")
    QTest.keyClick(desk.field, Key.Key_Home)
    assert desk.asked == []
    assert desk.field.text() == "b n 12"
    QTest.keyClick(desk.field, Key.Key_PageDown)
    assert desk.asked == [Action.NEXT]


def test_space_presses_a_button_reached_by_tab_and_arrows_move_the_slides(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.button.setFocus()
    with qtbot.waitSignal(desk.button.clicked):
        QTest.keyClick(desk.button, Key.Key_Space)
    QTest.keyClick(desk.button, Key.Key_Right)
    assert desk.asked == [Action.NEXT]


def test_keys_count_also_when_no_widget_has_the_keyboard(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.button.setFocus()
    desk.button.clearFocus()
    QTest.keyClick(desk.window, Key.Key_PageDown)
    assert desk.asked == [Action.NEXT]


def test_a_key_the_field_leaves_over_does_not_move_the_slides(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.field.setFocus()
    QTest.keyClick(desk.field, Key.Key_Down)
    assert desk.asked == []


def test_letters_with_alt_or_control_are_left_alone(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.console.setFocus()
    QTest.keyClick(desk.console, Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(desk.console, Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert desk.asked == []


def test_the_rooms_keys_are_its_own_while_a_vote_is_open(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.router.in_round = True
    desk.console.setFocus()
    for key in (Key.Key_Up, Key.Key_C, Key.Key_Plus, Key.Key_5, Key.Key_PageDown):
        QTest.keyClick(desk.console, key)
    assert desk.asked == [
        Action.CHOICE_UP,
        Action.CLOSE_VOTE,
        Action.MORE_HANDS,
        Action.DIGIT,
        Action.NEXT,
    ]
