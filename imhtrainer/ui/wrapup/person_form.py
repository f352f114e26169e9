"""Adding a person who was there and was not signed in."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from imhtrainer.domain.errors import TrainerError
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField, TimeField
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.attendance_desk import AttendanceDesk
from imhtrainer.ui.wrapup.row_editors import TIME_WIDTH


class PersonForm(Surface):
    """A name and two times; people of the roster who were not signed in are offered while typing.

    ``added`` carries the id of who was added.
    """

    added = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, desk: AttendanceDesk) -> None:
        super().__init__("side")
        self._desk = desk
        self._absent = QStringListModel(self)
        self.name = TextField(look, self.tr("Name"), self.tr("Name of a person who was there"))
        self.start = TimeField(self.tr("Came at"))
        self.end = TimeField(self.tr("Left at"))
        self.add_button = Button(look, self.tr("Add"))
        self.said = label("", "warn-small", wrap=True)
        self._close_button = Button(look, kind="icon", icon="x", says=self.tr("Close"))
        self._lay_out()
        self.add_button.clicked.connect(self.submit)
        self.name.returnPressed.connect(self.submit)
        self._close_button.clicked.connect(self._close)
        self.hide()

    def open(self) -> None:
        """Show the form, with the training's own times and the keyboard in the name."""
        self._absent.setStringList([person.name for person in self._desk.absent()])
        clock = self._desk.clock
        self.start.setTime(clock.time_of(clock.start))
        self.end.setTime(clock.time_of(clock.end))
        self._say("")
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def submit(self) -> None:
        """Add the person, or say why not."""
        desk = self._desk
        clock = desk.clock
        start = clock.moment_at(clock.start, self.start.time())
        end = clock.moment_at(clock.end, self.end.time())
        try:
            attendee = desk.add_person(self.name.text(), start, end)
        except TrainerError as error:
            self._say(str(error))
        else:
            self.name.clear()
            self.open()
            self.added.emit(attendee)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        offered = QCompleter(self._absent, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(offered)
        fields = row(spacing=8)
        fields.addWidget(self.name, 1)
        for field in (self.start, self.end):
            field.setFixedWidth(TIME_WIDTH)
        for widget in (self.start, label("–"), self.end, self.add_button, self._close_button):
            fields.addWidget(widget)
        inside = column(self, spacing=6)
        inside.setContentsMargins(20, 10, 20, 10)
        inside.addLayout(fields)
        inside.addWidget(self.said)
