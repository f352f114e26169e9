"""The program on its made-up Saturday, and a walk through every window it has."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from imhtrainer.domain.session.commands import CloseRound, Reveal
from imhtrainer.layout.kit import load_kit
from imhtrainer.resources import slides_path
from imhtrainer.room.server import RoomView
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.folder import HOME_VARIABLE, DataFolder
from imhtrainer.ui.day import Day
from imhtrainer.ui.home.page import HomePage
from imhtrainer.ui.importing.page import ImportPage
from imhtrainer.ui.prepare.page import PreparePage
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.hands.tools import Tool
from imhtrainer.ui.services import Services
from imhtrainer.ui.shell import MainWindow
from imhtrainer.ui.style.look import Look, apply_look
from imhtrainer.ui.widgets.places import Place
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.screenshots import saturday
from tests.screenshots.edited import edited_export, somebody_elses
from tests.screenshots.saturday import Watch

ROSTER = 1
LIST = "Name,Email\nOlivier Toussaint,olivier@example.org\nLena Fischer,lena@example.org\nJose Pena,\n,\n"
BUSY_TURNS = 200
STEP_NAMES = ("details", "roster", "phones", "doors")

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
            if self.window.place is place:
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


def walk(program: Program) -> Iterator[str]:
    """Every window and what it shows in turn, in the order of a facilitator's day; its name each time.

    At each name the window stands as the picture of that name shows it.
    """
    program.settle()
    yield "home-first"
    session = saturday.prepared(program.services)
    program.enter(session, Place.PREPARE)
    yield from _prepare(program)
    program.window.open_doors()
    program.settle()
    yield "console-doors"
    saturday.begin(session, program.watch)
    program.enter(session, Place.PRESENT)
    yield from _present(program)
    program.window.go(Place.HOME)
    program.settle()
    yield "home-interrupted"
    program.enter(session, Place.PRESENT)
    saturday.to_checkpoint(session, program.watch)
    yield from _round(program, session)
    saturday.finish(session, program.watch)
    program.window.go(Place.WRAP_UP)
    yield from _wrap_up(program)
    program.window.go(Place.HOME)
    program.settle()
    yield "home"
    yield from _beside(program)


def _prepare(program: Program) -> Iterator[str]:
    page = program.page(PreparePage)
    for step in range(len(page.steps.buttons)):
        page.open_step(step)
        program.settle()
        yield f"prepare-{STEP_NAMES[step]}"
        if step == ROSTER:
            page.roster.imports.read_pasted(LIST)
            program.settle()
            yield "prepare-import"
            page.roster.imports.close()


def _present(program: Program) -> Iterator[str]:
    page = program.page(ConsolePage)
    _let_phones_in(program, page)
    yield "console"
    page.presenting.look_at(page.presenting.state.slide + 3)
    yield "console-looking"
    page.presenting.look_at(None)
    for drawer in ("people", "keys"):
        page.parts.side.open(drawer)
        yield f"console-{drawer}"
    page.parts.side.open("")
    page.overview.toggle()
    yield "overview"
    page.overview.leave()
    page.hands.toggle(Tool.PEN)
    yield "draw"
    page.hands.put_away()
    page.presenting.show("frozen")
    yield "frozen"
    page.presenting.show("frozen")
    page.presenting.show("black")
    yield "black"
    page.presenting.show("black")
    page.parts.bars.ask_break()
    yield "break-asked"
    page.keys.time.start_break(10)
    yield "break"
    page.keys.steps.next()
    page.parts.bar.end_wanted.emit()
    yield "console-end"
    page.parts.bars.question.put_away()
    page.projector.use_strip()
    program.settle()
    yield "strip"
    page.projector.float()
    program.settle()


def _let_phones_in(program: Program, page: ConsolePage) -> None:
    """The story's phones answer without a server; the windows show it as if there were one."""
    settings, room = program.services.settings, page.presenting.room
    assert room is not None
    settings.change(replace(settings.now, phones=True))
    room.view = RoomView("192.168.1.20", 8765, saturday.PHONES)
    room.changed.emit()
    program.settle()


def _round(program: Program, session: TrainingSession) -> Iterator[str]:
    page = program.page(ConsolePage)
    yield "console-checkpoint"
    page.parts.side.open("paper")
    yield "console-paper"
    page.parts.side.open("")
    session.do(CloseRound(program.watch()))
    yield "console-closed"
    saturday.vote_again(session, program.watch)
    yield "console-second-vote"
    session.do(Reveal(program.watch()))
    yield "console-revealed"


def _wrap_up(program: Program) -> Iterator[str]:
    program.settle()
    page = program.page(WrapUpPage)
    yield "wrap-up"
    page.look_through()
    program.settle()
    yield "issue"
    assert page.overlay is not None
    page.overlay.sheet.stage.edit()
    yield "issue-edit"
    page.overlay.close()
    program.settle()
    page.evaluate.emit()
    program.settle()
    yield "evaluations"
    program.window.go_back()
    program.settle()


def _beside(program: Program) -> Iterator[str]:
    program.day._export.for_training(slides_path() / "it-starts-on-day-1")
    program.settle()
    yield "export"
    program.window.go_back()
    yield from _import(program)
    program.window.settings_asked.emit()
    program.settle()
    yield "settings"
    program.window.help_asked.emit()
    program.settle()
    yield "help"
    program.window.go_back()


def _import(program: Program) -> Iterator[str]:
    folder = program.services.data_folder.path
    for name, file in (
        ("import", edited_export(folder / "edited.pptx", program.services.kit)),
        ("import-new", somebody_elses(folder / "Safe sleep.pptx")),
    ):
        program.home.import_powerpoint.emit(file)
        program.settle(250)
        yield name
        program.page(ImportPage).done.click()
        program.settle()
