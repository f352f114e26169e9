"""A training's card: its cover, its facts, and the one thing to do with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from imhtrainer.ui.home.cover import Cover
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Card, column, row, scrolling
from imhtrainer.ui.widgets.paragraph import Paragraph
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_count, say_day

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from imhtrainer.decks.problem import Problem
    from imhtrainer.ui.home.facts import TrainingFacts

WIDTH, HEIGHT, COVER = 283, 362, 172
_SHORT = 26
NO_BREAK = "\u00a0"


class TrainingCard(Card):
    """One training; ``prepare`` and ``take_away`` carry its folder, ``look_again`` asks for another check."""

    prepare = Signal(Path)
    take_away = Signal(Path)
    look_again = Signal(Path)
    show_file = Signal(Path)

    def __init__(self, look: Look, facts: TrainingFacts) -> None:
        super().__init__()
        self.facts = facts
        self._look = look
        self._name = self._name_apart()
        self._prepare_words = self.tr("Prepare a session")
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAccessibleName(self._name)
        self._cover = Cover(look, 0, COVER, 11, top_only=True)
        self._top = QStackedWidget()
        self._top.addWidget(self._cover)
        self._problems = column(spacing=8)
        self._top.addWidget(self._problem_list())
        self._trouble = QWidget()
        self._trouble_words = label("", "note")
        self._held = label(self._last_held(), "small")
        self.button = Button(look, self._prepare_words)
        self.button.clicked.connect(self._press)
        says = self.tr("Slides, handouts and guide to take away: {0}").format(self._name)
        self.take_button = Button(look, kind="icon", icon="folder-down", says=says)
        self.take_button.setToolTip(self.tr("Slides, handouts and guide to take away"))
        self.take_button.clicked.connect(lambda: self.take_away.emit(facts.folder))
        self._broken: tuple[Problem, ...] = ()
        self._lay_out()

    @property
    def cover_size(self) -> QSize:
        """Pixels of the cover."""
        return QSize(WIDTH - 2, COVER)

    @property
    def cover_ground(self) -> QColor:
        """What shows through a cover; pictures are drawn for the light scheme."""
        return QColor(self._look.theme.light["sand"])

    def show_cover(self, image: QImage) -> None:
        """Show the cover when it has been read."""
        self._cover.show_image(image)

    def show_no_cover(self) -> None:
        """There is no cover to be read."""
        self._cover.show_icon("presentation")

    def say_prepare(self, words: str) -> None:
        """Name the button that prepares a session."""
        self._prepare_words = words
        self._show_list(self._top.currentIndex() == 1)

    def fill_button(self, filled: bool) -> None:
        """Make Prepare the filled button of the view, or not."""
        self.button.set_kind("primary" if filled and not self._broken else "edge")

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say that the training cannot be used and offer what to mend; none makes it whole again."""
        self._broken = problems
        self._trouble.setVisible(bool(problems))
        self.take_button.setVisible(not problems)
        self._held.setVisible(not problems)
        self._trouble_words.setText(self._summary(problems))
        while (item := self._problems.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for problem in problems:
            self._problems.addWidget(self._problem(problem))
        self._problems.addStretch(1)
        self._show_list(False)
        if problems:
            self.button.set_kind("edge")

    def _press(self) -> None:
        if not self._broken:
            self.prepare.emit(self.facts.folder)
        elif self._top.currentIndex() == 0:
            self._show_list(True)
        else:
            self.look_again.emit(self.facts.folder)

    def _show_list(self, shown: bool) -> None:
        self._top.setCurrentIndex(1 if shown else 0)
        words = self._prepare_words
        if self._broken:
            words = self.tr("Look again") if shown else self.tr("See what to mend")
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {self._name}")

    def _problem_list(self) -> QWidget:
        inside = QWidget()
        around = column(inside)
        around.setContentsMargins(16, 12, 12, 8)
        open_file = Button(self._look, self.tr("Show the file"), "text", "small")
        open_file.clicked.connect(lambda: self.show_file.emit(self.facts.folder))
        around.addLayout(self._problems)
        around.addWidget(open_file, 0, Qt.AlignmentFlag.AlignLeft)
        area = scrolling(inside)
        area.setFixedHeight(COVER)
        return area

    def _problem(self, problem: Problem) -> QWidget:
        where = self.tr("line {0}: ").format(problem.line) if problem.line else ""
        made = label(f"{where}{problem.message}", "note", wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _lay_out(self) -> None:
        inside = column(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._top)
        inside.addLayout(self._words())

    def _words(self) -> QVBoxLayout:
        words = column(spacing=2)
        words.setContentsMargins(15, 8, 15, 15)
        title = Paragraph(broken_after_dash(self._name), "heading", 26, most=2)
        title.setFixedHeight(52)
        title.setToolTip(f"{self._name}\n{self.facts.folder}" if self.facts.copy else self._name)
        words.addWidget(title)
        words.addSpacing(7)
        facts = column(spacing=2)
        facts.addWidget(label(self._facts(), "small"))
        facts.addWidget(self._held)
        beside = row()
        beside.addLayout(facts, 1)
        beside.addWidget(self.take_button)
        words.addLayout(beside)
        trouble = row(self._trouble, spacing=8)
        trouble.addWidget(IconLabel(self._look, "triangle-alert", "alarm", 16))
        trouble.addWidget(self._trouble_words, 1)
        self._trouble.hide()
        words.addWidget(self._trouble)
        words.addStretch(1)
        words.addWidget(self.button)
        return words

    def _name_apart(self) -> str:
        """The title; that of a copy says so, for the two would look alike."""
        title, copy = self.facts.full_title, self.facts.copy
        if copy > 1:
            return self.tr("{0} (copy {1})").format(title, copy)
        return self.tr("{0} (copy)").format(title) if copy else title

    def _facts(self) -> str:
        glance = self.facts.summary
        parts = [self.tr("{0} min").format(f"{glance.minutes:g}")] if glance.minutes else []
        parts.append(say_count(glance.slides, self.tr("1 slide"), self.tr("{0} slides")))
        if glance.checkpoints:
            one, many = self.tr("1 checkpoint"), self.tr("{0} checkpoints")
            parts.append(say_count(glance.checkpoints, one, many))
        return " · ".join(parts)

    def _last_held(self) -> str:
        held = self.facts.last_held
        return self.tr("Last held {0}").format(say_day(held)) if held else self.tr("Not held yet")

    def _summary(self, problems: tuple[Problem, ...]) -> str:
        lines = sorted({problem.line for problem in problems if problem.line})
        if len(problems) == 1:
            return (
                self.tr("1 problem, line {0}").format(lines[0]) if lines else self.tr("1 problem")
            )
        said = {
            0: self.tr("{0} problems"),
            1: self.tr("{0} problems, line {1}"),
            2: self.tr("{0} problems, lines {1} and {2}"),
        }.get(len(lines), self.tr("{0} problems, from line {1}"))
        return said.format(len(problems), *lines)


def broken_after_dash(title: str) -> str:
    """A title with its line break after the dash, and none within a short second part."""
    first, dash, second = title.partition(" – ")
    if not dash:
        return title
    kept = second.replace(" ", NO_BREAK) if len(second) <= _SHORT else second
    return f"{first}{NO_BREAK}–\n{kept}"
