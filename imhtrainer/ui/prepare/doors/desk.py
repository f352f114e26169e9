"""What is looked at before the doors open, and what the rows' buttons do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from imhtrainer.domain.roster import Attendee
from imhtrainer.render.screen import ScreenPainter
from imhtrainer.services.awake import try_awake
from imhtrainer.services.certificate_facts import prospective
from imhtrainer.services.certificate_files import write_certificates
from imhtrainer.services.context import context_for
from imhtrainer.services.exporting import compose_pages
from imhtrainer.services.preflight.finding import Check, Finding, good, note, wrong
from imhtrainer.services.preflight.machine import (
    look_at_disk,
    look_at_sleep,
)
from imhtrainer.services.preflight.screens import find_projector, look_at_screens
from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.ui.prepare.doors.clicker import ClickerLesson
from imhtrainer.ui.prepare.doors.pane import DoorsPane
from imhtrainer.ui.prepare.doors.test_picture import TestPicture
from imhtrainer.ui.prepare.doors.words import put_in_words
from imhtrainer.ui.present.media.probe import find_player, look_at_media
from imhtrainer.ui.present.stage.placing import known_screens
from imhtrainer.ui.tasks import Progress

if TYPE_CHECKING:
    from imhtrainer.documents.certificate import CertificatePrinter
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.present.media.player import Player
    from imhtrainer.ui.services import Services
    from imhtrainer.ui.style.look import Look

BATTERY = "imhtrainer.services.preflight.battery:look_at_battery"
TONE = "imhtrainer.ui.prepare.doors.tone:Tone"
TRIAL_WIDTH = 480
"""Pixels a slide is painted wide to see that it can be painted."""
TRIAL_NAME = "María Fernanda Castellanos-Quintero"


class DoorsDesk(QObject):
    """Looks at everything when asked; ``others`` are checks of other parts of the program."""

    def __init__(
        self,
        session: TrainingSession,
        pane: DoorsPane,
        look: Look,
        services: Services,
        print_trial: Callable[[], CertificatePrinter],
        others: Callable[[], Sequence[Check]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._pane, self._services = session, pane, services
        self._print_trial = print_trial
        self._others = others
        self._theme = services.kit.theme
        self._tone: Any = None
        self.lesson = ClickerLesson(look)
        pane.extra.addWidget(self.lesson)
        self.lesson.learned.connect(self._keep_clicker)
        self.lesson.stopped.connect(self._back_to_clicker)
        pane.again.connect(self.look)
        pane.acted.connect(self._act)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._look_at_screens)
            app.screenRemoved.connect(self._look_at_screens)

    def look(self) -> None:
        """Look at everything, each thing beside the window."""
        checks = (*self._checks(), *self._others())
        self._pane.show_checks(checks)
        for check in checks:
            self._start(check)

    def _start(self, check: Check) -> None:
        self._services.runner.start(
            lambda _p: check.look(),
            partial(self._pane.show_finding, check.id),
            lambda error: self._pane.show_finding(check.id, wrong(str(error))),
            idly=check.id == "slides",
        )

    def _checks(self) -> tuple[Check, ...]:
        tr = self.tr
        return (
            self._screen_check(),
            Check("slides", tr("Slides, fonts and pictures"), self._paint_all),
            Check("media", tr("Video and sound"), partial(self._try_media, find_player())),
            Check("clicker", tr("Clicker"), self._look_at_clicker),
            Check("sound", tr("Sound"), self._look_at_sound),
            Check(
                "sleep",
                tr("Sleep and screen saver"),
                lambda: put_in_words(look_at_sleep(try_awake())),
            ),
            Check("power", tr("Power"), lambda: put_in_words(resolve_name(BATTERY)())),
            Check("disk", tr("Disk"), self._look_at_disk),
            Check("certificate", tr("Certificates"), self._compose_trial),
        )

    def _screen_check(self) -> Check:
        """The screens are Qt's: they are read here, and judged elsewhere."""
        screens, console = tuple(known_screens().values()), self._console_facts()
        kept = self._services.settings.now.projectors
        return Check(
            "screens",
            self.tr("Screens"),
            lambda: put_in_words(look_at_screens(screens, console, kept)),
        )

    def _look_at_screens(self) -> None:
        self.look_again(self._screen_check())

    def look_again(self, check: Check) -> None:
        """Look at one thing again that is among the rows already."""
        if check.id in self._pane.rows:
            self._start(check)

    def _look_at_disk(self) -> Finding:
        return put_in_words(look_at_disk(self._services.journal, self._session.now()))

    def _try_media(self, make_player: Callable[[], Player]) -> Finding:
        """Begin every clip silently: what this computer cannot play is said now and not before the room."""
        deck = self._services.trainings.load(Path(self._session.state.plan.folder))
        return look_at_media(deck, make_player)

    def _paint_all(self) -> Finding:
        """Paint every slide once, small: what cannot be laid out or painted raises its error with the line."""
        deck = self._services.trainings.load(Path(self._session.state.plan.folder))
        pages = compose_pages(deck, context_for(self._session.state), self._services.kit)
        painter = ScreenPainter()
        for page in pages:
            painter.image(page, TRIAL_WIDTH, page.steps)
        return good(
            self.tr("All {0} pages were painted, with their fonts and pictures.").format(len(pages))
        )

    def _look_at_clicker(self) -> Finding:
        keys = self._services.settings.now.clicker
        learn = self.tr("Learn its keys")
        if not keys:
            return note(
                self.tr("Most clickers work as they are. Press each key once to be sure."),
                "clicker",
                learn,
            )
        names = ", ".join(QKeySequence(key).toString() for _, key in keys)
        return Finding(
            "good", self.tr("Its keys are learned: {0}.").format(names), "clicker", learn
        )

    def _look_at_sound(self) -> Finding:
        words = self.tr("Play a short tone, and hear whether the loudspeaker gives it.")
        if self._services.settings.now.chime:
            words = self.tr("You want a chime at the end of activities. Play a tone: is it heard?")
        return note(words, "sound", self.tr("Play it"))

    def _play_tone(self) -> None:
        """A soft tone, or the system's sound where there is no player; whoever sits here hears it or not."""
        try:
            self._tone = self._tone or resolve_name(TONE)(self)
        except ImportError:
            QApplication.beep()
        else:
            self._tone.play()
        asked = Finding(
            "note",
            self.tr("Did you hear a soft tone?"),
            "heard",
            self.tr("Yes"),
            "unheard",
            self.tr("No"),
        )
        self._pane.show_finding("sound", asked)

    def _keep_heard(self, heard: bool) -> None:
        again = self.tr("Play it")
        if heard:
            words = self.tr("The tone was heard.")
            self._pane.show_finding("sound", Finding("good", words, "sound", again))
            return
        words = self.tr(
            "No tone was heard. Turn the volume up, and choose the loudspeaker or the projector in the "
            "system’s sound settings."
        )
        self._pane.show_finding("sound", wrong(words, "sound", again))

    def _compose_trial(self) -> Finding:
        state = self._session.state
        trial = prospective(state, Attendee("trial", TRIAL_NAME), self._session.now())
        self._print_trial().page(replace(trial, rehearsal=True))
        words = self.tr("The page can be made. Print one on your paper before the day.")
        return Finding("good", words, "certificate", self.tr("Test page"))

    def _act(self, check: str, action: str) -> None:
        match action:
            case "picture":
                self._show_picture()
            case "clicker":
                self.lesson.begin()
            case "sound":
                self._play_tone()
            case "heard" | "unheard":
                self._keep_heard(action == "heard")
            case "certificate":
                self._services.runner.start(self._write_trial, _open)

    def _show_picture(self) -> None:
        screens = known_screens()
        kept = self._services.settings.now.projectors
        wanted = find_projector(tuple(screens.values()), self._console_facts(), kept)
        for screen, facts in screens.items():
            if facts == wanted:
                TestPicture(self._theme).fill(screen)

    def _write_trial(self, _progress: Progress) -> Path:
        state = self._session.state
        trial = prospective(state, Attendee("trial", TRIAL_NAME), self._session.now())
        out = self._services.output_folder / self.tr("Test page.pdf")
        write_certificates(self._print_trial(), (replace(trial, rehearsal=True),), out)
        return out

    def _keep_clicker(self, keys: tuple[tuple[str, int], ...]) -> None:
        settings = self._services.settings
        settings.change(replace(settings.now, clicker=keys))
        self._pane.show_finding("clicker", self._look_at_clicker())
        self._back_to_clicker()

    def _back_to_clicker(self) -> None:
        """The keyboard was in the lesson, which is away now: it goes back to where it came from."""
        self._pane.rows["clicker"].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _console_facts(self) -> ScreenFacts | None:
        return known_screens().get(self._pane.window().screen())


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
