"""Whatever goes out comes back: no kind of item loses a word on the way."""

import csv
import io
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from imhtrainer.decks.interchange.gift_reader import read_gift
from imhtrainer.decks.interchange.gift_writer import write_gift
from imhtrainer.decks.interchange.item import Item, Reading, items_of
from imhtrainer.decks.interchange.markup import checkpoint_lines
from imhtrainer.decks.interchange.rows import read_rows, write_rows
from imhtrainer.decks.parser import parse, read_deck
from imhtrainer.resources import slides_path
from tests.decks.interchange.items import items, without_lines

WORKSHOP = slides_path() / "it-starts-on-day-1"
HEAD = '---\ntrainer: 1\ntitle: "T"\nminutes: 5\n---\n\n# S {minutes=5}\n\n'


def came_back(reading: Reading) -> list[Item]:
    assert reading.problems == ()
    return [without_lines(item) for item in reading.items]


@given(st.lists(items(), min_size=1, max_size=4))
@settings(max_examples=150)
def test_any_item_survives_gift(given_items: list[Item]) -> None:
    assert came_back(read_gift(write_gift(given_items, "Any / deck"), "x.gift")) == given_items


@given(st.lists(items(), min_size=1, max_size=4))
@settings(max_examples=150)
def test_any_item_survives_a_table(given_items: list[Item]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(write_rows(given_items))
    rows = list(csv.reader(io.StringIO(file.getvalue(), newline="")))
    assert came_back(read_rows(rows, "x.csv")) == given_items


@given(items())
@settings(max_examples=150)
def test_any_item_survives_a_decks_text(item: Item) -> None:
    deck, problems = parse(HEAD + "\n".join(checkpoint_lines(item)), Path(), "deck.md")
    assert [problem for problem in problems if "objective" not in problem.message] == []
    assert deck is not None
    assert [without_lines(back) for back in items_of(deck)] == [item]


def test_the_workshops_items_survive_gift_and_tables() -> None:
    workshop = [without_lines(item) for item in items_of(read_deck(WORKSHOP))]
    assert len(workshop) == 15
    assert came_back(read_gift(write_gift(workshop, "Day 1"), "x.gift")) == workshop
    assert came_back(read_rows(write_rows(workshop), "x.csv")) == workshop
