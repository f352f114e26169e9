"""Invisible direction marks that keep a space on its right side when mixed text is copied."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from imhtrainer.layout.page import GlyphRun

_LEFT_TO_RIGHT_MARK = "\u200e"
_RIGHT_TO_LEFT_MARK = "\u200f"
_STRONG = frozenset(("L", "R", "AL", "EN", "AN"))


def direction_marks(runs: Sequence[GlyphRun]) -> list[str]:
    """For each run of a line, the mark its text needs before its first letter, mostly none.

    Readers see letters from left to right and turn right-to-left stretches round; poppler takes the
    space between two directions into the wrong one. A mark before that space ends the stretch.
    (A mixed line that begins from the right still comes in visual order from a page of mostly Latin.)
    """
    marks = [""] * len(runs)
    if not any(run.right_to_left for run in runs):
        return marks
    for i, (left, right) in enumerate(pairwise(runs)):
        if not left.right_to_left or right.right_to_left:
            continue
        if _begins_weak(right):
            marks[i + 1] = _LEFT_TO_RIGHT_MARK
        if _begins_weak(left):
            marks[i] = _RIGHT_TO_LEFT_MARK
    return marks


def _begins_weak(run: GlyphRun) -> bool:
    return unicodedata.bidirectional(run.text[:1] or "a") not in _STRONG
