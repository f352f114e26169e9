"""The main window: one stack of places under one bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from imhtrainer.domain.errors import TrainerError
from imhtrainer.ui.panes import next_pane
from imhtrainer.ui.session_watch import SessionWatch
from imhtrainer.ui.sessionbar import SessionBar
from imhtrainer.ui.style.focus import FocusRing
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import InlineBar
from imhtrainer.ui.widgets.frames import column
from imhtrainer.ui.widgets.places import Place
from imhtrainer.ui.wording import when_and_where

if TYPE_CHECKING:
    from imhtrainer.domain.session.state import SessionState
    from imhtrainer.services.session import TrainingSession

WIDTH, HEIGHT, TITLE_BAR = 1366, 768, 32
BEAT_MILLISECONDS = 2000
"""How often a running session writes down that it still runs."""

PageFactory = Callable[["TrainingSession"], QWidget]


@dataclass(frozen=True)
class OpenSession:
    """The session that is open, the pages made for it so far, and what hears it."""

    session: TrainingSession
    pages: Mapping[Place, QWidget]
    watch: SessionWatch


class MainWindow(QWidget):
    """The program's window. Home stands from the start; a session brings three more places.

    ``factories`` make the page of a place when it is first entered; the page of Present brings its
    own bar. ``session_left`` tells that the open session is put away, ``came_home`` tells Home to look
    again, ``starting`` that Present was asked for before the training began.
    """

    came_home = Signal()
    session_left = Signal()
    starting = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, look: Look, home: QWidget) -> None:
        super().__init__()
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("IMH Trainer"))
        self.setMinimumSize(QSize(1024, 640))
        self._home = home
        self._factories: Mapping[Place, PageFactory] = {}
        self._open: OpenSession | None = None
        self._place = Place.HOME
        self._leaving = False
        self._bar = SessionBar(look)
        self.message = InlineBar(look)
        self._stack = QStackedWidget()
        self._add_page(home)
        self._lay_out()
        self._ring = FocusRing(self, look)
        self._beat = QTimer(self, interval=BEAT_MILLISECONDS)
        self._beat.timeout.connect(self._tell_running)
        self._connect()

    @property
    def place(self) -> Place:
        """Where we are."""
        return self._place

    @property
    def session(self) -> TrainingSession | None:
        """The session that is open, if any."""
        return self._open.session if self._open else None

    def show_over(self, page: QWidget) -> None:
        """Show a page that belongs to no session, such as the settings, until ``go_back``."""
        if self._stack.indexOf(page) < 0:
            self._add_page(page)
        self._stack.setCurrentWidget(page)
        self._bar.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_down(self, page: QWidget) -> None:
        """Return from a page that was shown over a place once, and let it go."""
        self.go_back()
        self._stack.removeWidget(page)
        page.deleteLater()

    def go_back(self) -> None:
        """Return from a page shown over a place to that place."""
        self.go(self._place)

    def make_pages_by(self, factories: Mapping[Place, PageFactory]) -> None:
        """Say who makes the pages of a session's places."""
        self._factories = factories

    def open_session(self, session: TrainingSession, place: Place) -> None:
        """Enter a session at one of its places; another that was open is put away."""
        if self._open is None or self._open.session is not session:
            self._put_away_session()
            watch = SessionWatch(session, self._show_state, parent=self)
            self._open = OpenSession(session, {}, watch)
            self._beat.start()
        self._show_state(session.state)
        self.go(place)

    def go(self, place: Place) -> None:
        """Go to a place; Present before the training began only asks whether to begin."""
        if place is Place.HOME:
            self._show(place, self._home)
            self.came_home.emit()
        elif self._may_enter(place):
            self._enter(place)

    def open_doors(self) -> None:
        """Enter Present before the training begins: the room sees the first slide, no clock runs."""
        self._enter(Place.PRESENT)

    def show_sized(self) -> None:
        """Show the window at its drawn size, or as large as a smaller screen allows."""
        room = self.screen().availableGeometry().size()
        if room.width() < WIDTH or room.height() < HEIGHT + TITLE_BAR:
            self.showMaximized()
        else:
            self.resize(WIDTH, HEIGHT)
            self.show()

    def put_away(self) -> None:
        """Let go of the session that is open."""
        self._put_away_session()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once while a training runs; it would be offered again at the next start."""
        running = self._open is not None and self._open.session.state.stage == "running"
        if not running or self._leaving:
            self._put_away_session()
            event.accept()
            return
        event.ignore()
        self.message.say(
            self.tr(
                "The training is running. Everything is saved, and you can resume where you are."
            ),
            "waits",
            (self.tr("Close the program"), self.leave),
        )

    def leave(self) -> None:
        """End the program without another word; a training that runs is offered at the next start."""
        self._leaving = True
        self.close()
        QApplication.quit()

    def _lay_out(self) -> None:
        inside = column(self)
        inside.addWidget(self._bar)
        inside.addWidget(self.message)
        inside.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._bar.home_asked.connect(lambda: self.go(Place.HOME))
        self._bar.place_asked.connect(self._go_or_stay)
        self._bar.help_asked.connect(self.help_asked)
        self._bar.settings_asked.connect(self.settings_asked)
        for place in Place:
            keys = QShortcut(QKeySequence(f"Ctrl+{place.value + 1}"), self)
            keys.activated.connect(lambda wanted=place: self.go(wanted))
        for keys_text, step in (("F6", 1), ("Shift+F6", -1)):
            keys = QShortcut(QKeySequence(keys_text), self)
            keys.activated.connect(lambda by=step: next_pane(self, by))

    def _go_or_stay(self, place: Place) -> None:
        self.go(place)
        self._mark_places()

    def _may_enter(self, place: Place) -> bool:
        if self._open is None or place not in self._factories:
            return False
        stage = self._open.session.state.stage
        if place is Place.PRESENT and stage == "prepared":
            self.starting.emit()
            return False
        over = stage == "ended"
        return {Place.PRESENT: not over, Place.WRAP_UP: over}.get(place, True)

    def _enter(self, place: Place) -> None:
        try:
            page = self._page(place)
        except TrainerError as error:
            self.message.say(str(error), "alarm")
            return
        self._show(place, page)

    def _page(self, place: Place) -> QWidget:
        assert self._open is not None
        made = self._open.pages.get(place)
        if made is None:
            made = self._factories[place](self._open.session)
            self._add_page(made)
            self._open = replace(self._open, pages={**self._open.pages, place: made})
        return made

    def _add_page(self, page: QWidget) -> None:
        page.setProperty("ring", False)  # a whole page has the keyboard, no single control
        self._stack.addWidget(page)

    def _show(self, place: Place, page: QWidget) -> None:
        if place is not self._place:
            self.message.put_away()
        self._place = place
        self.message.give_back_to(page)
        self._stack.setCurrentWidget(page)
        self._bar.setVisible(place is not Place.PRESENT)
        if place is Place.HOME or self._open is None:
            self._bar.show_home()
        else:
            self._show_state(self._open.session.state)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, state: SessionState) -> None:
        if self._place is not Place.HOME:
            when = when_and_where(state.details, hour=not state.elsewhere)
            self._bar.show_session(state.plan.full_title, when)
        self._mark_places()

    def _mark_places(self) -> None:
        if self._open is None:
            return
        stage = self._open.session.state.stage
        finished = {
            "ended": frozenset({Place.PREPARE, Place.PRESENT}),
            "running": frozenset({Place.PREPARE}),
            "interrupted": frozenset({Place.PREPARE}),
        }.get(stage, frozenset())
        self._bar.places.show_place(self._place, finished)
        self._bar.places.allow(
            Place.WRAP_UP, stage == "ended", self.tr("When the training has ended")
        )
        self._bar.places.allow(Place.PRESENT, stage != "ended", self.tr("This training has ended"))

    def _put_away_session(self) -> None:
        if self._open is None:
            return
        self._beat.stop()
        self._open.watch.close()
        self.session_left.emit()
        for page in self._open.pages.values():
            self._stack.removeWidget(page)
            page.close()
            page.deleteLater()
        self._open = None

    def _tell_running(self) -> None:
        if self._open is not None and self._open.session.state.stage == "running":
            self._open.session.beat()
