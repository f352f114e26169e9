"""Every window of a facilitator's day, at all sizes and scales: nothing clipped, the keyboard always in sight."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.ui.style.look import Look
from tests.ui.look.findings import problems

REPOSITORY = Path(__file__).parents[3]


@cache
def audit(scale: str) -> dict[str, list[str]]:
    """One walk through all windows with this scale of the display."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.ui.look.audit"],
        cwd=REPOSITORY,
        env=os.environ | {"QT_SCALE_FACTOR": scale, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    found: dict[str, list[str]] = json.loads(told.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_nothing_is_clipped_or_covered_and_every_target_can_be_hit(scale: str) -> None:
    assert audit(scale)["layout"] == []


def test_tab_shows_where_the_keyboard_is_and_goes_as_one_reads() -> None:
    assert audit("1")["focus"] == []


def test_what_is_off_is_found(qtbot: QtBot, window_look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    words = QLabel("Far too long for so little room", window)
    words.setGeometry(0, 0, 40, 24)
    wrapped = QLabel("Words that need more than one line of a label", window)
    wrapped.setWordWrap(True)
    wrapped.setGeometry(0, 60, 80, 18)
    small = QCheckBox("Go", window)
    small.setGeometry(20, 5, 90, 20)
    outside = QLabel("x", window)
    outside.setGeometry(290, 150, 24, 24)
    window.show()
    qtbot.waitExposed(window)
    found = {each.split(":")[0] for each in problems(window)}
    assert sorted(found) == [
        "clipped",
        "cut off below",
        "on top of each other",
        "out of the window",
        "target too small",
    ]
