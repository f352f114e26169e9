"""The overview: a field to type into, and all slides under it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from imhtrainer.domain.session.state import SessionState
from imhtrainer.ui.present.buttons.key_cap import KeyCap
from imhtrainer.ui.present.overview.cells import groups, searched
from imhtrainer.ui.present.overview.grid import SlideGrid
from imhtrainer.ui.present.pages.page_pictures import PagePictures
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, line, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wording import say_count


class SearchField(QLineEdit):
    """Letters search, arrows walk the slides, Enter shows one."""

    walked = Signal(Qt.Key)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the slides, except within a text that is being mended."""
        key = Qt.Key(event.key())
        across = key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.text()
        if across or key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class OverviewPane(Surface):
    """Stands over outline, slide and notes until a slide is chosen or it is closed."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, pictures: PagePictures, veil: float) -> None:
        super().__init__("stage")
        self._state: SessionState | None = None
        self._texts: tuple[str, ...] = ()
        self.grid = SlideGrid(look, pictures, veil)
        self.field = SearchField()
        self.field.setPlaceholderText(self.tr("Type a word of a title or a number"))
        self.field.setAccessibleName(self.tr("Find a slide"))
        self.field.setFixedWidth(320)
        self.count = label(rank="soft")
        self.close_button = Button(look, kind="icon", icon="x", says=self.tr("Close (Esc)"))
        self.field.textChanged.connect(lambda _text: self._filter())
        self.field.walked.connect(self.grid.walk)
        self.field.entered.connect(self.grid.choose)
        self.grid.chosen.connect(self.chosen)
        self.close_button.clicked.connect(self.closed)
        self._lay_out(look)

    def open(self, state: SessionState, titles: Mapping[str, str], slide: int) -> None:
        """Show the whole deck with a slide marked; ``titles`` by slide id are what is searched."""
        self._state, self._texts = state, searched(state.plan, titles)
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._show(slide)
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def rest(self) -> None:
        """The overview was left."""
        self._state = None
        self.grid.rest()

    def follow(self, state: SessionState) -> None:
        """The room moved on while the overview stands."""
        if self._state is not None:
            self._state = state
            self.grid.show_state(state)

    def _filter(self) -> None:
        self._show(self.grid.slide)

    def _show(self, slide: int) -> None:
        if self._state is None:
            return
        found = groups(self._state.plan, self._texts, self.field.text())
        self.grid.show_groups(self._state, found, slide)
        many = self.grid.count
        words = say_count(many, self.tr("1 slide"), self.tr("{0} slides"))
        found_words = words if self.field.text() else ""
        self.count.setText(found_words if many else self.tr("No slide has this in its title"))

    def _lay_out(self, look: Look) -> None:
        inside = column(self)
        head = row(spacing=12)
        head.setContentsMargins(20, 10, 12, 10)
        head.addWidget(label(self.tr("All slides"), "heading"))
        head.addSpacing(8)
        head.addWidget(self.field)
        head.addWidget(self.count)
        head.addStretch(1)
        for key, words in (
            (self.tr("Enter"), self.tr("shows it to the room")),
            (self.tr("Esc"), self.tr("leaves")),
        ):
            head.addWidget(KeyCap(look, key))
            head.addWidget(label(words, "small"))
        head.addWidget(self.close_button)
        inside.addLayout(head)
        inside.addWidget(line())
        inside.addWidget(self.grid, 1)
