"""Qt's player, in the few words the console needs. Imported only where something plays: it takes a moment."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

from imhtrainer.layout.page import Clip

_FOR_EVER = QMediaPlayer.Loops.Infinite.value


class Player(QObject):
    """Plays one clip at a time; frames come as pictures, so that any widget can paint them."""

    changed = Signal()
    """Playing, position, length or sound is another."""
    framed = Signal(object)
    """The picture of this moment; None at the end, when the poster stands again."""
    failed = Signal(str)
    """It cannot be played here, and why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._sound = QAudioOutput(self)
        self._player.setVideoSink(self._sink)
        self._player.setAudioOutput(self._sound)
        self._sink.videoFrameChanged.connect(self._show)
        self._player.playbackStateChanged.connect(self._tell)
        self._player.positionChanged.connect(self._tell)
        self._player.durationChanged.connect(self._tell)
        self._player.errorOccurred.connect(self._fail)

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._player.playbackState() == QMediaPlayer.PlaybackState.PlayingState

    @property
    def position(self) -> float:
        """Seconds from the beginning."""
        return self._player.position() / 1000

    @property
    def duration(self) -> float:
        """Seconds it takes; 0 while that is not known."""
        return self._player.duration() / 1000

    @property
    def muted(self) -> bool:
        """Whether it is silent."""
        return self._sound.isMuted()

    @property
    def volume(self) -> float:
        """How loud it is, 0 to 1."""
        return self._sound.volume()

    def load(self, clip: Clip) -> None:
        """Make a clip ready; nothing is shown or heard yet."""
        self._player.setLoops(_FOR_EVER if clip.loop else 1)
        self._sound.setMuted(clip.mute)
        self._player.setSource(QUrl.fromLocalFile(clip.path))

    def unload(self) -> None:
        """Let go of the clip and its file."""
        self._player.stop()
        self._player.setSource(QUrl())

    def play(self) -> None:
        """Run, from the beginning where it had ended."""
        self._player.play()

    def pause(self) -> None:
        """Stand still on this picture."""
        if self.playing:
            self._player.pause()

    def seek(self, seconds: float) -> None:
        """Go to a moment."""
        self._player.setPosition(round(seconds * 1000))

    def set_volume(self, volume: float) -> None:
        """Be as loud as this, 0 to 1."""
        self._sound.setVolume(volume)
        self.changed.emit()

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""
        self._sound.setMuted(muted)
        self.changed.emit()

    def _show(self, frame: QVideoFrame) -> None:
        image = frame.toImage() if frame.isValid() else QImage()
        self.framed.emit(None if image.isNull() else image)

    def _tell(self) -> None:
        self.changed.emit()

    def _fail(self, _error: QMediaPlayer.Error, words: str) -> None:
        self.failed.emit(words)
