"""Which font file serves which style and script."""

from pathlib import Path

import pytest

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.fonts import FontLibrary, open_font
from imhtrainer.resources import resource_path


def test_headings_are_gelasio_and_text_is_carlito(fonts: FontLibrary) -> None:
    assert Path(fonts.face("head", bold=True).path).name == "Gelasio_700Bold.ttf"
    assert Path(fonts.face("head", semibold=True).path).name == "Gelasio_600SemiBold.ttf"
    assert Path(fonts.face("head", italic=True).path).name == "Gelasio_400Regular_Italic.ttf"
    assert Path(fonts.face("body").path).name == "Carlito-Regular.ttf"
    assert Path(fonts.face("body", bold=True, italic=True).path).name == "Carlito-BoldItalic.ttf"


def test_text_has_no_semibold_and_takes_bold(fonts: FontLibrary) -> None:
    assert fonts.face("body", semibold=True) == fonts.face("body", bold=True)


def test_every_style_and_fallback_can_be_opened(fonts: FontLibrary) -> None:
    for bold in (False, True):
        for italic in (False, True):
            for semibold in (False, True):
                assert fonts.face("head", bold, italic, semibold).units_per_em > 0
                assert fonts.face("body", bold, italic, semibold).units_per_em > 0
        for script in (
            "Arab",
            "Hebr",
            "Deva",
            "Beng",
            "Thai",
            "Ethi",
            "Hani",
            "Hang",
            "Latn",
            "Zyyy",
        ):
            assert fonts.fallbacks(script, bold)


@pytest.mark.parametrize(
    ("script", "letter"),
    [
        ("Arab", "م"),
        ("Hebr", "ש"),
        ("Deva", "श"),
        ("Beng", "চ"),
        ("Thai", "ช"),
        ("Ethi", "አ"),
        ("Hani", "王"),
        ("Hira", "さ"),
        ("Hang", "김"),
        ("Taml", "த"),
        ("Khmr", "ក"),
        ("Mymr", "က"),
        ("Grek", "Ω"),
        ("Cyrl", "Ж"),
    ],
)
def test_each_script_has_a_font(fonts: FontLibrary, script: str, letter: str) -> None:
    assert fonts.script(letter) == script
    assert any(fonts.has(face, ord(letter)) for face in fonts.fallbacks(script, bold=False))


def test_ideographs_come_from_the_font_of_their_language_first(fonts: FontLibrary) -> None:
    assert "JP" in fonts.fallbacks("Hira", bold=False)[0].key
    assert "KR" in fonts.fallbacks("Hang", bold=True)[0].key
    assert "SC" in fonts.fallbacks("Hani", bold=False)[0].key


def test_carlito_is_as_wide_as_calibri(fonts: FontLibrary) -> None:
    """Calibri's advances of a, m, space and 0 in 2048 units, from its published metrics."""
    face = fonts.face("body")
    font = fonts.font(face)
    widths = [font.get_glyph_h_advance(font.get_nominal_glyph(ord(letter))) for letter in "am 0"]
    assert (face.units_per_em, widths) == (2048, [981, 1636, 463, 1038])


def test_no_file_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    assert FontLibrary(tmp_path / "nowhere").script("a") == "Latn"


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"Carlito-Regular\.ttf.*install"):
        FontLibrary(tmp_path).face("body")


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    path = tmp_path / "fake.ttf"
    path.write_bytes(b"not a font")
    with pytest.raises(RenderError, match=r"fake\.ttf"):
        open_font(path)


def test_what_was_measured_is_remembered_but_not_for_ever() -> None:
    library = FontLibrary(resource_path("fonts"))
    calls: list[int] = []

    def measure() -> int:
        calls.append(1)
        return len(calls)

    assert [library.remember("key", measure) for _ in range(3)] == [1, 1, 1]
    for number in range(2_000):
        library.remember(number, lambda: 0.5)
    assert library.remember("key", measure) == 2
