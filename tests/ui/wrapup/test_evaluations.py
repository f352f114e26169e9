"""Evaluations typed in from paper: by digits, one form after another."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.domain.evaluation import Evaluation, evaluation_items
from imhtrainer.domain.session.commands import (
    AdmitSeat,
    ChangeDetails,
    InvitePhones,
    OpenEvaluation,
    TakeSeat,
)
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.phones.evaluation_box import EvaluationBox
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.evaluations.page import EvaluationsPage
from imhtrainer.ui.wrapup.page import WrapUpPage


@pytest.fixture
def forms(
    window_look: Look,
    held: TrainingSession,
    services: Services,
    shown: Callable[[QWidget], None],
) -> EvaluationsPage:
    made = EvaluationsPage(window_look, held, services.errors, services.runner)
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
    asking = EvaluationsPage(window_look, held, services.errors, services.runner)
    shown(asking)
    person = next(iter(asking.handed_in.buttons))
    asking.handed_in.buttons[person].click()
    assert held.state.handed_in == (person,)


SEATS = ("maple 472", "river 235")


def hand_in(session: TrainingSession, seat: str, mark: int) -> None:
    ratings = (mark,) * len(evaluation_items(session.state.plan))
    session.evaluations.hand_in(seat, Evaluation(0, ratings, ("", "Calm", ""), seat))


def join(session: TrainingSession, closed: bool = False) -> None:
    """The evaluation opens, and two phones come in; with ``closed`` it closes again before anybody writes."""
    session.do(InvitePhones(session.now(), "4827", "typed"))
    session.do(OpenEvaluation(session.now()))
    for number, seat in enumerate(SEATS):
        session.do(TakeSeat(session.now(), seat, f"{number:064x}"))
    if closed:
        session.evaluations.close()


def test_it_is_opened_on_phones_counted_and_closed(
    window_look: Look,
    held: TrainingSession,
    services: Services,
    shown: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    join(held, closed=True)
    box = EvaluationBox(window_look, held, services.runner)
    shown(box)
    box.button.click()
    qtbot.waitUntil(box.button.isEnabled)
    assert held.state.evaluation_open
    hand_in(held, SEATS[0], 4)
    box.refresh()
    assert box.said.text().startswith("1 of 2 phones have handed in.")
    box.button.click()
    qtbot.waitUntil(box.button.isEnabled)
    assert [form.ratings[0] for form in held.state.phone_evaluations] == [4]
    assert box.said.text().startswith("1 form came from a phone.")
    assert box.button.text() == "Open it again"


def test_what_cannot_be_kept_is_said_and_the_evaluation_stays_open(
    window_look: Look,
    held: TrainingSession,
    services: Services,
    shown: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    join(held)
    forms = services.journal.path.with_name("evaluations")
    forms.mkdir()
    (forms / f"{held.id}.json").write_text("torn")
    box = EvaluationBox(window_look, held, services.runner)
    shown(box)
    box.button.click()
    qtbot.waitUntil(box.button.isEnabled)
    assert "cannot be read" in box.trouble.text()
    assert held.state.evaluation_open


def test_wrap_up_asks_to_close_it_and_says_what_came(
    open_page: Callable[..., WrapUpPage], held: TrainingSession, qtbot: QtBot
) -> None:
    join(held)
    page = open_page(held)
    assert page.evaluation.isVisible()
    assert "close it first" in page.files.evaluation.said.text()
    hand_in(held, SEATS[0], 5)
    page.evaluation.button.click()
    qtbot.waitUntil(lambda: not page.evaluation.isVisible())
    qtbot.waitUntil(lambda: page.files.evaluation.said.text() == "1 from phones")


def test_who_handed_in_by_phone_is_ticked_and_stays_so(
    window_look: Look,
    held: TrainingSession,
    services: Services,
    shown: Callable[[QWidget], None],
) -> None:
    award = replace(held.state.details.award, evaluation=True)
    held.do(ChangeDetails(held.now(), replace(held.state.details, award=award)))
    join(held)
    person = held.state.roster[0]
    held.do(AdmitSeat(held.now(), SEATS[0], person.id))
    forms = EvaluationsPage(window_look, held, services.errors, services.runner)
    shown(forms)
    button = forms.handed_in.buttons[person.id]
    assert (button.isChecked(), button.isEnabled()) == (False, True)
    hand_in(held, SEATS[0], 5)
    assert (button.isChecked(), button.isEnabled()) == (True, False)
    assert button.toolTip() == "Handed in on the phone"
    forms.close()
