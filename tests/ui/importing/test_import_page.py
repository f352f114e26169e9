"""A PowerPoint file that is chosen or dropped on Home: seen first, then taken over or made a training."""

from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.context import Context
from imhtrainer.services.exporting import export_deck
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.importing.outcome import free_folder
from imhtrainer.ui.importing.page import ImportPage
from imhtrainer.ui.importing.saying import marked
from imhtrainer.ui.services import Services
from imhtrainer.ui.shell import MainWindow
from tests.ui.test_accessible_names import nameless


@pytest.fixture
def powerpoint(tmp_path: Path) -> Path:
    """A file that is no export of ours."""
    made: Any = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Safe sleep"
    slide.placeholders[1].text_frame.text = "On the back"
    deeper = slide.placeholders[1].text_frame.add_paragraph()
    deeper.text, deeper.level = "Every time", 1
    made.save(str(tmp_path / "Safe sleep.pptx"))
    return tmp_path / "Safe sleep.pptx"


@pytest.fixture
def edited(trainings_folder: Path, services: Services, tmp_path: Path) -> Path:
    """An export of the little training in which somebody changed a text and a note, and left a slide out."""
    out = tmp_path / "edited.pptx"
    export_deck("pptx", read_deck(trainings_folder / "little"), out, Context(), services.kit)
    opened: Any = Presentation(str(out))
    slide = shape_with(opened, "A hand opens")
    run = slide.text_frame.paragraphs[0].runs[-1]
    run.text = run.text.replace("A hand opens", "A hand opens wide")
    entries = opened.slides._sldIdLst
    entries.remove(entries[-1])
    opened.save(str(out))
    return out


def shape_with(opened: Any, words: str) -> Any:
    shapes = (s for slide in opened.slides for s in slide.shapes if s.has_text_frame)
    return next(shape for shape in shapes if words in shape.text_frame.text)


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())


