"""The roster's columns: dragged by their edges, remembered, and drawn again by a double click."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.prepare.roster_pane import RosterPane
from imhtrainer.ui.prepare.roster_table import LEAST_COLUMN
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look

Invite = Callable[..., None]


def widths(roster: RosterPane) -> list[int]:
    return [roster.table.columnWidth(column) for column in range(4)]


def test_dragged_columns_are_there_again_with_the_next_session(
    roster: RosterPane,
    session: TrainingSession,
    services: Services,
    window_look: Look,
    invite: Invite,
    qtbot: QtBot,
    shown: Callable[[QWidget], None],
) -> None:
    invite(session, "Ana Lopez")
    drawn = widths(roster)
    roster.table.horizontalHeader().resizeSection(0, drawn[0] + 60)
    qtbot.waitUntil(lambda: services.settings.now.roster_columns != ())
    again = RosterPane(session, window_look, services)
    again.resize(roster.size())
    shown(again)
    assert abs(widths(again)[0] - drawn[0] - 60) <= 1
    roster.table.horizontalHeader().sectionHandleDoubleClicked.emit(0)
    assert widths(roster) == drawn


def test_no_column_is_dragged_out_of_the_window(
    roster: RosterPane, session: TrainingSession, invite: Invite
) -> None:
    invite(session, "Ana Lopez")
    roster.table.horizontalHeader().resizeSection(1, 5000)
    assert sum(widths(roster)) == roster.table.viewport().width()
    assert widths(roster)[3] >= LEAST_COLUMN
