"""The composition root: builds everything once, wires it, and starts Qt."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from imhtrainer.domain.errors import StoreError
from imhtrainer.layout.theme import load_theme
from imhtrainer.resources import resource_path, slides_path
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.store.settings import SettingsFile
from imhtrainer.ui.crash_story import crash_story
from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.garbage import GarbageDesk
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.late import import_in_turns
from imhtrainer.ui.notice import NoticeWindow
from imhtrainer.ui.services import Services
from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.signals import EndSignals
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import BASE_STYLE, Look, apply_look, wants_dark
from imhtrainer.ui.style.window_icon import window_icon
from imhtrainer.ui.tasks import TaskRunner

THEME = "dawn"
DAY = (
    "imhtrainer.ui.home.desk",
    "imhtrainer.ui.present.console.top_bar",
    "imhtrainer.ui.present.console.slide_pane",
    "imhtrainer.ui.present.console.side_pane",
    "imhtrainer.ui.present.round.panel",
    "imhtrainer.ui.present.console.parts",
    "imhtrainer.ui.present.media.desk",
    "imhtrainer.ui.day:Day",
)
"""What wires the day, after what it needs most of; imported once the window stands."""
SWITCH_SECONDS = 0.0005


def run_app(deck: Path | None = None, windowed: bool = False, resume: str = "") -> int:
    """Run the program until its window is closed, and return the exit code.

    With a ``deck`` it opens straight into presenting it, with ``resume`` into the session of that id;
    ``windowed`` keeps the audience window off the projector's whole screen.
    """
    app = make_application()
    look = Look(load_theme(THEME))
    folder = DataFolder(data_folder())
    try:
        lock = folder.lock()
    except StoreError as error:
        return show_notice(app, look, str(error))
    with lock, crash_story(folder.path / "crash.log", folder.path / "errors.log"):
        program = Program(app, look, folder)
        program.start(deck, windowed, resume)
        code = app.exec()
        program.close()
    return code


def make_application() -> QApplication:
    """The Qt application with the windows' typeface, and words in the person's first language."""
    app = QApplication([*sys.argv[:1], *BASE_STYLE])
    app.setApplicationName("IMH Trainer")
    # Slides are painted ahead on another thread: a key gets the interpreter back within a millisecond.
    sys.setswitchinterval(SWITCH_SECONDS)
    app.setDesktopFileName("imhtrainer")
    # The first language alone: who reads English first and Spanish second is not given Spanish.
    first = next(iter(QLocale.system().uiLanguages()), "C")
    load_words(app, QLocale(first), resource_path("translations"))
    load_window_fonts()
    return app


def load_words(app: QApplication, locale: QLocale, ours: Path) -> None:
    """Take Qt's own words, and ours from ``imhtrainer_<locale>.qm``, as far as there are any."""
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qts), ("imhtrainer", str(ours))):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)


def show_notice(app: QApplication, look: Look, sentence: str) -> int:
    """Say in a small window why the program does not start; the exit code is 1."""
    apply_look(app, look)
    app.setWindowIcon(window_icon(look))
    notice = NoticeWindow(look, sentence)
    notice.show()
    app.exec()
    return 1


def now() -> datetime:
    """The laptop's time with its zone."""
    return datetime.now().astimezone()


def glance(added: Sequence[str]) -> Any:
    """The trainings as their cards tell them, from their front matter alone."""
    read = resolve_name("imhtrainer.ui.home.facts:read_trainings")
    built_in = sorted(path.parent for path in slides_path().glob("*/deck.md"))
    return read((*built_in, *(Path(folder) for folder in added)), ())


def open_behind(folder: DataFolder) -> Any:
    """The opened stores; what opens them is imported only now, after the first paint."""
    return resolve_name("imhtrainer.ui.opening:open_stores")(folder)


