import pytest

from imhtrainer.domain.session.commands import CountHands, OpenRound, UndoCount
from imhtrainer.ui.present.round.buttons import filled_button
from imhtrainer.ui.present.round.figures import RoundFigures, round_figures
from imhtrainer.ui.present.round.told import lead_words, shift_words
from imhtrainer.ui.present.round.words import finding, what_to_do
from tests.ui.present.small_training import DECK, Room


def figures_of(room: Room) -> RoundFigures:
    figures = round_figures(room.state, room.clock())
    assert figures is not None
    return figures


def test_a_slide_without_a_question_has_no_round(room: Room) -> None:
    room.start()
    assert round_figures(room.state, room.clock()) is None


def test_arriving_at_a_checkpoint_opens_its_first_vote(room: Room) -> None:
    room.start()
    room.go("check")
    room.clock.pass_time(seconds=70)
    figures = figures_of(room)
    assert (figures.stage, figures.vote, figures.seconds) == ("open", 1, 70)
    assert (figures.answered, figures.here) == (0, 4)
    assert finding(figures) == "Count the hands for each choice."
    assert filled_button(figures) == "close"


def test_hands_make_shares_and_advice(room: Room) -> None:
    room.start()
    room.go("check")
    for choice, hands in enumerate((1, 2, 1)):
        room.session.do(CountHands(room.clock(), choice, hands))
    figures = figures_of(room)
    assert [choice.share for choice in figures.choices] == [0.25, 0.5, 0.25]
    assert finding(figures) == "50% right so far."
    assert what_to_do(figures) == "Close, let pairs talk, then vote again."
    assert figures.undo == "C +1"


def test_the_last_count_is_named_for_undo_and_goes(room: Room) -> None:
    room.start()
    room.go("check")
    room.session.do(CountHands(room.clock(), 0, 5))
    room.session.do(CountHands(room.clock(), 0, 3))
    assert figures_of(room).undo == "A −2"
    room.session.do(UndoCount(room.clock()))
    assert figures_of(room).undo == "A +5"


def test_the_filled_button_follows_the_share_of_right_answers(room: Room) -> None:
    room.start()
    room.go("check")
    room.vote(2, 2, 0)
    assert filled_button(figures_of(room)) == "again"
    room.session.do(OpenRound(room.clock()))
    room.vote(2, 2, 0)
    assert filled_button(figures_of(room)) == "reveal"
    assert what_to_do(figures_of(room)) == "Reveal, and say why."


def test_a_second_vote_keeps_the_first_in_sight_and_tells_the_shift(room: Room) -> None:
    room.start()
    room.go("check")
    room.vote(3, 1, 0)
    room.session.do(OpenRound(room.clock()))
    room.vote(1, 3, 0)
    figures = figures_of(room)
    assert [choice.first_share for choice in figures.choices] == [0.75, 0.25, 0.0]
    assert shift_words(figures) == "2 went from A to B"


def test_a_shift_of_several_choices_is_not_guessed(room: Room) -> None:
    room.start()
    room.go("check")
    room.vote(2, 1, 1)
    room.session.do(OpenRound(room.clock()))
    room.vote(1, 3, 0)
    assert figures_of(room).shift is None


class TestAPointThatIsNotItsPlace:
    """A training may skip points: the third point's checkpoint can be the first that is held."""

    @pytest.fixture
    def deck_text(self) -> str:
        return DECK.replace("point=1", "point=3")

    def test_a_checkpoint_is_counted_by_its_place_in_the_plan(self, room: Room) -> None:
        room.start()
        room.go("check")
        assert room.state.here.question is not None
        assert room.state.here.question.point == 3
        assert lead_words(figures_of(room)) == "Checkpoint 1 of 1, first vote"
