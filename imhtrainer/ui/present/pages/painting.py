"""Painting beside the GUI thread: a key never waits for a picture that nobody asked for yet."""

from collections.abc import Callable, Sequence
from threading import Condition, Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from imhtrainer.ui.present.pages.shown import Shown

Painter = Callable[[Shown, int], QImage]
"""Paints what is shown, so many device pixels wide; called on both threads."""

Wanted = tuple[Shown, int]
"""What is shown, and how wide."""


class PaintingThread(QObject):
    """Paints what its clients wish for, one picture after another; ``painted`` brings each home.

    Clients that were named first in ``ranks`` are served first. Nothing is started before the first
    wish, and ``close`` waits for the picture that is being painted.
    """

    painted = Signal(object, QImage)

    def __init__(
        self, paint: Painter, ranks: Sequence[str] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._paint = paint
        self._wishes: dict[str, list[Wanted]] = {client: [] for client in ranks}
        self._current: Wanted | None = None
        self._taken: QImage | None = None
        self._closed = False
        self._news = Condition()
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is being painted or waits for it."""
        return self._current is not None or any(self._wishes.values())

    def ask(self, client: str, wanted: Sequence[Wanted]) -> None:
        """Replace what a client wishes for, most urgent first."""
        with self._news:
            self._wishes[client] = [one for one in wanted if one != self._current]
            self._news.notify_all()
        if wanted and self._thread is None and not self._closed:
            self._thread = Thread(target=self._work, name="painting", daemon=True)
            self._thread.start()

    def take(self, wanted: Wanted) -> QImage | None:
        """The picture that is being painted right now, once it is done; None for any other."""
        with self._news:
            if self._current != wanted:
                return None
            self._taken = None
            self._news.wait_for(lambda: self._current != wanted)
            return self._taken

    def close(self) -> None:
        """Forget all wishes and wait until the thread has ended."""
        with self._news:
            self._closed = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            image = self._paint(*wanted)
            with self._news:
                self._current, self._taken = None, image
                self._news.notify_all()
                if not self._closed:
                    self.painted.emit(wanted, image)

    def _next(self) -> Wanted | None:
        with self._news:
            self._news.wait_for(lambda: self._closed or any(self._wishes.values()))
            if self._closed:
                return None
            wishes = next(wishes for wishes in self._wishes.values() if wishes)
            self._current = wishes.pop(0)
            return self._current
