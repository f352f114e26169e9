"""A file of questions is looked at before it is added: what fits, what is asked already, what stays out."""

from pathlib import Path
from shutil import copytree

import pytest

from imhtrainer.decks.interchange.item import Reading
from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.resources import slides_path
from imhtrainer.services.checking import check_deck
from imhtrainer.services.importing import apply_review, copied, undo_review
from imhtrainer.services.question_review import likely_training, review_questions
from imhtrainer.services.questions import export_questions, read_questions

WORKSHOP = slides_path() / "it-starts-on-day-1"
LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"
GIFT = """::Crying::What helps a baby that cries? {=A calm voice#It soothes. ~Waiting}

Holding spoils a baby. {F#Holding builds trust.}

Put in order {=a -> b =c -> d}

LONG {=Yes ~No}
""".replace("LONG", "So many words " * 30)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return Path(copytree(LITTLE, tmp_path / "little"))


@pytest.fixture
def quiz(tmp_path: Path) -> Reading:
    file = tmp_path / "quiz.gift"
    file.write_text(GIFT, encoding="utf-8")
    return read_questions(file)


def test_what_fits_is_added_and_the_rest_is_told_with_its_reason(
    quiz: Reading, deck: Path, kit: Kit
) -> None:
    review = review_questions(quiz, deck, "", kit)
    assert [change.what for change in review.items] == ["new", "new"]
    assert [remark.split(":")[0] for remark in review.remarks] == [
        "Line 5",
        "“So many words So many words So many words So many words So many …”",
    ]
    assert "too long for a slide" in review.remarks[1]


def test_questions_without_any_reason_are_told_together(
    deck: Path, kit: Kit, tmp_path: Path
) -> None:
    (tmp_path / "quiz.csv").write_text(
        "question,a,b,right\nIs it so?,yes,no,A\nAnd this?,yes,no,B\n", encoding="utf-8"
    )
    review = review_questions(read_questions(tmp_path / "quiz.csv"), deck, "", kit)
    assert review.remarks == (
        "“Is it so?” and 1 other: the file does not say why. "
        "The right answer stands there until you do.",
    )


def test_a_training_with_them_can_be_given_at_once(quiz: Reading, deck: Path, kit: Kit) -> None:
    """An explanation and feedback, which few files have, are made of what the file says."""
    review = review_questions(quiz, deck, "", kit)
    before = len(check_deck(deck, kit))
    apply_review(review)
    assert len(check_deck(deck, kit)) == before
    calming, held = read_deck(deck).slides[-2:]
    assert calming.question is not None
    assert calming.question.explanation == "It soothes."
    assert [choice.feedback for choice in calming.question.choices] == ["It soothes."] * 2
    assert held.question is not None
    assert held.question.explanation == "Holding builds trust."
    undo_review(review)
    assert (deck / "deck.md").read_bytes() == (LITTLE / "deck.md").read_bytes()


def test_they_stand_at_the_end_of_the_chosen_section(quiz: Reading, deck: Path, kit: Kit) -> None:
    first = read_deck(deck).sections[0]
    review = review_questions(quiz, deck, first.id, kit)
    assert len(review.sections[0].slides) == len(first.slides) + 2
    assert review.sections[0].slides[-1].id == "holding-spoils-a-baby"
    assert [change.what for change in review.items] == ["new", "new"]


def test_a_copy_takes_them_and_the_training_stays(
    quiz: Reading, deck: Path, kit: Kit, tmp_path: Path
) -> None:
    review = copied(review_questions(quiz, deck, "", kit), tmp_path / "copy")
    apply_review(review)
    assert len(read_deck(tmp_path / "copy").slides) == len(read_deck(deck).slides) + 2
    assert (deck / "deck.md").read_bytes() == (LITTLE / "deck.md").read_bytes()


def test_questions_that_the_training_asks_already_stay_out(kit: Kit, tmp_path: Path) -> None:
    export_questions(read_deck(WORKSHOP), tmp_path / "own.csv")
    reading = read_questions(tmp_path / "own.csv")
    review = review_questions(reading, WORKSHOP, "", kit)
    assert not review.changes
    assert len(review.remarks) == 15
    assert all(remark.endswith("asks this already.") for remark in review.remarks)
    assert likely_training(reading, [read_deck(LITTLE), read_deck(WORKSHOP)]) == 1


def test_reading_on_tells_how_far_it_is(quiz: Reading, deck: Path, kit: Kit) -> None:
    told: list[tuple[int, int]] = []
    review_questions(quiz, deck, "", kit, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
