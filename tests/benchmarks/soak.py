"""Prints what a long day leaves behind: python -m tests.benchmarks.soak [slide changes] [rounds].

Three hours of a session are compressed: slide changes with builds, rounds counted and voted again, screens that
come and go. Memory, widgets, threads and file descriptors (so not on Windows) are compared with what they were
once everything was warm.
"""

import gc
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from imhtrainer.decks.parser import parse
from imhtrainer.domain.session.commands import (
    CloseRound,
    CountHands,
    GoTo,
    Next,
    OpenRound,
    StartSession,
)
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.screens.events import ScreenGone, Settled
from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import BASE_STYLE, Look, apply_look
from tests.benchmarks.figures import tell
from tests.ui.present.small_training import DECK, Clock, FakeSettings, FewServices

CHANGES, ROUNDS, SCREENS = 10_000, 200, 100
WARM = 400
QUESTION = 3
BEAMER = ScreenFacts("Beamer", "B1", 1280, 720, left=9000)


@dataclass(frozen=True)
class Stock:
    """What the program holds: megabytes resident, widgets, threads, open files."""

    megabytes: float
    widgets: int
    threads: int
    files: int


def take_stock() -> Stock:
    """What is held now, after everything that was let go is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    process = psutil.Process()
    return Stock(
        process.memory_info().rss / 1e6,
        len(QApplication.allWidgets()),
        len(_living(process)),
        process.num_fds(),
    )


def _living(process: psutil.Process) -> list[threading.Thread]:
    """Threads that still run: Python remembers those of Qt that came by even when they are gone."""
    living = {thread.id for thread in process.threads()}
    return [thread for thread in threading.enumerate() if thread.native_id in living]


def _let_threads_rest(wanted: int) -> None:
    """Qt keeps a thread that has nothing to do for half a minute."""
    process, until = psutil.Process(), time.monotonic() + 40
    while len(_living(process)) > wanted and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.1)


@contextmanager
def presenting(look: Look) -> Iterator[tuple[ConsolePage, TrainingSession, Clock]]:
    """A console with the room's window, over a journal on disk."""
    deck, _ = parse(DECK, Path(), "deck.md")
    assert deck is not None
    clock = Clock()
    with tempfile.TemporaryDirectory() as scratch:
        journal = open_journal(Path(scratch, "journal.sqlite")).journal
        session = SessionLibrary(journal, clock).create(deck)
        session.do(StartSession(clock()))
        services: Any = FewServices(load_kit(), FakeSettings(), PictureStore(Path(scratch)))
        page = ConsolePage(session, deck, look, services, windowed=True)
        page.resize(1366, 768)
        page.show()
        QCoreApplication.processEvents()
        try:
            yield page, session, clock
        finally:
            page.close()
            page.deleteLater()
            journal.close()


def change_slides(session: TrainingSession, clock: Clock, changes: int) -> None:
    """Step on and on, from the end to the beginning again; the question stays unanswered for its rounds."""
    last = len(session.state.plan.slides) - 1
    for _ in range(changes):
        clock.pass_time(seconds=1)
        at = session.state.slide
        if at in (QUESTION - 1, QUESTION):
            session.do(GoTo(clock(), QUESTION + 1, leave=True))
        else:
            session.do(GoTo(clock(), 0) if at == last else Next(clock()))
        QCoreApplication.processEvents()


def hold_round(session: TrainingSession, clock: Clock) -> None:
    """Show the question, vote, and vote again."""
    clock.now += timedelta(seconds=30)
    session.do(GoTo(clock(), QUESTION, leave=True))
    question = session.state.open_question
    if question is None or question.last is None or question.last.closed is not None:
        session.do(OpenRound(clock()))
    for choice in range(3):
        session.do(CountHands(clock(), choice, choice + 1))
    session.do(CloseRound(clock()))
    QCoreApplication.processEvents()


def unplug_and_plug(page: ConsolePage) -> None:
    """A second screen comes, is filled, and goes."""
    laptop = page.projector.console_screen()
    assert laptop is not None
    page.projector.tell(Settled((laptop, BEAMER), laptop))
    page.projector.take()
    page.projector.tell(ScreenGone(BEAMER))
    page.projector.tell(Settled((laptop,), laptop))
    page.projector.float()
    QCoreApplication.processEvents()


def soak(look: Look, changes: int, rounds: int, screens: int) -> tuple[Stock, Stock]:
    """What is held when warm, and at the end of the day."""
    with presenting(look) as (page, session, clock):
        change_slides(session, clock, min(WARM, changes))
        hold_round(session, clock)
        unplug_and_plug(page)
        before = take_stock()
        change_slides(session, clock, changes)
        for _ in range(rounds):
            hold_round(session, clock)
        for _ in range(screens):
            unplug_and_plug(page)
        change_slides(session, clock, WARM)
        _let_threads_rest(before.threads)
        return before, take_stock()


def main() -> None:
    """Soak, and print what was left behind."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    numbers = [int(word) for word in sys.argv[1:]]
    changes, rounds = (*numbers, *(CHANGES, ROUNDS)[len(numbers) :])
    app = QApplication(["soak", *BASE_STYLE])
    load_window_fonts()
    look = Look(load_kit().theme)
    apply_look(app, look)
    before, after = soak(look, changes, rounds, SCREENS)
    tell(
        f"Memory grown in {changes} slides, {rounds} rounds",
        after.megabytes - before.megabytes,
        "MB",
        "under 20",
    )
    tell("Widgets left over", after.widgets - before.widgets, "", "0")
    tell("Threads left over", after.threads - before.threads, "", "0")
    tell("Files left open", after.files - before.files, "", "0")


if __name__ == "__main__":
    main()
