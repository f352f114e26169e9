"""The program's end of the guardian: tells it what the room sees, that all is well, and farewell."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

KEPT = "IMHTRAINER_KEPT"
OFF = "IMHTRAINER_GUARDIAN"
"""Set to ``off``, no guardian is started: for those who end programs on purpose."""
LATER = 1500
"""Milliseconds after presenting began until the guardian is started: the start is not slowed."""
STILL = 400
"""Milliseconds after a painting until its picture is kept, so that keys go first."""
BEAT = 1000

Line = dict[str, str]


class Guardian(QObject):
    """Keeps ``room``'s picture for the case that this program dies; ``farewell`` ends it."""

    def __init__(
        self,
        room: QWidget,
        session: str,
        picture: Path,
        parent: QObject,
        open_channel: Callable[[], "Channel"] | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._session, self._picture = room, session, picture
        self._open = open_channel or Channel
        self._channel: Channel | None = None
        self._grabbing = False
        self._stands = False
        self._ended = False
        self._still = QTimer(self, singleShot=True, interval=STILL)
        self._still.timeout.connect(self._keep)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(lambda: self._tell({"beat": "1"}))
        room.installEventFilter(self)
        QTimer.singleShot(0 if KEPT in os.environ else LATER, self, self.begin)

    def begin(self) -> None:
        """Start the guardian, or take up with the one that started this program."""
        if self._ended or self._channel is not None or os.environ.get(OFF) == "off":
            return
        self._channel = self._open()
        self._tell({"session": self._session})
        self._beat.start()
        self._still.start()

    def farewell(self) -> None:
        """Say that the program goes as it should: nothing is to be brought back."""
        self._ended = True
        self._beat.stop()
        self._still.stop()
        if self._channel is not None:
            self._channel.send({"farewell": "1"})
            self._channel.close()
            self._channel = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room's window was painted: soon its picture is kept."""
        painted = event.type() == QEvent.Type.Paint and not self._grabbing
        if painted and self._channel is not None:
            if not self._stands:
                self._stands = True
                QTimer.singleShot(0, self, self._say_it_stands)
            if not self._still.isActive():
                self._still.start()
        return False

    def _say_it_stands(self) -> None:
        """The room's window is on the screen again: the guardian takes its page away."""
        self._tell({"stands": "1"})

    def _keep(self) -> None:
        """Take the picture here, write it elsewhere."""
        if self._channel is None or not self._room.isVisible():
            return
        self._grabbing = True
        image = self._room.grab().toImage()
        self._grabbing = False
        line = {"screen": self._room.screen().name(), "picture": str(self._picture)}
        self._channel.send(line, image)

    def _tell(self, line: Line) -> None:
        if self._channel is not None:
            self._channel.send(line)


class Channel:
    """Lines and pictures to the guardian, written on a thread of its own; a guardian that died is let go."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[tuple[Line, QImage | None] | None] = SimpleQueue()
        self._keeper: subprocess.Popen[str] | None = None
        self._thread = Thread(target=self._run, name="guardian", daemon=True)
        self._thread.start()

    def send(self, line: Line, image: QImage | None = None) -> None:
        """Have a line written, after ``image`` is at the place it names."""
        self._queue.put((line, image))

    def close(self) -> None:
        """Write what is left, and wait for it."""
        self._queue.put(None)
        self._thread.join(2.0)

    def _run(self) -> None:
        stream = self._connect()
        while (item := self._queue.get()) is not None:
            line, image = item
            if image is not None:
                _write_picture(image, Path(line["picture"]))
            try:
                stream.write(f"{json.dumps(line)}\n")
                stream.flush()
            except (OSError, ValueError):
                stream = self._connect_again()
        if self._keeper is not None:
            self._hang_up(stream)

    def _connect(self) -> IO[str]:
        if KEPT in os.environ and sys.stdout is not None:
            return sys.stdout
        return self._start()

    def _connect_again(self) -> IO[str]:
        """The guardian died: another one takes its place."""
        os.environ.pop(KEPT, None)
        return self._start()

    def _start(self) -> IO[str]:
        self._keeper = subprocess.Popen(
            [sys.executable, "-m", "imhtrainer.ui.guardian.keeper"],
            stdin=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl+C in the terminal ends the program, and the guardian by it
        )
        assert self._keeper.stdin is not None
        return self._keeper.stdin

    def _hang_up(self, stream: IO[str]) -> None:
        assert self._keeper is not None
        try:
            stream.close()
        except OSError:
            return
        self._keeper.wait(2.0)


def _write_picture(image: QImage, path: Path) -> None:
    """Whole or not at all: the guardian may read it at any moment."""
    fresh = path.with_suffix(".new")
    writer = QImageWriter(str(fresh), b"jpg")
    writer.setQuality(92)
    if writer.write(image):
        fresh.replace(path)
