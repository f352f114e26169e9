"""One file of the session: to be saved, being saved, saved, or not saved and why."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import ElidedLabel, figure, label
from imhtrainer.ui.wording import say_time

PATIENCE = 300
"""Milliseconds of work before a bar is shown."""

HEIGHT = 54
UNDER_NAME = 32
"""Pixels from the left edge to the name of a file, past its icon."""


class FileRow(QWidget):
    """``save`` carries which of the row's endings is wanted; the rest ask for what their buttons say."""

    save = Signal(str)
    cancel = Signal()
    open_file = Signal()
    show_folder = Signal()
    other_place = Signal()

    def __init__(
        self, look: Look, icon: str, name: str, hint: str, endings: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self._hint, self._name, self._look = hint, name, look
        self._icon = IconLabel(look, icon, "lagoon")
        self._title = ElidedLabel(name, "name", elide=Qt.TextElideMode.ElideMiddle)
        self.said = label(hint, "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.bar.setAccessibleName(self.tr("{0}: how far").format(name))
        self._count = figure("", "small")
        self.save_button = self._button(self.tr("Save"))
        self.cancel_button = self._button(self.tr("Cancel"))
        self.open_button = self._button(self.tr("Open"))
        self.folder_button = Button(
            look, kind="icon", icon="folder-open", token="lagoon", says=self.tr("Show in folder")
        )
        self.folder_button.setProperty("flush", "right")
        self.place_button = Button(look, self.tr("Choose another place"), "edge", "small")
        self._menu = QMenu(self.save_button)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._connect(endings)
        self.offer()

    def offer(self, hint: str = "") -> None:
        """The file can be saved; ``hint`` says what it is, or that it is older than the session."""
        self._show(hint or self._hint, self.save_button)

    def describe_hint(self, hint: str) -> None:
        """Say something else about the file while it can be saved; what was saved or failed stays said."""
        before, self._hint = self._hint, hint
        if self.said.text() == before and not self.save_button.isHidden():
            self.offer()

    def describe(self, name: str, hint: str) -> None:
        """Become the row of another file, which can be saved."""
        self._name, self._hint = name, hint
        self._title.setText(name)
        self.bar.setAccessibleName(self.tr("{0}: how far").format(name))
        for button in (self.save_button, self.cancel_button, self.open_button):
            button.setAccessibleName(f"{button.text()}: {name}")
        self.offer()

    def start(self) -> None:
        """The work has begun; the bar comes when it takes long."""
        self.bar.setRange(0, 0)
        self._count.setText("")
        if any(button.hasFocus() for button in self._buttons()):
            self.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # kept here for the button that comes next
        self._show(self.said.text())
        self._slow.start()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """How far the work is, with the count in words."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self._count.setText(words)

    def show_saved(self, at: datetime) -> None:
        """The file is there."""
        said = self.tr("Saved {0}").format(say_time(at))
        self._show(said, self.open_button, self.folder_button)

    def show_failed(self, sentence: str, place: bool) -> None:
        """Say why it was not saved, with what mends it: another place, or once more after making room."""
        buttons = (self.place_button, self.save_button) if place else (self.save_button,)
        self._show(sentence, *buttons, rank="warn-small")

    @property
    def endings(self) -> tuple[QAction, ...]:
        """The kinds of file that Save offers; none where there is only one."""
        return tuple(self._menu.actions())

    @property
    def failed(self) -> bool:
        """Whether another place is what mends it."""
        return not self._below.isHidden()

    def _show(self, said: str, *buttons: QWidget, rank: str = "small") -> None:
        self._slow.stop()
        self.said.setText(said)
        self.said.setAccessibleName(f"{self._name}: {said}")
        self.said.setProperty("rank", rank)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self._lines.setCurrentIndex(0)
        had_keyboard = self.hasFocus() or any(button.hasFocus() for button in self._buttons())
        for button in self._buttons():
            button.setVisible(button in buttons)
        self._below.setVisible(self.place_button in buttons)
        if had_keyboard and buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_bar(self) -> None:
        self._lines.setCurrentIndex(1)
        self.cancel_button.show()
        if self.hasFocus():
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.save_button,
            self.cancel_button,
            self.open_button,
            self.folder_button,
            self.place_button,
        )

    def _button(self, words: str) -> Button:
        made = Button(self._look, words, "text", says=f"{words}: {self._name}")
        made.setProperty("flush", "right")
        return made

    def _connect(self, endings: tuple[str, ...]) -> None:
        self._slow.timeout.connect(self._show_bar)
        self.cancel_button.clicked.connect(self.cancel)
        self.open_button.clicked.connect(self.open_file)
        self.folder_button.clicked.connect(self.show_folder)
        self.place_button.clicked.connect(self.other_place)
        if not endings:
            self.save_button.clicked.connect(lambda: self.save.emit(""))
            return
        for words in endings:
            self._menu.addAction(words).triggered.connect(partial(self._pick, words))
        self.save_button.clicked.connect(self._choose)

    def _pick(self, words: str, _checked: bool = False) -> None:
        self.save.emit(words)

    def _choose(self) -> None:
        spot = self.save_button.rect().bottomLeft()
        self._menu.popup(self.save_button.mapToGlobal(spot))

    def _lay_out(self) -> None:
        working = QWidget()
        beside = row(working, spacing=8)
        beside.addWidget(self.bar)
        beside.addWidget(self._count, 1)
        self._lines = QStackedWidget()
        self._lines.addWidget(self.said)
        self._lines.addWidget(working)
        self._lines.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = column(spacing=0)
        words.addWidget(self._title)
        words.addWidget(self._lines)
        top = row(spacing=12)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        for button in self._buttons()[:-1]:
            top.addWidget(button)
        self._below = QWidget()
        under = row(self._below)
        under.setContentsMargins(UNDER_NAME, 8, 0, 0)
        under.addWidget(self.place_button)
        under.addStretch(1)
        inside = column(self)
        inside.setContentsMargins(0, 6, 0, 6)
        inside.addLayout(top)
        inside.addWidget(self._below)
        self.setMinimumHeight(HEIGHT)
        self.setProperty("ring", False)


def saved_at(path: Path) -> datetime | None:
    """When a file was written; None when there is none."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
