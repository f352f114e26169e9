"""The row under the clock: advice, or what runs by time with the buttons for it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.ui.present.clock.acts import TimeAct
from imhtrainer.ui.present.clock.moment import Moment
from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.figures import clock_figures, minutes_figures
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import ElidedLabel

HEIGHT = 36
LAST_MINUTE = 60.0
_ICONS = {
    "break": "coffee",
    "question": "circle-question-mark",
    "timer": "timer",
    "away": "timer",
    "activity": "timer",
    "reset": "rotate-ccw",
}


class TimeRow(QWidget):
    """Icon, words, a figure that counts, and buttons; at the end always break and start again."""

    asked = Signal(object)
    """A ``TimeAct``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._what: Moment | None = None
        self._advice = ""
        self.icon = IconLabel(look, "lightbulb", "ink-soft", 18)
        self.figure = FigureLabel(look, 18, self.tr("Timer"))
        self.words = ElidedLabel()
        self.less = self._button(look, "−1 min", TimeAct.LESS, self.tr("One minute less (−)"))
        self.more = self._button(look, "+1 min", TimeAct.MORE, self.tr("One minute more (+)"))
        self.main = self._button(look, "", TimeAct.TIMER, "")
        self.stop = self._button(look, self.tr("Put away"), TimeAct.STOP, "")
        self.undo = self._button(look, self.tr("Undo"), TimeAct.UNDO, "")
        self.pause = self._icon_button(look, "coffee", TimeAct.BREAK, self.tr("Break (T)"))
        again = self.tr("Start this section’s clock again")
        self.again = self._icon_button(look, "rotate-ccw", TimeAct.RESET, again)
        self._lay_out()
        self._show_words()
        self._show_figure()
        self._show_buttons()

    def show_advice(self, text: str) -> None:
        """Words for when nothing runs by time."""
        self._advice = text
        if self._what is None:
            self._show_words()

    def show_moment(self, what: Moment | None, running: bool) -> None:
        """Show what runs by time, or the advice; only what changed is painted."""
        changed = _nature(what) != _nature(self._what)
        self._what = what
        self._show_figure()
        for button in (self.pause, self.again):
            button.setEnabled(running)
        if changed:
            self._show_words()
            self._show_buttons()

    @property
    def needed(self) -> bool:
        """Whether something stands here that must not be hidden in a low window."""
        return self._what is not None and self._what.kind != "reset"

    def _show_figure(self) -> None:
        what = self._what
        counts = what is not None and what.kind not in ("reset", "activity")
        self.figure.setVisible(counts)
        if what is None or not counts:
            return
        if what.kind == "question":
            self.figure.show_figure(clock_figures(what.left))
            return
        over = what.left <= -1
        text = f"+{clock_figures(-what.left)}" if over else clock_figures(what.left + 0.999)
        word = self.tr("over") if over else self.tr("left")
        self.figure.show_figure(text, word, sun=what.left <= min(LAST_MINUTE, what.planned / 5))

    def _show_words(self) -> None:
        what = self._what
        self.icon.show_icon(_ICONS[what.kind] if what else "lightbulb", "ink-soft")
        self.icon.setVisible(what is not None or bool(self._advice))
        self.words.setText(self._text(what) if what is not None else self._advice)

    def _text(self, what: Moment) -> str:
        minutes = minutes_figures(round(what.planned / 60, 1))
        match what.kind:
            case "question":
                return self.tr("A question: this section’s clock waits for the next key.")
            case "break":
                return self.tr("Break of {0} min").format(minutes)
            case "timer":
                return self.tr("on the room’s timer") if what.running else self.tr("timer paused")
            case "away":
                return self.tr("on the timer of “{0}”").format(what.slide)
            case "reset":
                return self.tr("This section’s clock was started again.")
            case "activity":
                return self.tr("Activity, {0} min on the slide’s timer").format(minutes)

    def _show_buttons(self) -> None:
        what = self._what
        kind = what.kind if what is not None else ""
        counted = kind in ("break", "timer")
        self.less.setVisible(counted)
        self.more.setVisible(counted)
        self.stop.setVisible(kind == "away")
        self.undo.setVisible(kind == "reset")
        words = self._main_words(what)
        self.main.setVisible(bool(words))
        self.main.setText(words)
        self.pause.setVisible(kind not in ("break", "timer", "activity"))
        self.again.setVisible(kind not in ("break", "timer", "activity", "reset"))

    def _main_words(self, what: Moment | None) -> str:
        if what is None:
            return ""
        match what.kind:
            case "activity":
                return self.tr("Start the timer")
            case "timer" if what.left <= 0:
                return self.tr("Put away")
            case "timer":
                return self.tr("Pause") if what.running else self.tr("Continue")
            case "break":
                return self.tr("Go on now")
            case _:
                return ""

    def _button(self, look: Look, text: str, act: TimeAct, tip: str) -> Button:
        made = Button(look, text, "edge", "small")
        made.setToolTip(tip)
        return self._wired(made, act)

    def _icon_button(self, look: Look, icon: str, act: TimeAct, says: str) -> Button:
        return self._wired(Button(look, kind="icon", icon=icon, says=says), act)

    def _wired(self, button: Button, act: TimeAct) -> Button:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._ask, act))
        return button

    def _ask(self, act: TimeAct) -> None:
        self.asked.emit(act)

    def _lay_out(self) -> None:
        self.main.setToolTip(self.tr("Key T"))
        inside = row(self, spacing=8)
        inside.setContentsMargins(4, 0, 0, 0)
        inside.addWidget(self.icon)
        inside.addWidget(self.figure)
        inside.addWidget(self.words, 1)
        for button in (self.less, self.more, self.main, self.stop, self.undo):
            inside.addWidget(button)
        inside.addWidget(self.pause)
        inside.addWidget(self.again)


def _nature(what: Moment | None) -> tuple[object, ...]:
    """What words and buttons depend on: everything but the seconds."""
    if what is None:
        return ()
    return what.kind, what.planned, what.running, what.slide, what.left <= 0
