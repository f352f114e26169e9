"""A question's result in words: which it is, who answered, what a talk moved, how well it tells."""

from imhtrainer.domain.ledger import Source
from imhtrainer.domain.quiz import signs
from imhtrainer.domain.results import QuestionResult
from imhtrainer.domain.shift import Shift
from imhtrainer.domain.statistics import Gain
from imhtrainer.domain.wording import counted

LEGEND = (
    "“Tells” is how well a question tells who understood: the correlation, −1 to 1, of being right there with "
    "being right on the others of its set. 0.2 and more is good; below 0 the key may be wrong. With few people "
    "all of these figures are rough."
)

_PHASES = {"pre": "Before we start", "post": "Final check"}
_BY: dict[Source, str] = {"phone": "by phone", "paper": "on paper", "hands": "by hand"}


def heading_words(result: QuestionResult) -> str:
    """``Checkpoint 2, two votes``, ``Before we start, 1 of 5``, ``What people think``."""
    if result.question.phase != "check":
        name = f"{_PHASES[result.question.phase]}, {result.number} of {result.of}"
    else:
        name = f"Checkpoint {result.number}" if result.number else "What people think"
    votes = len(result.votes)
    return f"{name}, {'two' if votes == 2 else votes} votes" if votes > 1 else name


def summary_words(result: QuestionResult) -> str:
    """Who answered and how it came out: ``17 answered (12 by phone, 5 by hand), 82 % right``."""
    tally = result.tally
    if tally is None:
        return "Passed over" if result.skipped else "Not asked"
    if not tally.total and not tally.declined:
        return "Nobody answered"
    said = [f"{tally.total} answered{_by(result)}"]
    if result.share is not None:
        whole = " had the whole order right" if result.question.kind == "order" else " right"
        said.append(f"{percent(result.share)}{whole}")
    if result.question.kind == "rating" and tally.total:
        said.append(f"{tally.mean:.1f} of {len(tally.counts)} on average")
    if tally.declined:
        said.append(f"{tally.declined} would rather not say")
    if result.item is not None and result.item.discrimination is not None:
        said.append(f"tells {signed(result.item.discrimination)}")
    return ", ".join(said)


def notes_words(result: QuestionResult) -> tuple[str, ...]:
    """What else is to be known, a line each."""
    return tuple(filter(None, (_order(result), _words(result), _talk(result), *_voids(result))))


def gain_words(gain: Gain | None) -> str:
    """What the room learned from the first items to the last ones; empty where that is not known."""
    if gain is None:
        return ""
    said = (
        f"Before we start {percent(gain.before)} right, at the final check {percent(gain.after)}."
    )
    if gain.normalized is None:
        return f"{said} There was nothing left to learn."
    if gain.normalized <= 0:
        return f"{said} Nothing was gained (normalized gain {signed(gain.normalized)})."
    share = percent(gain.normalized)
    return f"{said} The room learned {share} of what it did not know (normalized gain {signed(gain.normalized)})."


def percent(share: float) -> str:
    """``45 %``."""
    return f"{round(100 * share)} %"


def signed(figure: float) -> str:
    """``0.42`` or ``−0.10``, with a true minus."""
    return f"{figure:.2f}".replace("-", "−")


def _by(result: QuestionResult) -> str:
    ways = result.sources
    if not ways:
        return ""
    if len(ways) == 1:
        return f", all {_BY[ways[0]]}"
    last = result.votes[-1]
    return f" ({', '.join(f'{last.people_by(way)} {_BY[way]}' for way in ways)})"


def _order(result: QuestionResult) -> str:
    tally = result.tally
    if result.question.kind != "order" or tally is None or not tally.total:
        return ""
    return "Listed as they should stand; the counts are who put each in its place."


def _words(result: QuestionResult) -> str:
    words = result.tally.words if result.tally is not None else ()
    return ", ".join(f"{text} ({people})" for text, people in words)


def _talk(result: QuestionResult) -> str:
    """``45 % right at first, then 82 %; 6 went to the right answer, 1 away from it``."""
    if result.first_share is None or result.share is None:
        return ""
    said = f"{percent(result.first_share)} right at first, then {percent(result.share)}"
    return f"{said}{_moved(result, result.moved)}"


def _moved(result: QuestionResult, moved: Shift | None) -> str:
    if moved is None:
        return ""
    among = f"of {moved.among} on phones and paper " if moved.among else ""
    if moved.to_right or moved.to_wrong:
        said = f"{moved.to_right} went to the right answer, {moved.to_wrong} away from it"
    else:
        sign, most = signs(result.question.kind), moved.moves[0]
        said = f"{most.people} went from {sign[most.start]} to {sign[most.end]}"
    return f"; {among}{said}"


def _voids(result: QuestionResult) -> tuple[str, ...]:
    """Votes that do not count, with the reason the facilitator gave."""
    if not result.voids:
        return ()
    few = counted(len(result.voids), "vote")
    does = "does" if len(result.voids) == 1 else "do"
    return (f"{few} {does} not count: {'; '.join(result.voids)}",)
