"""Fields stay as they are while somebody scrolls past them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.fields import (
    Choice,
    DateField,
    LengthField,
    NumberField,
    TextField,
    TimeField,
)
from imhtrainer.ui.widgets.frames import column

Field = QComboBox | QAbstractSpinBox


def choice(look: Look) -> Field:
    made = Choice(look, "Paper")
    made.addItems(["Letter", "A4", "Legal"])
    made.setCurrentIndex(1)
    return made


FIELDS: dict[str, Callable[[Look], Field]] = {
    "choice": choice,
    "day": lambda look: DateField(look, "Day"),
    "time": lambda _look: TimeField("Begins"),
    "number": lambda _look: NumberField("Present for at least", 50, 100, " %"),
    "length": lambda _look: LengthField("From the left edge", 20, 80),
}


def words(field: Field) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()


@pytest.fixture(params=FIELDS)
def field(request: pytest.FixtureRequest, window_look: Look, qtbot: QtBot) -> Iterator[Field]:
    page = QWidget()
    qtbot.addWidget(page)
    stack = column(page)
    other = TextField(window_look, "Venue")
    made = FIELDS[request.param](window_look)
    stack.addWidget(other)
    stack.addWidget(made)
    page.show()
    page.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    yield made
    page.close()


def turn_the_wheel(field: Field) -> None:
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def test_the_wheel_does_not_give_the_keyboard(field: Field) -> None:
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_wheel_changes_no_field_that_lies_idle(field: Field) -> None:
    before = words(field)
    turn_the_wheel(field)
    assert words(field) == before


def test_it_changes_the_one_that_has_the_keyboard(field: Field, qtbot: QtBot) -> None:
    before = words(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    turn_the_wheel(field)
    assert words(field) != before
