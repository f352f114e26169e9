"""The story of an end that Python cannot catch, such as a fault inside Qt: it is in the log at the next start."""

import faulthandler
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path


@contextmanager
def crash_story(kept: Path, log: Path) -> Iterator[None]:
    """Meanwhile a fault writes to ``kept`` where each thread stood; what stands there from before goes to ``log``.

    Where nothing can be written, nothing is: the program runs all the same.
    """
    with suppress(OSError):
        _hand_on(kept, log)
    try:
        file = kept.open("w", encoding="utf-8")
    except OSError:
        yield
        return
    with file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
    kept.unlink(missing_ok=True)


def _hand_on(kept: Path, log: Path) -> None:
    story = kept.read_text("utf-8", "replace") if kept.is_file() else ""
    if story:
        moment = datetime.fromtimestamp(kept.stat().st_mtime).astimezone()
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{moment.isoformat(timespec='seconds')}\n{story}\n")
