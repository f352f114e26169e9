"""Keeping a file that cannot be used: renamed with the date, never overwritten."""

from datetime import datetime
from itertools import count
from pathlib import Path

from imhtrainer.store.faults import store_error


def keep_aside(path: Path, at: datetime, companions: tuple[str, ...] = ()) -> Path:
    """Rename ``path``, with every existing ``path + companion``, to a free name with date and time."""
    kept = _free_name(path, at)
    try:
        for ending in companions:
            beside = Path(f"{path}{ending}")
            if beside.exists():
                beside.rename(Path(f"{kept}{ending}"))
        path.rename(kept)
    except OSError as error:
        raise store_error("keep a copy of", path, error) from error
    return kept


def _free_name(path: Path, at: datetime) -> Path:
    stamp = at.strftime("%Y-%m-%d %H.%M.%S")
    for number in count(1):
        again = f" {number}" if number > 1 else ""
        kept = path.with_name(f"{path.stem} (kept aside {stamp}{again}){path.suffix}")
        if not kept.exists():
            return kept
    raise AssertionError
