"""The facilitator's day: who makes the page of each place, and what leads from one to the next."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from imhtrainer.domain.errors import DeckError
from imhtrainer.domain.session.commands import StartSession
from imhtrainer.services.last_time import LastTime, last_time
from imhtrainer.services.sessions import follow_deck
from imhtrainer.ui.guardian.guard import Guardian
from imhtrainer.ui.home.desk import HomeDesk
from imhtrainer.ui.late import import_in_turns
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.widgets.places import Place

if TYPE_CHECKING:
    from imhtrainer.domain.deck import Deck
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.export.entrance import ExportEntrance
    from imhtrainer.ui.home.page import HomePage
    from imhtrainer.ui.importing.entrance import ImportEntrance
    from imhtrainer.ui.overlay_page import OverlayPage
    from imhtrainer.ui.prepare.page import PreparePage
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.shell import MainWindow
    from imhtrainer.ui.style.look import Look
    from imhtrainer.ui.wrapup.page import WrapUpPage


PREPARE = "imhtrainer.ui.prepare.page:PreparePage"
WRAP_UP = "imhtrainer.ui.wrapup.page:WrapUpPage"
EXPORT = "imhtrainer.ui.export.entrance:ExportEntrance"
IMPORT = "imhtrainer.ui.importing.entrance:ImportEntrance"
SETTINGS = "imhtrainer.ui.asides:make_settings"
HELP = "imhtrainer.ui.asides:make_help"
EVALUATIONS = "imhtrainer.ui.asides:make_evaluations"
LATE = (
    "imhtrainer.ui.prepare.roster_pane",
    "imhtrainer.ui.phones.step",
    PREPARE,
    EXPORT,
    IMPORT,
    SETTINGS,
    WRAP_UP,
)
"""What is imported when it is first needed, or a while after the window stands."""
LATE_BESIDE = (
    "imhtrainer.services.importing",
    "imhtrainer.services.session_files",
    "imhtrainer.documents.certificate",
)
"""What of this takes longest and makes no Qt classes, so that it can be imported beside the window."""
CALM = 4000
"""Milliseconds until then where a room waits, and until last time's record is read: the slides go first."""
LAST_SLIDE = "last-slide.jpg"
"""What the room saw last, in the data folder, for the guardian to show."""


