"""Evaluations from phones on their way into the record: what a form says goes one way, who handed in another."""

from threading import Lock
from typing import TYPE_CHECKING

from imhtrainer.domain.errors import AnswerRefused
from imhtrainer.domain.evaluation import Evaluation
from imhtrainer.domain.plan import Plan
from imhtrainer.domain.session.commands import CloseEvaluation, HandInEvaluation
from imhtrainer.domain.session.evaluating import check_open, written_form
from imhtrainer.layout.evaluation_words import items_to_rate, questions_to_answer
from imhtrainer.store.form_box import FormBox

if TYPE_CHECKING:
    from imhtrainer.services.session import TrainingSession


def what_is_asked(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a person rates and what is asked in words, in the language of the training."""
    return items_to_rate(plan), questions_to_answer(plan)


class EvaluationDesk:
    """Takes forms of one session; both methods wait for the disk, so neither is for the window's thread."""

    def __init__(self, session: "TrainingSession", box: FormBox) -> None:
        self._session = session
        self._box = box
        self._lock = Lock()

    def hand_in(self, seat: str, form: Evaluation) -> None:
        """Keep a form and note that one came from this seat; both are on disk when this returns.

        The form of a seat may be written anew by who has its key, and by nobody else. Raises CommandRefused
        (AnswerTooLate once it is closed) and StoreError.
        """
        with self._lock:
            state = self._session.state
            check_open(state)
            written = written_form(state, form)
            here = state.seat(seat)
            if here is not None and here.handed_in and not self._knows(form.mark):
                raise AnswerRefused(
                    "An evaluation was handed in from this seat already. "
                    "It can be changed on the phone it was written on."
                )
            if here is not None and not here.gone:
                self._box.put(written)
            self._session.do(HandInEvaluation(self._session.now(), seat)).result()

    def close(self) -> None:
        """Take no more forms, and bring those that came into the record, all in one entry."""
        with self._lock:
            session = self._session
            session.do(CloseEvaluation(session.now(), self._box.forms())).result()
            self._box.empty()

    def _knows(self, mark: str) -> bool:
        known = (*self._box.forms(), *self._session.state.phone_evaluations)
        return any(form.mark == mark for form in known)
