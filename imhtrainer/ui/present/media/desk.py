"""Plays what stands on the room's slide, and keeps both windows and the bar in step with it."""

from collections.abc import Callable
from dataclasses import replace
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from imhtrainer.layout.compose.caption import compose_caption
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page, PictureBox
from imhtrainer.render.screen import ScreenPainter
from imhtrainer.ui.present.media.bar import MediaBar
from imhtrainer.ui.present.media.clips import Cue, read_cues, visible_clip, words_at
from imhtrainer.ui.present.media.layer import FilmLayer
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.picture_view import PictureView
from imhtrainer.ui.present.pages.shown import Shown, is_same_place
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.present.stage.room_screen import RoomScreen

if TYPE_CHECKING:
    from imhtrainer.ui.present.media.player import Player

translate = QCoreApplication.translate

CAPTION_SCALE = 2.0
"""Pixels a point of the strip that holds spoken lines."""

LoadPlayer = Callable[[QObject], "Player"]


class MediaDesk(QObject):
    """Follows the room: plays on one key, pauses when the room looks elsewhere, lets go with the slide.

    Nothing of Qt's player is loaded before a slide of the deck plays something. Where this computer has no
    player, the poster stays and the bar says so.
    """

    waiting_changed = Signal()
    """Whether a film waits for its first start is another; the filled button moves."""

    def __init__(
        self,
        presenting: Presenting,
        room: RoomScreen,
        pages: DeckPages,
        kit: Kit,
        audience: AudienceWindow,
        picture: PictureView,
        bar: MediaBar,
        volume: float = 0.8,
        load: LoadPlayer | None = None,
    ) -> None:
        super().__init__(presenting)
        self._presenting = presenting
        self._room = room
        self._pages = pages
        self._kit = kit
        self._audience = audience
        self._picture = picture
        self.bar = bar
        self._volume = volume
        self._load = load or _load_player
        self._player: Player | None = None
        self._shown: Shown | None = None
        self._poster: PictureBox | None = None
        self._layer: FilmLayer | None = None
        self._cues: tuple[Cue, ...] = ()
        self._said = ""
        self._words_on = True
        self._started = False
        self._failed = ""
        self._painter = ScreenPainter()
        self._connect()

    @property
    def waits(self) -> bool:
        """Whether a film is on the slide that has not run yet."""
        return self._poster is not None and not self._started and not self._failed

    @property
    def playing(self) -> bool:
        """Whether something runs."""
        return self._player is not None and self._player.playing

    @property
    def layer(self) -> FilmLayer | None:
        """What is painted over the slide now."""
        return self._layer

    def follow(self) -> None:
        """The session has moved on: keep to what the room sees."""
        shown = self._room.shown
        poster = self._poster_of(shown)
        if poster is not None and self._poster is not None and poster.clip == self._poster.clip:
            self._shown, self._poster = shown, poster
        elif poster is not None or not self._is_aside(shown):
            self._change(shown, poster)
        if not self._seen_live:
            self.pause()
        self.bar.setVisible(self._poster is not None)
        self.show()

    def show(self) -> None:
        """Paint the layer where its slide is shown: on the console not while another is looked at.

        A frozen room keeps the picture it has, also while another place in the film is chosen.
        """
        if not self._presenting.frozen:
            there = is_same_place(self._shown, self._room.shown)
            self._audience.show_film(self._layer if there else None)
        own = is_same_place(self._shown, self._picture.shown)
        looks_on = self._presenting.looked_at is not None
        self._picture.show_film(self._layer if own and not looks_on else None)

    def toggle(self) -> None:
        """Play, or stand still; nothing where the room sees nothing that plays."""
        if self._poster is None or self._failed:
            return
        if self.playing:
            self.pause()
        elif not self._seen_live:
            words = translate(
                "MediaDesk", "The film waits: the room does not see its slide live now."
            )
            self._presenting.refused.emit(words)
        elif self._make_ready():
            self._started = True
            if self._player is not None:
                self._player.play()
            self.waiting_changed.emit()

    def pause(self) -> None:
        """Stand still."""
        if self._player is not None:
            self._player.pause()

    def warm(self) -> None:
        """Load the player before its slide comes, so that nothing waits there."""
        if self._player is None and not self._failed:
            self._open_player()

    def close(self) -> None:
        """Let go of everything."""
        self._change(None, None)

    @property
    def _seen_live(self) -> bool:
        """Whether the room looks at the slides, and not at a break or at what was frozen."""
        state = self._presenting.state
        return state.screen == "live" and state.pause is None and state.stage != "ended"

    def _is_aside(self, shown: Shown | None) -> bool:
        """Whether the room only looks aside, at black or the logo or a break: the film keeps its place."""
        here = self._presenting.state
        away = shown is None or shown.kind in ("points", "logo", "break")
        return away and self._shown is not None and here.slide == self._shown.slide

    def _poster_of(self, shown: Shown | None) -> PictureBox | None:
        if shown is None or shown.kind != "slide":
            return None
        page = self._pages.page(shown)
        return visible_clip(page, shown.step) if page is not None else None

    def _change(self, shown: Shown | None, poster: PictureBox | None) -> None:
        waited = self.waits
        if self._player is not None:
            self._player.unload()
        page = self._pages.page(shown) if shown is not None and poster is not None else None
        self._shown, self._poster = (shown, poster) if page is not None else (None, None)
        self._layer = FilmLayer(_shares(poster, page)) if poster and page else None
        self._cues = read_cues(poster.clip) if poster and poster.clip else ()
        self._started, self._failed, self._said = False, "", ""
        if self._poster is not None:
            self._make_ready()
            self.bar.show_words(bool(self._cues), self._words_on)
            self._tell()
        if waited != self.waits:
            self.waiting_changed.emit()

    def _make_ready(self) -> bool:
        """Have the player hold the clip; False where it cannot."""
        clip = self._poster.clip if self._poster is not None else None
        if clip is None:
            return False
        if self._player is None and not self._open_player():
            return False
        if self._player is not None and not self._started:
            self._player.load(clip)
        return not self._failed

    def _open_player(self) -> bool:
        """Load Qt's player; where there is none, that is said with the slide that needs it."""
        try:
            player = self._load(self)
        except ImportError as error:
            words = translate("MediaDesk", "This computer has no player for video and sound ({0}).")
            if self._poster is not None:
                self._fail(words.format(error))
            return False
        self._player = player
        player.set_volume(self._volume)
        player.changed.connect(self._tell)
        player.framed.connect(self._show_frame)
        player.failed.connect(self._say_failed)
        return True

    def _show_frame(self, frame: QImage | None) -> None:
        if self._layer is None:
            return
        self._layer = replace(self._layer, frame=frame if self._started else None)
        self.show()

    def _say_failed(self, why: str) -> None:
        words = translate("MediaDesk", "This computer cannot play it ({0}). The poster stays.")
        self._fail(words.format(why))

    def _fail(self, words: str) -> None:
        self._failed = words
        self._tell()
        self.waiting_changed.emit()

    def _tell(self) -> None:
        player = self._player
        position = player.position if player else 0.0
        duration = player.duration if player else 0.0
        self.bar.show_film(self.playing, self.waits, position, duration, self._failed)
        if player is not None:
            self.bar.show_sound(player.volume, player.muted)
        self._say(words_at(self._cues, position) if self._started and self._words_on else "")

    def _say(self, words: str) -> None:
        if words == self._said or self._layer is None:
            return
        self._said = words
        page = compose_caption(words, self._kit) if words else None
        caption = self._strip(page) if page else None
        self._layer = replace(self._layer, caption=caption)
        self.show()

    def _strip(self, page: Page) -> QImage:
        return self._painter.image(page, round(page.width * CAPTION_SCALE))

    def _seek(self, share: float) -> None:
        if self._player is not None:
            self._player.seek(share * self._player.duration)

    def _set_volume(self, volume: float) -> None:
        self._volume = volume
        if self._player is not None:
            self._player.set_volume(volume)

    def _mute(self) -> None:
        if self._player is not None:
            self._player.set_muted(not self._player.muted)

    def _toggle_words(self) -> None:
        self._words_on = not self._words_on
        self.bar.show_words(bool(self._cues), self._words_on)
        self._tell()

    def _connect(self) -> None:
        self.bar.play_wanted.connect(self.toggle)
        self.bar.moved.connect(self._seek)
        self.bar.volume_wanted.connect(self._set_volume)
        self.bar.mute_wanted.connect(self._mute)
        self.bar.words_wanted.connect(self._toggle_words)


def _load_player(parent: QObject) -> "Player":
    """Qt's player, loaded at its first use; ImportError where the system lacks what it needs."""
    make: LoadPlayer = resolve_name("imhtrainer.ui.present.media.player:Player")
    return make(parent)


def _shares(poster: PictureBox, page: Page) -> tuple[float, float, float, float]:
    """Where the poster stands, in shares of the page."""
    return (
        poster.x / page.width,
        poster.y / page.height,
        poster.w / page.width,
        poster.h / page.height,
    )
