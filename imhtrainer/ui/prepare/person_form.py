"""Adding one person after another by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.roster_import import Columns, ImportRow, plan_import
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from imhtrainer.domain.roster import Attendee

_BY_ORDER = Columns(name=0, email=1, role=2, license=3)


class PersonForm(Surface):
    """Four fields and Add; Enter adds and makes ready for the next. ``add`` carries the new person."""

    add = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, roster: Callable[[], tuple[Attendee, ...]]) -> None:
        super().__init__("side")
        self._roster = roster
        self._asked: ImportRow | None = None
        self.fields = (
            TextField(look, self.tr("Name"), self.tr("Name")),
            TextField(look, self.tr("Email"), self.tr("Email")),
            TextField(look, self.tr("Role"), self.tr("Role")),
            TextField(look, self.tr("License"), self.tr("License")),
        )
        self.add_button = Button(look, self.tr("Add"))
        self._said = label("", "note", wrap=True)
        self._two = Button(look, self.tr("Two people"), size="small")
        self._same = Button(look, self.tr("Same person"), size="small")
        self._lay_out(look)
        self.add_button.clicked.connect(self.submit)
        self._two.clicked.connect(self._add_asked)
        self._same.clicked.connect(self._clear)
        for field in self.fields:
            field.returnPressed.connect(self.submit)
            field.textEdited.connect(self._take_back_question)
        self.hide()

    @property
    def said(self) -> str:
        """What the form says about the name; empty when nothing."""
        return self._said.text()

    def open(self) -> None:
        """Show the form with the keyboard in the name."""
        self._clear()
        self.show()
        self.fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def submit(self) -> None:
        """Add the person, or ask when somebody alike is there."""
        cells = tuple(field.text() for field in self.fields)
        planned = plan_import((cells,), _BY_ORDER, self._roster())[0]
        match planned.verdict:
            case "blank":
                self._say(self.tr("A person needs a name."))
                self.fields[0].setFocus()
            case "here":
                self._say(self.tr("{0} is on the roster already.").format(_other(planned)))
            case "ask":
                self._asked = planned
                said = self.tr("“{0}” is on the roster already. Same person?")
                self._say(said.format(_other(planned)), asking=True)
                self._two.setFocus(Qt.FocusReason.TabFocusReason)
            case "new":
                self._take(planned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _take(self, planned: ImportRow) -> None:
        self._clear()
        self.add.emit(planned.attendee)

    def _add_asked(self) -> None:
        if self._asked is not None:
            self._take(self._asked)

    def _clear(self) -> None:
        for field in self.fields:
            field.clear()
        self._take_back_question()
        self.fields[0].setFocus()

    def _take_back_question(self) -> None:
        self._asked = None
        self._say("")

    def _say(self, words: str, *, asking: bool = False) -> None:
        self._said.setText(words)
        self._foot.setVisible(bool(words))
        self._two.setVisible(asking)
        self._same.setVisible(asking)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self, look: Look) -> None:
        fields = row(spacing=8)
        for field, share in zip(self.fields, (3, 3, 2, 2), strict=True):
            fields.addWidget(field, share)
        fields.addWidget(self.add_button)
        close = Button(look, kind="icon", icon="x", says=self.tr("Close"))
        close.clicked.connect(self._close)
        fields.addWidget(close)
        self._foot = QWidget()
        foot = row(self._foot, spacing=8)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._same)
        foot.addWidget(self._two)
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 10, 12, 10)
        inside.addLayout(fields)
        inside.addWidget(self._foot)
        self._foot.hide()


def _other(planned: ImportRow) -> str:
    return planned.other.name if planned.other is not None else planned.attendee.name
