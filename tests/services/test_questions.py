"""Questions leave in the format a file's ending asks for, and come in whatever program wrote them."""

import csv
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imhtrainer.decks.interchange.item import Item, items_of
from imhtrainer.decks.interchange.rows import write_rows
from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.errors import DeckError, StoreError
from imhtrainer.resources import slides_path
from imhtrainer.services.questions import add_questions, export_questions, read_questions
from imhtrainer.services.tables import TableKind, without_guard, write_table
from tests.decks.interchange.items import items, without_lines

WORKSHOP = slides_path() / "it-starts-on-day-1"
LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"


@pytest.mark.parametrize("name", ["q.gift", "q.csv", "q.xlsx", "q.txt"])
def test_the_workshops_questions_come_back_from_every_format(name: str, tmp_path: Path) -> None:
    deck = read_deck(WORKSHOP)
    assert export_questions(deck, tmp_path / name) == 15
    reading = read_questions(tmp_path / name)
    assert reading.problems == ()
    assert [item.text for item in reading.items] == [item.text for item in items_of(deck)]
    for item, original in zip(reading.items, items_of(deck), strict=True):
        assert item.question.right_letters == original.question.right_letters
        assert item.question.explanation == original.question.explanation


def test_a_cell_that_looks_like_a_formula_comes_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("question,a,b,right\n=1+1 is?,-2,@2,B\n", encoding="utf-8")
    copytree(LITTLE, tmp_path / "deck")
    add_questions(read_questions(tmp_path / "in.csv").items, tmp_path / "deck")
    text = (tmp_path / "deck" / "deck.md").read_text(encoding="utf-8")
    assert "## =1+1 is? {" in text
    assert "- [x] @2" in text


def test_an_apostrophe_before_a_sign_is_no_guard_of_ours(tmp_path: Path) -> None:
    write_table("csv", "Questions", [["question"], ["'-5 or 5?"], ["-5?"]], tmp_path / "out.csv")
    table = csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines())
    assert [without_guard(row[0]) for row in table] == ["question", "'-5 or 5?", "-5?"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "q.txt"
    file.write_bytes("¿Qué señal es?\nA. Un bostezo\nB. Sí\nANSWER: A\n".encode(encoding))
    (item,) = read_questions(file).items
    assert item.text == "¿Qué señal es?"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "q.docx").write_bytes(b"hello")
    with pytest.raises(DeckError, match="no file of questions"):
        read_questions(tmp_path / "q.docx")
    with pytest.raises(DeckError, match="is no format of questions"):
        export_questions(read_deck(WORKSHOP), tmp_path / "q.odt")
    with pytest.raises(StoreError):
        read_questions(tmp_path / "none.gift")


def test_a_failed_import_leaves_the_deck_as_it_was(tmp_path: Path) -> None:
    copytree(LITTLE, tmp_path / "deck")
    file = tmp_path / "deck" / "deck.md"
    before = file.read_bytes()
    with pytest.raises(DeckError):
        add_questions(items_of(read_deck(WORKSHOP)), tmp_path / "deck", "nowhere")
    assert file.read_bytes() == before


def test_a_table_from_an_excel_that_parts_cells_with_semicolons_is_read(tmp_path: Path) -> None:
    file = tmp_path / "q.csv"
    rows = "sep=;\r\nQuestion;A;B;Correct answer\r\nWas hilft für „Ruhe“, jetzt?;Nähe;Lärm;a\r\n"
    file.write_bytes(rows.encode("cp1252"))
    (item,) = read_questions(file).items
    assert item.text == "Was hilft für „Ruhe“, jetzt?"
    assert item.question.right_letters == "A"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@given(given_items=st.lists(items(), min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_any_item_survives_a_whole_file(kind: TableKind, given_items: list[Item]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"q.{kind}"
        write_table(kind, "Questions", write_rows(given_items), file)
        reading = read_questions(file)
    assert reading.problems == ()
    assert [without_lines(item) for item in reading.items] == given_items
