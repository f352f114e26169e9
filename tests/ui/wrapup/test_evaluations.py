"""Evaluations typed in from paper: by digits, one form after another."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import ChangeDetails
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.evaluations.page import EvaluationsPage


@pytest.fixture
def forms(
    window_look: Look,
    held: TrainingSession,
    services: Services,
    shown: Callable[[QWidget], None],
) -> EvaluationsPage:
    made = EvaluationsPage(window_look, held, services.errors)
    shown(made)
    return made


def test_a_form_is_typed_by_digits_alone_and_the_next_one_begins(
    forms: EvaluationsPage, held: TrainingSession, qtbot: QtBot
) -> None:
    forms.marks[0].setFocus()
    for marks, digit in zip(forms.marks, "54321543215432154321", strict=False):
        qtbot.keyClicks(marks, digit)
    forms.comments[0].setText("I will wait.")
    qtbot.mouseClick(forms.keep_button, Qt.MouseButton.LeftButton)
    kept = held.state.evaluations[0]
    assert kept.ratings[:5] == (5, 4, 3, 2, 1)
    assert kept.comments[0] == "I will wait."
    assert forms.number.value() == 2
    assert all(marks.mark == 0 for marks in forms.marks)


def test_a_form_that_was_typed_is_shown_and_put_right(
    forms: EvaluationsPage, held: TrainingSession, qtbot: QtBot
) -> None:
    qtbot.keyClicks(forms.marks[0], "5")
    forms.keep()
    forms.number.setValue(1)
    assert forms.marks[0].mark == 5
    qtbot.keyClicks(forms.marks[0], "2")
    forms.keep()
    assert [form.ratings[0] for form in held.state.evaluations] == [2]
    forms.number.setValue(1)
    forms.remove_button.click()
    assert held.state.evaluations == ()


def test_an_empty_form_is_not_kept(
    forms: EvaluationsPage, held: TrainingSession, services: Services
) -> None:
    said: list[str] = []
    services.errors.raised.connect(lambda words, _kind: said.append(words))
    forms.keep()
    assert held.state.evaluations == ()
    assert said == ["This form is empty. Mark a rating or write a comment."]


def test_who_handed_one_in_is_asked_only_where_completing_needs_it(
    forms: EvaluationsPage,
    held: TrainingSession,
    services: Services,
    window_look: Look,
    shown: Callable[[QWidget], None],
) -> None:
    assert forms.handed_in.isHidden()
    award = replace(held.state.details.award, evaluation=True)
    held.do(ChangeDetails(held.now(), replace(held.state.details, award=award)))
    asking = EvaluationsPage(window_look, held, services.errors)
    shown(asking)
    person = next(iter(asking.handed_in.buttons))
    asking.handed_in.buttons[person].click()
    assert held.state.handed_in == (person,)
