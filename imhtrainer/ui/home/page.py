"""Home: what was interrupted, the trainings, and sessions held before."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLayout, QWidget

from imhtrainer.ui.home.band import ResumeBand
from imhtrainer.ui.home.cards import CardGrid
from imhtrainer.ui.home.past import PastSessions
from imhtrainer.ui.importing.dropped import (
    Wanted,
    dropped_file,
    wanted_powerpoint,
    wanted_questions,
)
from imhtrainer.ui.panes import mark_pane
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import InlineBar
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row, scrolling
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import greeting, say_moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from imhtrainer.ui.home.facts import HomeFacts, TrainingFacts

MARGIN = 32


class Ground(QWidget):
    """What is scrolled; ``resized`` carries its width, which the scroll bar's coming changes too."""

    resized = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the width."""
        super().resizeEvent(event)
        self.resized.emit(event.size().width())


class HomePage(QWidget):
    """The first place. It shows what it is told by ``show_facts`` and says what was pressed.

    ``prepare``, ``take_away`` and ``add_training`` carry a deck's folder, ``import_file`` a PowerPoint file
    or one of questions,
    ``resume``, ``end`` and ``opened`` a session's id.
    """

    prepare = Signal(Path)
    take_away = Signal(Path)
    resume = Signal(str)
    end = Signal(str)
    opened = Signal(str)
    add_training = Signal(Path)
    import_file = Signal(Path)

    def __init__(self, look: Look, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._name = ""
        self._greeting = label("", "title")
        self._now = label("", "soft")
        self.message = InlineBar(look)
        self.message.setProperty("apart", True)  # from the band under it
        self.message.setMinimumHeight(64)
        self.band = ResumeBand(look)
        self.cards = CardGrid(look)
        self.past = PastSessions(look)
        self._add = Button(look, self.tr("Add a training"), "text", icon="folder-open")
        self._add.setProperty("flush", "right")
        self._add.clicked.connect(self._choose_folder)
        self._import = Button(look, self.tr("Import PowerPoint"), "text", icon="presentation")
        self._import.clicked.connect(lambda: self._choose_file(wanted_powerpoint()))
        self._ask = Button(look, self.tr("Import questions"), "text", icon="list-checks")
        self._ask.setToolTip(self.tr("From Moodle (GIFT), Aiken, CSV or Excel"))
        self._ask.clicked.connect(lambda: self._choose_file(wanted_questions()))
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Home"))
        self.setProperty("ring", False)
        self._minute = QTimer(self, interval=15_000)
        self._minute.timeout.connect(self._tell_time)
        self._minute.start()
        self.greet("")

    def greet(self, facilitator: str) -> None:
        """Greet the facilitator by first name."""
        self._name = facilitator
        self._tell_time()

    def show_glance(self, trainings: tuple[TrainingFacts, ...]) -> None:
        """Show the trainings' cards while the sessions are still being read."""
        if not self.cards.cards:
            self.cards.show_trainings(trainings, filled=False, first=False)

    def show_facts(self, facts: HomeFacts) -> None:
        """Show trainings and sessions as they are now."""
        now = self._clock()
        self.band.show_unfinished(facts.unfinished, now)
        first_time = not facts.sessions and not facts.unfinished
        self.cards.show_trainings(facts.trainings, filled=not facts.unfinished, first=first_time)
        self.past.show_sessions(facts.sessions)
        self._order_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, so that Enter resumes and arrows walk from the start."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk cards and rows; Enter presses what has the keyboard, or resumes."""
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._walk(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._walk(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a folder, a PowerPoint file, or a file of questions."""
        if self._dropped(event) is not None or _file_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the deck that was dropped, or import the file."""
        folder, file = self._dropped(event), _file_in(event)
        if folder is not None:
            event.acceptProposedAction()
            self.add_training.emit(folder)
        elif file is not None:
            event.acceptProposedAction()
            self.import_file.emit(file)

    def _lay_out(self) -> None:
        inside = Ground()
        inside.resized.connect(self.past.fit)
        page = column(inside)
        page.setContentsMargins(MARGIN, 21, MARGIN, MARGIN)
        head = row()
        head.addWidget(self._greeting, 1)
        head.addWidget(self._now)
        head.setContentsMargins(0, 8, 0, 21)
        page.addLayout(head)
        page.addWidget(self.message)
        page.addWidget(self.band)
        page.addSpacing(24)
        page.addLayout(self._lower())
        page.addStretch(1)
        column(self).addWidget(scrolling(inside))
        for pane in (self.band, self.cards, self.past):
            mark_pane(pane)

    def _lower(self) -> QLayout:
        head = row()
        head.addWidget(label(self.tr("Trainings"), "heading"), 1)
        for way in (self._import, self._ask, self._add):
            head.addWidget(way)
        left = column(spacing=12)
        left.addLayout(head)
        left.addWidget(self.cards)
        left.addStretch(1)
        lower = row(spacing=33)
        lower.addLayout(left, 1)
        lower.addWidget(self.past, 0, Qt.AlignmentFlag.AlignTop)
        return lower

    def _connect(self) -> None:
        self.band.resume.connect(self.resume)
        self.band.end.connect(self.end)
        self.cards.prepare.connect(self.prepare)
        self.cards.take_away.connect(self.take_away)
        self.past.opened.connect(self.opened)
        keys = QShortcut(QKeySequence("Ctrl+O"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._choose_folder)

    def _tell_time(self) -> None:
        now = self._clock()
        self._greeting.setText(greeting(self._name, now))
        self._now.setText(say_moment(now))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a training’s folder"))
        if chosen:
            self.add_training.emit(Path(chosen))

    def _choose_file(self, wanted: Wanted) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, wanted.title, "", wanted.filter)
        if chosen:
            self.import_file.emit(Path(chosen))

    def _dropped(self, event: QDropEvent) -> Path | None:
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            if path.is_dir():
                return path
            if path.suffix == ".md":
                return path.parent
        return None

    def _order_tabs(self) -> None:
        """Tab goes as one reads: what was interrupted, trainings, past sessions."""
        stops: list[QWidget] = [*self.band.findChildren(QAbstractButton)]
        stops += [self._import, self._ask, self._add]
        for part in (self.cards, self.past):
            stops += part.findChildren(QAbstractButton)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _stops(self) -> list[QWidget]:
        return [*(card.button for card in self.cards.cards), *self.past.rows]

    def _walk(self, by: int) -> None:
        stops = self._stops()
        if not stops:
            return
        focus = self.focusWidget()
        here = next((i for i, stop in enumerate(stops) if stop is focus), None)
        wanted = 0 if here is None else min(max(here + by, 0), len(stops) - 1)
        stops[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self.band.press_resume()


def _file_in(event: QDropEvent) -> Path | None:
    return dropped_file(event, wanted_powerpoint(), wanted_questions())
