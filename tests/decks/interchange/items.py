"""Items of every kind, as an author might write them."""

from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from imhtrainer.decks.interchange.item import Item
from imhtrainer.domain.quiz import Choice, Kind, Phase, Question

_SIGNS = "abcXYZ äñéß 你好 0123456789 *_`[]<>&!\\~={}#:;,.-+|@'\"()?/%$→عربيשלום،؟👶🏾"
_PHASES: tuple[Phase, ...] = ("pre", "check", "post")


def folded(text: str) -> str:
    """Text as every format keeps it: one line, no white at the ends."""
    return " ".join(text.split())


texts = st.text(alphabet=_SIGNS, min_size=1, max_size=40).map(folded).filter(bool)
maybe = st.one_of(st.just(""), texts)
ids = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)


@st.composite
def questions(draw: st.DrawFn, kind: Kind) -> Question:
    """A question of a kind with any words."""
    fixed = {"rating": 5, "truefalse": 2, "words": 0}
    count = fixed[kind] if kind in fixed else draw(st.integers(3, 4))
    words = draw(st.lists(texts, min_size=count, max_size=count, unique=True))
    if kind == "rating":
        words = draw(st.sampled_from([words, [words[0], "", "", "", words[4]], [""] * 5]))
    right = {draw(st.integers(0, max(count - 1, 0)))}
    if kind == "multiple":
        right = draw(st.sets(st.integers(0, count - 1), min_size=2, max_size=count))
    marked = kind in ("single", "multiple", "truefalse")
    choices = tuple(
        Choice(text, marked and index in right, "" if kind == "rating" else draw(texts), 0)
        for index, text in enumerate(words)
    )
    return Question(
        kind=kind,
        phase=draw(st.sampled_from(_PHASES)),
        point=draw(st.integers(0, 5)),
        choices=choices,
        explanation=draw(texts) if marked or kind == "order" else draw(maybe),
        line=0,
        objective=draw(st.one_of(st.just(""), ids)),
        shuffle=marked and draw(st.booleans()),
    )


_KINDS: tuple[Kind, ...] = get_args(Kind)
kinds = st.sampled_from(_KINDS)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item of any kind."""
    return Item(draw(ids), draw(texts), draw(questions(draw(kinds))))


def without_lines(item: Item) -> Item:
    """The item as it is whatever line it stood on."""
    choices = tuple(replace(choice, line=0) for choice in item.question.choices)
    return replace(item, question=replace(item.question, choices=choices, line=0))
