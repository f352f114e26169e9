"""The library that speaks to each system about sleep; loaded late, for it takes a tenth of a second."""

from contextlib import AbstractContextManager

from wakepy import Mode, keep


def lock() -> AbstractContextManager[Mode]:
    """Sleep and screen saver are held off within it, where the system allows."""
    return keep.presenting(on_fail="pass")