def drop(onto: HomePage | ImportPage, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    onto.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


class Desk:
    """The window with Home, and the import page once a file is dropped there."""

    def __init__(self, window: MainWindow, home: HomePage, qtbot: QtBot) -> None:
        self.window, self.home, self._qtbot = window, home, qtbot

    @property
    def page(self) -> ImportPage:
        return self.window.findChildren(ImportPage)[-1]

    def look_at(self, file: Path) -> ImportPage:
        drop(self.home, file)
        page = self.page
        self._qtbot.waitUntil(lambda: page.apply.isVisible() or page.wait.other.isVisible())
        return page

    def press(self, text: str) -> None:
        button(self.window, text).click()
        self._qtbot.waitUntil(lambda: bool(self.home.message.text))


@pytest.fixture
def desk(window: MainWindow, home: HomePage, qtbot: QtBot) -> Desk:
    return Desk(window, home, qtbot)


def test_a_file_of_somebody_else_is_seen_as_a_training_before_it_is_one(
    desk: Desk, services: Services, powerpoint: Path, qtbot: QtBot
) -> None:
    page = desk.look_at(powerpoint)
    assert page.remarks.text() == "Slide 1: points below points became points of their own."
    assert len(page.pages.pages) == 1
    assert not services.data_folder.trainings.exists()
    desk.press("Add this training")
    folder = services.data_folder.trainings / "Safe sleep"
    qtbot.waitUntil(lambda: folder in [card.facts.folder for card in desk.home.cards.cards])
    assert desk.home.message.text == (
        "Safe sleep.pptx is a training now. Look through it before you give it. "
        "What was left out is in import.txt beside the deck."
    )
    assert (folder / "import.txt").read_text("utf-8").splitlines() == [page_remark()]
    assert str(folder) in services.settings.now.added_trainings


def page_remark() -> str:
    return "Slide 1: points below points became points of their own."


def test_our_own_export_is_compared_with_the_training_it_came_from(
    desk: Desk, edited: Path, trainings_folder: Path, qtbot: QtBot
) -> None:
    file = trainings_folder / "little" / "deck.md"
    before = file.read_text("utf-8")
    page = desk.look_at(edited)
    assert page.training.currentText() == read_deck(file).title
    assert len(page.list.rows) == 2
    first, last = (each.group for each in page.list.rows)
    assert [change.what for change in first.changes] == ["slide"]
    assert [change.what for change in last.changes] == ["deleted"]
    qtbot.waitUntil(lambda: page.detail.after.page is not None)
    assert page.apply.text() == "Take over all 2 changes"
    assert file.read_text("utf-8") == before


def test_an_export_of_a_copy_is_compared_with_the_copy(
    desk: Desk, services: Services, edited: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.look_at(edited)
    desk.press("Take over all 2 changes")
    copy = services.data_folder.trainings / "little"
    out = tmp_path / "of the copy.pptx"
    export_deck("pptx", read_deck(copy), out, Context(), services.kit)
    page = desk.look_at(out)
    names = [page.training.itemText(n) for n in range(page.training.count())]
    assert len(set(names)) == len(names) == 3
    assert page.training.currentText() == "Copy: Looking together"
    assert "There is nothing to take over" in page.wait.said.text()


def test_what_is_ticked_is_taken_over_and_undone_again(
    desk: Desk, edited: Path, trainings_folder: Path, qtbot: QtBot
) -> None:
    folder = trainings_folder / "little"
    before = (folder / "deck.md").read_text("utf-8")
    page = desk.look_at(edited)
    page.list.rows[1].tick.click()
    qtbot.mouseClick(page.goal.buttons["here"], Qt.MouseButton.LeftButton)
    desk.press("Take over 1 of 2 changes")
    after = (folder / "deck.md").read_text("utf-8")
    assert "- A hand opens wide\n" in after
    assert before.splitlines()[-20:] == after.splitlines()[-20:]
    assert (folder / "deck.md.bak").read_text("utf-8") == before
    assert desk.home.message.text.startswith("1 change was taken over into ")
    button(desk.home, "Undo").click()
    qtbot.waitUntil(lambda: desk.home.message.text.endswith("is as it was before."))
    assert (folder / "deck.md").read_text("utf-8") == before


def test_the_training_that_came_along_stays_and_a_copy_is_changed(
    desk: Desk, services: Services, edited: Path, trainings_folder: Path, qtbot: QtBot
) -> None:
    before = (trainings_folder / "little" / "deck.md").read_text("utf-8")
    page = desk.look_at(edited)
    assert page.goal.value == "copy"
    desk.press("Take over all 2 changes")
    copy = services.data_folder.trainings / "little"
    assert "opens wide" in (copy / "deck.md").read_text("utf-8")
    assert (trainings_folder / "little" / "deck.md").read_text("utf-8") == before
    qtbot.waitUntil(lambda: copy in [card.facts.folder for card in desk.home.cards.cards])


def test_one_part_of_a_slide_can_be_left_and_nothing_ticked_takes_nothing(
    desk: Desk, edited: Path
) -> None:
    page = desk.look_at(edited)
    (tick,) = page.detail.ticks.values()
    tick.click()
    assert page.list.rows[0].tick.checkState() == Qt.CheckState.Unchecked
    page.list.rows[1].tick.click()
    assert not page.apply.isEnabled()


def test_everything_the_keyboard_reaches_says_what_it_is(
    desk: Desk, edited: Path, powerpoint: Path, qtbot: QtBot
) -> None:
    page = desk.look_at(edited)
    assert nameless(page) == []
    drop(page, powerpoint)
    qtbot.waitUntil(lambda: page.apply.isVisible() and page.apply.text() == "Add this training")
    assert nameless(page) == []


def test_arrows_walk_the_slides(desk: Desk, edited: Path, qtbot: QtBot) -> None:
    page = desk.look_at(edited)
    qtbot.keyClick(page.list.rows[0].button, Qt.Key.Key_Down)
    assert page.list.rows[1].button.isChecked()
    assert list(page.detail.ticks) == [page.list.rows[1].group.changes[0].key]


def test_an_export_can_be_made_a_new_training_all_the_same(
    desk: Desk, edited: Path, qtbot: QtBot
) -> None:
    page = desk.look_at(edited)
    page.training.setCurrentIndex(page.training.count() - 1)
    page.training.activated.emit(page.training.currentIndex())
    qtbot.waitUntil(lambda: page.apply.isVisible() and page.apply.text() == "Add this training")
    assert page.pages.pages


def test_an_untouched_export_says_that_there_is_nothing(
    desk: Desk, services: Services, trainings_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "untouched.pptx"
    export_deck("pptx", read_deck(trainings_folder / "little"), out, Context(), services.kit)
    page = desk.look_at(out)
    assert page.wait.said.text() == (
        "The file says the same as the training. There is nothing to take over."
    )
    assert not page.apply.isVisible()


def test_a_file_is_chosen_with_a_button(
    desk: Desk, powerpoint: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(*_: object) -> tuple[str, str]:
        return str(powerpoint), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    button(desk.home, "Import PowerPoint").click()
    qtbot.waitUntil(desk.page.apply.isVisible)


def test_a_file_that_is_none_is_said_and_leaves_nothing(
    desk: Desk, services: Services, powerpoint: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(b"hello")
    page = desk.look_at(broken)
    assert "cannot be read as a PowerPoint file" in page.wait.said.text()
    assert not services.data_folder.trainings.exists()
    drop(page, powerpoint)
    qtbot.waitUntil(page.apply.isVisible)


def test_reading_can_be_stopped(desk: Desk, edited: Path, qtbot: QtBot) -> None:
    drop(desk.home, edited)
    page = desk.page
    page.wait.stop.click()
    qtbot.waitUntil(page.wait.other.isVisible)
    assert page.wait.said.text() == "Stopped, as asked. Nothing half-made was kept."


def test_esc_leaves_everything_as_it_was(desk: Desk, edited: Path, qtbot: QtBot) -> None:
    page = desk.look_at(edited)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(desk.home.isVisible)
    assert desk.home.message.text == ""


def test_words_that_differ_are_marked_by_more_than_colour() -> None:
    before, after = marked("looks at <you>", "looks right at you", "#111", "#222")
    assert before == 'looks at <s style="background:#111">&lt;you&gt;</s>'
    assert after == (
        'looks <u style="background:#222">right</u> at <u style="background:#222">you</u>'
    )


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Sleep").mkdir()
    assert free_folder(tmp_path, "Sleep") == tmp_path / "Sleep 2"
