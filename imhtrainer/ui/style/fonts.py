"""The windows' typeface, and typefaces for scripts it has no letters for."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase

from imhtrainer.resources import resource_path

_INTER = ("Inter_400Regular", "Inter_500Medium", "Inter_600SemiBold")
_SCRIPT_FONTS = {
    "ARABIC": "NotoSansArabic",
    "ARMENIAN": "NotoSansArmenian",
    "BENGALI": "NotoSansBengali",
    "CJK": "NotoSansSC",
    "DEVANAGARI": "NotoSans",
    "ETHIOPIC": "NotoSansEthiopic",
    "GEORGIAN": "NotoSansGeorgian",
    "GUJARATI": "NotoSansGujarati",
    "GURMUKHI": "NotoSansGurmukhi",
    "HANGUL": "NotoSansKR",
    "HEBREW": "NotoSansHebrew",
    "HIRAGANA": "NotoSansJP",
    "KANNADA": "NotoSansKannada",
    "KATAKANA": "NotoSansJP",
    "KHMER": "NotoSansKhmer",
    "LAO": "NotoSansLao",
    "MALAYALAM": "NotoSansMalayalam",
    "MYANMAR": "NotoSansMyanmar",
    "ORIYA": "NotoSansOriya",
    "SINHALA": "NotoSansSinhala",
    "TAMIL": "NotoSansTamil",
    "TELUGU": "NotoSansTelugu",
    "THAI": "NotoSansThai",
}


def load_window_fonts() -> None:
    """Make Inter known to the windows; a second call changes nothing."""
    if not QFontDatabase.hasFamily("Inter"):
        for face in _INTER:
            QFontDatabase.addApplicationFont(str(resource_path("fonts", "inter", f"{face}.ttf")))


def ensure_scripts(text: str) -> None:
    """Make a typeface known for every script in ``text`` that Inter cannot write."""
    families = set(QFontDatabase.families())
    for stem in _fonts_for(text):
        path = resource_path("fonts", "noto", f"{stem}-Regular.ttf")
        if _family(stem) not in families and path.is_file():
            QFontDatabase.addApplicationFont(str(path))
            families.add(_family(stem))


def tabular(font: QFont) -> QFont:
    """The font with figures of one width, for digits that change or stand in columns."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def _fonts_for(text: str) -> Iterable[str]:
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in set(text)}
    return sorted(_SCRIPT_FONTS[script] for script in scripts & _SCRIPT_FONTS.keys())


def _family(stem: str) -> str:
    script = stem.removeprefix("NotoSans")
    return f"Noto Sans {script}".strip()