class Program(QObject):
    """The running program: the window is painted first, then the stores are opened beside it."""

    def __init__(self, app: QApplication, look: Look, folder: DataFolder) -> None:
        super().__init__()
        self._app, self._look, self._folder = app, look, folder
        self._runner = TaskRunner(self)
        self._errors = ErrorDesk(folder.path / "errors.log", self)
        file = SettingsFile(folder.settings)
        self._settings = CurrentSettings(file, file.load(), self._runner, self)
        look.set_dark(wants_dark(self._settings.now.scheme))
        apply_look(app, look)
        app.setWindowIcon(window_icon(look))
        self.home = HomePage(look, now)
        self.home.greet(self._settings.now.facilitator)
        self.window = MainWindow(look, self.home)
        self._garbage: GarbageDesk | None = None
        self._stores: Any = None
        self._day: Any = None
        self._wanted: Path | None = None
        self._errors.raised.connect(self.window.message.say)
        self._errors.settled.connect(self.window.message.put_away)
        self._errors.listen()
        self._runner.unexpected.connect(self._errors.show)
        self._settings.changed.connect(self._dress)
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._signals = EndSignals(self)
        self._signals.asked.connect(self.window.leave)

    def start(self, deck: Path | None, windowed: bool, resume: str = "") -> None:
        """Show the window, and open the stores once it is painted."""
        self.window.show_sized()
        # What stands now stays, so it need never be looked through.
        gc.freeze()
        self._garbage = GarbageDesk(self)
        QTimer.singleShot(0, lambda: self._show_glance(deck, windowed, resume))

    def close(self) -> None:
        """Finish what is under way and put everything away."""
        self._signals.close()
        self.window.put_away()
        self._runner.close()
        if self._stores is not None:
            self._stores.journal.close()

    def _dress(self) -> None:
        """Change the scheme; putting it on again for any other setting would hold every window up."""
        dark = wants_dark(self._settings.now.scheme)
        if dark != self._look.dark:
            self._look.set_dark(dark)
            apply_look(self._app, self._look)

    def _show_glance(self, deck: Path | None, windowed: bool, resume: str) -> None:
        """Show the trainings' cards, which need no database; a press on one is carried out soon."""
        self.home.prepare.connect(self._want)
        if resume:  # the room waits: nothing else is read before
            self._open_stores(deck, windowed, resume)
            return
        added = self._settings.now.added_trainings
        self._runner.start(lambda _p: glance(added), self.home.show_glance)
        self._open_stores(deck, windowed, resume)

    def _want(self, folder: Path) -> None:
        self._wanted = folder

    def _open_stores(self, deck: Path | None, windowed: bool, resume: str) -> None:
        folder = self._folder
        self._runner.start(
            lambda _p: open_behind(folder),
            lambda opened: self._load_day(opened, deck, windowed, resume),
            self._say_closed,
        )

    def _load_day(self, stores: Any, deck: Path | None, windowed: bool, resume: str) -> None:
        self._stores = stores
        go_on = partial(self._go_on, stores, deck, windowed, resume)
        import_in_turns(self, DAY, go_on)

    def _go_on(self, stores: Any, deck: Path | None, windowed: bool, resume: str) -> None:
        services = Services(
            journal=stores.journal,
            sessions=stores.sessions,
            trainings=stores.trainings,
            settings=self._settings,
            pictures=stores.pictures,
            keys=stores.keys,
            credit_rules=stores.credit_rules,
            kit=stores.kit,
            runner=self._runner,
            errors=self._errors,
            clock=now,
            data_folder=self._folder,
            kept_aside=stores.kept_aside,
        )
        self.home.prepare.disconnect(self._want)
        self._day = resolve_name(DAY[-1])(
            self.window, self.home, self._look, services, windowed, self, bool(resume)
        )
        if resume:
            self._day.desk.resume(resume)
        elif deck is not None:
            self._day.desk.present(deck)
        elif self._wanted is not None:
            self._day.desk.prepare(self._wanted)

    def _say_closed(self, error: BaseException) -> None:
        self._errors.show(error)
        self.home.setEnabled(False)
