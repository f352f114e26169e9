"""What stands in the row of a person who is still signed in: when they left, and the button that sets it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TimeField
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import figure
from imhtrainer.ui.wrapup.row_editors import TIME_WIDTH
from imhtrainer.ui.wrapup.standing_delegate import PAD

translate = QCoreApplication.translate


class AskedCell(QWidget):
    """A cell of that row; Enter in it sets the time, and is not the table's."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets the time; other keys go on to the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class AskedRow:
    """The two cells of a person: ``times`` with the field, ``action`` with the button."""

    def __init__(self, look: Look, name: str, came: str, left: QTime) -> None:
        self.times, self.action = AskedCell(), AskedCell()
        self.field = TimeField(translate("RowEditing", "{0} left at").format(name))
        self.field.setFixedWidth(TIME_WIDTH)
        self.field.setProperty("wrong", True)  # the coral edge of what waits
        self.field.setTime(left)
        self.button = Button(
            look,
            translate("RowEditing", "Set time"),
            says=translate("RowEditing", "Set the time {0} left").format(name),
        )
        inside = row(self.times, spacing=6)
        inside.addWidget(figure(f"{came} –", ""))
        inside.addWidget(self.field)
        inside.addStretch(1)
        beside = row(self.action)
        beside.setContentsMargins(0, 0, PAD, 0)
        beside.addStretch(1)
        beside.addWidget(self.button)
        for cell in (self.times, self.action):
            cell.entered.connect(self.button.click)

    def follow(self, before: QWidget) -> QWidget:
        """Have Tab come here from a widget, to the field and then to the button, which comes back."""
        QWidget.setTabOrder(before, self.field)
        QWidget.setTabOrder(self.field, self.button)
        return self.button
