"""One slide's changes: its picture now and as the file has it, and the words side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from imhtrainer.decks.powerpoint.matching import paired
from imhtrainer.domain.deck import Section
from imhtrainer.ui.importing.saying import Group, before_and_after, marked, name_of
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import Surface, column, line, row
from imhtrainer.ui.widgets.page_preview import PagePreview
from imhtrainer.ui.widgets.tick_box import TickBox
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.decks.powerpoint.choosing import Change
    from imhtrainer.layout.page import Page

LEAST = (160, 90)
"""Pixels that a slide's picture needs; more would be cut off in a narrow window."""

_GAP = 24
_HIGHEST = 300
_RATIO = 9 / 16


class ChangeDetail(Surface):
    """``ticked`` carries a change's key and whether it is taken."""

    ticked = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__("stage")
        self._look = look
        self._title = label("", "heading", wrap=True)
        self.before, self.after = PagePreview(look, 0), PagePreview(look, 0)
        self._said = tuple(label("", "soft", wrap=True) for _ in range(2))
        self._pictures = QWidget()
        self._below = column(spacing=16)
        self.ticks: dict[str, TickBox] = {}
        self._shown: tuple[Group, Sequence[Section], Sequence[Section]] | None = None
        self._taken: Collection[str] = ()
        self._lay_out()
        look.changed.connect(self._show_words)

    def show_group(
        self,
        group: Group,
        old: Sequence[Section],
        new: Sequence[Section],
        taken: Collection[str],
    ) -> None:
        """Show a slide's changes; its pictures come when they are made."""
        self._shown, self._taken = (group, old, new), taken
        self._title.setText(group.title)
        self._pictures.setVisible(group.slide)
        self.show_page(self.before, None, "")
        self.show_page(self.after, None, "")
        self._show_words()

    def show_page(self, place: PagePreview, page: Page | None, said: str) -> None:
        """Show one of the two pictures, or why there is none."""
        place.show_page(page)
        place.setVisible(page is not None)
        words = self._said[place is self.after]
        words.setText(said)
        words.setVisible(page is None)

    def show_taken(self, taken: Collection[str]) -> None:
        """Tick what is taken."""
        self._taken = taken
        for key, tick in self.ticks.items():
            tick.setChecked(key in taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pictures as high as their width asks for."""
        super().resizeEvent(event)
        wide = (self.width() - 3 * _GAP) / 2
        self._pictures.setFixedHeight(round(min(wide * _RATIO + 8, _HIGHEST)))

    def _show_words(self) -> None:
        while (item := self._below.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.ticks = {}
        if self._shown is not None:
            for change in self._shown[0].changes:
                self._below.addWidget(self._part(change))
        self.show_taken(self._taken)

    def _part(self, change: Change) -> QWidget:
        assert self._shown is not None
        group, old, new = self._shown
        made = Surface("card")
        inside = column(made, spacing=8)
        inside.setContentsMargins(10, 6, 16, 14)
        says = self.tr("Take over: {0}, {1}").format(group.title, name_of(change))
        tick = TickBox(self._look, name_of(change), says)
        tick.clicked.connect(lambda: self.ticked.emit(change.key, tick.isChecked()))
        self.ticks[change.key] = tick
        inside.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._words(*before_and_after(change, old, new)))
        return made

    def _words(self, before: Sequence[str], after: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(6, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(6)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        gone, come = (self._look.color(name).name() for name in ("tint-coral", "tint-lagoon"))
        for number, (one, other) in enumerate(_beside(before, after)):
            for place, text in enumerate(marked(one, other, gone, come)):
                said = QLabel(text)
                said.setTextFormat(Qt.TextFormat.RichText)
                said.setWordWrap(True)
                said.setAlignment(Qt.AlignmentFlag.AlignTop)
                said.setAccessibleName((one, other)[place])
                grid.addWidget(said, number, place)
        return grid

    def _lay_out(self) -> None:
        inside = column(self, spacing=14)
        inside.setContentsMargins(_GAP, 18, _GAP, 24)
        inside.addWidget(self._title)
        heads = row(spacing=_GAP)
        heads.addWidget(label(self.tr("In the training now"), "small"), 1)
        heads.addWidget(label(self.tr("In the file"), "small"), 1)
        inside.addLayout(heads)
        pictures = row(self._pictures, spacing=_GAP)
        for preview, said in zip((self.before, self.after), self._said, strict=True):
            preview.setMinimumSize(*LEAST)
            pictures.addLayout(_framed(preview, said), 1)
        inside.addWidget(self._pictures)
        inside.addWidget(line())
        inside.addLayout(self._below)
        inside.addStretch(1)


def _framed(preview: PagePreview, said: QLabel) -> QBoxLayout:
    made = column()
    made.addWidget(preview, 1)
    made.addWidget(said, 1)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _beside(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """The paragraphs that differ, each beside what became of it; all of them where only their look differs."""
    pairs = [
        ("" if i is None else before[i], "" if j is None else after[j])
        for i, j in paired(before, after)
    ]
    return [(old, new) for old, new in pairs if old != new] or pairs
