"""A short soft tone; loaded late, for it needs QtMultimedia."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QSoundEffect

from imhtrainer.resources import resource_path

LOUDNESS = 0.6


class Tone(QSoundEffect):
    """Plays ``resources/sounds/tone.wav`` on the system's own loudspeaker."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSource(QUrl.fromLocalFile(str(resource_path("sounds", "tone.wav"))))
        self.setVolume(LOUDNESS)
