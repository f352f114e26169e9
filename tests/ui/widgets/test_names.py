"""Names, titles and choices that are longer than their room."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.ui.home.past import NARROW, WIDTH, PastSessions
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import Choice
from imhtrainer.ui.widgets.names import LINE, breakable, name_height, paint_name
from imhtrainer.ui.widgets.paragraph import Paragraph
from imhtrainer.ui.widgets.words import ElidedLabel, person_name

COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitänswitwe Elisabeth Müller"
ARABIC = "عبد الرحمن بن محمد بن عبد العزيز آل سليمان الهاشمي"
Shown = Callable[[QWidget], None]


@pytest.mark.parametrize("name", [COMPOUND, ARABIC, "Công Tằng Tôn Nữ Phương Thảo Nguyễn Phúc"])
def test_a_long_name_gets_as_many_lines_as_it_needs(window_look: Look, name: str) -> None:
    font = QFont()
    font.setPixelSize(15)
    assert name_height("Ana Ruiz", font, 200) == LINE
    wide, narrow = name_height(name, font, 240), name_height(name, font, 90)
    assert LINE < wide < narrow
    assert narrow % LINE == 0


@pytest.mark.parametrize(
    "name", ["Camille Jean-Baptiste", "Beatriz Santana-Ruiz", "Ana Lucía Ruiz"]
)
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Medium])
def test_a_name_that_just_fits_has_the_lines_it_is_painted_in(
    window_look: Look, name: str, weight: QFont.Weight
) -> None:
    font = QFont(QApplication.font())
    font.setPixelSize(15)
    font.setWeight(weight)
    room = QRect(10, 10, QFontMetrics(font).horizontalAdvance(name), 60)
    image = QImage(room.width() + 40, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    paint_name(painter, room, name)
    painter.end()
    rows = [
        any(image.pixelColor(x, y) != QColor("white") for x in range(image.width()))
        for y in range(image.height())
    ]
    lines = sum(1 for above, here in pairwise(rows) if here and not above)
    assert name_height(name, font, room.width()) // LINE == lines


def test_a_label_breaks_a_long_word_and_says_the_name_as_it_is(window_look: Look) -> None:
    made = person_name(COMPOUND)
    assert made.text().replace("\u200b", "") == COMPOUND
    assert made.minimumSizeHint().width() < 200
    assert made.accessibleName() == COMPOUND
    assert breakable("Rosa María Villavicencio Echeverría") == "Rosa María Villavicencio Echeverría"


def test_a_choice_too_long_for_its_field_has_the_whole_in_its_tool_tip(
    qtbot: QtBot, window_look: Look, shown: Shown
) -> None:
    choice = Choice(window_look, "Compare with")
    choice.addItems(["Nothing", COMPOUND])
    choice.resize(220, 36)
    shown(choice)
    assert choice.toolTip() == ""
    choice.setCurrentIndex(1)
    assert choice.toolTip() == COMPOUND
    choice.resize(900, 36)
    assert choice.toolTip() == ""


def test_a_title_ends_after_two_lines_and_is_read_whole(window_look: Look) -> None:
    title = Paragraph(f"{COMPOUND} und {COMPOUND}", "heading", 26, most=2)
    assert title.heightForWidth(249) == 52
    assert Paragraph(f"{COMPOUND} und {COMPOUND}", "heading", 26).heightForWidth(249) > 52
    assert title.text() == f"{COMPOUND} und {COMPOUND}"


def test_what_words_are_short_for_stays_in_the_tool_tip(shown: Shown, window_look: Look) -> None:
    place = ElidedLabel("Documents/IMH Trainer")
    place.stand_for("/home/marisol/Documents/IMH Trainer")
    place.resize(400, 20)
    shown(place)
    assert place.toolTip() == "/home/marisol/Documents/IMH Trainer"


def test_an_icon_stands_as_far_from_words_that_come_late(window_look: Look) -> None:
    late = Button(window_look, "", icon="users")
    late.setText("21 here")
    assert late.iconSize() == Button(window_look, "21 here", icon="users").iconSize()


@pytest.mark.parametrize(
    ("page", "past"), [(1366, WIDTH), (1352, WIDTH - 14), (1200, WIDTH), (1024, NARROW)]
)
def test_three_trainings_keep_their_room_beside_past_sessions(
    window_look: Look, page: int, past: int
) -> None:
    sessions = PastSessions(window_look)
    sessions.fit(page)
    assert sessions.width() == past
