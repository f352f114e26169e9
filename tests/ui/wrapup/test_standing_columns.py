"""The columns of Wrap up's table: dragged, moved by keys, remembered, and drawn again by a double click."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.services import Services
from imhtrainer.ui.wrapup.page import WrapUpPage
from imhtrainer.ui.wrapup.standing_columns import LEAST
from imhtrainer.ui.wrapup.standing_edge import BEFORE
from imhtrainer.ui.wrapup.standing_model import ACTION, COMPLETION, NAME, TIMES

OpenPage = Callable[..., WrapUpPage]
Key = Qt.Key


def width(page: WrapUpPage, column: int) -> int:
    return page.attendance.table.columnWidth(column)


def drag(page: WrapUpPage, column: int, by: int) -> None:
    edge = page.attendance.table.columns.edges[column]
    middle = edge.rect().center()
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(edge, middle + QPoint(by, 0))
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=middle)


def filled(page: WrapUpPage) -> bool:
    table = page.attendance.table
    return table.room_from(NAME) == table.viewport().width()


def test_an_edge_is_dragged_and_completion_has_what_is_left(page: WrapUpPage) -> None:
    names, times, completion = (width(page, each) for each in (NAME, TIMES, COMPLETION))
    drag(page, NAME, -40)
    assert (width(page, NAME), width(page, TIMES)) == (names - 40, times)
    assert width(page, COMPLETION) == completion + 40
    drag(page, TIMES, 30)
    assert (width(page, TIMES), width(page, COMPLETION)) == (times + 30, completion + 10)
    assert filled(page)


def test_an_edge_stands_over_the_end_of_its_column_wherever_that_is(page: WrapUpPage) -> None:
    table = page.attendance.table
    drag(page, NAME, 25)
    for column in (NAME, TIMES):
        edge = table.columns.edges[column]
        end = table.columnViewportPosition(column) + width(page, column)
        assert edge.isVisible()
        assert edge.geometry().center().x() == end - BEFORE


def test_no_column_is_dragged_out_of_the_window_or_to_nothing(page: WrapUpPage) -> None:
    for column, by in ((NAME, 5000), (TIMES, 5000), (NAME, -5000), (TIMES, -5000)):
        drag(page, column, by)
        assert filled(page)
        assert all(width(page, each) >= least for each, least in LEAST.items())


def test_dragged_columns_are_there_again_and_a_double_click_draws_one_as_it_was(
    page: WrapUpPage, open_page: OpenPage, held: TrainingSession, services: Services, qtbot: QtBot
) -> None:
    names, times = width(page, NAME), width(page, TIMES)
    drag(page, NAME, -40)
    drag(page, TIMES, 20)
    qtbot.waitUntil(lambda: services.settings.now.standing_columns != ())
    again = open_page(held)
    assert (width(again, NAME), width(again, TIMES)) == (names - 40, times + 20)
    edge = again.attendance.table.columns.edges[NAME]
    QTest.mouseDClick(edge, Qt.MouseButton.LeftButton, pos=edge.rect().center())
    assert width(again, TIMES) == times + 20
    assert width(again, NAME) > names - 40
    edge = again.attendance.table.columns.edges[TIMES]
    QTest.mouseDClick(edge, Qt.MouseButton.LeftButton, pos=edge.rect().center())
    assert (width(again, NAME), width(again, TIMES)) == (names, times)


def test_what_was_dragged_last_is_kept_also_when_the_page_goes_at_once(
    page: WrapUpPage, services: Services
) -> None:
    drag(page, NAME, -40)
    page.close()
    ((_screen, names, times),) = services.settings.now.standing_columns
    assert (names, times) == (width(page, NAME), 0)


def test_the_keyboard_reaches_an_edge_before_the_rows_and_moves_it(page: WrapUpPage) -> None:
    table = page.attendance.table
    names = width(page, NAME)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for _ in range(2):
        QTest.keyClick(page.window().focusWidget(), Key.Key_Backtab)
        walked.append(page.window().focusWidget())
    edge = table.columns.edges[NAME]
    assert walked == [table.columns.edges[TIMES], edge]
    QTest.keyClick(edge, Key.Key_Left)
    assert width(page, NAME) == names - 9
    QTest.keyClick(edge, Key.Key_Home)
    assert width(page, NAME) == names
    QTest.keyClick(edge, Key.Key_Tab)
    QTest.keyClick(table.columns.edges[TIMES], Key.Key_Tab)
    assert table.hasFocus()


def test_where_times_are_folded_only_names_have_an_edge(
    open_page: OpenPage, held: TrainingSession
) -> None:
    page = open_page(held, width=1024, height=640)
    resized = page.window()
    resized.resize(820, 640)
    table = page.attendance.table
    assert table.folded
    assert table.columns.edges[NAME].isVisible()
    assert not table.columns.edges[TIMES].isVisible()
    assert filled(page)


def test_an_editor_that_is_open_in_a_row_stays_while_a_column_is_dragged(
    page: WrapUpPage, qtbot: QtBot
) -> None:
    table = page.attendance.table
    table.setCurrentIndex(page.attendance.model.index(2, ACTION))
    QTest.keyClick(table, Key.Key_Return)
    editor = page.attendance.editing.editor
    assert editor is not None
    before = editor.width()
    drag(page, NAME, -40)
    qtbot.wait(20)
    assert page.attendance.editing.editor is editor
    assert editor.isVisible()
    assert editor.width() >= before
