"""The order of rows and the words of reasons, without a window."""

import pytest

from imhtrainer.domain.session.commands import OverrideCompletion
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.wrapup.standing import Verdict, missed_words, sorting_name, standings
from tests.ui.conftest import StandingClock


@pytest.mark.parametrize(
    ("missed", "words"),
    [
        ((3,), "checkpoint 3 missed"),
        ((1, 2), "checkpoints 1 and 2 missed"),
        ((1, 2, 4), "checkpoints 1, 2 and 4 missed"),
    ],
)
def test_missed_checkpoints_are_named(missed: tuple[int, ...], words: str) -> None:
    assert missed_words(missed) == words


def test_accents_do_not_change_the_order() -> None:
    assert sorted(("Zoë", "Émile", "Ana"), key=sorting_name) == ["Ana", "Émile", "Zoë"]


def test_who_never_came_is_in_no_row(held: TrainingSession, standing_clock: StandingClock) -> None:
    names = [row.person.name for row in standings(held.state, standing_clock())]
    assert "Nobody Who Came" not in names


def test_who_is_signed_in_is_asked_even_after_a_decision(
    held: TrainingSession, standing_clock: StandingClock
) -> None:
    gabriel = next(p.id for p in held.state.roster if p.name == "Gabriel Montoya")
    held.do(OverrideCompletion(standing_clock(), gabriel, True, "was there to the end"))
    first = standings(held.state, standing_clock())[0]
    assert (first.person.id, first.verdict, first.completed) == (
        gabriel,
        Verdict.TO_SETTLE,
        False,
    )
