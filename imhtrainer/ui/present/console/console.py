"""The presenter console: everything the facilitator sees while the room sees the slides."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from imhtrainer.domain.deck import Deck, plain
from imhtrainer.services.awake import KeepAwake
from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.present.clock.acts import TimeAct
from imhtrainer.ui.present.clock.chime import Chime
from imhtrainer.ui.present.console.column_desk import ColumnDesk
from imhtrainer.ui.present.console.fold import close_outline
from imhtrainer.ui.present.console.keys import ConsoleKeys
from imhtrainer.ui.present.console.overview_desk import OverviewDesk
from imhtrainer.ui.present.console.parts import lay_out, make_parts
from imhtrainer.ui.present.console.privacy import Privacy
from imhtrainer.ui.present.console.views import ConsoleViews
from imhtrainer.ui.present.hands.hands import Hands
from imhtrainer.ui.present.keys.key_map import learned_actions
from imhtrainer.ui.present.keys.router import KeyRouter
from imhtrainer.ui.present.media.clips import plays_something
from imhtrainer.ui.present.media.desk import MediaDesk
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.present.stage.captions import CaptionDesk
from imhtrainer.ui.present.stage.projector import Projector
from imhtrainer.ui.present.stage.room_screen import RoomScreen
from imhtrainer.ui.present.stage.strip import StripPane
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wording import say_count

LEAST = QSize(1024, 640)
"""The smallest window; the console begins so that it never forces the window to be larger."""
PROJECTORS = 8
"""How many screens are remembered as projectors, for as many rooms."""
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
        self._services = services
        self._look = look
        self._deck = deck
        self._windowed = windowed
        self._awake = awake or KeepAwake()
        self._begun = False
        self._slide = session.state.slide
        self.presenting = Presenting(session, self, room)
        Chime(self.presenting, services.settings)
        self._pages = DeckPages(deck, services.kit, session.state, services.pictures.path)
        self.pictures = PagePictures(
            self._pages.image, parent=self, draw_stroke=self._pages.draw_stroke
        )
        self.parts = make_parts(look, self.pictures, self.presenting, services)
        self.audience = AudienceWindow()
        self.strip = StripPane(look)
        self.projector = Projector(self.audience, self, self.strip.slides)
        self._room = RoomScreen(
            self.audience, self.presenting, self._pages, self.pictures, services.settings
        )
        self.hands = Hands(
            self.parts.slide.picture, self.parts.slide.tools, self.presenting, self._room
        )
        self._views = ConsoleViews(
            self.parts, self.presenting, self._pages, self.pictures, self.projector, deck
        )
        self.film = MediaDesk(
            self.presenting,
            self._room,
            self._pages,
            services.kit,
            self.audience,
            self.parts.slide.picture,
            self.parts.slide.film,
            services.settings.now.volume,
        )
        self.captions = CaptionDesk(deck, services.kit, self.presenting, self.audience)
        titles = {slide.id: plain(slide.title) for slide in deck.slides}
        self.overview = OverviewDesk(self.parts, self.presenting, titles)
        self.keys = ConsoleKeys(
            self.parts,
            self._views,
            self.presenting,
            self.projector,
            self.overview,
            self.hands,
            self._ask_to_end,
            self.film,
            self.captions,
        )
        self._router = KeyRouter(self, self.audience)
        self._router.learned = learned_actions(services.settings.now.clicker)
        self._second = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Presenter console"))
        lay_out(self, self.parts, self.strip)
        self.privacy = Privacy(self, self.parts, self.strip, self.projector)
        self._columns = ColumnDesk(self.parts, services, self)
        self._columns.fit(LEAST)
        self._leave_keys_to_slides()
        self._connect()
        self._session_changed()

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
        self._second.stop()
        self._awake.release()
        self._router.close()
        self.film.close()
        self.presenting.close()
        self.projector.close()
        self.pictures.close()
        self.audience.deleteLater()
        super().closeEvent(event)

    def _begin(self) -> None:
        self.projector.begin(self._windowed, self._services.settings.now.projectors)
        self._router.adopt(self.window())
        window = self.window()
        window.activateWindow()
        window.raise_()
        self._prepare()
        if any(plays_something(slide) for slide in self._deck.slides):
            QTimer.singleShot(WARMING, self.film.warm)

    def _session_changed(self) -> None:
        """The room first: its window is painted before anything else is; on a new slide a vote is seen first."""
        if self._pages.follow(self.presenting.state):
            self.pictures.clear()
        self._room.refresh()
        self.captions.refresh()
        self.parts.side.keys.show_ease(self.presenting.state.ease)
        if self.presenting.waiting:
            self.presenting.stay()
        self.parts.bars.hush()
        moved, self._slide = self._slide != self.presenting.state.slide, self.presenting.state.slide
        if moved and self._views.round is not None:
            self.hands.put_away()
        self._refresh()
        self._prepare()
        self._stay_awake()
        if self.presenting.state.stage == "ended":
            self._finish()

    def _stay_awake(self) -> None:
        """Sleep is held off while the training runs, and no longer; never in a window tried out."""
        if self.presenting.state.stage == "running" and not self._windowed:
            self._awake.hold()
        else:
            self._awake.release()

    def _room_answered(self) -> None:
        """Phones: counts and seats are shown; no question that stands is taken for answered."""
        self._room.refresh()
        self._refresh()
        self._prepare()

    def _refresh(self) -> None:
        self.film.follow()
        self._views.film_waits = self.film.waits
        self._views.refresh()
        self.hands.refresh()
        if self.hands.near:
            self.parts.slide.show_part()
        self.film.show()
        self._show_strip()
        self._router.in_round = self._views.round is not None

    def _show_strip(self) -> None:
        """The strip says what the panes say, as far as the room may see it."""
        if self.privacy.hidden:
            state, following = self.presenting.state, self.parts.transport.next
            self.strip.show_clock(state, self.presenting.now)
            self.strip.show_next(following.words, following.arrow, state.stage == "running")

    def _prepare(self) -> None:
        self._room.prepare()
        self._views.prepare()

    def _tick(self) -> None:
        if self.isVisible():
            self._room.tick()
            self._views.tick()
            self._show_strip()
            passed = self.presenting.now.microsecond // 1000
            self._second.start(SECOND - passed + 4)

    def _finish(self) -> None:
        self._second.stop()
        self.audience.hide()
        self.ended.emit()

    def _ask_to_end(self) -> None:
        if self.presenting.state.stage == "running":
            words = say_count(
                len(self.presenting.state.present),
                self.tr("End the training? 1 person is still signed in; Wrap up asks about them."),
                self.tr(
                    "End the training? {0} people are still signed in; Wrap up asks about them."
                ),
            )
            nobody = not self.presenting.state.present
            self.parts.bars.ask_to_end(self.tr("End the training?") if nobody else words)

    def _projector_changed(self) -> None:
        self._views.show_projector()
        bars, offered = self.parts.bars, self.projector.offered
        mode = self.projector.display.mode
        if self.projector.display.mirrored and not self._windowed:
            bars.say_mirrored()
        elif mode in ("windowed", "strip") and offered is not None and not self._windowed:
            bars.offer_screen(offered)
        elif mode != "lost":
            bars.projector.put_away()
        self._room.refresh()
        self._prepare()

    def _say_where(self) -> None:
        if self.projector.display.mode != "lost":
            self.projector.bring_back()
            return
        offered = self.projector.offered
        self.parts.bars.say_where((offered,) if offered is not None else ())

    def _choose(self, screen: ScreenFacts) -> None:
        self.projector.choose(screen)

    def _keep_projector(self, key: str) -> None:
        """The screen chosen for the room is it again next time."""
        settings = self._services.settings
        others = (known for known in settings.now.projectors if known != key)
        kept = (key, *others)[:PROJECTORS]
        settings.change(replace(settings.now, projectors=kept))

    def _toggle_people(self) -> None:
        side = self.parts.side
        side.open("" if side.drawer == "people" else "people")

    def _toggle_phones(self) -> None:
        side = self.parts.side
        side.open("" if side.drawer == "phones" else "phones")

    def _look_at(self, slide: int) -> None:
        last = len(self.presenting.state.plan.slides) - 1
        self.presenting.look_at(min(max(slide, 0), last))

    def _hand_changed(self) -> None:
        """Who draws sees the slide, also while a vote is held on it."""
        self._views.slide_wanted = self.hands.holds
        if self._views.round is not None:
            self._refresh()

    def _film_changed(self) -> None:
        """The filled button moves between play and next."""
        self._views.film_waits = self.film.waits
        self._views.refresh()
        self.film.show()

    def _keep_volume(self, volume: float) -> None:
        settings = self._services.settings
        settings.change(replace(settings.now, volume=volume))

    def _keep_notes_size(self, pixels: int) -> None:
        settings = self._services.settings
        settings.change(replace(settings.now, notes_size=pixels))

    def _change_scheme(self, dark: bool) -> None:
        settings = self._services.settings
        settings.change(replace(settings.now, scheme="dark" if dark else "light"))

    def _leave_keys_to_slides(self) -> None:
        """A clicked button must not take Space from the slides; Tab still reaches every one."""
        for button in self.findChildren(QPushButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _order_tabs(self) -> None:
        """Tab reaches the choices where they are read: behind the round's menu."""
        before: QWidget = self.parts.round.card.more
        for choice in self.parts.round.card.rows:
            for button in (choice.hands.minus, choice.hands.plus):
                QWidget.setTabOrder(before, button)
                before = button

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self, slide: int) -> None:
        self.presenting.go_to(slide)
        if self.parts.outline.folded:
            close_outline(self.parts)
            self._take_keyboard()

    def _show_looked(self) -> None:
        if self.presenting.looked_at is not None:
            self.presenting.go_to(self.presenting.looked_at)

    def _connect(self) -> None:
        parts, presenting = self.parts, self.presenting
        presenting.changed.connect(self._session_changed)
        parts.side.keys.ease_wanted.connect(presenting.ease)
        presenting.answered.connect(self._room_answered)
        if presenting.room is not None:
            presenting.room.changed.connect(self._room_answered)
        presenting.looked.connect(self._refresh)
        self.hands.taken.connect(self._hand_changed)
        presenting.refused.connect(parts.bars.refuse)
        presenting.asked.connect(parts.bars.ask_to_leave)
        presenting.written.connect(parts.bars.say_saving)
        self._router.asked.connect(self.keys.press)
        self._second.timeout.connect(self._tick)
        self.film.waiting_changed.connect(self._film_changed)
        parts.slide.film.volume_wanted.connect(self._keep_volume)
        self.projector.changed.connect(self._projector_changed)
        self.projector.chosen.connect(self._keep_projector)
        self._connect_strip()
        parts.columns.left.connect(self._take_keyboard)
        self._connect_bars()
        self._connect_panes()

    def _connect_bars(self) -> None:
        bars, presenting = self.parts.bars, self.presenting
        bars.leave_wanted.connect(presenting.leave)
        bars.stay_wanted.connect(presenting.stay)
        bars.end_confirmed.connect(presenting.end)
        bars.dismissed.connect(presenting.forget_question)
        bars.dismissed.connect(self._take_keyboard)
        bars.screen_chosen.connect(self._choose)
        bars.window_wanted.connect(self.projector.float)
        bar = self.parts.bar
        bar.end_wanted.connect(self._ask_to_end)
        bar.people_wanted.connect(self._toggle_people)
        bar.phones_wanted.connect(self._toggle_phones)
        bar.keys_wanted.connect(self.keys.show_keys)
        bar.projector_wanted.connect(self._say_where)
        bar.swap_wanted.connect(self.keys.swap)

    def _connect_strip(self) -> None:
        strip = self.strip
        strip.next_wanted.connect(self.keys.next)
        strip.back_wanted.connect(self.keys.back)
        strip.notes_wanted.connect(self.projector.float)
        strip.end_wanted.connect(self._ask_to_end)

    def _connect_panes(self) -> None:
        parts, presenting = self.parts, self.presenting
        parts.transport.next_wanted.connect(self.keys.next)
        parts.transport.back_wanted.connect(self.keys.back)
        parts.transport.screen_wanted.connect(self.keys.show)
        parts.transport.question_wanted.connect(lambda: self.keys.time.act(TimeAct.QUESTION))
        parts.slide.clock.row.asked.connect(self.keys.time.act)
        parts.bars.break_wanted.connect(self.keys.time.start_break)
        parts.transport.draw.clicked.connect(self.hands.toggle_strip)
        parts.transport.overview.clicked.connect(self.overview.toggle)
        self.overview.left.connect(self._take_keyboard)
        parts.outline.list.looked.connect(self._look_at)
        parts.outline.list.chosen.connect(self._show_chosen)
        parts.slide.show_wanted.connect(self._show_looked)
        parts.slide.return_wanted.connect(self.keys.back_again)
        parts.round.counted.connect(presenting.count)
        parts.round.passed.connect(presenting.pass_word)
        parts.round.voided.connect(presenting.void_round)
        parts.round.void.closed.connect(self._take_keyboard)
        parts.round.card.more.sitting_wanted.connect(presenting.sit)
        parts.round.card.rows_made.connect(self._order_tabs)
        buttons = parts.round.buttons
        parts.round.phones_off.why_wanted.connect(lambda: parts.side.open("phones"))
        buttons.undo_wanted.connect(presenting.undo_count)
        buttons.paper_wanted.connect(lambda: parts.side.open("paper"))
        buttons.again_wanted.connect(presenting.vote_again)
        buttons.reveal_wanted.connect(presenting.reveal)
        buttons.close_wanted.connect(presenting.close_round)
        parts.side.closed.connect(self._take_keyboard)
        parts.side.notes.sized.connect(self._keep_notes_size)
        parts.side.keys.scheme_wanted.connect(self._change_scheme)
