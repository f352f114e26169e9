"""The key that signs certificates: its fingerprint, a copy under a passphrase, and the way on when it is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from imhtrainer.domain.errors import TrainerError
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.tasks import Progress, TaskRunner
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.signing.keys import KeyRing

AskPath = Callable[[], str]


class KeyBox(QWidget):
    """Shows the key as it stands; all reading and writing is done off the GUI thread."""

    def __init__(self, look: Look, keys: KeyRing, runner: TaskRunner) -> None:
        super().__init__()
        self._keys, self._runner = keys, runner
        self.mark = label("", wrap=True)
        self.said = label("", "small", wrap=True)
        self.passphrase = TextField(look, self.tr("Passphrase of the copy"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.export_button = Button(look, self.tr("Save a copy"), icon="key-round")
        self.restore_button = Button(look, self.tr("Bring back a copy"))
        self.anew_button = Button(look, self.tr("Begin a new key"))
        self.ask_out: AskPath = self._ask_out
        self.ask_in: AskPath = self._ask_in
        self._lay_out()
        self.export_button.clicked.connect(self._export)
        self.restore_button.clicked.connect(self._restore)
        self.anew_button.clicked.connect(self._begin_anew)

    def refresh(self) -> None:
        """Read the key's state from the disk and show it."""
        self._run(lambda: None, str)

    def _export(self) -> None:
        words = self.passphrase.text()
        if why := self._keys.refusal(words):  # before a place is asked for
            self._say(why)
            self.passphrase.setFocus()
        elif chosen := self.ask_out():
            out = Path(chosen)
            done = self.tr("The copy is in {0}. Keep it and the passphrase apart.").format(out)
            self._run(lambda: self._keys.export(words, out), lambda: done)

    def _restore(self) -> None:
        chosen, words = self.ask_in(), self.passphrase.text()
        if chosen:
            self._run(lambda: self._keys.restore(Path(chosen), words), self._restored)

    def _begin_anew(self) -> None:
        done = self.tr("A new key signs from now on. What was issued before still verifies.")
        self._run(self._keys.begin_anew, lambda: done)

    def _restored(self) -> str:
        done = self.tr("This key signs from now on.")
        after = self._keys.numbers_after
        numbers = self.tr("Serials begin at {0} on this computer, so that none is given twice.")
        return f"{done} {numbers.format(f'{after + 1:06d}')}" if after else done

    def _run(self, act: Callable[[], None], done: Callable[[], str]) -> None:
        def work(_progress: Progress) -> tuple[str, str, str]:
            """The fingerprint, why there is none or what was refused, and what was done."""
            try:
                act()
            except TrainerError as error:
                return "", str(error), ""
            return (*self._standing(), done())

        self._runner.start(work, self._show)

    def _standing(self) -> tuple[str, str]:
        """The fingerprint, or why there is none; made on first use by issuing, not by looking."""
        if not self._keys.known():
            return self.tr("None yet; the first certificate makes it."), ""
        try:
            return self._keys.mark(), ""
        except TrainerError as error:
            return self.tr("Not to be had"), str(error)

    def _show(self, found: tuple[str, str, str]) -> None:
        mark, why, done = found
        if mark:
            self.mark.setText(mark)
            whole = not why and mark.count(" ") == 3
            self.export_button.setEnabled(whole)
            self.anew_button.setVisible(bool(why))
        self._say(why or done)
        if mark:
            self.passphrase.clear()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _ask_out(self) -> str:
        words = self.tr("Where shall the copy of the key be?")
        return QFileDialog.getSaveFileName(
            self, words, str(Path.home() / "IMH Trainer key.pem"), "*.pem"
        )[0]

    def _ask_in(self) -> str:
        return QFileDialog.getOpenFileName(
            self, self.tr("The copy of the key"), str(Path.home()), "*.pem"
        )[0]

    def _lay_out(self) -> None:
        inside = column(self, spacing=10)
        inside.addLayout(named_field(self.tr("Fingerprint of the key that signs"), self.mark))
        copy = row(spacing=12)
        copy.addWidget(self.passphrase, 1)
        for button in (self.export_button, self.restore_button, self.anew_button):
            copy.addWidget(button)
        self.passphrase.setPlaceholderText(self.tr("Passphrase, eight letters or more"))
        inside.addLayout(copy)
        inside.addWidget(self.said)
