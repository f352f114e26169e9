"""How the console's columns share the window, by its size in logical pixels."""

from dataclasses import dataclass

from imhtrainer.ui.present.console.parts import ConsoleParts

WIDE, SMALL, SLIM, NARROW = 1700, 1340, 1280, 1180
"""Widths: from WIDE on larger columns and notes; under SMALL and SLIM smaller ones; under NARROW no outline."""
LEAST_MIDDLE = 640
"""The narrowest column in which the words of a round can be read."""
LOW = 740
"""Under this height rows are lower and hints hide."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Widths of outline and side; ``outline_shown`` False makes the outline a drawer (Ctrl+L)."""

    name: str
    outline: int
    side: int
    outline_shown: bool
    dense: bool
    large: bool


def fold_for(width: int, height: int) -> Fold:
    """How a window of this size is shared out."""
    dense = width < SMALL or height < LOW
    if width >= WIDE:
        return Fold("large", 272, 520, True, dense, True)
    if dense:
        if NARROW <= width < SLIM:
            return Fold("slim", 200, 328, True, True, False)
        name = "dense" if width >= SLIM else "narrow"
        return Fold(name, 220, 356, width >= NARROW, True, False)
    return Fold("usual", 248, 388, True, False, False)


def open_outline(parts: ConsoleParts) -> None:
    """Show the outline; where it is a drawer it takes the notes' room while it is open."""
    parts.side.setVisible(not parts.outline.folded)
    parts.outline.setVisible(True)


def close_outline(parts: ConsoleParts) -> None:
    """Close the outline where it is a drawer."""
    if parts.outline.folded:
        parts.outline.hide()
    parts.side.setVisible(True)


def wear(parts: ConsoleParts, fold: Fold, kept: tuple[int, int] | None = None) -> None:
    """Put the console into this shape; ``kept`` are the widths of outline and side that a person chose."""
    parts.outline.folded = not fold.outline_shown
    parts.outline.setVisible(fold.outline_shown)
    parts.side.setVisible(True)
    parts.outline.show_dense(fold.dense)
    parts.outline.setMinimumWidth(180)
    parts.middle.setMinimumWidth(LEAST_MIDDLE)
    parts.side.setMinimumWidth(300)
    parts.transport.fold(fold.dense)
    parts.side.notes.show_large(fold.large)
    parts.side.next.show_large(fold.large)
    parts.columns.share((fold.outline, fold.side), kept)
