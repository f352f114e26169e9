"""Pictures of slides for consoles: painted by whoever shows the deck, beside the windows' thread, and kept."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from imhtrainer.domain.session import SessionState

Paint = Callable[[SessionState, int, int], bytes]
"""Paints a slide (0-based) at a step as the state has it, into a picture's file; called on a thread of its own."""

KEPT = 40
"""Pictures kept, of some 35 kB each."""


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A picture's file, and the key that changes whenever the picture would."""

    key: str
    content: bytes


class SlidePictures:
    """Has each picture painted once, one at a time; every method may be called from any thread."""

    def __init__(self) -> None:
        self._paint: Paint | None = None
        self._painters: ThreadPoolExecutor | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._turn = Lock()

    @property
    def ready(self) -> bool:
        """Whether there is anybody who paints."""
        return self._paint is not None

    def paint_by(self, paint: Paint | None) -> None:
        """Have pictures painted so from now on; None waits for the one under way and lets go of all."""
        if paint is self._paint:
            return
        painters, self._painters = self._painters, None
        self._paint = None
        if painters is not None:
            painters.shutdown(cancel_futures=True)
        with self._turn:
            self._kept.clear()
        if paint is not None:
            self._painters = ThreadPoolExecutor(1, "console pictures")
            self._paint = paint

    async def take(self, state: SessionState, slide: int, step: int) -> SlidePicture | None:
        """A slide's picture; None where there is no such slide or nobody paints."""
        slides = state.plan.slides
        if not 0 <= slide < len(slides) or not 0 <= step <= slides[slide].steps:
            return None
        key, painters, paint = picture_key(state, slide, step), self._painters, self._paint
        if painters is None or paint is None:
            return None
        known = self._kept.get(key)
        if known is not None:
            return SlidePicture(key, known)
        try:
            job = painters.submit(self._make, key, paint, state, slide, step)
        except RuntimeError:  # who painted was put away this moment
            return None
        content = await _unless_put_away(job)
        return SlidePicture(key, content) if content is not None else None

    def _make(self, key: str, paint: Paint, state: SessionState, slide: int, step: int) -> bytes:
        known = self._kept.get(key)
        if known is not None:
            return known
        made = paint(state, slide, step)
        with self._turn:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made


async def _unless_put_away(job: "Future[bytes]") -> bytes | None:
    """What was painted; None where it never will be, for the one who painted is put away."""
    try:
        return await asyncio.wrap_future(job)
    except asyncio.CancelledError:
        if job.cancelled():
            return None
        raise


def picture_key(state: SessionState, slide: int, step: int) -> str:
    """What stands for a picture: two are alike within one run of the program where their keys are."""
    place = state.plan.slides[slide]
    answer = place.question is not None and step > 0
    facts = (
        state.ease.large,
        state.ease.contrast,
        state.details,
        state.page_ink(place.id, int(answer)).version,
        state.tally(place.id) if answer else None,
    )
    return f"{slide}-{step}-{hash(facts) & 0xFFFFFFFF:08x}"
