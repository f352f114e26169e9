"""Prints how long a key takes until the room's window is painted: python tests/benchmarks/key_to_paint.py.

A whole training is walked through on the real console: once with a pause between two keys, as when a person
talks, and once with keys at odd moments, a twentieth to a third of a second apart, while pictures are being
painted. Needs a display of at least 3840 x 2160 for honest figures (``xvfb-run -s
"-screen 0 3840x2160x24"``); without one Qt's offscreen platform is used.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from imhtrainer.app import SWITCH_SECONDS
from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.kit import load_kit
from imhtrainer.resources import slides_path
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.store.settings import Settings
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.present.stage.audience import AudienceWindow
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import Look, apply_look

SIZES = ((1920, 1080, 8.0), (3840, 2160, 16.0))
"""Width, height, and the milliseconds that 99 of 100 keys may take."""
IDLE = 0.4
"""Longest seconds to wait for the neighbours before a key."""


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


class Watch:
    """Notes when the room's window was painted and how long pictures take."""

    def __init__(self) -> None:
        self.painted = 0.0
        self.pictures: list[float] = []
        self._wrap(AudienceWindow, "show_picture", self._note)
        self._wrap(PagePictures, "_render", self._time)

    def _wrap(self, owner: Any, name: str, measure: Callable[[float], None]) -> None:
        whole = getattr(owner, name)

        def measured(*args: Any) -> Any:
            start = time.perf_counter()
            result = whole(*args)
            measure(start)
            return result

        setattr(owner, name, measured)

    def _note(self, _start: float) -> None:
        self.painted = time.perf_counter()

    def _time(self, start: float) -> None:
        self.pictures.append((time.perf_counter() - start) * 1000)


def key(which: Qt.Key) -> QKeyEvent:
    """A press of a key."""
    return QKeyEvent(QEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier)


def press(page: ConsolePage, watch: Watch) -> tuple[float, float]:
    """Milliseconds until the room's window was painted, and until the console was too."""
    start = time.perf_counter()
    QCoreApplication.sendEvent(page.audience, key(Qt.Key.Key_PageDown))
    room = watch.painted - start
    QCoreApplication.processEvents()
    return room * 1000, (time.perf_counter() - start) * 1000


class Hurry:
    """Waits a moment that has nothing to do with what is being painted, the same in every run."""

    def __init__(self) -> None:
        self._dice = Random(1)

    def __call__(self, page: ConsolePage) -> None:
        until = time.perf_counter() + self._dice.uniform(0.05, 0.33)
        while time.perf_counter() < until:
            QCoreApplication.processEvents()
            time.sleep(0.001)


def rest(page: ConsolePage) -> None:
    """Let the program paint the neighbours."""
    until = time.perf_counter() + IDLE
    while page.pictures.busy and time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.002)


def walk(
    page: ConsolePage, watch: Watch, wait: Callable[[ConsolePage], None]
) -> list[tuple[float, float]]:
    """One key after the other to the training's end."""
    times = []
    state = page.presenting.state
    while state.slide + 1 < len(state.plan.slides) or state.step < state.here.steps:
        wait(page)
        watch.painted = 0.0
        taken = press(page, watch)
        if page.presenting.waiting:
            page.presenting.leave()
        elif watch.painted:
            times.append(taken)
        if page.presenting.state == state:
            break
        state = page.presenting.state
    return times


def say(name: str, times: list[float], budget: float = 0.0) -> None:
    """Print the middle and the slowest of some times."""
    cuts = quantiles(times, n=100)
    share = f"   {cuts[98] / budget:.2f} of {budget:.0f} ms" if budget else ""
    print(f"  {name:34s} p50 {cuts[49]:6.1f}  p99 {cuts[98]:6.1f}  max {max(times):6.1f} ms{share}")


def open_console(folder: Path, look: Look, services: FewServices) -> tuple[ConsolePage, Any]:
    """The console on a fresh session of the built-in training."""
    journal = open_journal(folder / "journal.sqlite").journal
    deck = read_deck(slides_path() / "it-starts-on-day-1")
    session = SessionLibrary(journal, lambda: datetime.now().astimezone()).create(deck)
    page = ConsolePage(session, deck, look, services, windowed=True)  # type: ignore[arg-type]
    return page, journal


def measure(width: int, height: int, budget: float, watch: Watch, look: Look, kit: Any) -> None:
    """Walk the training with the room's window in this size and print the figures."""
    watch.pictures.clear()
    with tempfile.TemporaryDirectory() as folder:
        page, journal = open_console(
            Path(folder), look, FewServices(kit, MemorySettings(), PictureStore(Path(folder)))
        )
        page.resize(1366, 768)
        page.show()
        for _ in range(20):
            QCoreApplication.processEvents()
        page.audience.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        page.audience.setGeometry(0, 0, width, height)
        page.audience.show()
        page.setFocus()
        page.presenting.go_on()
        print(f"{width} x {height}, {QApplication.platformName()}")
        for name, wait in (("talking", rest), ("at odd moments", Hurry())):
            page.presenting.go_to(0)
            times = walk(page, watch, wait)
            print(f" {len(times)} keys, {name}")
            say("key to the room's window painted", [room for room, _ in times], budget)
            say("key to room and console painted", [both for _, both in times])
        if watch.pictures:
            print(f"  {len(watch.pictures)} pictures painted because a key waited for them")
        page.close()
        journal.close()


def main() -> None:
    """Print the figures for both sizes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.parse_args()
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    sys.setswitchinterval(SWITCH_SECONDS)
    load_window_fonts()
    kit = load_kit()
    look = Look(kit.theme)
    apply_look(app, look)
    watch = Watch()
    for width, height, budget in SIZES:
        measure(width, height, budget, watch, look, kit)


if __name__ == "__main__":
    main()
