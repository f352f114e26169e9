"""Holds sleep and the screen saver off while a training runs.

What holds them off is bound to this process (a D-Bus connection, a thread's execution state, a child that
watches us), so that the system takes it back by itself when the program dies.
"""

from contextlib import suppress
from dataclasses import dataclass
from pkgutil import resolve_name
from queue import Queue
from threading import Thread

LOCK = "imhtrainer.services.wake_lock:lock"


@dataclass(frozen=True, slots=True)
class Wakefulness:
    """Whether sleep is held off, and by which means of the system; ``why_not`` where it is not."""

    held: bool
    method: str = ""
    why_not: str = ""


class KeepAwake:
    """Holds sleep off from ``hold`` to ``release``, on a thread of its own: the system may answer slowly."""

    def __init__(self) -> None:
        self._orders: Queue[bool] = Queue()
        self._thread: Thread | None = None

    @property
    def holding(self) -> bool:
        """Whether it was asked to hold sleep off and not asked to stop."""
        return self._thread is not None

    def hold(self) -> None:
        """Begin to hold sleep off, beside what goes on; a second time changes nothing."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="keep awake", daemon=True)
            self._thread.start()

    def release(self, wait: bool = False) -> None:
        """Let the laptop sleep again when it likes; the system is told beside what goes on, or ``wait`` for it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._orders.put(False)
            if wait:
                thread.join()

    def _run(self) -> None:
        # Where the service is gone when it is told, so is what it held.
        with suppress(RuntimeError), resolve_name(LOCK)():
            self._orders.get()


def try_awake() -> Wakefulness:
    """Whether this system lets sleep be held off: it is done for a moment, and taken back."""
    with resolve_name(LOCK)() as mode:
        method = mode.method if mode.active else None
        failed = "" if method is not None else mode.result.get_failure_text()
    return Wakefulness(method is not None, method.name if method is not None else "", failed)
