from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from imhtrainer.domain.pacing import section_times
from imhtrainer.domain.session.commands import EndSession, GoTo
from imhtrainer.ui.widgets.times_box import TimesBox
from tests.domain.classroom import CLOSING, Classroom, at


def shown(box: TimesBox) -> list[str]:
    return [each.text() for each in box.findChildren(QLabel) if not each.isHidden()]


def test_the_longest_section_is_the_heading_and_each_has_a_row(qtbot: QtBot) -> None:
    room = Classroom().begin()
    room.do(GoTo(at(64), CLOSING, leave=True))
    room.do(EndSession(at(75)))
    box = TimesBox()
    qtbot.addWidget(box)
    box.show()
    box.show_sections(section_times(room.state, at(90)))
    qtbot.waitUntil(lambda: len(shown(box)) == 5)
    assert shown(box) == [
        "“First” took 4 min longer than planned",
        "First",
        "64 of 60 min",
        "Last",
        "11 of 15 min",
    ]


def test_without_sections_it_is_away(qtbot: QtBot) -> None:
    box = TimesBox()
    qtbot.addWidget(box)
    box.show_sections(())
    assert box.isHidden()


def test_another_times_day_is_told(qtbot: QtBot) -> None:
    room = Classroom().begin()
    room.do(EndSession(at(75)))
    box = TimesBox()
    qtbot.addWidget(box)
    box.show_sections(section_times(room.state, at(90)), held=at(0))
    assert shown(box)[0].startswith("Last time, November 21: ")
