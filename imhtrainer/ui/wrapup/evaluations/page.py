"""Evaluations: from phones, and from paper one form after another, by keyboard alone; kept as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.evaluation import QUESTIONS, Evaluation, evaluation_items
from imhtrainer.domain.session.commands import EnterEvaluation, RemoveEvaluation
from imhtrainer.ui.phones.evaluation_box import EvaluationBox
from imhtrainer.ui.session_watch import SessionWatch
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import FIELD, NumberField, TextField, named_field
from imhtrainer.ui.widgets.frames import column, line, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.evaluations.handed_in import HandedIn
from imhtrainer.ui.wrapup.evaluations.marks import Marks

if TYPE_CHECKING:
    from imhtrainer.domain.session import SessionState
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.errors import ErrorDesk
    from imhtrainer.ui.tasks import TaskRunner

MOST_FORMS = 9999


class EvaluationsPage(QWidget):
    """One form at a time; ``closed`` when the person is done."""

    closed = Signal()

    def __init__(
        self, look: Look, session: TrainingSession, errors: ErrorDesk, runner: TaskRunner
    ) -> None:
        super().__init__()
        self._session, self._errors = session, errors
        self.number = NumberField(self.tr("Number on the form"), 1, MOST_FORMS)
        self.said = label("", "soft", wrap=True)
        items = evaluation_items(session.state.plan)
        self.marks = tuple(Marks(look, words) for words in items)
        self.comments = tuple(TextField(look, question) for question in QUESTIONS)
        self.keep_button = Button(look, self.tr("Keep it, next form"), "primary", icon="check")
        self.keep_button.setToolTip(self.tr("Ctrl+Enter"))
        self.remove_button = Button(look, self.tr("Take this form out"), "text", icon="trash-2")
        self._done = Button(look, self.tr("Done"))
        self.handed_in = HandedIn(look, session, errors)
        self.phones = EvaluationBox(look, session, runner)
        self._watch = SessionWatch(session, self._hear, parent=self)
        self._lay_out()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Begin with the first form that is not typed in yet."""
        self.number.setValue(self._next_number())
        self._show_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; what was kept is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Listen no more."""
        self._watch.close()
        super().closeEvent(event)

    def _hear(self, _state: SessionState) -> None:
        self.phones.refresh()
        self.handed_in.refresh()

    def keep(self) -> None:
        """Keep the form and go on with the next one."""
        comments = tuple(field.text() for field in self.comments)
        ratings = tuple(marks.mark for marks in self.marks)
        form = Evaluation(self.number.value(), ratings, comments)
        session = self._session
        if self._errors.attempt(lambda: session.do(EnterEvaluation(session.now(), form))):
            self.begin()
            self.marks[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        session, sheet = self._session, self.number.value()
        if self._errors.attempt(lambda: session.do(RemoveEvaluation(session.now(), sheet))):
            self._show_form()

    def _next_number(self) -> int:
        known = {form.sheet for form in self._session.state.evaluations}
        return next(n for n in range(1, MOST_FORMS + 1) if n not in known)

    def _show_form(self) -> None:
        forms = self._session.state.evaluations
        found = next((form for form in forms if form.sheet == self.number.value()), None)
        for index, marks in enumerate(self.marks):
            known = found.ratings if found and index < len(found.ratings) else ()
            marks.show_mark(known[index] if known else 0)
        for index, field in enumerate(self.comments):
            written = found.comments if found and index < len(found.comments) else ()
            field.setText(written[index] if written else "")
        self.remove_button.setVisible(found is not None)
        self._say(len(forms), found is not None)

    def _say(self, forms: int, here: bool) -> None:
        one, many = self.tr("1 form is typed in."), self.tr("{0} forms are typed in.")
        count = one if forms == 1 else many.format(forms)
        if not forms:
            count = self.tr("Write a number on each form, so that none is typed twice.")
        again = self.tr("This one is, and can be put right.") if here else ""
        self.said.setText(f"{count} {again}".strip())

    def _connect(self) -> None:
        self.number.valueChanged.connect(lambda _value: self._show_form())
        self.keep_button.clicked.connect(self.keep)
        self.remove_button.clicked.connect(self._remove)
        self._done.clicked.connect(self.closed)
        followers = (*self.marks[1:], self.comments[0])
        for marks, follower in zip(self.marks, followers, strict=True):
            marks.done.connect(follower.setFocus)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep)

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        head = row(spacing=8)
        head.addWidget(label(self.tr("Evaluations"), "title"), 1)
        head.addWidget(self._done)
        inside.addLayout(head)
        inside.addWidget(self.phones)
        inside.addSpacing(4)
        inside.addWidget(label(self.tr("From paper"), "heading"))
        inside.addWidget(
            label(
                self.tr("1 is not at all, 5 is fully. Type the digits; 0 leaves one out."), "soft"
            )
        )
        which = row(spacing=16)
        self.number.setFixedWidth(150)
        which.addLayout(named_field(self.tr("Number on the form"), self.number))
        self.said.setMinimumHeight(FIELD)
        which.addWidget(self.said, 1, Qt.AlignmentFlag.AlignBottom)
        inside.addSpacing(4)
        inside.addLayout(which)
        inside.addSpacing(4)
        for marks in self.marks:
            inside.addWidget(marks)
        inside.addWidget(line())
        for question, field in zip(QUESTIONS, self.comments, strict=True):
            inside.addSpacing(4)
            inside.addLayout(named_field(question, field))
        buttons = row(spacing=12)
        buttons.setContentsMargins(0, 8, 0, 0)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        inside.addWidget(self.handed_in)
        inside.addStretch(1)
