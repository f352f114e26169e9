"""The export page: what is chosen is seen, what is seen is saved, and the choice is remembered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.ink import make_stroke
from imhtrainer.domain.quiz import Tally
from imhtrainer.layout.context import Context
from imhtrainer.resources import slides_path
from imhtrainer.services.takeaway import Product, TakeAway, compose_takeaway, takeaway_name
from imhtrainer.ui.export.page import ExportPage
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look

DECK = read_deck(slides_path() / "it-starts-on-day-1")
CONTEXT = Context(tallies={"check-1": Tally((1, 2, 3), (False, True, False))})


def make_page(qtbot: QtBot, window_look: Look, services: Services, held: bool) -> ExportPage:
    page = ExportPage(DECK, CONTEXT, held, window_look, services)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    qtbot.waitUntil(lambda: len(page.view.pages) > 0)
    return page


@pytest.fixture
def page(qtbot: QtBot, window_look: Look, services: Services) -> ExportPage:
    return make_page(qtbot, window_look, services, held=False)


def choose(qtbot: QtBot, page: ExportPage, product: Product) -> None:
    before = page.view.pages
    qtbot.mouseClick(page.products.buttons[product], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.view.pages is not before)


def saved(qtbot: QtBot, page: ExportPage, services: Services) -> list[str]:
    qtbot.mouseClick(page.file.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.file.open_button.isVisible, timeout=20_000)
    return sorted(path.name for path in services.output_folder.iterdir())


@pytest.mark.parametrize(
    ("product", "ending"),
    [
        ("slides", "slides.pdf"),
        ("handout", "handout with answers.pdf"),
        ("workbook", "workbook.pdf"),
        ("guide", "facilitator guide.pdf"),
        ("answers", "answer sheets.pdf"),
    ],
)
def test_each_product_is_seen_and_saved_under_its_own_name(
    qtbot: QtBot, page: ExportPage, services: Services, product: Product, ending: str
) -> None:
    choose(qtbot, page, product)
    (name,) = saved(qtbot, page, services)
    assert name == f"Infant Mental Health – It Starts on Day 1, {ending}"


def test_the_deck_is_saved_for_powerpoint(
    qtbot: QtBot, page: ExportPage, services: Services
) -> None:
    assert len(page.view.pages) == 60
    (name,) = saved(qtbot, page, services)
    assert name.endswith(", slides.pptx")


def test_participants_see_no_answer_pages(qtbot: QtBot, page: ExportPage) -> None:
    button = page.options.edition.buttons["participant"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 0 < len(page.view.pages) < 60)
    assert "for participants" in page.file.save_button.accessibleName()


def test_only_fields_that_matter_are_shown(qtbot: QtBot, page: ExportPage) -> None:
    options = page.options
    assert options.edition.isVisible()
    assert not options.paper.isVisible()
    choose(qtbot, page, "handout")
    assert options.each.isVisible()
    assert options.paper.isVisible()
    choose(qtbot, page, "answers")
    assert options.sheets.isVisible()
    assert not options.edition.isVisible()


def test_results_are_offered_only_where_a_session_was_held(
    qtbot: QtBot, page: ExportPage, window_look: Look, services: Services
) -> None:
    assert not page.options.results.isVisible()
    held = make_page(qtbot, window_look, services, held=True)
    assert held.options.results.isVisible()
    qtbot.mouseClick(held.options.edition.buttons["participant"], Qt.MouseButton.LeftButton)
    assert not held.options.results.isVisible()


def test_drawings_are_shown_or_left_out_where_any_were_made(
    qtbot: QtBot, page: ExportPage, window_look: Look, services: Services
) -> None:
    assert not page.options.drawings.isVisible()
    stroke = make_stroke("pen", "coral", 4.0, [(100.0, 100.0), (300.0, 200.0)], 0)
    context = replace(CONTEXT, ink={(DECK.slides[0].id, 0): (stroke,)})
    drawn = ExportPage(DECK, context, True, window_look, services)
    qtbot.addWidget(drawn)
    drawn.resize(1366, 700)
    drawn.show()
    qtbot.waitUntil(lambda: len(drawn.view.pages) > 0)
    assert drawn.options.drawings.value == "with"
    with_ink = drawn.view.pages
    qtbot.mouseClick(drawn.options.drawings.buttons["without"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: drawn.view.pages is not with_ink)
    bare = compose_takeaway(TakeAway(), DECK, CONTEXT, services.kit)[0]
    assert with_ink[0] != bare
    assert drawn.view.pages[0] == bare
    assert not services.settings.now.export.drawings


def test_the_last_choice_is_remembered(
    qtbot: QtBot, page: ExportPage, window_look: Look, services: Services
) -> None:
    choose(qtbot, page, "handout")
    before = page.view.pages
    qtbot.mouseClick(page.options.each.buttons["6"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.view.pages is not before)
    again = make_page(qtbot, window_look, services, held=False)
    assert again.products.product == "handout"
    assert again.options.each.value == "6"
    assert len(again.view.pages) == len(page.view.pages)


def test_pages_are_turned_with_keys_and_buttons(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.mouseClick(page.view.forth, Qt.MouseButton.LeftButton)
    assert page.view.count.text() == "page 2 of 60"
    qtbot.keyClick(page.view.preview, Qt.Key.Key_End)
    assert page.view.count.text() == "page 60 of 60"
    assert not page.view.forth.isEnabled()
    qtbot.keyClick(page.view.preview, Qt.Key.Key_PageUp)
    assert page.view.count.text() == "page 59 of 60"


def test_up_and_down_walk_the_products(qtbot: QtBot, page: ExportPage) -> None:
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(page.products, key)
        walked.append(page.products.product)
    assert walked == ["slides", "handout", "slides"]


def test_a_failed_export_says_why_and_leaves_the_old_file(
    qtbot: QtBot, page: ExportPage, services: Services
) -> None:
    choose(qtbot, page, "workbook")
    (name,) = saved(qtbot, page, services)
    target = services.output_folder / name
    choose(qtbot, page, "handout")
    choose(qtbot, page, "workbook")
    assert "Replaces the file of this name" in page.file.said.text()
    target.unlink()
    target.mkdir()  # nothing can be written in the place of a folder
    qtbot.mouseClick(page.file.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.file.place_button.isVisible)
    assert "Could not write" in page.file.said.text()
    assert "is as it was" in page.file.said.text()
    assert target.is_dir()


@pytest.mark.parametrize(
    ("older", "words"),
    [
        (b"", "Stopped. Nothing was saved."),
        (b"the older file", "Stopped. The file of this name is as it was."),
    ],
)
def test_a_stopped_export_says_so_and_leaves_no_half_file(
    qtbot: QtBot, page: ExportPage, services: Services, older: bytes, words: str
) -> None:
    target = services.output_folder / takeaway_name(TakeAway(), DECK)
    target.parent.mkdir(parents=True, exist_ok=True)
    if older:
        target.write_bytes(older)
    qtbot.mouseClick(page.file.save_button, Qt.MouseButton.LeftButton)
    page.file.cancel_button.click()
    qtbot.waitUntil(page.file.save_button.isVisible, timeout=20_000)
    assert page.file.said.text() == words
    left = [path.read_bytes() for path in target.parent.iterdir()]
    assert left == ([older] if older else [])


def test_esc_closes_the_page(qtbot: QtBot, page: ExportPage) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_template_that_is_gone_is_not_asked_for_again(
    qtbot: QtBot, window_look: Look, services: Services, tmp_path: Path
) -> None:
    gone = str(tmp_path / "house.pptx")
    now = services.settings.now
    services.settings.change(replace(now, export=replace(now.export, template=gone)))
    page = make_page(qtbot, window_look, services, held=False)
    (name,) = saved(qtbot, page, services)
    assert name.endswith(".pptx")


def test_a_very_long_title_leaves_each_product_its_own_name(
    qtbot: QtBot, window_look: Look, services: Services
) -> None:
    deck = replace(DECK, title="Again and again " * 30)
    page = ExportPage(deck, CONTEXT, False, window_look, services)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    qtbot.waitUntil(lambda: len(page.view.pages) > 0)
    names = set()
    for button in page.products.buttons.values():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        names.add(page.file.save_button.accessibleName())
    assert len(names) == len(page.products.buttons)
