"""Prepare, open on a session of the small training."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.prepare.page import ROSTER, PreparePage
from imhtrainer.ui.prepare.roster_pane import RosterPane
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look


@pytest.fixture
def prepare(
    session: TrainingSession,
    window_look: Look,
    services: Services,
    shown: Callable[[QWidget], None],
) -> PreparePage:
    page = PreparePage(session, window_look, services)
    page.resize(1366, 712)
    shown(page)
    return page


@pytest.fixture
def roster(prepare: PreparePage) -> RosterPane:
    prepare.open_step(ROSTER)
    return prepare.roster
