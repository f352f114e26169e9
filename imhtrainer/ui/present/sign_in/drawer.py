"""The sign-in desk over the right column: who is here, and who comes now."""

from collections.abc import Callable
from datetime import datetime, timedelta
from secrets import token_hex

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from imhtrainer.domain.desk import Desk, desk
from imhtrainer.domain.roster import Attendee, Interval, clean_name, find_attendee, fold_name
from imhtrainer.domain.session.commands import AddAttendees, CorrectPresence, SignIn, SignOut
from imhtrainer.ui.present.presenting import Presenting
from imhtrainer.ui.present.sign_in.person_row import PersonLine
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, column, line, row, scrolling
from imhtrainer.ui.widgets.words import label, person_name

DOUBLE_PRESS = timedelta(milliseconds=600)
"""A second press on the same person so soon is a double click, not a change of mind."""


class SignInDrawer(Surface):
    """One field finds people and takes in who is not on the roster; below it the roster.

    While it is open rows keep their places, and a click beside the field leaves the keyboard in it.
    """

    closed = Signal()

    def __init__(self, look: Look, presenting: Presenting) -> None:
        super().__init__("plain")
        self._look = look
        self._presenting = presenting
        self._shown: Desk | None = None
        self._kept: tuple[str, ...] = ()
        self._undo: tuple[str, tuple[Interval, ...]] | None = None
        self._touched: tuple[str, datetime] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading = label(rank="heading")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a person, or write a new name"))
        self.field.setAccessibleName(self.field.placeholderText())
        said = self.tr("Practice: these people are made up, and nobody else is signed in.")
        self.practice = label(said, "small", wrap=True)
        self.hint = label(rank="small", wrap=True)
        self.add = Button(look, "", "text", "small", "user-plus")
        self.done = person_name(rank="note")
        self.undo = Button(look, self.tr("Undo"), "text", "small", "undo-2")
        self._done = Surface("sand")
        self.undo.clicked.connect(self._take_back)
        self.close_button = Button(look, kind="icon", icon="x", says=self.tr("Close"))
        self._list: QVBoxLayout = column()
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._enter)
        self.add.clicked.connect(self._walk_in)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    @property
    def lines(self) -> tuple[PersonLine, ...]:
        """The rows shown."""
        items = (self._list.itemAt(at) for at in range(self._list.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, PersonLine))

    def open(self) -> None:
        """Show who is here now, ready to type."""
        self._search()
        self._order_tabs()
        self._take_keyboard()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed after a click belongs to the field, never to the slides."""
        super().focusInEvent(event)
        self._take_keyboard()

    def refresh(self) -> None:
        """Show the roster as it stands; nothing is rebuilt when nothing changed."""
        state, wanted = self._presenting.state, self.field.text()
        found = desk(state, wanted, self._presenting.now, self._kept)
        self.heading.setText(self.tr("{0} of {1} are here").format(found.here, found.expected))
        name = clean_name(wanted)
        self.practice.setVisible(state.practice)
        self.add.setVisible(bool(name) and not state.practice)
        self.add.setText(self.tr("Sign in “{0}” as a walk-in").format(name))
        self._show_hint(found, name)
        self._say_done()
        if found != self._shown:
            self._shown = found
            self._kept = tuple(row_.attendee.id for row_ in found.rows)
            self._fill(found)
            self._order_tabs()

    def escape(self) -> bool:
        """Esc: empty the field; False when it is empty already."""
        typed = bool(self.field.text())
        self.field.clear()
        return typed

    def _search(self) -> None:
        self._kept = ()
        self.refresh()

    def _take_keyboard(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """Tab goes down the rows as they are read, then to what takes the last one back."""
        before: QWidget = self.field
        for after in (self.add, *(line_.button for line_ in self.lines), self.undo):
            QWidget.setTabOrder(before, after)
            before = after

    def _show_hint(self, found: Desk, name: str) -> None:
        if not name:
            text = "" if found.expected else self.tr("Nobody is on the roster yet. Write a name.")
        elif not found.rows:
            text = self.tr("Nobody of that name is on the roster. Enter signs in a walk-in.")
            if self._presenting.state.practice:
                text = self.tr("Nobody of that name is on the roster.")
        else:
            text = self.tr("Enter signs in the first one.") if not found.rows[0].here else ""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _fill(self, found: Desk) -> None:
        ensure_scripts("".join(row_.attendee.name for row_ in found.rows))
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for person in found.rows:
            made = PersonLine(self._look, person)
            made.toggled.connect(self._toggle)
            self._list.addWidget(made)
            self._list.addWidget(line())
            made.show()  # now, so that the keyboard can go to it
        if found.more:
            words = self.tr("{0} more. Write a part of the name.").format(found.more)
            self._list.addWidget(label(words, "small"))

    def _toggle(self, attendee: str) -> None:
        now, touched = self._presenting.now, self._touched
        if touched is not None and touched[0] == attendee and now - touched[1] < DOUBLE_PRESS:
            return
        self._touched = (attendee, now)
        by_key = any(line_.button.hasFocus() for line_ in self.lines)
        here = attendee in self._presenting.state.present
        self._act(attendee, lambda: self._sign(attendee, out=here))
        if by_key:
            self._focus_row(attendee)

    def _focus_row(self, attendee: str) -> None:
        """The keyboard stays on the person: the row was made anew."""
        for line_ in self.lines:
            if line_.person.attendee.id == attendee:
                line_.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _sign(self, attendee: str, out: bool) -> bool:
        now = self._presenting.now
        return self._presenting.do(SignOut(now, attendee) if out else SignIn(now, attendee))

    def _act(self, attendee: str, action: Callable[[], bool]) -> None:
        before = self._presenting.state.presence(attendee).intervals
        self._undo = (attendee, before)
        if not action():
            self._undo = None
        self._shown = None
        self.refresh()

    def _say_done(self) -> None:
        """Say what was done last, beside the button that takes it back."""
        self._done.setVisible(self._undo is not None)
        if self._undo is None:
            return
        attendee = self._undo[0]
        person = find_attendee(self._presenting.state.roster, attendee)
        here = attendee in self._presenting.state.present
        words = self.tr("{0} is signed in.") if here else self.tr("{0} is signed out.")
        self.done.setText(words.format(person.name if person else ""))

    def _take_back(self) -> None:
        if self._undo is not None:
            attendee, before = self._undo
            self._undo = None
            self._presenting.do(CorrectPresence(self._presenting.now, attendee, before))
            self._shown, self._touched = None, None
            self.refresh()
            self._take_keyboard()

    def _enter(self) -> None:
        name = clean_name(self.field.text())
        if not name:
            return
        rows = self._shown.rows if self._shown else ()
        waiting = [row_ for row_ in rows if not row_.here]
        if waiting:
            self._toggle(waiting[0].attendee.id)
            self.field.clear()
        elif not any(fold_name(row_.attendee.name) == fold_name(name) for row_ in rows):
            self._walk_in()

    def _walk_in(self) -> None:
        name = clean_name(self.field.text())
        if not name:
            return
        person = Attendee(token_hex(4), name, walk_in=True)
        self.field.clear()
        if self._presenting.do(AddAttendees(self._presenting.now, (person,), "")):
            self._act(person.id, lambda: self._sign(person.id, out=False))

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 12, 12, 12)
        head = row()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.close_button)
        inside.addLayout(head)
        inside.addWidget(self.practice)
        inside.addWidget(self.field)
        done = row(self._done, spacing=8)
        done.setContentsMargins(12, 4, 4, 4)
        done.addWidget(self.done, 1)
        done.addWidget(self.undo)
        self._done.hide()
        inside.addWidget(self.hint)
        inside.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        content = QWidget()
        body = column(content)
        body.setContentsMargins(0, 0, 8, 0)
        body.addLayout(self._list)
        body.addStretch(1)
        inside.addWidget(scrolling(content), 1)
        inside.addWidget(self._done)
