from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from imhtrainer.domain.deck import Paragraph, Run, plain
from imhtrainer.domain.desk import desk
from imhtrainer.domain.notes import feedback_parts, note_parts
from imhtrainer.domain.quiz import Choice, Question
from imhtrainer.ui.present.console.top_bar import ConsoleBar
from imhtrainer.ui.present.figures import clock_figures, percent, session_figures
from imhtrainer.ui.present.keys.typed_number import PATIENCE, TypedNumber
from imhtrainer.ui.present.round.figures import SittingFigures
from imhtrainer.ui.present.round.sitting_line import SittingLine
from imhtrainer.ui.style.look import Look
from tests.ui.present.small_training import START, Room


def test_seconds_are_shown_as_a_clock_shows_them() -> None:
    assert clock_figures(0) == "0:00"
    assert clock_figures(330.9) == "5:30"
    assert clock_figures(3930) == "1:05:30"
    assert clock_figures(-3) == "0:00"
    assert session_figures(4510) == "75:10"


def test_half_a_per_cent_is_rounded_up() -> None:
    assert [percent(share) for share in (0, 0.125, 0.445, 1)] == [0, 13, 45, 100]


def test_a_bold_beginning_becomes_the_heading_of_a_note() -> None:
    text = (Run("Say.", bold=True), Run(" Good morning."))
    (part,) = note_parts((Paragraph(text, 1),))
    assert part.head == "Say"
    assert part.text == (Run("Good morning."),)


def test_a_note_that_is_bold_throughout_is_no_heading() -> None:
    text = (Run("Never shake a baby.", bold=True),)
    (part,) = note_parts((Paragraph(text, 1),))
    assert part.head == ""
    assert part.text == text


def test_after_the_reveal_there_is_a_word_for_every_choice_but_not_before_the_training() -> None:
    choices = (Choice("Play louder", False, "Too much.", 1), Choice("Wait", True, "Yes.", 2))
    question = Question("single", "check", 1, choices, "Babies need pauses.", 1)
    louder, wait = feedback_parts(question, "A word for each choice")
    assert (louder.head, plain(louder.text)) == (
        "A word for each choice",
        "A. Play louder: Too much.",
    )
    assert wait.text == (Run("B. Wait:", bold=True), Run(" Yes."))
    assert feedback_parts(replace(question, phase="pre"), "A word for each choice") == ()
    assert feedback_parts(None, "A word for each choice") == ()


def test_digits_make_a_number_until_patience_runs_out() -> None:
    number = TypedNumber().typed("2", START).typed("5", START + timedelta(seconds=1))
    assert number.digits == "25"
    later = START + PATIENCE + timedelta(seconds=2)
    assert not number.fresh(later)
    assert number.typed("7", later).digits == "7"


def test_the_desk_lists_who_has_not_come_first(room: Room) -> None:
    found = desk(room.state, "", room.clock())
    assert [row.attendee.name for row in found.rows[:3]] == ["Ed Fox", "Flo Grau", "Ana Lopez"]
    assert (found.here, found.expected) == (4, 6)


def test_the_desk_finds_names_without_accents_or_case(room: Room) -> None:
    assert [row.attendee.name for row in desk(room.state, "LÓP", room.clock()).rows] == [
        "Ana Lopez"
    ]


def test_one_question_and_one_person_are_said_as_one(qtbot: QtBot) -> None:
    line = SittingLine()
    qtbot.addWidget(line)
    line.resize(600, 40)
    line.show_sitting(SittingFigures("check", (1,), 1))
    assert line.heading.text() == "The question is open"
    assert line.told.text() == "question 1: 1; 1 person is here"
    line.show_sitting(SittingFigures("check", (2, 1), 3))
    assert line.heading.text() == "All 2 questions are open"
    assert line.told.text() == "question 1: 2, question 2: 1; 3 are here"


def test_one_phone_is_one_phone_though_it_waits(look: Look, qtbot: QtBot) -> None:
    bar = ConsoleBar(look)
    qtbot.addWidget(bar)
    told = []
    for phones, waiting in ((1, 1), (2, 1), (1, 0), (2, 0)):
        bar.show_phones(phones, waiting, trouble=False, wanted=True)
        told.append(bar.phones.text())
    assert told == ["1 phone, 1 waiting", "2 phones, 1 waiting", "1 phone", "2 phones"]
