"""The roster's heading: how many there are, finding one of them, and the three ways to add people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

translate = QCoreApplication.translate


def add_buttons(look: Look) -> tuple[Button, Button, Button]:
    """The three ways to add people: one person, a paste, a file."""
    return (
        Button(look, translate("RosterHead", "Add a person"), icon="plus"),
        Button(look, translate("RosterHead", "Paste a list"), icon="clipboard-paste"),
        Button(look, translate("RosterHead", "Import a file"), icon="file-up"),
    )


class RosterHead(QWidget):
    """Says what it is told by ``show_count``; the signals say what was pressed."""

    add_wanted = Signal()
    paste_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.finder = TextField(look, self.tr("Find a name"), self.tr("Find a name"), "search")
        self._said = label("", "soft")
        self._tools = add_buttons(look)
        self._importing = False
        add, paste, file = self._tools
        file.setCheckable(True)
        add.clicked.connect(self.add_wanted)
        paste.clicked.connect(self.paste_wanted)
        file.clicked.connect(self._ask_file)
        self._lay_out()

    def show_count(self, people: int, new: int, confirmed: int = 0, *, tools: bool) -> None:
        """Say how many are on the roster, would come, and have found their own name right by phone.

        ``tools`` shows the buttons and the finder.
        """
        said = self.tr("Nobody on the roster yet") if not people else self.tr("{0} on the roster")
        if new:
            said = (
                self.tr("Nobody on the roster yet, {1} to be added")
                if not people
                else self.tr("{0} on the roster, {1} to be added")
            )
        if confirmed:
            said += self.tr(", {2} confirmed their spelling by phone")
        self._said.setText(said.format(people, new, confirmed))
        for widget in (self.finder, *self._tools):
            widget.setVisible(tools)

    def show_importing(self, importing: bool) -> None:
        """Keep the import's button down while a list is imported."""
        self._importing = importing
        self._tools[2].setChecked(importing)

    def _ask_file(self) -> None:
        self._tools[2].setChecked(self._importing)
        self.file_wanted.emit()

    def _lay_out(self) -> None:
        top = row(spacing=8)
        top.addWidget(label(self.tr("Roster"), "title"), 1)
        for button in self._tools:
            top.addWidget(button)
        second = row(spacing=8)
        second.addWidget(self._said, 1)
        self.finder.setMinimumWidth(160)
        self.finder.setMaximumWidth(283)
        self.finder.setClearButtonEnabled(True)
        second.addWidget(self.finder, 1)
        inside = column(self, spacing=14)
        inside.setContentsMargins(20, 24, 20, 16)
        inside.addLayout(top)
        inside.addLayout(second)
