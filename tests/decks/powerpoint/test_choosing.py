"""Of what came back in a PowerPoint file, each change can be taken over or left."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.powerpoint.choosing import list_changes, take
from imhtrainer.domain.deck import Paragraph, Run, Section, Slide


def slide(identity: str, words: str = "", note: str = "") -> Slide:
    blocks = (Paragraph((Run(words or identity),), 0),)
    notes = (Paragraph((Run(note),), 0),) if note else ()
    return Slide(identity, (Run(identity),), "text", 0, blocks, notes)


def section(identity: str, *slides: Slide, title: str = "") -> Section:
    return Section(identity, title or identity, 5, 0, slides)


def order(sections: Sequence[Section]) -> list[tuple[str, list[str]]]:
    return [(part.id, [one.id for one in part.slides]) for part in sections]


def keys(old: Sequence[Section], new: Sequence[Section]) -> list[str]:
    return [change.key for change in list_changes(old, new)]


A, B, C, D = (slide(name) for name in "abcd")
OLD = (section("one", A, B), section("two", C, D))


def test_nothing_changed_is_no_change() -> None:
    assert list_changes(OLD, OLD) == ()


def test_words_and_notes_of_a_slide_are_taken_apart() -> None:
    new = (section("one", slide("a", "Other words", "Say it."), B), OLD[1])
    assert keys(OLD, new) == ["slide:a:slide", "slide:a:notes"]
    (first, _) = take(OLD, new, ["slide:a:notes"])
    assert first.slides[0].blocks == A.blocks
    assert first.slides[0].notes == new[0].slides[0].notes


def test_a_new_slide_is_left_out_and_a_deleted_one_stays_where_it_was() -> None:
    new = (section("one", A, slide("x")), section("two", C, D))
    assert keys(OLD, new) == ["slide:x:new", "slide:b:deleted"]
    assert order(take(OLD, new, ["slide:x:new"])) == [("one", ["a", "b", "x"]), ("two", ["c", "d"])]
    assert order(take(OLD, new, ["slide:b:deleted"])) == [("one", ["a"]), ("two", ["c", "d"])]


def test_a_slide_that_came_into_another_section_goes_back_unless_it_is_taken() -> None:
    new = (section("one", A), section("two", C, B, D))
    assert keys(OLD, new) == ["slide:b:moved"]
    assert take(OLD, new, []) == OLD


def test_a_moved_section_is_one_change_and_its_slides_are_none() -> None:
    new = (OLD[1], OLD[0])
    assert len(keys(OLD, new)) == 1
    assert take(OLD, new, []) == OLD


def test_a_section_that_was_divided_is_whole_again_without_the_new_heading() -> None:
    new = (OLD[0], section("two", C), section("three", D))
    assert keys(OLD, new) == ["section:three:new"]
    assert take(OLD, new, []) == OLD


def test_a_heading_that_was_taken_away_comes_back_with_its_slides() -> None:
    new = (section("one", A, B, C, D),)
    assert keys(OLD, new) == ["section:two:deleted"]
    assert take(OLD, new, []) == OLD


def test_a_section_whose_slides_all_went_comes_back_with_any_of_them() -> None:
    new = (OLD[0],)
    assert keys(OLD, new) == ["slide:c:deleted", "slide:d:deleted"]
    assert order(take(OLD, new, ["slide:c:deleted"])) == [("one", ["a", "b"]), ("two", ["d"])]


def test_a_section_keeps_its_name() -> None:
    new = (replace(OLD[0], title="First of all"), OLD[1])
    assert keys(OLD, new) == ["section:one:renamed"]
    assert take(OLD, new, []) == OLD


@st.composite
def states(draw: st.DrawFn) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """A deck, and what might come back of it: anything deleted, moved, added, reworded, parted otherwise."""
    names = [f"s{n}" for n in range(draw(st.integers(1, 7)))]
    old = _parted(draw, [slide(name) for name in names], "k")
    kept = [name for name in draw(st.permutations(names)) if draw(st.integers(0, 4))]
    kept += [f"n{n}" for n in range(draw(st.integers(0, 2)))]
    shuffled = draw(st.permutations(kept)) if kept else ["n9"]
    worded = [slide(n, draw(st.sampled_from(["", "new"]))) for n in shuffled]
    return old, _parted(draw, worded, "k")


def _parted(draw: st.DrawFn, slides: list[Slide], letter: str) -> tuple[Section, ...]:
    made: list[Section] = []
    names = list(draw(st.permutations([f"{letter}{n}" for n in range(8)])))
    while slides:
        count = draw(st.integers(1, len(slides)))
        title = draw(st.sampled_from(["", "Renamed"]))
        made.append(section(names.pop(), *slides[:count], title=title))
        slides = slides[count:]
    return tuple(made)


@given(states(), st.randoms())
def test_whatever_is_taken_no_slide_is_lost_or_doubled(
    states: tuple[tuple[Section, ...], tuple[Section, ...]], random: Random
) -> None:
    old, new = states
    every = keys(old, new)
    taken = [key for key in every if random.random() < 0.5]
    mixed = [one.id for part in take(old, new, taken) for one in part.slides]
    gone = {k.split(":")[1] for k in taken if k.startswith("slide:") and k.endswith(":deleted")}
    come = {k.split(":")[1] for k in taken if k.startswith("slide:") and k.endswith(":new")}
    wanted = ({one.id for part in old for one in part.slides} - gone) | come
    assert sorted(mixed) == sorted(wanted)


@given(states())
def test_with_nothing_taken_the_deck_is_as_it_was(
    states: tuple[tuple[Section, ...], tuple[Section, ...]],
) -> None:
    old, new = states
    if {part.id for part in old} & {part.id for part in new}:
        assert take(old, new, []) == old
