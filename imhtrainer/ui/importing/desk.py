"""What the import page does: reads and compares beside the window, and writes what was ticked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from imhtrainer.services.importing import write_training
from imhtrainer.ui.importing.job import PageJob
from imhtrainer.ui.importing.outcome import Outcome, all_folders, free_folder
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
    write_review,
)
from imhtrainer.ui.wording import say_count

if TYPE_CHECKING:
    from imhtrainer.domain.deck import Deck
    from imhtrainer.services.importing import Review
    from imhtrainer.ui.importing.page import ImportPage
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.tasks import Progress
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
        self._job = PageJob(page, services, self.tr("{0}: slide {1} of {2}"))
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
        library, folders = services.trainings, all_folders(services)
        self._job.run(
            self.tr("Reading {0}").format(file.name),
            lambda progress: read_file(file, folders, library.load, progress),
            self._show_came,
        )

    def _connect(self) -> None:
        page = self._page
        page.file_chosen.connect(self.start)
        page.training.activated.connect(lambda _index: self._compare())
        page.list.chosen.connect(self._look_at)
        page.list.ticked.connect(self._tick_group)
        page.detail.ticked.connect(self._tick)
        page.apply.clicked.connect(self._apply)
        page.goal.chosen.connect(self._say_count)

    def _show_came(self, came: Came) -> None:
        self._came = came
        choice = self._page.training
        choice.clear()
        choice.addItems(named_apart(came.decks))
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
            self._job.run(
                self.tr("Comparing {0} with the training").format(name),
                lambda progress: compare(came, deck, kit, aside, progress),
                self._show_compared,
            )
        else:
            self._job.run(
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
            self._job.run(
                self.tr("Writing the training"),
                lambda _p: write_training(newcomer.made, folder),
                lambda _none: self._finish_new(came.file.name, folder, newcomer.remarks),
            )
        elif compared is not None:
            wanted = compared.review.taking(self._taken)
            copy = None
            if self._page.goal.value == "copy":
                copy = free_folder(trainings, wanted.file.parent.name)
            self._job.run(
                self.tr("Writing the training"),
                lambda _p: write_review(wanted, copy),
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
