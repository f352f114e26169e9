"""The composition root: builds everything once, wires it, and starts Qt."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from imhtrainer.domain.errors import StoreError
from imhtrainer.layout.theme import load_theme
from imhtrainer.store.folder import DataFolder, DataLock, data_folder
from imhtrainer.store.settings import SettingsFile
from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.notice import NoticeWindow
from imhtrainer.ui.services import Services
from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.style.fonts import load_window_fonts
from imhtrainer.ui.style.look import Look, apply_look, wants_dark
from imhtrainer.ui.tasks import TaskRunner
from imhtrainer.ui.widgets.places import Place

THEME = "dawn"


def run_app(deck: Path | None = None, windowed: bool = False) -> int:
    """Run the program until its window is closed, and return the exit code.

    With a ``deck`` it opens straight into presenting it; ``windowed`` keeps the audience window off the
    projector's whole screen.
    """
    app = make_application()
    look = Look(load_theme(THEME))
    folder = DataFolder(data_folder())
    try:
        lock = folder.lock()
    except StoreError as error:
        apply_look(app, look)
        notice = NoticeWindow(look, str(error))
        notice.show()
        app.exec()
        return 1
    with lock:
        program = Program(app, look, folder, lock)
        program.start(deck, windowed)
        code = app.exec()
        program.close()
    return code


def make_application() -> QApplication:
    """The Qt application with the windows' typeface and Qt's own words in the system's language."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("IMH Trainer")
    app.setDesktopFileName("imhtrainer")
    translator = QTranslator(app)
    words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale.system(), "qtbase", "_", words):
        app.installTranslator(translator)
    load_window_fonts()
    return app


def now() -> datetime:
    """The laptop's time with its zone."""
    return datetime.now().astimezone()


class Program(QObject):
    """The running program: the window is painted first, then the stores are opened beside it."""

    def __init__(self, app: QApplication, look: Look, folder: DataFolder, lock: DataLock) -> None:
        super().__init__()
        self._app, self._look, self._folder, self._lock = app, look, folder, lock
        self._runner = TaskRunner(self)
        self._errors = ErrorDesk(folder.path / "errors.log", self)
        file = SettingsFile(folder.settings)
        self._settings = CurrentSettings(file, file.load(), self._runner, self)
        self._dress()
        self._home = HomePage(look, now)
        self._home.greet(self._settings.now.facilitator)
        self._window = MainWindow(look, self._home)
        self._services: Services | None = None
        self._desk: Any = None
        self._connect()

    def start(self, deck: Path | None, windowed: bool) -> None:
        """Show the window and open the stores once it is painted."""
        self._window.resize(1366, 768)
        self._window.show()
        self._deck, self._windowed = deck, windowed
        QTimer.singleShot(0, self._open_stores)

    def close(self) -> None:
        """Finish what is under way and put everything away."""
        self._runner.close()
        if self._services is not None:
            self._services.journal.close()

    def _connect(self) -> None:
        self._errors.raised.connect(self._window.message.say)
        self._errors.listen()
        self._runner.unexpected.connect(self._errors.show)
        self._settings.changed.connect(self._dress)
        self._app.styleHints().colorSchemeChanged.connect(self._dress)

    def _dress(self) -> None:
        self._look.set_dark(wants_dark(self._settings.now.scheme))
        apply_look(self._app, self._look)

    def _open_stores(self) -> None:
        folder = self._folder
        self._runner.start(
            lambda _p: resolve_name("imhtrainer.ui.opening:open_stores")(folder), self._go_on
        )

    def _go_on(self, stores: Any) -> None:
        named = self._settings.now.output_folder
        services = Services(
            journal=stores.journal,
            sessions=stores.sessions,
            trainings=stores.trainings,
            settings=self._settings,
            pictures=stores.pictures,
            kit=stores.kit,
            runner=self._runner,
            errors=self._errors,
            clock=now,
            data_folder=self._folder,
            output_folder=Path(named) if named else self._folder.outputs,
            kept_aside=stores.kept_aside,
        )
        self._services = services
        self._window.make_pages_by({Place.PREPARE: self._prepare_page})
        self._desk = resolve_name("imhtrainer.ui.home.desk:HomeDesk")(self._home, services, self)
        self._desk.entered.connect(self._window.open_session)
        self._window.came_home.connect(self._desk.refresh)
        self._desk.refresh()

    def _prepare_page(self, session: Any) -> QWidget:
        page: QWidget = resolve_name("imhtrainer.ui.prepare.page:PreparePage")(
            session, self._look, self._services
        )
        return page
