"""Painted pages kept ready: the one shown and its neighbours, drawn in idle time before they are asked for."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPixmap

from imhtrainer.ui.present.pages.shown import Shown

Painter = Callable[[Shown, int], QImage]
"""Paints what is shown, so many device pixels wide."""

Wanted = tuple[Shown, int]

IDLE = 20
"""Milliseconds without a key before the next neighbour is painted."""

SPARE = 8_300_000
"""Pixels of pictures kept beside those that are prepared: one at 4K, four at 1080p; 33 MB."""


class PagePictures(QObject):
    """A small cache of page pictures by what they show and their width in device pixels.

    ``picture`` paints at once what is not ready. ``prepare`` names what may be asked for next: it is
    painted one picture at a time when the program has nothing else to do, and everything that is neither
    prepared nor among the pictures used last, up to ``spare`` pixels of them, is forgotten.
    """

    def __init__(self, paint: Painter, spare: int = SPARE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._spare = spare
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._queue: list[Wanted] = []
        self._prepared: dict[str, tuple[Wanted, ...]] = {}
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._paint_one)

    def picture(self, shown: Shown, width: int) -> QPixmap:
        """The picture, painted now unless it is ready."""
        wanted = (shown, width)
        if wanted not in self._kept:
            self._kept[wanted] = self._render(shown, width)
        self._kept.move_to_end(wanted)
        return self._kept[wanted]

    def ready(self, shown: Shown, width: int) -> bool:
        """Whether the picture is painted already."""
        return (shown, width) in self._kept

    @property
    def busy(self) -> bool:
        """Whether a picture still waits to be painted."""
        return any(wanted not in self._kept for wanted in self._queue)

    def prepare(self, viewer: str, shown: Sequence[Shown | None], width: int) -> None:
        """Name the pictures that ``viewer`` shows or may show next, most likely first."""
        self._prepared[viewer] = tuple((one, width) for one in shown if one is not None)
        named = [wanted for each in self._prepared.values() for wanted in each]
        self._queue = [wanted for wanted in named if wanted not in self._kept]
        self._forget(frozenset(named))
        if self._queue:
            self._idle.start()

    def clear(self) -> None:
        """Forget everything, such as after the deck's texts or tallies changed under the same names."""
        self._kept.clear()

    def _render(self, shown: Shown, width: int) -> QPixmap:
        return QPixmap.fromImage(self._paint(shown, width))

    def _paint_one(self) -> None:
        while self._queue and self._queue[0] in self._kept:
            self._queue.pop(0)
        if self._queue:
            shown, width = self._queue.pop(0)
            self.picture(shown, width)
            self._idle.start()

    def _forget(self, named: frozenset[Wanted]) -> None:
        room = self._spare
        for wanted in [one for one in reversed(self._kept) if one not in named]:
            picture = self._kept[wanted]
            room -= picture.width() * picture.height()
            if room < 0:
                del self._kept[wanted]