class Day(QObject):
    """Wires one window: Home's buttons open sessions, each place leads to the next.

    With ``at_once`` a room waits for a session to go on: Home is read and pages are loaded later.
    """

    def __init__(
        self,
        window: MainWindow,
        home: HomePage,
        look: Look,
        services: Services,
        windowed: bool = False,
        parent: QObject | None = None,
        at_once: bool = False,
    ) -> None:
        super().__init__(parent)
        self.window, self._look, self._services = window, look, services
        self._windowed = windowed
        self._decks: dict[str, Deck] = {}
        self._link: RoomLink | None = None
        self.desk = HomeDesk(home, services, self)
        self._asides: dict[str, OverlayPage] = {}
        home.take_away.connect(self._take_away_training)
        self._home = home
        home.import_file.connect(self._import_file)
        window.make_pages_by(
            {
                Place.PREPARE: self._prepare,
                Place.PRESENT: self._present,
                Place.WRAP_UP: self._wrap_up,
            }
        )
        self.desk.entered.connect(self._enter)
        window.came_home.connect(self.desk.refresh)
        window.session_left.connect(self._leave_room)
        window.starting.connect(self._ask_to_start)
        window.settings_asked.connect(lambda: self._show_aside(SETTINGS))
        window.help_asked.connect(lambda: self._show_aside(HELP))
        if at_once:
            QTimer.singleShot(CALM, self, self._catch_up)
        else:
            self._catch_up()

    def _catch_up(self) -> None:
        if self.window.place is Place.HOME:
            self.desk.refresh()
        self._services.runner.start(
            lambda _p: [resolve_name(name) for name in LATE_BESIDE],
            self._import_late,
            idly=True,
        )

    def _import_late(self, _modules: object) -> None:
        import_in_turns(self, LATE, lambda: None)

    @cached_property
    def _export(self) -> ExportEntrance:
        made: ExportEntrance = resolve_name(EXPORT)(self.window, self._look, self._services, self)
        return made

    @cached_property
    def _import(self) -> ImportEntrance:
        home, desk = self._home, self.desk
        made: ImportEntrance = resolve_name(IMPORT)(
            self.window, self._look, self._services, home.message, desk.add_training, self
        )
        return made

    def _show_aside(self, name: str) -> None:
        """Show the settings or the help over whatever is shown; made when first asked for."""
        if name not in self._asides:
            self._asides[name] = resolve_name(name)(self._look, self._services)
            self._asides[name].closed.connect(self.window.go_back)
        self.window.show_over(self._asides[name])

    def _enter(self, session: TrainingSession, place: Place) -> None:
        """Read the session's deck beside the window, then enter the place."""
        folder = Path(session.state.plan.folder)
        trainings = self._services.trainings

        def go_on(deck: Deck | None) -> None:
            if deck is not None:
                self._decks[session.id] = deck
            followed = deck is None or follow_deck(session, deck)
            self.window.open_session(session, place)
            if not followed and session.state.stage != "ended":
                self._say_changed()

        def go_on_without(error: BaseException) -> None:
            go_on(None)
            gone = self.tr(
                "The training’s folder {0} is gone. Put it back to go on with the slides; "
                "everything recorded is safe."
            ).format(folder)
            self._services.errors.show(error if folder.exists() else DeckError(gone))

        self._services.runner.start(lambda _p: trainings.load(folder), go_on, go_on_without)

    def _say_changed(self) -> None:
        words = self.tr(
            "This training’s deck was changed after the session began. The session keeps its plan: "
            "slides that are new are left out, slides that are gone show their name only."
        )
        self.window.message.say(words, "waits")

    def _prepare(self, session: TrainingSession) -> QWidget:
        page: PreparePage = resolve_name(PREPARE)(
            session, self._look, self._services, room=self._room(session)
        )
        page.started.connect(self._after_prepare)
        page.doors_opened.connect(self.window.open_doors)
        page.practised.connect(lambda: self.desk.practise(session))
        return page

    def _present(self, session: TrainingSession) -> QWidget:
        deck = self._decks.get(session.id)
        if deck is None:
            raise DeckError(_unreadable(session))
        room = self._room(session)
        page = ConsolePage(session, deck, self._look, self._services, self._windowed, room=room)
        room.open()
        QTimer.singleShot(CALM, page, lambda: self._recall(session, page))
        page.ended.connect(lambda: self._end(page))
        self.window.came_home.connect(page.leave_room)
        if not self._windowed:
            picture = self._services.data_folder.path / LAST_SLIDE
            guardian = Guardian(page.audience, session.id, picture, page)
            page.left.connect(guardian.farewell)
            page.ended.connect(guardian.farewell)
        return page

    def _recall(self, session: TrainingSession, page: ConsolePage) -> None:
        """Look beside the window for how long the training took the last time, and tell the console."""
        services, state = self._services, session.state

        def tell(found: LastTime | None) -> None:
            if found is not None and isValid(page):
                page.remember(found.sections)

        services.runner.start(
            lambda _p: last_time(services.journal, services.sessions.summaries(), state),
            tell,
            idly=True,
        )

    def _end(self, page: ConsolePage) -> None:
        """Wrap up; the room keeps its last page meanwhile, and the facilitator is told so."""
        self.window.go(Place.WRAP_UP)
        if page.room_kept:
            self.window.message.say(
                self.tr("The projector shows a closing page until you go Home."),
                "said",
                (self.tr("Take it away now"), page.leave_room),
            )

    def _room(self, session: TrainingSession) -> RoomLink:
        """The server beside the open session; it stands as long as the session is open."""
        if self._link is None or self._link.session is not session:
            self._leave_room()
            services = self._services
            self._link = RoomLink(session, services.settings, services.runner, services.room, self)
        return self._link

    def _leave_room(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link.deleteLater()
            self._link = None

    def _wrap_up(self, session: TrainingSession) -> QWidget:
        page: WrapUpPage = resolve_name(WRAP_UP)(session, self._look, self._services)
        page.take_away.connect(lambda: self._take_away(session))
        page.evaluate.connect(lambda: self._evaluate(session))
        return page

    def _evaluate(self, session: TrainingSession) -> None:
        page: OverlayPage = resolve_name(EVALUATIONS)(self._look, self._services, session)
        page.closed.connect(lambda: self.window.take_down(page))
        self.window.show_over(page)

    def _take_away_training(self, folder: Path) -> None:
        self._export.for_training(folder)

    def _import_file(self, file: Path) -> None:
        self._import.open(file)

    def _take_away(self, session: TrainingSession) -> None:
        deck = self._decks.get(session.id)
        if deck is None:
            self._services.errors.show(DeckError(_unreadable(session)))
        else:
            self._export.for_session(session, deck)

    def _after_prepare(self) -> None:
        session = self.window.session
        ended = session is not None and session.state.stage == "ended"
        self.window.go(Place.WRAP_UP if ended else Place.PRESENT)

    def _ask_to_start(self) -> None:
        self.window.message.say(
            self.tr("The training has not begun. Start it now? The clock will run."),
            "waits",
            (self.tr("Start the training"), self._start),
        )

    def _start(self) -> None:
        session = self.window.session
        if session is not None and self._services.errors.attempt(
            lambda: session.do(StartSession(session.now()))
        ):
            self.window.go(Place.PRESENT)


def _unreadable(session: TrainingSession) -> str:
    return (
        f"The training in {session.state.plan.folder} cannot be read, so its slides cannot be "
        "shown or exported. Mend it, then open the session again."
    )
