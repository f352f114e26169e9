"""The presenter console: everything the facilitator sees while the room sees the slides."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.pacing import SectionTime
from imhtrainer.services.awake import KeepAwake
from imhtrainer.services.screens.events import RoomLeft, TrainingOver
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.settings import Settings
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.present.announcer import Announcer
from imhtrainer.ui.present.clock.chime import Chime
from imhtrainer.ui.present.console.column_desk import ColumnDesk
from imhtrainer.ui.present.console.desks import make_desks, make_stage
from imhtrainer.ui.present.console.ending import EndDesk
from imhtrainer.ui.present.console.fold import close_outline
from imhtrainer.ui.present.console.following import Following
from imhtrainer.ui.present.console.kept import Kept
from imhtrainer.ui.present.console.keys import ConsoleKeys
from imhtrainer.ui.present.console.parts import lay_out
from imhtrainer.ui.present.console.privacy import Privacy
from imhtrainer.ui.present.console.projector_desk import ProjectorDesk
from imhtrainer.ui.present.console.tab_order import leave_keys_to_slides
from imhtrainer.ui.present.console.wiring import (
    connect_bars,
    connect_panes,
    connect_round,
    connect_strip,
    connect_top,
    connect_transport,
)
from imhtrainer.ui.present.keys.key_map import learned_actions
from imhtrainer.ui.present.keys.router import KeyRouter
from imhtrainer.ui.present.media.clips import plays_something
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look

LEAST = QSize(1024, 640)
"""The smallest window; the console begins so that it never forces the window to be larger."""
WARMING = 400
"""Milliseconds after the windows are there until the player for films is loaded."""
SECOND = 1000
"""Milliseconds from one tick of the figures to the next."""


class ConsolePage(QWidget):
    """Present: the console, and the room's window that it drives.

    ``ended`` is told when the training is over. With ``windowed`` the room's window never takes a whole
    screen by itself. Opening the page goes on with an interrupted session.
    """

    ended = Signal()
    left = Signal()
    """The page is put away as it should be."""

    def __init__(
        self,
        session: TrainingSession,
        deck: Deck,
        look: Look,
        services: Services,
        windowed: bool = False,
        parent: QWidget | None = None,
        awake: KeepAwake | None = None,
        room: RoomLink | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = services.settings
        self._kept = Kept(services.settings)
        self._windowed = windowed
        self._awake = awake or KeepAwake()
        self._begun = False
        self._over = False
        self._films = any(plays_something(slide) for slide in deck.slides)
        self._stage = make_stage(self, session, deck, look, services, room)
        self._desks = make_desks(self._stage, deck, look, services)
        self.presenting, self.pictures = self._stage.presenting, self._stage.pictures
        self.audience, self.strip = self._stage.audience, self._stage.strip
        self.projector = self._stage.projector
        self.parts, self.hands = self._desks.parts, self._desks.hands
        self.film, self.captions = self._desks.film, self._desks.captions
        self.overview = self._desks.overview
        Chime(self.presenting, services.settings)
        Announcer(self.presenting, self)
        self._router = KeyRouter(self, self.audience)
        self._learn_clicker(services.settings.now)
        services.settings.changed.connect(self._learn_clicker)
        self._second = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self._tick)
        self._stand(services)
        self._connect()
        self._following.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin when the page is first shown."""
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            if self.presenting.state.stage == "interrupted":
                self.presenting.go_on()
            QTimer.singleShot(0, self._begin)
        self._take_keyboard()
        self._tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown into the new size."""
        super().resizeEvent(event)
        self._columns.fit(event.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        """The page is put away: let go of session, keys and the room's window."""
        self.left.emit()
        self.parts.columns.settle()
        self.parts.side.next.settle()
        self._second.stop()
        self._awake.release()
        self._router.close()
        self.film.close()
        self._stage.close()
        super().closeEvent(event)

    @property
    def room_kept(self) -> bool:
        """Whether the room still sees a page after the training, on a screen of its own."""
        return self.projector.kept

    def leave_room(self) -> None:
        """Take the page away that the room has seen since the training ended."""
        if self._over:
            self.projector.tell(RoomLeft())

    def remember(self, before: tuple[SectionTime, ...]) -> None:
        """Know what the sections took the last time this training was held."""
        self.parts.slide.clock.remember(before)
        self._following.tick()

    def _learn_clicker(self, settings: Settings) -> None:
        """Keys that are learned while the console waits behind Prepare work on it at once."""
        self._router.learned = learned_actions(settings.clicker)

    def _stand(self, services: Services) -> None:
        """Put the panes in their places."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Presenter console"))
        inside = lay_out(self, self.parts, self.strip)
        self.privacy = Privacy(self, inside, self.parts, self.strip, self.projector)
        self._columns = ColumnDesk(self.parts, services, self)
        self._columns.fit(LEAST)
        leave_keys_to_slides(self)

    def _begin(self) -> None:
        self.projector.begin(self._windowed, self._settings.now.projectors)
        window = self.window()
        self._router.adopt(window)
        window.activateWindow()
        window.raise_()
        self._following.prepare()
        if self._films:
            QTimer.singleShot(WARMING, self.film.warm)

    def _moved_on(self) -> None:
        """Sleep is held off while the training runs, and no longer; never in a window tried out."""
        stage = self.presenting.state.stage
        if stage == "running" and not self._windowed:
            self._awake.hold()
        else:
            self._awake.release()
        if stage == "ended" and not self._over:
            self._finish()

    def _tick(self) -> None:
        if self.isVisible():
            self._following.tick()
            passed = self.presenting.now.microsecond // 1000
            self._second.start(SECOND - passed + 4)

    def _finish(self) -> None:
        """Once: what is written into the record later leads nobody away from where they are."""
        self._over = True
        self._second.stop()
        self.hands.put_away()
        self.film.close()
        self.projector.tell(TrainingOver())
        self.ended.emit()

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_outline(self) -> None:
        if self.parts.outline.folded:
            close_outline(self.parts)
            self._take_keyboard()

    def _connect(self) -> None:
        parts, presenting = self.parts, self.presenting
        end = EndDesk(presenting, parts.bars)
        self.keys = ConsoleKeys(presenting, self._desks, self.projector, end)
        self._router.asked.connect(self.keys.press)
        self._router.number_stands = self.keys.number.waits
        self._following = Following(self._stage, self._desks, self.privacy, self._router)
        self._following.moved.connect(self._moved_on)
        where = ProjectorDesk(self.projector, parts.bars, self._desks.views, self._windowed)
        where.moved.connect(self._following.place_room)
        self.projector.chosen.connect(self._kept.projector)
        connect_bars(parts, presenting)
        connect_top(parts, self.keys, where, end)
        connect_strip(self._stage, self.keys, end)
        connect_transport(self._desks, self.keys)
        connect_panes(parts, presenting, self.keys, self._kept)
        connect_round(parts, presenting)
        parts.outline.list.chosen.connect(self._leave_outline)
        self._give_keyboard_back()

    def _give_keyboard_back(self) -> None:
        """What closes gives the keyboard to the slides."""
        parts = self.parts
        for closed in (
            parts.columns.left,
            parts.bars.dismissed,
            parts.side.closed,
            parts.round.void.closed,
            self.overview.left,
        ):
            closed.connect(self._take_keyboard)
