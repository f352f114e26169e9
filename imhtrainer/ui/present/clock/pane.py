"""The three figures under the slide, the two rows of blocks, and one line of advice."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from imhtrainer.domain.pace import Pace, SectionClock, pace, section_clock
from imhtrainer.domain.pace_advice import PaceAdvice, pace_advice
from imhtrainer.domain.pacing import SectionTime
from imhtrainer.domain.recall import Recall, recall
from imhtrainer.domain.session.state import SessionState
from imhtrainer.ui.present.clock.hours import bare_hour
from imhtrainer.ui.present.clock.moment import SlideClock, moment, slide_clock
from imhtrainer.ui.present.clock.time_row import TimeRow
from imhtrainer.ui.present.clock.timeline import timeline
from imhtrainer.ui.present.clock.timeline_view import TimelineView
from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.figures import clock_figures, minutes_figures, session_figures
from imhtrainer.ui.present.share_bar import ShareBar
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label

translate = QCoreApplication.translate

FIGURE = 32
WIDE, NARROW = 1000, 520
"""Widths of the pane: from WIDE on the blocks carry names; under NARROW only the figures stay."""


class ClockPane(QWidget):
    """Left in this section, ahead or behind, on the clock; plan against today; what to leave out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.section = FigureLabel(look, FIGURE, self.tr("This section"))
        self.spent = label(rank="soft")
        self.bar = ShareBar(look)
        self.pace = FigureLabel(look, FIGURE, self.tr("Whole training"))
        self.ends = label(rank="soft")
        self.clock = FigureLabel(
            look, FIGURE, self.tr("On the clock"), align=Qt.AlignmentFlag.AlignRight
        )
        self.timeline = TimelineView(look)
        self.row = TimeRow(look)
        self.advice = self.row.words
        self._head = label(self.tr("This section"), "small")
        self._wanted: tuple[PaceAdvice | None, Recall | None] = (None, None)
        self._before: tuple[SectionTime, ...] = ()
        self._low = False
        self._lay_out()

    def show_clock(self, state: SessionState, now: datetime) -> None:
        """Show the figures of this moment; only what changed is painted."""
        section, whole = section_clock(state, now), pace(state, now)
        self._show_section(section, slide_clock(state, now))
        self.row.show_moment(moment(state, now), state.stage == "running")
        self._fold_row()
        self._show_pace(state, whole)
        self.clock.show_figure(session_figures(state.elapsed(now).total_seconds()))
        ends = (bare_hour(whole.planned_end), bare_hour(whole.ends))
        self.timeline.show_timeline(timeline(state, now), *ends)
        advice = pace_advice(state, whole.behind)
        told = recall(state, self._before) if advice is None and state.stage != "ended" else None
        self._show_advice(advice, told, whole)

    def remember(self, before: tuple[SectionTime, ...]) -> None:
        """Know what the sections took the last time: it is told while nothing more pressing is."""
        self._before = before

    def show_room(self, low: bool, width: int) -> None:
        """Fold for low windows; name the blocks in wide ones, and give the bar its length."""
        self._low = low
        self.timeline.setVisible(not low)
        self.timeline.show_names(width >= WIDE)
        self.spent.setVisible(width >= NARROW)
        bar = 380 if width >= WIDE else 286
        self.bar.setFixedWidth(min(bar, round(width * 0.4)))
        self._fold_row()

    def _fold_row(self) -> None:
        """In a low window the row gives way, unless something in it runs."""
        self.row.setVisible(not self._low or self.row.needed)

    def _show_section(self, section: SectionClock, slide: SlideClock | None) -> None:
        words = self.tr("{0} of {1}")
        self._head.setText(self._head_words(section, slide))
        spent, planned = clock_figures(section.spent), clock_figures(section.planned)
        self.spent.setText(words.format(spent, planned))
        over = section.left < 0
        figure = f"+{clock_figures(-section.left)}" if over else clock_figures(section.left)
        word = self.tr("over") if over else self.tr("left")
        token = "ink-soft" if section.waits else "ink"
        self.section.show_figure(figure, word, section.nearing and not section.waits, token)
        self.bar.show_share(section.share, "sun" if section.nearing else "lagoon")

    def _head_words(self, section: SectionClock, slide: SlideClock | None) -> str:
        if section.waits:
            return self.tr("This section, waiting")
        if slide is None:
            return self.tr("This section")
        spent, planned = clock_figures(slide.spent), clock_figures(slide.planned)
        words = {
            "activity": self.tr("This section · activity {0} of {1}"),
            "question": self.tr("This section · question {0} of {1}"),
        }
        return words[slide.kind].format(spent, planned)

    def _show_pace(self, state: SessionState, whole: Pace) -> None:
        if state.stage == "prepared":
            self.pace.show_figure(self.tr("Not begun"))
            minutes = minutes_figures(state.plan.minutes)
            self.ends.setText(self.tr("{0} min planned").format(minutes))
            return
        self.pace.show_figure(*pace_words(whole))
        self.ends.setText(ends_words(whole))

    def _show_advice(self, advice: PaceAdvice | None, told: Recall | None, whole: Pace) -> None:
        if (advice, told) == self._wanted:
            return
        self._wanted = advice, told
        text = self._recall_words(told) if told is not None else ""
        if advice is not None:
            text = self._advice_words(advice, whole)
        self.row.show_advice(text)
        self.pace.setToolTip(text)

    def _recall_words(self, told: Recall) -> str:
        words = {
            "here": self.tr("Last time this section took {0} min, {1} are planned."),
            "rest": self.tr("Last time the rest took {0} min in place of {1}, “{2}” most of all."),
        }
        planned = minutes_figures(told.planned)
        return words[told.what].format(told.taken, planned, told.title)

    def _advice_words(self, advice: PaceAdvice, whole: Pace) -> str:
        if advice.what == "shorten":
            return self._shorten_words(advice, whole)
        words = (
            self.tr("To end at {0}, leave out “{1}” on slide {2}. It is optional, {3} min.")
            if advice.enough
            else self.tr("To end nearer to {0}, leave out “{1}” on slide {2}, {3} min.")
        )
        slide = advice.slide
        minutes = minutes_figures(slide.minutes)
        return words.format(bare_hour(whole.planned_end), slide.label, slide.number, minutes)

    def _shorten_words(self, advice: PaceAdvice, whole: Pace) -> str:
        words = (
            self.tr("To end at {0}, do “{1}” on slide {2} in {3} min in place of {4}.")
            if advice.enough
            else self.tr("To end nearer to {0}, do “{1}” on slide {2} in {3} min in place of {4}.")
        )
        slide = advice.slide
        short, long = minutes_figures(advice.minutes), minutes_figures(slide.minutes)
        end = bare_hour(whole.planned_end)
        return words.format(end, slide.label, slide.number, short, long)

    def _lay_out(self) -> None:
        inside = column(self, spacing=16)
        grid = QGridLayout()
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(40)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._head, 0, 0)
        grid.addWidget(label(self.tr("Whole training"), "small"), 0, 1)
        on_clock = label(self.tr("On the clock"), "small")
        grid.addWidget(on_clock, 0, 2, Qt.AlignmentFlag.AlignRight)
        first = row(spacing=14)
        first.addWidget(self.section)
        self.spent.setContentsMargins(0, 0, 0, 6)
        first.addWidget(self.spent, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addLayout(first, 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.pace, 1, 1)
        grid.addWidget(self.clock, 1, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.bar, 2, 0)
        grid.addWidget(self.ends, 2, 1)
        grid.setColumnStretch(1, 1)
        inside.addLayout(grid)
        inside.addWidget(self.timeline)
        inside.addWidget(self.row)


def pace_words(whole: Pace) -> tuple[str, str]:
    """Figure and word for ahead or behind."""
    if whole.behind == 0:
        return translate("Pace", "On plan"), ""
    word = translate("Pace", "behind") if whole.behind > 0 else translate("Pace", "ahead")
    return translate("Pace", "{0} min").format(abs(whole.behind)), word


def ends_words(whole: Pace) -> str:
    """Expected and planned end in one line."""
    words = translate("Pace", "Ends {0}, planned {1}")
    return words.format(bare_hour(whole.ends), bare_hour(whole.planned_end))
