"""A PowerPoint file that is chosen or dropped on Home becomes a training."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.ui.home.desk import HomeDesk
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.home.powerpoint import free_folder
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look


@pytest.fixture
def home(window_look: Look, services: Services, shown: Callable[[QWidget], None]) -> HomePage:
    page = HomePage(window_look, services.clock)
    page.resize(1366, 712)
    shown(page)
    HomeDesk(page, services, page)
    return page


@pytest.fixture
def powerpoint(tmp_path: Path) -> Path:
    made: Any = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Safe sleep"
    slide.placeholders[1].text_frame.text = "On the back"
    deeper = slide.placeholders[1].text_frame.add_paragraph()
    deeper.text, deeper.level = "Every time", 1
    made.save(str(tmp_path / "Safe sleep.pptx"))
    return tmp_path / "Safe sleep.pptx"


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())


def drop(home: HomePage, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    home.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_dropped_file_is_a_training_with_a_card_and_a_report(
    home: HomePage, services: Services, powerpoint: Path, qtbot: QtBot
) -> None:
    drop(home, powerpoint)
    folder = services.data_folder.trainings / "Safe sleep"
    qtbot.waitUntil(lambda: folder in [card.facts.folder for card in home.cards.cards])
    assert home.message.text.splitlines() == [
        "Safe sleep.pptx is a training now. Look through it before you give it.",
        "Slide 1: points below points became points of their own.",
    ]
    assert (folder / "deck.md").is_file()
    assert (folder / "import.txt").read_text("utf-8").splitlines() == [
        "Slide 1: points below points became points of their own."
    ]
    assert str(folder) in services.settings.now.added_trainings


def test_a_file_is_chosen_with_a_button(
    home: HomePage,
    services: Services,
    powerpoint: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def choose(*_: object) -> tuple[str, str]:
        return str(powerpoint), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    button(home, "Import PowerPoint").click()
    qtbot.waitUntil(lambda: "is a training now" in home.message.text)


def test_a_file_that_is_none_is_said_and_leaves_nothing(
    home: HomePage, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(b"hello")
    with qtbot.waitSignal(services.errors.raised) as told:
        drop(home, broken)
    assert "cannot be read as a PowerPoint file" in str(told.args)
    assert not services.data_folder.trainings.exists() or not list(
        services.data_folder.trainings.iterdir()
    )


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Sleep").mkdir()
    assert free_folder(tmp_path, "Sleep") == tmp_path / "Sleep 2"
