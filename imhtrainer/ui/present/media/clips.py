"""What plays on a page, and the spoken lines beside it; no Qt."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import webvtt

from imhtrainer.domain.deck import Block, Column, Picture, Slide
from imhtrainer.layout.page import Box, Clip, GroupBox, Page, PictureBox


@dataclass(frozen=True, slots=True)
class Cue:
    """A spoken line from ``start`` to ``end``, in seconds."""

    start: float
    end: float
    text: str


def plays_something(slide: Slide) -> bool:
    """Whether a slide shows a video or plays a sound."""
    return any(_plays(block) for block in slide.blocks)


def _plays(block: Block) -> bool:
    if isinstance(block, Column):
        return any(_plays(inside) for inside in block.blocks)
    return isinstance(block, Picture) and block.plays is not None


def visible_clip(page: Page, step: int) -> PictureBox | None:
    """The poster of what plays on a page and is shown at a build step; the first where there are two."""
    return next((box for box in _posters(page.boxes) if box.step <= step), None)


def read_cues(clip: Clip) -> tuple[Cue, ...]:
    """The lines beside a clip in order; none where there are none or they cannot be read."""
    if not clip.subtitles or not Path(clip.subtitles).is_file():
        return ()
    try:
        captions = webvtt.read(clip.subtitles).captions
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError):
        # The check has told the deck's author; the film runs without words.
        return ()
    cues = (Cue(_seconds(c.start), _seconds(c.end), c.text.strip()) for c in captions)
    return tuple(sorted((cue for cue in cues if cue.text), key=lambda cue: cue.start))


def words_at(cues: Sequence[Cue], seconds: float) -> str:
    """What is said at a moment; empty between lines."""
    reached = bisect_right([cue.start for cue in cues], seconds)
    said = [cue.text for cue in cues[:reached] if cue.end > seconds]
    return "\n".join(said)


def _posters(boxes: Iterable[Box]) -> Iterable[PictureBox]:
    for box in boxes:
        if isinstance(box, PictureBox) and box.clip is not None:
            yield box
        elif isinstance(box, GroupBox):
            yield from _posters(box.boxes)


def _seconds(stamp: str) -> float:
    """``00:01:02.500`` in seconds."""
    hours, minutes, seconds = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
