"""What the export page does: composes the pages beside the window, writes the file, remembers the choices."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from imhtrainer.domain.errors import Cancelled, StoreError
from imhtrainer.services.takeaway import (
    TakeAway,
    compose_takeaway,
    takeaway_name,
    write_takeaway,
)
from imhtrainer.store.settings import ExportChoices
from imhtrainer.ui.export.options import remembered
from imhtrainer.ui.widgets.file_row import saved_at
from imhtrainer.ui.wording import short_place
from imhtrainer.ui.wrapup.file_desk import open_path

if TYPE_CHECKING:
    from imhtrainer.domain.deck import Deck
    from imhtrainer.layout.context import Context
    from imhtrainer.layout.page import Page
    from imhtrainer.ui.export.page import ExportPage
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.tasks import Task


class ExportDesk(QObject):
    """Serves one export page."""

    def __init__(
        self, page: ExportPage, deck: Deck, context: Context, held: bool, services: Services
    ) -> None:
        super().__init__(page)
        self._page, self._deck, self._context = page, deck, context
        self._held, self._services = held, services
        self._order = remembered(_order_of(services.settings.now.export), held)
        self._folder: Path | None = None
        self._asked = 0
        self._task: Task | None = None

    @property
    def path(self) -> Path:
        """Where the file is written."""
        return (self._folder or self._services.output_folder) / takeaway_name(
            self._order, self._deck
        )

    def begin(self) -> None:
        """Show what was chosen last, and listen from then on."""
        page = self._page
        page.products.show_product(self._order.product)
        page.options.show_order(self._order)
        page.products.chosen.connect(self._hear)
        page.options.changed.connect(self._hear)
        page.file.save.connect(lambda _ending: self._save())
        page.file.cancel.connect(self._cancel)
        page.file.open_file.connect(lambda: open_path(self.path))
        page.file.show_folder.connect(lambda: open_path(self.path.parent))
        page.file.other_place.connect(self._choose_place)
        self._show_order()

    def _hear(self) -> None:
        """Something else was chosen: what was being written is what was asked for before, so it stops."""
        page = self._page
        self._cancel()
        self._order = page.options.order(page.products.product)
        settings = self._services.settings
        settings.change(replace(settings.now, export=_choices_of(self._order)))
        self._show_order()

    def _show_order(self) -> None:
        page, order = self._page, self._order
        page.options.show_for(order.product, order.edition)
        page.remarks.hide()
        page.file.describe(self.path.name, self._place_hint())
        self._compose()

    def _place_hint(self) -> str:
        place = short_place(self.path.parent)
        found = saved_at(self.path)
        if found is not None:
            return self.tr("Replaces the file of this name in {0}").format(place)
        return self.tr("To {0}").format(place)

    def _compose(self) -> None:
        self._asked += 1
        asked, order = self._asked, self._order
        deck, context, kit = self._deck, self._context, self._services.kit
        self._services.runner.start(
            lambda _p: compose_takeaway(order, deck, context, kit),
            lambda pages: self._show_pages(asked, pages),
            lambda error: self._show_trouble(asked, error),
        )

    def _show_pages(self, asked: int, pages: tuple[Page, ...]) -> None:
        if isValid(self) and asked == self._asked:
            self._page.view.show_pages(pages)
            self._page.file.save_button.setEnabled(True)

    def _show_trouble(self, asked: int, error: BaseException) -> None:
        if isValid(self) and asked == self._asked:
            self._page.view.show_trouble(self._services.errors.sentence(error))
            self._page.file.save_button.setEnabled(False)

    def _save(self) -> None:
        if self._task is not None:
            return
        order, out = self._order, self.path
        deck, context, kit = self._deck, self._context, self._services.kit
        self._page.file.start()
        self._task = self._services.runner.start(
            lambda progress: write_takeaway(order, deck, out, context, kit, progress),
            lambda remarks: self._saved(out, remarks),
            lambda error: self._failed(out, error),
            self._show_progress,
            out.name,
        )

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _choose_place(self) -> None:
        said = self.tr("Where shall the file stand?")
        chosen = QFileDialog.getExistingDirectory(self._page, said, str(Path.home()))
        if chosen:
            self._folder = Path(chosen)
            self._save()

    def _show_progress(self, done: int, total: int) -> None:
        if isValid(self) and self._task is not None:
            words = self.tr("page {0} of {1}").format(done, total)
            self._page.file.show_progress(words, done, total)

    def _saved(self, out: Path, remarks: tuple[str, ...]) -> None:
        if not isValid(self):
            return
        self._task = None
        if out != self.path:
            return
        self._page.file.show_saved(saved_at(self.path) or self._services.clock())
        self._page.remarks.setText("\n".join(remarks))
        self._page.remarks.setVisible(bool(remarks))

    def _failed(self, out: Path, error: BaseException) -> None:
        if not isValid(self):
            self._services.errors.show(error)
            return
        self._task = None
        if out == self.path:
            self._say_failed(error)

    def _say_failed(self, error: BaseException) -> None:
        kept = saved_at(self.path) is not None
        if isinstance(error, Cancelled):
            as_before = self.tr("Stopped. The file of this name is as it was.")
            self._page.file.offer(as_before if kept else self.tr("Stopped. Nothing was saved."))
            return
        sentence = self._services.errors.sentence(error)
        if kept:
            sentence += " " + self.tr("The file of this name is as it was.")
        self._page.file.show_failed(sentence, place=isinstance(error, StoreError))


def _order_of(choices: ExportChoices) -> TakeAway:
    told = asdict(choices)
    template = Path(choices.template) if choices.template else None
    return TakeAway(**{**told, "template": template})


def _choices_of(order: TakeAway) -> ExportChoices:
    return ExportChoices(**{**asdict(order), "template": str(order.template or "")})
