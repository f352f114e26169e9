"""Files that other programs wrote: what is understood, and what is said about the rest."""

import pytest

from imhtrainer.decks.interchange.aiken import read_aiken
from imhtrainer.decks.interchange.gift_reader import read_gift
from imhtrainer.decks.interchange.item import Item, Reading
from imhtrainer.decks.interchange.rows import read_rows

MOODLE = r"""// question: 0  name: Switch category
$CATEGORY: $course$/top/Babies

// question: 42  name: Cues
::Cues::[html]<p>What does a <b>yawn</b> say&nbsp;here?</p>{
	=<p>A pause\, please</p>#<p>Yes.</p>
	~Play louder#No\: less, not more.
	~%0%Nothing
	####A yawn asks for less.
}

::Two are right::Which two are cues? {~%50%A look ~%50%A coo ~%-100%A wall \= a wall}

A baby can be spoiled. {FALSE#Comfort never spoils.#Right.}

Put in order {
=1 -> Notice
=3 -> Answer
=2 -> Wait
}

How do you feel? {}

The capital is {~Lima =Quito} in Ecuador.
"""


def only(reading: Reading) -> Item:
    assert reading.problems == ()
    (item,) = reading.items
    return item


def said(reading: Reading) -> list[str]:
    return [str(problem) for problem in reading.problems]


def test_a_moodle_file_is_read_whole() -> None:
    reading = read_gift(MOODLE, "moodle.gift")
    assert reading.problems == ()
    kinds = [item.question.kind for item in reading.items]
    assert kinds == ["single", "multiple", "truefalse", "order", "words", "single"]
    cues, two, spoiled, order, feel, capital = reading.items
    assert cues.text == "What does a yawn say here?"
    assert [c.text for c in cues.question.choices][1:] == ["Play louder", "Nothing"]
    assert [c.feedback for c in cues.question.choices] == ["Yes.", "No: less, not more.", ""]
    assert cues.question.right_letters == "A"
    assert cues.question.explanation == "A yawn asks for less."
    assert two.question.right_letters == "AB"
    assert two.question.choices[2].text == "A wall = a wall"
    assert [(c.text, c.right, c.feedback) for c in spoiled.question.choices] == [
        ("True", False, "Comfort never spoils."),
        ("False", True, "Right."),
    ]
    assert [c.text for c in order.question.choices] == ["Notice", "Wait", "Answer"]
    assert feel.question.choices == ()
    assert capital.text == "The capital is _____ in Ecuador."


def test_lines_of_a_file_are_told() -> None:
    assert [item.line for item in read_gift(MOODLE, "moodle.gift").items] == [5, 12, 14, 16, 22, 24]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Just a text\n", "a description without a question"),
        ("How many? {#3:1}\n", "a question whose answer is a number"),
        ("Who? {=Bowlby =Ainsworth}\n", "answered by typing one right word"),
        ("Match {=a -> b =c -> d =e -> f}\n", "a matching question"),
        ("Which? {~A ~B}\n", "none of its choices is right"),
        ("Which? {=A ~B ~C ~D ~E}\n", "it has 5 choices"),
        ("Which? {=A ~B\n", "its answers are not closed"),
        ("{=A ~B}\n", "it asks nothing"),
    ],
)
def test_what_gift_has_and_a_slide_has_not_is_left_out_with_its_line(
    text: str, message: str
) -> None:
    reading = read_gift(f"\n{text}\nFine? {{=Yes ~No}}\n", "x.gift")
    assert [item.text for item in reading.items][-1:] in (["Fine?"], [])
    (problem,) = said(reading)
    assert problem.startswith("x.gift:2: Left out: ")
    assert message in problem


def test_an_aiken_file_is_read_whole() -> None:
    text = (
        "What is it?\nA. A look\nB) A coo\nANSWER: B\n\nAnd this?\r\nA. x\r\nB. y\r\nANSWER: A\r\n"
    )
    reading = read_aiken(text, "x.txt")
    assert reading.problems == ()
    assert [(i.text, i.question.right_letters, i.line) for i in reading.items] == [
        ("What is it?", "B", 1),
        ("And this?", "A", 6),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Q?\nA. x\nB. y\n", 1, "no ANSWER line"),
        ("Q?\nA. x\nB. y\n\nR?\nA. x\nB. y\nANSWER: A\n", 1, "no ANSWER line"),
        ("Q?\nA. x\nB. y\nANSWER: D\n", 4, "none of its choices"),
        ("Q?\nA. x\nC. y\nANSWER: A\n", 4, "not lettered A, B, C in order"),
        ("Q?\nA. x\nANSWER: A\n", 3, "it has 1 choice,"),
        ("ANSWER: A\n", 1, "no question before"),
    ],
)
def test_an_aiken_question_that_cannot_be_asked_is_said_with_its_line(
    text: str, line: int, message: str
) -> None:
    (problem,) = said(read_aiken(text, "x.txt"))
    assert problem.startswith(f"x.txt:{line}: Left out: ")
    assert message in problem


def test_a_small_table_is_enough() -> None:
    rows = [["Question", "A", "B", "Answer"], ["What?", "This", "That", "b"], ["", "", "", ""]]
    item = only(read_rows(rows, "x.csv"))
    assert (item.text, item.question.kind, item.question.right_letters) == ("What?", "single", "B")


def test_two_right_letters_make_it_a_multiple() -> None:
    rows = [["question", "a", "b", "c", "right"], ["What?", "1", "2", "3", "A; C"]]
    question = only(read_rows(rows, "x.csv")).question
    assert (question.kind, question.right_letters) == ("multiple", "AC")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"question": ""}, "no question"),
        ({"type": "essay"}, "type “essay”"),
        ({"phase": "mid"}, "phase “mid”"),
        ({"point": "6"}, "point “6”"),
        ({"right": "D"}, "names none of its choices"),
        ({"a": ""}, "needs 2 to 4 choices"),
    ],
)
def test_a_row_that_cannot_be_asked_is_said_with_its_line(
    cells: dict[str, str], message: str
) -> None:
    whole = {
        "question": "Q?",
        "a": "x",
        "b": "y",
        "right": "A",
        "type": "",
        "phase": "",
        "point": "",
    }
    whole.update(cells)
    (problem,) = said(read_rows([list(whole), list(whole.values())], "x.csv"))
    assert problem.startswith("x.csv:2: Left out: ")
    assert message in problem


def test_a_table_without_a_question_column_is_said() -> None:
    assert "No column is named “question”" in said(read_rows([["a", "b"]], "x.csv"))[0]
    assert "The table is empty" in said(read_rows([], "x.csv"))[0]


def test_a_title_after_closed_answers_begins_a_question_without_an_empty_line() -> None:
    reading = read_gift("::one::First?{=a ~b}\n::two::Second {=a ~b} goes on\nhere.\n", "q.gift")
    assert reading.problems == ()
    assert [item.text for item in reading.items] == ["First?", "Second _____ goes on here."]
    assert [item.id for item in reading.items] == ["one", "two"]
