"""An edge shows what can be dragged while the mouse or the keyboard is on it, and at no other time."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.lying_edge import LyingEdge


def shown(edge: LyingEdge) -> QColor:
    """The colour in the middle of the edge, beside its line."""
    return edge.grab().toImage().pixelColor(edge.width() // 2, edge.height() // 2 + 1)


def test_the_grip_is_there_while_mouse_or_keyboard_is_on_the_edge(
    qtbot: QtBot, window_look: Look
) -> None:
    window, elsewhere, edge = QWidget(), QPushButton("Else"), LyingEdge(window_look, "Edge")
    stack = QVBoxLayout(window)
    stack.addWidget(elsewhere)
    stack.addWidget(edge)
    qtbot.addWidget(window)
    window.resize(QSize(300, 120))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    assert shown(edge) not in (window_look.color("plan"), window_look.color("lagoon"))
    edge.setFocus(Qt.FocusReason.TabFocusReason)
    assert shown(edge) == window_look.color("lagoon")
    elsewhere.setFocus()
    assert shown(edge) not in (window_look.color("plan"), window_look.color("lagoon"))
    qtbot.mouseMove(elsewhere)  # a mouse that stands there already would not come
    qtbot.waitUntil(elsewhere.underMouse)
    qtbot.mouseMove(edge, QPoint(40, 4))
    qtbot.waitUntil(lambda: shown(edge) == window_look.color("plan"))
