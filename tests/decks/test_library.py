from pathlib import Path

from imhtrainer.decks.library import DeckSummary, summarise
from imhtrainer.decks.parser import read_deck


def test_a_card_shows_the_decks_facts(little: Path) -> None:
    assert summarise(little) == DeckSummary(
        title="Looking together",
        subtitle="A short training",
        minutes=30,
        slides=read_deck(little).page_count,
        checkpoints=1,
        cover=str(little / "images" / "hands.svg"),
        problems=0,
        first_problems=(),
    )
    assert summarise(little).slides == read_deck(little).page_count


def test_items_before_and_after_the_teaching_are_no_checkpoints(tmp_path: Path) -> None:
    items = "## A {.checkpoint phase=pre}\n## B {.checkpoint}\n## C {.checkpoint phase=post}\n"
    (tmp_path / "deck.md").write_text(f"---\n---\n# One\n{items}", encoding="utf-8")
    assert (summarise(tmp_path).slides, summarise(tmp_path).checkpoints) == (5, 1)


def test_a_cover_that_is_missing_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "deck.md").write_text("---\n---\n# One\n## A\n![a](b.svg)\n", encoding="utf-8")
    assert summarise(tmp_path).cover is None


def test_a_broken_deck_still_has_a_card(tmp_path: Path) -> None:
    (tmp_path / "deck.md").write_bytes(b"---\ntitle: \xe9\n")
    summary = summarise(tmp_path)
    assert (summary.title, summary.slides, summary.problems) == (tmp_path.name, 0, 1)
    assert "Save it as UTF-8" in summary.first_problems[0]


def test_only_the_first_problems_are_quoted(tmp_path: Path) -> None:
    (tmp_path / "deck.md").write_text("# One {=}\n" + "## A {=}\n" * 9, encoding="utf-8")
    summary = summarise(tmp_path)
    assert summary.problems == 11
    assert len(summary.first_problems) == 3
