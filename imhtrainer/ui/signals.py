"""Being asked to end from outside: by the system that shuts down, by Ctrl+C, by ``kill``."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ASKING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)


class EndSignals(QObject):
    """``asked`` comes on the GUI thread when the system asks the program to end, while the event loop runs.

    Python runs a signal's handler only between two of its own steps, and Qt's loop has none while nobody
    does anything: the number of a signal is therefore written to a socket that Qt listens to.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._before = {number: signal.getsignal(number) for number in ASKING}
        self._woke = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for number in ASKING:
            signal.signal(number, lambda _number, _frame: None)

    def close(self) -> None:
        """Leave the signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woke)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

    def _hear(self) -> None:
        heard = self._reading.recv(64)
        if any(number in ASKING for number in heard):
            self.asked.emit()
