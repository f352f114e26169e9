from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.plan import PlanSection
from imhtrainer.ui.present.overview.cells import Cell, Group, arrange, folded, groups, searched
from tests.ui.present.small_training import Room


def found(room: Room, titles: dict[str, str], sought: str = "") -> tuple[Group, ...]:
    return groups(room.state.plan, searched(room.state.plan, titles), sought)


def labels(shown: tuple[Group, ...]) -> list[str]:
    return [cell.label for group in shown for cell in group.cells]


def test_every_slide_stands_under_its_section(room: Room) -> None:
    shown = found(room, {})
    assert [group.title for group in shown] == ["Welcome", "Point one", "The end"]
    assert [cell.number for group in shown for cell in group.cells] == [1, 2, 3, 4, 6, 7]


def test_words_are_found_by_their_beginnings_in_any_order(room: Room) -> None:
    titles = {"circle": "Names in a circle"}
    assert labels(found(room, titles, "cir nam")) == ["Circle of names"]
    assert labels(found(room, titles, "zzz")) == []


def test_accents_capitals_and_signs_do_not_count(room: Room) -> None:
    titles = {"after": "“Después” de la votación"}
    for sought in ("despues votacion", "DESPUÉS", "votación de"):
        assert labels(found(room, titles, sought)) == ["After the vote"]


def test_a_slide_is_found_by_its_number(room: Room) -> None:
    assert labels(found(room, {}, "4")) == ["Checkpoint 1"]


def test_letters_are_compared_without_their_accents() -> None:
    assert folded("Ábc—d’É") == "abc d e"


@given(
    sizes=st.lists(st.integers(1, 40), min_size=1, max_size=12),
    width=st.integers(100, 4000),
)
def test_no_two_cells_overlap_and_all_are_within(sizes: list[int], width: int) -> None:
    found = made(sizes)
    placed = arrange(found, width)
    assert len({(c.x, c.y) for c in placed.cells}) == sum(sizes)
    assert all(c.x + placed.width <= max(width, 248) for c in placed.cells)
    assert all(c.y + placed.picture_height <= placed.height for c in placed.cells)


@given(
    sizes=st.lists(st.integers(1, 9), min_size=1, max_size=6),
    width=st.integers(300, 1500),
    start=st.integers(0, 53),
)
def test_down_and_down_again_comes_to_the_last_row(
    sizes: list[int], width: int, start: int
) -> None:
    placed = arrange(made(sizes), width)
    slide = start % sum(sizes)
    for _ in range(60):
        slide = placed.above(slide, down=True)
    assert placed.cells[placed.order[slide]].y == max(c.y for c in placed.cells)
    assert placed.beside(slide, 1000) == sum(sizes) - 1
    assert placed.beside(slide, -1000) == 0


def made(sizes: list[int]) -> tuple[Group, ...]:
    at, found = 0, []
    for size in sizes:
        cells = tuple(Cell(at + i, at + i + 1, "A slide") for i in range(size))
        found.append(Group(PlanSection("s", "Section", 5).title, cells))
        at += size
    return tuple(found)
