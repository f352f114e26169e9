"""Prepare: the steps at the left, the work beside them, the way on at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.session.commands import StartSession
from imhtrainer.services.certificate_preview import titles as design_titles
from imhtrainer.ui.panes import enter_pane, mark_pane
from imhtrainer.ui.phones.check import check_phones
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.phones.step import PhonesStep
from imhtrainer.ui.prepare.details_desk import DetailsDesk
from imhtrainer.ui.prepare.details_form import DetailsForm
from imhtrainer.ui.prepare.doors.desk import DoorsDesk
from imhtrainer.ui.prepare.doors.pane import DoorsPane
from imhtrainer.ui.prepare.room_paper import RoomPaper
from imhtrainer.ui.prepare.roster_pane import RosterPane
from imhtrainer.ui.prepare.steps import StepsColumn
from imhtrainer.ui.prepare.trial_desk import TrialDesk
from imhtrainer.ui.session_watch import SessionWatch
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, row, scrolling
from imhtrainer.ui.wording import say_day, say_time

if TYPE_CHECKING:
    from imhtrainer.domain.errors import StoreError
    from imhtrainer.domain.session.state import SessionState
    from imhtrainer.services.preflight.finding import Check
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.services import Services

DETAILS, ROSTER, PHONES, DOORS = range(4)
FOOT = 64
NARROW_UNDER = 1100
NARROW_WHILE_IMPORTING = 1280


class PreparePage(QWidget):
    """The second place. ``started`` tells that the training runs (or ran) and Present is next."""

    started = Signal()
    practised = Signal()
    """A run alone is wanted first, with the clock, which is kept apart from sessions held."""
    doors_opened = Signal()
    """The room may see the first slide; the clock does not run yet."""
    _disk = Signal(object)

    def __init__(
        self,
        session: TrainingSession,
        look: Look,
        services: Services,
        others: Callable[[], Sequence[Check]] = tuple,
        room: RoomLink | None = None,
    ) -> None:
        super().__init__()
        self._session, self._services, self._others = session, services, others
        self._shown_roster = session.state.roster
        self._link = room or RoomLink(
            session, services.settings, services.runner, services.room, self
        )
        self._stack = QStackedWidget()
        self.steps = StepsColumn(look, self._names())
        self._make_work(look)
        self._make_foot(look)
        self._lay_out()
        self._connect()
        self._watch = SessionWatch(session, self._show_state, parent=self)
        self._unwatch = session.on_write_error(self._disk.emit)
        self._show_state(session.state)
        self.open_step(DETAILS)

    def _make_work(self, look: Look) -> None:
        """What each step opens, in their order."""
        session, services = self._session, self._services
        designs = design_titles(self._trial_printer())
        self.form = DetailsForm(look, services.pictures.path, services.credit_rules, designs)
        self._details = DetailsDesk(session, self.form, services, self)
        self._trials = TrialDesk(session, self.form.design, services, self._trial_printer, self)
        self.paper = RoomPaper(session, look, services)
        self.roster = RosterPane(session, look, services)
        self.phones = PhonesStep(look, services, self._link, self.paper)
        self.doors = DoorsPane(look)
        self.steps.buttons[DOORS].show_state(self.tr("Screens, sound, clicker, printer"), False)
        self.doors_desk = DoorsDesk(
            session, self.doors, look, services, self._trial_printer, self._further_checks, self
        )
        for work in (scrolling(self.form), self.roster, self.phones, self.doors):
            self._stack.addWidget(work)

    def _further_checks(self) -> tuple[Check, ...]:
        return (check_phones(self._link), *self._others())

    def _make_foot(self, look: Look) -> None:
        self.back_button = Button(look, self.tr("Details"), "text", icon="chevron-left")
        self.next_button = Button(look, self.tr("Roster"), "primary")
        self.practise_button = Button(look, self.tr("Practice alone"), "edge", icon="timer")

    def _connect(self) -> None:
        link = self._link
        link.changed.connect(self._show_phones)
        link.changed.connect(lambda: self.doors_desk.look_again(check_phones(link)))
        self.doors.acted.connect(self._act)
        self.practise_button.clicked.connect(self.practised)
        self.steps.chosen.connect(self.open_step)
        self.back_button.clicked.connect(self._go_back)
        self.doors.counted.connect(self.steps.buttons[DOORS].show_state)
        self.next_button.clicked.connect(self._go_on)
        self.next_button.installEventFilter(self)
        self.roster.importing.connect(lambda _open: self._show_foot())
        self.roster.importing.connect(lambda _open: self._fit_steps())
        self._disk.connect(self._show_disk, Qt.ConnectionType.QueuedConnection)

    def open_step(self, step: int) -> None:
        """Open a step; what was typed is written first."""
        self._details.write()
        self._stack.setCurrentIndex(step)
        self.steps.open_step(step)
        self._show_foot()
        if step == PHONES:
            self.phones.open()
        if step == DOORS:
            self._link.open()
            self.doors_desk.look()

    def start_training(self) -> None:
        """Begin the training, or go on to where it is."""
        self._details.write()
        session = self._session
        begun = session.state.stage != "prepared"
        if begun or self._services.errors.attempt(lambda: session.do(StartSession(session.now()))):
            self.started.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the way to the roster does not start the training as well."""
        double = event.type() == QEvent.Type.MouseButtonDblClick
        return double or super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what was typed before the page is left."""
        self._details.write()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what was typed and stop watching the session."""
        self._details.write()
        self._watch.close()
        self._unwatch()
        self._trials.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the steps in a narrow window."""
        super().resizeEvent(event)
        self._fit_steps()

    def _fit_steps(self) -> None:
        least = NARROW_UNDER if self.roster.panel.isHidden() else NARROW_WHILE_IMPORTING
        self.steps.narrow(self.width() < least)

    def _go_on(self) -> None:
        step = self._stack.currentIndex()
        if step < self._last_step:
            self.open_step(step + 1)
            enter_pane(self._stack)
        elif self._session.state.stage == "prepared":
            self._details.write()
            self.doors_opened.emit()
        else:
            self.start_training()

    def _names(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Details"),
            self.tr("Roster"),
            self.tr("Room and phones"),
            self.tr("Before the doors open"),
        )

    def _act(self, _check: str, action: str) -> None:
        if action == "phones":
            self.open_step(PHONES)

    def _show_phones(self) -> None:
        self.steps.buttons[PHONES].show_state(*self.phones.state_words())

    def _go_back(self) -> None:
        self.open_step(max(self._stack.currentIndex() - 1, DETAILS))

    @property
    def _last_step(self) -> int:
        """A training that has begun needs no look at the room before it goes on."""
        prepared = self._session.state.stage == "prepared"
        return max(DOORS if prepared else ROSTER, self._stack.currentIndex() if not prepared else 0)

    def _trial_printer(self) -> CertificatePrinter:
        return CertificatePrinter(self._services.kit, self._services.pictures.path)

    def _lay_out(self) -> None:
        foot = Surface("bar", "top")
        foot.setFixedHeight(FOOT)
        buttons = row(foot, spacing=8)
        buttons.setContentsMargins(12, 0, 20, 0)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.practise_button)
        buttons.addWidget(self.next_button)
        work = column()
        work.addWidget(self._stack, 1)
        work.addWidget(foot)
        inside = row(self)
        inside.addWidget(self.steps)
        inside.addLayout(work, 1)
        mark_pane(self.steps)
        mark_pane(self._stack)
        mark_pane(foot)

    def _show_foot(self) -> None:
        step = self._stack.currentIndex()
        last = step >= self._last_step
        names = self._names()
        self.back_button.setVisible(step > DETAILS)
        self.practise_button.setVisible(step == DOORS and self._session.state.stage == "prepared")
        self.back_button.setText(names[max(step - 1, 0)])
        self.next_button.setText(self._start_words() if last else names[step + 1])
        importing = step == ROSTER and not self.roster.panel.isHidden()
        self.next_button.set_kind("edge" if importing else "primary")
        self.next_button.set_icon("play" if last else "chevron-right", trailing=not last)

    def _start_words(self) -> str:
        match self._session.state.stage:
            case "running":
                return self.tr("Back to presenting")
            case "interrupted":
                return self.tr("Resume the training")
            case "ended":
                return self.tr("Wrap up")
            case _:
                return self.tr("Open the doors")

    def _show_state(self, state: SessionState) -> None:
        self._details.show()
        self._trials.look()
        if state.roster is not self._shown_roster:
            self._shown_roster = state.roster
            self.roster.roster_changed()
            self.paper.show_changed()
        else:
            self.roster.show_confirmed()
        self.steps.buttons[DETAILS].show_state(*self._details_state(state))
        count = len(state.roster)
        said = self.tr("Nobody yet")
        if count:
            said = self.tr("1 person so far") if count == 1 else self.tr("{0} people so far")
        self.steps.buttons[ROSTER].show_state(said.format(count), bool(count))
        self._show_phones()
        self._show_foot()

    def _details_state(self, state: SessionState) -> tuple[str, bool]:
        details = state.details
        if details.starts is None:
            return self.tr("Date missing"), False
        if not details.facilitator:
            return self.tr("Facilitator missing"), False
        if not details.venue:
            return self.tr("Venue missing"), False
        day = say_day(details.starts, weekday=True, short=True)
        return f"{day}, {say_time(details.starts)}", True

    def _show_disk(self, trouble: StoreError | None) -> None:
        self.steps.show_saved(str(trouble) if trouble is not None else "")
