"""The steps of an activity as a numbered list: PowerPoint writes each number with its step.

So it is read before it, and a step that somebody adds gets the next one. The discs stay, behind the text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from imhtrainer.layout.page import Box, Bullet, EllipseBox, TextBox

_STEPS = "steps"
_DIGIT = re.compile(r"step-\d+")
_DISC = re.compile(r"step-\d+-disc")


def with_native_numbers(boxes: Sequence[Box]) -> Sequence[Box]:
    """The boxes with the digits beside an activity's steps turned into the marks of a list."""
    steps = next((box for box in boxes if box.name == _STEPS), None)
    discs = [box for box in boxes if is_step_disc(box)]
    if not isinstance(steps, TextBox) or len(discs) != len(steps.paragraphs):
        return boxes
    signs = [*discs, *(box for box in boxes if _DIGIT.fullmatch(box.name))]
    made: list[Box] = []
    for box in boxes:
        if box is steps:
            made += [*discs, _numbered(steps, min(disc.x for disc in discs))]
        elif box not in signs:
            made.append(box)
    return made


def is_step_disc(box: Box) -> TypeGuard[EllipseBox]:
    """Whether a box is the disc behind a step's number."""
    return isinstance(box, EllipseBox) and bool(_DISC.fullmatch(box.name))


def _numbered(steps: TextBox, left: float) -> TextBox:
    """The steps in a box that reaches to the left of their numbers."""
    indent = steps.x - left
    paragraphs = tuple(
        replace(paragraph, bullet=Bullet(f"{number}.", "ink"), indent=indent)
        for number, paragraph in enumerate(steps.paragraphs, 1)
    )
    return replace(steps, x=left, w=steps.w + indent, paragraphs=paragraphs)
