"""What plays on the slide: play, where it stands, how loud it is."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from imhtrainer.ui.present.buttons.key_button import KeyButton
from imhtrainer.ui.present.figure_label import FigureLabel
from imhtrainer.ui.present.figures import clock_figures
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import row
from imhtrainer.ui.widgets.words import ElidedLabel

HEIGHT = 36
VOLUME_WIDTH = 88
STEPS = 1000
"""Places of the position bar from beginning to end."""


class MediaBar(QWidget):
    """One row of 36 under the slide, only where something plays."""

    play_wanted = Signal()
    moved = Signal(float)
    """To a share of the whole, 0 to 1."""
    volume_wanted = Signal(float)
    mute_wanted = Signal()
    words_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.play = KeyButton(look, self.tr("Play"), "K", "edge", icon="play")
        self.time = FigureLabel(look, 16, self.tr("Time of the film"))
        self.trouble = ElidedLabel(rank="warn")
        self.place = self._slider(self.tr("Place in the film"), STEPS)
        self.words = Button(
            look, kind="icon", icon="captions", says=self.tr("Show what is said, on or off")
        )
        self.words.setCheckable(True)
        self.mute = Button(look, kind="icon", icon="volume-2", says=self.tr("Sound off"))
        self.volume = self._slider(self.tr("Volume"), 100)
        self.volume.setFixedWidth(VOLUME_WIDTH)
        self._lay_out()
        self._connect()
        self.hide()

    def show_film(
        self, playing: bool, waits: bool, position: float, duration: float, failed: str
    ) -> None:
        """Show where the film stands; ``waits`` makes play the filled button."""
        self.play.setText(self.tr("Pause") if playing else self.tr("Play"))
        self.play.set_icon("pause" if playing else "play")
        self.play.set_kind("primary" if waits and not failed else "edge")
        self.play.setEnabled(not failed)
        self.time.show_figure(f"{clock_figures(position)} / {clock_figures(duration)}")
        with QSignalBlocker(self.place):
            if not self.place.isSliderDown():
                self.place.setValue(round(STEPS * position / duration) if duration else 0)
        self.trouble.setText(failed)
        for widget in (self.time, self.place, self.mute, self.volume):
            widget.setVisible(not failed)
        self.trouble.setVisible(bool(failed))

    def show_sound(self, volume: float, muted: bool) -> None:
        """Show how loud it is."""
        with QSignalBlocker(self.volume):
            self.volume.setValue(round(volume * 100))
        self.mute.set_icon("volume-x" if muted else "volume-2")
        says = self.tr("Sound on") if muted else self.tr("Sound off")
        self.mute.setAccessibleName(says)
        self.mute.setToolTip(says)

    def show_words(self, there_are: bool, shown: bool) -> None:
        """Offer the spoken lines where there are any."""
        self.words.setVisible(there_are)
        self.words.setChecked(shown)

    def _slider(self, says: str, most: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, most)
        slider.setFixedHeight(HEIGHT - 4)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.setAccessibleName(says)
        slider.setToolTip(says)
        return slider

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_wanted)
        self.mute.clicked.connect(self.mute_wanted)
        self.words.clicked.connect(self.words_wanted)
        self.place.valueChanged.connect(lambda value: self.moved.emit(value / STEPS))
        self.volume.valueChanged.connect(lambda value: self.volume_wanted.emit(value / 100))

    def _lay_out(self) -> None:
        for button in (self.words, self.mute):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inside = row(self, spacing=8)
        inside.setContentsMargins(4, 0, 4, 0)
        inside.addWidget(self.play)
        inside.addWidget(self.time)
        inside.addWidget(self.trouble, 1)
        inside.addWidget(self.place, 1)
        inside.addWidget(self.words)
        inside.addWidget(self.mute)
        inside.addWidget(self.volume)
