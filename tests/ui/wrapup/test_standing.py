"""The order of rows and the words of reasons, without a window."""

from datetime import timedelta

import pytest

from imhtrainer.domain.session.commands import EndSession, OverrideCompletion, StartSession
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.wrapup.standing import Verdict, missed_words, standings
from imhtrainer.ui.wrapup.words import rule_words
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


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, ("1 minute. ", "To complete: 1 minute ")),
        (2, ("2 minutes. ", "To complete: 2 minutes ")),
    ],
)
def test_a_session_of_one_minute_is_said_to_be_one(
    session: TrainingSession, standing_clock: StandingClock, minutes: int, said: tuple[str, str]
) -> None:
    session.do(StartSession(standing_clock()))
    standing_clock.now += timedelta(minutes=minutes)
    session.do(EndSession(standing_clock()))
    words = rule_words(session.state, standing_clock())
    assert all(part in words for part in said)


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
