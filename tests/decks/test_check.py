from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from imhtrainer.decks.check import find_problems
from imhtrainer.decks.problem import Problem
from imhtrainer.domain.deck import Deck

SHIPPED = Path(__file__).parents[2] / "slides"
FolderWith = Callable[[str], Path]


def found(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in find_problems(folder)]


def test_a_sound_deck_has_no_problem(little: Path) -> None:
    assert find_problems(little) == ()


def test_a_broken_deck_is_told_all_its_problems_in_one_go() -> None:
    folder = Path(__file__).parent / "data" / "broken"
    expected = (folder / "problems.txt").read_text(encoding="utf-8").splitlines()
    told = [f"{problem.line}: {problem.message}" for problem in find_problems(folder)]
    assert told == expected


@pytest.mark.parametrize(
    "deck", sorted(SHIPPED.glob("*/deck.md")), ids=lambda path: path.parent.name
)
def test_the_trainings_that_come_with_the_program_are_sound(deck: Path) -> None:
    assert [str(problem) for problem in find_problems(deck)] == []


def test_the_file_may_be_named_itself(folder_with: FolderWith) -> None:
    folder = folder_with("## Look {a=1}\nSee.\n")
    assert find_problems(folder / "deck.md") == find_problems(folder)
    assert find_problems(folder)


def test_an_unreadable_deck_is_one_problem(tmp_path: Path) -> None:
    assert found(tmp_path) == [
        "deck.md:1: There is no such deck: give a deck.md file or its folder."
    ]


def test_a_deck_without_slides_is_said(tmp_path: Path) -> None:
    (tmp_path / "deck.md").write_text("---\ntrainer: 1\ntitle: x\nminutes: 5\n---\n")
    assert found(tmp_path) == ["deck.md:5: The deck has no slide: write # Section, then ## Slide."]


def test_a_picture_needs_words_and_a_file(folder_with: FolderWith) -> None:
    folder = folder_with("## Look\nSee.\n\n![](images/a.svg)\n\n")
    assert found(folder) == [
        "deck.md:10: The picture “images/a.svg” is missing: put the file there or mend the path.",
        "deck.md:10: “images/a.svg” has no alt text: write what it shows in ![...].",
    ]


def test_a_picture_in_a_column_is_looked_at_too(folder_with: FolderWith) -> None:
    folder = folder_with("## Look\n::: left\n![a](b.svg)\n:::\n::: right\nc\n:::\n")
    assert found(folder)[0].startswith("deck.md:9: The picture “b.svg” is missing")


def test_every_slide_has_notes(folder_with: FolderWith) -> None:
    folder = folder_with("## Look\nSee.\n\n## Wait\nSee.\n")
    assert found(folder)[0].startswith("deck.md:7: The slide has no notes")
    assert len(found(folder)) == 1


def test_an_items_objective_is_in_the_front_matter(folder_with: FolderWith) -> None:
    item = "- [x] a\n- [ ] b\n"
    folder = folder_with(f"## Q? {{.checkpoint phase=pre objective=fly}}\n{item}")
    assert found(folder) == ["deck.md:7: The objective “fly” is not in the front matter."]


def test_the_sections_fill_the_planned_time(folder_with: FolderWith) -> None:
    folder = folder_with("## Look\nSee.\n\n::: notes\nx\n:::\n\n# Two\n\n## Wait\nSee.\n")
    assert found(folder) == [
        "deck.md:14: The section has no planned time: add minutes=... to its title."
    ]
    text = (folder / "deck.md").read_text(encoding="utf-8")
    (folder / "deck.md").write_text(text.replace("# Two", "# Two {minutes=5}"), encoding="utf-8")
    assert found(folder) == ["deck.md:1: The sections add up to 15 minutes, the training has 10."]


def test_an_empty_section_is_said(folder_with: FolderWith) -> None:
    folder = folder_with(
        "## Look\nSee.\n\n::: notes\nx\n:::\n\n# Two {minutes=1}\n\n# Three\n## W\nx\n"
    )
    assert "deck.md:14: The section has no slide: add one or remove the section." in found(folder)


def test_all_kinds_of_problems_come_sorted_by_line(folder_with: FolderWith) -> None:
    folder = folder_with("## Look {a=1}\nSee.\n\n![](b.svg)\n\n## Wait {build=list}\n<br>\n")
    lines = [problem.line for problem in find_problems(folder)]
    assert lines == sorted(lines)
    assert {7, 10, 12, 13} <= set(lines)


def test_what_does_not_fit_is_told_with_the_rest(folder_with: FolderWith) -> None:
    def too_long(deck: Deck) -> Iterable[Problem]:
        return [Problem("deck.md", slide.line, "Too long.") for slide in deck.slides]

    folder = folder_with("## Look {a=1}\nSee.\n\n## Wait\nSee.\n")
    told = [(problem.line, problem.message[:9]) for problem in find_problems(folder, too_long)]
    assert told == [(7, "The slide"), (7, "Unknown a"), (10, "Too long.")]


def test_two_slides_of_one_title_are_told_apart_by_nobody_who_listens(
    folder_with: FolderWith,
) -> None:
    notes = "\n::: notes\nSay it.\n:::\n\n"
    folder = folder_with(f"## Look\nSee.\n{notes}## Wait\nSee.\n{notes}## look\nSee.\n{notes}")
    (fault,) = found(folder)
    assert "The title is that of slide 1, too" in fault
