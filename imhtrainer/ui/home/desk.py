"""What Home's buttons do: read trainings and sessions, and open a session at the right place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage

from imhtrainer.domain.errors import DeckError
from imhtrainer.domain.events import Details
from imhtrainer.domain.session.commands import AddAttendees, EndSession, ResumeSession, StartSession
from imhtrainer.services.made_up_people import make_people
from imhtrainer.ui.home.facts import HomeFacts, UnfinishedFacts, gather, join_title
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.home.pictures import cover_image, stopped_slide
from imhtrainer.ui.home.problems import problems_of
from imhtrainer.ui.tasks import Progress
from imhtrainer.ui.widgets.places import Place
from imhtrainer.ui.wording import next_hour

if TYPE_CHECKING:
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.home.training_card import TrainingCard
    from imhtrainer.ui.services import Services

SLIDE_WIDTH = 430
PRACTICE_PEOPLE = 6
"""Made-up people on the roster of a practice run: enough to try the desk with."""


class HomeDesk(QObject):
    """Works for one Home page; ``entered`` carries a session and the place to enter it at."""

    entered = Signal(object, Place)

    def __init__(self, page: HomePage, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._services = services
        self._asked = 0
        page.prepare.connect(self.prepare)
        page.resume.connect(self.resume)
        page.end.connect(self.ask_to_end)
        page.opened.connect(self.open)
        page.add_training.connect(self.add_training)
        page.cards.look_again.connect(self._look_again)
        page.cards.show_file.connect(_show_in_folder)
        page.cards.made.connect(self._fill_cards)
        services.settings.changed.connect(lambda settings: page.greet(settings.facilitator))
        page.greet(services.settings.now.facilitator)
        self._fill_cards()
        self._say_kept_aside()

    def refresh(self) -> None:
        """Read trainings and sessions again and show them."""
        services = self._services
        added = services.settings.now.added_trainings
        self._asked += 1
        services.runner.start(
            lambda _p: gather(services, added), partial(self._show_newest, self._asked)
        )

    def prepare(self, folder: Path) -> None:
        """Make a session for the training in ``folder``, or take the one prepared and left empty."""
        services = self._services
        details = first_details(services)
        services.runner.start(
            lambda _p: prepared_session(services, folder, details),
            lambda session: self.entered.emit(session, Place.PREPARE),
            lambda error: self._say_broken(folder, error),
        )

    def present(self, folder: Path) -> None:
        """Make a session for the training in ``folder`` and begin it at once."""
        services = self._services
        details = first_details(services)
        services.runner.start(
            lambda _p: services.sessions.create(services.trainings.load(folder), details),
            self._begin,
        )

    def practise(self, session: TrainingSession) -> None:
        """Begin a practice run of a session's training: same slides and details, made-up people."""
        services, details = self._services, session.state.details
        folder = Path(session.state.plan.folder)
        services.runner.start(lambda _p: practice_session(services, folder, details), self._begin)

    def resume(self, session_id: str) -> None:
        """Go on with a session where it stopped."""
        self._open_beside(session_id, self._go_on)

    def ask_to_end(self, session_id: str) -> None:
        """Ask before a session is ended and wrapped up: there is no way back, and its button lies near another."""
        self._page.message.say(
            self.tr("End the training? After that nobody can go on with it."),
            "waits",
            (self.tr("End it"), lambda: self._open_beside(session_id, self._wrap_up)),
        )

    def open(self, session_id: str) -> None:
        """Open a session of the list: one held is wrapped up, one ahead is prepared."""
        self._open_beside(session_id, self._take_up)

    def add_training(self, folder: Path) -> None:
        """Keep a deck's folder among the trainings; the folder stays where it is."""
        settings = self._services.settings
        chosen = folder.absolute()
        known = [str(path) for path in self._services.trainings.folders()]
        if not (chosen / "deck.md").is_file():
            self._page.message.say(
                self.tr("There is no deck.md in {0}. Choose the folder that holds one.").format(
                    chosen.name
                ),
                "waits",
            )
        elif str(chosen) in (*known, *settings.now.added_trainings):
            self._page.message.say(self.tr("{0} is here already.").format(chosen.name))
        else:
            added = (*settings.now.added_trainings, str(chosen))
            settings.change(replace(settings.now, added_trainings=added))
            self.refresh()

    def _open_beside(self, session_id: str, then: Callable[[TrainingSession], None]) -> None:
        """Read a session beside the window, then do something with it."""
        sessions = self._services.sessions
        self._services.runner.start(lambda _p: sessions.open(session_id), then)

    def _go_on(self, session: TrainingSession) -> None:
        resumed = session.state.stage != "interrupted" or self._services.errors.attempt(
            lambda: session.do(ResumeSession(session.now()))
        )
        if resumed:
            self.entered.emit(session, Place.PRESENT)

    def _wrap_up(self, session: TrainingSession) -> None:
        if self._services.errors.attempt(lambda: session.do(EndSession(session.now()))):
            self.entered.emit(session, Place.WRAP_UP)

    def _take_up(self, session: TrainingSession) -> None:
        self.entered.emit(session, place_for(session))

    def _begin(self, session: TrainingSession) -> None:
        if self._services.errors.attempt(lambda: session.do(StartSession(session.now()))):
            self.entered.emit(session, Place.PRESENT)

    def _show_newest(self, asked: int, facts: HomeFacts) -> None:
        """Two may read at once: what was asked for before something changed must not come last."""
        if asked == self._asked:
            self._show(facts)

    def _show(self, facts: HomeFacts) -> None:
        self._page.show_facts(facts)
        services = self._services
        for each in facts.unfinished:
            services.runner.start(
                partial(_picture, services, each), self._slide_shower(each.summary.id), idly=True
            )

    def _slide_shower(self, session_id: str) -> Callable[[QImage], None]:
        return lambda image: self._page.band.show_slide(session_id, image)

    def _fill_cards(self) -> None:
        for card in self._page.cards.cards:
            self._fetch_cover(card)
            self._check(card)

    def _fetch_cover(self, card: TrainingCard) -> None:
        cover, size = card.facts.summary.cover, card.cover_size * card.devicePixelRatio()
        if cover is None:
            card.show_no_cover()
            return
        ground = card.cover_ground
        self._services.runner.start(
            lambda _p: cover_image(Path(cover), size, ground), card.show_cover, idly=True
        )

    def _check(self, card: TrainingCard) -> None:
        folder, kit = card.facts.folder, self._services.kit
        self._services.runner.start(
            lambda _p: problems_of(folder, kit), card.show_problems, idly=True
        )

    def _look_again(self, folder: Path) -> None:
        for card in self._page.cards.cards:
            if card.facts.folder == folder:
                self._check(card)

    def _say_broken(self, folder: Path, error: BaseException) -> None:
        if isinstance(error, DeckError):
            self._look_again(folder)
        self._services.errors.show(error)

    def _say_kept_aside(self) -> None:
        if self._services.kept_aside is not None:
            why, path = self._services.kept_aside
            show = (self.tr("Show the file"), lambda: _show_in_folder(path))
            self._page.message.say(why, "waits", show)


