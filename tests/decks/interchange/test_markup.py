"""Items go into a deck's text, and nothing else in it moves."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from imhtrainer.decks.interchange.item import Item, items_of
from imhtrainer.decks.interchange.markup import insert_items
from imhtrainer.decks.parser import parse
from imhtrainer.domain.errors import DeckError
from imhtrainer.domain.quiz import Choice, Question

LITTLE = (Path(__file__).parents[1] / "data" / "little" / "deck.md").read_text(encoding="utf-8")
CHOICES = (Choice("*Red* [x]", True, "- yes", 0), Choice("Blue", False, "1. no", 0))
ITEM = Item(
    "check-1", "Which # colour {is} it?", Question("single", "check", 0, CHOICES, "> So.", 0)
)


def slides_of(text: str) -> dict[str, str]:
    deck, problems = parse(text, Path(), "deck.md")
    assert deck is not None
    assert [p for p in problems if "notes" not in p.message] == []
    return {slide.id: section.id for section in deck.sections for slide in section.slides}


@pytest.mark.parametrize("section", ["welcome", "Respond", "close", ""])
def test_every_other_line_stays_as_it_was(section: str) -> None:
    before = LITTLE.split("\n")
    after = insert_items(LITTLE, [ITEM], section, "deck.md").split("\n")
    changes = {change for change, *_ in SequenceMatcher(None, before, after, False).get_opcodes()}
    assert changes == {"equal", "insert"}


def test_items_stand_at_the_end_of_their_section() -> None:
    slides = slides_of(insert_items(LITTLE, [ITEM], "respond", "deck.md"))
    ids = [slide for slide, section in slides.items() if section == "respond"]
    assert ids[-1] == "which-colour-is-it"


def test_an_id_that_is_taken_gives_way() -> None:
    text = insert_items(LITTLE, [ITEM, ITEM], "", "deck.md")
    slides = slides_of(text)
    assert {"check-1", "which-colour-is-it", "which-colour-is-it-2"} <= slides.keys()


def test_signs_that_mean_something_in_markdown_stay_signs() -> None:
    deck, _ = parse(insert_items(LITTLE, [ITEM], "", "deck.md"), Path(), "deck.md")
    assert deck is not None
    added = items_of(deck)[-1]
    assert added.text == ITEM.text
    assert [c.text for c in added.question.choices] == ["*Red* [x]", "Blue"]
    assert [c.feedback for c in added.question.choices] == ["- yes", "1. no"]
    assert added.question.explanation == "> So."


def test_lines_keep_the_ending_they_have() -> None:
    windows = LITTLE.replace("\n", "\r\n")
    changed = insert_items(windows, [ITEM], "", "deck.md")
    assert changed.count("\r\n") == changed.count("\n")


def test_an_unknown_section_is_said_with_those_there_are() -> None:
    with pytest.raises(
        DeckError, match=r"no section “nowhere”\. It has: welcome, respond, close\."
    ):
        insert_items(LITTLE, [ITEM], "nowhere", "deck.md")
