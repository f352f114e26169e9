"""The real console on a session of its own, for the figures of presenting."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from imhtrainer.app import SWITCH_SECONDS
from imhtrainer.decks.parser import parse
from imhtrainer.domain.deck import Deck
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.store.settings import Settings
from imhtrainer.ui.garbage import GarbageDesk
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import Look, apply_look
from imhtrainer.ui.tasks import TaskRunner
from tests.benchmarks.parse_decks import make_deck


class MemorySettings(QObject):
    """Settings that are written nowhere."""

    changed = Signal(object)
    now = Settings()


@dataclass(frozen=True)
class FewServices:
    """What the console uses of the services."""

    kit: Any
    settings: MemorySettings
    pictures: PictureStore
    runner: TaskRunner


@dataclass(frozen=True)
class Held:
    """A console, the session it presents, and where that is recorded."""

    page: ConsolePage
    session: TrainingSession
    journal: Journal


@dataclass(frozen=True)
class Stage:
    """A dressed application, and what every console of it needs."""

    app: QApplication
    look: Look
    kit: Any

    @contextmanager
    def console(self, deck: Deck, width: int, height: int) -> Iterator[ConsolePage]:
        """The console with the room's window of this size in device pixels, the training begun."""
        with self.hold(deck, width, height) as held:
            yield held.page

    @contextmanager
    def hold(self, deck: Deck, width: int, height: int) -> Iterator[Held]:
        """The console as above, with its session and journal."""
        with TemporaryDirectory() as folder:
            journal = open_journal(Path(folder, "journal.sqlite")).journal
            session = SessionLibrary(journal, lambda: datetime.now().astimezone()).create(deck)
            runner = TaskRunner()
            pictures = PictureStore(Path(folder))
            services: Any = FewServices(self.kit, MemorySettings(), pictures, runner)
            page = ConsolePage(session, deck, self.look, services, windowed=True)
            page.resize(1366, 768)
            page.show()
            settle()
            page.audience.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
            page.audience.setGeometry(0, 0, width, height)
            page.audience.show()
            page.setFocus()
            page.presenting.go_on()
            settle()
            yield Held(page, session, journal)
            page.close()
            runner.close()
            journal.close()


def set_stage() -> Stage:
    """The application; where there is no display, on Qt's own offscreen platform."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    sys.setswitchinterval(SWITCH_SECONDS)
    load_window_fonts()
    kit = load_kit()
    look = Look(kit.theme)
    apply_look(app, look)
    gc.freeze()
    GarbageDesk(app)
    return Stage(app, look, kit)


def long_deck(slides: int) -> Deck:
    """A deck of so many slides of words, every tenth a question."""
    text = "".join(
        line for line in make_deck(slides).splitlines(keepends=True) if not line.startswith("![")
    )
    deck, problems = parse(text, Path(), "deck.md")
    if deck is None or problems:
        raise SystemExit(f"the generated deck is wrong: {problems[:3]}")
    return deck


def key(which: Qt.Key) -> QKeyEvent:
    """A press of a key."""
    return QKeyEvent(QEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier)


def settle() -> None:
    """Let everything be laid out and painted."""
    for _ in range(20):
        QCoreApplication.processEvents()
