"""What the system says about a failed read or write, in words a person can act on."""

import errno
from pathlib import Path

from imhtrainer.domain.errors import StoreError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

DISK_FULL = "The disk is full. Free some space, or choose another place, and try again."


def store_error(doing: str, path: Path, error: OSError) -> StoreError:
    """One sentence for a failure while ``doing`` (“write”, “read”) something to ``path``."""
    if error.errno in _FULL:
        return StoreError(f"Could not {doing} {path}. {DISK_FULL}")
    if error.errno == errno.EROFS or (error.errno in _FORBIDDEN and _new_file(doing, error)):
        return StoreError(
            f"Could not {doing} {path}: nothing can be saved in this place. Choose another one."
        )
    if error.errno in _FORBIDDEN:
        return StoreError(
            f"Could not {doing} {path}: this place may not be changed, or the file is open elsewhere. "
            "Close it there or choose another place."
        )
    if isinstance(error, FileNotFoundError):
        return StoreError(f"Could not {doing} {path}: there is no such place. Check the path.")
    if isinstance(error, IsADirectoryError):
        return StoreError(f"Could not {doing} {path}: it is a folder. Give a file's name.")
    if isinstance(error, NotADirectoryError | FileExistsError):
        return StoreError(f"Could not {doing} {path}: a file stands where a folder must be.")
    return StoreError(f"Could not {doing} {path}: {error.strerror or error}.")


def _new_file(doing: str, error: OSError) -> bool:
    """Whether not even a new file could be made; where a file is open elsewhere, only replacing it fails."""
    return doing == "write" and error.filename2 is None
