from imhtrainer.ui.present.outline.rows import (
    SectionRow,
    SlideRow,
    outline_rows,
    slide_with_number,
)
from tests.ui.present.small_training import Room


def test_only_the_rooms_section_is_unfolded(room: Room) -> None:
    room.start()
    room.go("check")
    rows = outline_rows(room.state)
    slides = [row.label for row in rows if isinstance(row, SlideRow)]
    assert slides == ["Circle of names", "Checkpoint 1", "After the vote"]


def test_sections_behind_the_room_are_ticked(room: Room) -> None:
    room.start()
    room.go("check")
    marks = [
        (row.done, row.here) for row in outline_rows(room.state) if isinstance(row, SectionRow)
    ]
    assert marks == [(True, False), (False, True), (False, False)]


def test_the_slide_the_room_sees_and_the_one_looked_at_are_two(room: Room) -> None:
    room.start()
    rows = outline_rows(room.state, room.index["three"])
    marks = {row.label: (row.shown, row.looked_at) for row in rows if isinstance(row, SlideRow)}
    assert marks == {"Hello": (True, False), "Three things": (False, True)}


def test_looking_into_another_section_unfolds_that_one(room: Room) -> None:
    room.start()
    rows = outline_rows(room.state, room.index["goodbye"])
    assert [row.label for row in rows if isinstance(row, SlideRow)] == ["Goodbye"]


def test_activities_and_questions_carry_their_kind(room: Room) -> None:
    room.start()
    room.go("after")
    kinds = [row.kind for row in outline_rows(room.state) if isinstance(row, SlideRow)]
    assert kinds == ["activity", "question", ""]


def test_a_printed_number_finds_its_slide_answer_pages_too(room: Room) -> None:
    plan = room.state.plan
    assert slide_with_number(plan, 1) == 0
    assert slide_with_number(plan, 4) == slide_with_number(plan, 5) == room.index["check"]
    assert slide_with_number(plan, 6) == room.index["after"]


def test_a_number_beyond_the_last_page_finds_nothing(room: Room) -> None:
    assert slide_with_number(room.state.plan, 8) is None
    assert slide_with_number(room.state.plan, 0) is None