def place_for(session: TrainingSession) -> Place:
    """Where a session is taken up."""
    return {
        "prepared": Place.PREPARE,
        "running": Place.PRESENT,
        "interrupted": Place.PREPARE,
    }.get(session.state.stage, Place.WRAP_UP)


def first_details(services: Services) -> Details:
    """What is known of a session before anything was written: the settings, and the next full hour."""
    now = services.settings.now
    return Details(
        starts=next_hour(services.clock()),
        facilitator=now.facilitator,
        credentials=now.credentials,
        signature=now.signature,
        organisation=now.organisation,
        address=now.address,
        logo=now.logo,
        paper=now.paper,
        required_share=now.required_share,
        award=now.award,
    )


def prepared_session(services: Services, folder: Path, details: Details) -> TrainingSession:
    """A session of the training in ``folder``: one prepared and left empty, else a new one."""
    deck = services.trainings.load(folder)
    title = join_title(deck.title, deck.subtitle)
    for each in services.sessions.summaries():
        if each.stage == "prepared" and not each.venue and each.title == title:
            session = services.sessions.open(each.id)
            if not session.state.roster and session.state.plan.digest == deck.digest:
                return session
    return services.sessions.create(deck, details)


def practice_session(services: Services, folder: Path, details: Details) -> TrainingSession:
    """A run alone of the training in ``folder``: its people are made up, so that the desk can be tried."""
    deck = services.trainings.load(folder)
    session = services.sessions.create(deck, details, practice=True)
    people = make_people(PRACTICE_PEOPLE, Random(0))
    session.do(AddAttendees(session.now(), people, "practice"))
    return session


def _picture(services: Services, facts: UnfinishedFacts, _progress: Progress) -> QImage:
    return stopped_slide(services, facts, SLIDE_WIDTH)


def _show_in_folder(path: Path) -> None:
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
