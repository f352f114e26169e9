"""Editors that open in a row: when a person was there, and why the facilitator decided otherwise."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from imhtrainer.domain.roster import Interval
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField, TimeField
from imhtrainer.ui.widgets.frames import Surface, column, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.session_clock import SessionClock
from imhtrainer.ui.wrapup.standing_delegate import GAP, PAD

TIME_WIDTH = 104


class RowEditor(Surface):
    """What both editors share: a sentence when refused, Esc to leave, and word of their new height."""

    saved = Signal(object)
    closed = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__("bar", "bottom")
        self.said = label("", "warn-small", wrap=True)
        self.said.hide()

    def refuse(self, sentence: str) -> None:
        """Say why this cannot be."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves things as they were; other keys stay with the editor."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        event.accept()

    def submit(self) -> None:
        """Save what was written."""

    def begin(self) -> None:
        """Put the keyboard into the first field."""


class ReasonEditor(RowEditor):
    """A reason in three words or more; ``saved`` carries it, ``withdrawn`` lets the rule decide again."""

    withdrawn = Signal()

    def __init__(self, look: Look, name: str, completed: bool, reason: str = "") -> None:
        super().__init__()
        asked = (
            self.tr("Counts as completed, because")
            if completed
            else self.tr("Counts as not completed, because")
        )
        self.field = TextField(look, f"{name}: {asked}", self.tr("Three words or more"))
        self.field.setText(reason)
        self.save_button = Button(look, self.tr("Save"), says=self.tr("Save the reason"))
        self.withdraw_button = Button(
            look, self.tr("Withdraw"), "text", says=self.tr("Withdraw: let the rule decide again")
        )
        self.withdraw_button.setToolTip(self.withdraw_button.accessibleName())
        self.withdraw_button.setVisible(bool(reason))
        close = Button(look, kind="icon", icon="x", says=self.tr("Leave it as it was"))
        self.field.returnPressed.connect(self.submit)
        self.save_button.clicked.connect(self.submit)
        self.withdraw_button.clicked.connect(self.withdrawn)
        close.clicked.connect(self.closed)
        inside = column(self, spacing=4)
        inside.setContentsMargins(GAP, 8, PAD, 10)
        inside.addWidget(label(asked, "note"))
        fields = row(spacing=6)
        for widget in (self.field, self.save_button, self.withdraw_button, close):
            fields.addWidget(widget, 1 if widget is self.field else 0)
        inside.addLayout(fields)
        inside.addWidget(self.said)

    def begin(self) -> None:
        """Put the keyboard into the reason."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.home(False)

    def submit(self) -> None:
        """Offer the reason."""
        self.saved.emit(self.field.text())


TIMES_ROOM = 660
"""Pixels that two times and the buttons beside them take."""


class TimesEditor(RowEditor):
    """When a person came and left, one line for each stay; ``saved`` carries the intervals."""

    def __init__(
        self, look: Look, name: str, stays: tuple[Interval, ...], clock: SessionClock
    ) -> None:
        super().__init__()
        self._look, self._name, self._clock = look, name, clock
        self._lines: list[StayLine] = []
        self._stays = column(spacing=6)
        self.more_button = Button(look, self.tr("Was out in between"), "text")
        self.save_button = Button(look, self.tr("Save times"))
        close = Button(look, self.tr("Cancel"), "quiet")
        self.more_button.clicked.connect(self._add_break)
        self.save_button.clicked.connect(self.submit)
        close.clicked.connect(self.closed)
        inside = column(self, spacing=6)
        inside.setContentsMargins(0, 8, PAD, 10)
        self._top = row(spacing=8)
        self._top.addLayout(self._stays)
        self._top.addStretch(1)
        buttons = row(spacing=8)
        for button in (self.more_button, close, self.save_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        self._top.addLayout(buttons)
        inside.addLayout(self._top)
        inside.addWidget(self.said)
        for stay in stays:
            self._add(stay)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the times where there is no room beside them."""
        super().resizeEvent(event)
        self.stack(self.width() < TIMES_ROOM)

    def stack(self, narrow: bool) -> None:
        """Have the buttons below the times, or beside them; the row is told where that takes more height."""
        way = QBoxLayout.Direction
        direction = way.TopToBottom if narrow else way.LeftToRight
        if direction != self._top.direction():
            self._top.setDirection(direction)
            # Later: the table is placing its rows just now.
            QTimer.singleShot(0, self, self.grown.emit)

    @property
    def lines(self) -> tuple[StayLine, ...]:
        """The stays as they are written."""
        return tuple(self._lines)

    @property
    def stays(self) -> tuple[Interval, ...]:
        """The intervals that are written."""
        return tuple(line.stay for line in self._lines)

    def begin(self) -> None:
        """Put the keyboard into the first time."""
        self._lines[0].start.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Offer the intervals."""
        self.saved.emit(self.stays)

    def _add(self, stay: Interval) -> None:
        made = StayLine(self._look, self._name, stay, self._clock)
        made.removed.connect(lambda: self._remove(made))
        self._lines.append(made)
        self._stays.addWidget(made)
        made.show()  # else it has no height yet when the row is fitted
        self._show_removers()

    def _remove(self, gone: StayLine) -> None:
        self._lines.remove(gone)
        gone.hide()
        gone.deleteLater()
        self._show_removers()
        self.grown.emit()

    def _add_break(self) -> None:
        """Split the last stay in the middle, to be set right by hand."""
        last = self._lines[-1].stay
        end = last.end or self._clock.end
        middle = last.start + (end - last.start) / 2
        half = middle.replace(second=0, microsecond=0)
        self._lines[-1].show_stay(Interval(last.start, half))
        self._add(Interval(min(half + timedelta(minutes=5), end), end))
        self._lines[-2].end.setFocus(Qt.FocusReason.TabFocusReason)
        self.grown.emit()

    def _show_removers(self) -> None:
        for line in self._lines:
            line.remove_button.setVisible(len(self._lines) > 1)


class StayLine(QWidget):
    """From a time to a time; what was not touched keeps its seconds."""

    removed = Signal()

    def __init__(self, look: Look, name: str, stay: Interval, clock: SessionClock) -> None:
        super().__init__()
        self._clock = clock
        self._stay = stay
        self.start = TimeField(self.tr("{0} came at").format(name))
        self.end = TimeField(self.tr("{0} left at").format(name))
        for field in (self.start, self.end):
            field.setFixedWidth(TIME_WIDTH)
        self.remove_button = Button(
            look, kind="icon", icon="x", says=self.tr("Take this time away")
        )
        self.remove_button.clicked.connect(self.removed)
        inside: QHBoxLayout = row(self, spacing=8)
        inside.addWidget(self.start)
        inside.addWidget(label("–"))
        inside.addWidget(self.end)
        inside.addWidget(self.remove_button)
        inside.addStretch(1)
        self.show_stay(stay)

    @property
    def stay(self) -> Interval:
        """The interval as it is written."""
        clock = self._clock
        end = self._stay.end or clock.end
        return Interval(
            clock.moment_at(self._stay.start, self.start.time()),
            clock.moment_at(end, self.end.time()),
        )

    def show_stay(self, stay: Interval) -> None:
        """Show an interval; one still open is offered the session's end."""
        self._stay = stay
        clock = self._clock
        self.start.setTime(clock.time_of(stay.start))
        self.end.setTime(clock.time_of(max(stay.end or clock.end, stay.start)))
