import pytest

from imhtrainer.domain.advice import best_move, round_advice

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
