"""The one place where errors are shown: a sentence in the window, and the rest in a file."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from imhtrainer.domain.errors import Cancelled, CommandRefused, TrainerError

_LOG_LIMIT = 1_000_000


class ErrorDesk(QObject):
    """Takes every error the windows meet; ``raised`` carries the sentence and the bar's kind.

    What was not foreseen is written to ``log`` with its whole story.
    """

    raised = Signal(str, str)
    settled = Signal()
    """What was said last is mended."""

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log

    def show(self, error: BaseException) -> None:
        """Say what went wrong; a job stopped as asked is no error."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, TrainerError):
            self._write(error)
        kind = "waits" if isinstance(error, CommandRefused) else "alarm"
        self.raised.emit(self.sentence(error), kind)

    def settle(self) -> None:
        """Take back what was said: a second try went well."""
        self.settled.emit()

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something a person asked for; what is refused is said, and False comes back."""
        try:
            action()
        except TrainerError as error:
            self.show(error)
            return False
        return True

    def sentence(self, error: BaseException) -> str:
        """What a person reads about an error."""
        if isinstance(error, TrainerError):
            return str(error)
        return QCoreApplication.translate(
            "ErrorDesk",
            "Something unforeseen happened ({0}). Your session is saved. "
            "If it happens again, send the file {1}.",
        ).format(type(error).__name__, self.log)

    def listen(self) -> None:
        """Take what no one else catches, from now on."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def _uncaught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self.show(error)

    def _uncaught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.show(caught.exc_value)

    def _write(self, error: BaseException) -> None:
        story = "".join(traceback.format_exception(error))
        moment = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            too_long = self.log.is_file() and self.log.stat().st_size > _LOG_LIMIT
            with self.log.open("w" if too_long else "a", encoding="utf-8") as file:
                file.write(f"{moment}\n{story}\n")
        except OSError:
            logging.getLogger(__name__).error("%s", story)
