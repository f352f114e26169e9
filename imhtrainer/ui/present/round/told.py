"""A round in words: which vote it is, who answered how, and what a discussion moved."""

from PySide6.QtCore import QCoreApplication

from imhtrainer.domain.quiz import signs
from imhtrainer.domain.shift import Move, Shift
from imhtrainer.ui.present.round.figures import RoundFigures
from imhtrainer.ui.wording import say_count

translate = QCoreApplication.translate


def lead_words(figures: RoundFigures) -> str:
    """Which question and which vote: ``Checkpoint 3 of 5, first vote``."""
    vote = {
        1: translate("RoundCard", "first vote"),
        2: translate("RoundCard", "second vote"),
        3: translate("RoundCard", "third vote"),
    }
    name = vote.get(figures.vote, translate("RoundCard", "vote {0}").format(figures.vote))
    if figures.sitting is not None:
        name = translate("RoundCard", "all at each person’s own pace")
    if figures.phase == "pre":
        return translate("RoundCard", "Before we start, {0}").format(name)
    if figures.phase == "post":
        return translate("RoundCard", "Final check, {0}").format(name)
    if figures.kind in ("rating", "words"):
        return translate("RoundCard", "What people think, {0}").format(name)
    words = translate("RoundCard", "Checkpoint {0} of {1}")
    return f"{words.format(figures.number, figures.of)}, {name}"


def source_words(figures: RoundFigures) -> str:
    """Who answered how: ``13 of 15 phones · 2 sheets · 3 hands``; nothing of ways nobody took."""
    told = figures.sources
    parts = []
    if told.seats or told.phones:
        seats = max(told.seats, told.phones)
        one = translate("RoundCard", "{0} of 1 phone")
        words = one if seats == 1 else translate("RoundCard", "{0} of {1} phones")
        parts.append(words.format(told.phones, seats))
    if told.sheets:
        one, more = translate("RoundCard", "1 sheet"), translate("RoundCard", "{0} sheets")
        parts.append(say_count(told.sheets, one, more))
    if told.hands:
        one, more = translate("RoundCard", "1 hand"), translate("RoundCard", "{0} hands")
        parts.append(say_count(told.hands, one, more))
    if told.declined:
        words = translate("RoundCard", "{0} would rather not say")
        parts.append(words.format(told.declined))
    return " · ".join(parts)


def shift_words(figures: RoundFigures) -> str:
    """What the discussion moved, in one line; empty where nothing is known."""
    moved = figures.shift
    if moved is None:
        return ""
    said = _moved_words(figures, moved)
    if not moved.among:
        return said
    return translate("RoundCard", "{0}, of {1} on phones and paper").format(said, moved.among)


def _moved_words(figures: RoundFigures, moved: Shift) -> str:
    if len(moved.moves) == 1:
        return _move_words(figures, moved.moves[0])
    if not moved.to_right and not moved.to_wrong:
        return _move_words(figures, moved.moves[0])
    words = translate("RoundCard", "{0} went to the right answer, {1} away from it")
    return words.format(moved.to_right, moved.to_wrong)


def all_moves(figures: RoundFigures) -> str:
    """Every move, for the tool tip."""
    moves = figures.shift.moves if figures.shift is not None else ()
    return " ".join(f"{_move_words(figures, move)}." for move in moves)


def _move_words(figures: RoundFigures, move: Move) -> str:
    sign = signs(figures.kind)
    words = translate("RoundCard", "{0} went from {1} to {2}")
    return words.format(move.people, sign[move.start], sign[move.end])
