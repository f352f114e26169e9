"""A training of three slides: a film with subtitles, words, and a sound."""

import shutil
from pathlib import Path

import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck

FILMS = Path(__file__).parents[3] / "films"
POSTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9">'
    '<rect x="0" y="0" width="16" height="9" fill="#F3E7D7"/></svg>'
)
DECK = """---
trainer: 1
title: Films
minutes: 10
---

# One {#one minutes=10}

## Watch her hands {#film}

Look.

![A father counts to three.](counting.mp4){poster=poster.svg}

## Some words {#words}

So.

## Watch again {#again}

Look.

![A father counts to three.](counting.webm){poster=poster.svg loop mute}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    folder = tmp_path / "films"
    folder.mkdir()
    for name in ("counting.mp4", "counting.webm", "counting.vtt"):
        shutil.copy(FILMS / name, folder)
    (folder / "poster.svg").write_text(POSTER)
    (folder / "deck.md").write_text(DECK)
    return read_deck(folder)
