"""A file of questions that is chosen or dropped on Home: seen as slides first, then added where one says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from imhtrainer.decks.parser import read_deck
from imhtrainer.services.questions import export_questions
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.importing.change_detail import ChangeDetail
from imhtrainer.ui.importing.questions.detail import QuestionDetail
from imhtrainer.ui.importing.questions.page import QuestionsPage
from imhtrainer.ui.services import Services
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.style.look import Look as WindowLook
from imhtrainer.ui.widgets.page_preview import PagePreview
from tests.ui.test_accessible_names import nameless

GIFT = """What helps a baby that cries? {=A calm voice#It soothes. ~Waiting#Not alone.}

Holding spoils a baby. {F}

How many hours? {#12:2}
"""

Look = Callable[[Path], QuestionsPage]


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    (tmp_path / "quiz.gift").write_text(GIFT, encoding="utf-8")
    return tmp_path / "quiz.gift"


@pytest.fixture
def little(trainings_folder: Path) -> Path:
    return trainings_folder / "little" / "deck.md"


@pytest.fixture
def look_at(window: MainWindow, home: HomePage, qtbot: QtBot) -> Look:
    """Drops a file on Home and waits until the page shows what is in it."""

    def look(file: Path) -> QuestionsPage:
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
        page = window.findChildren(QuestionsPage)[-1]
        qtbot.waitUntil(lambda: page.apply.isVisible() or page.wait.other.isVisible())
        return page

    return look


def add(page: QuestionsPage, home: HomePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(home.message.text))


def test_each_question_is_seen_as_its_slides_and_nothing_is_written(
    look_at: Look, quiz: Path, little: Path, qtbot: QtBot
) -> None:
    before = little.read_bytes()
    page = look_at(quiz)
    assert [row.group.title for row in page.list.rows] == [
        "What helps a baby that cries?",
        "Holding spoils a baby.",
    ]
    qtbot.waitUntil(lambda: page.detail.answered.page is not None)
    assert page.detail.asked.page != page.detail.answered.page
    assert page.detail.words == (
        "A  A calm voice ✓ right",
        "It soothes.",
        "B  Waiting",
        "Not alone.",
        "Explanation: It soothes.",
    )
    assert "answer is a number" in page.remarks.text()
    assert little.read_bytes() == before


def test_the_training_that_came_along_stays_and_a_copy_gets_what_is_ticked(
    look_at: Look, quiz: Path, little: Path, home: HomePage, services: Services, qtbot: QtBot
) -> None:
    before = little.read_bytes()
    page = look_at(quiz)
    assert page.goal.value == "copy"
    page.list.rows[1].tick.click()
    assert page.apply.text() == "Add 1 question"
    add(page, home, qtbot)
    title = read_deck(little).title
    assert home.message.text == f"1 question was added to a copy of {title}."
    copy = services.data_folder.trainings / "little"
    assert len(read_deck(copy).slides) == len(read_deck(little).slides) + 1
    assert little.read_bytes() == before
    assert str(copy) in services.settings.now.added_trainings


def test_they_are_added_to_the_chosen_section_and_taken_back(
    look_at: Look, quiz: Path, little: Path, home: HomePage, qtbot: QtBot
) -> None:
    before = little.read_bytes()
    page = look_at(quiz)
    page.section.setCurrentIndex(0)
    page.section.activated.emit(0)
    qtbot.waitUntil(page.apply.isVisible)
    qtbot.mouseClick(page.goal.buttons["here"], Qt.MouseButton.LeftButton)
    add(page, home, qtbot)
    assert read_deck(little).sections[0].slides[-1].id == "holding-spoils-a-baby"
    undo = next(b for b in home.message.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "is as it was before" in home.message.text)
    assert little.read_bytes() == before


def test_what_was_unticked_stays_so_when_another_section_is_chosen(
    look_at: Look, quiz: Path, qtbot: QtBot
) -> None:
    page = look_at(quiz)
    page.list.rows[0].tick.click()
    page.section.setCurrentIndex(0)
    page.section.activated.emit(0)
    qtbot.waitUntil(page.apply.isVisible)
    assert not page.list.rows[0].tick.isChecked()
    page.list.rows[1].tick.click()
    assert not page.apply.isEnabled()


def test_questions_that_are_asked_already_are_said_to_be(
    look_at: Look, little: Path, tmp_path: Path
) -> None:
    export_questions(read_deck(little), tmp_path / "own.xlsx")
    page = look_at(tmp_path / "own.xlsx")
    assert "no question in this file that could be added" in page.wait.said.text()
    assert "asks this already" in page.remarks.text()
    assert not page.apply.isVisible()


def test_a_table_of_something_else_says_what_it_should_hold(look_at: Look, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,email\nAda,a@x.org\n", encoding="utf-8")
    page = look_at(tmp_path / "people.csv")
    assert "No column is named “question”" in page.remarks.text()


def test_a_file_is_chosen_with_a_button(
    window: MainWindow, home: HomePage, quiz: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(quiz), ""))
    next(b for b in home.findChildren(QPushButton) if b.text() == "Import questions").click()
    page = window.findChildren(QuestionsPage)[-1]
    qtbot.waitUntil(page.apply.isVisible)
    assert page.title.text() == "Questions of quiz.gift"


def test_everything_the_keyboard_reaches_says_what_it_is(look_at: Look, quiz: Path) -> None:
    assert nameless(look_at(quiz)) == []


def test_esc_leaves_everything_as_it_was(
    look_at: Look, quiz: Path, little: Path, qtbot: QtBot
) -> None:
    before = little.read_bytes()
    page = look_at(quiz)
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert little.read_bytes() == before


@pytest.mark.parametrize("kind", [QuestionDetail, ChangeDetail])
def test_in_a_narrow_window_both_pictures_are_whole(
    kind: type[QuestionDetail | ChangeDetail], window_look: WindowLook, qtbot: QtBot
) -> None:
    detail = kind(window_look)
    qtbot.addWidget(detail)
    detail.resize(620, 500)
    detail.show()
    for preview in detail.findChildren(PagePreview):
        holder = preview.parentWidget()
        assert holder is not None
        assert holder.rect().contains(preview.geometry())
