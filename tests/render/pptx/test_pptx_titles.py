"""Slides that a deck calls by one name are told apart by their titles."""

from collections.abc import Callable
from typing import Any

from imhtrainer.layout.page import Page

Opened = Callable[..., Any]


def runs_of(slide: Any) -> list[tuple[str, float]]:
    (paragraph,) = slide.shapes.title.text_frame.paragraphs
    return [(run.text, run.font.size.pt if run.font.size else 0.0) for run in paragraph.runs]


def test_a_second_and_third_slide_of_a_name_get_a_small_number_behind_it(
    page: Callable[..., Page], opened: Opened
) -> None:
    made = opened(
        page(title="Repair"), page(title="Other"), page(title="repair "), page(title="Repair")
    )
    assert [slide.shapes.title.text_frame.text for slide in made.slides] == [
        "Repair",
        "Other",
        "repair  (2 of 3)",
        "Repair (3 of 3)",
    ]
    assert runs_of(made.slides[0]) == [("Repair", 0.0)]
    assert runs_of(made.slides[3]) == [("Repair", 0.0), (" (3 of 3)", 14.0)]


def test_where_the_line_is_full_the_number_takes_no_room(
    page: Callable[..., Page], opened: Opened
) -> None:
    full = "Every baby can learn that it is safe now"
    first, second = page(title=full, slide_id="a"), page(title=full, slide_id="b")
    made = opened(first, second)
    assert runs_of(made.slides[1])[-1] == (" (2 of 2)", 1.0)


def test_a_number_never_makes_a_title_that_is_there_already(
    page: Callable[..., Page], opened: Opened
) -> None:
    made = opened(page(title="Repair (2 of 2)"), page(title="Repair"), page(title="Repair"))
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert len(set(titles)) == 3


def test_titles_of_a_whole_training_stay_as_they_are(
    workshop: tuple[Page, ...], opened: Opened
) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in opened(*workshop).slides]
    assert not any(" of 2)" in title for title in titles)
