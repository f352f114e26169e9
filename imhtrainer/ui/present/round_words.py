"""Advice on a vote in words: what was found, and what to do as the verb."""

from PySide6.QtCore import QCoreApplication

from imhtrainer.ui.present.figures import percent
from imhtrainer.ui.present.round_advice import REVEAL_FROM, TALK_FROM, Move
from imhtrainer.ui.present.round_figures import RoundFigures


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoundAdvice", text)


def finding(figures: RoundFigures) -> str:
    """The share of right answers so far, and which wrong choice leads: ``44% right so far``."""
    advice = figures.advice
    if advice is None:
        return _tr("Count the hands for each choice.") if figures.stage == "open" else ""
    so_far = _tr("{0}% right so far") if figures.stage == "open" else _tr("{0}% were right")
    words = so_far.format(percent(advice.share))
    return words + (_tr(", most others chose {0}.").format(advice.others) if advice.others else ".")


def what_to_do(figures: RoundFigures) -> str:
    """The next move, such as ``Close, let pairs talk, then vote again``; empty when there is none."""
    if figures.advice is None or figures.stage == "revealed" or not figures.answer_page:
        return ""
    move: Move = figures.advice.move
    if figures.vote > 1 and move != "reveal":
        return (
            _tr("Close, reveal, and say why.")
            if figures.stage == "open"
            else _tr("Reveal, and say why.")
        )
    if figures.stage == "open":
        return {
            "reveal": _tr("Close and reveal."),
            "talk": _tr("Close, let pairs talk, then vote again."),
            "explain": _tr("Close, explain once more, then vote again."),
        }[move]
    return {
        "reveal": _tr("Reveal, and say why."),
        "talk": _tr("Let pairs talk, then vote again."),
        "explain": _tr("Explain once more, then vote again."),
    }[move]


def rule() -> str:
    """The rule behind the advice, for its tool tip."""
    words = _tr("{0}% right and more: reveal. From {1}%: let pairs talk. Below: explain first.")
    return words.format(percent(REVEAL_FROM), percent(TALK_FROM))
