"""What the mouse finds before it presses: a ground under the row, a full name where one is cut, no tip twice."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from imhtrainer.ui.present.console.console import ConsolePage
from tests.ui.present.small_training import Room

OpenConsole = Callable[..., ConsolePage]


def tip_over(widget: QWidget, spot: QPoint) -> str:
    QToolTip.hideText()
    QApplication.processEvents()
    QApplication.sendEvent(
        widget, QHelpEvent(QHelpEvent.Type.ToolTip, spot, widget.mapToGlobal(spot))
    )
    return QToolTip.text() if QToolTip.isVisible() else ""


def place_of(page: ConsolePage, name: str) -> QPoint:
    rows = page.parts.outline.list
    model = rows.model()
    indices = (model.index(at, 0) for at in range(model.rowCount(QModelIndex())))
    found = next(each for each in indices if each.data() == name)
    return rows.visualRect(found).center()


def test_a_row_of_the_outline_says_its_name_in_full_only_where_it_is_cut(
    room: Room, console: OpenConsole
) -> None:
    room.start()
    page = console()
    seen = page.parts.outline.list.viewport()
    spot = place_of(page, "Three things")
    assert tip_over(seen, spot) == ""
    page.parts.outline.list.setFixedWidth(140)
    QTest.qWait(10)
    assert tip_over(seen, place_of(page, "Three things")) == "Three things"
    QToolTip.hideText()


def test_a_key_is_named_once_by_its_cap_or_by_a_tip(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    black = page.parts.transport.black
    spot = black.rect().center()
    assert tip_over(black, spot) == ""
    black.show_key(False)
    assert tip_over(black, spot) == "Key B"
    QToolTip.hideText()


def test_a_row_gets_another_ground_under_the_mouse(room: Room, console: OpenConsole) -> None:
    room.start()
    page = console()
    rows = page.parts.outline.list
    spot = place_of(page, "Three things")

    def ground() -> QColor:
        return QColor(rows.viewport().grab().toImage().pixelColor(rows.width() // 2, spot.y() - 14))

    before = ground()
    QTest.mouseMove(rows.viewport(), spot)
    QTest.qWait(20)
    assert ground() != before
