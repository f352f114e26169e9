"""The import page: what a PowerPoint file changes in a training, or the new training it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from imhtrainer.ui.export.pages_view import PagesView
from imhtrainer.ui.export.segments import Segments
from imhtrainer.ui.importing.change_detail import ChangeDetail
from imhtrainer.ui.importing.change_list import ChangeList
from imhtrainer.ui.importing.dropped import wanted_powerpoint
from imhtrainer.ui.importing.frame import ImportFrame
from imhtrainer.ui.widgets.fields import Choice
from imhtrainer.ui.widgets.frames import scrolling

if TYPE_CHECKING:
    from imhtrainer.ui.style.look import Look


class ImportPage(ImportFrame):
    """At the left what changed, at the right one slide of it, below where it goes."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, wanted_powerpoint(), ChangeList(look))
        self.training = Choice(look, self.tr("Compare with"))
        self.detail = ChangeDetail(look)
        self.pages = PagesView(look)
        self._area = scrolling(self.detail)
        self.main.addWidget(self._area)
        self.main.addWidget(self.pages)
        self.goal = Segments(
            look,
            self.tr("Where the changes go"),
            {"here": self.tr("Into this training"), "copy": self.tr("Into a copy of it")},
        )
        self.lay_out([(self.tr("Compare with"), self.training)], self.goal)

    @property
    def area(self) -> QScrollArea:
        """What scrolls the chosen slide's changes."""
        return self._area

    def show_review(self) -> None:
        """A training's changes are there to be looked at."""
        self._show_body(self._area)
        self.setFocusProxy(self.list.rows[0].button if self.list.rows else self.training)

    def show_new(self) -> None:
        """A new training is there to be looked at."""
        self._show_body(self.pages)
        self.setFocusProxy(self.apply)

    def _show_body(self, body: QWidget) -> None:
        review = body is self._area
        self.main.setCurrentWidget(body)
        self.list.setVisible(review)
        self.goal.setVisible(review)
        self.side.show()
        self.foot.show()
