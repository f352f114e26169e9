import re

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from imhtrainer.layout.theme import contrast, load_theme
from imhtrainer.resources import resource_path
from imhtrainer.ui.style.fonts import ensure_scripts, load_window_fonts, tabular
from imhtrainer.ui.style.icons import icon_pixmap
from imhtrainer.ui.style.look import Look, apply_look, wants_dark
from imhtrainer.ui.style.sheet import blend, style_sheet
from imhtrainer.ui.widgets.buttons import Button

THEME = load_theme("dawn")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_has_no_colour_that_is_not_of_the_theme(scheme: str) -> None:
    tokens = getattr(THEME, scheme)
    mixtures = {
        blend(tokens["ink-soft"], tokens["paper"], 0.12),
        blend(tokens["lagoon"], tokens["ink"], 0.16),
        blend(tokens["lagoon"], tokens["ink"], 0.32),
    }
    used = {
        color.upper()
        for color in re.findall(r"#[0-9A-Fa-f]{6}", style_sheet(THEME, scheme == "dark"))
    }
    assert used <= {value.upper() for value in tokens.values()} | mixtures


@pytest.mark.parametrize("tokens", [THEME.light, THEME.dark], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface", "sand", "side"])
def test_text_is_legible_on_every_ground(tokens: dict[str, str], ground: str) -> None:
    for ink in ("ink", "ink-soft"):
        assert contrast(tokens[ink], tokens[ground]) >= 4.5


def test_a_scheme_of_the_system_is_light_or_dark_by_choice() -> None:
    assert wants_dark("dark")
    assert not wants_dark("light")


def test_icons_are_painted_in_the_colour_asked_for(window_look: Look) -> None:
    image = icon_pixmap("check", window_look.color("leaf"), 24).toImage()
    assert looks_like(image, window_look.color("leaf"))


def test_a_button_changes_its_icon_with_the_scheme(
    qapp: QApplication, qtbot: QtBot, window_look: Look
) -> None:
    button = Button(window_look, "Add a person", icon="plus")
    qtbot.addWidget(button)
    window_look.set_dark(True)
    apply_look(qapp, window_look)
    image = button.icon().pixmap(button.iconSize()).toImage()
    assert looks_like(image, window_look.color("ink"))


def test_a_button_without_words_says_what_it_does(qtbot: QtBot, window_look: Look) -> None:
    button = Button(window_look, kind="icon", icon="x", says="Close the import")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Close the import"
    assert button.toolTip() == "Close the import"


@pytest.mark.parametrize(("size", "height"), [("small", 32), ("", 36), ("main", 44), ("large", 52)])
def test_buttons_have_the_drawn_heights(
    qtbot: QtBot, window_look: Look, size: str, height: int
) -> None:
    button = Button(window_look, "Next", "primary", size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_fields_are_as_high_as_buttons(qtbot: QtBot, window_look: Look) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert field.sizeHint().height() == 36


def test_every_icon_the_windows_name_is_there() -> None:
    folder = resource_path("icons")
    assert (folder / "LICENSE").is_file()
    assert all("currentColor" in path.read_text() for path in folder.glob("*.svg"))


def test_scripts_the_typeface_lacks_get_one_that_has_them(qapp: QApplication) -> None:
    load_window_fonts()
    ensure_scripts("مريم ไทย አማርኛ")
    families = set(QFontDatabase.families())
    assert {"Inter", "Noto Sans Arabic", "Noto Sans Thai", "Noto Sans Ethiopic"} <= families


def test_figures_that_change_have_one_width(qtbot: QtBot, window_look: Look) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    font = tabular(QFont(label.font()))
    assert font.isFeatureSet(QFont.Tag("tnum"))


def looks_like(image: QImage, wanted: QColor) -> bool:
    """Whether the most solid pixel has the colour, but for the rounding of soft edges."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    solid = max(pixels, key=QColor.alpha)
    one, other = solid.toRgb(), wanted.toRgb()
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return all(abs(seen - meant) <= 6 for seen, meant in pairs)
