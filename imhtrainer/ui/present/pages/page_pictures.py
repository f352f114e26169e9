"""Painted pages kept ready: the one shown and those around it, painted before they are asked for."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from imhtrainer.domain.ink import Stroke
from imhtrainer.ui.present.pages.painting import Painter, PaintingThread, Wanted
from imhtrainer.ui.present.pages.shown import Shown

IDLE = 20
"""Milliseconds after a key until others are painted: first the windows show what was asked for."""

SPARE = 4_200_000
"""Pixels of pictures kept beside those that are prepared: two at 1080p, 17 MB; at 4K the last one alone."""

StrokePainter = Callable[[QPainter, Stroke, int], None]
"""Draws a line over a picture so many pixels wide."""

RANKS = ("zoom", "room", "slide", "next", "overview")
"""Whose pictures are painted first."""


class PagePictures(QObject):
    """A small cache of page pictures by what they show and their width in device pixels.

    ``picture`` paints at once what is not ready. ``prepare`` names what may be asked for next: it is
    painted on a thread of its own. Of what is not prepared the pictures used last are kept, the very last in
    any case and others up to ``spare`` pixels. What tells the time is never prepared.
    """

    arrived = Signal()
    """A picture that was prepared is ready."""

    def __init__(
        self,
        paint: Painter,
        spare: int = SPARE,
        parent: QObject | None = None,
        draw_stroke: StrokePainter | None = None,
    ) -> None:
        super().__init__(parent)
        self._paint = paint
        self._spare = spare
        self._draw_stroke = draw_stroke
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._passing: dict[int, tuple[Shown, QPixmap]] = {}
        self._prepared: dict[str, tuple[Wanted, ...]] = dict.fromkeys(RANKS, ())
        self._age = 0
        self._pause = IDLE
        self._thread = PaintingThread(self._paint_aged, RANKS, self)
        self._thread.painted.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._ask)

    def picture(self, shown: Shown, width: int) -> QPixmap:
        """The picture, painted now unless it is ready."""
        if shown.time is not None:
            return self._picture_of_this_second(shown, width)
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
        return any(self._missing(client) for client in self._prepared)

    def prepare(self, viewer: str, shown: Sequence[Shown | None], width: int) -> None:
        """Name the pictures that ``viewer`` shows or may show next, most likely first."""
        self._prepared[viewer] = tuple(
            (one, width) for one in shown if one is not None and one.time is None
        )
        self._forget()
        if self._missing(viewer) or self._thread.busy:
            self._idle.start(max(self._pause, IDLE))

    def keep_quiet(self, milliseconds: int) -> None:
        """Begin no painting for a while: something moves that must not stutter."""
        self._pause = milliseconds

    def clear(self) -> None:
        """Forget everything, such as after the deck's texts or tallies changed under the same names."""
        self._age += 1
        self._kept.clear()
        self._passing.clear()

    def _picture_of_this_second(self, shown: Shown, width: int) -> QPixmap:
        """What tells the time is kept only until the next second, one for each width."""
        known = self._passing.get(width)
        if known is None or known[0] != shown:
            self._passing[width] = known = (shown, self._render(shown, width))
        return known[1]

    def close(self) -> None:
        """Stop painting."""
        self._idle.stop()
        self._thread.close()

    def _render(self, shown: Shown, width: int) -> QPixmap:
        amended = self._amended(shown, width)
        if amended is not None:
            return amended
        under_way = self._thread.take((shown, width))
        fresh = under_way if under_way is not None and self._is_fresh(under_way) else None
        return QPixmap.fromImage(fresh if fresh is not None else self._paint(shown, width))

    def _amended(self, shown: Shown, width: int) -> QPixmap | None:
        """The picture of a moment ago with the one line that was drawn since."""
        if not shown.ink or shown.region is not None or self._draw_stroke is None:
            return None
        *before, last = shown.ink
        known = self._kept.get((replace(shown, ink=tuple(before)), width))
        if known is None or last.step > shown.step:
            return None
        picture = known.copy()
        painter = QPainter(picture)
        self._draw_stroke(painter, last, width)
        painter.end()
        return picture

    def _missing(self, client: str) -> list[Wanted]:
        return [wanted for wanted in self._prepared[client] if wanted not in self._kept]

    def _ask(self) -> None:
        self._pause = IDLE
        for client in self._prepared:
            self._thread.ask(client, self._missing(client))

    def _paint_aged(self, shown: Shown, width: int) -> QImage:
        """On the other thread: a picture that says how old the pages are it shows."""
        age = self._age
        image = self._paint(shown, width)
        image.setText("age", str(age))
        return image

    def _is_fresh(self, image: QImage) -> bool:
        return image.text("age") == str(self._age)

    def _keep(self, wanted: Wanted, image: QImage) -> None:
        asked_for = any(wanted in wishes for wishes in self._prepared.values())
        if asked_for and wanted not in self._kept and self._is_fresh(image):
            self._kept[wanted] = QPixmap.fromImage(image)
            self.arrived.emit()

    def _forget(self) -> None:
        named = {wanted for each in self._prepared.values() for wanted in each}
        room = self._spare
        unnamed = [one for one in reversed(self._kept) if one not in named]
        for age, wanted in enumerate(unnamed):
            picture = self._kept[wanted]
            room -= picture.width() * picture.height()
            if room < 0 and age:
                del self._kept[wanted]
