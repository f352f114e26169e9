"""Writing files so that the old one stays whole until the new one is complete, and naming them safely."""

import os
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from imhtrainer.store.faults import store_error

NAME_BYTES = 180
"""Bytes a safe name may have in UTF-8; file systems allow 255 with the ending and a number."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.I)


def replace_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file beside ``path``, bring it to the disk, and only then put it in ``path``'s place.

    Where anything fails the old file is as it was; a failing system raises StoreError, and whatever
    ``write`` itself raises is passed on.
    """
    target = path.resolve()
    if target.is_dir():
        raise store_error("write", path, IsADirectoryError())
    beside = target.with_name(f".{os.urandom(6).hex()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_through(beside, write)
        beside.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise store_error("write", path, error) from error
    finally:
        _remove(beside)


def safe_name(text: str, kept: str = "") -> str:
    """``text`` as a file name (without ending) that Windows, macOS and Linux all accept; never empty.

    ``kept`` stands at its end, however much of a long text is left out before it.
    """
    if kept:
        room = NAME_BYTES - len(kept.encode())
        return safe_name(f"{_shorten(safe_name(text), room)}{kept}")
    composed = unicodedata.normalize("NFC", text)
    cleaned = re.sub(r'[<>:"/\\|?*]+', "-", composed)
    visible = "".join(
        c if unicodedata.category(c)[0] != "C" or c in "\u200c\u200d" else " " for c in cleaned
    )
    name = _shorten(" ".join(visible.split()).strip(" .-"))
    if not name:
        return "untitled"
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def _shorten(name: str, room: int = NAME_BYTES) -> str:
    encoded = name.encode("utf-8", "ignore")[:room]
    return encoded.decode("utf-8", "ignore").rstrip(" .-")


def _write_through(path: Path, write: Callable[[BinaryIO], None]) -> None:
    with path.open("xb") as out:
        write(out)
        out.flush()
        os.fsync(out.fileno())


def _sync_folder(folder: Path) -> None:
    """Bring the new name itself to the disk; some network disks cannot, and the file is whole there too."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
