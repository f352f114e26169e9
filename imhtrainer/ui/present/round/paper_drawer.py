"""Answer sheets over the right column: a number, a letter, Enter, and on to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from imhtrainer.domain.errors import AnswerRefused
from imhtrainer.domain.session.commands import EnterSheet
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.round.figures import RoundFigures, round_figures
from imhtrainer.ui.present.round.sheet_entry import example, read_sheet
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, line, row, scrolling
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import say_count


class SheetRow(QWidget):
    """A sheet that was entered: its number, its answer, and the button that takes it out."""

    removed = Signal(int)

    def __init__(self, look: Look, number: int, answer: str) -> None:
        super().__init__()
        self.setFixedHeight(40)
        self.number = number
        self.answer = answer
        inside = row(self, spacing=12)
        sheet = label(self.tr("Sheet {0}").format(number))
        sheet.setFixedWidth(76)
        inside.addWidget(sheet)
        inside.addWidget(ElidedLabel(answer or self.tr("rather not say"), "name"), 1)
        out = Button(look, kind="icon", icon="trash-2", size="small")
        out.setAccessibleName(self.tr("Take sheet {0} out").format(number))
        out.setToolTip(out.accessibleName())
        out.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        out.clicked.connect(lambda: self.removed.emit(number))
        inside.addWidget(out)
        self.out = out


class PaperDrawer(Surface):
    """One field takes sheet after sheet; below it those entered, the newest first."""

    closed = Signal()

    def __init__(self, look: Look, presenting: Presenting) -> None:
        super().__init__("plain")
        self._look, self._presenting = look, presenting
        self._shown: tuple[str, tuple[tuple[str, str], ...]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading = label(rank="heading")
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Sheet number and answer"))
        self.hint = label(rank="small", wrap=True)
        self.refusal = label(rank="warn", wrap=True)
        self.close_button = Button(look, kind="icon", icon="x", says=self.tr("Close"))
        self._list: QVBoxLayout = column()
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(lambda _text: self._refuse(""))
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The sheets shown."""
        items = (self._list.itemAt(at) for at in range(self._list.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, SheetRow))

    def open(self) -> None:
        """Show what was entered so far, ready to type."""
        self._refuse("")
        self.refresh()
        self._take_keyboard()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed after a click belongs to the field, never to the slides."""
        super().focusInEvent(event)
        self._take_keyboard()

    def refresh(self) -> None:
        """Show the sheets as they stand; nothing is rebuilt when nothing changed."""
        figures = self._round()
        open_now = figures is not None and figures.stage == "open"
        self.field.setEnabled(open_now)
        sheets = figures.sheets if figures is not None else ()
        entered = say_count(len(sheets), self.tr("1 sheet entered"), self.tr("{0} sheets entered"))
        self.heading.setText(entered if sheets else self.tr("Answer sheets"))
        self.hint.setText(
            self._hint_words(figures) if open_now and figures else self.tr("No vote is open.")
        )
        self.field.setPlaceholderText(example(figures.kind) if figures else "")
        shown = (figures.slide if figures else "", sheets)
        if shown != self._shown:
            self._shown = shown
            self._fill(sheets)
        if not open_now:
            self._refuse("")
        for each in self.rows:
            each.out.setEnabled(open_now)

    def escape(self) -> bool:
        """Esc: empty the field; False when it is empty already."""
        typed = bool(self.field.text())
        self.field.clear()
        return typed

    def _round(self) -> RoundFigures | None:
        return round_figures(self._presenting.state, self._presenting.now)

    def _enter(self) -> None:
        figures = self._round()
        if figures is None or not self.field.text().strip():
            return
        try:
            typed = read_sheet(self.field.text(), figures.kind, len(figures.choices))
        except AnswerRefused as refusal:
            self._refuse(str(refusal))
            return
        refused = self._presenting.try_quietly(
            EnterSheet(self._presenting.now, typed.sheet, typed.answer)
        )
        self._refuse(refused)
        if not refused:
            self.field.clear()

    def _take_out(self, number: int) -> None:
        self._refuse(self._presenting.try_quietly(EnterSheet(self._presenting.now, number, None)))
        self._take_keyboard()

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def _hint_words(self, figures: RoundFigures) -> str:
        what = {
            "multiple": self.tr("all its letters"),
            "rating": self.tr("the digit"),
            "order": self.tr("the letters in their order"),
            "words": self.tr("its words"),
        }.get(figures.kind, self.tr("the letter"))
        return self.tr(
            "Sheet number, then {0}, then Enter. A minus is “I’d rather not say”. "
            "The same number again corrects a sheet."
        ).format(what)

    def _take_keyboard(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, sheets: tuple[tuple[str, str], ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        before: QWidget = self.field
        for number, answer in reversed(sheets):
            made = SheetRow(self._look, int(number), answer)
            made.removed.connect(self._take_out)
            self._list.addWidget(made)
            self._list.addWidget(line())
            made.show()
            QWidget.setTabOrder(before, made)
            before = made

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 12, 12, 12)
        head = row()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.close_button)
        inside.addLayout(head)
        inside.addWidget(self.field)
        inside.addWidget(self.refusal)
        inside.addWidget(self.hint)
        content = QWidget()
        body = column(content)
        body.setContentsMargins(0, 0, 8, 0)
        body.addLayout(self._list)
        body.addStretch(1)
        inside.addWidget(scrolling(content), 1)
