"""The words people wrote, each to be let through to the room or kept back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.round.figures import WordFigures
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, line, row, scrolling
from imhtrainer.ui.widgets.words import ElidedLabel, label

ROW = 44


class WordRow(Surface):
    """A word, how many people wrote it, and the button that lets it through."""

    taken = Signal()
    passed = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__("plain")
        self._passed = False
        self.setFixedHeight(ROW)
        self.word = ElidedLabel(rank="name")
        self.count = FigureLabel(look, 18, self.tr("People"), weight=QFont.Weight.Normal)
        self.button = Button(look, "", "text", "small")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda: self.passed.emit(not self._passed))
        inside = row(self, spacing=12)
        inside.setContentsMargins(10, 0, 4, 0)
        inside.addWidget(self.word, 1)
        inside.addWidget(self.count)
        inside.addWidget(self.button)

    def show_word(self, word: WordFigures, ring: bool) -> None:
        """Show a word and whether the room may see it."""
        ensure_scripts(word.text)
        self._passed = word.passed
        self.word.setText(word.text)
        self.count.show_figure(str(word.people))
        self.button.setText(self.tr("Keep back") if word.passed else self.tr("Let through"))
        self.button.set_icon("check" if word.passed else "", "leaf")
        told = self.tr("shown") if word.passed else self.tr("kept back")
        self.setAccessibleName(f"{word.text}, {word.people}, {told}")
        self.button.setAccessibleName(f"{self.button.text()}: {word.text}")
        surface = "sand" if ring else "plain"
        if surface != self.property("surface"):
            self.setProperty("surface", surface)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the word that was clicked."""
        self.taken.emit()


class WordList(QWidget):
    """All words, the most frequent first; ``passed`` carries a word's key and whether it may be seen."""

    passed = Signal(str, bool)
    taken = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[WordFigures, ...] = ()
        self.empty = label(
            self.tr("No words yet. They come here first; the room sees none."), "soft"
        )
        self.rows: list[WordRow] = []
        content = QWidget()
        self._list: QVBoxLayout = column(content)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        self._area = scrolling(content)
        inside = column(self)
        inside.addWidget(self._area, 1)
        self.setMinimumHeight(2 * ROW)

    def show_words(self, words: tuple[WordFigures, ...], focused: int) -> None:
        """Show the words as they stand; rows are made only for words that are new."""
        self._shown = words
        self.empty.setVisible(not words)
        while len(self.rows) < len(words):
            self._add_row()
        for at, row_ in enumerate(self.rows):
            row_.setVisible(at < len(words))
            if at < len(words):
                row_.show_word(words[at], at == focused)
        if 0 <= focused < len(words):
            self._area.ensureWidgetVisible(self.rows[focused], 0, ROW)

    def pass_word(self, at: int, passed: bool | None = None) -> None:
        """Let the word at a place through or keep it back; None turns it over."""
        if 0 <= at < len(self._shown):
            word = self._shown[at]
            self.passed.emit(word.key, not word.passed if passed is None else passed)

    def _add_row(self) -> None:
        at = len(self.rows)
        made = WordRow(self._look)
        made.taken.connect(lambda: self.taken.emit(at))
        made.passed.connect(lambda passed: self.pass_word(at, passed))
        self.rows.append(made)
        self._list.insertWidget(self._list.count() - 1, made)
        self._list.insertWidget(self._list.count() - 1, line())
