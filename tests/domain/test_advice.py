import pytest

from imhtrainer.domain.advice import best_move, round_advice, vote_advice
from imhtrainer.domain.ledger import Ballot, Round
from imhtrainer.domain.quiz import Answer
from tests.domain.classroom import START

RIGHT = (False, True, False)


@pytest.mark.parametrize(
    ("share", "move"),
    [
        (0.0, "explain"),
        (0.29, "explain"),
        (0.30, "talk"),
        (0.69, "talk"),
        (0.70, "reveal"),
        (1.0, "reveal"),
    ],
)
def test_the_share_of_right_answers_decides_the_next_move(share: float, move: str) -> None:
    assert best_move(share) == move


def test_nobody_answered_asks_for_nothing() -> None:
    assert round_advice((0, 0, 0), RIGHT) is None


def test_the_wrong_choice_that_leads_is_named() -> None:
    advice = round_advice((9, 8, 1), RIGHT)
    assert advice is not None
    assert advice.others == "A"
    assert advice.move == "talk"


def test_a_tie_of_wrong_choices_names_none() -> None:
    advice = round_advice((2, 8, 2), RIGHT)
    assert advice is not None
    assert advice.others == ""


def test_who_put_everything_in_order_was_right() -> None:
    vote = Round((0, 0, 0), START, kind="order", sequence=(2, 0, 1))
    for number, sequence in enumerate(((2, 0, 1), (0, 1, 2), (2, 1, 0), (1, 0, 2))):
        vote = vote.answer(Ballot(str(number), Answer(sequence), START))
    advice = vote_advice(vote, (False, False, False))
    assert advice is not None
    assert (advice.move, advice.share, advice.others) == ("explain", 0.25, "")


def test_opinions_get_no_advice_and_neither_does_an_empty_room() -> None:
    rated = Round((0,) * 5, START, kind="rating").answer(Ballot("1", Answer((3,)), START))
    assert vote_advice(rated, (False,) * 5) is None
    assert vote_advice(Round((0, 0), START, kind="multiple"), (True, False)) is None
    assert vote_advice(Round((0, 0), START), (True, False)) is None
