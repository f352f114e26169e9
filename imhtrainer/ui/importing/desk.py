"""What the import page does: reads and compares beside the window, and writes what was ticked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from imhtrainer.domain.errors import Cancelled
from imhtrainer.services.importing import apply_review, copied, write_training
from imhtrainer.ui.importing.outcome import Outcome, free_folder
from imhtrainer.ui.importing.saying import Group, grouped, named_apart
from imhtrainer.ui.importing.work import (
    Came,
    Compared,
    Newcomer,
    Picture,
    become,
    compare,
    draw,
    read_file,
)
from imhtrainer.ui.wording import say_count

if TYPE_CHECKING:
    from imhtrainer.domain.deck import Deck
    from imhtrainer.services.importing import Review
    from imhtrainer.ui.importing.page import ImportPage
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.tasks import Progress, Task
    from imhtrainer.ui.widgets.page_preview import PagePreview


class ImportDesk(QObject):
    """Serves one import page; ``finished`` carries the ``Outcome`` once everything is written."""

    finished = Signal(object)

    def __init__(self, page: ImportPage, services: Services) -> None:
        super().__init__(page)
        self._page, self._services = page, services
        self._aside = TemporaryDirectory(prefix="imhtrainer-")
        aside = self._aside
        page.destroyed.connect(aside.cleanup)
        self._task: Task | None = None
        self._came: Came | None = None
        self._compared: Compared | None = None
        self._newcomer: Newcomer | None = None
        self._taken: set[str] = set()
        self._looked_at: Group | None = None
        self._connect()

    def start(self, file: Path) -> None:
        """Read a file and show what is in it."""
        page, services = self._page, self._services
        page.title.setText(self.tr("Import {0}").format(file.name))
        library = services.trainings
        folders = (
            *library.folders(),
            *(Path(folder) for folder in services.settings.now.added_trainings),
        )
        self._run(
            self.tr("Reading {0}").format(file.name),
            lambda progress: read_file(file, folders, library.load, progress),
            self._show_came,
        )

    def _connect(self) -> None:
        page = self._page
        page.file_chosen.connect(self.start)
        page.closed.connect(self._stop)
        page.wait.stopped.connect(self._cancel)
        page.training.activated.connect(lambda _index: self._compare())
        page.list.chosen.connect(self._look_at)
        page.list.ticked.connect(self._tick_group)
        page.detail.ticked.connect(self._tick)
        page.apply.clicked.connect(self._apply)
        page.goal.chosen.connect(self._say_count)

    def _run(
        self, words: str, work: Callable[[Progress], object], done: Callable[..., None]
    ) -> None:
        """One job at a time, told in the middle of the page; another ends the one before."""
        self._stop()
        page = self._page
        page.show_waiting()
        page.wait.show_progress(f"{words} …", 0, 0)

        def finish(result: object) -> None:
            if isValid(self) and self._task is task:
                self._task = None
                done(result)

        def fail(error: BaseException) -> None:
            if isValid(self) and self._task is task:
                self._task = None
                page.setEnabled(True)
                self._say_failed(error)

        def tell(made: int, total: int) -> None:
            if isValid(self) and self._task is task:
                said = self.tr("{0}: slide {1} of {2}").format(words, made, total)
                page.wait.show_progress(said, made, total)

        task = self._services.runner.start(work, finish, fail, tell, words)
        self._task = task

    def _cancel(self) -> None:
        """Ask what is under way to stop; it says itself whether it did."""
        if self._task is not None:
            self._task.cancel()

    def _stop(self) -> None:
        """Wait no longer for what is under way."""
        self._cancel()
        self._task = None

    def _say_failed(self, error: BaseException) -> None:
        wrong = not isinstance(error, Cancelled)
        self._page.wait.show_said(
            self._services.errors.sentence(error) if wrong else str(error), wrong
        )

    def _show_came(self, came: Came) -> None:
        self._came = came
        choice = self._page.training
        choice.clear()
        choice.addItems(named_apart(came.decks, self._services.trainings.built_in))
        choice.addItem(self.tr("Nothing: make it a new training"))
        choice.setCurrentIndex(choice.count() - 1 if came.origin is None else came.origin)
        self._compare()

    def _compare(self) -> None:
        came, index = self._came, self._page.training.currentIndex()
        if came is None:
            return
        self._compared, self._newcomer = None, None
        kit, aside = self._services.kit, Path(mkdtemp(dir=self._aside.name))
        name = came.file.name
        if index < len(came.decks):
            deck = came.decks[index]
            self._run(
                self.tr("Comparing {0} with the training").format(name),
                lambda progress: compare(came, deck, kit, aside, progress),
                self._show_compared,
            )
        else:
            self._run(
                self.tr("Making slides of {0}").format(name),
                lambda progress: become(came, kit, aside, progress),
                self._show_new,
            )

    def _show_compared(self, compared: Compared) -> None:
        page, review = self._page, compared.review
        self._compared = compared
        groups = grouped(review.items)
        self._taken = {change.key for change in review.items}
        page.list.show_groups(groups)
        page.show_remarks(self.tr("What cannot come back"), review.remarks)
        built_in = Path(review.deck.folder).is_relative_to(self._services.trainings.built_in)
        page.goal.show_value("copy" if built_in else "here")
        if groups:
            page.show_review()
            self._show_taken()
            page.list.choose(0)
        else:
            page.show_remarks("", ())
            page.show_nothing(
                self.tr("The file says the same as the training. There is nothing to take over.")
            )
        page.setFocus()

    def _show_new(self, newcomer: Newcomer) -> None:
        page = self._page
        self._newcomer = newcomer
        page.pages.show_pages(newcomer.pages)
        page.show_remarks(self.tr("What was left out or changed"), newcomer.remarks)
        slides = len(newcomer.made.deck.slides)
        one, many = self.tr("A new training of 1 slide"), self.tr("A new training of {0} slides")
        page.count.setText(say_count(slides, one, many))
        page.apply.setText(self.tr("Add this training"))
        page.apply.setEnabled(True)
        page.show_new()
        page.setFocus()

    def _look_at(self, group: Group) -> None:
        compared = self._compared
        if compared is None:
            return
        page, review = self._page, compared.review
        self._looked_at = group
        page.detail.show_group(group, review.deck.sections, review.sections, self._taken)
        page.area.verticalScrollBar().setValue(0)
        if group.slide:
            nothing = (self.tr("Not there yet"), self.tr("Not there any more"))
            for place, deck, said in zip(
                (page.detail.before, page.detail.after),
                (review.deck, compared.after),
                nothing,
                strict=True,
            ):
                self._services.runner.start(
                    partial(self._draw, deck, group.id, said), partial(self._show, group, place)
                )

    def _draw(self, deck: Deck, identity: str, nothing: str, _progress: Progress) -> Picture:
        return draw(deck, identity, self._services.kit, nothing)

    def _show(self, group: Group, place: PagePreview, drawn: Picture) -> None:
        if isValid(self) and self._looked_at is group:
            self._page.detail.show_page(place, *drawn)

    def _tick_group(self, group: Group, on: bool) -> None:
        keys = {change.key for change in group.changes}
        self._taken = self._taken | keys if on else self._taken - keys
        self._show_taken()

    def _tick(self, key: str, on: bool) -> None:
        self._taken = self._taken | {key} if on else self._taken - {key}
        self._show_taken()

    def _show_taken(self) -> None:
        self._page.list.show_taken(self._taken)
        self._page.detail.show_taken(self._taken)
        self._say_count()

    def _say_count(self) -> None:
        compared, page = self._compared, self._page
        if compared is None:
            return
        everything, taken = len(compared.review.items), len(self._taken)
        copy = page.goal.value == "copy"
        page.count.setText(
            self.tr("The training itself stays as it is.")
            if copy
            else self.tr("The text before is kept as deck.md.bak.")
        )
        words = self.tr("Take over {0} of {1} changes").format(taken, everything)
        if taken == everything:
            one, many = self.tr("Take over 1 change"), self.tr("Take over all {0} changes")
            words = say_count(taken, one, many)
        page.apply.setText(words)
        page.apply.setEnabled(taken > 0)

    def _apply(self) -> None:
        came, compared, newcomer = self._came, self._compared, self._newcomer
        trainings = self._services.data_folder.trainings
        self._page.setEnabled(False)  # half-way there is no way back
        if came is not None and newcomer is not None:
            folder = free_folder(trainings, came.file.stem)
            self._run(
                self.tr("Writing the training"),
                lambda _p: write_training(newcomer.made, folder),
                lambda _none: self._finish_new(came.file.name, folder, newcomer.remarks),
            )
        elif compared is not None:
            wanted = compared.review.taking(self._taken)
            copy = None
            if self._page.goal.value == "copy":
                copy = free_folder(trainings, wanted.file.parent.name)
            self._run(
                self.tr("Writing the training"),
                lambda _p: _write(wanted, copy),
                lambda written: self._finish(written, copy is not None),
            )

    def _finish_new(self, name: str, folder: Path, remarks: tuple[str, ...]) -> None:
        words = self.tr("{0} is a training now. Look through it before you give it.").format(name)
        if remarks:
            words += " " + self.tr("What was left out is in import.txt beside the deck.")
        self.finished.emit(Outcome(words, folder, added=True))

    def _finish(self, written: Review, copied: bool) -> None:
        count = len(self._taken)
        title = written.deck.title
        done = say_count(
            count, self.tr("1 change was taken over"), self.tr("{0} changes were taken over")
        )
        where = self.tr("into a copy of {0}") if copied else self.tr("into {0}")
        words = f"{done} {where.format(title)}."
        folder = written.file.parent
        self.finished.emit(
            Outcome(words, folder, added=copied, written=None if copied else written)
        )


def _write(review: Review, copy: Path | None) -> Review:
    wanted = review if copy is None else copied(review, copy)
    apply_review(wanted)
    return wanted
