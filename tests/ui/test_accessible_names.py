"""Whoever hears the windows instead of seeing them: everything the keyboard reaches says what it is."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.session.commands import GoTo, StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.day import Day
from imhtrainer.ui.prepare.page import PHONES, ROSTER, PreparePage
from imhtrainer.ui.present.clock.timeline_view import TimelineView
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.pages.picture_view import PictureView
from imhtrainer.ui.present.round.vote_bar import VoteBar
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.widgets.places import Place
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.ui.conftest import StandingClock
from tests.ui.wrapup.holding import NAMES, hold

Enter = Callable[[TrainingSession, Place], None]
Invite = Callable[..., None]


Page = TypeVar("Page", bound=QWidget)


def only(window: QWidget, kind: type[Page]) -> Page:
    (found,) = window.findChildren(kind)
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader says first."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def nameless(window: QWidget) -> list[str]:
    """What the keyboard reaches and no name tells, with where it stands."""
    stops = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisibleTo(window)
    ]
    assert stops
    return [_where(widget) for widget in stops if not name_of(widget).strip()]


def _where(widget: QWidget) -> str:
    chain: list[str] = []
    at: QWidget | None = widget
    while at is not None:
        chain.append(type(at).__name__)
        at = at.parentWidget()
    return " in ".join(chain)


def test_home(window: MainWindow) -> None:
    assert nameless(window) == []


def test_home_with_something_interrupted(
    window: MainWindow,
    day: Day,
    session: TrainingSession,
    standing_clock: StandingClock,
    settle: Callable[[], None],
) -> None:
    session.do(StartSession(standing_clock()))
    day.desk.refresh()
    settle()
    assert nameless(window) == []


def test_prepare(window: MainWindow, session: TrainingSession, enter: Enter) -> None:
    enter(session, Place.PREPARE)
    assert nameless(window) == []


def test_the_roster(
    window: MainWindow, session: TrainingSession, enter: Enter, invite: Invite
) -> None:
    enter(session, Place.PREPARE)
    page = only(window, PreparePage)
    page.open_step(ROSTER)
    assert nameless(window) == []
    invite(session, "Ana Lopez", "Bo Chen")
    page.roster.add_person()
    assert nameless(window) == []


def test_room_and_phones(
    window: MainWindow, session: TrainingSession, enter: Enter, settle: Callable[[], None]
) -> None:
    enter(session, Place.PREPARE)
    only(window, PreparePage).open_step(PHONES)
    settle()
    assert nameless(window) == []


def test_the_import_of_a_list(
    window: MainWindow, session: TrainingSession, enter: Enter, settle: Callable[[], None]
) -> None:
    enter(session, Place.PREPARE)
    page = only(window, PreparePage)
    page.open_step(ROSTER)
    page.roster.imports.read_pasted("Name,Email\nAna Lopez,ana@example.org\n,\nBo Chen,\n")
    settle()
    assert page.roster.panel.isVisible()
    assert nameless(window) == []


@pytest.fixture
def console(
    window: MainWindow,
    session: TrainingSession,
    enter: Enter,
    invite: Invite,
    standing_clock: StandingClock,
) -> ConsolePage:
    invite(session, "Ana Lopez", "Bo Chen")
    session.do(StartSession(standing_clock()))
    enter(session, Place.PRESENT)
    return only(window, ConsolePage)


def test_the_console(window: MainWindow, console: ConsolePage) -> None:
    assert nameless(window) == []
    console.keys.panes.show_keys()
    assert nameless(window) == []
    for drawer in ("people", "phones", "paper"):
        console.parts.side.open(drawer)
        assert nameless(window) == []


def test_the_console_in_a_round(
    window: MainWindow,
    console: ConsolePage,
    session: TrainingSession,
    standing_clock: StandingClock,
) -> None:
    session.do(GoTo(standing_clock(), session.state.plan.questions[0], leave=True))
    assert nameless(window) == []
    bars = [bar for bar in console.findChildren(VoteBar) if bar.isVisible()]
    rows = console.parts.round.card.rows
    assert len(bars) == len(rows) > 0
    before = [name_of(each) for each in rows]
    console.presenting.count(0, 7)
    assert [name_of(each) for each in rows] != before


def test_pictures_and_the_timeline_say_what_they_show(
    console: ConsolePage, session: TrainingSession, standing_clock: StandingClock
) -> None:
    painted = [
        each
        for kind in (PictureView, TimelineView)
        for each in console.findChildren(kind)
        if each.isVisible()
    ]
    assert len(painted) >= 3
    before = [(name_of(each), each.accessibleDescription()) for each in painted]
    assert all(name for name, _description in before)
    standing_clock.pass_time(minutes=40)
    console.presenting.go_to(len(session.state.plan.slides) - 2)
    QCoreApplication.processEvents()
    after = [(name_of(each), each.accessibleDescription()) for each in painted]
    assert [one != other for one, other in zip(before, after, strict=True)] == [True] * len(painted)


def test_wrap_up_and_the_certificates(
    window: MainWindow,
    session: TrainingSession,
    enter: Enter,
    invite: Invite,
    standing_clock: StandingClock,
    settle: Callable[[], None],
) -> None:
    invite(session, *NAMES)
    hold(session, standing_clock, NAMES, still=("Gabriel Montoya",))
    enter(session, Place.WRAP_UP)
    page = only(window, WrapUpPage)
    settle()
    assert nameless(window) == []
    page.look_through()
    assert page.overlay is not None
    assert nameless(window) == []
    page.overlay.sheet.stage.edit()
    assert nameless(window) == []


def test_the_settings_and_the_help(window: MainWindow) -> None:
    window.settings_asked.emit()
    assert nameless(window) == []
    window.help_asked.emit()
    assert nameless(window) == []
