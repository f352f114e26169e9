"""A walk through every window the program has, in the order of a facilitator's day."""

from collections.abc import Iterator

from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from imhtrainer.domain.session.commands import CloseRound, Reveal
from imhtrainer.resources import slides_path
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.importing.frame import ImportFrame
from imhtrainer.ui.prepare.page import PreparePage
from imhtrainer.ui.present.console.console import ConsolePage
from imhtrainer.ui.present.hands.tools import Tool
from imhtrainer.ui.records_box import RecordsBox
from imhtrainer.ui.settings_page import SettingsPage
from imhtrainer.ui.widgets.places import Place
from imhtrainer.ui.wrapup.evaluations.page import EvaluationsPage
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.screenshots import others, saturday
from tests.screenshots.edited import a_quiz, edited_export, somebody_elses
from tests.screenshots.program import Program

ROSTER, PHONES = 1, 2
LIST = "Name,Email\nOlivier Toussaint,olivier@example.org\nLena Fischer,lena@example.org\nJose Pena,\n,\n"
STEP_NAMES = ("details", "roster", "phones", "doors")
LATE_LEAVER, OVERRIDDEN = "p5", "p15"


def walk(program: Program) -> Iterator[str]:
    """Every window and what it shows in turn; its name each time.

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
    yield "home-running"
    program.enter(session, Place.PRESENT)
    saturday.to_checkpoint(session, program.watch)
    yield from _round(program, session)
    saturday.finish(session, program.watch)
    program.window.go(Place.WRAP_UP)
    yield from _wrap_up(program)
    program.window.go(Place.HOME)
    program.settle()
    yield "home"
    yield from _with_credit(program)
    yield from _home_on_a_bad_day(program)
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
        elif step == PHONES:
            page.phones.allow.click()
            program.settle()
            yield "prepare-phones-on"
            yield from _to_the_end(program, page.phones, "prepare-phones-below")
        elif step == 0:
            yield from _to_the_end(program, page, "prepare-details-below")


def _to_the_end(program: Program, page: QWidget, name: str) -> Iterator[str]:
    """The same page, scrolled to its end."""
    area = next(each for each in page.findChildren(QScrollArea) if each.isVisible())
    scroller = area.verticalScrollBar()
    scroller.rangeChanged.connect(lambda _least, most: scroller.setValue(most))
    scroller.setValue(scroller.maximum())
    program.settle()
    yield name
    scroller.rangeChanged.disconnect()
    scroller.setValue(0)


def _present(program: Program) -> Iterator[str]:
    page = program.page(ConsolePage)
    yield "console"
    page.presenting.look_at(page.presenting.state.slide + 3)
    yield "console-looking"
    page.presenting.look_at(None)
    for drawer in ("people", "phones", "keys"):
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
    page.parts.bars.question.put_away()
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
    page = program.page(WrapUpPage)
    program.settle()
    yield "wrap-up"
    page.attendance.form.open()
    yield "wrap-up-add"
    page.attendance.form.hide()
    page.attendance.editing.open_times(LATE_LEAVER)
    yield "wrap-up-times"
    page.attendance.editing.close()
    page.attendance.editing.open_reason(OVERRIDDEN)
    yield "wrap-up-reason"
    page.attendance.editing.close()
    yield from _issue(program, page)
    page.evaluate.emit()
    program.settle()
    yield "evaluations"
    yield from _to_the_end(program, program.page(EvaluationsPage).window(), "evaluations-below")
    program.window.go_back()
    program.settle()


def _issue(program: Program, page: WrapUpPage) -> Iterator[str]:
    page.look_through()
    program.settle()
    yield "issue"
    assert page.overlay is not None
    sheet = page.overlay.sheet
    sheet.stage.edit()
    yield "issue-edit"
    sheet.stage.cancel_button.click()
    sheet.foot.issue_button.click()
    program.settle()
    yield "issue-done"
    sheet.stage.correct_button.click()
    yield "issue-correct"
    sheet.stage.withdrawing.cancel_button.click()
    sheet.stage.revoke_button.click()
    yield "issue-revoke"
    sheet.stage.withdrawing.cancel_button.click()
    page.overlay.leave()
    program.settle()
    yield "wrap-up-issued"


def _with_credit(program: Program) -> Iterator[str]:
    """A session of an approved provider, whose completions are to be reported."""
    session = others.with_credit(program.services, program.watch)
    program.enter(session, Place.WRAP_UP)
    page = program.page(WrapUpPage)
    program.settle()
    page.strip.files_button.setChecked(True)
    area = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(page.files))
    area.ensureWidgetVisible(page.files.reporting)
    program.settle()
    yield "wrap-up-credit"


def _home_on_a_bad_day(program: Program) -> Iterator[str]:
    """Two sessions that stopped, long names, a training that is broken and a folder that is none."""
    others.interrupted(program.services, program.watch)
    program.window.go(Place.HOME)
    program.settle()
    yield "home-two"
    for folder in others.trainings(program.services.data_folder.path):
        program.day.desk.add_training(folder)
    photos = program.services.data_folder.path / "Photos"
    photos.mkdir()
    program.day.desk.add_training(photos)
    program.settle()
    yield "home-added"
    program.home.message.put_away()
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
    page = program.page(SettingsPage)
    yield from _to_the_end(program, page.window(), "settings-below")
    records = program.page(RecordsBox)
    records.finder.setText("Rosa")
    records.look_up()
    program.settle()
    remove = next(b for b in records.findChildren(QPushButton) if b.text() == "Remove")
    remove.click()
    yield from _to_the_end(program, page.window(), "settings-person")
    records.asking.keep_button.click()
    program.window.help_asked.emit()
    program.settle()
    yield "help"
    program.window.go_back()


def _import(program: Program) -> Iterator[str]:
    folder = program.services.data_folder.path
    for name, file in (
        ("import", edited_export(folder / "edited.pptx", program.services.kit)),
        ("import-new", somebody_elses(folder / "Safe sleep.pptx")),
        ("import-questions", a_quiz(folder / "quiz.gift")),
    ):
        program.home.import_file.emit(file)
        program.settle(250)
        yield name
        program.page(ImportFrame).done.click()
        program.settle()
