"""The evaluation on phones: opened, how many handed in, closed. What a form says is not shown here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from imhtrainer.domain.errors import TrainerError
from imhtrainer.domain.session.commands import OpenEvaluation
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_count

if TYPE_CHECKING:
    from imhtrainer.domain.session import SessionState
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.tasks import TaskRunner


class EvaluationBox(Surface):
    """One button whose word says what comes next; ``only_open`` hides the box while phones are not asked."""

    def __init__(
        self, look: Look, session: TrainingSession, runner: TaskRunner, only_open: bool = False
    ) -> None:
        super().__init__("sand")
        self._session, self._runner, self._only_open = session, runner, only_open
        self._working = False
        self.said = label(rank="soft", wrap=True)
        self.trouble = label(rank="small", wrap=True)
        self.button = Button(look, "", "edge", "small", "list-checks")
        self.button.clicked.connect(self._press)
        inside = column(self, spacing=8)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(label(self.tr("Evaluation on phones"), "strong"))
        inside.addWidget(self.said)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.trouble)
        self.refresh()

    def refresh(self) -> None:
        """Show the evaluation as it stands."""
        state = self._session.state
        invited = bool(state.join_code) and state.stage != "prepared"
        self.setVisible(state.evaluation_open if self._only_open else invited)
        self.said.setText(self._words(state))
        self.button.setText(self._verb(state))
        self.button.set_icon("check" if state.evaluation_open else "list-checks")
        self.button.setEnabled(not self._working)
        self.trouble.setVisible(bool(self.trouble.text()))

    def _words(self, state: SessionState) -> str:
        phones = [seat for seat in state.seats if not seat.gone or seat.handed_in]
        done = sum(seat.handed_in for seat in phones)
        if state.evaluation_open:
            words = self.tr(
                "{0} of {1} phones have handed in. People can change theirs until you close."
            )
            return words.format(done, len(phones))
        if state.phone_evaluations:
            return say_count(
                len(state.phone_evaluations),
                self.tr("1 form came from a phone. The summary counts it with those on paper."),
                self.tr("{0} forms came from phones. The summary counts them with those on paper."),
            )
        return self.tr("The form comes to each phone on one page, without names.")

    def _verb(self, state: SessionState) -> str:
        if state.evaluation_open:
            return self.tr("Close the evaluation")
        again = state.phone_evaluations
        return self.tr("Open it again") if again else self.tr("Open the evaluation")

    def _press(self) -> None:
        """Closing reads and writes files, so neither is done on this thread."""
        session, opened = self._session, self._session.state.evaluation_open
        self._working = True
        self.trouble.setText("")
        self._runner.start(
            lambda _progress: session.evaluations.close() if opened else _open(session),
            lambda _none: self._done(""),
            self._failed,
        )
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, TrainerError):
            self._runner.unexpected.emit(error)
        self._done(str(error))

    def _done(self, trouble: str) -> None:
        if not isValid(self):  # the window was put away while the disk was written
            return
        self._working = False
        self.trouble.setText(trouble)
        self.refresh()


def _open(session: TrainingSession) -> None:
    session.do(OpenEvaluation(session.now())).result()
