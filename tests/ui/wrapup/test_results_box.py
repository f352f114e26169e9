from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import CloseRound, CountHands, EndSession, GoTo, OpenRound
from imhtrainer.ui.wrapup.results_box import ResultsBox
from tests.domain.classroom import CHECKS, POST, PRE, Classroom, at, question_plan


def shown(box: ResultsBox) -> list[str]:
    return [each.text() for each in box.findChildren(QLabel) if not each.isHidden()]


def open_box(qtbot: QtBot, room: Classroom) -> ResultsBox:
    room.do(EndSession(at(75)))
    box = ResultsBox()
    qtbot.addWidget(box)
    box.show()
    box.show_results(room.state)
    return box


def test_the_share_right_is_the_heading_and_each_answered_checkpoint_has_a_row(
    qtbot: QtBot,
) -> None:
    room = Classroom().begin()
    room.ask(PRE, 1, 6, 4, 0)
    room.ask(CHECKS[0], 10, 4, 6, 0)
    room.do(OpenRound(at(12)))
    room.do(CountHands(at(13), 1, 8))
    room.do(CountHands(at(13), 2, 2))
    room.do(CloseRound(at(14)))
    room.ask(CHECKS[1], 20, 4, 6, 0)
    room.ask(POST, 50, 3, 7, 0)
    box = open_box(qtbot, room)
    qtbot.waitUntil(lambda: len(shown(box)) == 6)
    assert shown(box) == [
        "70% right at the checkpoints",
        "Before we start 40% right, at the final check 70%",
        "1  Which?",
        "60% → 80%",
        "2  Which?",
        "60%",
    ]


def test_what_people_think_has_its_mean_and_no_share(qtbot: QtBot) -> None:
    room = Classroom(question_plan("rating")).begin()
    room.ask(CHECKS[0], 10, 0, 0, 2, 2, 0)
    box = open_box(qtbot, room)
    qtbot.waitUntil(lambda: shown(box) == ["What people think", "Which?", "3.5 of 5"])


def test_where_nothing_was_answered_it_is_away(qtbot: QtBot) -> None:
    room = Classroom().begin()
    room.do(GoTo(at(2), CHECKS[0]))
    assert open_box(qtbot, room).isHidden()
