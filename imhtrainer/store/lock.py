"""A lock on a file that the system lets go when the process dies.

The libraries for it load OpenSSL or asyncio, which is a twentieth of the program's start.
"""

import os
import sys
from pathlib import Path
from types import TracebackType

if sys.platform == "win32":
    import msvcrt

    _TAKEN = PermissionError

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    _TAKEN = BlockingIOError

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Held by one process at a time, from ``take`` to ``release``."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        """Let another process have it; a second call changes nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> "FileLock":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def take_lock(path: Path) -> FileLock | None:
    """The lock on ``path``, which is made where it is missing, or None while another has it.

    Raises ``OSError`` where the file can be neither made nor locked.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle)
    except _TAKEN:
        os.close(handle)
        return None
    except OSError:
        os.close(handle)
        raise
    return FileLock(handle)
