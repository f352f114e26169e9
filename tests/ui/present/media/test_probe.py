from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from imhtrainer.domain.deck import Deck
from imhtrainer.services.preflight.finding import Finding
from imhtrainer.ui.present.media.probe import find_player, look_at_media, media_of


@pytest.fixture
def beside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def look(pool: ThreadPoolExecutor, deck: Deck) -> Finding:
    return pool.submit(look_at_media, deck, find_player()).result(60)


def test_every_film_of_a_deck_is_found(deck: Deck) -> None:
    assert [media.path for media in media_of(deck)] == ["counting.mp4", "counting.webm"]


def test_films_that_play_are_counted(
    qapp: QApplication, deck: Deck, beside: ThreadPoolExecutor
) -> None:
    assert look(beside, deck) == Finding("good", "2 files play")


def test_a_film_that_does_not_is_named_with_what_to_do(
    qapp: QApplication, deck: Deck, beside: ThreadPoolExecutor
) -> None:
    (Path(deck.folder) / "counting.webm").write_bytes(b"\x1a\x45\xdf\xa3" + bytes(400))
    found = look(beside, deck)
    assert found.verdict == "wrong"
    assert found.words.startswith("“counting.webm” cannot be played here: ")
    assert "Save it as MP4" in found.words


def test_a_deck_without_films_has_nothing_to_play(deck: Deck, beside: ThreadPoolExecutor) -> None:
    assert look(beside, replace(deck, sections=())) == Finding("good", "Nothing to play")
