"""What the room may read of what is said on the slide it is on."""

from collections.abc import Sequence

from imhtrainer.domain.notes import NotePart, caption_lines
from imhtrainer.domain.session.state import SessionState


def captions_now(state: SessionState, notes: Sequence[NotePart]) -> tuple[str, ...]:
    """The lines of the slide the room is on, of which ``state.caption`` is shown; none while captions are off.

    What is said to a question may tell its answer: it has none until the room has seen that.
    """
    question = state.question(state.here.id)
    if not state.ease.captions or state.stage != "running" or state.pause is not None:
        return ()
    if question is not None and not question.revealed:
        return ()
    return caption_lines(notes)


def line_at(state: SessionState, lines: Sequence[str], by: int) -> int:
    """The line so many lines on or back from the one shown; after the last one nothing stands there."""
    return min(max(state.caption + by, 0), len(lines))
