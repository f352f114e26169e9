"""The foot of the sheet: ready to issue, at work, done, or stopped and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import figure, label
from imhtrainer.ui.wrapup.issue.entries import issue_words, saved_words

READY, WORKING, DONE, STOPPED = range(4)
HEIGHT = 72


class Foot(QStackedWidget):
    """One line at a time; its buttons say what they ask for."""

    issue = Signal()
    close_asked = Signal()
    test_page = Signal()
    cancel = Signal()
    open_file = Signal()
    print_all = Signal()
    show_folder = Signal()
    try_again = Signal()
    other_place = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.test_button = Button(look, self.tr("Print a test page"), "quiet", icon="printer")
        self.leave_button = Button(look, self.tr("Cancel"), size="main")
        self.issue_button = Button(look, "", "primary", "main")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How many certificates are written"))
        self.counted = figure("", "", self.tr("Certificate {0} of {1}").format(888, 888))
        self.stop_button = Button(look, self.tr("Cancel"), size="main")
        self.said = label("", "strong")
        self.open_button = Button(look, self.tr("Open"), "text")
        self.print_button = Button(look, self.tr("Print"), icon="printer", size="main")
        self.folder_button = Button(look, self.tr("Show in folder"), "text")
        self.done_button = Button(look, self.tr("Done"), "primary", "main")
        self.why = label("", "warn-small", wrap=True)
        self.place_button = Button(look, self.tr("Choose another place"), size="main")
        self.again_button = Button(look, self.tr("Write the file"), "primary", "main")
        self.later_button = Button(look, self.tr("Close"), size="main")
        self._lay_out(look)
        self._connect()

    def show_entry(self, issued: bool) -> None:
        """What is printed of the certificate that is shown: a trial, or the paper itself once more."""
        words = self.tr("Print this one again") if issued else self.tr("Print a test page")
        self.test_button.setText(words)

    def show_ready(self, count: int) -> None:
        """So many can be issued."""
        self.issue_button.setText(issue_words(count))
        self.issue_button.setVisible(bool(count))
        self.leave_button.setText(self.tr("Cancel") if count else self.tr("Close"))
        self.setCurrentIndex(READY)

    def show_working(self, done: int, total: int) -> None:
        """Certificate ``done`` of ``total`` is being made."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.counted.setText(self.tr("Certificate {0} of {1}").format(min(done + 1, total), total))
        if self.currentIndex() != WORKING:
            self.setCurrentIndex(WORKING)
            self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_done(self, count: int, one_file: bool) -> None:
        """So many are saved."""
        self.said.setText(saved_words(count))
        self.open_button.setVisible(one_file)
        self.setCurrentIndex(DONE)
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stopped(self, sentence: str, *, place: bool = False, again: bool = True) -> None:
        """Say what did not happen; another place or another try may mend it."""
        self.why.setText(sentence)
        self.place_button.setVisible(place)
        self.again_button.setVisible(again)
        self.setCurrentIndex(STOPPED)
        first = self.again_button if again else self.later_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        for button, signal in (
            (self.test_button, self.test_page),
            (self.leave_button, self.close_asked),
            (self.issue_button, self.issue),
            (self.stop_button, self.cancel),
            (self.open_button, self.open_file),
            (self.print_button, self.print_all),
            (self.folder_button, self.show_folder),
            (self.done_button, self.close_asked),
            (self.place_button, self.other_place),
            (self.again_button, self.try_again),
            (self.later_button, self.close_asked),
        ):
            button.clicked.connect(signal)

    def _lay_out(self, look: Look) -> None:
        tick = IconLabel(look, "circle-check", "leaf")
        lines: tuple[tuple[QWidget | None, ...], ...] = (
            (self.test_button, None, self.leave_button, self.issue_button),
            (self.bar, self.counted, self.stop_button),
            (
                *(tick, self.said, None, self.folder_button),
                *(self.open_button, self.print_button, self.done_button),
            ),
            (self.why, self.later_button, self.place_button, self.again_button),
        )
        for widgets in lines:
            page = QWidget()
            inside = row(page, spacing=8)
            inside.setContentsMargins(16 if widgets[0] is self.test_button else 24, 0, 24, 0)
            for widget in widgets:
                if widget is None:
                    inside.addStretch(1)
                else:
                    inside.addWidget(widget, 1 if widget in (self.bar, self.why) else 0)
            self.addWidget(page)
