from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from imhtrainer.domain.session.commands import ChangeDetails
from imhtrainer.layout.kit import Kit
from imhtrainer.ui.present.pages.deck_pages import DeckPages
from imhtrainer.ui.present.pages.shown import Shown
from tests.ui.present.small_training import Room


def test_a_page_is_laid_out_once_for_all_its_steps(
    qapp: QApplication, room: Room, kit: Kit
) -> None:
    pages = DeckPages(room.deck, kit, room.state)
    three = room.index["three"]
    page = pages.page(Shown("slide", three, 0))
    assert page is not None
    assert pages.page(Shown("slide", three, 2)) is page


def test_steps_not_reached_yet_are_not_painted(qapp: QApplication, room: Room, kit: Kit) -> None:
    pages = DeckPages(room.deck, kit, room.state)
    three = room.index["three"]
    first, last = (pages.image(Shown("slide", three, step), 320) for step in (0, 3))
    assert first.size() == last.size()
    assert first != last


def test_a_slide_the_deck_no_longer_has_is_shown_by_its_name(
    qapp: QApplication, room: Room, kit: Kit
) -> None:
    kept = tuple(section for section in room.deck.sections if section.id != "end")
    pages = DeckPages(replace(room.deck, sections=kept), kit, room.state)
    gone = Shown("slide", room.index["goodbye"])
    assert pages.page(gone) is None
    assert pages.words(gone) == ("Goodbye", "")
    image = pages.image(gone, 480)
    colors = {image.pixelColor(x, 135).name() for x in range(480)}
    assert len(colors) > 1


def test_a_deck_without_five_points_shows_its_name_instead(
    qapp: QApplication, room: Room, kit: Kit
) -> None:
    pages = DeckPages(room.deck, kit, room.state)
    assert not pages.image(Shown("points"), 320).isNull()


def test_changed_details_lay_the_pages_out_anew(qapp: QApplication, room: Room, kit: Kit) -> None:
    pages = DeckPages(room.deck, kit, room.state)
    before = pages.page(Shown("slide", 0))
    details = replace(room.state.details, facilitator="Rosa Diaz", venue="Room 4")
    room.session.do(ChangeDetails(room.clock(), details))
    assert pages.follow(room.state)
    after = pages.page(Shown("slide", 0))
    assert before is not after
    assert after is not None
    assert "Rosa Diaz" in after.description


def test_of_a_long_deck_only_the_last_pages_are_kept(
    qapp: QApplication, room: Room, kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("imhtrainer.ui.present.pages.deck_pages.MOST_PAGES", 2)
    pages = DeckPages(room.deck, kit, room.state)
    first = pages.page(Shown("slide", 0))
    second = pages.page(Shown("slide", 1))
    pages.page(Shown("slide", 2))
    assert pages.page(Shown("slide", 1)) is second
    assert pages.page(Shown("slide", 0)) is not first
