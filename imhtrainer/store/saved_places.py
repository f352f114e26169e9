"""Where files of a session were saved: remembered, so that they are found whatever was changed since."""

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from msgspec import MsgspecError
from msgspec.json import decode, encode

from imhtrainer.domain.errors import StoreError
from imhtrainer.store.files import replace_file

_MOST = 8
"""Folders that are remembered of one session."""


class SavedPlaces:
    """The folders with a session's files, the one used last first, in a small file of the data folder.

    It only helps to find things: where it cannot be read it is empty, and where it cannot be written nothing
    else fails.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        self._known: dict[str, tuple[str, ...]] | None = None

    def folders(self, session: str) -> tuple[Path, ...]:
        """Where files of a session were saved and a folder still is."""
        with self._lock:
            known = map(Path, self._read().get(session, ()))
            return tuple(folder for folder in known if folder.is_dir())

    def note(self, session: str, folder: Path) -> None:
        """Remember that files of a session are in a folder."""
        with self._lock:
            known, added = self._read(), str(folder.absolute())
            before = known.get(session, ())
            if before[:1] == (added,):
                return
            kept = (added, *(other for other in before if other != added))[:_MOST]
            self._known = {**known, session: kept}
            content = encode(self._known)
            with suppress(StoreError):
                replace_file(self._path, lambda out: _write(out, content))

    def _read(self) -> dict[str, tuple[str, ...]]:
        if self._known is None:
            self._known = {}
            with suppress(OSError, MsgspecError):
                self._known = decode(self._path.read_bytes(), type=dict[str, tuple[str, ...]])
        return self._known


def _write(out: BinaryIO, content: bytes) -> None:
    out.write(content)
