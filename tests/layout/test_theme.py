"""The theme: one table of tokens, and colours that can be read on their grounds."""

from pathlib import Path

import pytest

from imhtrainer.domain.errors import DeckError
from imhtrainer.layout.theme import contrast, load_theme, read_theme

READABLE = 4.5

SLIDE_TEXT_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "sand"),
    ("ink", "surface"),
    ("ink", "sun"),
    ("ink", "horizon"),
    ("ink-soft", "paper"),
    ("ink-soft", "sand"),
    ("ink-soft", "surface"),
    ("lagoon", "paper"),
    ("lagoon", "sand"),
    ("coral-text", "paper"),
    ("coral-text", "sand"),
    ("surface", "coral-text"),
    ("surface", "leaf"),
    ("surface", "ink-soft"),
    ("leaf", "surface"),
    ("paper", "lagoon"),
    ("paper", "plum"),
    ("sand", "lagoon"),
    ("sand", "night"),
    ("path", "night"),
]

WINDOW_TEXT_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sand"),
    ("ink-soft", "paper"),
    ("ink-soft", "surface"),
    ("ink-soft", "sand"),
    ("coral-text", "tint-coral"),
    ("leaf", "tint-leaf"),
    ("on-lagoon", "lagoon"),
    ("on-sun", "sun"),
    ("alarm", "surface"),
]


@pytest.mark.parametrize(("text", "ground"), SLIDE_TEXT_ON_GROUND)
def test_text_on_a_slide_can_be_read_on_its_ground(text: str, ground: str) -> None:
    colors = load_theme("dawn").colors
    assert contrast(colors[text], colors[ground]) >= READABLE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), WINDOW_TEXT_ON_GROUND)
def test_text_in_a_window_can_be_read_in_both_schemes(text: str, ground: str, scheme: str) -> None:
    theme = load_theme("dawn")
    colors = theme.light if scheme == "light" else theme.dark
    assert contrast(colors[text], colors[ground]) >= READABLE


def test_contrast_is_that_of_the_accessibility_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


def test_the_theme_knows_its_typefaces_skins_and_sizes() -> None:
    theme = load_theme("dawn")
    assert theme.families["head"] == "Gelasio"
    assert theme.families["office-body"] == "Calibri"
    assert len(theme.skins) == 4
    assert theme.sizes["title"] == 40


def test_an_unknown_theme_is_refused_with_the_names_that_are_known() -> None:
    with pytest.raises(DeckError, match=r"no theme “dusk”.*dawn"):
        load_theme("dusk")


def test_a_theme_file_without_one_of_its_tables_says_which(tmp_path: Path) -> None:
    file = tmp_path / "pale.toml"
    file.write_text('name = "pale"\n[light]\nink = "#000000"\n', encoding="utf-8")
    with pytest.raises(DeckError, match=r"pale\.toml.*\[dark\]"):
        read_theme(file)


def test_a_colour_that_only_one_scheme_has_is_refused(tmp_path: Path) -> None:
    empty = "".join(
        f"[{name}]\n"
        for name in ("dark", "slides", "skins", "families", "sizes", "windows", "radii")
    )
    file = tmp_path / "pale.toml"
    file.write_text(f'name = "pale"\n[light]\nink = "#000000"\n{empty}', encoding="utf-8")
    with pytest.raises(DeckError, match="ink must stand in both"):
        read_theme(file)
