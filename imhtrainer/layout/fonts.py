"""The fonts in ``resources/fonts``: which file serves which style and script.

Headings are Gelasio (as wide as Georgia), body text is Carlito (as wide as Calibri), every other
script is a static Noto Sans.
"""

import unicodedata
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from pkgutil import resolve_name
from typing import Literal, TypeVar, cast

import uharfbuzz as hb

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.directions import RIGHT_TO_LEFT
from imhtrainer.layout.page import FontFace

Family = Literal["head", "body"]
Measured = TypeVar("Measured")

_MOST_REMEMBERED = 1_000
_WINDOWS_ONLY = "inter"

# (weight, italic) -> file; semibold exists for headings only.
_HEAD = {
    ("regular", False): "gelasio/Gelasio_400Regular.ttf",
    ("regular", True): "gelasio/Gelasio_400Regular_Italic.ttf",
    ("semibold", False): "gelasio/Gelasio_600SemiBold.ttf",
    ("semibold", True): "gelasio/Gelasio_700Bold_Italic.ttf",
    ("bold", False): "gelasio/Gelasio_700Bold.ttf",
    ("bold", True): "gelasio/Gelasio_700Bold_Italic.ttf",
}
_BODY = {
    ("regular", False): "carlito/Carlito-Regular.ttf",
    ("regular", True): "carlito/Carlito-Italic.ttf",
    ("semibold", False): "carlito/Carlito-Bold.ttf",
    ("semibold", True): "carlito/Carlito-BoldItalic.ttf",
    ("bold", False): "carlito/Carlito-Bold.ttf",
    ("bold", True): "carlito/Carlito-BoldItalic.ttf",
}
_NOTO = {
    "Arab": "Arabic",
    "Armn": "Armenian",
    "Beng": "Bengali",
    "Ethi": "Ethiopic",
    "Geor": "Georgian",
    "Gujr": "Gujarati",
    "Guru": "Gurmukhi",
    "Hebr": "Hebrew",
    "Khmr": "Khmer",
    "Knda": "Kannada",
    "Laoo": "Lao",
    "Mlym": "Malayalam",
    "Mymr": "Myanmar",
    "Orya": "Oriya",
    "Sinh": "Sinhala",
    "Taml": "Tamil",
    "Telu": "Telugu",
    "Thai": "Thai",
}
_IDEOGRAPHS = {"Hani": "SC", "Bopo": "SC", "Hira": "JP", "Kana": "JP", "Hang": "KR"}
_ANY_IDEOGRAPHS = ("SC", "JP", "KR")


@dataclass(frozen=True, slots=True)
class _Open:
    """An opened font file with what was asked of it so far."""

    face: FontFace
    font: hb.Font
    covered: dict[int, bool]
    plain: set[str]


