"""Whether this computer can play what a deck holds: each clip is begun without a sound, before the doors open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from imhtrainer.domain.deck import Block, Column, Deck, Media, Picture
from imhtrainer.layout.page import Clip
from imhtrainer.services.preflight.finding import Finding, good, wrong

if TYPE_CHECKING:
    from imhtrainer.ui.present.media.player import Player

translate = QCoreApplication.translate

PATIENCE = 6000
"""Milliseconds in which a clip must have begun."""


def find_player() -> "Callable[[], Player]":
    """What makes a player; it raises ImportError where this computer lacks what one needs.

    Called on the windows' thread, which alone may import what is made of Qt (see ``ui.late``).
    """
    try:
        made: Callable[[], Player] = resolve_name("imhtrainer.ui.present.media.player:Player")
    except ImportError as error:
        return partial(_lack, error)
    return made


def _lack(error: ImportError) -> NoReturn:
    raise error


def look_at_media(deck: Deck, make_player: "Callable[[], Player]") -> Finding:
    """Try every clip of a deck; may be called on any thread, which waits meanwhile."""
    clips = {str(Path(deck.folder) / media.path): media for media in media_of(deck)}
    if not clips:
        return good(translate("MediaProbe", "Nothing to play"))
    for path, media in clips.items():
        if finding := _try_one(media, Clip(path, media.mime, media.kind), make_player):
            return finding
    one, many = translate("MediaProbe", "1 file plays"), translate("MediaProbe", "{0} files play")
    return good(one if len(clips) == 1 else many.format(len(clips)))


def _try_one(media: Media, clip: Clip, make_player: "Callable[[], Player]") -> Finding | None:
    """What is wrong with a clip on this computer, or with the computer; None where it plays."""
    try:
        player = make_player()
    except ImportError as error:
        words = translate(
            "MediaProbe",
            "This computer has no player for video and sound ({0}). The slides show their posters.",
        )
        return wrong(words.format(error))
    why = Trial(player, clip).run()
    if not why:
        return None
    words = translate(
        "MediaProbe",
        "“{0}” cannot be played here: {1}. Save it as MP4 with H.264 and AAC, or leave it out.",
    )
    return wrong(words.format(media.path, why.rstrip(".")))


def media_of(deck: Deck) -> Iterator[Media]:
    """Every video and sound of a deck, in order."""
    for slide in deck.slides:
        yield from _media_in(slide.blocks)


def _media_in(blocks: tuple[Block, ...]) -> Iterator[Media]:
    for block in blocks:
        if isinstance(block, Column):
            yield from _media_in(block.blocks)
        elif isinstance(block, Picture) and block.plays is not None:
            yield block.plays


@dataclass
class Trial:
    """One clip, begun silently until its first picture or its first sound is there."""

    player: "Player"
    clip: Clip
    why: str = ""
    begun: bool = False

    def run(self) -> str:
        """Why it cannot be played; empty where it can."""
        loop = QEventLoop()
        limit = QTimer(singleShot=True, interval=PATIENCE)
        limit.timeout.connect(loop.quit)
        self.player.failed.connect(self._note)
        self.player.framed.connect(self._begin)
        self.player.changed.connect(self._hear)
        for told in (self.player.failed, self.player.framed, self.player.changed):
            told.connect(lambda *_: loop.quit() if self.begun or self.why else None)
        limit.start()
        self.player.load(self.clip)
        self.player.set_muted(True)
        self.player.play()
        loop.exec()
        self._let_go()
        silent = translate("MediaProbe", "nothing of it came")
        return self.why or ("" if self.begun else silent)

    def _note(self, why: str) -> None:
        self.why = why

    def _begin(self, frame: object) -> None:
        self.begun = self.begun or frame is not None

    def _hear(self) -> None:
        self.begun = self.begun or (self.clip.kind == "audio" and self.player.position > 0)

    def _let_go(self) -> None:
        """Unloading is queued: it needs a turn of the loop before the player goes."""
        loop = QEventLoop()
        self.player.unload()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
