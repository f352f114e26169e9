"""Which design a certificate has, whether there is a second page, and how it will look with real names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.award import Award
from imhtrainer.services.certificate_preview import Trial
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.fields import Choice, TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.page_preview import PagePreview
from imhtrainer.ui.widgets.words import label

PREVIEW = 380


class DesignFields(QWidget):
    """The design, the second page, competency areas, and a preview; ``changed`` after each change."""

    changed = Signal()

    def __init__(self, look: Look, designs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._designs = [name for name, _title in designs]
        self._trials: tuple[Trial, ...] = ()
        self.design = Choice(look, self.tr("Design"))
        self.design.addItems([title for _name, title in designs])
        self.pages = Choice(look, self.tr("Pages"))
        self.pages.addItems([self.tr("One page"), self.tr("Two, with agenda and objectives")])
        self.competencies = TextField(
            look, self.tr("Competency areas"), self.tr("such as Observing; Reflecting")
        )
        self.shown = Choice(look, self.tr("Preview"))
        self.preview = PagePreview(look)
        self.preview.setFixedHeight(PREVIEW)
        self.said = label("", "small", wrap=True)
        self._lay_out()
        self.design.activated.connect(lambda _index: self.changed.emit())
        self.pages.activated.connect(lambda _index: self._turn())
        self.competencies.textEdited.connect(lambda _text: self.changed.emit())
        self.shown.activated.connect(lambda _index: self._show_page())

    def written(self, award: Award) -> Award:
        """The award with what the fields say now."""
        areas = (part.strip() for part in self.competencies.text().split(";"))
        return replace(
            award,
            template=self._designs[max(self.design.currentIndex(), 0)],
            second_page=self.pages.currentIndex() == 1,
            competencies=tuple(filter(None, areas)),
        )

    def show_award(self, award: Award) -> None:
        """Show what is known."""
        if award.template in self._designs:
            self.design.setCurrentIndex(self._designs.index(award.template))
        self.pages.setCurrentIndex(int(award.second_page))
        if self.written(award).competencies != award.competencies:
            self.competencies.setText("; ".join(award.competencies))
        self.competencies.setEnabled(award.second_page)

    def show_trials(self, trials: tuple[Trial, ...]) -> None:
        """Show how the longest and the hardest name stand on the page."""
        before = self.shown.currentIndex()
        self._trials = trials
        self.shown.clear()
        for trial, page in self._views():
            kind = (
                self.tr("Longest name") if trial.kind == "Longest name" else self.tr("Hardest name")
            )
            words = self.tr("{0}, second page").format(kind) if page else kind
            self.shown.addItem(f"{words}: {trial.report.name}")
        self.shown.setCurrentIndex(max(min(before, self.shown.count() - 1), 0))
        self._show_page()

    def show_fault(self, sentence: str) -> None:
        """Say why there is no page."""
        self._trials = ()
        self.shown.clear()
        self.preview.show_page(None)
        self._say(sentence, "warn-small")

    def _views(self) -> list[tuple[Trial, int]]:
        return [(trial, n) for trial in self._trials for n in range(max(len(trial.pages), 1))]

    def _show_page(self) -> None:
        views = self._views()
        if not views:
            return
        trial, number = views[max(self.shown.currentIndex(), 0)]
        self.preview.show_page(trial.pages[number] if trial.pages else None)
        self._say(self._words(trial), "small" if trial.report.printable else "warn-small")

    def _words(self, trial: Trial) -> str:
        report = trial.report
        if report.missing:
            said = self.tr("{0} cannot be printed: no font has {1}. Correct it on the roster.")
            return said.format(report.name, " ".join(report.missing))
        if not report.fits:
            said = self.tr("{0} is too long for the page. Shorten it as the person wishes.")
            return said.format(report.name)
        fits = self.tr("It prints in full size.")
        if not report.as_it_is:
            lines = self.tr("one line") if report.lines == 1 else self.tr("two lines")
            fits = self.tr("It prints on {0}, at {1} pt.").format(lines, f"{report.size:g}")
        return (
            self.tr("A made-up name, while the roster is empty. {0}").format(fits)
            if trial.sample
            else fits
        )

    def _say(self, words: str, rank: str) -> None:
        self.said.setText(words)
        self.said.setProperty("rank", rank)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def _turn(self) -> None:
        self.competencies.setEnabled(self.pages.currentIndex() == 1)
        self.changed.emit()

    def _lay_out(self) -> None:
        inside = column(self, spacing=14)
        pair = row(spacing=16)
        for field in (self.design, self.pages):
            pair.addLayout(named_field(field.accessibleName(), field), 1)
        inside.addLayout(pair)
        hint = self.tr("On the second page, with a semicolon between them.")
        inside.addLayout(named_field(self.competencies.accessibleName(), self.competencies, hint))
        shown = named_field(self.shown.accessibleName(), self.shown)
        shown.addWidget(self.said)
        shown.addWidget(self.preview)
        inside.addLayout(shown)
