"""Advice on a vote in words: what was found, and what to do as the verb."""

from PySide6.QtCore import QCoreApplication

from imhtrainer.domain.advice import REVEAL_FROM, TALK_FROM, Move
from imhtrainer.ui.present.figures import percent
from imhtrainer.ui.present.round.figures import RoundFigures

translate = QCoreApplication.translate


def finding(figures: RoundFigures) -> str:
    """The share of right answers so far, and which wrong choice leads: ``44% right so far``."""
    advice = figures.advice
    if advice is None:
        return _beginning(figures)
    if figures.stage == "open":
        alone = translate("RoundAdvice", "{0}% right so far.")
        beside = translate("RoundAdvice", "{0}% right so far, most others chose {1}.")
    else:
        alone = translate("RoundAdvice", "{0}% were right.")
        beside = translate("RoundAdvice", "{0}% were right, most others chose {1}.")
    words = beside if advice.others else alone
    return words.format(percent(advice.share), advice.others)


def _beginning(figures: RoundFigures) -> str:
    """What to do while there is nothing to advise on."""
    if figures.stage != "open":
        return ""
    if figures.kind == "words":
        return translate("RoundAdvice", "Let words through one by one. Enter lets one through.")
    if figures.answered:
        return ""
    if not figures.by_hand:
        return translate("RoundAdvice", "Answers come from phones and paper.")
    if figures.sources.seats:
        return translate("RoundAdvice", "Phones count themselves. Raised hands are counted here.")
    return translate("RoundAdvice", "Count the hands for each choice.")


def what_to_do(figures: RoundFigures) -> str:
    """The next move, such as ``Close, let pairs talk, then vote again``; empty when there is none."""
    if figures.advice is None or figures.stage == "revealed" or not figures.answer_page:
        return ""
    move: Move = figures.advice.move
    if figures.vote > 1 and move != "reveal":
        return (
            translate("RoundAdvice", "Close, reveal, and say why.")
            if figures.stage == "open"
            else translate("RoundAdvice", "Reveal, and say why.")
        )
    if figures.stage == "open":
        return {
            "reveal": translate("RoundAdvice", "Close and reveal."),
            "talk": translate("RoundAdvice", "Close, let pairs talk, then vote again."),
            "explain": translate("RoundAdvice", "Close, explain once more, then vote again."),
        }[move]
    return {
        "reveal": translate("RoundAdvice", "Reveal, and say why."),
        "talk": translate("RoundAdvice", "Let pairs talk, then vote again."),
        "explain": translate("RoundAdvice", "Explain once more, then vote again."),
    }[move]


def rule() -> str:
    """The rule behind the advice, for its tool tip."""
    words = translate(
        "RoundAdvice",
        "{0}% right and more: reveal. From {1}%: let pairs talk. Below: explain first.",
    )
    return words.format(percent(REVEAL_FROM), percent(TALK_FROM))
