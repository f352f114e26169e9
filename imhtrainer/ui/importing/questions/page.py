"""The page that shows a file's questions as slides, and asks into which training they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from imhtrainer.ui.export.segments import Segments
from imhtrainer.ui.importing.change_list import ChangeList
from imhtrainer.ui.importing.dropped import wanted_questions
from imhtrainer.ui.importing.frame import ImportFrame
from imhtrainer.ui.importing.questions.detail import QuestionDetail
from imhtrainer.ui.importing.questions.words import kind_of
from imhtrainer.ui.widgets.fields import Choice
from imhtrainer.ui.widgets.frames import scrolling

if TYPE_CHECKING:
    from imhtrainer.ui.style.look import Look


class QuestionsPage(ImportFrame):
    """At the left the training, the section and the questions, at the right one of them, below where they go."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, wanted_questions(), ChangeList(look, kind_of))
        self.list.setAccessibleName(self.tr("The file’s questions"))
        self.training = Choice(look, self.tr("Add them to"))
        self.section = Choice(look, self.tr("At the end of"))
        self.detail = QuestionDetail(look)
        self._area = scrolling(self.detail)
        self.main.addWidget(self._area)
        self.goal = Segments(
            look,
            self.tr("Where the questions go"),
            {"here": self.tr("Into this training"), "copy": self.tr("Into a copy of it")},
        )
        fields = [
            (self.tr("Add them to"), self.training),
            (self.tr("At the end of"), self.section),
        ]
        self.lay_out(fields, self.goal)

    def show_review(self) -> None:
        """There are questions to be looked at."""
        self.main.setCurrentWidget(self._area)
        self._area.verticalScrollBar().setValue(0)
        for part in (self.list, self.side, self.foot):
            part.show()
        button = self.list.rows[0].button
        self.setFocusProxy(button)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
