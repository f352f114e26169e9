"""The guardian's process: ``python -m imhtrainer.ui.guardian.keeper``, told on its input what to keep."""

import json
import os
import subprocess
import sys
import time
from threading import Thread
from typing import IO

import psutil
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from imhtrainer.services.guardian import Deed, Watch, hear, lose, tick
from imhtrainer.store.folder import DataFolder, data_folder
from imhtrainer.ui.guardian.cover import Cover

KEPT = "IMHTRAINER_KEPT"
"""Set for a program that the guardian started: it is listened to on its output."""
SORRY = (
    "The program could not be brought back. Start IMH Trainer again: everything is saved. "
    "Any key or click closes this."
)
SPARE = 4000
"""Milliseconds after the program stands until a spare one is kept: the room goes first."""


class Keeper(QObject):
    """Listens to one program after the other, and does what the watch decides.

    Beside the one that presents a spare one stands, with everything imported and nothing opened: a program
    that dies is back in the time that its windows take, and not its imports.
    """

    news = Signal(object)
    gone = Signal()

    def __init__(self, parent_process: int) -> None:
        super().__init__()
        self._watch = Watch()
        self._cover = Cover()
        self._watched = parent_process
        self._program: subprocess.Popen[str] | None = None
        self._spare: subprocess.Popen[str] | None = None
        self.news.connect(lambda told: self._react(*hear(self._watch, told)))
        self.gone.connect(self._lose)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._second.start()
        self._soon = QTimer(self, singleShot=True, interval=SPARE)
        self._soon.timeout.connect(self._keep_spare)
        self._soon.start()

    def listen(self, stream: IO[str]) -> None:
        """Listen beside the event loop until the other end is closed, which death does, too."""
        Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: IO[str]) -> None:
        for line in stream:
            try:
                told = json.loads(line)
            except ValueError:
                continue  # whatever else a program may print
            if isinstance(told, dict):
                self.news.emit(told)
        self.gone.emit()

    def _lose(self) -> None:
        if self._program is not None:
            self._program.wait()
        self._react(*lose(self._watch, time.monotonic()))

    def _tick(self) -> None:
        if self._watch.gave_up and DataFolder(data_folder()).in_use():
            QGuiApplication.quit()  # a person has started the program again
        self._react(*tick(self._watch))

    def _react(self, watch: Watch, deeds: tuple[Deed, ...]) -> None:
        self._watch = watch
        for deed in deeds:
            self._do(deed)

    def _do(self, deed: Deed) -> None:
        match deed:
            case "start":
                self._start()
            case "cover":
                self._cover.stand(self._watch.screen, self._watch.picture)
            case "uncover":
                self._cover.hide()
                self._soon.start()
            case "kill":
                self._kill()
            case "give up":
                self._cover.say(SORRY)
            case "quit":
                QGuiApplication.quit()

    def _start(self) -> None:
        """The spare program takes over; before the cover is painted, for it needs all the time there is."""
        self._soon.stop()
        program, self._spare = self._living_spare() or _start_program(), None
        self._program, self._watched = program, program.pid
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(f"{self._watch.session}\n")
        program.stdin.close()
        self.listen(program.stdout)

    def _keep_spare(self) -> None:
        if not self._watch.farewell and self._living_spare() is None:
            self._spare = _start_program()

    def _living_spare(self) -> subprocess.Popen[str] | None:
        return self._spare if self._spare is not None and self._spare.poll() is None else None

    def _kill(self) -> None:
        try:
            psutil.Process(self._watched).kill()
        except psutil.NoSuchProcess:
            return


def _start_program() -> subprocess.Popen[str]:
    """A program that gets ready and waits for the session it is to resume; without one it ends."""
    return subprocess.Popen(
        [sys.executable, "-m", "imhtrainer.ui.guardian.spare"],
        env={**os.environ, KEPT: "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def main() -> None:
    """Keep until told farewell."""
    app = QGuiApplication(sys.argv)
    app.setApplicationName("IMH Trainer")
    app.setQuitOnLastWindowClosed(False)
    keeper = Keeper(os.getppid())
    keeper.listen(sys.stdin)
    app.exec()


if __name__ == "__main__":
    main()
