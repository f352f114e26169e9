"""The band over Home: what was interrupted, and what is safe."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imhtrainer.ui.home.cover import Cover
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Card, column, line, row
from imhtrainer.ui.widgets.paragraph import Paragraph
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import clock, say_ago

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from imhtrainer.ui.home.facts import UnfinishedFacts

translate = QCoreApplication.translate


HEIGHT = 152


class ResumeBand(Card):
    """One row for each session that stopped in the middle, the newest first.

    ``resume`` and ``end`` carry a session's id.
    """

    resume = Signal(str)
    end = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(raised=True)
        self._look = look
        self._rows: dict[str, ResumeRow] = {}
        self._inside = column(self)
        self.hide()

    def show_unfinished(self, unfinished: tuple[UnfinishedFacts, ...], now: datetime) -> None:
        """Show these sessions; with none the band is gone."""
        empty_layout(self._inside)
        self._rows = {}
        for index, facts in enumerate(unfinished):
            if index:
                self._inside.addWidget(line())
            made = ResumeRow(self._look, facts, now, first=index == 0, where=len(unfinished) > 1)
            made.resume.connect(self.resume)
            made.end.connect(self.end)
            self._rows[facts.summary.id] = made
            self._inside.addWidget(made)
        self.setVisible(bool(unfinished))

    def show_slide(self, session_id: str, image: QImage) -> None:
        """Show the slide a session stopped on."""
        if session_id in self._rows:
            self._rows[session_id].cover.show_image(image)

    def press_resume(self) -> None:
        """Resume the newest session, if there is one."""
        for each in self._rows.values():
            each.resume_button.click()
            return


class ResumeRow(QWidget):
    """One session that can go on; ``where`` tells its place too, as there are others."""

    resume = Signal(str)
    end = Signal(str)

    def __init__(
        self, look: Look, facts: UnfinishedFacts, now: datetime, *, first: bool, where: bool = False
    ) -> None:
        super().__init__()
        self._id = facts.summary.id
        running = facts.summary.stage == "running"
        self.setFixedHeight(HEIGHT)
        self.cover = Cover(look, 215, 122, 6)
        go_on = self.tr("Back to slide {0}") if running else self.tr("Resume at slide {0}")
        self.resume_button = Button(
            look,
            go_on.format(facts.summary.number),
            "primary" if first else "edge",
            "main",
            icon="play",
        )
        self.resume_button.setMinimumWidth(196)
        self.resume_button.clicked.connect(lambda: self.resume.emit(self._id))
        inside = row(self, spacing=23)
        inside.setContentsMargins(15, 0, 24, 0)
        inside.addWidget(self.cover)
        inside.addLayout(self._words(look, facts, now, facts.summary.venue if where else ""), 1)
        inside.addLayout(self._actions(look, running))

    def _words(self, look: Look, facts: UnfinishedFacts, now: datetime, venue: str) -> QVBoxLayout:
        running = facts.summary.stage == "running"
        said = self.tr("Running now")
        if not running:
            said = self.tr("Interrupted {0}").format(say_ago(facts.summary.last_moment, now))
        top = row(spacing=8)
        top.addWidget(IconLabel(look, "play" if running else "circle-pause", "coral-text", 18))
        top.addWidget(label(said, "warn"))
        ensure_scripts(venue)
        top.addWidget(ElidedLabel(venue, "soft"), 1)
        words = column(spacing=6)
        words.addStretch(1)
        words.addLayout(top)
        words.addWidget(label(facts.summary.title, "heading"))
        words.addWidget(Paragraph(sentence(facts), "soft", 22))
        words.addStretch(1)
        return words

    def _actions(self, look: Look, running: bool) -> QVBoxLayout:
        actions = column(spacing=8)
        actions.addStretch(1)
        actions.addWidget(self.resume_button)
        end = Button(look, self.tr("End and wrap up"), "text")
        end.clicked.connect(lambda: self.end.emit(self._id))
        actions.addWidget(end, 0, Qt.AlignmentFlag.AlignHCenter)
        actions.addStretch(1)
        return actions


def sentence(facts: UnfinishedFacts) -> str:
    """What is safe: slide, clock, people and checkpoints of a session."""
    parts = [
        translate("ResumeBand", "Slide {0} of {1}").format(
            facts.summary.number, facts.summary.pages
        ),
        translate("ResumeBand", "{0} on the clock").format(clock(facts.summary.elapsed)),
        _people(facts.signed_in),
    ]
    if facts.counted:
        parts.append(_checkpoints(facts.counted))
    return (
        ", ".join(parts) + ".\n" + translate("ResumeBand", "Everything up to that moment is saved.")
    )


def _people(count: int) -> str:
    if count == 0:
        return translate("ResumeBand", "nobody signed in yet")
    return (
        translate("ResumeBand", "1 person signed in")
        if count == 1
        else translate("ResumeBand", "{0} people signed in").format(count)
    )


def _checkpoints(counted: tuple[int, ...]) -> str:
    if len(counted) == 1:
        return translate("ResumeBand", "checkpoint {0} counted").format(counted[0])
    before = ", ".join(str(number) for number in counted[:-1])
    return translate("ResumeBand", "checkpoints {0} and {1} counted").format(before, counted[-1])


def empty_layout(layout: QVBoxLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
