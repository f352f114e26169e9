"""The middle of the sheet: the page, what to ask oneself about the name, and correcting it in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from imhtrainer.domain.errors import TrainerError
from imhtrainer.layout.page import Page
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.page_preview import PagePreview
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.issue.entries import Entry, verdict_words
from imhtrainer.ui.wrapup.issue.withdraw_form import WithdrawForm

LINES = 70
WITHDRAWING = 160
"""Pixels below the page: for looking and correcting, and for what a withdrawal means."""


Changes = Callable[[Entry], Sequence[str]]
"""What a correction would change besides the name; raises a ``TrainerError`` where there can be none."""


class Stage(Surface):
    """``approved`` says that the shown name is right, ``renamed`` carries the corrected one."""

    approved = Signal()
    renamed = Signal(str)
    corrected = Signal(str, str)
    revoked = Signal(str)
    left = Signal()

    def __init__(self, look: Look, changes: Changes) -> None:
        super().__init__("stage")
        self._changes = changes
        self._entry: Entry | None = None
        self.preview = PagePreview(look)
        self.verdict = label("", "strong", wrap=True)
        self.question = label("", "soft", wrap=True)
        self.edit_button = Button(look, self.tr("Edit"), icon="pencil")
        self.edit_button.setToolTip(self.tr("Correct the name (E)"))
        self.right_button = Button(look, self.tr("Looks right"), icon="check")
        self.right_button.setToolTip(self.tr("The name is as the person wants it (Enter)"))
        self.correct_button = Button(look, self.tr("Correct"), icon="pencil")
        self.correct_button.setToolTip(self.tr("Issue a new revision in its place"))
        self.revoke_button = Button(look, self.tr("Revoke"), icon="ban")
        self.withdrawing = WithdrawForm(look)
        self.field = TextField(look, self.tr("Name on the certificate"))
        self.save_button = Button(look, self.tr("Save name"))
        self.cancel_button = Button(look, self.tr("Cancel"), "quiet")
        self.said = label("", "warn-small", wrap=True)
        self._lines = QStackedWidget()
        self._lay_out()
        self.edit_button.clicked.connect(self.edit)
        self.right_button.clicked.connect(self.approved)
        self.save_button.clicked.connect(self._save)
        self.field.returnPressed.connect(self._save)
        self.cancel_button.clicked.connect(self._leave)
        self.correct_button.clicked.connect(self._correct)
        self.revoke_button.clicked.connect(self._revoke)
        self.withdrawing.corrected.connect(self.corrected)
        self.withdrawing.revoked.connect(self.revoked)
        self.withdrawing.left.connect(self._leave)

    @property
    def editing(self) -> bool:
        """Whether the name is being corrected."""
        return self._lines.currentIndex() > 0

    def show_entry(self, entry: Entry | None, page: Page | None) -> None:
        """Show a certificate; what was being corrected of another is put away."""
        self._entry = entry
        self.preview.show_page(page)
        self._turn(0)
        said, asked = verdict_words(entry) if entry else ("", "")
        self.verdict.setText(said)
        self.question.setText(asked)
        self._rank(self.verdict, "strong" if entry is None or entry.printable else "alarm")
        open_still = entry is not None and entry.open
        issued = entry is not None and entry.issued
        self.correct_button.setVisible(issued)
        self.revoke_button.setVisible(issued)
        self.edit_button.setVisible(open_still)
        self.right_button.setVisible(open_still and entry is not None and entry.printable)

    def edit(self) -> None:
        """Correct the name in place."""
        if self._entry is not None and self._entry.open:
            self.field.setText(self._entry.certificate.name)
            self.refuse("")
            self._turn(1)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()

    def refuse(self, sentence: str) -> None:
        """Say why the name cannot be that."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the name as it was."""
        if self.editing and event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif not self.editing or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _save(self) -> None:
        self.renamed.emit(self.field.text())

    def _leave(self) -> None:
        self._turn(0)
        self.left.emit()

    def _correct(self) -> None:
        if self._entry is not None and self._entry.issued:
            self._turn(2)
            try:
                self.withdrawing.correct(self._entry, self._changes(self._entry))
            except TrainerError as error:
                self.withdrawing.correct(self._entry, ())
                self.withdrawing.refuse(str(error))

    def _revoke(self) -> None:
        if self._entry is not None and self._entry.issued:
            self._turn(2)
            self.withdrawing.revoke(self._entry)

    def _turn(self, index: int) -> None:
        self._lines.setCurrentIndex(index)
        self._lines.setFixedHeight(WITHDRAWING if index == 2 else LINES)

    def _rank(self, words: QWidget, rank: str) -> None:
        words.setProperty("rank", rank)
        words.style().unpolish(words)
        words.style().polish(words)

    def _lay_out(self) -> None:
        looking, writing = QWidget(), QWidget()
        words = column(spacing=2)
        words.addStretch(1)
        words.addWidget(self.verdict)
        words.addWidget(self.question)
        words.addStretch(1)
        beside = row(looking, spacing=8)
        beside.addLayout(words, 1)
        beside.addWidget(self.correct_button)
        beside.addWidget(self.revoke_button)
        beside.addWidget(self.edit_button)
        beside.addWidget(self.right_button)
        fields = row(spacing=8)
        fields.addWidget(self.field, 1)
        fields.addWidget(self.save_button)
        fields.addWidget(self.cancel_button)
        edit = column(writing, spacing=2)
        edit.addLayout(fields)
        edit.addWidget(self.said)
        edit.addStretch(1)
        self._lines.addWidget(looking)
        self._lines.addWidget(writing)
        self._lines.addWidget(self.withdrawing)
        self._turn(0)
        foot = row()
        foot.setContentsMargins(28, 0, 28, 20)
        foot.addWidget(self._lines)
        inside = column(self)
        inside.addWidget(self.preview, 1)
        inside.addLayout(foot)
