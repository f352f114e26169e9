"""An edge shows what can be dragged while the mouse or the keyboard is on it, and at no other time."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
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
    # What a platform tells of the mouse; the offscreen one is silent where an earlier window lay.
    there = QPointF(40, 4)
    QApplication.sendEvent(edge, QEnterEvent(there, there, there))
    assert shown(edge) == window_look.color("plan")
    QApplication.sendEvent(edge, QEvent(QEvent.Type.Leave))
    assert shown(edge) not in (window_look.color("plan"), window_look.color("lagoon"))
