"""The console's top bar: what the room sees, who is here, what time it is."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics

from imhtrainer.domain.events import Ease, Screen
from imhtrainer.services.screens.display import Display
from imhtrainer.ui.present.clock.hours import hour_text
from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.stage.room_state import RoomState
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import Surface, row
from imhtrainer.ui.widgets.topbar import HEIGHT
from imhtrainer.ui.widgets.words import ElidedLabel, label

_SCREEN_ICONS: dict[Screen, str] = {
    "live": "projector",
    "black": "square",
    "white": "sun",
    "points": "list-checks",
    "frozen": "snowflake",
    "logo": "image",
    "join": "qr-code",
}
CHIP = 32
"""How high a word on sand is, as its neighbours that can be pressed."""


class ConsoleBar(Surface):
    """Top bar, 56 high."""

    people_wanted = Signal()
    phones_wanted = Signal()
    swap_wanted = Signal()
    keys_wanted = Signal()
    end_wanted = Signal()
    projector_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__("bar", "bottom")
        self.setFixedHeight(HEIGHT)
        self.room = RoomState(look)
        self.practice = label(self.tr("Practice"), "chip")
        self.practice.setToolTip(self.tr("Kept apart from sessions held; nobody is certified."))
        self.practice.setFixedHeight(CHIP)
        self.practice.hide()
        self.projector = ElidedLabel(rank="soft")
        self.where = Button(look, "", "text")
        self.swap = Button(
            look, kind="icon", icon="arrow-left-right", says=self.tr("Swap the screens (X)")
        )
        self.people = Button(look, "", "chip", icon="users")
        self.phones = Button(look, "", "chip", icon="smartphone")
        self.clock = FigureLabel(look, 18, self.tr("Time"), align=Qt.AlignmentFlag.AlignRight)
        self.keys = Button(look, kind="icon", icon="circle-question-mark", says=self.tr("Keys (?)"))
        self.end = Button(look, self.tr("End"))
        self.people.clicked.connect(self.people_wanted)
        self.phones.clicked.connect(self.phones_wanted)
        self.keys.clicked.connect(self.keys_wanted)
        self.end.clicked.connect(self.end_wanted)
        self.where.clicked.connect(self.projector_wanted)
        self.swap.clicked.connect(self.swap_wanted)
        self._lay_out()

    def show_room(
        self,
        screen: Screen,
        place: Display,
        started: bool,
        ease: Ease,
        closed: bool = False,
        pause: bool = False,
    ) -> None:
        """Say what the room sees and on which projector; ``closed`` means the window was closed by hand.

        ``ease`` is what makes the live slide easier to read. ``pause`` means that the slides stand aside
        for a break.
        """
        if place.mode == "lost":
            self.room.say("triangle-alert", self.tr("No projector"), "alarm")
        elif closed:
            self.room.say("triangle-alert", self.tr("The room’s window is closed"), "alarm")
        elif screen != "live":
            self.room.say(_SCREEN_ICONS[screen], self._blank_words(screen), "on-sun", sun=True)
        elif pause:
            self.room.say("coffee", self.tr("Break"), "on-sun", sun=True)
        else:
            self.room.say("projector", self._live_words(place, started, ease), "leaf")
        lost, by_hand = place.mode == "lost", closed or place.mode == "windowed"
        front = self.tr("Open it again") if closed else self.tr("Show that window")
        self.where.setText(self.tr("Where is it?") if lost else front)
        self.where.setToolTip(self.tr("F5") if by_hand else "")
        self.where.setVisible(lost or by_hand)
        self.swap.setVisible(place.mode == "fullscreen" and place.can_swap)
        shown = place.projector if place.mode != "windowed" else None
        self._name_projector(shown.title if shown else "")

    def show_practice(self, practice: bool) -> None:
        """Say calmly that this is no session held."""
        self.practice.setVisible(practice)

    def show_people(self, here: int) -> None:
        """Show the head count present."""
        words = self.tr("{0} here").format(here)
        self.people.setText(words)
        self.people.set_icon("users")
        self.people.setAccessibleName(self.tr("{0}, open the sign-in desk").format(words))

    def show_phones(self, phones: int, waiting: int, trouble: bool, wanted: bool) -> None:
        """Show how many phones are in, whether somebody waits for a word, or that phones are off."""
        if trouble:
            words = self.tr("No phones")
        elif waiting:
            one, more = self.tr("1 phone, {1} waiting"), self.tr("{0} phones, {1} waiting")
            words = (one if phones == 1 else more).format(phones, waiting)
        elif wanted:
            words = self.tr("1 phone") if phones == 1 else self.tr("{0} phones").format(phones)
        else:
            words = self.tr("Phones off")
        self.phones.setText(words)
        self.phones.set_icon("triangle-alert" if trouble else "smartphone")
        self.phones.setAccessibleName(self.tr("{0}, open the join card").format(words))

    def show_time(self, now: datetime) -> None:
        """Show the hour as the system writes it."""
        self.clock.show_figure(hour_text(now))

    def _name_projector(self, name: str) -> None:
        """The name takes no more room than it needs, so that what follows stands beside it."""
        self.projector.setText(name)
        self.projector.setMaximumWidth(
            QFontMetrics(self.projector.font()).horizontalAdvance(name) + 8
        )

    def _live_words(self, place: Display, started: bool, ease: Ease) -> str:
        eased = {
            self.tr("large print"): ease.large,
            self.tr("contrast"): ease.contrast,
            self.tr("captions"): ease.captions,
        }
        if any(eased.values()):
            first = self.tr("Live") if started else self.tr("Ready")
            return " · ".join((first, *(words for words, on in eased.items() if on)))
        if place.mode == "windowed":
            return self.tr("Live in a window") if started else self.tr("In a window, not begun")
        return self.tr("Live on the projector") if started else self.tr("Ready on the projector")

    def _blank_words(self, screen: Screen) -> str:
        return {
            "black": self.tr("Black"),
            "white": self.tr("White"),
            "points": self.tr("Five points"),
            "frozen": self.tr("Frozen"),
            "logo": self.tr("Logo"),
            "join": self.tr("Join card"),
        }.get(screen, "")

    def _lay_out(self) -> None:
        inside = row(self, spacing=8)
        inside.setContentsMargins(12, 0, 16, 0)
        inside.addWidget(self.room)
        inside.addWidget(self.practice, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.projector, 100)
        inside.addWidget(self.swap)
        inside.addWidget(self.where)
        inside.addStretch(1)
        inside.addWidget(self.people)
        inside.addWidget(self.phones)
        inside.addSpacing(12)
        inside.addWidget(self.clock)
        inside.addSpacing(12)
        inside.addWidget(self.keys)
        inside.addSpacing(8)
        inside.addWidget(self.end)
