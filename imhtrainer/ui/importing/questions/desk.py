"""What the page of questions does: reads the file, tries its questions, and adds what is ticked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from imhtrainer.domain.deck import Deck
from imhtrainer.services.import_preview import pages_of, previewed
from imhtrainer.services.question_review import likely_training, review_questions
from imhtrainer.services.questions import read_questions
from imhtrainer.ui.importing.job import PageJob
from imhtrainer.ui.importing.outcome import Outcome, all_folders, free_folder
from imhtrainer.ui.importing.saying import Group, grouped, named_apart
from imhtrainer.ui.importing.work import load_all, write_review
from imhtrainer.ui.wording import say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from imhtrainer.decks.interchange.item import Reading
    from imhtrainer.layout.page import Page
    from imhtrainer.services.importing import Review
    from imhtrainer.ui.importing.questions.page import QuestionsPage
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class _Came:
    """A file's questions, the trainings they can go to, and the place of the likeliest."""

    reading: Reading = field(repr=False)
    decks: tuple[Deck, ...] = field(repr=False)
    likely: int


class QuestionsDesk(QObject):
    """Serves one page of questions; ``finished`` carries the ``Outcome`` once everything is written."""

    finished = Signal(object)

    def __init__(self, page: QuestionsPage, services: Services) -> None:
        super().__init__(page)
        self._page, self._services = page, services
        self._job = PageJob(page, services, self.tr("{0}: question {1} of {2}"))
        self._came: _Came | None = None
        self._review: Review | None = None
        self._left: set[str] = set()
        self._looked_at: Group | None = None
        page.file_chosen.connect(self.start)
        page.training.activated.connect(lambda _index: self._show_sections())
        page.section.activated.connect(lambda _index: self._try())
        page.list.chosen.connect(self._look_at)
        page.list.ticked.connect(self._tick)
        page.goal.chosen.connect(self._say_count)
        page.apply.clicked.connect(self._apply)

    def start(self, file: Path) -> None:
        """Read a file and show the questions in it."""
        self._page.title.setText(self.tr("Questions of {0}").format(file.name))
        self._left = set()
        folders, load = all_folders(self._services), self._services.trainings.load
        self._job.run(
            self.tr("Reading {0}").format(file.name),
            lambda _p: _read(file, folders, load),
            self._show_came,
        )

    def _show_came(self, came: _Came) -> None:
        self._came = came
        choice = self._page.training
        choice.clear()
        choice.addItems(named_apart(came.decks))
        choice.setCurrentIndex(came.likely)
        self._show_sections()

    def _show_sections(self) -> None:
        deck = self._deck()
        if deck is None:
            return
        choice = self._page.section
        choice.clear()
        choice.addItems([section.title for section in deck.sections])
        choice.setCurrentIndex(len(deck.sections) - 1)
        built_in = Path(deck.folder).is_relative_to(self._services.trainings.built_in)
        self._page.goal.show_value("copy" if built_in else "here")
        self._try()

    def _try(self) -> None:
        came, deck = self._came, self._deck()
        if came is None or deck is None:
            return
        section = deck.sections[self._page.section.currentIndex()].id
        kit, folder = self._services.kit, Path(deck.folder)
        self._job.run(
            self.tr("Making slides of the questions"),
            lambda progress: review_questions(came.reading, folder, section, kit, progress),
            self._show_review,
        )

    def _show_review(self, review: Review) -> None:
        page = self._page
        self._review = review
        groups = grouped(review.items)
        page.list.show_groups(groups)
        page.show_remarks(self.tr("What is left out or needs your words"), review.remarks)
        if groups:
            page.show_review()
            self._show_taken()
            page.list.choose(0)
        else:
            page.show_nothing(self.tr("There is no question in this file that could be added."))

    def _look_at(self, group: Group) -> None:
        review = self._review
        if review is None:
            return
        self._looked_at = group
        self._page.detail.show_group(group)
        after = previewed(review.deck, review.sections, {}, Path())
        self._services.runner.start(
            partial(self._draw, after, group.id), partial(self._show_pages, group)
        )

    def _draw(self, deck: Deck, identity: str, _progress: Progress) -> tuple[Page, ...]:
        place = next(n for n, slide in enumerate(deck.slides) if slide.id == identity)
        return tuple(pages_of(deck, place, deck.slides[place], self._services.kit))

    def _show_pages(self, group: Group, pages: tuple[Page, ...]) -> None:
        if isValid(self) and self._looked_at is group:
            self._page.detail.show_pages(pages)

    def _tick(self, group: Group, on: bool) -> None:
        keys = {change.key for change in group.changes}
        self._left = self._left - keys if on else self._left | keys
        self._show_taken()

    def _taken(self) -> set[str]:
        review = self._review
        return set() if review is None else {c.key for c in review.items} - self._left

    def _show_taken(self) -> None:
        self._page.list.show_taken(self._taken())
        self._say_count()

    def _say_count(self) -> None:
        page, taken = self._page, len(self._taken())
        page.count.setText(
            self.tr("The training itself stays as it is.")
            if page.goal.value == "copy"
            else self.tr("The text before is kept as deck.md.bak.")
        )
        one, many = self.tr("Add 1 question"), self.tr("Add {0} questions")
        page.apply.setText(say_count(taken, one, many))
        page.apply.setEnabled(taken > 0)

    def _apply(self) -> None:
        review, taken = self._review, self._taken()
        if review is None:
            return
        wanted, copy = review.taking(taken), None
        if self._page.goal.value == "copy":
            trainings = self._services.data_folder.trainings
            copy = free_folder(trainings, wanted.file.parent.name)
        self._page.setEnabled(False)  # half-way there is no way back
        self._job.run(
            self.tr("Writing the training"),
            lambda _p: write_review(wanted, copy),
            lambda written: self._finish(written, len(taken), copy is not None),
        )

    def _finish(self, written: Review, count: int, copied: bool) -> None:
        one, many = self.tr("1 question was added"), self.tr("{0} questions were added")
        where = self.tr("to a copy of {0}") if copied else self.tr("to {0}")
        words = f"{say_count(count, one, many)} {where.format(written.deck.title)}."
        folder = written.file.parent
        self.finished.emit(
            Outcome(words, folder, added=copied, written=None if copied else written)
        )

    def _deck(self) -> Deck | None:
        index = self._page.training.currentIndex()
        return self._came.decks[index] if self._came is not None and index >= 0 else None


def _read(file: Path, folders: Sequence[Path], load: Callable[[Path], Deck]) -> _Came:
    """The file's questions, and every training that can be read."""
    reading, decks = read_questions(file), load_all(folders, load)
    return _Came(reading, decks, likely_training(reading, decks))