class FontLibrary:
    """The fonts below one folder; files are opened on first use and stay open.

    Raises ``RenderError`` when a file is missing or is no font.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, _Open] = {}
        self._chains: dict[tuple[str, bool], tuple[FontFace, ...]] = {}
        self._scripts: dict[str, str] = {}
        self._remembered: dict[Hashable, object] = {}

    def fingerprint(self) -> str:
        """A hash over every font file that paper may use: the same fonts set the same letters."""
        found = sha256()
        for path in sorted(self._folder.rglob("*.[to]tf")):
            if path.parent.name != _WINDOWS_ONLY:
                found.update(path.name.encode())
                found.update(sha256(path.read_bytes()).digest())
        return found.hexdigest()[:32]

    def face(
        self, family: Family, bold: bool = False, italic: bool = False, semibold: bool = False
    ) -> FontFace:
        """The face of a style; semibold without a file of its own is bold."""
        weight = "bold" if bold else "semibold" if semibold else "regular"
        files = _HEAD if family == "head" else _BODY
        return self._opened(files[weight, italic], family, weight != "regular", italic).face

    def fallbacks(self, script: str, bold: bool) -> tuple[FontFace, ...]:
        """The faces to try after the style's own for an ISO 15924 script, best first."""
        chain = self._chains.get((script, bold))
        if chain is None:
            chain = tuple(self._noto(name, bold) for name in _fallback_names(script))
            self._chains[script, bold] = chain
        return chain

    def font(self, face: FontFace) -> hb.Font:
        """The HarfBuzz font of a face, in font units."""
        return self._opened(face.key, face.family, face.bold, face.italic).font

    def has(self, face: FontFace, codepoint: int) -> bool:
        """Whether the face has a glyph of its own for a character."""
        opened = self._opened(face.key, face.family, face.bold, face.italic)
        known = opened.covered.get(codepoint)
        if known is None:
            known = bool(opened.font.get_nominal_glyph(codepoint))
            opened.covered[codepoint] = known
        return known

    def is_plain(self, face: FontFace, letters: Iterable[str]) -> bool:
        """Whether all letters run from left to right, are Latin or common, and are in the face."""
        opened = self._opened(face.key, face.family, face.bold, face.italic)
        if opened.plain.issuperset(letters):
            return True
        if not all(self._is_plain(face, letter) for letter in letters):
            return False
        opened.plain.update(letters)
        return True

    def script(self, letter: str) -> str:
        """The ISO 15924 script of a character, such as ``Latn``; ``Zyyy`` is common to all."""
        known = self._scripts.get(letter)
        if known is None:
            known = self._scripts[letter] = _script(letter)
        return known

    def remember(self, key: Hashable, measure: Callable[[], Measured]) -> Measured:
        """What ``measure`` gave for this key with these fonts: composers ask before they set."""
        known = self._remembered.get(key)
        if known is None:
            known = measure()
            if len(self._remembered) >= _MOST_REMEMBERED:
                # A new dictionary, not an emptied one: another thread may be reading.
                self._remembered = {}
            self._remembered[key] = known
        return cast(Measured, known)

    def _is_plain(self, face: FontFace, letter: str) -> bool:
        return (
            self.script(letter) in ("Latn", "Zyyy")
            and unicodedata.bidirectional(letter) not in RIGHT_TO_LEFT
            and self.has(face, ord(letter))
        )

    def _noto(self, name: str, bold: bool) -> FontFace:
        weight = "Bold" if bold and name not in _ANY_IDEOGRAPHS else "Regular"
        return self._opened(f"noto/NotoSans{name}-{weight}.ttf", "fallback", bold, False).face

    def _opened(
        self, key: str, family: Literal["head", "body", "fallback"], bold: bool, italic: bool
    ) -> _Open:
        opened = self._open.get(key)
        if opened is None:
            path = self._folder / key
            font = open_font(path)
            units = int(font.face.upem)
            face = FontFace(key, str(path), family, bold, italic, units)
            opened = self._open[key] = _Open(face, font, {}, set())
        return opened


def _script(letter: str) -> str:
    """A character's script; the tables of all others are loaded when one beyond ASCII comes."""
    if letter.isascii():
        return "Latn" if letter.isalpha() else "Zyyy"
    found: str = resolve_name("fontTools.unicodedata:script")(letter)
    return found


def _fallback_names(script: str) -> tuple[str, ...]:
    if script in _IDEOGRAPHS:
        first = _IDEOGRAPHS[script]
        return (first, *(name for name in _ANY_IDEOGRAPHS if name != first), "")
    own = (_NOTO[script],) if script in _NOTO else ()
    return (*own, "", *_ANY_IDEOGRAPHS)


def open_font(path: Path) -> hb.Font:
    """Open a font file in font units. Raises ``RenderError`` if it is missing or no font."""
    if not path.is_file():
        raise RenderError(f"{path}: the font file is missing; install the program again")
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    if not face.glyph_count:
        raise RenderError(f"{path}: the file is no font; install the program again")
    return hb.Font(face)
