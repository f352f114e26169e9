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
from imhtrainer.ui.guardian.cover import Cover

KEPT = "IMHTRAINER_KEPT"
"""Set for a program that the guardian started: it is listened to on its output."""
SORRY = "The program could not be brought back. Start IMH Trainer again: everything is saved. Any key closes this."


class Keeper(QObject):
    """Listens to one program after the other, and does what the watch decides."""

    news = Signal(object)
    gone = Signal()

    def __init__(self, parent_process: int) -> None:
        super().__init__()
        self._watch = Watch()
        self._cover = Cover()
        self._watched = parent_process
        self._program: subprocess.Popen[str] | None = None
        self.news.connect(lambda told: self._react(*hear(self._watch, told)))
        self.gone.connect(self._lose)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(lambda: self._react(*tick(self._watch)))
        self._second.start()

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
            case "kill":
                self._kill()
            case "give up":
                self._cover.say(SORRY)
            case "quit":
                QGuiApplication.quit()

    def _start(self) -> None:
        """Before the cover is painted: the program needs all the time there is."""
        command = [sys.executable, "-m", "imhtrainer", "resume", self._watch.session]
        self._program = subprocess.Popen(
            command,
            env={**os.environ, KEPT: "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._watched = self._program.pid
        assert self._program.stdout is not None
        self.listen(self._program.stdout)

    def _kill(self) -> None:
        try:
            psutil.Process(self._watched).kill()
        except psutil.NoSuchProcess:
            return


def main() -> None:
    """Keep until told farewell."""
    app = QGuiApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    keeper = Keeper(os.getppid())
    keeper.listen(sys.stdin)
    app.exec()


if __name__ == "__main__":
    main()
