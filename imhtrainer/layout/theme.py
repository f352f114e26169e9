"""The look as data: colours, typefaces and sizes, read from one table of tokens.

Slides and paper are always light; the windows choose between ``light`` and ``dark``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from imhtrainer.domain.errors import DeckError
from imhtrainer.resources import resource_path

_LINEAR_BELOW = 0.04045


@dataclass(frozen=True)
class Theme:
    """A theme's tokens: colours are ``"#RRGGBB"``, sizes are points.

    ``light`` and ``dark`` hold the same names; ``slides`` are colours only slides use, ``skins``
    the illustrations' four, ``families`` the typefaces of ``head``, ``body`` and ``window`` and
    Office's stand-ins; ``windows`` are sizes of type and ``radii`` of corners in the windows, in pixels.
    """

    name: str
    light: Mapping[str, str]
    dark: Mapping[str, str]
    slides: Mapping[str, str]
    skins: Mapping[str, str]
    families: Mapping[str, str]
    sizes: Mapping[str, float]
    windows: Mapping[str, int]
    radii: Mapping[str, int]

    @cached_property
    def colors(self) -> Mapping[str, str]:
        """Every colour a page may name: the light tokens and those only slides use."""
        return MappingProxyType({**self.light, **self.slides})


def load_theme(name: str) -> Theme:
    """The theme of that name; an unknown name is a ``DeckError`` that lists those there are."""
    known = sorted(path.stem for path in resource_path("themes").glob("*.toml"))
    if name not in known:
        raise DeckError(
            f"There is no theme “{name}”. Write one of these after “theme:”: {', '.join(known)}."
        )
    return read_theme(resource_path("themes", f"{name}.toml"))


def read_theme(path: Path) -> Theme:
    """The theme in a file; a missing table or a token without its dark twin is a ``DeckError``."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        theme = Theme(
            name=tables["name"],
            light=MappingProxyType(tables["light"]),
            dark=MappingProxyType(tables["dark"]),
            slides=MappingProxyType(tables["slides"]),
            skins=MappingProxyType(tables["skins"]),
            families=MappingProxyType(tables["families"]),
            sizes=MappingProxyType(tables["sizes"]),
            windows=MappingProxyType(tables["windows"]),
            radii=MappingProxyType(tables["radii"]),
        )
    except KeyError as missing:
        raise DeckError(f"{path.name}: the table [{missing.args[0]}] is missing. Add it.") from None
    if odd := theme.light.keys() ^ theme.dark.keys():
        raise DeckError(
            f"{path.name}: {', '.join(sorted(odd))} must stand in both [light] and [dark]."
        )
    return theme


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two ``"#RRGGBB"`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= _LINEAR_BELOW:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
