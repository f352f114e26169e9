"""A training of half an hour that was held: who stayed, who left early, who is still signed in."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.ui.conftest import StandingClock
from tests.ui.wrapup.holding import NAMES, hold


@pytest.fixture
def held(
    session: TrainingSession,
    invite: Callable[..., None],
    standing_clock: StandingClock,
) -> TrainingSession:
    """30 minutes: Devonte left after 20, Gabriel is still signed in, the last one never came."""
    invite(session, *NAMES, "Nobody Who Came")
    hold(session, standing_clock, NAMES, still=("Gabriel Montoya",))
    return session


@pytest.fixture
def open_page(
    qtbot: QtBot, window_look: Look, services: Services
) -> Iterator[Callable[..., WrapUpPage]]:
    """Opens Wrap up in a window of its own, as the shell does."""
    opened: list[tuple[QWidget, WrapUpPage]] = []

    def open_it(session: TrainingSession, width: int = 1366, height: int = 712) -> WrapUpPage:
        window = QWidget()
        inside = QVBoxLayout(window)
        inside.setContentsMargins(0, 0, 0, 0)
        page = WrapUpPage(session, window_look, services)
        inside.addWidget(page)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        QCoreApplication.processEvents()
        opened.append((window, page))
        return page

    yield open_it
    for _window, page in opened:
        if isValid(page):
            page.close()


@pytest.fixture
def page(open_page: Callable[..., WrapUpPage], held: TrainingSession) -> WrapUpPage:
    return open_page(held)
