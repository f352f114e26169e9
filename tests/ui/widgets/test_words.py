from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.words import ElidedLabel


def test_words_that_do_not_fit_are_whole_in_the_tool_tip_as_they_change(qtbot: QtBot) -> None:
    label = ElidedLabel("Serve and return builds brains, one small answer after the other")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.toolTip() == label.text()
    label.setText("Play")
    assert label.toolTip() == ""
    label.setText("Crying over the first months, and what it tells who listens")
    assert label.toolTip() == label.text()


def test_a_button_is_called_what_stands_on_it(qtbot: QtBot, window_look: Look) -> None:
    button = Button(window_look, "Start")
    qtbot.addWidget(button)
    button.setText("Resume")
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Resume"
