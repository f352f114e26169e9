"""Python's search for garbage, put off while very much is made that is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_waits() -> Iterator[None]:
    """Meanwhile nothing is looked through for cycles; where nobody looks anyway, that stays so.

    A thousand pages set Python looking many times, once in a while through everything that lives: a tenth of
    the time to write them. Only for work that makes no cycles; what is not in one goes at once all the same.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
