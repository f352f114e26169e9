import pytest

from imhtrainer.domain.errors import AnswerRefused
from imhtrainer.domain.quiz import RATHER_NOT, Answer, Kind
from imhtrainer.ui.present.round.sheet_entry import SheetTyped, read_sheet


@pytest.mark.parametrize(
    ("typed", "kind", "sheet", "answer"),
    [
        ("7 b", "single", 7, Answer((1,))),
        ("7b", "single", 7, Answer((1,))),
        (" #12: C ", "single", 12, Answer((2,))),
        ("7 a, c", "multiple", 7, Answer((0, 2))),
        ("7 4", "rating", 7, Answer((3,))),
        ("12 5", "rating", 12, Answer((4,))),
        ("7 bdac", "order", 7, Answer((1, 3, 0, 2))),
        ("7 b > d > a > c", "order", 7, Answer((1, 3, 0, 2))),
        ("7 calm, my sister", "words", 7, Answer(words="calm, my sister")),
        ("7 -", "single", 7, RATHER_NOT),
        ("7-", "words", 7, RATHER_NOT),
    ],
)
def test_a_number_and_an_answer_are_read_as_people_type_them(
    typed: str, kind: Kind, sheet: int, answer: Answer
) -> None:
    count = {"rating": 5, "words": 0}.get(kind, 4)
    assert read_sheet(typed, kind, count) == SheetTyped(sheet, answer)


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ("b", "single", "sheet’s number, then its answer: 7 B"),
        ("7", "single", "sheet’s number, then its answer: 7 B"),
        ("74", "rating", "sheet’s number, then its answer: 7 4"),
        ("7 x", "single", "has A to D, not “X”"),
        ("7 6", "rating", "has 1 to 5, not “6”"),
        ("", "words", "7 calm, tea"),
    ],
)
def test_what_is_no_sheet_is_said_in_a_sentence(typed: str, kind: Kind, words: str) -> None:
    with pytest.raises(AnswerRefused, match=words):
        read_sheet(typed, kind, {"rating": 5, "words": 0}.get(kind, 4))
