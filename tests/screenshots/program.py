"""The program on its made-up Saturday."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from imhtrainer.layout.kit import load_kit
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.folder import HOME_VARIABLE, DataFolder
from imhtrainer.ui.day import Day
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.services import Services
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.style.look import Look, apply_look
from imhtrainer.ui.widgets.places import Place
from tests.screenshots import saturday
from tests.screenshots.saturday import Watch

BUSY_TURNS = 200

Page = TypeVar("Page", bound=QWidget)


class Program:
    """One window, its services and the clock of the story."""

    def __init__(self, look: Look, services: Services, watch: Watch) -> None:
        self.look, self.services, self.watch = look, services, watch
        self.home = HomePage(look, watch)
        self.window = MainWindow(look, self.home)
        self.day = Day(self.window, self.home, look, services, windowed=True)

    def enter(self, session: TrainingSession, place: Place) -> None:
        """Go to a place of the session as Home's buttons do, and wait until it stands."""
        self.day.desk.entered.emit(session, place)
        for _ in range(20):
            self.settle()
            if self.window.place is place and self.window.session is session:
                return

    def page(self, kind: type[Page]) -> Page:
        """The one page of this kind."""
        return next(page for page in self.window.findChildren(kind) if page.isVisible())

    def settle(self, least: int = 40) -> None:
        """Let pictures be painted and tasks come back, as the running program does."""
        for _ in range(BUSY_TURNS):
            wait(least)
            if not self.services.runner.busy:
                break
        wait(least)


def wait(milliseconds: int) -> None:
    """Let the program run for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents()


@contextmanager
def open_program(app: QApplication, folder: Path) -> Iterator[Program]:
    """The program with an empty data folder; all is put away afterwards."""
    os.environ[HOME_VARIABLE] = str(folder)
    os.environ["HOME"] = str(folder)  # files are really saved: into the story's own Documents
    watch = Watch()
    services = saturday.open_services(DataFolder(folder), watch)
    look = Look(load_kit().theme)
    apply_look(app, look)  # before the first widget, as the program does
    program = Program(look, services, watch)
    yield program
    program.settle()
    program.window.put_away()
    program.window.hide()
    program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    services.runner.close()
    services.journal.close()
