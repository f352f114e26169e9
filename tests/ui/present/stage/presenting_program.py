"""A program that presents a small training on the real screens of its display, and answers on its output.

Lines on its input are ``state``, ``key NAME``, ``slept``, ``end``, ``leave`` or ``quit``; each answer is one line
of JSON.
"""

import json
import sys
import tempfile
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from imhtrainer.decks.parser import parse
from imhtrainer.domain.session.commands import CountHands, GoTo, StartSession
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import BASE_STYLE, Look, apply_look
from imhtrainer.ui.widgets.frames import column
from tests.ui.present.small_training import DECK, Clock, FakeSettings, FewServices


class Orders(QObject):
    """Brings lines of the input to the GUI thread."""

    came = Signal(str)

    def read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.strip())
        self.came.emit("quit")


class Witness(QObject):
    """Looks at every event of the notes and of the window: do they ever stand where the room looks?"""

    def __init__(self, page: ConsolePage) -> None:
        super().__init__()
        self.page = page
        self.seen: list[str] = []
        self.modal = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        page, display = self.page, self.page.projector.display
        window = page.window()
        self.modal += QApplication.activeModalWidget() is not None
        notes_drawn = page.parts.side.isVisible() and event.type() == QEvent.Type.Paint
        projector = display.projector
        if notes_drawn and display.mode == "fullscreen" and projector is not None:
            middle = window.geometry().center()
            across = projector.left <= middle.x() < projector.left + projector.width
            if across and middle.y() < projector.top + projector.height:
                self.seen.append(f"{window.geometry().getRect()} {event.type().name}")
        return False


def main() -> None:
    """Present until told to quit."""
    app = QApplication(["presenting", *BASE_STYLE])
    load_window_fonts()
    kit = load_kit()
    look = Look(kit.theme)
    apply_look(app, look)
    deck, _ = parse(DECK, Path(), "deck.md")
    assert deck is not None
    clock = Clock()
    with tempfile.TemporaryDirectory() as scratch:
        journal = open_journal(Path(scratch, "journal.sqlite")).journal
        session = SessionLibrary(journal, clock).create(deck)
        session.do(StartSession(clock()))
        session.do(GoTo(clock(), 3))
        session.do(CountHands(clock(), 1, 4))
        settings = FakeSettings()
        services: Any = FewServices(kit, settings, PictureStore(Path(scratch)))
        host = QWidget()
        host.resize(1100, 700)
        host.move(40, 20)
        page = ConsolePage(session, deck, look, services)
        column(host).addWidget(page)
        witness = Witness(page)
        app.installEventFilter(witness)
        host.show()

        def answer(order: str) -> None:
            word, _, rest = order.partition(" ")
            if word == "quit":
                page.close()
                host.close()
                app.quit()
                return
            if word == "key":
                QTest.keyClick(page, getattr(Qt.Key, f"Key_{rest}"))
            if word == "end":
                page.presenting.end()
            if word == "leave":
                page.leave_room()
            if word == "slept":
                page.projector._clock = lambda: 1e12
                page.projector.beat()
            display, audience = page.projector.display, page.audience
            state = session.state
            print(
                json.dumps(
                    {
                        "screens": [[s.name, s.left, s.width, s.height] for s in display.screens],
                        "mode": display.mode,
                        "mirrored": display.mirrored,
                        "projector": display.projector and display.projector.name,
                        "console": display.console and display.console.name,
                        "notes": page.parts.side.isVisible(),
                        "strip": page.privacy.hidden,
                        "room": audience.geometry().getRect()
                        if audience.isVisible() and audience.isWindow()
                        else None,
                        "seen": audience.accessibleName(),
                        "docked": audience.isVisible() and not audience.isWindow(),
                        "slide": state.slide,
                        "counts": list(state.questions[0].rounds[-1].counts),
                        "bars": page.parts.bars.projector.text,
                        "remembered": list(settings.now.projectors),
                        "leaks": witness.seen,
                        "modal": witness.modal,
                    }
                ),
                flush=True,
            )

        orders = Orders()
        orders.came.connect(answer)
        reader = Thread(target=orders.read, daemon=True)
        QTimer.singleShot(400, reader.start)
        app.exec()
        journal.close()


if __name__ == "__main__":
    main()
