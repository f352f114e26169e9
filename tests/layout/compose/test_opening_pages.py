"""Title, section and closing pages, and the sun path that runs through all of them."""

from collections.abc import Callable

import pytest

from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose import compose_points, compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, EllipseBox, GroupBox, Page, PathBox, PictureBox, TextBox

Named = Callable[[Page, str], Box]
PageOf = Callable[..., Page]
DeckOf = Callable[[str], Deck]

FIVE = "".join(
    f"# Point {n} {{#p{n} point={n} minutes=8}}\n\n"
    f"## Name {n} {{#open-{n} layout=section}}\n\nA line.\n\n"
    for n in range(1, 6)
)
WELCOME = "# Welcome {#welcome minutes=5}\n\n## Hello {#hello}\n\nText.\n\n"
GOODBYE = "# Goodbye {#bye minutes=5}\n\n## Bye {#goodbye}\n\nText.\n\n"


def text(box: Box) -> TextBox:
    assert isinstance(box, TextBox)
    return box


def marks(page: Page) -> list[str]:
    path = next(box for box in page.boxes if box.name == "sun-path")
    assert isinstance(path, GroupBox)
    return [box.name for box in path.boxes if isinstance(box, EllipseBox)]


def test_the_title_page_has_its_drawn_boxes(page_of: PageOf, named: Named) -> None:
    page = page_of(
        "## Infant Mental Health {layout=title}\n\n![Two hands.](images/holding-hands.svg)\n"
    )
    title = text(named(page, "title"))
    assert (title.x, title.y, title.h) == (56, 64, 132)
    assert text(named(page, "subtitle")).y == 208
    assert text(named(page, "audience")).y == 282
    picture = named(page, "picture")
    assert isinstance(picture, PictureBox)
    where = (picture.x, picture.y, picture.w, picture.h)
    assert where == pytest.approx((372, 23.73, 584, 438))
    order = [box.name for box in page.boxes]
    assert order.index("picture") < order.index("horizon") < order.index("title")


def test_a_title_of_one_line_moves_the_lines_below_up(page_of: PageOf, named: Named) -> None:
    page = page_of("## Babies {layout=title}")
    assert text(named(page, "subtitle")).y == 208 - 66
    assert text(named(page, "audience")).y == 282 - 66


def test_the_title_page_says_who_gives_the_training_and_where(
    page_of: PageOf, named: Named
) -> None:
    alone = page_of("## Babies {layout=title}")
    assert text(named(alone, "credit")).paragraphs[0].text == "After an article of 2020."
    assert "facilitator" not in [box.name for box in alone.boxes]
    held = page_of("## Babies {layout=title}", Context("Marisol Herrera, LMHC", "Coral Gables"))
    assert text(named(held, "facilitator")).y == 464
    assert text(named(held, "credit")).paragraphs[0].text == (
        "Coral Gables. After an article of 2020."
    )


def test_a_facilitator_with_a_long_name_gets_two_lines(page_of: PageOf, named: Named) -> None:
    page = page_of("## Babies {layout=title}", Context("A Very Long Name, " * 7))
    box = text(named(page, "facilitator"))
    assert len(box.paragraphs[0].lines) == 2
    assert box.y + box.h <= text(named(page, "credit")).y


def test_a_section_page_centres_its_words_and_shows_the_path(page_of: PageOf, named: Named) -> None:
    page = page_of("## Trust {layout=section}\n\nOne line.\n")
    label, title, line = (text(named(page, name)) for name in ("label", "title", "line"))
    assert label.paragraphs[0].text == "Point 2 of 5"
    assert (label.y + line.y + line.h) / 2 == 236
    assert title.y == label.y + 36 + 8
    assert line.y == title.y + 62 + 20
    assert text(named(page, "minutes")).paragraphs[0].text == "8 minutes: learn, try it, check"
    path = named(page, "sun-path")
    assert isinstance(path, GroupBox)
    assert [box.name for box in path.boxes if isinstance(box, EllipseBox)] == [
        "done",
        "now",
        "to-come",
        "to-come",
        "to-come",
    ]
    sun = next(box for box in path.boxes if box.name == "now")
    assert isinstance(sun, EllipseBox)
    assert (sun.x + 58, sun.y + 58, sun.w) == (614, 309, 116)


def test_a_section_outside_the_points_has_a_sun_and_no_path(
    kit: Kit, deck_of: DeckOf, named: Named
) -> None:
    deck = deck_of("# Rest {minutes=5}\n\n## A pause {layout=section}\n\n" + FIVE)
    page = compose_slide(deck, 0, Context(), kit)
    names = [box.name for box in page.boxes]
    assert "sun" in names
    assert "sun-path" not in names
    assert "label" not in names
    assert text(named(page, "minutes")).paragraphs[0].text == "5 minutes"


def test_before_the_points_all_stations_are_rings_and_after_them_all_discs(
    kit: Kit, deck_of: DeckOf
) -> None:
    deck = deck_of(WELCOME + FIVE + GOODBYE)
    assert marks(compose_slide(deck, 0, Context(), kit)) == ["to-come"] * 5
    assert marks(compose_slide(deck, 6, Context(), kit)) == ["done"] * 5
    assert marks(compose_slide(deck, 3, Context(), kit)) == ["done"] * 2 + ["now"] + ["to-come"] * 2


def test_a_deck_without_points_has_no_path(kit: Kit, deck_of: DeckOf) -> None:
    page = compose_slide(deck_of(WELCOME), 0, Context(), kit)
    assert "sun-path" not in [box.name for box in page.boxes]


def test_the_closing_page_stands_on_the_ground_of_the_title_page(
    page_of: PageOf, named: Named
) -> None:
    page = page_of("## Every day {layout=closing}\n\nIt can start again.\n")
    names = [box.name for box in page.boxes]
    assert {"ground", "sun", "horizon"} <= set(names)
    pictured = page_of(
        "## Every day {layout=closing}\n\nAgain.\n\n![Hands.](images/holding-hands.svg)\n"
    )
    picture = named(pictured, "picture")
    assert isinstance(picture, PictureBox)
    assert picture.y + picture.h * 352 / 360 == pytest.approx(452)


def test_the_five_points_stand_on_their_path_with_their_titles(
    kit: Kit, deck_of: DeckOf, named: Named
) -> None:
    page = compose_points(deck_of(WELCOME + FIVE + GOODBYE), Context(), kit)
    titles = [text(named(page, f"point-{n}")) for n in range(1, 6)]
    assert [box.paragraphs[0].text for box in titles] == [f"Point {n}" for n in range(1, 6)]
    assert [box.y for box in titles] == sorted((box.y for box in titles), reverse=True)
    assert [box.x for box in titles] == sorted(box.x for box in titles)
    assert isinstance(named(page, "curve"), PathBox)
    assert (page.layout, page.number, page.slide_id) == ("points", 0, "")


def test_a_deck_without_points_has_no_summary_of_them(kit: Kit, deck_of: DeckOf) -> None:
    with pytest.raises(LayoutError, match="the deck has no points"):
        compose_points(deck_of(WELCOME), Context(), kit)
