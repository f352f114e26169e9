"""Qt's player, in the few words the console needs. Imported only where something plays: it takes a moment."""

from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

from imhtrainer.layout.page import Clip

BETWEEN_FRAMES = 12
"""Milliseconds between two looks for a new frame: no frame of 60 a second is missed."""

SETTLING = 600
"""Milliseconds in which the picture of a chosen place comes."""

_FOR_EVER = QMediaPlayer.Loops.Infinite.value
_LONG = cast(type, "qlonglong")
"""C++'s name of a position's type; the stubs know Python types only."""
_LATER = Qt.ConnectionType.QueuedConnection


class Player(QObject):
    """Plays one clip at a time; frames come as pictures, so that any widget can paint them.

    Qt's player works on threads of its own that now and then wait for Python's lock. So it is never called
    from Python: what it shall do is queued, and the event loop calls it without that lock.
    """

    changed = Signal()
    """Playing, position, length or sound is another."""
    framed = Signal(object)
    """The picture of this moment; None at the end, when the poster stands again."""
    failed = Signal(str)
    """It cannot be played here, and why."""

    _source = Signal(QUrl)
    _play = Signal()
    _pause = Signal()
    _stop = Signal()
    _position = Signal(_LONG)
    _volume = Signal(float)
    _muted = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.playing = False
        self.volume = 1.0
        self.muted = False
        self._seen = 0
        self._player = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._sound = QAudioOutput(self)
        self._player.setVideoSink(self._sink)
        self._player.setAudioOutput(self._sound)
        self._frames = QTimer(self, interval=BETWEEN_FRAMES, timerType=Qt.TimerType.PreciseTimer)
        self._settled = QTimer(self, singleShot=True, interval=SETTLING)
        self._connect()

    @property
    def position(self) -> float:
        """Seconds from the beginning."""
        return self._player.position() / 1000

    @property
    def duration(self) -> float:
        """Seconds it takes; 0 while that is not known."""
        return self._player.duration() / 1000

    def load(self, clip: Clip) -> None:
        """Make a clip ready; nothing is shown or heard yet."""
        self._player.setLoops(_FOR_EVER if clip.loop else 1)
        self.set_muted(clip.mute)
        self._source.emit(QUrl.fromLocalFile(clip.path))

    def unload(self) -> None:
        """Let go of the clip and its file."""
        self._rest()
        self._stop.emit()
        self._source.emit(QUrl())

    def play(self) -> None:
        """Run, from the beginning where it had ended."""
        self.playing = True
        self._frames.start()
        self._play.emit()
        self.changed.emit()

    def pause(self) -> None:
        """Stand still on this picture."""
        if self.playing:
            self._rest()
            self._pause.emit()
            self.changed.emit()

    def seek(self, seconds: float) -> None:
        """Go to a moment."""
        self._position.emit(round(seconds * 1000))
        self._frames.start()
        self._settled.start()

    def set_volume(self, volume: float) -> None:
        """Be as loud as this, 0 to 1."""
        self.volume = volume
        self._volume.emit(volume)
        self.changed.emit()

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""
        self.muted = muted
        self._muted.emit(muted)
        self.changed.emit()

    def _rest(self) -> None:
        self.playing = False
        self._frames.stop()

    def _stay(self) -> None:
        """The place that was chosen while standing still is shown: no more pictures come."""
        if not self.playing:
            self._frames.stop()

    def _look(self) -> None:
        """Take the newest frame, where there is another than the last."""
        frame = self._sink.videoFrame()
        if not frame.isValid() or frame.startTime() == self._seen:
            return
        self._seen = frame.startTime()
        image = frame.toImage()
        if not image.isNull():
            self.framed.emit(image)

    def _end(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._rest()
            self._seen = -1
            self.framed.emit(None)
            self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()

    def _fail(self, _error: QMediaPlayer.Error, words: str) -> None:
        self._rest()
        self.failed.emit(words)

    def _connect(self) -> None:
        player, sound = self._player, self._sound
        self._source.connect(player.setSource, _LATER)
        self._play.connect(player.play, _LATER)
        self._pause.connect(player.pause, _LATER)
        self._stop.connect(player.stop, _LATER)
        self._position.connect(player.setPosition, _LATER)
        self._volume.connect(sound.setVolume, _LATER)
        self._muted.connect(sound.setMuted, _LATER)
        self._frames.timeout.connect(self._look)
        self._settled.timeout.connect(self._stay)
        player.positionChanged.connect(self._tell)
        player.durationChanged.connect(self._tell)
        player.mediaStatusChanged.connect(self._end)
        player.errorOccurred.connect(self._fail)
