"""Asking before a person's data go: what else names them, which saved files hold the name, and who asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from imhtrainer.services.renewing import FileRenewal
from imhtrainer.services.saved_files import SavedFiles, find_all_saved
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import TextField
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.tick_box import TickBox
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.file_desk import report_signer
from imhtrainer.ui.wrapup.issue.desk import IssueDesk

if TYPE_CHECKING:
    from imhtrainer.domain.mentions import Mention
    from imhtrainer.ui.services import Services

MOST_TEXTS = 8
"""Texts that are shown one by one; what is beyond is one line."""
WIDEST_TEXT = 500
"""Pixels of a text that are shown; the tool tip has the whole."""


@dataclass(frozen=True)
class Removal:
    """Whose data go, in which session, and what else holds their names."""

    session: str
    people: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    saved: tuple[SavedFiles, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The saved files that hold the names."""
        return tuple(dict.fromkeys(name for files in self.saved for name in files.names))

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where such files are; where files would go while there are none."""
        return tuple(files.folder for files in self.saved if files.names) or tuple(
            files.folder for files in self.saved[:1]
        )


def look_around(removals: tuple[Removal, ...], services: Services) -> tuple[Removal, ...]:
    """What else holds the names; reads journal and folders, so not for the window's thread."""
    found = []
    for removal in removals:
        session = services.sessions.open(removal.session)
        saved = find_all_saved(
            services.places, services.output_folder, session.state, session.id, removal.people
        )
        mentions = session.mentions(removal.people)
        found.append(Removal(removal.session, removal.people, mentions, saved))
    return tuple(found)


def renew_files(removal: Removal, services: Services) -> tuple[str, ...]:
    """Make a session's saved files again without the names; what could not be done, in sentences."""
    session = services.sessions.open(removal.session)
    desk, signer = IssueDesk(session, services).certificates, report_signer(services)
    renewal = FileRenewal(session, services.journal, desk, services.kit, signer)
    return renewal.renew(removal.saved)


class RemovalForm(QWidget):
    """Says plainly what goes and what would stay; ``confirmed`` and ``left`` are the two ways out."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._removals: tuple[Removal, ...] = ()
        self._ticks: list[tuple[TickBox, dict[str, tuple[Mention, ...]]]] = []
        self.whose = label("", "warn-name", wrap=True)
        self.texts_said = label("", "soft", wrap=True)
        self.files_said = label("", "soft", wrap=True)
        self.renew = TickBox(
            look, self.tr("Make these files again without the name, remove the person’s own")
        )
        self.reason = TextField(
            look, self.tr("Who asked for it, and when"), self.tr("such as: asked by letter today")
        )
        self.remove_button = Button(look, self.tr("Remove for good"), icon="trash-2")
        self.keep_button = Button(look, self.tr("Cancel"), "text")
        self._texts = column(spacing=4)
        self._lay_out()
        self.remove_button.clicked.connect(self.confirmed)
        self.keep_button.clicked.connect(self.left)

    @property
    def removals(self) -> tuple[Removal, ...]:
        """What is asked about."""
        return self._removals

    def ask(self, removals: tuple[Removal, ...], whose: str) -> None:
        """Ask about these people; nobody hides the form."""
        self._removals = removals
        self.setVisible(bool(removals))
        self.whose.setText(self.tr("Remove for good, with no way back: {0}").format(whose))
        self.reason.clear()
        self.remove_button.setEnabled(False)
        self._show_texts({})
        self.files_said.setText(self.tr("Looking where else the name stands…"))
        self.renew.hide()
        if removals:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, removals: tuple[Removal, ...]) -> None:
        """Show what else holds the names, and let the person decide."""
        self._removals = removals
        self.remove_button.setEnabled(True)
        self._show_texts({r.session: r.mentions for r in removals})
        self._show_files(removals)

    def chosen_texts(self, session: str) -> tuple[Mention, ...]:
        """The texts of a session that are to be cleared."""
        ticked = (texts.get(session, ()) for tick, texts in self._ticks if tick.isChecked())
        return tuple(mention for texts in ticked for mention in texts)

    def _show_texts(self, found: Mapping[str, tuple[Mention, ...]]) -> None:
        while self._texts.count():
            item = self._texts.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._ticks = []
        pairs = [(session, mention) for session, texts in found.items() for mention in texts]
        self.texts_said.setVisible(bool(pairs))
        self.texts_said.setText(
            self.tr("Others wrote this, and the record keeps it. Tick what shall go, too:")
        )
        for session, mention in pairs[:MOST_TEXTS]:
            tick = self._tick(self._text_words(mention), {session: (mention,)})
            tick.setToolTip(mention.text)
            tick.setChecked(mention.sure)
        rest: dict[str, tuple[Mention, ...]] = {}
        for session, mention in pairs[MOST_TEXTS:]:
            rest[session] = (*rest.get(session, ()), mention)
        if rest:
            self._tick(self.tr("{0} more texts like these").format(len(pairs) - MOST_TEXTS), rest)

    def _tick(self, words: str, texts: dict[str, tuple[Mention, ...]]) -> TickBox:
        tick = TickBox(self._look, words)
        self._texts.addWidget(tick)
        self._ticks.append((tick, texts))
        return tick

    def _text_words(self, mention: Mention) -> str:
        metrics = QFontMetrics(self.font())
        text = metrics.elidedText(mention.text, Qt.TextElideMode.ElideRight, WIDEST_TEXT)
        words = (
            self.tr("Entry {0}: “{1}”") if mention.sure else self.tr("Entry {0}, perhaps: “{1}”")
        )
        return words.format(mention.entry, text)

    def _show_files(self, removals: tuple[Removal, ...]) -> None:
        names = [name for removal in removals for name in removal.names]
        folders = list(dict.fromkeys(str(f) for removal in removals for f in removal.folders))
        self.renew.setVisible(bool(names))
        self.renew.setChecked(bool(names))
        if names:
            words = self.tr("These saved files hold the name: {0}. They are in {1}.")
        else:
            words = self.tr("No saved file with the name was found in {1}.")
        elsewhere = self.tr("Copies in other places, and on paper, are yours to remove.")
        told = words.format(", ".join(names), ", ".join(folders))
        self.files_said.setText(f"{told} {elsewhere}")

    def _lay_out(self) -> None:
        inside = column(self, spacing=6)
        inside.addWidget(self.whose)
        inside.addWidget(self.texts_said)
        inside.addLayout(self._texts)
        inside.addWidget(self.files_said)
        inside.addWidget(self.renew)
        asked = row(spacing=8)
        asked.addWidget(self.reason, 1)
        asked.addWidget(self.remove_button)
        asked.addWidget(self.keep_button)
        inside.addLayout(asked)
        self.hide()
