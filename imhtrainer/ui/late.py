"""What is imported after the window stands: on its own thread, a piece at a time.

A module that makes Qt classes must not be imported beside the window. Under Python 3.11 PySide keeps what it knows
of classes in one table, which a new class makes it build again, and Qt reads that table without Python's lock
(``PepType_SOTP`` and ``SignalManager::retrieveMetaObject`` in its sources): the program ended now and then.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pkgutil import resolve_name

from PySide6.QtCore import QObject, QTimer

TURN = 1
"""Milliseconds between two, in which what was pressed and what is to be painted come first."""


def import_in_turns(owner: QObject, names: Sequence[str], then: Callable[[], None]) -> None:
    """Import one after another, with a turn of the event loop before each, and go on with ``then``.

    Nothing more happens once ``owner`` is destroyed.
    """
    if not names:
        then()
        return
    QTimer.singleShot(TURN, owner, partial(_import_first, owner, names, then))


def _import_first(owner: QObject, names: Sequence[str], then: Callable[[], None]) -> None:
    resolve_name(names[0])
    import_in_turns(owner, names[1:], then)
