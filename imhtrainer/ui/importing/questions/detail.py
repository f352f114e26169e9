"""One question as it would be asked and answered, and what it says to each choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from imhtrainer.domain.quiz import Question, signs
from imhtrainer.ui.importing.change_detail import LEAST
from imhtrainer.ui.importing.questions.words import question_of
from imhtrainer.ui.importing.saying import Group
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.page_preview import PagePreview
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.layout.page import Page

_GAP = 24
_HIGHEST = 300
_RATIO = 9 / 16


class QuestionDetail(Surface):
    """The pictures come when they are made; a question without a right answer has only the first."""

    def __init__(self, look: Look) -> None:
        super().__init__("stage")
        self._title = label("", "heading", wrap=True)
        self.asked, self.answered = PagePreview(look, 0), PagePreview(look, 0)
        self._answer_head = label(self.tr("With the answer"), "small")
        self._pictures = QWidget()
        self._words = Surface("card")
        self._lines = column(self._words, spacing=6)
        self._lines.setContentsMargins(16, 12, 16, 14)
        self._lay_out()

    def show_group(self, group: Group) -> None:
        """Show a question's words; its pictures come when they are made."""
        self._title.setText(group.title)
        self.show_pages(())
        self._show_words(question_of(group))

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show the question's page, and its answer's where there is one."""
        self.asked.show_page(pages[0] if pages else None)
        self.answered.show_page(pages[-1] if len(pages) > 1 else None)
        for part in (self.answered, self._answer_head):
            part.setVisible(len(pages) != 1)

    @property
    def words(self) -> tuple[str, ...]:
        """What stands below the pictures, line by line."""
        return tuple(said.text() for said in self._words.findChildren(QLabel))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pictures as high as their width asks for."""
        super().resizeEvent(event)
        wide = (self.width() - 3 * _GAP) / 2
        self._pictures.setFixedHeight(round(min(wide * _RATIO + 8, _HIGHEST)))

    def _show_words(self, question: Question | None) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        if question is None:
            return
        right = self.tr("{0} ✓ right")
        for sign, option in zip(signs(question.kind), question.choices, strict=False):
            words = f"{sign}  {option.text}"
            said = right.format(words) if option.right else words
            self._lines.addWidget(label(said, "strong", wrap=True))
            if option.feedback:
                self._lines.addWidget(label(option.feedback, "soft", wrap=True))
        if question.explanation:
            explained = self.tr("Explanation: {0}").format(question.explanation)
            self._lines.addWidget(label(explained, "", wrap=True))
        self._words.setVisible(self._lines.count() > 0)

    def _lay_out(self) -> None:
        inside = column(self, spacing=14)
        inside.setContentsMargins(_GAP, 18, _GAP, 24)
        inside.addWidget(self._title)
        heads = row(spacing=_GAP)
        heads.addWidget(label(self.tr("On the slide"), "small"), 1)
        heads.addWidget(self._answer_head, 1)
        inside.addLayout(heads)
        pictures: QBoxLayout = row(self._pictures, spacing=_GAP)
        for preview in (self.asked, self.answered):
            preview.setMinimumSize(*LEAST)
            pictures.addWidget(preview, 1)
        inside.addWidget(self._pictures)
        inside.addWidget(self._words)
        inside.addStretch(1)
